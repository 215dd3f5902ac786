import {
  type AskedBranch,
  type TableFigure,
  type TableMeasurement,
  measuringTable,
} from "../core/assessment/measure-table";
import { type CellValue, cellAt } from "../core/grid";
import type { Issue } from "../core/issue";
import { TABLES } from "../core/ledger/schema";
import { textOf } from "../core/ledger/text";
import { defineFunction } from "./declaration";
import { type Rows, anyCell, blankable, choice, filled, optional, sheet, table } from "./parameters";
import { type Failure, type ResultCell, invalid, unavailable } from "./values";

/** The 数据表 that an indicator can read: all but 支部名册. */
const LEDGERS = TABLES.filter(({ dating }) => dating !== "none").map(({ name }) => name);

const EXAMPLE_SCHEME = [
  ["代码", "指标", "子系统", "数据表", "计量", "条件", "适用", "下限", "上限", "方向", "折算", "分值", "说明"],
  ["D5", "党课", "党建", "活动台账", "次数", "类别=党课", "", 0, 4, "正向", "是", 3, ""],
  ["D7", "参与率", "党建", "活动台账", "比率(实到/应到)", "", "类型=业务", 0.6, 0.95, "正向", "否", 5, ""],
];
const EXAMPLE_LEDGER = [
  ["支部", "日期", "类别", "应到", "实到"],
  ["第一检察部", "2021-03-05", "党课", "20人", 18],
  ["第一检察部", "2021-06-30", "主题党日", 20, 20],
  ["办公室", "2021-04-16", "党课", null, null],
];
const EXAMPLE_ROSTER = [
  ["支部", "类型", "党员数"],
  ["第一检察部党支部", "业务", 20],
  ["办公室党支部", "综合", 8],
];

/** `MEASURES`: the raw figures of one ledger table's indicators (methodology §4). */
export const measures = defineFunction({
  name: "MEASURES",
  description: {
    "zh-CN": "原始值：按评分标准计量一张台账，每行一个支部，每列一个指标。",
    "en-US": "Raw figures of the indicators of one ledger table: a row per branch, a column per indicator.",
  },
  parameters: {
    table: choice(
      {
        label: { "zh-CN": "数据表", "en-US": "table" },
        description: {
          "zh-CN": "数据表名称，如“活动台账”。",
          "en-US": "The name of the table as in 评分标准, such as 活动台账.",
        },
      },
      Object.fromEntries(LEDGERS.map((name) => [name, name])),
    ),
    ledger: filled(
      sheet({
        label: { "zh-CN": "台账", "en-US": "ledger" },
        description: {
          "zh-CN": "台账区域，含表头；标题、合计、说明和空行按工作表的规则跳过。",
          "en-US": "The ledger with its header; titles, totals, notes and blank rows in it are skipped as on a sheet.",
        },
      }),
    ),
    scheme: blankable<Rows<CellValue> | null>(
      table({
        label: { "zh-CN": "评分标准", "en-US": "scheme" },
        description: {
          "zh-CN": "评分标准区域，含表头；留空为内置标准。",
          "en-US": "评分标准 with its header; the built-in scheme where left empty.",
        },
      }),
      null,
    ),
    branches: filled(
      table({
        label: { "zh-CN": "支部", "en-US": "branches" },
        description: {
          "zh-CN": "一列支部名称；同名支部加第二列单位。空行的结果为空。",
          "en-US":
            "The branches below each other; a second column with the 单位 tells namesakes apart. Blank rows stay blank.",
        },
      }),
    ),
    period: anyCell({
      label: { "zh-CN": "期间", "en-US": "period" },
      description: {
        "zh-CN": "评估期间，如 2021、2021H1、2021Q2、2021-04。",
        "en-US": "The assessed period: 2021, 2021H1, 2021Q2, 2021-04 or two days joined by ~.",
      },
    }),
    roster: optional<Rows<CellValue> | null>(
      sheet({
        label: { "zh-CN": "支部名册", "en-US": "roster" },
        description: {
          "zh-CN": "支部名册区域，含表头；省略时，需要名册的指标记“未评”。",
          "en-US": "支部名册 with its header; where left out, what needs it is 未评.",
        },
      }),
      null,
    ),
    parameters: optional<Rows<CellValue> | null>(
      table({
        label: { "zh-CN": "参数", "en-US": "parameters" },
        description: {
          "zh-CN": "参数区域，含表头“参数”“值”；省略时用默认值。",
          "en-US": "参数 with its header (参数, 值); the defaults where left out.",
        },
      }),
      null,
    ),
  },
  result: { type: "any", dimension: "matrix" },
  gives: {
    "zh-CN": "支部行数 × 该表指标数，按评分标准的顺序；单位同原始值，没有数的写“未评”或“不适用”。",
    "en-US":
      "Rows of branches × indicators of the table in scheme order, each in the unit of its 计量; 未评 or 不适用 where there is no figure.",
  },
  help: [
    {
      "zh-CN":
        "与一键评估同一套规则：按表头识别各列，支部名称按名册对应，日期、期间、数值按台账写法读取，评估窗口、截止日、同义词、空值照参数执行。台账各行的次序不影响结果。审定分不在其内。",
      "en-US":
        "The rules are those of an assessment: columns are recognised by their headers, names of branches by the roster, dates, periods and numbers as clerks write them; windows, 截止日, synonyms and 空值 follow the parameters. The order of the ledger's rows does not matter. 审定分 plays no part.",
    },
    {
      "zh-CN":
        "函数只看到单元格的值：合并单元格只有左上角有值（两行表头的上行例外，按所辖各列读取），区域之外的标题和工作表名称不补支部、类别，百分比格式不起作用，日期按 1900 系统。这几种台账请用一键评估。",
      "en-US":
        "A function sees the values of cells only: of merged cells the first alone has one (but the upper row of a two-row header is read over the columns it names), a title or sheet name outside the range supplies no 支部 or 类别, percent formats do not count, and dates are of the 1900 system. Ledgers that depend on these are for the assessment itself.",
    },
    {
      "zh-CN":
        "台账和支部名册中的错误值按空白处理，其他参数中的错误值原样返回。支部名称没有唯一对应时，该行为 #N/A。没有支部名册时，所列名称即为支部，即使台账中没有它的行。",
      "en-US":
        "An error value in the ledger or the roster is blank; in any other argument it comes back. A name that fits no branch, or several, gives a row of #N/A. Without a roster the names that are asked for are branches, also where no row names them.",
    },
  ],
  examples: [
    {
      arguments: [
        "活动台账",
        EXAMPLE_LEDGER,
        EXAMPLE_SCHEME,
        [["第一检察部党支部"], ["办公室"]],
        2021,
        EXAMPLE_ROSTER,
        null,
      ],
      result: [
        [1, 0.95],
        [1, "不适用"],
      ],
    },
    {
      arguments: [
        "活动台账",
        EXAMPLE_LEDGER,
        EXAMPLE_SCHEME,
        [["第一检察部"], [null], ["第九检察部"]],
        "2021Q2",
        EXAMPLE_ROSTER,
      ],
      result: [
        [0, 1],
        ["", ""],
        [{ error: "#N/A" }, { error: "#N/A" }],
      ],
    },
    {
      arguments: [
        "亮身份抽查",
        [
          ["支部", "抽查日期", "抽查人数", "佩戴人数"],
          ["办公室", "2021.4.16", 10, 9],
        ],
        null,
        [["办公室"]],
        2021,
      ],
      result: 0.9,
    },
    {
      arguments: [
        "亮身份抽查",
        [
          ["支部", "抽查日期"],
          ["办公室", "2021.4.16"],
        ],
        null,
        [["办公室"]],
        2021,
      ],
      result: { error: "#VALUE!" },
    },
  ],
  *evaluate(args) {
    const { branches } = args;
    const wide = branches.find((row) => row.length > 2);
    if (wide !== undefined) return invalid("branchColumns", { found: wide.length }, "branches");
    const measurement = yield* measuringTable({ ...args, cells: args.ledger });
    switch (measurement.kind) {
      case "measured":
        return measurement.codes.length === 0
          ? unavailable("noIndicators", { table: args.table }, "table")
          : measurement.figures.map((figures, index) =>
              shownRow(figures, measurement.branches[index] ?? "blank", textOf(branches[index]?.[0])),
            );
      case "refused":
        return refusal(measurement, textOf(args.period));
      case "unrecognised": {
        const { argument, missing } = measurement;
        const name = argument === "cells" ? args.table : "支部名册";
        const params = { table: name, columns: missing.all.join("、"), oneOf: missing.oneOf.join("、") };
        return invalid("tableUnrecognised", params, argument === "cells" ? "ledger" : "roster");
      }
    }
  },
});

/** A row of the result; in a blank row every cell looks empty. */
function shownRow(figures: readonly TableFigure[], branch: AskedBranch, text: string): readonly ResultCell[] {
  if (branch === "unresolved") return figures.map(() => unavailable("branchUnresolved", { text }, "branches"));
  return figures.map((figure) => figure ?? "");
}

function refusal({ because, issues }: Extract<TableMeasurement, { kind: "refused" }>, period: string): Failure {
  switch (because) {
    case "period":
      return invalid("periodExpected", { text: period }, "period");
    case "scheme":
      return faulty(issues, "scheme");
    case "asOf":
      return faulty(issues, "parameters");
  }
}

/** The first fault with its sentence and its cell in the argument, and how many there are besides. */
function faulty(issues: readonly Issue[], parameter: string): Failure {
  const [first] = issues;
  const cell = first?.place == null ? null : cellAt(first.place.cell);
  const place = cell === null ? {} : { row: cell.row + 1, column: cell.column + 1 };
  return invalid(
    "issueFound",
    { ...first?.params, issue: first?.code ?? "", others: issues.length - 1, ...place },
    parameter,
  );
}

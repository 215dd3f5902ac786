import fc from "fast-check";
import { measures } from "../../src/functions/measures";
import { called } from "./called";

type Cells = readonly (readonly unknown[])[];

const SCHEME: Cells = [
  ["代码", "子系统", "数据表", "计量", "条件", "适用", "下限", "上限", "分值"],
  ["X1", "党建", "活动台账", "次数", "类别=党课", "", 0, 4, 1],
  ["X2", "党建", "活动台账", "比率(实到/应到)", "", "支委会=有", 0, 1, 1],
  ["X3", "业务", "任务清单", "次数", "", "", 0, 4, 1],
];
const LEDGER: Cells = [
  ["支部", "日期", "类别", "应到", "实到"],
  ["第一检察部党支部", 44300, "党课", 10, 9],
  ["第1检察部", "2021.4.16", "讲党课", "20余人", 15],
  ["办公室", 44301, "支委会", "", "无"],
];
const ROSTER: Cells = [
  ["支部", "支委会", "党员数"],
  ["第一检察部党支部", "有", 20],
  ["办公室党支部", "无", 8],
];
const BRANCHES: Cells = [["第一检察部"], ["办公室"]];

interface Given {
  readonly table?: unknown;
  readonly ledger?: unknown;
  readonly scheme?: unknown;
  readonly branches?: unknown;
  readonly period?: unknown;
  readonly roster?: unknown;
  readonly parameters?: unknown;
}

function result(given: Given, locale: "zh-CN" | "en-US" = "zh-CN"): unknown {
  const all = {
    table: "活动台账",
    ledger: LEDGER,
    scheme: SCHEME,
    branches: BRANCHES,
    period: 2021,
    roster: ROSTER,
    parameters: null,
    ...given,
  };
  const { table, ledger, scheme, branches, period, roster, parameters } = all;
  return called(measures, [table, ledger, scheme, branches, period, roster, parameters], locale);
}

const FIGURES = [
  [2, 0.8],
  [0, "不适用"],
];

describe("MEASURES", () => {
  it("gives one row per branch and one column per indicator of the table", () => {
    expect(result({})).toEqual(FIGURES);
    expect(result({ branches: [["办公室"]] })).toEqual([[0, "不适用"]]);
  });

  it("takes the built-in scheme where its place is left empty, and does without roster and parameters", () => {
    const posts = [
      ["姓名", "支部", "重大案件", "重要事项", "期间"],
      ["张三", "办公室", 2, "", "2021Q1"],
    ];
    expect(result({ table: "先锋岗", ledger: posts, scheme: null, branches: "办公室", roster: null })).toBe(0.5);
    expect(result({ roster: null })).toEqual([
      [2, "未评"],
      [0, "未评"],
    ]);
  });

  it("counts what the parameters say", () => {
    const parameters = [
      ["参数", "值"],
      ["截止日", "2021-04-15"],
    ];
    expect(result({ parameters })).toEqual([
      [1, 0.9],
      [0, "不适用"],
    ]);
  });

  it("leaves blank rows of branches blank and answers a name that fits no branch with #N/A", () => {
    const unresolved = { error: "#N/A", message: "支部“第九检察部”没有唯一对应的支部，无法计量。" };
    expect(result({ branches: [["第一检察部"], [""], ["第九检察部"], [null]] })).toEqual([
      [2, 0.8],
      ["", ""],
      [unresolved, unresolved],
      ["", ""],
    ]);
  });

  it("tells namesakes apart by a second column with their 单位", () => {
    const roster = [
      ["单位", "支部", "支委会"],
      ["东川县检察院", "办公室", "有"],
      ["西坪县检察院", "办公室", "有"],
    ];
    const ledger = [
      ["单位", "支部", "日期", "类别", "应到", "实到"],
      ["西坪县院", "办公室", 44300, "党课", 10, 5],
    ];
    const branches = [
      ["办公室", "东川县检察院"],
      ["办公室", "西坪县检察院"],
    ];
    expect(result({ roster, ledger, branches })).toEqual([
      [0, "未评"],
      [1, 0.5],
    ]);
    expect(result({ branches: [["办公室", "东川县检察院", "综合"]] })).toEqual({
      error: "#VALUE!",
      message: "“支部”应为一列（支部）或两列（支部、单位），现为 3 列。",
    });
  });

  it("reads an error value in the ledger or the roster as blank, and hands back one in any other argument", () => {
    const error = { error: "#DIV/0!" };
    const [header = [], ...rows] = LEDGER;
    const ledger = [[...header, "备注"], ...rows.map((row) => [...row, error])];
    expect(result({ ledger })).toEqual(FIGURES);
    const roster = ROSTER.map((row, index) => (index === 1 ? ["第一检察部党支部", error, 20] : row));
    expect(result({ roster })).toEqual([
      [2, "未评"],
      [0, "不适用"],
    ]);
    for (const key of ["table", "scheme", "branches", "period", "parameters"])
      expect(result({ [key]: [[error]] })).toEqual({ error: "#DIV/0!", message: null });
  });

  it("does not depend on the order of the ledger's rows", () => {
    const [header = [], ...rows] = LEDGER;
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(result({ ledger: [header, ...shuffled] })).toEqual(FIGURES);
      }),
    );
  });

  it("hands on the cells of a large argument as they are", () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [
      index % 2 === 0 ? "办公室" : "第一检察部",
      44300,
      "党课",
      2,
      1,
    ]);
    expect(result({ ledger: [LEDGER[0], ...rows] })).toEqual([
      [10_000, 0.5],
      [10_000, "不适用"],
    ]);
  });
});

describe("MEASURES says what is wrong", () => {
  const wrong = (given: Given, locale?: "en-US"): unknown => {
    const found = result(given, locale);
    return typeof found === "object" && found !== null && "message" in found ? Object.values(found) : found;
  };

  it("with the name of the table: it lists those that there are", () => {
    expect(wrong({ table: "台账" })).toEqual([
      "#VALUE!",
      "“数据表”应为 活动台账、业务指标、任务清单、办案效果、监督整改、先锋岗、星级记录、亮身份抽查、荣誉成果、宣传、队伍梯队、加减分、自评复核 之一，现为“台账”。",
    ]);
    expect(wrong({ table: "支部名册" })).toEqual(["#VALUE!", expect.stringContaining("现为“支部名册”")]);
  });

  it("with the header of the ledger or the roster: it names the columns that are missing", () => {
    expect(
      wrong({
        ledger: [
          ["日期", "类别"],
          [44300, "党课"],
        ],
      }),
    ).toEqual(["#VALUE!", "“台账”不能识别为活动台账，表头缺少 支部。"]);
    expect(
      wrong({
        table: "办案效果",
        ledger: [
          ["支部", "日期"],
          ["办公室", 44300],
        ],
      }),
    ).toEqual(["#VALUE!", "“台账”不能识别为办案效果，表头至少要有 案件、政治效果、来信收到日、听证 之一。"]);
    expect(
      wrong(
        {
          roster: [
            ["名称", "人数"],
            ["办公室", 8],
          ],
        },
        "en-US",
      ),
    ).toEqual([
      "#VALUE!",
      "“roster” is not recognised as 支部名册: its header lacks 支部 and needs at least one of 支部书记、党员数、支委会、单位、类型.",
    ]);
  });

  it("with the scheme: the sentence of the issue, where it stands in the argument, and how many there are", () => {
    const scheme = [
      SCHEME[0],
      ["X1", "党建", "活动台账", "总数", "", "", 0, 4, 1],
      ["X2", "党建", "活动台账", "次数", "", "", 4, 4, 1],
    ];
    expect(wrong({ scheme })).toEqual([
      "#VALUE!",
      expect.stringMatching(/^“评分标准”第2行第4列有误：指标X1的计量“总数”不存在，可用：.*（另有 1 处）。$/u),
    ]);
    expect(wrong({ scheme: scheme.slice(0, 2) }, "en-US")).toEqual([
      "#VALUE!",
      expect.stringMatching(/^“scheme”, row 2, column 4, cannot be used: .*总数.*[^.]\.$/u),
    ]);
  });

  it("with the period and 截止日", () => {
    expect(wrong({ period: "去年" })).toEqual([
      "#VALUE!",
      "“期间”应为期间，如 2021、2021H1、2021Q2、2021-04，现为“去年”。",
    ]);
    const parameters = [
      ["参数", "值"],
      ["截止日", "2月29日"],
    ];
    expect(wrong({ parameters })).toEqual(["#VALUE!", "“参数”有误：截止日“2月29日”无法识别。"]);
  });

  it("with an argument that must not be empty", () => {
    for (const [key, name] of [
      ["table", "数据表"],
      ["ledger", "台账"],
      ["branches", "支部"],
      ["period", "期间"],
    ] as const)
      expect(wrong({ [key]: null })).toEqual(["#VALUE!", `“${name}”不能为空。`]);
  });

  it("where the scheme has no indicator of the table", () => {
    const honours = [
      ["日期", "支部", "名称"],
      [44300, "办公室", "先进集体"],
    ];
    expect(wrong({ table: "荣誉成果", ledger: honours })).toEqual(["#N/A", "评分标准中没有数据表为“荣誉成果”的指标。"]);
  });
});

import { join } from "node:path";
import { USUAL_REPORT } from "../../../src/core/choices";
import type { WorkbookGrids } from "../../../src/core/grid";
import type { RunOptions } from "../../../src/core/outcome";
import { type LivePlan, livePlan } from "../../../src/core/report/live-plan";
import { settingsLists } from "../../../src/core/report/method-tab";
import { buildReport } from "../../../src/core/report/report";
import type { ReportCell, ReportModel } from "../../../src/core/report/report-model";
import { run } from "../../../src/core/run";
import { validateReport } from "../../../src/excel/validate-report";
import { FUNCTIONS } from "../../../src/functions/catalogue";
import type { Failure } from "../../../src/functions/values";
import { workbookMessages } from "../../../src/i18n/workbook";
import { atOnce } from "../../../src/core/steps";
import { cases } from "../../support/cases";
import { readGrids } from "../../support/grids";
import { sheetOf } from "../../support/grid-builder";
import { evaluator } from "../../support/plain-formula";
import { book, type Line, ROSTER, type Tables } from "../../support/small-workbook";

jest.setTimeout(120_000);

const NAMESPACE = "RONGHE";
const NO_OPTIONS: RunOptions = { period: "2021", asOf: null, formula: null };

interface Live {
  readonly plan: LivePlan;
  readonly model: ReportModel;
  readonly values: ReportModel;
}

/** The report of a run on the grids, with live formulas and without. */
function liveReport(grids: WorkbookGrids, options: RunOptions): Live {
  const outcome = atOnce(run(grids, options));
  if (outcome.kind !== "assessed") throw new Error(outcome.because);
  const { assessment } = outcome;
  const lists = settingsLists(assessment, workbookMessages);
  const plan = atOnce(livePlan({ grids, assessment, options, lists }));
  const context = {
    messages: workbookMessages,
    choices: USUAL_REPORT,
    generatedAt: "2021-12-31 09:00",
    version: "0.1.0",
  };
  return {
    plan,
    model: buildReport(assessment, { ...context, live: { namespace: NAMESPACE, plan } }),
    values: buildReport(assessment, { ...context, live: null }),
  };
}

function located(model: ReportModel) {
  return model.tabs.flatMap((tab) =>
    tab.rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) => (cell === null ? [] : [{ tab, row, column, cell }])),
    ),
  );
}

function formulasOf(model: ReportModel): string[] {
  return located(model).flatMap(({ cell }) => (cell.formula === undefined ? [] : [cell.formula]));
}

/** Cells whose formula gives something else than the cell says. */
function differing(model: ReportModel, grids: WorkbookGrids) {
  const evaluate = evaluator(model, { grids, namespace: NAMESPACE, functions: FUNCTIONS });
  const isSame = (cell: ReportCell | null | undefined, found: unknown) =>
    typeof cell?.value === "number" && typeof found === "number"
      ? Math.abs(cell.value - found) <= 1e-9 * Math.max(1, Math.abs(cell.value))
      : (cell?.value ?? null) === found;
  return located(model).flatMap(({ tab, row, column, cell }) => {
    if (cell.formula === undefined) return [];
    const found: readonly (readonly unknown[])[] = evaluate(cell.formula, tab.name);
    const { rowCount, columnCount } = cell.spill ?? { rowCount: 1, columnCount: 1 };
    if (found.length !== rowCount || found.some((line) => line.length !== columnCount))
      return [{ tab: tab.name, formula: cell.formula, expected: `${rowCount}×${columnCount}`, value: found }];
    return found.flatMap((line, down) =>
      line.flatMap((value, right) =>
        isSame(tab.rows[row + down]?.cells[column + right], value)
          ? []
          : [
              {
                tab: tab.name,
                formula: cell.formula,
                expected: tab.rows[row + down]?.cells[column + right]?.value,
                value,
              },
            ],
      ),
    );
  });
}

/** More branches than a printed page takes: headings stand between the rows of their blocks. */
function manyBranches(): WorkbookGrids {
  const names = Array.from({ length: 60 }, (_, index) => `第${index + 1}支部`);
  return book(
    {
      支部名册: names.map((支部) => ({ 支部 })),
      活动台账: names.flatMap((支部, index) =>
        Array.from({ length: index % 4 }, (_, month) => ({
          支部,
          日期: `2021-${month + 1}-15`,
          业务结合点: "公开听证",
        })),
      ),
      业务指标: names.map((支部, index) => ({ 支部, 期间: "2021", 指标: "办结率", 数值: index, 下限: 0, 上限: 60 })),
    },
    [
      { 代码: "R1", 计量: "占比(业务结合点非空)" },
      { 代码: "R2", 计量: "占比(主持人非空)" },
      { 代码: "D1", 计量: "次数", 子系统: "党建", 上限: 4 },
      { 代码: "B1", 计量: "达成", 子系统: "业务", 数据表: "业务指标" },
    ],
  );
}

const sample = () => readGrids(join(__dirname, "../../../assets/sample-2021.xlsx"));

describe.each([
  { name: "the sample workbook", grids: sample, options: NO_OPTIONS },
  { name: "sixty branches", grids: manyBranches, options: NO_OPTIONS },
  ...cases().map(({ name, file, period, asOf, formula }) => ({
    name,
    grids: () => readGrids(file),
    options: { period, asOf, formula },
  })),
])("the live report of $name", ({ grids: read, options }) => {
  let grids: WorkbookGrids;
  let live: Live;
  beforeAll(() => {
    grids = read();
    live = liveReport(grids, options);
  });

  it("has formulas each of which gives the run's own figure", () => {
    expect(differing(live.model, grids)).toEqual([]);
  });

  it("shows the same as the report of values in every cell above the formulas' own section", () => {
    const shown = (model: ReportModel) => {
      const tab = model.tabs.find(({ key }) => key === "scores");
      return tab?.rows
        .slice(0, (tab.printed?.last ?? tab.rows.length - 1) + 1)
        .map(({ cells }) => cells.map((cell) => cell?.value ?? null));
    };
    expect(shown(live.model)).toEqual(shown(live.values));
  });

  it("can be written: what a formula fills is free, and everything lies inside its tab", () => {
    expect(validateReport(live.model)).toEqual([]);
  });

  it("keeps the functions on the tab 指标得分: the others refer to it by plain references", () => {
    const others = { ...live.model, tabs: live.model.tabs.filter(({ key }) => key !== "scores") };
    expect(formulasOf(others).filter((formula) => formula.includes(`${NAMESPACE}.`))).toEqual([]);
  });
});

const BOOK = [
  { 代码: "R1", 计量: "占比(业务结合点非空)", 上限: 0.8 },
  { 代码: "R2", 计量: "次数", 上限: 12, 折算: "是", 分值: 3 },
  { 代码: "D1", 计量: "覆盖月", 子系统: "党建" },
  { 代码: "B1", 计量: "达成", 子系统: "业务", 数据表: "业务指标" },
];
const ACTIVITIES = [
  { 支部: "甲支部", 日期: "2021-03-05", 类别: "党课", 业务结合点: "公开听证" },
  { 支部: "甲支部", 日期: "2021-05-06", 类别: "主题党日", 业务结合点: null },
  { 支部: "乙支部", 日期: "2021-04-01", 类别: "党课", 业务结合点: "检察建议" },
];
const METRICS = ["甲支部", "乙支部"].map((name, index) => ({
  支部: name,
  期间: 2021,
  指标: "办结率",
  数值: 0.9 - index / 4,
  下限: 0.5,
  上限: 1,
}));
const TABLES: Tables = { 支部名册: ROSTER, 活动台账: ACTIVITIES, 业务指标: METRICS };

/** The codes in a row of headings. */
const assessmentColumns = (cells: readonly (ReportCell | null)[]) =>
  cells.slice(1, 5).map((cell) => String(cell?.value ?? "").split("\n")[0] ?? "");
const reasonsOf = ({ plan }: Live) =>
  Object.fromEntries(plan.tables.map((table) => [table.table, table.kind === "values" ? table.because : "formula"]));
const wordsOf = (model: ReportModel, key: string) =>
  located(model)
    .filter(({ tab, cell }) => tab.key === key && typeof cell.value === "string")
    .map(({ cell }) => cell.value)
    .join("\n");

describe("which tables are formulas", () => {
  const plain = book(TABLES, BOOK);

  it("is every table that lies in one plain range", () => {
    expect(reasonsOf(liveReport(plain, NO_OPTIONS))).toEqual({ 活动台账: "formula", 业务指标: "formula" });
  });

  it("is no table that lies in several ranges, and 口径说明 says so", () => {
    const [first = [], ...rest] = [ACTIVITIES.slice(0, 2), ACTIVITIES.slice(2)];
    const live = liveReport(
      book({ 支部名册: ROSTER, "活动台账#1": first, "活动台账#2": rest.flat(), 业务指标: METRICS }, BOOK),
      NO_OPTIONS,
    );
    expect(reasonsOf(live)).toEqual({ 活动台账: "severalRanges", 业务指标: "formula" });
    expect(wordsOf(live.model, "method")).toContain("活动台账（分在多个区域）");
    expect(differing(live.model, plain)).toEqual([]);
  });

  it("is no table whose columns the clerk has confirmed", () => {
    const columns = { 支部: "支部", 日期: "日期", 类别: "类别", 业务结合点: "业务结合点" };
    const mapping = JSON.stringify({ version: 1, ranges: [{ sheet: "活动台账", table: "活动台账", columns }] });
    expect(reasonsOf(liveReport({ ...plain, mapping }, NO_OPTIONS))).toEqual({
      活动台账: "mapped",
      业务指标: "formula",
    });
  });

  it("is none where the roster lies in several ranges", () => {
    const twice = book({ "支部名册#1": ROSTER.slice(0, 1), "支部名册#2": ROSTER.slice(1), 活动台账: ACTIVITIES }, BOOK);
    expect(reasonsOf(liveReport(twice, NO_OPTIONS))).toEqual({ 活动台账: "roster" });
  });

  it("is no table whose merged cells hold for more than their first row", () => {
    const sheets = plain.sheets.map((sheet) =>
      sheet.name === "活动台账"
        ? {
            ...sheet,
            values: sheet.values.map((row, index) => (index === 2 ? [row[0] ?? null, null, null, null] : row)),
            merges: [1, 2, 3].map((column) => ({ row: 1, column, rowCount: 2, columnCount: 1 })),
          }
        : sheet,
    );
    const live = liveReport({ ...plain, sheets }, NO_OPTIONS);
    expect(reasonsOf(live)).toEqual({ 活动台账: "differs", 业务指标: "formula" });
    expect(formulasOf(live.model).filter((formula) => formula.includes("MEASURES"))).toHaveLength(1);
    expect(differing(live.model, { ...plain, sheets })).toEqual([]);
  });

  it("needs no roster: then branches are named by the table alone where the whole run finds the same", () => {
    const live = liveReport(book({ 活动台账: ACTIVITIES }, BOOK), NO_OPTIONS);
    expect(reasonsOf(live)).toEqual({ 活动台账: "formula" });
    expect(live.plan.roster).toBeNull();
  });
});

describe("what the formulas read", () => {
  it("is the clerk's own 评分标准 and 参数 where the run used them as they are", () => {
    const { plan, model } = liveReport(book(TABLES, BOOK, { 可评率下限: 0.5 }), NO_OPTIONS);
    expect([plan.scheme?.place.sheet, plan.parameters?.place.sheet]).toEqual(["评分标准", "参数"]);
    expect(formulasOf(model)).toContain("='参数'!B2");
    expect(formulasOf(model).filter((formula) => formula.startsWith("='评分标准'!"))).toHaveLength(
      // 分值 stands twice: above 达成度, and above 得分.
      4 * BOOK.length,
    );
  });

  it.each([0.5, "0.5", "５０％", "1/2"])(
    "gives the figures of the run, also where 可评率下限 is entered as %j",
    (value) => {
      const grids = book(TABLES, BOOK, { 可评率下限: value, 耦合公式: "standard" });
      const live = liveReport(grids, NO_OPTIONS);
      expect(live.plan.parameters?.place.sheet).toBe("参数");
      expect(differing(live.model, grids)).toEqual([]);
    },
  );

  it("is 截止日 as a day in 口径说明, with formulas and without, where the clerk entered a date", () => {
    const { model, values } = liveReport(book(TABLES, BOOK, { 截止日: 44469 }), NO_OPTIONS);
    for (const report of [model, values]) {
      const row = report.tabs
        .find(({ key }) => key === "method")
        ?.rows.find(({ cells }) => cells[0]?.value === "截止日" && cells.some((cell) => cell?.value === "2021-09-30"));
      expect(row).toBeDefined();
    }
  });

  it.each([{ asOf: "2021-04-30" }, { formula: "standard" as const }])(
    "is the list in 口径说明 where an option of the run won over 参数: %j",
    (option) => {
      const grids = book(TABLES, BOOK, { 可评率下限: 0.5 });
      const live = liveReport(grids, { ...NO_OPTIONS, ...option });
      expect(live.plan.parameters).toBeNull();
      expect(reasonsOf(live)).toEqual({ 活动台账: "formula", 业务指标: "formula" });
      expect(differing(live.model, grids)).toEqual([]);
    },
  );

  it("is the list in 口径说明 where the clerk's tab holds an error or merged cells", () => {
    const grids = book(TABLES, BOOK, { 可评率下限: 0.5, 档次: "#N/A" });
    expect(liveReport(grids, NO_OPTIONS).plan.parameters).toBeNull();
  });

  it("reaches a hundred rows below a ledger that nothing stands under, and to the next table otherwise", () => {
    const below = (live: Live) =>
      live.plan.tables.map((table) => (table.kind === "formula" ? table.ledger.area.rowCount : null));
    expect(below(liveReport(book(TABLES, BOOK), NO_OPTIONS))).toEqual([4 + 100, 3 + 100]);
    const grids = book(TABLES, BOOK);
    const [activities, metrics] = ["活动台账", "业务指标"].map((name) =>
      grids.sheets.find((sheet) => sheet.name === name),
    );
    const width = metrics?.values[0]?.length ?? 0;
    const both = sheetOf("台账", [
      ...(activities?.values ?? []),
      [],
      [],
      ["业务指标"],
      ...(metrics?.values ?? []).map((row) => row.slice(0, width)),
    ]);
    const sheets = [...grids.sheets.filter((sheet) => sheet !== activities && sheet !== metrics), both];
    expect(below(liveReport({ ...grids, sheets }, NO_OPTIONS))).toEqual([4 + 2, 3 + 100]);
  });

  it("is an Excel table as a whole", () => {
    const grids = book(TABLES, BOOK);
    const sheets = grids.sheets.map((sheet) => ({
      ...sheet,
      tables:
        sheet.name === "活动台账"
          ? [
              {
                name: "活动",
                area: { row: 0, column: 0, rowCount: 4, columnCount: 4 },
                hasHeaders: true,
                hasTotals: false,
              },
            ]
          : [],
    }));
    const { plan } = liveReport({ ...grids, sheets }, NO_OPTIONS);
    expect(plan.tables[0]).toMatchObject({
      kind: "formula",
      ledger: { area: { row: 0, rowCount: 4, columnCount: 4 } },
    });
  });
});

describe("a corrected ledger", () => {
  /** The figures of 指标得分 as the old report's formulas give them for other ledgers. */
  const recomputed = (live: Live, grids: WorkbookGrids) => {
    const evaluate = evaluator(live.model, { grids, namespace: NAMESPACE, functions: FUNCTIONS });
    return upperPart(live.model, (cell) =>
      cell.formula === undefined ? cell.value : evaluate(cell.formula, "指标得分")[0]?.[0],
    );
  };
  const upperPart = (model: ReportModel, shown: (cell: ReportCell) => unknown) => {
    const rows = model.tabs.find(({ key }) => key === "scores")?.rows ?? [];
    const sectionAt = (title: string) => rows.findIndex(({ cells }) => String(cells[0]?.value).endsWith(title));
    // Why figures are missing is told in words, as the run found it.
    const told = { first: sectionAt("、未评与不适用"), end: sectionAt("、原始值") };
    const ends = [sectionAt("公式依据"), sectionAt("图表数据")].filter((row) => row >= 0);
    const figures = rows.slice(0, Math.min(...ends)).filter((_, row) => row < told.first || row >= told.end);
    return figures.map(({ cells }) => cells.map((cell) => (cell === null ? null : nine(shown(cell)))));
  };
  const nine = (value: unknown) => (typeof value === "number" ? Number(value.toFixed(9)) : value);
  const changes: readonly (readonly [string, Tables])[] = [
    [
      "a row more below the last",
      { ...TABLES, 活动台账: [...ACTIVITIES, { 支部: "丙支部", 日期: "2021-06-30", 类别: "党课" }] },
    ],
    ["a cell filled in", { ...TABLES, 活动台账: ACTIVITIES.map((row) => ({ ...row, 业务结合点: "公开听证" })) }],
    ["a branch without rows any more", { ...TABLES, 业务指标: METRICS.slice(0, 1) }],
    ["other figures", { ...TABLES, 业务指标: METRICS.map((row) => ({ ...row, 数值: 0.55 })) }],
  ];

  it.each(changes)("flows through to the band as a new run would have it: %s", (_, tables) => {
    const live = liveReport(book(TABLES, BOOK), NO_OPTIONS);
    const changed = book(tables, BOOK);
    const fresh = liveReport(changed, NO_OPTIONS);
    expect(recomputed(live, changed)).toEqual(upperPart(fresh.values, ({ value }) => value));
    expect(recomputed(live, changed)).not.toEqual(upperPart(live.values, ({ value }) => value));
  });
});

describe("where the functions are not there", () => {
  const grids = book(TABLES, BOOK);
  const { model } = liveReport(grids, NO_OPTIONS);
  // eslint-disable-next-line require-yield -- there is nothing to compute
  const failing = function* (): Generator<never, Failure> {
    return { kind: "error", code: "#NAME?" };
  };
  const unknown = FUNCTIONS.map((fn) => ({ ...fn, call: failing }));
  const evaluate = evaluator(model, { grids, namespace: NAMESPACE, functions: unknown });

  it("no figure that depends on them passes for 未评 or zero: all show the error", () => {
    const scores = located(model).filter(({ tab, cell }) => tab.key === "scores" && cell.formula !== undefined);
    const shown = scores.flatMap(({ tab, row, cell }) => {
      const value = evaluate(cell.formula ?? "", tab.name)[0]?.[0] ?? null;
      return typeof value === "object" && value !== null ? [] : [{ formula: cell.formula, row, value }];
    });
    // What remains are the settings, and the means of 加分 and 扣分, which are values.
    const others = shown.filter(({ formula }) => !/^='(?:评分标准|参数|口径说明)'!/u.test(formula ?? ""));
    expect(others.map(({ formula, value }) => [/AVERAGE/u.test(formula ?? ""), value])).toEqual([
      [true, 0],
      [true, 0],
    ]);
  });

  it("nor where a ledger cannot be recognised any more: only its indicators and what follows from them fail", () => {
    const broken = book({ ...TABLES, 业务指标: METRICS.map(({ 支部, ...row }) => ({ ...row, 何处: 支部 })) }, BOOK);
    const sheets = broken.sheets.map((sheet) =>
      sheet.name === "业务指标" ? { ...sheet, values: [["支部?"], ...sheet.values.slice(1)] } : sheet,
    );
    const compute = evaluator(model, { grids: { ...broken, sheets }, namespace: NAMESPACE, functions: FUNCTIONS });
    const rows = model.tabs.find(({ key }) => key === "scores")?.rows ?? [];
    const first = rows.findIndex(({ cells }) => cells[0]?.value === "甲支部");
    const attained = rows[first]?.cells.slice(1, 5).map((cell) => compute(cell?.formula ?? "", "指标得分")[0]?.[0]);
    // Names and 分值 stand between the codes and the branches.
    const columns = assessmentColumns(rows[first - 3]?.cells ?? []);
    expect(Object.fromEntries(columns.map((code, index) => [code, typeof attained?.[index]]))).toEqual({
      R1: "number",
      R2: "number",
      D1: "number",
      B1: "object",
    });
  });
});

describe("a reviewed indicator", () => {
  const reviews = [
    { 支部: "甲支部", 期间: 2021, 代码: "R2", 审定分: 2.5 },
    { 支部: "丙支部", 期间: 2021, 代码: "B1", 审定分: 1 },
  ];
  const grids = book({ ...TABLES, 自评复核: reviews }, BOOK);
  const live = liveReport(grids, NO_OPTIONS);
  const reviewed = located(live.model).filter(({ cell }) => cell.formula === "=2.5/3" || cell.formula === "=1/1");

  it("holds 审定分 ÷ 分值 with the figures, marked", () => {
    expect(reviewed.map(({ cell }) => [cell.value, cell.role])).toEqual([
      [expect.closeTo(2.5 / 3, 9), "label"],
      [1, "label"],
    ]);
  });

  it("keeps the raw figure that the ledger gives, and whatever follows from 审定分", () => {
    expect(differing(live.model, grids)).toEqual([]);
  });
});

describe("other schemes", () => {
  it.each<readonly [string, readonly Line[], Readonly<Record<string, string>>]>([
    ["coupled subsystems in another order, weighted", BOOK, { 耦合子系统: "融合,党建", 耦合权重: "3,1" }],
    [
      "three coupled subsystems and other levels",
      BOOK,
      { 耦合子系统: "党建,业务,融合", 融合等级: "90,50,20", 档次: "70,40,10" },
    ],
    ["no subsystem that is coupled", [{ 代码: "X1", 计量: "次数", 子系统: "其他", 上限: 3 }], {}],
    ["a subsystem without points", BOOK.map((line) => (line.子系统 === "党建" ? { ...line, 分值: 0 } : line)), {}],
    ["an indicator that applies to some", BOOK.map((line) => ({ ...line, 适用: "支部=甲支部" })), {}],
  ])("give the run's own figures too: %s", (_, scheme, parameters) => {
    const grids = book(TABLES, scheme, parameters);
    const live = liveReport(grids, NO_OPTIONS);
    expect(Object.values(reasonsOf(live))).not.toContain("differs");
    expect(differing(live.model, grids)).toEqual([]);
    expect(validateReport(live.model)).toEqual([]);
  });
});

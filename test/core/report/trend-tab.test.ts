import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Assessment } from "../../../src/core/assessment/assessment";
import { USUAL_REPORT } from "../../../src/core/choices";
import type { CellValue } from "../../../src/core/grid";
import type { StandingRecord } from "../../../src/core/report/past-runs";
import { buildReport } from "../../../src/core/report/report";
import type { ReportModel, ReportTab } from "../../../src/core/report/report-model";
import { workbookMessages } from "../../../src/i18n/workbook";
import { assessmentOf, branchOf, SCHEME, type Score } from "../../support/assessment";
import { evaluate } from "../../support/plain-formula";
import { renderTab } from "../../support/render-report";
import { representative } from "./sample";

const RECORDED = { ...USUAL_REPORT, history: true };

interface Past {
  readonly choices?: typeof USUAL_REPORT;
  readonly generatedAt?: string;
  readonly past?: StandingRecord;
}

const report = (assessment: Assessment, { choices = RECORDED, generatedAt = "2021-12-31 09:00", past }: Past = {}) =>
  buildReport(assessment, {
    messages: workbookMessages,
    choices,
    generatedAt,
    version: "1.0.0",
    live: null,
    ...(past === undefined ? {} : { past }),
  });

const tabOf = (model: ReportModel, key: string): ReportTab | undefined => model.tabs.find((tab) => tab.key === key);

/** The values of a tab as a later run finds them. */
const valuesOf = (tab: ReportTab | undefined): CellValue[][] =>
  (tab?.rows ?? []).map(({ cells }) => cells.map((cell) => cell?.value ?? null));

/** What a run leaves for the next. */
const left = (model: ReportModel, date1904 = false): StandingRecord => ({
  tab: { sheet: "历史记录", row: 0, values: valuesOf(tabOf(model, "history")) },
  date1904,
});

const words = (tab: ReportTab | undefined) =>
  valuesOf(tab)
    .map((row) => row.map((value) => value ?? "").join("\t"))
    .join("\n");

const scores = (value: number): Score[] => SCHEME.map(() => value);

const YEARS: Readonly<Record<string, Partial<Assessment>>> = {
  "2019": { period: "2019", firstDay: "2019-01-01", lastDay: "2019-12-31", asOf: "2019-12-31" },
  "2020": { period: "2020", firstDay: "2020-01-01", lastDay: "2020-12-31", asOf: "2020-12-31" },
  "2021": {},
  "2021H1": { period: "2021H1", lastDay: "2021-06-30", asOf: "2021-06-30" },
};

/** A run of a period over branches that all have one score in everything. */
const runOf = (period: string, branches: Readonly<Record<string, number | "未评">>, rest: Partial<Assessment> = {}) =>
  assessmentOf(
    Object.entries(branches).map(([branch, value]) =>
      branchOf({ branch, scores: value === "未评" ? SCHEME.map(() => "未评" as const) : scores(value) }),
    ),
    { ...YEARS[period], ...rest },
  );

/** The last of several runs, each of which finds what the one before left. */
const runs = (...assessments: readonly Assessment[]): ReportModel =>
  assessments.reduce<ReportModel | null>(
    (before, assessment) => report(assessment, before === null ? {} : { past: left(before) }),
    null,
  ) ?? { version: 2, look: USUAL_REPORT.look, tabs: [] };

describe("历史记录", () => {
  test("is made only where the clerk switched it on", () => {
    expect(tabOf(report(representative(), { choices: USUAL_REPORT }), "history")).toBeUndefined();
    expect(tabOf(report(representative()), "history")).toBeDefined();
  });

  test("holds a row for every branch of every period, earlier periods first, with real dates", () => {
    const tab = tabOf(runs(runOf("2021", { 甲: 0.8, 乙: 0.5 }), runOf("2020", { 甲: 0.6 })), "history");
    const rows = valuesOf(tab).filter((row) => String(row[0]).endsWith("年"));
    expect(rows.map((row) => [row[0], row[4]])).toEqual([
      ["2020年", "甲"],
      ["2021年", "甲"],
      ["2021年", "乙"],
    ]);
    expect(rows[1]?.slice(1, 3)).toEqual([44561, 44561 + 9 / 24]);
    expect(rows[1]?.slice(5, 8)).toEqual([0.8, 0.8, 0.8].map((index) => expect.closeTo(index, 9)));
  });

  test("replaces what is on record of the same period and leaves other periods as they are", () => {
    const first = runs(runOf("2020", { 甲: 0.6 }), runOf("2021", { 甲: 0.8, 丙: 0.3 }));
    const again = runs(
      runOf("2020", { 甲: 0.6 }),
      runOf("2021", { 甲: 0.9, 丙: 0.3 }),
      runOf("2021", { 甲: 0.8, 丙: 0.3 }),
    );
    expect(valuesOf(tabOf(again, "history"))).toEqual(valuesOf(tabOf(first, "history")));
  });

  test("is the same again where it is read and written once more", () => {
    const first = runs(runOf("2020", { 甲: 0.6, 乙: "未评" }), runOf("2021", { 甲: 0.8, 乙: "未评" }));
    const second = report(runOf("2021", { 甲: 0.8, 乙: "未评" }), { past: left(first) });
    expect(tabOf(second, "history")).toEqual(tabOf(first, "history"));
  });

  test("keeps rows that cannot be read, cell by cell, and does not multiply them", () => {
    const before = report(runOf("2020", { 甲: 0.6 }));
    const past = left(before);
    const odd: CellValue[] = ["去年", 44196, null, "", "甲", 0.5, "约六成", 1];
    const values = [...(past.tab?.values ?? []), odd];
    const next = report(runOf("2021", { 甲: 0.8 }), { past: { ...past, tab: { sheet: "历史记录", row: 0, values } } });
    const kept = valuesOf(tabOf(next, "history")).filter((row) => row[0] === "去年");
    expect(kept).toEqual([odd.map((cell) => (cell === "" ? null : cell))]);
    expect(words(tabOf(next, "history"))).toContain("以下1行");
    const third = report(runOf("2021", { 甲: 0.8 }), { past: left(next) });
    expect(tabOf(third, "history")).toEqual(tabOf(next, "history"));
  });

  test("finds its columns by their headings, moved or added to, and rows that were sorted", () => {
    const before = runs(runOf("2020", { 甲: 0.6 }), runOf("2021", { 甲: 0.8 }));
    const turned = valuesOf(tabOf(before, "history")).map((row) => ["", ...row.slice().reverse()]);
    const next = report(runOf("2021", { 甲: 0.8 }), {
      past: { tab: { sheet: "历史", row: 4, values: turned }, date1904: false },
    });
    expect(valuesOf(tabOf(next, "history"))).toEqual(valuesOf(tabOf(before, "history")));
  });

  test("keeps everything as it is where its headings are gone", () => {
    const values = [["2020年", "甲", 0.5]];
    const next = report(runOf("2021", { 甲: 0.8 }), {
      past: { tab: { sheet: "历史记录", row: 0, values }, date1904: false },
    });
    expect(valuesOf(tabOf(next, "history"))).toContainEqual(values[0]);
  });

  test("keeps what the clerk wrote beside a branch, of this period too", () => {
    const before = runs(runOf("2020", { 甲: 0.6 }), runOf("2021", { 甲: 0.8 }));
    const past = left(before);
    const values = (past.tab?.values ?? []).map((row) =>
      String(row[0]).endsWith("年") ? [...row.slice(0, -1), `${String(row[0])}的备注`] : row,
    );
    const next = report(runOf("2021", { 甲: 0.9 }), { past: { ...past, tab: { sheet: "历史记录", row: 0, values } } });
    expect(words(tabOf(next, "history"))).toMatch(/2020年的备注[^]*2021年的备注/u);
  });

  test("counts days as the workbook does", () => {
    const past: StandingRecord = { tab: null, date1904: true };
    const first = report(runOf("2020", { 甲: 0.6 }), { past });
    expect(words(tabOf(first, "history"))).toContain(`\t${44196 - 1462}\t`);
    const next = report(runOf("2021", { 甲: 0.8 }), { past: left(first, true) });
    expect(words(tabOf(next, "history"))).toContain(`\t${44196 - 1462}\t`);
  });

  test("keeps the indices of subsystems that the scheme has no more", () => {
    const other = { ...runOf("2020", { 甲: 0.6 }), subsystems: ["党建", "业务", "融合", "宣传"] };
    const tab = tabOf(runs(other, runOf("2021", { 甲: 0.8 })), "history");
    const row = valuesOf(tab).find((cells) => cells[0] === "2021年");
    expect(words(tab)).toContain("U融合\tU宣传\t");
    expect(row?.slice(5, 9)).toEqual([...[0.8, 0.8, 0.8].map((index) => expect.closeTo(index, 9)), null]);
  });
});

describe("趋势", () => {
  test("is not made before a second period of the same length is on record", () => {
    expect(tabOf(report(runOf("2021", { 甲: 0.8 })), "trend")).toBeUndefined();
    expect(tabOf(runs(runOf("2021H1", { 甲: 0.8 }), runOf("2021", { 甲: 0.8 })), "trend")).toBeUndefined();
    expect(tabOf(runs(runOf("2020", { 甲: 0.6 }), runOf("2021", { 甲: 0.8 })), "trend")).toBeDefined();
  });

  test("is made from a record that stands where the run itself is not recorded", () => {
    const before = report(runOf("2020", { 甲: 0.6 }));
    const model = report(runOf("2021", { 甲: 0.8 }), { choices: USUAL_REPORT, past: left(before) });
    expect(tabOf(model, "history")).toBeUndefined();
    const links = tabOf(model, "trend")?.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.link ?? [])) ?? [];
    expect(links).toContainEqual({ sheet: "历史记录", cell: "A5" });
    expect(words(tabOf(model, "trend"))).toContain("百分制平均由60.0变为80.0，提高20.0");
  });

  test("names periods of other lengths instead of comparing them", () => {
    const text = words(
      tabOf(runs(runOf("2020", { 甲: 0.6 }), runOf("2021H1", { 甲: 0.7 }), runOf("2021", { 甲: 0.8 })), "trend"),
    );
    expect(text).toContain("2021年上半年的长短与本期不同，不作比较");
    expect(text).not.toContain("2021年上半年\t");
  });

  test("says since when the scheme is another one", () => {
    const same = words(tabOf(runs(runOf("2020", { 甲: 0.6 }), runOf("2021", { 甲: 0.8 })), "trend"));
    expect(same).toContain("与上期相同");
    expect(same).not.toContain("不宜直接比较");
    const changed = words(
      tabOf(
        runs(
          runOf("2019", { 甲: 0.6 }),
          runOf("2020", { 甲: 0.6 }, { rulesFingerprint: "other" }),
          runOf("2021", { 甲: 0.8 }, { rulesFingerprint: "other" }),
        ),
        "trend",
      ),
    );
    expect(changed).toContain("2020年的评分标准或参数与上期不同");
    expect(changed).toMatch(/2021年\t[^\n]*与上期相同/u);
  });

  test("says which periods were not assessed to their end", () => {
    const text = words(
      tabOf(runs(runOf("2020", { 甲: 0.6 }, { asOf: "2020-09-30" }), runOf("2021", { 甲: 0.8 })), "trend"),
    );
    expect(text).toContain("2020年（截至2020年9月30日）未评估到期末");
  });

  test("names branches that are new or gone, and has no figure for them where there is no record", () => {
    const tab = tabOf(runs(runOf("2020", { 甲: 0.6, 乙: 0.5 }), runOf("2021", { 甲: 0.8, 丙: 0.9 })), "trend");
    expect(words(tab)).toContain("新增支部：丙。");
    expect(words(tab)).toContain("不再列入的支部：乙。");
    expect(words(tab)).toMatch(/丙\t无记录/u);
    expect(words(tab)).toContain("两期均有融合指数的支部1个，其中提高1个、下降0个、持平0个，平均提高16.4");
  });

  test("does not take what is 未评 for zero", () => {
    const tab = tabOf(runs(runOf("2020", { 甲: "未评" }), runOf("2021", { 甲: 0.8 })), "trend");
    expect(words(tab)).toMatch(/甲\t未评/u);
    expect(words(tab)).toContain("没有两期均已评的支部，不作比较");
    const [chart] = tab?.charts ?? [];
    const drawn = (chart?.series ?? []).map(({ values }) =>
      tab?.rows.slice(values.row, values.row + values.rowCount).map(({ cells }) => cells[values.column]?.value ?? null),
    );
    expect(drawn).toEqual([
      [null, expect.closeTo(84.59)],
      [null, expect.closeTo(80)],
    ]);
  });

  test("compares only branches that have a figure in both periods, so that a branch that falls out does not raise the mean", () => {
    const model = runs(runOf("2020", { 甲: 0.9, 乙: 0.7, 丙: 0.2 }), runOf("2021", { 甲: 0.8, 乙: 0.6, 丙: "未评" }));
    const tab = tabOf(model, "trend");
    expect(words(tab)).toContain("百分制（两期均已评的2个支部）平均由80.0变为70.0，下降10.0");
    const total = valuesOf(tab).filter((row) => row[0] === "平均")[1] ?? [];
    expect(total.filter((value) => typeof value === "number")).toEqual(
      [60, 70, -10].map((value) => expect.closeTo(value, 9)),
    );
  });

  test("draws and lists only figures that some period has", () => {
    const lacking = (period: string) => {
      const whole = runOf(period, { 甲: 0.6 });
      return { ...whole, branches: whole.branches.map((branch) => ({ ...branch, fusion: null, coordination: null })) };
    };
    const tab = tabOf(runs(lacking("2020"), lacking("2021")), "trend");
    expect(tab?.charts.map(({ title }) => title)).toEqual(["百分制各期平均", "联结度L各期平均"]);
    expect(words(tab)).toMatch(/二、各支部融合指数F\t*\n各支部各期均未评。/u);
  });

  test("draws no line of branches where they are too many to be told apart", () => {
    const many = (value: number) =>
      Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`第${index + 1}支部`, value]));
    const tab = tabOf(runs(runOf("2020", many(0.5)), runOf("2021", many(0.5))), "trend");
    expect(tab?.charts.map(({ name }) => name)).toEqual(["points", "indices"]);
    expect(words(tab)).toContain("持平60个");
  });

  test("shows the latest twelve of many periods, as lines, and says how many are left out", () => {
    const months = Array.from({ length: 14 }, (_, index) => {
      const period = `20${20 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
      return runOf("2021", { 甲: index / 20 }, { period, asOf: `${period}-28` });
    });
    const tab = tabOf(runs(...months), "trend");
    expect(words(tab)).toContain("更早的2期未列");
    expect(tab?.charts[0]).toMatchObject({ kind: "line", categories: { rowCount: 12 } });
    expect(tab?.widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(205);
  });

  test("follows 指标得分 in the figures of this run, and its own tables in the means", () => {
    const model = runs(runOf("2020", { 甲: 0.6, 乙: 0.3 }), runOf("2021", { 甲: 0.8, 乙: "未评" }));
    const tab = tabOf(model, "trend");
    const cells = tab?.rows.flatMap((row) => row.cells.flatMap((cell) => cell ?? [])) ?? [];
    const formulas = cells.filter(({ formula }) => formula !== undefined);
    expect(formulas.some(({ formula }) => /^='指标得分'!/u.test(formula ?? ""))).toBe(true);
    for (const cell of formulas) {
      const value = evaluate(cell.formula ?? "", model, "趋势");
      if (typeof cell.value === "number") expect(value).toBeCloseTo(cell.value, 9);
      else expect(value).toBe(cell.value);
    }
  });
});

describe("the record and the trend read as the documents reviewed in test/golden/report", () => {
  const earlier = assessmentOf(
    representative().branches.map(({ branch, unit }, index) =>
      branchOf({ branch: index === 4 ? "原第五支部" : branch, unit, scores: scores(0.4 + index / 10) }),
    ),
    { ...YEARS["2020"], rulesFingerprint: "00112233aabb" },
  );
  const model = runs(runOf("2021H1", { 第一支部: 0.7 }), earlier, representative());
  test.each(["trend", "history"])("%s", (key) => {
    const tab = tabOf(model, key);
    const text = tab === undefined ? "" : renderTab(tab);
    const path = join(__dirname, "../../golden/report", `${key}.txt`);
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(path, text);
    expect(text).toBe(readFileSync(path, "utf8"));
  });
});

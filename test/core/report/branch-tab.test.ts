import type { Assessment, BranchAssessment } from "../../../src/core/assessment/assessment";
import { USUAL_REPORT, type ReportChoices } from "../../../src/core/choices";
import { buildReport } from "../../../src/core/report/report";
import type { ReportCell, ReportTab } from "../../../src/core/report/report-model";
import { reason } from "../../../src/core/reasons";
import { workbookMessages } from "../../../src/i18n/workbook";
import { assessmentOf, branchOf, SCHEME } from "../../support/assessment";
import { representative } from "./sample";

function tabsOf(assessment: Assessment, choices: Partial<ReportChoices> = {}): readonly ReportTab[] {
  return buildReport(assessment, {
    messages: workbookMessages,
    choices: { ...USUAL_REPORT, ...choices },
    generatedAt: "2021-12-31 09:00",
    version: "0.1.0",
    live: null,
  }).tabs;
}

const pagesOf = (assessment: Assessment, choices: Partial<ReportChoices> = {}): readonly ReportTab[] =>
  tabsOf(assessment, choices).filter(({ key }) => key.split("/")[0] === "branch");

const cellsOf = (tab: ReportTab | undefined): ReportCell[] =>
  tab?.rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null)) ?? [];

const words = (tab: ReportTab | undefined): string =>
  cellsOf(tab)
    .map(({ value }) => String(value ?? ""))
    .join("\t");

const plain = (rest: Partial<BranchAssessment> = {}, branch = "甲支部"): BranchAssessment =>
  branchOf({ branch, scores: SCHEME.map((_, index) => (index % 4) / 4), rest });

/** Some rows as they are shown; of formulas, what they name on 指标得分. */
const shown = (tab: ReportTab | undefined, first: number, count: number) =>
  tab?.rows.slice(first, first + count).map(({ cells, height }) => ({
    height,
    cells: cells.map((cell) =>
      cell === null ? null : [cell.value, cell.role, cell.input, cell.formula?.split("!")[1]],
    ),
  }));

describe("支部评估表 in one tab or one each", () => {
  const branches = ["甲支部", "乙支部"].map((name) => plain({}, name));

  it("begins a page with every branch in the one tab", () => {
    const [tab, ...rest] = pagesOf(assessmentOf(branches));
    expect(rest).toEqual([]);
    expect(tab).toMatchObject({ key: "branch", name: "支部评估表" });
    expect(tab?.rows.filter(({ breakBefore }) => breakBefore)).toHaveLength(branches.length - 1);
  });

  it("is one tab a branch, named after it, under the same title", () => {
    const tabs = pagesOf(assessmentOf(branches), { branchPages: "each" });
    expect(tabs.map(({ key, name }) => [key, name])).toEqual([
      ["branch//甲支部", "甲支部评估表"],
      ["branch//乙支部", "乙支部评估表"],
    ]);
    for (const tab of tabs) expect(tab.rows[1]?.cells[0]).toMatchObject({ value: "支部评估表", role: "title" });
  });

  it("shows the same page in both", () => {
    const [one] = pagesOf(assessmentOf(branches));
    const each = pagesOf(assessmentOf(branches), { branchPages: "each" });
    const HEADING = 3;
    each.forEach((tab, index) => {
      const count = tab.rows.length - HEADING;
      expect(shown(tab, HEADING, count)).toEqual(shown(one, HEADING + index * count, count));
    });
  });

  it("keeps branches of one name in two units apart", () => {
    const same = ["东院", "西院"].map((unit) => ({ ...plain(), unit }));
    const tabs = pagesOf(assessmentOf(same), { branchPages: "each" });
    expect(tabs.map(({ key }) => key)).toEqual(["branch/东院/甲支部", "branch/西院/甲支部"]);
    expect(tabs.map(({ name }) => name)).toEqual(["东院甲支部评估表", "西院甲支部评估表"]);
  });

  it("has keys that differ however the names are cut by strokes", () => {
    const cut = [
      { ...plain({}, "丙"), unit: "甲/乙" },
      { ...plain({}, "乙/丙"), unit: "甲" },
    ];
    const keys = pagesOf(assessmentOf(cut), { branchPages: "each" }).map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
  });

  it("is reached from the first tab by one link, whichever was chosen", () => {
    for (const branchPages of ["one", "each"] as const) {
      const links = cellsOf(tabsOf(assessmentOf(branches), { branchPages })[0]).filter(
        ({ role }) => role === "navigation",
      );
      expect(links.filter(({ value }) => String(value).includes("评估表"))).toMatchObject([{ value: "支部评估表" }]);
    }
  });

  it("is not made where the clerk left it out", () => {
    expect(pagesOf(assessmentOf(branches), { omittedTabs: ["branch"] })).toEqual([]);
  });
});

describe("the page of a branch", () => {
  it("shows goalposts as prorated for the window of the branch", () => {
    const [tab] = pagesOf(assessmentOf([plain({ window: { first: "2021-07-01", last: "2021-12-31" } })]));
    const row = tab?.rows.find(({ cells }) => cells[0]?.value === "D6 书记讲党课");
    expect([3, 4].map((column) => row?.cells[column]?.value)).toEqual([0, 2]);
  });

  it("has columns for 自评, 复核 and 审定 only where there are any", () => {
    expect(words(pagesOf(assessmentOf([plain()]))[0])).not.toContain("复核\t");
    const [, , , reviewed] = pagesOf(representative(), { branchPages: "each" });
    const row = reviewed?.rows.find(({ cells }) => cells[0]?.value === "D6 书记讲党课");
    expect([8, 9, 10].map((column) => row?.cells[column]?.value)).toEqual([2, 1.5, 1]);
    expect(row?.cells[11]).toMatchObject({ link: { sheet: "自评复核", cell: "A2" } });
  });

  it("says why a figure is missing, beside the word for it", () => {
    const [, , tab] = pagesOf(representative(), { branchPages: "each" });
    const row = tab?.rows.find(({ cells }) => cells[0]?.value === "R5 先锋岗履职");
    expect(row?.cells.filter((cell) => cell?.tone === "unassessed").map((cell) => cell?.value)).toEqual([
      "未评",
      "未评",
      "未评",
    ]);
    expect(row?.cells[8]?.value).toBe("没有“先锋岗”表");
  });

  it("links obstacles to the rows behind them and problems to 问题诊断, where that tab is made", () => {
    const links = (omittedTabs: ReportChoices["omittedTabs"]) =>
      new Set(
        cellsOf(pagesOf(representative(), { omittedTabs })[0]).flatMap(({ link, role }) =>
          link === undefined || role === "navigation" ? [] : [link.sheet],
        ),
      );
    expect(links([])).toContain("活动台账");
    expect(links([])).toContain("问题诊断");
    expect(links(["diagnosis"])).not.toContain("问题诊断");
  });

  it("names the figure that decided a problem with its line, and how many reached it", () => {
    const branch = branchOf({ branch: "甲支部", scores: SCHEME.map(() => 0.5), lights: { 思想认识模糊性: "红" } });
    const said = words(pagesOf(assessmentOf([branch]))[0]);
    expect(said).toContain("未结合率66.0%（红线 ≥ 60%）");
    expect(said).toContain("宣传融合率37.0%（黄线 ≤ 30%）");
  });

  it("draws the carriers from the figures printed beside them, and says what the chart shows", () => {
    const [tab] = pagesOf(assessmentOf([plain()]));
    const [chart] = tab?.charts ?? [];
    expect(chart).toMatchObject({ kind: "radar", sheet: "支部评估表" });
    const values = Array.from(
      { length: 6 },
      (_, index) => tab?.rows[(chart?.categories.row ?? 0) + index]?.cells[chart?.series[0]?.values.column ?? 0]?.value,
    );
    expect(values).toEqual([6, 4, 2, 0, 0, 0]);
    expect(words(tab)).toContain("6个载体中3个有活动，最多的是学习教育（6次）；创先争优、党支部共建、示范引领没有活动");
  });

  it("draws nothing where no carrier was used or they are 未评, and says which", () => {
    const none = { counts: [{ carrier: "学习教育", count: 0 }], reason: null, evidence: null };
    const missing = { counts: null, reason: reason("tableMissing", { table: "活动台账" }), evidence: null };
    const [tab] = pagesOf(assessmentOf([plain({ carriers: none }), plain({ carriers: missing }, "乙支部")]));
    expect(tab?.charts).toEqual([]);
    expect(words(tab)).toContain("评估期内没有填写载体的活动");
    expect(words(tab)).toContain("载体未评，不作图：没有“活动台账”表");
  });

  it("says that a branch outside the period is not assessed, and still leaves room for opinions and signatures", () => {
    const tab = pagesOf(representative(), { branchPages: "each" }).at(-1);
    expect(words(tab)).toContain("本支部不在评估期内");
    expect(words(tab)).toContain("支部意见");
    expect(words(tab)).not.toContain("达成度");
    expect(tab?.charts).toEqual([]);
  });

  it("shows a veto and other adjustments that count with their grounds, not those that wait for approval", () => {
    const [first, , , vetoed] = pagesOf(representative(), { branchPages: "each" });
    expect(words(vetoed)).toContain("一票否决：发生违纪问题，依据纪检通报，审批人赵六。");
    expect(words(first)).toContain("加分2分：承办全市现场会");
    expect(words(first)).not.toContain("材料迟报");
  });

  it("says that there is no roster, and marks what the roster leaves blank", () => {
    const unknown = plain({ secretary: null, kind: null });
    expect(words(pagesOf(assessmentOf([unknown], { hasRoster: false }))[0])).toContain("支部书记\t\t无名册");
    expect(words(pagesOf(assessmentOf([unknown]))[0])).toContain("支部书记\t\t未填");
  });

  it("names every place for the clerk's text once, the same in both choices", () => {
    const inputs = (tabs: readonly ReportTab[]) =>
      tabs.flatMap(cellsOf).flatMap(({ input }) => (input === undefined ? [] : [input]));
    const one = inputs(pagesOf(representative()));
    expect(new Set(one).size).toBe(one.length);
    expect(inputs(pagesOf(representative(), { branchPages: "each" }))).toEqual(one);
    expect(one).toContain("opinion:清河县人民检察院/第三支部:2021年支部意见");
    expect(one.some((name) => name.startsWith("due:"))).toBe(true);
  });

  it("has other places for the opinions of another period, which are about other figures", () => {
    const opinions = (period: string) =>
      pagesOf({ ...representative(), period })
        .flatMap(cellsOf)
        .flatMap(({ input = "" }) => (/^(?:opinion|committee):/u.test(input) ? [input] : []));
    const year = new Set(opinions("2021"));
    expect(year.size).toBe(2 * representative().branches.length);
    expect(opinions("2021Q1").filter((name) => year.has(name))).toEqual([]);
  });

  it("has a card for each subsystem, however many there are", () => {
    const scheme = ["甲", "乙", "丙", "丁"].flatMap((subsystem, index) =>
      SCHEME.slice(index, index + 1).map((line) => ({ ...line, subsystem })),
    );
    const branch = { ...branchOf({ branch: "甲支部", scores: [1, 1, 1, 1] }, scheme), findings: [] };
    const [tab] = pagesOf(assessmentOf([branch], { scheme, subsystems: ["甲", "乙", "丙", "丁"] }));
    for (const name of ["甲", "乙", "丙", "丁"]) expect(words(tab)).toContain(`${name}指数`);
    expect(cellsOf(tab).filter(({ formula }) => formula?.startsWith("=SUM("))).toHaveLength(4);
  });
});

it.each(["branch", "diagnosis"])(
  "asks in the tab %s for no table of which every indicator is 不适用 to the branch",
  (key) => {
    const scores = SCHEME.map(({ table }) => (table === "先锋岗" ? "不适用" : 0.5));
    const branch = branchOf({ branch: "甲支部", scores, rest: { absentTables: ["任务清单", "先锋岗", "荣誉成果"] } });
    const said = words(tabsOf(assessmentOf([branch])).find((tab) => tab.key === key));
    expect(said).toContain("注：任务清单中没有本支部的记录，请核实。");
  },
);

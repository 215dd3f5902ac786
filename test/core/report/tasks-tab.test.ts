import { USUAL_REPORT } from "../../../src/core/choices";
import { BUILT_IN_LIBRARY } from "../../../src/core/diagnosis/library";
import type { Assessment, Measure } from "../../../src/core/assessment/assessment";
import { buildReport } from "../../../src/core/report/report";
import type { ReportCell, ReportTab } from "../../../src/core/report/report-model";
import { workbookMessages } from "../../../src/i18n/workbook";
import { assessmentOf, branchOf, SCHEME } from "../../support/assessment";
import { representative } from "./sample";

const HEADER_ROW = 3;

function report(assessment: Assessment, choices = USUAL_REPORT) {
  return buildReport(assessment, {
    messages: workbookMessages,
    choices,
    generatedAt: "2021-12-31 09:00",
    version: "0.1.0",
    live: null,
  });
}
const tabOf = (assessment: Assessment): ReportTab | undefined =>
  report(assessment).tabs.find(({ key }) => key === "tasks");

/** The rows of the table: heading → cell. */
function tasksOf(assessment: Assessment): readonly Readonly<Record<string, ReportCell | null>>[] {
  const tab = tabOf(assessment);
  const header = tab?.rows.find((_, row) => row === HEADER_ROW);
  const headings = header?.cells.map((cell) => String(cell?.value)) ?? [];
  const { row = 0, rowCount = 1 } = tab?.filter ?? {};
  return (tab?.rows.slice(row + 1, row + rowCount) ?? []).map(({ cells }) =>
    Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? null])),
  );
}
const valuesOf = (assessment: Assessment, heading: string) => tasksOf(assessment).map((row) => row[heading]?.value);

const measure = (rest: Partial<Measure>): Measure => ({
  key: "甲",
  answers: "R1",
  figure: "R1",
  task: "做一件事",
  owner: "组织委员",
  moves: [],
  due: "2022-03-31",
  sent: null,
  ...rest,
});
const scores = SCHEME.map(() => 0.5);
const withMeasures = (measures: readonly Measure[], rest: Partial<Assessment> = {}) =>
  assessmentOf([branchOf({ branch: "甲支部", scores, rest: { measures } })], rest);

describe("整改任务", () => {
  it("has a numbered row for every measure of every branch, in their order", () => {
    const assessment = representative();
    const tasks = assessment.branches.flatMap(({ measures }) => measures.map(({ task }) => task));
    expect(valuesOf(assessment, "任务")).toEqual(tasks);
    expect(valuesOf(assessment, "序号")).toEqual(tasks.map((_, index) => index + 1));
  });

  it("is not made where there is no measure, or the clerk left it out", () => {
    expect(tabOf(withMeasures([]))).toBeUndefined();
    const kept = report(representative(), { ...USUAL_REPORT, omittedTabs: ["tasks"] }).tabs.map(({ key }) => key);
    expect(kept).not.toContain("tasks");
  });

  it("gives 责任人, 期限 and 备注 to the clerk, each under a name of branch and measure that stands once", () => {
    const rows = tasksOf(representative());
    const inputs = rows.flatMap((row) => ["责任人", "期限", "备注"].map((heading) => row[heading]?.input));
    expect(inputs.slice(0, 3)).toEqual([
      "owner:临江市人民检察院:第一支部:J1-3",
      "due:临江市人民检察院:第一支部:J1-3:2021年",
      "note:临江市人民检察院:第一支部:J1-3",
    ]);
    expect(inputs).not.toContain(undefined);
    expect(new Set(inputs).size).toBe(inputs.length);
  });

  it("has another place for the 期限 of the same task in another period, but one for its 责任人 and 备注", () => {
    const inputs = (period: string, heading: string) =>
      tasksOf({ ...representative(), period }).map((row) => row[heading]?.input);
    for (const heading of ["责任人", "备注"]) expect(inputs("2022", heading)).toEqual(inputs("2021", heading));
    const before = new Set(inputs("2021", "期限"));
    expect(inputs("2022", "期限").filter((name) => before.has(name))).toEqual([]);
  });

  it("proposes the secretary by name where the roster has it, else the office", () => {
    const people = (secretary: string | null, owner: string) =>
      valuesOf(
        assessmentOf([branchOf({ branch: "甲", scores, rest: { secretary, measures: [measure({ owner })] } })]),
        "责任人",
      );
    expect(people("张三", "支部书记")).toEqual(["张三（支部书记）"]);
    expect(people(null, "支部书记")).toEqual(["支部书记"]);
    expect(people("张三", "组织委员")).toEqual(["组织委员"]);
    expect(people("张三", "")).toEqual([null]);
  });

  it.each([
    [false, 44651],
    [true, 43189],
  ])("has days that are dates of the workbook, also where it counts from 1904 (%s)", (date1904, serial) => {
    const [row] = tasksOf(withMeasures([measure({})], { date1904 }));
    expect(row?.["期限"]).toMatchObject({ value: serial, format: "date", role: "input" });
  });

  it("says what a finding or an obstacle reached, linked to where it stands", () => {
    const rows = tasksOf(representative());
    const found = rows.find((row) => String(row["针对"]?.value).startsWith("思想认识模糊性"));
    expect(found?.["针对"]?.value).toBe("思想认识模糊性：未结合率66.0%（红线 ≥ 60%）");
    expect(found?.["依据"]).toMatchObject({ value: "问题诊断", link: { sheet: "问题诊断" } });
    expect(rows[0]?.["针对"]?.value).toBe("障碍指标：B1 业务指标达成，障碍度36.4%");
    expect(rows[0]?.["依据"]).toMatchObject({ value: "指标得分", link: { sheet: "指标得分" } });
  });

  it("links to no tab that is not made", () => {
    const { tabs } = report(representative(), { ...USUAL_REPORT, omittedTabs: ["diagnosis"] });
    const links = tabs
      .find(({ key }) => key === "tasks")
      ?.rows.flatMap(({ cells }) => cells.map((cell) => cell?.link?.sheet));
    expect(links).not.toContain("问题诊断");
  });

  it("is judged by the first figure of 应改善 that is not yet where it should be, as 指标得分 has it", () => {
    const branch = (r1: number, moves: readonly string[]) =>
      assessmentOf([
        branchOf({
          branch: "甲支部",
          scores: SCHEME.map(({ code }) => (code === "R1" ? r1 : 0.5)),
          lights: { 慢一拍: "红", 两张皮: "红" },
          rest: { measures: [measure({ moves })] },
        }),
      ]);
    const judged = (assessment: Assessment) => {
      const [row] = tasksOf(assessment);
      return [row?.["应改善的指标"]?.value, row?.["现值"]?.formula !== undefined, row?.["目标"]?.value];
    };
    expect(judged(branch(0.5, ["业务结合率", "部署时差"]))).toEqual(["R1 业务结合率", true, "≥ 80%"]);
    expect(judged(branch(1, ["业务结合率", "部署时差"]))).toEqual(["部署时差", false, "≤ 7"]);
    expect(judged(branch(1, ["业务结合率"]))).toEqual(["R1 业务结合率", true, "≥ 80%"]);
    expect(judged(branch(0.5, ["R3"]))).toEqual(["R3 部署时差", true, "≤ 0"]);
    expect(judged(branch(0.5, ["D6"]))).toEqual(["D6 书记讲党课", true, "≥ 4（全年）"]);
    expect(judged(branch(0.5, ["联结度"]))).toEqual(["联结度", true, "≥ 0.5"]);
    expect(judged(branch(0.5, ["不认识的指标"]))).toEqual(["R1 业务结合率", true, "≥ 80%"]);
  });

  it("says 未评 for a figure that does not exist, and 无 where nothing is named", () => {
    const assessed = (own: Measure) =>
      assessmentOf([branchOf({ branch: "甲", scores: SCHEME.map(() => "未评"), rest: { measures: [own] } })]);
    expect(valuesOf(assessed(measure({ moves: ["业务结合率"] })), "现值")).toEqual(["未评"]);
    expect(valuesOf(assessed(measure({ figure: "X", answers: "X" })), "应改善的指标")).toEqual(["无"]);
  });

  it("links a task that stands in 任务清单 already, and counts those in its summary", () => {
    const place = { sheet: "任务", cell: "B7" };
    const assessment = withMeasures([measure({ sent: place }), measure({ key: "乙", task: "做另一件事" })]);
    expect(tasksOf(assessment).map((row) => [row["发送情况"]?.value, row["发送情况"]?.link])).toEqual([
      ["已列入", place],
      ["未发送", undefined],
    ]);
    const texts = tabOf(assessment)?.rows.flatMap(({ cells }) => cells.map((cell) => cell?.value)) ?? [];
    expect(texts).toContain("共2项任务，涉及1个支部，其中1项已列入任务清单。");
  });

  it("can be filtered from its heading row to its last task, with the heading repeated on every page", () => {
    const tab = tabOf(representative());
    expect(tab?.filter).toEqual({ row: HEADER_ROW, column: 0, rowCount: 18, columnCount: 12 });
    expect(tab?.titleRows).toEqual({ first: 1, last: HEADER_ROW });
    expect(tab?.orientation).toBe("landscape");
  });

  it.each(["=HYPERLINK(1)", "支部😀مرحبا", "第一\n支部", "甲".repeat(120)])(
    "takes any name of a branch: %j",
    (name) => {
      const measures = BUILT_IN_LIBRARY.measures.slice(0, 2).map(({ key, task }) => measure({ key, task }));
      const assessment = assessmentOf([branchOf({ branch: name, scores, rest: { measures } })]);
      expect(valuesOf(assessment, "支部")).toEqual([name, name]);
      expect(tasksOf(assessment)[0]?.["支部"]?.formula).toBeUndefined();
    },
  );
});

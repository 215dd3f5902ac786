import { runChosen } from "../../src/commands/run-chosen";
import { NO_CHOICES } from "../../src/core/choices";
import { readRecord } from "../../src/excel/read-record";
import { openOffice, sheetNames } from "../excel/opened";
import { save } from "../../src/workbench/files/save";
import { expectChartsOf } from "../support/expect-charts";
import { savedCharts } from "../support/saved-charts";
import { type Rows, workbookOf } from "../support/workbook-file";
import type { TestOffice } from "../workbench/office";
import { LEDGERS } from "./ledgers";

jest.setTimeout(120_000);

let office: TestOffice;
afterEach(() => office.close());

const CHOICES = { ...NO_CHOICES, period: "2021H1", history: true };
const assess = async (choices: typeof CHOICES) => {
  const run = await runChosen(choices, "zh-CN", { onProgress: () => undefined, signal: null });
  if (run.kind !== "assessed") throw new Error(JSON.stringify(run));
  return run;
};
const tabs = async (choices: typeof CHOICES) => (await assess(choices)).overview.tabs.map(({ key }) => key);

/** Periods and branches on record. */
const recorded = async () => {
  const record = await readRecord();
  if (!record.ok) throw new Error(record.issue.code);
  return (record.value?.values ?? [])
    .filter((row) => /^20\d\d年/u.test(String(row[0])) && row[4] !== "")
    .map((row) => `${String(row[0])} ${String(row[4])}`);
};

const rename = (from: string, to: string) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem(from).name = to;
    await context.sync();
  });

/** Ledgers that give both branches every figure in each quarter. */
const EVERY_QUARTER: Readonly<Record<string, Rows>> = {
  支部名册: LEDGERS["支部名册"] ?? [],
  活动台账: [
    ["支部", "日期", "类别", "业务结合点"],
    ...[44_230, 44_320, 44_410, 44_500].flatMap((day, quarter) => [
      ["第一检察部党支部", day, "党课", "公开听证"],
      ["第一检察部党支部", day + 1, "主题党日", quarter % 2 === 0 ? "公开听证" : null],
      ["第二检察部党支部", day, "党课", "公开听证"],
    ]),
  ],
  业务指标: [
    ["支部", "期间", "指标", "数值", "下限", "上限"],
    ...["2021Q1", "2021Q2", "2021Q3", "2021Q4"].flatMap((period, quarter) => [
      ["第一检察部党支部", period, "办结率", 0.6 + quarter / 10, 0.5, 1],
      ["第二检察部党支部", period, "办结率", 0.9 - quarter / 10, 0.5, 1],
    ]),
  ],
  评分标准: [
    ["代码", "指标", "子系统", "数据表", "计量", "条件", "下限", "上限", "折算", "分值"],
    ["D1", "党课", "党建", "活动台账", "次数", "类别=党课", 0, 2, "否", 4],
    ["B1", "达成", "业务", "业务指标", "达成", "", 0, 1, "否", 5],
    ["R1", "结合率", "融合", "活动台账", "占比(业务结合点非空)", "", 0, 1, "否", 6],
  ],
};

describe("runs that are kept", () => {
  it("are found again in the tab, renamed too, and make a trend of like periods", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    expect(await tabs(CHOICES)).not.toContain("trend");
    expect(await recorded()).toEqual(["2021年上半年 第一检察部党支部", "2021年上半年 第二检察部党支部"]);
    await rename("历史记录", "历年记录");
    expect(await tabs({ ...CHOICES, period: "2021H2" })).toEqual(expect.arrayContaining(["trend", "history"]));
    expect(sheetNames(office)).toContain("历年记录");
    expect(await recorded()).toHaveLength(4);
  });

  it("are not added to where the clerk did not ask for it, and stay", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    expect(await tabs({ ...CHOICES, history: false })).not.toContain("history");
    await tabs(CHOICES);
    const before = await recorded();
    expect(await tabs({ ...CHOICES, period: "2021H2", history: false })).toEqual(
      expect.arrayContaining(["trend", "history"]),
    );
    expect(await recorded()).toEqual(before);
  });

  it("keep a row that the clerk wrote wrongly", async () => {
    office = await openOffice(workbookOf(LEDGERS));
    await assess(CHOICES);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("历史记录").getRange("A5").values = [["上年"]];
      await context.sync();
    });
    await assess({ ...CHOICES, period: "2021H2" });
    const record = await readRecord();
    expect(record.ok && record.value?.values.some((row) => row[0] === "上年" && row[4] !== "")).toBe(true);
    expect(await recorded()).toHaveLength(3);
  });

  it("are drawn as columns while they are few and as lines then, by the same charts over the figures of the tab", async () => {
    office = await openOffice(workbookOf(EVERY_QUARTER));
    const drawn: string[][] = [];
    for (const period of ["2021Q1", "2021Q2", "2021Q3", "2021Q4"]) {
      await assess({ ...CHOICES, period });
      await office.host.settle();
      const bytes = save(office.host.toDocument());
      expectChartsOf(bytes);
      drawn.push(savedCharts(bytes).flatMap(({ sheet, name, kind }) => (sheet === "趋势" ? [`${name} ${kind}`] : [])));
    }
    const three = (kind: string) => ["points", "indices", "branches"].map((name) => `${name} ${kind}`);
    expect(drawn).toEqual([[], three("column"), three("column"), three("line")]);
  });
});

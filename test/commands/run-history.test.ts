import { runChosen } from "../../src/commands/run-chosen";
import { NO_CHOICES } from "../../src/core/choices";
import { readRecord } from "../../src/excel/read-record";
import { openOffice, sheetNames } from "../excel/opened";
import { workbookOf } from "../support/workbook-file";
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
  const record = await readRecord("历史记录");
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
    const record = await readRecord("历史记录");
    expect(record.ok && record.value?.values.some((row) => row[0] === "上年" && row[4] !== "")).toBe(true);
    expect(await recorded()).toHaveLength(3);
  });
});

import type { ReportModel } from "../../src/core/report/report-model";
import { compareFormulas, settledIssues } from "../../src/excel/check-formulas";
import { runExcel } from "../../src/excel/run-excel";
import { writeReport } from "../../src/excel/write-report";
import { startLive } from "../support/live-office";
import { emptyDocument, type TestOffice } from "../workbench/office";
import { cell, model, tab } from "./model";

jest.setTimeout(120_000);

const report: ReportModel = model(
  tab({
    rows: [
      { cells: [cell(0.81), { ...cell(72), formula: "=RONGHE.FUSION(A1,0.64)" }, cell(null)] },
      { cells: [{ ...cell(72), formula: "=B1" }, cell(null), cell(null)] },
    ],
    merges: [],
    freeze: { rows: 0, columns: 0 },
  }),
);

let office: TestOffice;
afterEach(() => office.close());

/** The first reading of a report that was written while the functions have not answered yet. */
async function firstReading() {
  const read = await runExcel(async (context) => {
    const sheet = context.workbook.worksheets.add("融合总览");
    sheet.getRange("A1:C2").formulas = [
      [0.81, "=RONGHE.FUSION(A1,0.64)", ""],
      ["=B1", "", ""],
    ];
    await context.sync();
    return compareFormulas(context, report, new Map());
  });
  if (!read.ok) throw new Error(read.issue.code);
  return read.value;
}

const codesAfter = async (pauses: readonly number[], signal: AbortSignal | null = null) =>
  (await settledIssues(await firstReading(), report, new Map(), signal, pauses)).map(({ code }) => code);

describe("the wait for the functions of live formulas", () => {
  it("ends as soon as every cell shows what it must", async () => {
    office = await startLive(emptyDocument("Sheet1"));
    expect(await codesAfter([200, 1000, 1000, 1000, 1000])).toEqual([]);
  });

  it("says that the formulas were not compared where no answer comes", async () => {
    office = await startLive(emptyDocument("Sheet1"), "silent");
    office.page.window.CustomFunctions.associate("FUSION", () => new Promise(() => undefined));
    expect(await codesAfter([10, 10, 10])).toEqual(["formulasNotCompared"]);
  });

  it("ends when it is called off, without a comparison", async () => {
    office = await startLive(emptyDocument("Sheet1"), "silent");
    expect(await codesAfter([10, 10], AbortSignal.abort())).toEqual(["formulasNotCompared"]);
  });

  it("ends in the middle of a pause when it is called off then", async () => {
    office = await startLive(emptyDocument("Sheet1"), "silent");
    const calledOff = new AbortController();
    const waiting = settledIssues(await firstReading(), report, new Map(), calledOff.signal, [600_000]);
    calledOff.abort();
    expect((await waiting).map(({ code }) => code)).toEqual(["formulasNotCompared"]);
  });

  it("says so, with Excel's reason, where the cells cannot be read any more", async () => {
    office = await startLive(emptyDocument("Sheet1"), "silent");
    const first = await firstReading();
    office.host.faults.failure = { request: 1, code: "GeneralException", after: false };
    const issues = await settledIssues(first, report, new Map(), null, [10]);
    expect(issues.map(({ code }) => code)).toEqual(["formulasNotCompared", "excelFailed"]);
  });

  it("reads a constant number of times, however long it waits", async () => {
    office = await startLive(emptyDocument("Sheet1"), "silent");
    office.page.window.CustomFunctions.associate("FUSION", () => new Promise(() => undefined));
    const first = await firstReading();
    const before = office.host.requestCount();
    await settledIssues(first, report, new Map(), null, [10, 20, 30, 40]);
    expect(office.host.requestCount() - before).toBe(4);
  });

  it("is none for a report of plain formulas: a difference is told at once", async () => {
    office = await startLive(emptyDocument("Sheet1"), "absent");
    const plain = model(
      tab({
        rows: [{ cells: [cell(1), { ...cell(3), formula: "=A1+1" }, cell(null)] }],
        merges: [],
        freeze: { rows: 0, columns: 0 },
      }),
    );
    const before = office.host.requestCount();
    expect(await writeReport(plain, null, "{}")).toMatchObject({
      kind: "written",
      issues: [{ code: "formulaDiffers", params: { cell: "B1", shown: "2", expected: "3" } }],
    });
    expect(office.host.requestCount() - before).toBeLessThan(8);
  });
});

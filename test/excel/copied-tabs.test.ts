import type { ReportModel } from "../../src/core/report/report-model";
import { freezeTabs } from "../../src/excel/freeze-tabs";
import { listTabs } from "../../src/excel/list-tabs";
import { readWorkbook } from "../../src/excel/read-workbook";
import { removeTabs } from "../../src/excel/remove-tabs";
import { markTab } from "../../src/excel/tabs";
import { emptyDocument, type TestOffice } from "../workbench/office";
import { cell, figure, model, tab } from "./model";
import { openOffice, sheetNames } from "./opened";
import { write } from "./picture";

jest.setTimeout(60_000);

let office: TestOffice;
beforeEach(async () => {
  office = await openOffice(emptyDocument("台账"));
  await enter("台账", "A1", "支部");
  expect(await write(report(0.5))).toMatchObject({ kind: "written" });
});
afterEach(() => office.close());

const report = (value: number): ReportModel =>
  model(
    tab({ rows: [{ cells: [cell("第一检察部党支部"), figure(value)] }], merges: [], freeze: NONE, widths: [20, 10] }),
  );
const NONE = { rows: 0, columns: 0 };

const enter = (sheet: string, address: string, value: string) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).formulas = [[value]];
    await context.sync();
  });
const shown = (sheet: string): Promise<readonly (readonly unknown[])[]> =>
  Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange();
    used.load("formulas");
    await context.sync();
    return used.formulas;
  });
/** A copy of 融合总览 with its mark, in front of all sheets, on which the clerk then writes. */
async function copy(name: string): Promise<void> {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(name);
    sheet.position = 0;
    markTab(sheet, "overview", "融合总览");
    sheet.getRange("A1:B1").values = [["第一检察部党支部", 0.5]];
    await context.sync();
  });
  await enter(name, "A3", "我的意见");
}
/** Names of the sheets that a run would read. */
const read = async () => {
  const found = await readWorkbook({ formatsWanted: () => Promise.resolve([]), onProgress: () => undefined });
  return found.ok && found.value.sheets.map(({ name }) => name);
};
const ownTabs = async () => {
  const listed = await listTabs();
  if (!listed.ok) throw new Error(listed.issue.code);
  return listed.value.map(({ name }) => name);
};
const renameTab = (name: string) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getItem("融合总览").name = name;
    await context.sync();
  });
const COPIED = [
  ["第一检察部党支部", 0.5],
  ["", ""],
  ["我的意见", ""],
];

describe("a sheet copied from an assessment tab, mark and all", () => {
  it.each(["融合总览 (2)", "存档"])("named %s is not written by a run; the tab is", async (name) => {
    await copy(name);
    expect(await ownTabs()).toEqual(["融合总览"]);
    expect(await write(report(0.75))).toMatchObject({ kind: "written" });
    expect(await shown(name)).toEqual(COPIED);
    expect((await shown("融合总览"))[0]).toEqual(["第一检察部党支部", 0.75]);
  });

  it("is not removed with the tabs", async () => {
    await copy("融合总览 (2)");
    expect(await removeTabs({ everyTrace: true })).toEqual({ removed: ["融合总览"], issues: [] });
    expect(sheetNames(office)).toEqual(["融合总览 (2)", "台账"]);
    expect(await shown("融合总览 (2)")).toEqual(COPIED);
  });

  it("is not the tab of a later run, where the clerk deletes the tab and keeps the copy under a name of her own", async () => {
    await copy("存档");
    await write(report(0.75));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("融合总览").delete();
      await context.sync();
    });
    expect(await write(report(1))).toMatchObject({ kind: "written" });
    expect(await shown("存档")).toEqual(COPIED);
    expect(sheetNames(office)).toEqual(["存档", "台账", "融合总览"]);
  });

  it("leaves the tab its place where the clerk renamed the tab before", async () => {
    await renameTab("全院总览");
    await copy("全院总览 (2)");
    await write(report(0.75));
    expect(await shown("全院总览 (2)")).toEqual(COPIED);
    expect((await shown("全院总览"))[0]).toEqual(["第一检察部党支部", 0.75]);
    expect(sheetNames(office)).not.toContain("融合总览");
  });

  it("leaves both to the clerk where it cannot be told which is the tab: a run makes a new one", async () => {
    await renameTab("全院总览");
    await copy("存档");
    expect(await write(report(0.75))).toMatchObject({ kind: "written" });
    expect(await shown("存档")).toEqual(COPIED);
    expect((await shown("全院总览"))[0]).toEqual(["第一检察部党支部", 0.5]);
    expect((await shown("融合总览"))[0]).toEqual(["第一检察部党支部", 0.75]);
  });

  it("is not turned into values by 固化", async () => {
    await copy("融合总览 (2)");
    await enter("融合总览 (2)", "B1", "=RONGHE.BAND(1)");
    expect(await freezeTabs("RONGHE")).toMatchObject({ kind: "nothing" });
  });

  it("is not read as a ledger", async () => {
    await copy("融合总览 (2)");
    expect(await read()).toEqual(["台账"]);
  });
});

describe("a sheet copied from an assessment tab without its mark, as Excel copies it", () => {
  const bareCopy = async (name: string) => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.add(name);
      await context.sync();
    });
    await enter(name, "A1", "支部");
  };

  it("is not read as a ledger under the name that Excel gives it, nor under another once a run has seen it", async () => {
    await bareCopy("融合总览 (2)");
    expect(await read()).toEqual(["台账"]);
    await write(report(0.75));
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("融合总览 (2)").name = "存档";
      await context.sync();
    });
    expect(await read()).toEqual(["台账"]);
    expect(await shown("存档")).toEqual([["支部"]]);
  });

  it("stays when the tabs are removed, without a trace where every trace is to go", async () => {
    await bareCopy("融合总览 (2)");
    expect(await removeTabs({ everyTrace: true })).toEqual({ removed: ["融合总览"], issues: [] });
    expect(sheetNames(office)).toEqual(["台账", "融合总览 (2)"]);
    const { sheets } = office.host.toDocument();
    expect(Object.values(sheets).flatMap(({ customProperties }) => customProperties)).toEqual([]);
  });

  it("is told from a ledger of the clerk's whose name only ends in the same way", async () => {
    await bareCopy("活动台账 (2)");
    expect(await read()).toEqual(["台账", "活动台账 (2)"]);
  });
});

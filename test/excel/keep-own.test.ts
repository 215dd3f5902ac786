import type { ReportTab } from "../../src/core/report/report-model";
import { keptMessages, staleNote } from "../../src/i18n/workbook-kept";
import type { TestOffice } from "../workbench/office";
import { emptyDocument } from "../workbench/office";
import { cell, figure, model, tab } from "./model";
import { openOffice } from "./opened";
import { picture, previousRun, write } from "./picture";

// A workbook and the whole library are opened anew for each test; on a busy machine that takes longer than usual.
jest.setTimeout(60_000);

const note = (branch: string) => cell(null, { role: "input", input: `note:${branch}` });

/** A tab with a line and a place for a note for each branch. */
const noted = (branches: readonly string[], more: Partial<ReportTab> = {}): ReportTab =>
  tab({
    rows: [
      { cells: [{ value: "融合总览", role: "title" }] },
      { cells: [{ value: "2021年", role: "subtitle" }] },
      ...branches.map((name) => ({ cells: [cell(name), figure(0.5), note(name)] })),
    ],
    merges: [],
    ...more,
  });
const both = noted(["第一支部", "第二支部"]);

let office: TestOffice;
beforeEach(async () => {
  office = await openOffice(emptyDocument("活动台账"));
});
afterEach(() => office.close());

/** Does what the clerk does on a tab. */
const onTab = (act: (sheet: Excel.Worksheet) => void, name = "融合总览") =>
  Excel.run(async (context) => {
    act(context.workbook.worksheets.getItem(name));
    await context.sync();
  });

const shown = (address: string, name = "融合总览") =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).getRange(address);
    range.load("values, text, formulas");
    await context.sync();
    return { values: range.values, text: range.text, formulas: range.formulas };
  });

const texts = async (address: string, name?: string) => (await shown(address, name)).values.flat();

/** What the file holds of a tab. */
function record(name = "融合总览") {
  const { sheets, snapshot } = office.host.toDocument();
  const id = snapshot.sheetOrder.find((each) => snapshot.sheets[each]?.name === name) ?? "";
  return { ...sheets[id], columns: snapshot.sheets[id]?.columnData };
}

describe("a refresh", () => {
  beforeEach(async () => {
    await write(model(both));
  });

  it("keeps notes with their branch, dates as dates and formula-like text as text", async () => {
    await onTab((sheet) => {
      sheet.getRange("C3:C4").values = [["'=1+1（待核）"], [44_500]];
      sheet.getRange("C4").numberFormat = [["yyyy-mm-dd"]];
    });
    expect(await write(model(noted(["第二支部", "第一支部"])))).toEqual({ kind: "written", issues: [] });
    expect((await shown("A3:C4")).text).toEqual([
      ["第二支部", "0.500", "2021-10-31"],
      ["第一支部", "0.500", "=1+1（待核）"],
    ]);
  });

  it("gives the same workbook when nothing changed, notes included", async () => {
    await onTab((sheet) => {
      sheet.getRange("C3").values = [["请补报"]];
      sheet.getRange("F3").values = [["右侧"]];
      sheet.getRange("B:B").format.columnWidth = 99;
    });
    await write(model(noted(["第一支部"])));
    const before = await picture(office.host);
    expect(await write(model(noted(["第一支部"])))).toEqual({ kind: "written", issues: [] });
    expect(await picture(office.host)).toEqual(before);
  });

  it("sets the note of a branch that is gone apart, says so once, and puts it back with the branch", async () => {
    await onTab((sheet) => void (sheet.getRange("C4").values = [["请补报"]]));
    expect(await write(model(noted(["第一支部"])))).toEqual({
      kind: "written",
      issues: [
        expect.objectContaining({
          code: "entriesApart",
          severity: "info",
          params: { count: 1, tabs: "融合总览（1处）" },
        }),
      ],
    });
    expect(await texts("A5:A7")).toEqual([keptMessages.heading, keptMessages.note, "对应支部或条目"]);
    expect(await texts("A8:C8")).toEqual(["第二支部", "C4", "请补报"]);
    expect(record().page?.printArea).toMatchObject({ bottom: 2 });
    expect(await write(model(noted(["第一支部"])))).toEqual({ kind: "written", issues: [] });
    expect(await write(model(both))).toEqual({ kind: "written", issues: [] });
    expect(await texts("A4:C8")).toEqual(["第二支部", 0.5, "请补报", ...Array.from({ length: 12 }, () => "")]);
  });

  it("replaces what she wrote over the product's, and tells what stood there", async () => {
    await onTab((sheet) => void (sheet.getRange("B3").values = [[0.9]]));
    expect(await write(model(both))).toMatchObject({
      issues: [
        {
          code: "entriesReplaced",
          severity: "warning",
          place: { sheet: "融合总览", cell: "B3" },
          params: { tab: "融合总览", count: 1, cells: "B3（0.9）" },
        },
      ],
    });
    expect(await texts("B3")).toEqual([0.5]);
  });

  it("keeps column widths and the print area that she changed, and only those", async () => {
    await onTab((sheet) => {
      sheet.getRange("B:B").format.columnWidth = 99;
      sheet.pageLayout.setPrintArea("A2:B3");
    });
    const widths = () => [0, 1, 2].map((column) => Math.round((record().columns?.[column]?.w ?? 0) * 0.75));
    const before = widths();
    expect(before[1]).toBe(99);
    for (const name of ["第三支部", "第四支部"]) {
      await write(model(noted(["第一支部", "第二支部", name], { widths: [30, 10, 10] })));
      expect(record().page?.printArea).toEqual({ top: 1, left: 0, bottom: 2, right: 1 });
      expect(widths()).toEqual([171, 99, before[2]]);
    }
  });

  it("keeps what she wrote beside the tab with its look", async () => {
    await onTab((sheet) => {
      sheet.getRange("F3").values = [["右侧"]];
      sheet.getRange("F3").format.font.bold = true;
    });
    await write(model(noted(["第一支部", "第二支部", "第三支部"])));
    const bold = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("融合总览").getRange("F3");
      range.load("values, format/font/bold");
      await context.sync();
      return [range.values[0]?.[0], range.format.font.bold];
    });
    expect(bold).toEqual(["右侧", true]);
  });

  it("loses no text where the last report is not known", async () => {
    await onTab((sheet) => void (sheet.getRange("C3").values = [["请补报"]]));
    const stored = await previousRun();
    await Excel.run(async (context) => {
      context.workbook.customXmlParts
        .getItem(stored?.partId ?? "")
        .setXml((stored?.xml ?? "").replace(/<report>.*<\/report>/su, ""));
      await context.sync();
    });
    expect(await write(model(both))).toMatchObject({ issues: [{ code: "entriesApart" }] });
    expect(await texts("C9")).toEqual(["请补报"]);
  });

  it("says of a tab that it does not make that it was not updated, and keeps its notes until it is made again", async () => {
    const other = tab({ key: "scores", name: "指标得分" });
    await onTab((sheet) => void (sheet.getRange("C3").values = [["请补报"]]));
    for (const run of ["first", "second"]) {
      expect(await write(model(other))).toMatchObject({
        kind: "written",
        issues: [{ code: "tabsNotUpdated", severity: "info", params: { tabs: "融合总览" } }],
      });
      expect([run, await texts("A2")]).toEqual([run, [`2021年　${staleNote}`]]);
    }
    expect(await write(model(both, other))).toEqual({ kind: "written", issues: [] });
    expect(await texts("A2:C3")).toEqual(["2021年", "", "", "第一支部", 0.5, "请补报"]);
  });

  it("leaves a protected tab that it does not make as it is", async () => {
    await onTab((sheet) => sheet.protection.protect());
    expect(await write(model(tab({ key: "scores", name: "指标得分" })))).toMatchObject({
      kind: "written",
      issues: [{ code: "tabsNotUpdated" }],
    });
    expect(await texts("A2")).toEqual(["2021年"]);
  });
});

describe("a tab", () => {
  it("says at its foot what and for when it is, can be filtered, and tells which cells are the clerk's", async () => {
    const filter = { row: 1, column: 0, rowCount: 3, columnCount: 3 };
    await write(model(noted(["第一支部", "第二支部"], { footer: "甲&乙院　2021年", filter })));
    const { page, autoFilter, dataValidations } = record();
    expect(page?.footer).toEqual({ left: "甲&&乙院　2021年", centre: "第 &P 页 共 &N 页", right: "" });
    expect(autoFilter).toEqual({ box: { top: 1, left: 0, bottom: 3, right: 2 }, criteria: false });
    expect(dataValidations).toMatchObject([
      { kind: "prompt", boxes: [{ top: 2, left: 2, bottom: 3, right: 2 }], prompt: { show: true, title: "可填写" } },
    ]);
    await write(model(tab()));
    expect([record().dataValidations, record().autoFilter]).toEqual([undefined, undefined]);
  });

  it("is set in the fonts and the size that were chosen", async () => {
    const official = { ...model(both), look: { fonts: "official", bodySize: 14 } } as const;
    await write(official);
    const looks = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("融合总览");
      const cells = ["A1", "A2", "A3"].map((address) => sheet.getRange(address));
      for (const each of cells)
        each.load("format/font/name, format/font/size, format/font/bold, format/columnWidth, format/rowHeight");
      await context.sync();
      return cells.map(({ format }) => [format.font.name, format.font.size, format.columnWidth, format.rowHeight]);
    });
    expect(looks).toEqual([
      ["方正小标宋简体", 22, 146.25, 42],
      ["楷体_GB2312", 18, 146.25, 34.5],
      ["仿宋_GB2312", 14, 146.25, 27],
    ]);
    expect((await previousRun())?.report?.look).toEqual(official.look);
  });

  it("takes the widths of another size of type, where the clerk did not change them", async () => {
    await write(model(both));
    await write({ ...model(both), look: { fonts: "safe", bodySize: 14 } });
    expect(Math.round((record().columns?.[0]?.w ?? 0) * 0.75)).toBe(146);
  });
});

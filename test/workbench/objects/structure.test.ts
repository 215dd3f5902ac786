/** Whole rows and columns inserted and deleted by a person: everything that stands at the cells follows, and one step takes it back. */
import type { SheetRecord, WorkbookDocument } from "../../../src/workbench/files/document";
import { save } from "../../../src/workbench/files/save";
import type { LineShift } from "../../../src/workbench/objects/line-shift";
import { restructure, type StructureStep } from "../../../src/workbench/objects/structure";
import { workbookOf } from "../../support/workbook-file";
import { fixture, opened } from "../files/support/packages";
import { startOffice, type TestOffice } from "../office";

let office: TestOffice;
afterEach(() => office.close());

const box = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });

/** 名册: headings and four rows in A1:C5 as a table, a total below; 汇总 refers to it. */
function roster(): WorkbookDocument {
  const document = workbookOf({
    名册: [
      ["支部", "人数", "应到"],
      ["甲", 10, 8],
      ["乙", 20, 18],
      ["丙", 30, 28],
      ["丁", 40, 38],
      ["合计", null, null],
    ],
    汇总: [["人数", null]],
  });
  const [sheet, summary] = [document.snapshot.sheets["sheet1"], document.snapshot.sheets["sheet2"]];
  const [record, other] = [document.sheets["sheet1"], document.sheets["sheet2"]];
  if (!sheet?.cellData || !summary?.cellData || record === undefined || other === undefined)
    throw new Error("a sheet is missing");
  sheet.cellData[5] = { ...sheet.cellData[5], 1: { f: "=SUM(B2:B5)", v: 100, t: 2 }, 2: { f: "=C5", v: 38, t: 2 } };
  summary.cellData[0] = { ...summary.cellData[0], 1: { f: "=名册!B6+SUM(名册!B:B)", v: 300, t: 2 } };
  sheet.mergeData = [{ startRow: 7, startColumn: 0, endRow: 8, endColumn: 2 }];
  sheet.freeze = { xSplit: 0, ySplit: 1, startRow: 1, startColumn: 0 };
  sheet.rowData = { 3: { h: 40, hd: 1 } };
  sheet.columnData = { 1: { w: 150 } };
  record.tables = [
    {
      id: 1,
      name: "名册表",
      box: box(0, 0, 4, 2),
      hasHeaders: true,
      hasTotals: false,
      style: null,
      bandedRows: true,
      filterButtons: true,
      part: null,
    },
  ];
  record.conditionalFormats = [
    {
      id: "cf0",
      kind: "dataBar",
      box: box(1, 1, 4, 1),
      minimum: null,
      maximum: null,
      colour: "#638EC6",
      priority: 1,
      written: false,
    },
    {
      id: "cf1",
      kind: "opaque",
      box: box(1, 0, 4, 2),
      areas: [box(1, 0, 4, 0), box(1, 2, 4, 2)],
      xml: '<cfRule type="expression" dxfId="0" priority="2"><formula>$B2&gt;$B$5</formula></cfRule>',
      priority: 2,
      written: true,
    },
  ];
  record.dataValidations = [
    {
      kind: "opaque",
      boxes: [box(1, 2, 4, 2)],
      xml: '<dataValidation type="whole" sqref="C2:C5"><formula1>B5</formula1></dataValidation>',
    },
  ];
  record.hyperlinks = [{ box: box(4, 0, 4, 0), location: "汇总!A1", address: null, tooltip: null }];
  record.page = { ...record.page, printArea: box(0, 0, 5, 2), titleRows: { first: 0, last: 0 }, rowBreaks: [3] };
  other.charts = [
    {
      id: "chart1",
      name: "图",
      type: "ColumnClustered",
      title: null,
      legend: null,
      series: [{ name: "人数", values: "名册!$B$2:$B$5", categories: "名册!$A$2:$A$5", xValues: null, colour: null }],
      dataLabels: false,
      categoryTitle: null,
      valueTitle: null,
      valueMinimum: null,
      valueMaximum: null,
      categoryReversed: false,
      gridlineColour: null,
      box: box(2, 0, 12, 5),
      part: null,
      changed: false,
    },
  ];
  document.names = [{ name: "人数", formula: "名册!$B$2:$B$5", sheet: null, hidden: false }];
  return document;
}

/** What the workbook holds, as far as it can move. */
function state() {
  const { snapshot, sheets, names } = office.host.toDocument();
  const { cellData, mergeData, freeze, rowData, columnData } = snapshot.sheets["sheet1"] ?? {};
  const record = { ...sheets["sheet1"], changed: true };
  const summary = snapshot.sheets["sheet2"]?.cellData;
  return structuredClone({
    cellData,
    mergeData,
    freeze,
    rowData,
    columnData,
    record,
    summary,
    names,
    charts: sheets["sheet2"]?.charts,
  });
}

const shift = (kind: LineShift["kind"], axis: LineShift["axis"], first: number, count = 1): LineShift => ({
  kind,
  axis,
  first,
  count,
});

function done(line: LineShift): StructureStep {
  const result = restructure(office.host.book, "sheet1", line);
  if (result.kind === "refused") throw new Error(result.reason);
  return result.step;
}

function sheet(): SheetRecord {
  return office.host.book.record("sheet1");
}

async function values(sheetName: string, address: string): Promise<unknown> {
  return office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheetName).getRange(address);
    range.load("values");
    await context.sync();
    return range.values;
  });
}

async function formulas(sheetName: string, address: string): Promise<unknown> {
  return office.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheetName).getRange(address);
    range.load("formulas");
    await context.sync();
    return range.formulas;
  });
}

test("rows inserted in a table move what is below, and what spans them grows", async () => {
  office = await startOffice(roster());
  done(shift("insert", "rows", 2, 2));
  expect(await values("名册", "A2:A8")).toEqual([["甲"], [""], [""], ["乙"], ["丙"], ["丁"], ["合计"]]);
  expect(await formulas("名册", "B8:C8")).toEqual([["=SUM(B2:B7)", "=C7"]]);
  expect(await formulas("汇总", "B1")).toEqual([["=名册!B8+SUM(名册!B:B)"]]);
  expect(sheet().tables[0]?.box).toEqual(box(0, 0, 6, 2));
  expect(sheet().conditionalFormats.map((rule) => rule.box)).toEqual([box(1, 1, 6, 1), box(1, 0, 6, 2)]);
  expect(sheet().conditionalFormats[1]).toMatchObject({
    areas: [box(1, 0, 6, 0), box(1, 2, 6, 2)],
    xml: expect.stringContaining("<formula>$B2&gt;$B$7</formula>"),
  });
  expect(sheet().dataValidations).toEqual([
    {
      kind: "opaque",
      boxes: [box(1, 2, 6, 2)],
      xml: '<dataValidation type="whole" sqref="C2:C7"><formula1>B7</formula1></dataValidation>',
    },
  ]);
  expect(sheet().hyperlinks[0]?.box).toEqual(box(6, 0, 6, 0));
  expect(sheet().page).toMatchObject({ printArea: box(0, 0, 7, 2), rowBreaks: [5] });
  expect(office.host.book.document.names[0]?.formula).toBe("名册!$B$2:$B$7");
  expect(office.host.book.record("sheet2").charts[0]).toMatchObject({
    box: box(2, 0, 12, 5),
    series: [{ values: "名册!$B$2:$B$7", categories: "名册!$A$2:$A$7" }],
    changed: true,
  });
  const { mergeData, rowData } = office.host.book.sheet("sheet1");
  expect(mergeData).toMatchObject([{ startRow: 9, endRow: 10 }]);
  expect(rowData[5]).toMatchObject({ h: 40, hd: 1 });
});

test("deleted rows take their figures with them, and results follow", async () => {
  office = await startOffice(roster());
  done(shift("delete", "rows", 1, 2));
  expect(await values("名册", "A1:B4")).toEqual([
    ["支部", "人数"],
    ["丙", 30],
    ["丁", 40],
    ["合计", 70],
  ]);
  expect(await values("汇总", "B1")).toEqual([[210]]);
  expect(sheet().tables[0]?.box).toEqual(box(0, 0, 2, 2));
  done(shift("delete", "rows", 2));
  expect(await formulas("名册", "B3:C3")).toEqual([["=SUM(B2:B2)", "=#REF!"]]);
});

test("a column inserted in a table has a heading of its own and the width of its neighbour", async () => {
  office = await startOffice(roster());
  done(shift("insert", "columns", 2));
  expect(await values("名册", "A1:D1")).toEqual([["支部", "人数", "列1", "应到"]]);
  expect(sheet().tables[0]?.box).toEqual(box(0, 0, 4, 3));
  expect(await formulas("名册", "B6:D6")).toEqual([["=SUM(B2:B5)", "", "=D5"]]);
  expect(office.host.book.sheet("sheet1").columnData[2]).toMatchObject({ w: 150 });
  done(shift("delete", "columns", 0));
  expect(await values("名册", "A1:C1")).toEqual([["人数", "列1", "应到"]]);
  expect(sheet().conditionalFormats[1]).toMatchObject({ areas: [box(1, 2, 4, 2)] });
  expect(await formulas("汇总", "B1")).toEqual([["=名册!A6+SUM(名册!A:A)"]]);
});

test("frozen rows grow with what is inserted among them", async () => {
  office = await startOffice(roster());
  done(shift("insert", "rows", 0));
  expect(office.host.book.sheet("sheet1").freeze).toMatchObject({ ySplit: 2, startRow: 2 });
  expect(sheet().page.titleRows).toEqual({ first: 1, last: 1 });
});

test.each([
  shift("insert", "rows", 0, 3),
  shift("insert", "rows", 2),
  shift("delete", "rows", 1, 2),
  shift("delete", "rows", 5, 4),
  shift("insert", "columns", 1, 2),
  shift("delete", "columns", 1),
  shift("delete", "columns", 0, 3),
])("a step is taken back exactly, and done again: %j", async (line) => {
  office = await startOffice(roster());
  await office.host.settle();
  const before = state();
  const step = done(line);
  await office.host.settle();
  const after = state();
  expect(after).not.toEqual(before);
  step.undo();
  await office.host.settle();
  expect(state()).toEqual(before);
  step.redo();
  await office.host.settle();
  expect(state()).toEqual(after);
  step.undo();
  await office.host.settle();
  expect(state()).toEqual(before);
});

test("the page hears of inserted and deleted lines, as in Excel", async () => {
  office = await startOffice(roster());
  const told: string[] = [];
  await office.Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(({ address, changeType, triggerSource }) => {
      told.push(`${changeType} ${address} ${String(triggerSource)}`);
      return Promise.resolve();
    });
    await context.sync();
  });
  done(shift("insert", "rows", 2, 2)).undo();
  done(shift("delete", "columns", 1));
  while (told.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(told).toEqual(["RowInserted 3:4 Unknown", "RowDeleted 3:4 Unknown", "ColumnDeleted B:B Unknown"]);
});

test("saved and opened again, the rows are where they were put", async () => {
  office = await startOffice(roster());
  done(shift("insert", "rows", 2));
  await office.host.settle();
  const again = opened(save(office.host.toDocument()));
  const { cellData } = again.snapshot.sheets[again.snapshot.sheetOrder[0] ?? ""] ?? {};
  expect(cellData?.[6]?.[1]).toMatchObject({ f: "=SUM(B2:B6)", v: 100 });
  expect(Object.values(again.sheets)[0]?.tables[0]?.box).toEqual(box(0, 0, 5, 2));
});

test.each([
  ["table", shift("delete", "rows", 0)],
  ["table", shift("delete", "rows", 1, 4)],
  ["noRoom", shift("insert", "rows", 1, 1_048_575)],
] as const)(
  "%s: what would leave the workbook in pieces is refused, and nothing is changed: %j",
  async (reason, line) => {
    office = await startOffice(roster());
    const before = state();
    expect(restructure(office.host.book, "sheet1", line)).toEqual({ kind: "refused", reason });
    expect(state()).toEqual(before);
  },
);

test("a protected sheet keeps its rows", async () => {
  const document = roster();
  Object.assign(document.sheets["sheet1"] ?? {}, { isProtected: true });
  office = await startOffice(document);
  expect(restructure(office.host.book, "sheet1", shift("insert", "rows", 1))).toEqual({
    kind: "refused",
    reason: "protected",
  });
});

test("a sheet of a file with things at its cells that cannot move keeps its rows", async () => {
  const document = opened(fixture("rich.xlsm"));
  office = await startOffice(document);
  const outcomes = office.host.book.worksheetIds().map((id) => {
    const result = restructure(office.host.book, id, shift("insert", "rows", 1));
    return result.kind === "refused" ? result.reason : result.kind;
  });
  expect(outcomes).toContain("immovable");
});

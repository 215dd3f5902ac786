import { save } from "../../../src/workbench/files/save";
import { createHost } from "../../../src/workbench/host";
import { installedMemberTables } from "../../../src/workbench/transport/member-tables";
import { opened, textOf, withParts, workbookOf } from "../files/support/packages";
import { emptyDocument, startOffice, type TestOffice } from "../office";
import { counted, enter, startSums, valuesOf } from "./sums";

const sheetPart = "xl/worksheets/sheet1.xml";

let office: TestOffice | undefined;
afterEach(() => {
  office?.close();
  office = undefined;
});

async function start(...given: Parameters<typeof startSums>): Promise<TestOffice> {
  office?.close();
  office = await startSums(...given);
  return office;
}

/** The workbook in which the given formulas have been calculated, as a file. */
async function savedWith(...cells: readonly (readonly [string, unknown[][]])[]): Promise<Uint8Array> {
  const { host } = await start(emptyDocument("Sheet1"));
  for (const [address, formulas] of cells) await enter(office ?? (await start()), address, formulas);
  await host.settle();
  return save(host.toDocument());
}

test("a matrix is saved as a dynamic array with all its values, under the names that Excel gives add-in functions", async () => {
  const file = await savedWith(["A1", [["=SUMS.MIXED()"]]]);
  const xml = textOf(file, sheetPart);
  expect(xml).toContain('<c r="A1" cm="1"><f t="array" ref="A1:C2">_xldudf_SUMS_MIXED()</f><v>1</v></c>');
  expect(xml).toContain('<c r="B1" t="inlineStr"><is><t>甲</t></is></c>');
  expect(xml).toContain('<c r="C1" t="b"><v>1</v></c>');
  expect(xml).toContain('<c r="A2"><v>0</v></c>');
  expect(xml).toContain('<c r="C2" t="e"><v>#N/A</v></c>');
  expect(textOf(file, "xl/metadata.xml")).toMatch(
    /<metadataType name="XLDAPR" .*<xda:dynamicArrayProperties .*fDynamic="1" fCollapsed="0"\/>.*<cellMetadata count="1"><bk><rc t="1" v="0"\/><\/bk><\/cellMetadata>/,
  );
  expect(textOf(file, "xl/_rels/workbook.xml.rels")).toContain("relationships/sheetMetadata");
  expect(textOf(file, "[Content_Types].xml")).toContain('PartName="/xl/metadata.xml"');
});

test("results of one cell are saved beside their formulas: number, text, error", async () => {
  const xml = textOf(
    await savedWith(["A1:A3", [["=SUMS.ADD(1,2)"], ['=SUMS.FAIL("好")'], ['=SUMS.FAIL("text")']]]),
    sheetPart,
  );
  expect(xml).toContain("<f>_xldudf_SUMS_ADD(1,2)</f><v>3</v>");
  expect(xml).toContain('t="str"><f>_xldudf_SUMS_FAIL(&quot;好&quot;)</f><v>好</v>');
  expect(xml).toContain('t="e"><f>_xldudf_SUMS_FAIL(&quot;text&quot;)</f><v>#VALUE!</v>');
});

test("a matrix without room is saved as #SPILL! in its own cell", async () => {
  const xml = textOf(await savedWith(["A2", [["挡"]]], ["A1", [["=SUMS.COUNT(2)"]]]), sheetPart);
  expect(xml).toContain('<c r="A1" cm="1" t="e"><f t="array" ref="A1">_xldudf_SUMS_COUNT(2)</f><v>#SPILL!</v></c>');
});

test("a saved workbook shows what it held, without asking the page for anything", async () => {
  const file = await savedWith(["A1:A4", [["=SUMS.COUNT(2,2)"], [""], [""], ["=SUMS.ADD(B2,1)"]]]);
  const again = await start(opened(file));
  expect(await valuesOf(again, "A1:B4")).toEqual([
    [1, 2],
    [3, 4],
    ["", ""],
    [5, ""],
  ]);
  expect(counted(again).calls).toBe(0);
  const formulas = await again.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2");
    range.load("formulas");
    await context.sync();
    return range.formulas;
  });
  expect(formulas).toEqual([
    ["=SUMS.COUNT(2,2)", 2],
    [3, 4],
  ]);
});

test("saved again unchanged, a workbook with matrices is the same file", async () => {
  const file = await savedWith(["A1", [["=SUMS.COUNT(2,2)"]]]);
  const again = await start(opened(file));
  await enter(again, "D1", [["改"]]);
  const before = textOf(file, sheetPart);
  const after = textOf(save(again.host.toDocument()), sheetPart);
  expect(
    after.replace('<c r="D1" t="inlineStr"><is><t>改</t></is></c>', "").replace('ref="A1:D2"/', 'ref="A1:B2"/'),
  ).toBe(before);
});

test("a matrix of a file is one that fills cells again: it shrinks, grows and is blocked", async () => {
  const file = await savedWith(["D1", [[2]]], ["A1", [["=SUMS.COUNT(D1,2)"]]]);
  const again = await start(opened(file));
  await enter(again, "D1", [[1]]);
  await again.host.settle();
  expect(await valuesOf(again, "A1:B2")).toEqual([
    [1, 2],
    ["", ""],
  ]);
  await enter(again, "B2", [["挡"]]);
  await enter(again, "D1", [[3]]);
  await again.host.settle();
  expect(await valuesOf(again, "A1:B2")).toEqual([
    ["#SPILL!", ""],
    ["", "挡"],
  ]);
});

test("results that change because another sheet was written are saved with their own sheet", async () => {
  const { Excel, host } = await start(emptyDocument("Sheet1", "得分"));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [[1]];
    context.workbook.worksheets.getItem("得分").getRange("A1").formulas = [["=SUMS.ADD(Sheet1!A1,1)"]];
    await context.sync();
  });
  await host.settle();
  const again = await start(opened(save(host.toDocument())));
  await enter(again, "A1", [[10]]);
  await again.host.settle();
  expect(textOf(save(again.host.toDocument()), "xl/worksheets/sheet2.xml")).toContain("<v>11</v>");
});

test("without the add-in cached values stand; only what is recalculated becomes #NAME?", async () => {
  const file = await savedWith(["A1:C1", [[1, "=SUMS.ADD(A1,1)", "=SUMS.ADD(5,5)"]]]);
  office?.close();
  office = await startOffice(opened(file));
  expect(await valuesOf(office, "A1:C1")).toEqual([[1, 2, 10]]);
  await enter(office, "A1", [[2]]);
  await office.host.settle();
  expect(await valuesOf(office, "A1:C1")).toEqual([[2, "#NAME?", 10]]);
});

test("with the functions known but no page open it is the same; a page closed while it computes leaves #NAME?", async () => {
  const first = await start();
  await enter(first, "A1", [["=SUMS.LATER(1)"]]);
  expect(await valuesOf(first, "A1")).toEqual([["#BUSY!"]]);
  first.page.close();
  await first.host.settle();
  expect(first.host.book.engine.cells("sheet1")[0]?.[0]?.v).toBe("#NAME?");
});

test("a host without a page waits for nothing", async () => {
  const host = createHost(emptyDocument(), { tables: installedMemberTables() });
  await host.settle();
  expect(host.errorMessage("Sheet1", 0, 0)).toBeNull();
  host.dispose();
});

const arrayFormula = `<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:A2">ROW(1:2)*C1</f><v>1</v></c><c r="C1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row></sheetData>`;

test("an array entered with Ctrl+Shift+Enter keeps filling its area, and is saved as one", async () => {
  const again = await start(opened(workbookOf(arrayFormula)));
  const [name] = again.host.book.worksheetIds();
  expect(again.host.book.spillAt(name ?? "", 1, 0)?.box).toEqual({ top: 0, left: 0, bottom: 1, right: 0 });
  await again.Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("C1").values = [[10]];
    await context.sync();
  });
  await again.host.settle();
  const xml = textOf(save(again.host.toDocument()), sheetPart);
  expect(xml).toContain('<c r="A1"><f t="array" ref="A1:A2">ROW(1:2)*C1</f><v>10</v></c>');
  expect(xml).toContain('<c r="A2"><v>20</v></c>');
});

test("the mark of dynamic arrays is added to metadata that a file has already", async () => {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const before = `<metadata xmlns="${main}"><metadataTypes count="1"><metadataType name="XLRICHVALUE" minSupportedVersion="120000"/></metadataTypes><valueMetadata count="1"><bk><rc t="1" v="0"/></bk></valueMetadata></metadata>`;
  const plain = await savedWith(["A1", [["文"]]]);
  const relations = textOf(plain, "xl/_rels/workbook.xml.rels").replace(
    "</Relationships>",
    '<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sheetMetadata" Target="metadata.xml"/></Relationships>',
  );
  const file = withParts(plain, { "xl/metadata.xml": before, "xl/_rels/workbook.xml.rels": relations });
  const again = await start(opened(file));
  await enter(again, "B1", [["=SUMS.COUNT(2)"]]);
  await again.host.settle();
  const saved = save(again.host.toDocument());
  const after = textOf(saved, "xl/metadata.xml");
  expect(after).toContain('<metadataTypes count="2"><metadataType name="XLRICHVALUE" minSupportedVersion="120000"/>');
  expect(after).toContain('<cellMetadata count="1"><bk><rc t="2" v="0"/></bk></cellMetadata><valueMetadata count="1">');
  expect(textOf(saved, sheetPart)).toContain('<c r="B1" cm="1">');
  expect(await valuesOf(await start(opened(saved)), "B1:B2")).toEqual([[1], [2]]);
});

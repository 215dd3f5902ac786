import ExcelJS from "exceljs";
import { readXlsx } from "hucre/xlsx";
import { save } from "../../../src/workbench/files/save";
import { TAB, addAssessmentTab } from "./support/assessment-tab";
import { fixture, opened } from "./support/packages";

/** Read by libraries that share no code with the writer. `rich.xlsm` is left out: both stop at parts of it that are not ours. */
const SOURCES = ["libreoffice.xlsx", "empty.xlsx"];

function assessed(source: string): Uint8Array {
  const document = opened(fixture(source));
  addAssessmentTab(document);
  return save(document);
}

/** The bytes in a buffer of their own, as ExcelJS declares that it wants them. */
function arrayBuffer(bytes: Uint8Array): ArrayBuffer {
  const buffer = new ArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}

test.each(SOURCES)(
  "ExcelJS reads the tab added to %s: values, results, formats, table, page set-up",
  async (source) => {
    const workbook = new ExcelJS.Workbook();
    const bytes = assessed(source);
    await workbook.xlsx.load(arrayBuffer(bytes));
    const sheet = workbook.getWorksheet(TAB);
    expect(sheet?.getCell("A1").value).toBe("融合总览");
    expect(sheet?.getCell("A1").font).toMatchObject({
      name: "等线",
      size: 16,
      bold: true,
      color: { argb: "FFFFFFFF" },
    });
    expect(sheet?.getCell("C4").value).toEqual({ formula: "B4*2", result: 0.8 });
    expect(sheet?.getCell("C4").numFmt).toBe("0.000");
    expect(sheet?.getCell("D9").value).toEqual({ formula: 'IF(B9>0.6,"良好","一般 ")', result: "良好" });
    expect(sheet?.getCell("B10").value).toEqual({ formula: "1/0", result: { error: "#DIV/0!" } });
    expect(sheet?.getCell("A10").value).toBe("=未结合");
    expect(sheet?.getCell("C10").value).toBe("#N/A");
    expect(sheet?.getCell("D10").value).toBe(" 两行\n文字");
    expect(sheet?.getTable("融合总览表")).toBeDefined();
    expect(sheet?.pageSetup).toMatchObject({
      orientation: "landscape",
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "1:3",
    });
    expect(sheet?.views[0]).toMatchObject({ state: "frozen", xSplit: 1, ySplit: 3, showGridLines: false });
    expect(sheet?.getRow(9).hidden).toBe(true);
  },
);

test.each(SOURCES)("hucre reads the same values from the tab added to %s", async (source) => {
  const workbook = await readXlsx(assessed(source));
  const sheet = workbook.sheets.find(({ name }) => name === TAB);
  expect(sheet?.rows[3]?.slice(0, 3)).toEqual(["第1支部", 0.4, 0.8]);
  expect(sheet?.rows[9]?.[0]).toBe("=未结合");
});

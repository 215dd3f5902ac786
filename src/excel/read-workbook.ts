import type { Area, CellValue, ColumnFormats, GridTable, SheetGrid, WorkbookGrids } from "../core/grid";
import { areaName } from "../core/grid";
import { excelIssue } from "./excel-issue";
import { readAreas } from "./read-areas";
import type { Attempt } from "./run-excel";
import { runExcel } from "./run-excel";
import { readMapping } from "./settings";
import type { SheetHandle } from "./tabs";
import { listSheets } from "./tabs";

/** Serial number of 2021-01-01 in a workbook that counts from 1904; 44197 in one that counts from 1900. */
const NEW_YEAR_2021_FROM_1904 = 42735;

/** A sheet with a larger used range is not read: a stray cell far away, never a ledger. */
const LARGEST_SHEET = 5_000_000;

/** What the computation wants to know beyond values, and who wants to hear how far the reading is. */
export interface ReadRequest {
  /** Columns whose number formats are needed, given the values; it may take its time. */
  readonly formatsWanted: (grids: WorkbookGrids) => Promise<readonly { readonly sheet: string; readonly area: Area }[]>;
  /** Called after each piece: cells read so far, of all cells. */
  readonly onProgress: (done: number, total: number) => void;
}

/** What the sheet list says of a sheet, before its cells are read. */
interface Frame {
  readonly handle: SheetHandle;
  readonly area: Area;
  readonly merges: readonly Area[];
  readonly tables: readonly GridTable[];
}

function areaOf(range: Excel.Range): Area {
  return { row: range.rowIndex, column: range.columnIndex, rowCount: range.rowCount, columnCount: range.columnCount };
}

/** Used range, merged areas and tables of every sheet that is the clerk's, hidden ones too; and the date system. */
async function readFrames(context: Excel.RequestContext): Promise<{ date1904: boolean; frames: readonly Frame[] }> {
  const newYear = context.workbook.functions.date(2021, 1, 1);
  newYear.load("value");
  const sheets = await listSheets(context, (sheet) => {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex, columnIndex, rowCount, columnCount");
    const tables = sheet.tables;
    tables.load("items/name, items/showHeaders, items/showTotals");
    return { used, tables };
  });
  const details = sheets
    .filter(({ tabKey, isCopy, more }) => tabKey === null && !isCopy && !more.used.isNullObject)
    .map((handle) => {
      const merged = handle.more.used.getMergedAreasOrNullObject();
      merged.load("areas/items/rowIndex, areas/items/columnIndex, areas/items/rowCount, areas/items/columnCount");
      const tables = handle.more.tables.items.map((table) => {
        const range = table.getRange();
        range.load("rowIndex, columnIndex, rowCount, columnCount");
        return { table, range };
      });
      return { handle, merged, tables };
    });
  await context.sync();
  return {
    date1904: newYear.value === NEW_YEAR_2021_FROM_1904,
    frames: details.map(({ handle, merged, tables }) => ({
      handle,
      area: areaOf(handle.more.used),
      merges: merged.isNullObject ? [] : merged.areas.items.map(areaOf),
      tables: tables.map(({ table, range }) => ({
        name: table.name,
        area: areaOf(range),
        hasHeaders: table.showHeaders,
        hasTotals: table.showTotals,
      })),
    })),
  };
}

/** Number formats of an area, column by column. */
function columnFormats(area: Area, formats: readonly (readonly CellValue[])[]): ColumnFormats[] {
  return Array.from({ length: area.columnCount }, (_, index) => ({
    column: area.column + index,
    row: area.row,
    formats: formats.map((row) => String(row[index] ?? "General")),
  }));
}

/** Adds the number formats that the computation asks for. */
async function withFormats(
  context: Excel.RequestContext,
  frames: readonly Frame[],
  grids: WorkbookGrids,
  wanted: Awaited<ReturnType<ReadRequest["formatsWanted"]>>,
): Promise<WorkbookGrids> {
  const sources = wanted.flatMap(({ sheet, area }) => {
    const frame = frames.find(({ handle }) => handle.name === sheet);
    return frame === undefined ? [] : [{ name: sheet, sheet: frame.handle.sheet, area }];
  });
  const read = await readAreas(context, sources, "numberFormat");
  const formatsOf = (name: string) =>
    sources.flatMap((source, index) => (source.name === name ? columnFormats(source.area, read[index] ?? []) : []));
  return { ...grids, sheets: grids.sheets.map((sheet) => ({ ...sheet, formats: formatsOf(sheet.name) })) };
}

/**
 * Everything that the computation reads: the used range of each of the clerk's sheets, with merged areas, tables and the
 * number formats asked for. The add-in's own tabs are passed over, and copies of them. The number of round trips depends on nothing but the
 * amount of data.
 */
export async function readWorkbook(request: ReadRequest): Promise<Attempt<WorkbookGrids>> {
  const attempt = await runExcel<Attempt<WorkbookGrids>>(async (context) => {
    const { date1904, frames } = await readFrames(context);
    const huge = frames.find(({ area }) => area.rowCount * area.columnCount > LARGEST_SHEET);
    if (huge !== undefined) {
      return { ok: false, issue: excelIssue("sheetTooLarge", { sheet: huge.handle.name, area: areaName(huge.area) }) };
    }
    const total = frames.reduce((sum, { area }) => sum + area.rowCount * area.columnCount, 0);
    const values = await readAreas(
      context,
      frames.map(({ handle, area }) => ({ sheet: handle.sheet, area })),
      "values",
      (done) => request.onProgress(done, total),
    );
    const sheets = frames.map(({ handle, area, merges, tables }, index): SheetGrid => ({
      name: handle.name,
      row: area.row,
      column: area.column,
      values: values[index] ?? [],
      merges,
      tables,
      formats: [],
    }));
    const grids: WorkbookGrids = { sheets, date1904, mapping: readMapping() };
    const wanted = await request.formatsWanted(grids);
    return { ok: true, value: wanted.length === 0 ? grids : await withFormats(context, frames, grids, wanted) };
  });
  return attempt.ok ? attempt.value : attempt;
}

import type { Area, SheetGrid, WorkbookGrids } from "../grid";
import { wordsOf } from "../scheme/settings";
import { type HeaderLookup, headerLookup } from "./headers";
import type { LedgerRange, LedgerRow } from "./ledger";
import { parseMapping } from "./mapping";
import { ROWS_A_STEP } from "./range-rows";
import { recogniseSheet } from "./recognise";
import { prepareSheet } from "./sheet";

/** A column of a sheet whose number formats are needed. */
interface WantedFormats {
  readonly sheet: string;
  readonly area: Area;
}

const METRICS = "业务指标";
const WANTED: readonly string[] = ["数值", "下限", "上限"];

/**
 * The columns whose number formats the computation needs: 数值, 下限 and 上限 of 业务指标, where a percentage counts (§C.14). To be asked
 * with the values, before the formats are read. Only sheets that can hold such a table are looked at closely. Pauses by yielding a
 * row.
 */
export function* formatsWanted(grids: WorkbookGrids): Generator<number, readonly WantedFormats[]> {
  const words = wordsOf(grids);
  const lookup = headerLookup(words.headers);
  const mapped = (grids.mapping === null ? null : parseMapping(grids.mapping)) ?? [];
  const confirmed = new Set(mapped.filter(({ table }) => table === METRICS).map(({ sheet }) => sheet));
  // Whatever a title says stands for a branch here: to ask for one column too many does no harm.
  const context = { words, lookup, mapped, titles: () => 0 };
  const wanted: WantedFormats[] = [];
  for (const sheet of grids.sheets) {
    if (!confirmed.has(sheet.name) && !(yield* names(sheet, "数值", lookup))) continue;
    const { ranges } = yield* recogniseSheet(prepareSheet(sheet), context);
    for (const { range } of ranges) if (range.table.name === METRICS) wanted.push(...columnsWanted(range));
  }
  return wanted;
}

function columnsWanted(range: LedgerRange): readonly WantedFormats[] {
  const rowCount = range.lastRow - range.firstRow + 1;
  return WANTED.flatMap((field) => {
    const column = range.columns[field];
    if (column === undefined) return [];
    const area = { row: range.firstRow, column: range.column + column, rowCount, columnCount: 1 };
    return [{ sheet: range.sheet, area }];
  });
}

/** Whether any cell of a sheet is the header of a field (or part of one that stands in two rows). */
function* names(sheet: SheetGrid, field: string, lookup: HeaderLookup): Generator<number, boolean> {
  for (const [index, row] of sheet.values.entries()) {
    if (index % ROWS_A_STEP === 0) yield index;
    if (row.some((cell) => typeof cell === "string" && cell !== "" && lookup.field(cell) === field)) return true;
  }
  return false;
}

/** Tells from the number formats that were read whether a cell is a percentage. */
export function percentCells(grids: WorkbookGrids): (row: LedgerRow, field: string) => boolean {
  const columns = new Map<string, { readonly row: number; readonly formats: readonly string[] }[]>();
  for (const sheet of grids.sheets)
    for (const read of sheet.formats) {
      const key = `${sheet.name}\u0000${read.column}`;
      columns.set(key, [...(columns.get(key) ?? []), read]);
    }
  return (row, field) => {
    const column = row.range.column + (row.range.columns[field] ?? -1);
    const own = columns.get(`${row.range.sheet}\u0000${column}`) ?? [];
    const format = own.map((read) => read.formats[row.row - read.row]).find((text) => text !== undefined) ?? "";
    return format.replace(/"[^"]*"|\\./gu, "").includes("%");
  };
}

import { hasOwn } from "../has-own";
import type { SheetGrid } from "../grid";
import { areaName } from "../grid";
import { headerLookup, type HeaderLookup } from "../ledger/headers";
import { TABLES, type TableSchema } from "../ledger/schema";
import { type PreparedSheet, ownCells, prepareSheet } from "../ledger/sheet";
import { comparable, textOf } from "../ledger/text";
import type { Vocabulary } from "../ledger/vocabulary";
import { canBeHeader, type ColumnLook, headerColumns } from "./header-columns";

/** A sheet that was not recognised though it looks like a ledger: the clerk may say what its columns are. */
export interface CandidateSheet {
  readonly sheet: string;
  /** A1 address from the header to the last row. */
  readonly area: string;
  /** Rows below the header that hold anything. */
  readonly rows: number;
  /** The table that it is most likely to be; `null` where nothing tells. */
  readonly table: string | null;
  /** What that table needs and no header is recognised as. */
  readonly missing: readonly string[];
  readonly columns: readonly ColumnLook[];
}

/** A header stands among the first rows of a sheet, below its titles. */
const HEADER_ROWS = 15;
/** Fewest columns and fewest rows of a ledger. */
const FEWEST_COLUMNS = 3;
const FEWEST_ROWS = 1;

/** What a sheet without a recognised table looks like; `null` where it does not look like a ledger. */
export function candidateSheet(grid: SheetGrid, words: Vocabulary): CandidateSheet | null {
  const sheet = prepareSheet(grid);
  const lookup = headerLookup(words.headers);
  const row = headerRow(sheet, lookup);
  if (row === null) return null;
  const data = sheet.rows.slice(row + 1).filter((_, index) => ownCells(sheet, row + 1 + index).length >= 2);
  if (data.length < FEWEST_ROWS) return null;
  const own = ownCells(sheet, row);
  const left = Math.min(...own);
  const right = Math.max(...own);
  const fieldIn = (column: number): string | null => lookup.field(textOf(sheet.rows[row]?.[column]));
  const fields = new Set(own.map(fieldIn).filter((field) => field !== null));
  const table = likelyTable(fields, grid.name);
  const columns = headerColumns(sheet, { row, height: 1, columns: own }, data, (column) => {
    const field = fieldIn(column);
    return field !== null && (table === null || hasOwn(table.columns, field)) ? field : null;
  });
  return {
    sheet: grid.name,
    area: areaName({
      row: grid.row + row,
      column: grid.column + left,
      rowCount: sheet.rows.length - row,
      columnCount: right - left + 1,
    }),
    rows: data.length,
    table: table?.name ?? null,
    missing: table === null ? [] : lackedBy(table, fields),
    columns,
  };
}

/** What a table needs that is not among the fields: its ★, and its ☆ where there is none of them. */
export function lackedBy(table: TableSchema, fields: ReadonlySet<string>): readonly string[] {
  const needed = table.required.filter((field) => !fields.has(field));
  const any = table.oneOf.length === 0 || table.oneOf.some((field) => fields.has(field));
  return any ? needed : [...needed, ...table.oneOf];
}

/** The row with most recognised headers among those that can be a header; of equals the one with most cells, then the first. */
function headerRow(sheet: PreparedSheet, lookup: HeaderLookup): number | null {
  let best: { readonly row: number; readonly fields: number; readonly cells: number } | null = null;
  for (let row = 0; row < Math.min(HEADER_ROWS, sheet.rows.length); row++) {
    const own = ownCells(sheet, row);
    const texts = own.map((column) => sheet.rows[row]?.[column]);
    if (own.length < FEWEST_COLUMNS || !texts.every(canBeHeader)) continue;
    const fields = texts.filter((text) => lookup.field(textOf(text)) !== null).length;
    if (best === null || fields > best.fields || (fields === best.fields && own.length > best.cells))
      best = { row, fields, cells: own.length };
  }
  return best?.row ?? null;
}

/** The table that the sheet's name contains, else the one that shares most columns with the header, two at least. */
function likelyTable(fields: ReadonlySet<string>, sheetName: string): TableSchema | null {
  const name = comparable(sheetName);
  const named = TABLES.find((table) => name.includes(table.name) || name.includes(table.english.toLowerCase()));
  if (named !== undefined) return named;
  let best: TableSchema | null = null;
  let most = 1;
  for (const table of TABLES) {
    const shared = Object.keys(table.columns).filter((field) => fields.has(field)).length;
    if (shared > most) [best, most] = [table, shared];
  }
  return best;
}

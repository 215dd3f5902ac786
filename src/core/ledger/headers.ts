import type { CellValue } from "../grid";
import type { PreparedSheet } from "./sheet";
import { ROSTER_BY_NAME, TABLES, type TableSchema } from "./schema";
import { comparable, headerForm } from "./text";
import type { Vocabulary } from "./vocabulary";

/** One column of a header: where it stands and what it says. */
export interface HeaderColumn {
  readonly field: string;
  readonly column: number;
  readonly header: string;
  /** Whether the header is the canonical name itself rather than an alias. */
  readonly exact: boolean;
}

/** A header as found in one row or two: the row below it is the first that can hold data. */
export interface Header {
  readonly row: number;
  readonly height: 1 | 2;
  readonly columns: readonly HeaderColumn[];
  /** Number of cells with any text in the header. */
  readonly cells: number;
}

/** Columns of a header row in a table: field → index, and those that repeat a field already taken. */
export interface TableColumns {
  readonly columns: Readonly<Record<string, number>>;
  readonly repeated: readonly HeaderColumn[];
}

/** What names and titles supply where a column is absent. */
export interface Supplied {
  readonly branch: boolean;
  readonly category: boolean;
}

const LONGEST_HEADER = 40;

/** Looks up header texts; remembers every text it has seen. */
export type HeaderLookup = (text: string) => string | null;

/** The lookup of canonical names for header texts. */
export function headerLookup(words: Vocabulary): HeaderLookup {
  const seen = new Map<string, string | null>();
  const starts = new Set([...words.headers.keys()].map((header) => header.charAt(0)));
  // Every text of every data row comes by here: most are told from a header by their first character.
  const cannotStart = (first: string): boolean => /\p{Script=Han}/u.test(first) && !starts.has(first);
  const refused = new Map<string, boolean>();
  return (text) => {
    const first = text.charAt(0);
    let refuse = refused.get(first);
    if (refuse === undefined) refused.set(first, (refuse = cannotStart(first)));
    if (refuse) return null;
    const known = seen.get(text);
    if (known !== undefined) return known;
    const field = words.headers.get(headerForm(text)) ?? null;
    seen.set(text, field);
    return field;
  };
}

/**
 * The header that starts in a row, of one row or of two (methodology §2 and §C.11): two where both together give more
 * recognised columns than either alone. `null` where nothing in the row is recognised.
 */
export function headerAt(sheet: PreparedSheet, row: number, lookup: HeaderLookup, single: boolean): Header | null {
  const upper = sheet.rows[row] ?? [];
  const lower = single ? undefined : sheet.rows[row + 1];
  if (!hasHeader(upper, lookup) && (lower === undefined || !hasHeader(lower, lookup))) return null;
  const alone = rowColumns(sheet, row, lookup);
  if (lower === undefined)
    return alone.length === 0 ? null : { row, height: 1, columns: alone, cells: textCells(sheet, row) };
  const below = rowColumns(sheet, row + 1, lookup).filter(
    ({ column }) => (sheet.repeats.get(row + 1)?.get(column) ?? row + 1) > row,
  );
  if (alone.length === 0 && below.length === 0) return null;
  const both = upper.flatMap((_, column) => {
    const high = headerText(upper[column]);
    const low = headerText(lower[column]);
    const found = [high + low, low, high].find((text) => text !== "" && lookup(text) !== null);
    const field = found === undefined ? null : lookup(found);
    return found === undefined || field === null
      ? []
      : [{ field, column, header: found, exact: headerForm(found) === headerForm(field) }];
  });
  const count = distinct(both);
  if (count > distinct(alone) && count > distinct(below)) {
    return { row, height: 2, columns: both, cells: Math.max(textCells(sheet, row), textCells(sheet, row + 1)) };
  }
  return alone.length === 0 ? null : { row, height: 1, columns: alone, cells: textCells(sheet, row) };
}

/** Whether any cell of a row is a header. Every data row is asked, so this builds nothing. */
function hasHeader(cells: readonly CellValue[], lookup: HeaderLookup): boolean {
  for (const cell of cells) {
    const header = headerText(cell);
    if (header !== "" && lookup(header) !== null) return true;
  }
  return false;
}

/** The columns recognised in one row. */
function rowColumns(sheet: PreparedSheet, row: number, lookup: HeaderLookup): HeaderColumn[] {
  const cells = sheet.rows[row] ?? [];
  const found: HeaderColumn[] = [];
  for (let column = 0; column < cells.length; column++) {
    const header = headerText(cells[column]);
    const field = header === "" ? null : lookup(header);
    if (field !== null) found.push({ field, column, header, exact: headerForm(header) === headerForm(field) });
  }
  return found;
}

function headerText(cell: unknown): string {
  return typeof cell === "string" && cell.length <= LONGEST_HEADER ? cell : "";
}

function textCells(sheet: PreparedSheet, row: number): number {
  return (sheet.rows[row] ?? []).filter((cell) => cell !== null && cell !== "").length;
}

function distinct(columns: readonly HeaderColumn[]): number {
  return new Set(columns.map(({ field }) => field)).size;
}

/**
 * The table that a header belongs to: among those whose ★ are all present the one named in the ListObject's or the sheet's
 * name (the longest such name), then the one with most recognised columns, then the order of methodology §2.
 */
export function tableOf(header: Header, names: readonly string[], supplied: Supplied): TableSchema | null {
  const fields = new Set(header.columns.map(({ field }) => field));
  const has = (field: string): boolean =>
    fields.has(field) || (field === "支部" && supplied.branch) || (field === "类别" && supplied.category);
  const own = (table: TableSchema): number => Object.keys(table.columns).filter((field) => fields.has(field)).length;
  const named = names.map((name) => comparable(name));
  const fits = (table: TableSchema): boolean => {
    const oneOf =
      table.name === "支部名册" && named.some((name) => nameLength(table, name) > 0)
        ? [...table.oneOf, ...ROSTER_BY_NAME]
        : table.oneOf;
    // Two columns at least: a single word in a data row must not pass for a header where names supply the rest.
    return own(table) >= 2 && table.required.every(has) && (oneOf.length === 0 || oneOf.some(has));
  };
  const candidates = TABLES.filter(fits);
  for (const name of named) {
    const best = [...candidates].sort((a, b) => nameLength(b, name) - nameLength(a, name))[0];
    if (best !== undefined && nameLength(best, name) > 0) return best;
  }
  return [...candidates].sort((a, b) => own(b) - own(a))[0] ?? null;
}

/** Length of the table's name where it is contained in `name` (comparable form), else 0. */
function nameLength(table: TableSchema, name: string): number {
  return Math.max(
    0,
    ...[table.name, table.english.toLowerCase()].filter((own) => name.includes(own)).map((own) => own.length),
  );
}

/** The columns of a table in its header: of several for one field the exact name wins, else the leftmost. */
export function tableColumns(header: Header, table: TableSchema): TableColumns {
  const columns: Record<string, number> = {};
  const repeated: HeaderColumn[] = [];
  for (const field of Object.keys(table.columns)) {
    const all = header.columns.filter((column) => column.field === field);
    const chosen = all.find(({ exact }) => exact) ?? all[0];
    if (chosen === undefined) continue;
    columns[field] = chosen.column;
    repeated.push(...all.filter((column) => column !== chosen && column.header !== chosen.header));
  }
  return { columns, repeated };
}

import { hasOwn } from "../has-own";
import type { CellValue } from "../grid";
import { firstCharacterTest } from "./first-character";
import type { PreparedSheet } from "./sheet";
import { ROSTER_BY_NAME, TABLES, type TableSchema } from "./schema";
import { comparable, headerForm, isEmptyCell } from "./text";

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

/** Looks up header texts: the canonical column name, `null` where it is none. */
export interface HeaderLookup {
  readonly field: (text: string) => string | null;
  /** The same for the text of two cells, one above the other. */
  readonly joined: (upper: string, lower: string) => string | null;
}

/** Characters that the normal form of a header leaves out: only with one of them can a header be longer than its words. */
const LEFT_OUT = /[\s\p{Z}()（）[\]［］【】〔〕〖〗《》〈〉「」『』{}｛｝*＊★#＃:：、,，。｡､]/u;

/**
 * The lookup of names by the normal form of their header. Every text of every data row is asked, so it tells most of them early.
 */
export function headerLookup(headers: ReadonlyMap<string, string>): HeaderLookup {
  const seen = new Map<string, string | null>();
  const canStart = firstCharacterTest(headers.keys(), LEFT_OUT);
  const longest = Math.max(0, ...[...headers.keys()].map((header) => header.length));
  const field = (text: string): string | null => {
    if (!canStart(text)) return null;
    const known = seen.get(text);
    if (known !== undefined) return known;
    if (text.length > longest && !LEFT_OUT.test(text)) return null;
    const found = headers.get(headerForm(text)) ?? null;
    seen.set(text, found);
    return found;
  };
  const joined = (upper: string, lower: string): string | null => {
    if (upper === "" || lower === "" || !canStart(upper)) return null;
    const short = upper.length + lower.length <= longest;
    return short || LEFT_OUT.test(upper) || LEFT_OUT.test(lower) ? field(upper + lower) : null;
  };
  return { field, joined };
}

/** Tells which rows of a sheet hold a header text; remembers, for each is asked as the upper and as the lower row. */
export function headerRows(sheet: PreparedSheet, lookup: HeaderLookup): (row: number) => boolean {
  const known = new Int8Array(sheet.rows.length);
  return (row) => {
    if (known[row] === 0) known[row] = anyHeader(sheet.rows[row] ?? [], lookup) ? 1 : -1;
    return known[row] === 1;
  };
}

/** Whether any cell of a row is a header text. */
export function anyHeader(cells: readonly CellValue[], lookup: HeaderLookup): boolean {
  for (const cell of cells) if (typeof cell === "string" && cell !== "" && lookup.field(cell) !== null) return true;
  return false;
}

/**
 * The header that starts in a row, of one row or of two (methodology §2 and §C.11): two where both together give more
 * recognised columns than either alone. `null` where nothing in the row is recognised.
 */
export function headerAt(sheet: PreparedSheet, row: number, lookup: HeaderLookup, single: boolean): Header | null {
  const upper = sheet.rows[row] ?? [];
  const lower = single ? undefined : sheet.rows[row + 1];
  const alone = rowColumns(upper, lookup);
  if (lower !== undefined) {
    const marks = sheet.repeats.get(row + 1);
    const below = rowColumns(lower, lookup).filter(({ column }) => (marks?.get(column)?.row ?? row + 1) > row);
    const both = joinedColumns(upper, lower, lookup);
    const count = mostOfOneTable(both);
    if (count > mostOfOneTable(alone) && count > mostOfOneTable(below) && !standsAlone(row, below, both, lower))
      return {
        row,
        height: 2,
        columns: both,
        cells: textCells(upper.map((cell, at) => (isEmptyCell(cell) ? (lower[at] ?? null) : cell))),
      };
  }
  return alone.length === 0 ? null : { row, height: 1, columns: alone, cells: textCells(upper) };
}

/**
 * Whether the lower row is a header by itself and the upper one only a line of labels above it (单位： …): all that the upper row
 * adds then stands above some other text.
 */
function standsAlone(
  row: number,
  below: readonly HeaderColumn[],
  both: readonly HeaderColumn[],
  lower: readonly CellValue[],
): boolean {
  const own = new Set(below.map(({ field }) => field));
  const labels = both.every(({ field, column, header }) => {
    const text = headerText(lower[column]);
    return own.has(field) || (text !== "" && !header.endsWith(text));
  });
  const header: Header = { row: row + 1, height: 1, columns: below, cells: 0 };
  return labels && tableOf(header, [], { branch: true, category: true }) !== null;
}

/** Whether a header is a line of a form instead: each label ends in a colon, with its value beside it. */
export function isFormLine({ row, height, columns }: Header, sheet: PreparedSheet): boolean {
  const cells = sheet.rows[row] ?? [];
  const labels = new Set(columns.map(({ column }) => column));
  return (
    height === 1 &&
    columns.every(
      ({ column, header }) => /[:：]\s*$/u.test(header) && !labels.has(column + 1) && !isEmptyCell(cells[column + 1]),
    )
  );
}

function rowColumns(cells: readonly CellValue[], lookup: HeaderLookup): HeaderColumn[] {
  const found: HeaderColumn[] = [];
  cells.forEach((cell, column) => {
    const field = typeof cell === "string" && cell !== "" ? lookup.field(cell) : null;
    if (field !== null) found.push(headerColumn(field, column, String(cell)));
  });
  return found;
}

/** The columns of two rows read as one header: upper and lower together, else the lower, else the upper. */
function joinedColumns(upper: readonly CellValue[], lower: readonly CellValue[], lookup: HeaderLookup): HeaderColumn[] {
  const found: HeaderColumn[] = [];
  for (let column = 0; column < upper.length; column++) {
    const high = headerText(upper[column]);
    const low = headerText(lower[column]);
    const joined = lookup.joined(high, low);
    const below = joined !== null || low === "" ? null : lookup.field(low);
    const field = joined ?? below ?? (high === "" ? null : lookup.field(high));
    if (field !== null)
      found.push(headerColumn(field, column, joined !== null ? high + low : below !== null ? low : high));
  }
  return found;
}

function headerColumn(field: string, column: number, header: string): HeaderColumn {
  return { field, column, header, exact: headerForm(header) === headerForm(field) };
}

/** The text of a header cell; empty where the cell holds none. */
export function headerText(cell: CellValue | undefined): string {
  return typeof cell === "string" ? cell : "";
}

/** How many cells of a row hold anything. */
export function textCells(cells: readonly CellValue[]): number {
  return cells.filter((cell) => !isEmptyCell(cell)).length;
}

/** How many fields of one table are recognised, of the table with most: a word of another table (支委会 in a data row) adds nothing. */
function mostOfOneTable(columns: readonly HeaderColumn[]): number {
  const fields = [...new Set(columns.map(({ field }) => field))];
  return Math.max(...TABLES.map((table) => fields.filter((field) => hasOwn(table.columns, field)).length));
}

/**
 * The table that a header belongs to: among those whose ★ are all present the one named in the ListObject's or the sheet's
 * name (the longest such name), then the one with most recognised columns, then the order of methodology §2.
 */
export function tableOf(header: Header, names: readonly string[], supplied: Supplied): TableSchema | null {
  const fields = new Set(header.columns.map(({ field }) => field));
  // Two columns at least: a single word in a data row must not pass for a header where names supply the rest.
  if (fields.size < 2) return null;
  // A roster names its branches itself.
  const has = (field: string, table: TableSchema): boolean =>
    fields.has(field) ||
    (field === "支部" && supplied.branch && table.name !== "支部名册") ||
    (field === "类别" && supplied.category);
  const own = (table: TableSchema): number => Object.keys(table.columns).filter((field) => fields.has(field)).length;
  const named = names.map(comparable);
  const fits = (table: TableSchema): boolean => {
    const oneOf =
      table.name === "支部名册" && named.some((name) => nameLength(table, name) > 0)
        ? [...table.oneOf, ...ROSTER_BY_NAME]
        : table.oneOf;
    return (
      own(table) >= 2 &&
      table.required.every((field) => has(field, table)) &&
      (oneOf.length === 0 || oneOf.some((field) => fields.has(field)))
    );
  };
  const candidates = TABLES.filter(fits);
  for (const name of named) {
    const best = most(candidates, (table) => nameLength(table, name));
    if (best !== null && nameLength(best, name) > 0) return best;
  }
  return most(candidates, own);
}

/** The first of the tables with the highest measure. */
function most(tables: readonly TableSchema[], measure: (table: TableSchema) => number): TableSchema | null {
  let best: TableSchema | null = null;
  for (const table of tables) if (best === null || measure(table) > measure(best)) best = table;
  return best;
}

/** Length of the table's name where it is contained in `name` (comparable form), else 0. */
function nameLength(table: TableSchema, name: string): number {
  return Math.max(
    0,
    ...[table.name, table.english.toLowerCase()].filter((own) => name.includes(own)).map((own) => own.length),
  );
}

/**
 * The columns of a table in its header: of several for one field the exact name wins, else the leftmost. A merged header
 * that spreads over columns is one column with room to spare, not a repetition.
 */
export function tableColumns(header: Header, table: TableSchema, sheet: PreparedSheet): TableColumns {
  const columns: Record<string, number> = {};
  const repeated: HeaderColumn[] = [];
  const spread = ({ column }: HeaderColumn): boolean =>
    sheet.repeats.get(header.row + header.height - 1)?.get(column) !== undefined;
  for (const field of Object.keys(table.columns)) {
    const all = header.columns.filter((column) => column.field === field);
    const chosen = all.find(({ exact }) => exact) ?? all[0];
    if (chosen === undefined) continue;
    columns[field] = chosen.column;
    repeated.push(...all.filter((column) => column !== chosen && !spread(column)));
  }
  return { columns, repeated };
}

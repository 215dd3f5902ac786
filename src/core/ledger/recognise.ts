import type { Area, GridTable } from "../grid";
import type { Issue } from "../issue";
import { issue } from "../issues";
import {
  type Header,
  type HeaderColumn,
  type HeaderLookup,
  headerAt,
  headerRows,
  isFormLine,
  tableColumns,
  tableOf,
} from "./headers";
import { type MappedHeader, type MappedRange, type SheetMapping, mappedHeaderAt, mappingOf } from "./mapping";
import type { LedgerRange } from "./ledger";
import { ROWS_A_STEP, type RawRow, addressIn, markOf, rangeRows } from "./range-rows";
import { type TableSchema, tableSchema } from "./schema";
import { type PreparedSheet, only, without } from "./sheet";
import { compact, isEmptyCell } from "./text";
import { type TitleReader, suppliedBranch, suppliedCategory, titleTexts } from "./titles";
import type { Vocabulary } from "./vocabulary";

/** A range with the rows that hold its data, totals, notes and examples left out. */
export interface RawRange {
  readonly range: LedgerRange;
  readonly rows: readonly RawRow[];
  /** The confirmed range that named its columns, if one did. */
  readonly mapped: MappedRange | null;
}

export interface RecogniseContext {
  readonly words: Vocabulary;
  readonly lookup: HeaderLookup;
  readonly titles: TitleReader;
  readonly mapped: readonly MappedRange[];
}

/** What recognition found on one sheet. */
export interface SheetRanges {
  readonly ranges: readonly RawRange[];
  readonly issues: readonly Issue[];
}

/** A header found to be a table's; `ignored` where the clerk has said that it is none. */
type Found =
  | {
      readonly kind: "table";
      readonly row: number;
      readonly height: 1 | 2;
      readonly cells: number;
      readonly table: TableSchema;
      readonly columns: Readonly<Record<string, number>>;
      readonly repeated: readonly HeaderColumn[];
      readonly branch: number | null;
      readonly category: string | null;
      readonly mapped: MappedRange | null;
    }
  | { readonly kind: "ignored"; readonly row: number; readonly height: 1 | 2 };

type FoundTable = Extract<Found, { kind: "table" }>;

/**
 * All ranges of one sheet: its Excel tables, and what lies outside them read as a plain sheet; in order of rows. Pauses by yielding
 * the row that is next, an index into the grid.
 */
export function* recogniseSheet(sheet: PreparedSheet, context: RecogniseContext): Generator<number, SheetRanges> {
  const issues: Issue[] = [];
  const scan: Scan = { mapping: mappingOf(context.mapped, sheet.grid.name), context, issues };
  const areas = sheet.grid.tables.map(({ area }) => area);
  const plain = without(sheet, areas);
  const whole = { top: 0, bottom: plain.rows.length, names: [sheet.grid.name], tables: areas };
  const ranges = yield* plainRanges(plain, whole, scan);
  const tables: RawRange[] = [];
  for (const table of sheet.grid.tables) tables.push(...(yield* tableRanges(sheet, plain, table, ranges, scan)));
  const all = [...ranges, ...tables].sort(
    (a, b) => a.range.firstRow - b.range.firstRow || firstColumn(a.range) - firstColumn(b.range),
  );
  return { ranges: all, issues };
}

function firstColumn(range: LedgerRange): number {
  return Math.min(...Object.values(range.columns));
}

interface Scan {
  readonly mapping: SheetMapping | null;
  readonly context: RecogniseContext;
  readonly issues: Issue[];
}

interface PlainPart {
  /** Rows to look at, indices into the grid; `bottom` not included. */
  readonly top: number;
  readonly bottom: number;
  readonly names: readonly string[];
  /** Excel tables on the same sheet, in sheet coordinates: a title line belongs to the next table below it. */
  readonly tables: readonly Area[];
}

/** The ranges of a plain sheet: below each header the rows up to the next one, or to an end word. */
function* plainRanges(sheet: PreparedSheet, part: PlainPart, scan: Scan): Generator<number, RawRange[]> {
  const ranges: RawRange[] = [];
  const holdsHeader = headerRows(sheet, scan.context.lookup);
  const headerBelow = (titles: number, row: number): Found | null => {
    if (scan.mapping === null && !holdsHeader(row) && !holdsHeader(row + 1)) return null;
    const from = Math.max(titles, tablesEnd(sheet, part.tables, row));
    return foundAt(sheet, row, { names: part.names, titles: () => titleTexts(sheet, from, row), single: false }, scan);
  };
  let after = part.top;
  for (let row = part.top; row < part.bottom;) {
    if (row % ROWS_A_STEP === 0) yield row;
    const found = headerBelow(after, row);
    if (found === null) {
      row++;
      continue;
    }
    after = found.row + found.height;
    if (found.kind === "table") {
      const raw = yield* readRange(
        sheet,
        found,
        part.bottom,
        scan,
        (titles, next) => headerBelow(titles, next) !== null,
      );
      ranges.push(raw);
      after = raw.range.lastRow - sheet.grid.row + 1;
    }
    row = after;
  }
  return ranges;
}

/** The row below the last Excel table that ends above `row`. */
function tablesEnd(sheet: PreparedSheet, tables: readonly Area[], row: number): number {
  const ends = tables.map((area) => area.row + area.rowCount - sheet.grid.row);
  return Math.max(0, ...ends.filter((end) => end <= row));
}

/** An Excel table; where its first row is no header (a title was made the header row), what is found inside it. */
function* tableRanges(
  sheet: PreparedSheet,
  plain: PreparedSheet,
  { name, area, hasHeaders, hasTotals }: GridTable,
  above: readonly RawRange[],
  scan: Scan,
): Generator<number, RawRange[]> {
  const own = only(sheet, area);
  const names = [name, sheet.grid.name];
  const top = area.row - sheet.grid.row;
  const bottom = top + area.rowCount - (hasTotals ? 1 : 0);
  const ends = above.map(({ range }) => range.lastRow - sheet.grid.row + 1).filter((end) => end <= top);
  const others = sheet.grid.tables.map((table) => table.area);
  const from = Math.max(tablesEnd(sheet, others, top), ...ends);
  const found = hasHeaders
    ? foundAt(own, top, { names, titles: () => titleTexts(plain, from, top), single: true }, scan)
    : null;
  if (found === null) return yield* plainRanges(own, { top, bottom, names, tables: [] }, scan);
  return found.kind === "table" ? [yield* readRange(own, found, bottom, scan, null)] : [];
}

interface Place {
  readonly names: readonly string[];
  readonly titles: () => readonly string[];
  /** Whether the header has one row (an Excel table's). */
  readonly single: boolean;
}

/** The header in a row: as a stored mapping names it, else as its columns, names and titles tell. */
function foundAt(sheet: PreparedSheet, row: number, place: Place, scan: Scan): Found | null {
  const confirmed = scan.mapping === null ? null : mappedHeaderAt(sheet, row, scan.mapping, place.single);
  if (confirmed !== null) return fromMapping(confirmed, sheet.grid.name, place, scan.context);
  const header = headerAt(sheet, row, scan.context.lookup, place.single);
  return header === null || isFormLine(header, sheet) ? null : fromHeader(header, sheet, place, scan.context);
}

function fromMapping(confirmed: MappedHeader, sheetName: string, place: Place, context: RecogniseContext): Found {
  const { range, row, height, cells, columns } = confirmed;
  const table = range.table === null ? null : tableSchema(range.table);
  if (table === null) return { kind: "ignored", row, height };
  const supplied = suppliedTo(table, columns, place.titles(), sheetName, context);
  return { kind: "table", row, height, cells, table, columns, repeated: [], mapped: range, ...supplied };
}

function fromHeader(
  header: Header,
  sheet: PreparedSheet,
  { names, titles }: Place,
  context: RecogniseContext,
): Found | null {
  // Titles are read only where a table depends on them.
  if (tableOf(header, names, { branch: true, category: true }) === null) return null;
  const fields = new Set(header.columns.map(({ field }) => field));
  const sheetName = sheet.grid.name;
  const branch = fields.has("支部") ? null : suppliedBranch(titles(), sheetName, context.titles);
  const category = fields.has("类别") ? null : suppliedCategory(titles(), sheetName, context.words);
  const table = tableOf(header, names, { branch: branch !== null, category: category !== null });
  if (table === null) return null;
  const { columns, repeated } = tableColumns(header, table, sheet);
  const { row, height, cells } = header;
  return {
    kind: "table",
    row,
    height,
    cells,
    table,
    columns,
    repeated,
    branch,
    category: table.name === "活动台账" ? category : null,
    mapped: null,
  };
}

/** What titles and names supply to a confirmed range, whose columns need not be all that the table needs. */
function suppliedTo(
  table: TableSchema,
  columns: Readonly<Record<string, number>>,
  titles: readonly string[],
  sheetName: string,
  context: RecogniseContext,
): { readonly branch: number | null; readonly category: string | null } {
  return {
    branch: columns["支部"] === undefined ? suppliedBranch(titles, sheetName, context.titles) : null,
    category:
      table.name === "活动台账" && columns["类别"] === undefined
        ? suppliedCategory(titles, sheetName, context.words)
        : null,
  };
}

/** Reads the rows below a header and lists what was left out. */
function* readRange(
  sheet: PreparedSheet,
  found: FoundTable,
  bottom: number,
  { issues }: Scan,
  endsAt: ((titles: number, row: number) => boolean) | null,
): Generator<number, RawRange> {
  const { table, columns } = found;
  const { rows, skipped, last } = yield* rangeRows(sheet, {
    top: found.row + found.height,
    bottom,
    branchColumn: columns["支部"],
    skipNotes: found.cells >= 3,
    keepLoneBranch: table.name === "支部名册",
    endsAt,
  });
  const place = (column: number): Issue["place"] => ({
    sheet: sheet.grid.name,
    cell: addressIn(sheet, found.row, column),
  });
  if (skipped.notes + skipped.totals + skipped.examples > 0)
    issues.push(issue("rowsSkipped", place(Math.min(...Object.values(columns))), { table: table.name, ...skipped }));
  for (const { field, header, column } of found.repeated)
    issues.push(issue("columnRepeated", place(column), { table: table.name, column: field, header: compact(header) }));
  const range: LedgerRange = {
    table,
    sheet: sheet.grid.name,
    column: sheet.grid.column,
    columns,
    firstRow: sheet.grid.row + found.row,
    lastRow: sheet.grid.row + last,
    headerHeight: found.height,
    confirmed: found.mapped !== null,
    branch: found.branch,
    category: found.category,
  };
  return { range, rows, mapped: found.mapped };
}

/** Rows below the last range that hold more than a title, a total, an example or a closing note: for the list of what was not read. */
export function rowsOutside(
  sheet: PreparedSheet,
  ranges: readonly RawRange[],
): { readonly first: number; readonly rows: number } | null {
  const lastRow = Math.max(...ranges.map(({ range }) => range.lastRow - sheet.grid.row));
  let first: number | null = null;
  let count = 0;
  for (let row = lastRow + 1; row < sheet.rows.length; row++) {
    const cells = (sheet.rows[row] ?? []).filter((cell) => !isEmptyCell(cell));
    if (cells.length < 2 || markOf(cells[0]) !== "data" || cells.some((cell) => markOf(cell) === "example")) continue;
    first ??= row + sheet.grid.row;
    count++;
  }
  return first === null ? null : { first, rows: count };
}

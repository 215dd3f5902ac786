import { type CellValue, cellName } from "../grid";
import type { Issue } from "../issue";
import { issue } from "../issues";
import { type BranchIndex, longestHits, occurrences } from "./branches";
import { type Header, type HeaderLookup, headerAt, tableColumns, tableOf } from "./headers";
import type { MappedRange } from "./mapping";
import type { LedgerRange } from "./ledger";
import { TABLES, type TableSchema } from "./schema";
import { type PreparedSheet, only, ownCells, without } from "./sheet";
import { comparable, compact, headerForm, isEmptyCell, textOf, writtenName } from "./text";
import type { Vocabulary } from "./vocabulary";

/** A range with the rows that hold its data, totals, notes and examples left out. */
export interface RawRange {
  readonly range: LedgerRange;
  readonly rows: readonly RawRow[];
}

export interface RawRow {
  readonly row: number;
  readonly cells: readonly CellValue[];
  /** True for the first row after a totals row: nothing fills down into it. */
  readonly afterTotal: boolean;
}

export interface RecogniseContext {
  readonly words: Vocabulary;
  readonly lookup: HeaderLookup;
  readonly titles: BranchIndex;
  readonly mapped: readonly MappedRange[];
}

const END = /^(?:注|备注|说明|填表|制表|审核|统计|联系)[^:\d]{0,4}[:\d]/u;
const TOTALS: ReadonlySet<string> = new Set(["合计", "小计", "总计", "共计", "累计", "平均"]);
const EXAMPLE = /^(?:示例|例:)/u;

/** All ranges of one sheet: its Excel tables first, then what lies outside them as a plain sheet; in order of rows. */
export function recogniseSheet(
  sheet: PreparedSheet,
  context: RecogniseContext,
): { readonly ranges: readonly RawRange[]; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const ranges: RawRange[] = [];
  const mapped = context.mapped.filter((range) => range.sheet === sheet.grid.name);
  for (const listObject of sheet.grid.tables) {
    if (!listObject.hasHeaders) continue;
    const top = listObject.area.row - sheet.grid.row;
    const bottom = top + listObject.area.rowCount - (listObject.hasTotals ? 1 : 0);
    const own = only(sheet, listObject.area);
    const header = mappedHeader(own, top, mapped) ?? headerAt(own, top, context.lookup, true);
    const titles = titleTexts(sheet, 0, top);
    const found =
      header === null ? null : identify(own, header, [listObject.name, sheet.grid.name], titles, mapped, context);
    if (found !== null) ranges.push(readRange(own, found, bottom, issues, null));
  }
  const plain = without(
    sheet,
    sheet.grid.tables.map(({ area }) => area),
  );
  const headerBelow = (titles: number, row: number): Found | null => {
    const header = mappedHeader(plain, row, mapped) ?? headerAt(plain, row, context.lookup, false);
    return header === null
      ? null
      : identify(plain, header, [sheet.grid.name], titleTexts(plain, titles, row), mapped, context);
  };
  let after = 0;
  for (let row = 0; row < plain.rows.length;) {
    const found = headerBelow(after, row);
    if (found === null) {
      row++;
      continue;
    }
    const range = readRange(
      plain,
      found,
      plain.rows.length,
      issues,
      (titles, next) => headerBelow(titles, next) !== null,
    );
    ranges.push(range);
    after = range.range.lastRow - sheet.grid.row + 1;
    row = after;
  }
  return { ranges: ranges.sort((a, b) => a.range.firstRow - b.range.firstRow), issues };
}

/** The header that a stored mapping names in this row, of one row or of two. */
function mappedHeader(sheet: PreparedSheet, row: number, mapped: readonly MappedRange[]): Header | null {
  const headers =
    mapped.length === 0
      ? []
      : ([1, 2] as const).map((height): Header => ({
          row,
          height,
          columns: [],
          cells: ownCells(sheet, row, Infinity).length,
        }));
  return headers.find((header) => mapped.some((range) => matches(sheet, header, range))) ?? null;
}

interface Found {
  readonly header: Header;
  readonly table: TableSchema;
  readonly columns: Readonly<Record<string, number>>;
  readonly repeated: readonly { readonly field: string; readonly header: string; readonly column: number }[];
  readonly branch: number | null;
  readonly category: string | null;
}

/** Decides what a header is: by a stored mapping where one names it, else by its columns, names and titles. */
function identify(
  sheet: PreparedSheet,
  header: Header,
  names: readonly string[],
  titles: readonly string[],
  mapped: readonly MappedRange[],
  context: RecogniseContext,
): Found | null {
  const confirmed = mapped.find((range) => matches(sheet, header, range));
  if (confirmed?.table === null) return null;
  const fields = new Set(header.columns.map(({ field }) => field));
  const sheetName = sheet.grid.name;
  const branch = fields.has("支部") ? null : suppliedBranch(titles, sheetName, context.titles);
  const category = fields.has("类别") ? null : suppliedCategory(titles, sheetName, context.words);
  if (confirmed !== undefined) {
    const table = TABLES.find(({ name }) => name === confirmed.table);
    if (table === undefined) return null;
    return {
      header,
      table,
      columns: mappedColumns(sheet, header, confirmed),
      repeated: [],
      branch: confirmed.columns["支部"] === undefined ? branch : null,
      category: table.name === "活动台账" && confirmed.columns["类别"] === undefined ? category : null,
    };
  }
  const table = tableOf(header, names, { branch: branch !== null, category: category !== null });
  if (table === null) return null;
  const { columns, repeated } = tableColumns(header, table);
  return {
    header,
    table,
    columns,
    repeated,
    branch: columns["支部"] === undefined ? branch : null,
    category: table.name === "活动台账" && columns["类别"] === undefined ? category : null,
  };
}

function headerTexts(sheet: PreparedSheet, header: Header, column: number): string[] {
  const upper = textOf(sheet.rows[header.row]?.[column]);
  const lower = header.height === 2 ? textOf(sheet.rows[header.row + 1]?.[column]) : "";
  return [upper + lower, lower, upper].map(headerForm).filter((text) => text !== "");
}

function columnOf(sheet: PreparedSheet, header: Header, text: string): number | null {
  const width = sheet.rows[header.row]?.length ?? 0;
  for (let column = 0; column < width; column++)
    if (headerTexts(sheet, header, column).includes(headerForm(text))) return column;
  return null;
}

function matches(sheet: PreparedSheet, header: Header, range: MappedRange): boolean {
  return Object.values(range.columns).every((text) => columnOf(sheet, header, text) !== null);
}

function mappedColumns(sheet: PreparedSheet, header: Header, range: MappedRange): Record<string, number> {
  const columns: Record<string, number> = {};
  for (const [field, text] of Object.entries(range.columns)) {
    const column = columnOf(sheet, header, text);
    if (column !== null) columns[field] = column;
  }
  return columns;
}

function titleTexts(sheet: PreparedSheet, from: number, to: number): string[] {
  const texts: string[] = [];
  for (let row = from; row < to; row++)
    for (const column of ownCells(sheet, row, Infinity)) texts.push(textOf(sheet.rows[row]?.[column]));
  return texts;
}

function suppliedBranch(titles: readonly string[], sheetName: string, index: BranchIndex): number | null {
  const named = new Set(titles.map((text) => index.inTitle(text)).filter((branch) => branch !== null));
  return named.size === 1 ? ([...named][0] ?? null) : index.inTitle(sheetName);
}

function suppliedCategory(titles: readonly string[], sheetName: string, words: Vocabulary): string | null {
  const named = new Set(titles.flatMap((text) => categoriesIn(text, words)));
  if (named.size === 1) return [...named][0] ?? null;
  const bySheet = categoriesIn(sheetName, words);
  return bySheet.length === 1 ? (bySheet[0] ?? null) : null;
}

/** Categories named in a text by names of at least three characters, longest hits only. */
function categoriesIn(text: string, words: Vocabulary): string[] {
  const plain = writtenName(text).toLowerCase();
  const hits = [...(words.categories["类别"]?.synonyms ?? [])].flatMap(([written, value]) =>
    [...written].length >= 3 ? occurrences(plain, comparable(written), value) : [],
  );
  return [...new Set(longestHits(hits).map(({ item }) => item))];
}

/**
 * Reads the rows below a header. `isHeader(titles, row)` ends a plain range at the next header, whose title lines start at row
 * `titles`; an Excel table ends where it ends.
 */
function readRange(
  sheet: PreparedSheet,
  found: Found,
  bottom: number,
  issues: Issue[],
  isHeader: ((titles: number, row: number) => boolean) | null,
): RawRange {
  const { header, table, columns } = found;
  const origin = sheet.grid;
  const rows: RawRow[] = [];
  const skipped = { notes: 0, totals: 0, examples: 0 };
  const branchColumn = columns["支部"];
  let afterTotal = false;
  let last = header.row + header.height - 1;
  for (let row = header.row + header.height; row < bottom; row++) {
    const own = ownCells(sheet, row, 2);
    const firstColumn = own[0];
    if (firstColumn === undefined) continue;
    const cells = sheet.rows[row] ?? [];
    const first = compact(textOf(cells[firstColumn]));
    if (isHeader !== null && (END.test(first) || isHeader(last + 1, row))) break;
    const branch = branchColumn === undefined ? "" : compact(textOf(cells[branchColumn]));
    if (TOTALS.has(first) || TOTALS.has(branch) || /(?:合计|小计)$/u.test(branch)) {
      skipped.totals++;
      afterTotal = true;
    } else if (own.length === 1 && header.cells >= 3 && !(table.name === "支部名册" && firstColumn === branchColumn))
      skipped.notes++;
    else if (EXAMPLE.test(first) || EXAMPLE.test(branch)) skipped.examples++;
    else {
      rows.push({ row: origin.row + row, cells, afterTotal });
      afterTotal = false;
      last = row;
    }
  }
  const headerCell = {
    sheet: origin.name,
    cell: cellName(origin.row + header.row, origin.column + (header.columns[0]?.column ?? 0)),
  };
  if (skipped.notes + skipped.totals + skipped.examples > 0)
    issues.push(issue("rowsSkipped", headerCell, { table: table.name, ...skipped }));
  for (const { field, header: text, column } of found.repeated) {
    issues.push(
      issue(
        "columnRepeated",
        { sheet: origin.name, cell: cellName(origin.row + header.row, origin.column + column) },
        { table: table.name, column: field, header: compact(text) },
      ),
    );
  }
  return {
    range: {
      table,
      sheet: origin.name,
      column: origin.column,
      columns,
      firstRow: origin.row + header.row,
      lastRow: origin.row + last,
      branch: found.branch,
      category: found.category,
    },
    rows,
  };
}

/** Rows of a sheet that no range covers and that hold more than a title: for the list of what was not read. */
export function rowsOutside(
  sheet: PreparedSheet,
  ranges: readonly RawRange[],
): { readonly first: number; readonly rows: number } | null {
  const lastRow = Math.max(...ranges.map(({ range }) => range.lastRow - sheet.grid.row));
  const rest = sheet.rows.flatMap((cells, row) =>
    row > lastRow && cells.filter((cell) => !isEmptyCell(cell)).length > 1 ? [row] : [],
  );
  return rest[0] === undefined ? null : { first: rest[0] + sheet.grid.row, rows: rest.length };
}

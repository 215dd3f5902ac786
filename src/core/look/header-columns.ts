import { dayOf, isoOf } from "../calendar";
import type { Area, CellValue, SheetGrid } from "../grid";
import { columnName } from "../grid";
import { headerText } from "../ledger/headers";
import type { PreparedSheet } from "../ledger/sheet";
import { compact, headerForm, isEmptyCell, textOf } from "../ledger/text";

/** A column of a header, as the clerk confirms it. */
export interface ColumnLook {
  /** Its header; of a two-row header both texts joined. This is what a mapping names. */
  readonly header: string;
  /** Letters of its column in the sheet. */
  readonly letters: string;
  /** The field that it is read as; `null` where it is none. */
  readonly field: string | null;
  /** False where another column of the range has the same header, so that a mapping could not tell them apart. */
  readonly mappable: boolean;
  /** Its first few distinct values as the clerk would read them. */
  readonly preview: readonly string[];
}

/** Where a header stands: indices into the rows of a prepared sheet, and its columns from left to right. */
export interface HeaderPlace {
  readonly row: number;
  readonly height: 1 | 2;
  readonly columns: readonly number[];
}

const PREVIEWED = 3;
/** Rows looked at for a preview: a ledger whose first hundreds of rows are blank has nothing to preview. */
const PREVIEWED_ROWS = 500;
const FIRST_DATE = dayOf(2000, 1, 1) ?? 0;
const LAST_DATE = dayOf(2050, 12, 31) ?? 0;

/** The columns of a header from left to right; `fieldAt` says what a column is read as, `rows` are the data rows below it. */
export function headerColumns(
  sheet: PreparedSheet,
  place: HeaderPlace,
  rows: readonly (readonly CellValue[])[],
  fieldAt: (column: number) => string | null,
): readonly ColumnLook[] {
  const texts = place.columns
    .map((column) => ({ column, header: headerOf(sheet, place, column) }))
    .filter(({ header }) => header !== "");
  const forms = texts.map(({ header }) => headerForm(header));
  return texts.map(({ column, header }, index) => ({
    header,
    letters: columnName(sheet.grid.column + column),
    field: fieldAt(column),
    mappable: forms.filter((form) => form === forms[index]).length === 1 && forms[index] !== "",
    preview: previewOf(rows, column),
  }));
}

function headerOf(sheet: PreparedSheet, { row, height }: HeaderPlace, column: number): string {
  const upper = headerText(sheet.rows[row]?.[column]).trim();
  const lower = height === 2 ? headerText(sheet.rows[row + 1]?.[column]).trim() : "";
  if (lower === "" || lower === upper) return upper;
  return `${upper}${lower}`;
}

/** A whole number that can be a day of these decades is shown as one: what looks like 44260 says nothing to the clerk. */
function previewOf(rows: readonly (readonly CellValue[])[], column: number): readonly string[] {
  const found = new Set<string>();
  for (const cells of rows.slice(0, PREVIEWED_ROWS)) {
    const cell = cells[column] ?? null;
    if (isEmptyCell(cell)) continue;
    const isDay = typeof cell === "number" && Number.isInteger(cell) && cell >= FIRST_DATE && cell <= LAST_DATE;
    found.add(isDay ? isoOf(cell) : textOf(cell).trim());
    if (found.size === PREVIEWED) break;
  }
  return [...found];
}

/** The columns that a header in this row can reach: of the Excel table around it, else those outside all Excel tables. */
export function headerReach(grid: SheetGrid, row: number, column: number): (candidate: number) => boolean {
  const holds = (area: Area, at: number): boolean =>
    row >= area.row - grid.row &&
    row < area.row - grid.row + area.rowCount &&
    at >= area.column - grid.column &&
    at < area.column - grid.column + area.columnCount;
  const own = grid.tables.find(({ area }) => holds(area, column));
  if (own !== undefined) return (candidate) => holds(own.area, candidate);
  return (candidate) => !grid.tables.some(({ area }) => holds(area, candidate));
}

/** Whether a cell can be a header: a short text that is no sentence and names no year. */
export function canBeHeader(cell: CellValue | undefined): boolean {
  if (typeof cell !== "string") return false;
  const text = compact(cell);
  return text !== "" && text.length <= LONGEST_HEADER && !/[。；;]|\d{4}/u.test(text);
}

const LONGEST_HEADER = 20;

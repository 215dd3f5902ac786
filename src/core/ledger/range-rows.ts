import { type CellValue, cellName } from "../grid";
import { firstCharacterTest } from "./first-character";
import { type PreparedSheet, holdsOneCell, nextOwnCell } from "./sheet";
import { compact, isEmptyCell } from "./text";

/** One data row of a range as it stands in the sheet. */
export interface RawRow {
  /** Zero-based row in the sheet. */
  readonly row: number;
  readonly cells: readonly CellValue[];
  /** True for the first row after a totals row: nothing fills down into it. */
  readonly afterTotal: boolean;
}

/** How many rows of a range are no data, by kind. */
export interface Skipped {
  readonly notes: number;
  readonly totals: number;
  readonly examples: number;
}

/** The data rows of a range, and the last of them (an index into the grid; the last header row where there is none). */
export interface RangeRows {
  readonly rows: readonly RawRow[];
  readonly skipped: Skipped;
  readonly last: number;
}

/** Rows looked at between two pauses. */
export const ROWS_A_STEP = 2000;

/** Where the rows of a range lie: indices into the grid, `bottom` not included. */
export interface RowSpan {
  readonly top: number;
  readonly bottom: number;
  /** Column of 支部, if the range has one. */
  readonly branchColumn: number | undefined;
  /** Whether a row that holds a single cell is a note rather than data. */
  readonly skipNotes: boolean;
  /** Whether a row whose only cell is 支部 is data all the same (支部名册). */
  readonly keepLoneBranch: boolean;
  /** Ends a plain range at the next header; its title lines start at row `titles`. An Excel table has its own end. */
  readonly endsAt: ((titles: number, row: number) => boolean) | null;
}

type Mark = "data" | "total" | "example" | "end";

const END_WORDS = ["注", "备注", "说明", "填表", "制表", "审核", "统计", "联系"];
const TOTAL_WORDS = ["合计", "小计", "总计", "共计", "累计", "平均"];
const EXAMPLE_WORDS = ["示例", "例:"];
const END = new RegExp(`^(?:${END_WORDS.join("|")})[^:\\d]{0,4}[:\\d]`, "u");
const TOTALS: ReadonlySet<string> = new Set(TOTAL_WORDS);
const EXAMPLE = new RegExp(`^(?:${EXAMPLE_WORDS.join("|")})`, "u");
const BRANCH_TOTAL = /(?:合计|小计)$/u;
const mayBeMarked = firstCharacterTest([...END_WORDS, ...TOTAL_WORDS, ...EXAMPLE_WORDS], /^$/u);

/** What the first cell of a row says about the row (methodology §2, rows). */
export function markOf(cell: CellValue | undefined): Mark {
  if (typeof cell !== "string" || !mayBeMarked(cell)) return "data";
  const text = compact(cell);
  if (TOTALS.has(text)) return "total";
  if (EXAMPLE.test(text)) return "example";
  return END.test(text) ? "end" : "data";
}

/** What the 支部 cell of a row says about the row; remembers, for ledgers name few branches. */
function branchMarks(): (cell: CellValue | undefined) => Mark {
  const seen = new Map<CellValue, Mark>();
  return (cell) => {
    if (typeof cell !== "string") return "data";
    let mark = seen.get(cell);
    if (mark === undefined) {
      mark = BRANCH_TOTAL.test(compact(cell)) ? "total" : markOf(cell);
      seen.set(cell, mark);
    }
    return mark;
  };
}

/** What the first filled cell says where a merge from above may stand before the row's own cells. */
function leadingMark(sheet: PreparedSheet, row: number): Mark {
  return sheet.repeats.has(row) ? markOf(sheet.rows[row]?.find((cell) => !isEmptyCell(cell))) : "data";
}

/**
 * Reads the rows of a range: blank rows do not count, totals, notes and examples are left out, an end word or a header ends it. Pauses
 * by yielding the row that is next, an index into the grid.
 */
export function* rangeRows(sheet: PreparedSheet, span: RowSpan): Generator<number, RangeRows> {
  const { branchColumn, endsAt } = span;
  const rows: RawRow[] = [];
  const skipped = { notes: 0, totals: 0, examples: 0 };
  const markOfBranch = branchMarks();
  let afterTotal = false;
  let last = span.top - 1;
  for (let row = span.top; row < span.bottom; row++) {
    if (row % ROWS_A_STEP === 0) yield row;
    const firstColumn = nextOwnCell(sheet, row, 0);
    if (firstColumn < 0) continue;
    const cells = sheet.rows[row] ?? [];
    const first = markOf(cells[firstColumn]);
    if (endsAt !== null && (first === "end" || endsAt(last + 1, row))) break;
    const branch = branchColumn === undefined ? "data" : markOfBranch(cells[branchColumn]);
    if (first === "total" || branch === "total" || leadingMark(sheet, row) === "total") {
      skipped.totals++;
      afterTotal = true;
    } else if (span.skipNotes && !(span.keepLoneBranch && firstColumn === branchColumn) && holdsOneCell(sheet, row))
      skipped.notes++;
    else if (first === "example" || branch === "example") skipped.examples++;
    else {
      rows.push({ row: sheet.grid.row + row, cells, afterTotal });
      afterTotal = false;
      last = row;
    }
  }
  return { rows, skipped, last };
}

/** A1 address of a cell given by indices into the grid. */
export function addressIn(sheet: PreparedSheet, row: number, column: number): string {
  return cellName(sheet.grid.row + row, sheet.grid.column + column);
}

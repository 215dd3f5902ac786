import type { Cuts, DrawnTable } from "./page";
import { pageCapacity, rowHeight } from "./paper";
import type { ReportTab } from "./report-model";

/** A section up to this part of a page is never torn; a longer one may be, so that no page is left half empty. */
const SMALL_SECTION = 0.5;

/** Rows of a longer section that must stand under its heading. */
const ROWS_UNDER_HEADING = 6;

/** Fewest rows of a section on its last page. */
const LAST_ROWS = 3;

/** The last page of a tab is filled to this part at least with what a long section gives it: notes and signature do not stand alone. */
const LAST_PAGE = 0.3;

/** How many of the last of these rows fill `points`, in whole rows. */
function rowsWithin(heights: readonly number[], points: number): number {
  let filled = 0;
  let count = 0;
  while (filled < points && count < heights.length) {
    count += 1;
    filled += heights[heights.length - count] ?? 0;
  }
  return count;
}

/** First rows of the parts that should not be torn: from the top, from each section heading, from each break that is set. */
function partsOf(tab: ReportTab, top: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - top) }, (_, row) => top + row).filter((row) => {
    const found = tab.rows[row];
    return row === top || found?.breakBefore === true || found?.cells[0]?.role === "section";
  });
}

/** Whether the headings of a table are to stand again above a row: above each of its lines but the first, unless all pages repeat them. */
function isContinued({ head, lines }: DrawnTable, { titleRows }: ReportTab, row: number): boolean {
  const areRepeated = titleRows !== undefined && titleRows.first <= head.first && head.last <= titleRows.last;
  return !areRepeated && lines.indexOf(row) > 0;
}

/**
 * Rows before which a page of the printed tab begins, among those that are printed: the breaks that it has; before a
 * small section that does not fit the rest of a page; before a heading that would stand at the foot of a page; before what would be cut of
 * merged rows, a line of a table, the last one with the table's foot, or a chart with the words beneath it;
 * so that the last page of a long section holds more than a row or two, and the last of the tab more than notes and signature.
 * Where a page begins inside one of its `tables`, there is room for the headings. A tab that is printed on one page has none.
 * `bodySize` is the size of body text in points.
 */
export function pageBreaks(tab: ReportTab, tables: readonly DrawnTable[], bodySize: number): number[] {
  if (tab.onePage === true) return [];
  const top = Math.max(0, tab.printed?.first ?? 0);
  const end = Math.min(tab.rows.length, (tab.printed?.last ?? tab.rows.length - 1) + 1);
  const capacity = pageCapacity(tab.widths, tab.orientation, bodySize);
  const heightOf = (row: number) => {
    const found = tab.rows[row];
    return found === undefined ? 0 : rowHeight(found.cells, found.height, bodySize);
  };
  const heightsOf = (first: number, last: number) =>
    Array.from({ length: Math.max(0, last - first + 1) }, (_, row) => heightOf(first + row));
  const sum = (heights: readonly number[]) => heights.reduce((total, height) => total + height, 0);
  const { titleRows } = tab;
  const repeated = titleRows === undefined ? 0 : sum(heightsOf(titleRows.first, titleRows.last));
  const blocks = new Map<number, number>();
  const keepTogether = (row: number, rowCount: number) => {
    for (let inside = row + 1; inside < row + rowCount; inside += 1)
      blocks.set(inside, Math.min(row, blocks.get(inside) ?? row));
  };
  for (const { row, rowCount } of tab.merges) keepTogether(row, rowCount);
  // What a chart shows stands in words beneath it.
  for (const { place } of tab.charts) keepTogether(place.row, place.rowCount + 1);
  // Headings stand again above whole lines only; the foot of a table goes with the last of them.
  for (const { lines, last } of tables)
    for (const [index, row] of lines.entries()) keepTogether(row, (lines[index + 1] ?? last + 1) - row);
  const breaks: number[] = [];
  let used = 0;
  const start = (row: number) => {
    if (row > top) breaks.push(row);
    used = row > (titleRows?.last ?? -1) ? repeated : 0;
    const table = tables.find((each) => isContinued(each, tab, row));
    if (table !== undefined) used += sum(heightsOf(table.head.first, table.head.last));
  };
  const parts = partsOf(tab, top, end);
  for (const [index, first] of parts.entries()) {
    const next = parts[index + 1] ?? end;
    const heights = heightsOf(first, next - 1);
    const whole = sum(heights);
    /** Rows that the last page of the section holds at least. */
    const kept = next === end ? Math.max(LAST_ROWS, rowsWithin(heights, (capacity - repeated) * LAST_PAGE)) : LAST_ROWS;
    const needed = whole <= capacity * SMALL_SECTION ? whole : sum(heights.slice(0, ROWS_UNDER_HEADING));
    if (first > top && (tab.rows[first]?.breakBefore === true || used + needed > capacity)) start(first);
    for (const [offset, height] of heights.entries()) {
      const row = first + offset;
      if (used + height > capacity && row > top) {
        const wanted = Math.min(row, next - kept);
        const from = Math.max(first, blocks.get(wanted) ?? wanted);
        start(from <= (breaks[breaks.length - 1] ?? top) ? row : from);
        for (let moved = from; moved < row; moved += 1) used += heightOf(moved);
      }
      used += height;
    }
  }
  return breaks;
}

/** Lines of the tables of a tab above which their headings have to stand again, where its pages begin at these rows. */
export function cutsAt(breaks: readonly number[], tab: ReportTab, tables: readonly DrawnTable[]): Cuts {
  return tables.map(
    (table) => new Set(breaks.filter((row) => isContinued(table, tab, row)).map((row) => table.lines.indexOf(row))),
  );
}

import type { ReportTab } from "../core/report/report-model";
import { PAGE, PAPER, type Theme } from "./theme";

/** A section up to this part of a page is never torn; a longer one may be, so that no page is left half empty. */
const SMALL_SECTION = 0.5;

/** Rows of a longer section that must stand under its heading. */
const ROWS_UNDER_HEADING = 6;

/** Fewest rows of a section on its last page. */
const LAST_ROWS = 3;

/** The last page of a tab is filled to this part at least with what a long section gives it: notes and signature do not stand alone. */
const LAST_PAGE = 0.3;

/** Printers and screens measure a little differently: this part of a page is never planned for. */
const SLACK = 0.03;

/** Height in points of a row as it is written. */
function heightOf(tab: ReportTab, { rowHeight }: Theme, row: number): number {
  const found = tab.rows[row];
  return found === undefined ? 0 : rowHeight(found.cells, found.height);
}

/** What one page of a tab takes, in points of the sheet, once the tab is scaled to the width of the paper. */
function capacityOf(tab: ReportTab, { columnPoints }: Theme): number {
  const upright = tab.orientation === "portrait";
  const { left, right, top, bottom } = PAGE.margins;
  const width = (upright ? PAPER.short : PAPER.long) - left - right;
  const height = (upright ? PAPER.long : PAPER.short) - top - bottom;
  const wanted = tab.widths.reduce((sum, each) => sum + columnPoints(each), 0);
  return (height / Math.min(1, width / wanted)) * (1 - SLACK);
}

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

/**
 * Rows before which a page of the printed tab begins, among those that are printed: the breaks that the report sets; before a
 * small section that does not fit the rest of a page; before a heading that would stand at the foot of a page; before merged rows that would be cut;
 * so that the last page of a long section holds more than a row or two, and the last of the tab more than notes and signature.
 * A tab that is printed on one page has none.
 */
export function pageBreaks(tab: ReportTab, theme: Theme): number[] {
  if (tab.onePage === true) return [];
  const top = Math.max(0, tab.printed?.first ?? 0);
  const end = Math.min(tab.rows.length, (tab.printed?.last ?? tab.rows.length - 1) + 1);
  const capacity = capacityOf(tab, theme);
  const { titleRows } = tab;
  let repeated = 0;
  for (let row = titleRows?.first ?? 0; row <= (titleRows?.last ?? -1); row += 1) repeated += heightOf(tab, theme, row);
  const blocks = new Map<number, number>();
  for (const { row, rowCount } of tab.merges) {
    for (let inside = row + 1; inside < row + rowCount; inside += 1)
      blocks.set(inside, Math.min(row, blocks.get(inside) ?? row));
  }
  const breaks: number[] = [];
  let used = 0;
  const start = (row: number) => {
    if (row > top) breaks.push(row);
    used = row > (titleRows?.last ?? -1) ? repeated : 0;
  };
  const parts = partsOf(tab, top, end);
  for (const [index, first] of parts.entries()) {
    const next = parts[index + 1] ?? end;
    const heights = Array.from({ length: next - first }, (_, row) => heightOf(tab, theme, first + row));
    const sum = (rows: readonly number[]) => rows.reduce((total, height) => total + height, 0);
    const whole = sum(heights);
    /** Rows that the last page of the section holds at least. */
    const kept = next === end ? Math.max(LAST_ROWS, rowsWithin(heights, (capacity - repeated) * LAST_PAGE)) : LAST_ROWS;
    const needed = whole <= capacity * SMALL_SECTION ? whole : sum(heights.slice(0, ROWS_UNDER_HEADING));
    if (first > top && (tab.rows[first]?.breakBefore === true || used + needed > capacity)) start(first);
    for (const [offset, height] of heights.entries()) {
      const row = first + offset;
      if (used + height > capacity && row > top) {
        const from = Math.max(first, Math.min(blocks.get(row) ?? row, next - kept));
        start(from <= (breaks[breaks.length - 1] ?? top) ? row : from);
        for (let moved = from; moved < row; moved += 1) used += heightOf(tab, theme, moved);
      }
      used += height;
    }
  }
  return breaks;
}

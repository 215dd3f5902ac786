import { coveredWidth, type Entry, type Page } from "./page";
import { TALLEST_ROW } from "./paper";
import { lineCount } from "./text-width";

/** One row of a page whose height is planned: at least `height` points, `grow` more where there is room. */
export interface PlannedRow {
  readonly entries: readonly Entry[];
  readonly height: number;
  readonly grow: number;
}

/** Rows that stand together; `finish` adds what needs to know their first row. */
export interface PageBlock {
  readonly rows: readonly PlannedRow[];
  readonly finish?: (first: number) => void;
}

/** Points that a line of body text takes, and the space above and below the text of a row. */
const LINE = 13.75;
const AROUND = 0.75;

/** Heights are whole pixels of the screen, as Excel keeps them. */
function pixels(points: number): number {
  return Math.floor(points / 0.75) * 0.75;
}

/** Characters that are left free at the end of a line. */
const END = 0.5;

/** A row as high as its texts need when wrapped into columns of these widths, and at least `least` points. */
export function plannedRow(widths: readonly number[], entries: readonly Entry[], least: number, grow = 0): PlannedRow {
  let column = 0;
  let lines = 1;
  for (const entry of entries) {
    const { cell, span } = entry !== null && "span" in entry ? entry : { cell: entry, span: 1 };
    if (typeof cell?.value === "string")
      lines = Math.max(lines, lineCount(cell.value, coveredWidth(widths, column, span) - END));
    column += span;
  }
  const needed = lines * LINE + 2 * AROUND;
  return { entries, height: Math.min(TALLEST_ROW, Math.max(least, lines === 1 ? 0 : needed)), grow };
}

/** Heights of rows where `room` points are shared among those that may grow; what rounding leaves goes to the one that may grow most. */
function heightsWithin(rows: readonly PlannedRow[], room: number): number[] {
  const growth = rows.reduce((sum, { grow }) => sum + grow, 0);
  const whole = rows.reduce((sum, { height }) => sum + height, 0);
  const share = growth === 0 ? 0 : Math.max(0, Math.min(1, (room - whole) / growth));
  const heights = rows.map(({ height, grow }) => pixels(height + grow * share));
  const most = Math.max(...rows.map(({ grow }) => grow));
  const left = room - heights.reduce((sum, height) => sum + height, 0);
  const at = rows.findIndex(({ grow }) => grow === most);
  return heights.map((height, row) =>
    Math.min(TALLEST_ROW, row === at && share > 0 && share < 1 ? pixels(height + left) : height),
  );
}

/**
 * Draws blocks on pages that hold `room` points. Where they fit one page, the rest of it is shared among the rows that may grow; else a
 * block that does not fit the rest of a page begins the next one. `breakBefore` begins a page with the first block.
 */
export function drawBlocks(sheet: Page, blocks: readonly PageBlock[], room: number, breakBefore: boolean): void {
  const all = blocks.flatMap(({ rows }) => rows);
  const whole = all.reduce((sum, { height }) => sum + height, 0);
  const heights = heightsWithin(all, room);
  let used = 0;
  let drawn = 0;
  blocks.forEach(({ rows, finish }, index) => {
    const own = rows.reduce((sum, { height }) => sum + height, 0);
    const torn = whole > room && used > 0 && used + own > room;
    used = torn ? own % room : (used + own) % room;
    const first = sheet.length();
    rows.forEach(({ entries, height }, row) => {
      sheet.row(entries, {
        height: heights[drawn] ?? height,
        breakBefore: row === 0 && (torn || (index === 0 && breakBefore)),
      });
      drawn += 1;
    });
    finish?.(first);
  });
}

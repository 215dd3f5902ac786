/** What an upright A4 sheet takes inside its margins, in points. */
const PAPER = { width: 511, height: 764 } as const;

/** The size of body text, in points, that heights of rows count on. */
const USUAL_BODY = 11;

/** Points that a column has beside its text. */
const COLUMN = 6;

/** Points of the title, which does not grow with body text, and of the subtitle, which does; both stand on every page. */
const TITLE = 42;
const SUBTITLE = 27;

/** Printers measure a little differently: this part of a page is not planned for. */
const SLACK = 0.03;

/**
 * Points of rows, as heights of rows count them, that one upright A4 page takes beneath title and subtitle, where columns of these widths
 * (characters of body text) are scaled to the width of the paper. `bodySize` is the size of body text in points.
 */
export function uprightRoom(widths: readonly number[], bodySize: number): number {
  const wanted = widths.reduce((sum, width) => sum + (width * bodySize) / 2 + COLUMN, 0);
  const height = (PAPER.height / Math.min(1, PAPER.width / wanted)) * (1 - SLACK);
  return ((height - TITLE) * USUAL_BODY) / bodySize - SUBTITLE;
}

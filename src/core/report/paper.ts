import type { ReportCell, ReportTab, Role } from "./report-model";

/** The size of body text, in points, that the heights below and `ReportRow.height` count on. */
export const USUAL_BODY = 11;

/** The tallest row that Excel takes, in points. */
export const TALLEST_ROW = 409;

/** An A4 sheet, in points. */
const PAPER = { short: 595, long: 842 } as const;

/** Margins of a printed page, in points; header and footer stand inside them. */
export const MARGINS = { top: 36, bottom: 42, left: 42, right: 42, header: 18, footer: 21 } as const;

/** Points that a row takes at least which holds a cell of the role. */
const HEIGHTS: Readonly<Record<Role, number>> = {
  title: 21,
  subtitle: 27,
  section: 28.5,
  header: 24,
  body: 21,
  label: 21,
  figure: 21,
  stripLabel: 21,
  stripFigure: 33,
  note: 18,
  signature: 33,
  input: 21,
  navigation: 18,
  blank: 21,
};

/** The title does not follow the size of body text; its row is never lower than this. */
const TITLE = 42;

/** Points that a column has beside its text. */
const COLUMN = 6;

/** Printers and screens measure a little differently: this part of a page is never planned for. */
const SLACK = 0.03;

/** Points rounded to whole pixels of a screen at 96 dpi, as Excel rounds widths and heights. */
function pixels(points: number): number {
  return Math.round(points / 0.75) * 0.75;
}

/** Width in points of a column that holds so many half-width characters of body text of `bodySize` points. */
export function columnPoints(characters: number, bodySize: number): number {
  return pixels(characters * (bodySize / 2) + COLUMN);
}

/** Height in points of a row that holds one cell of the role, where body text has `bodySize` points. */
export function roleHeight(role: Role, bodySize: number): number {
  const height = Math.min(TALLEST_ROW, pixels((HEIGHTS[role] * bodySize) / USUAL_BODY));
  return role === "title" ? Math.max(TITLE, height) : height;
}

/** Height in points of a row: its own, else what its tallest role needs. */
export function rowHeight(cells: readonly (ReportCell | null)[], own: number | undefined, bodySize: number): number {
  if (own !== undefined) return Math.min(TALLEST_ROW, (own * bodySize) / USUAL_BODY);
  const needed = cells.map((cell) => (cell === null ? 0 : roleHeight(cell.role, bodySize)));
  return Math.max(roleHeight("blank", bodySize), ...needed);
}

/** What a page takes inside its margins, in points. */
export function printedArea(orientation: ReportTab["orientation"]): {
  readonly width: number;
  readonly height: number;
} {
  const upright = orientation === "portrait";
  return {
    width: (upright ? PAPER.short : PAPER.long) - MARGINS.left - MARGINS.right,
    height: (upright ? PAPER.long : PAPER.short) - MARGINS.top - MARGINS.bottom,
  };
}

/** Points of rows that one page takes, where columns of these widths (characters of body text) are scaled to the width of the paper. */
export function pageCapacity(
  widths: readonly number[],
  orientation: ReportTab["orientation"],
  bodySize: number,
): number {
  const { width, height } = printedArea(orientation);
  const wanted = widths.reduce((sum, each) => sum + columnPoints(each, bodySize), 0);
  return (height / Math.min(1, width / wanted)) * (1 - SLACK);
}

/** The same beneath title and subtitle, which stand on every page, in points as heights of rows are given (`ReportRow.height`). */
export function pageRoom(widths: readonly number[], orientation: ReportTab["orientation"], bodySize: number): number {
  const heading = roleHeight("title", bodySize) + roleHeight("subtitle", bodySize);
  return ((pageCapacity(widths, orientation, bodySize) - heading) * USUAL_BODY) / bodySize;
}

import type { Align, FigureFormat, ReportCell, Role, Tone } from "../core/report/report-model";

/** A rule along cells. */
export interface Line {
  readonly style: "Continuous" | "Dot";
  readonly weight: "Thin" | "Medium";
  readonly colour: string;
}

/** How cells of one role look. `height` in points is the least height of a row that holds one. */
export interface Look {
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  readonly fill: string | null;
  readonly align: Align;
  readonly wrap: boolean;
  readonly height: number;
  /** Rule under each row. */
  readonly rule: Line | null;
}

const INK = "#000000";
const GREY = "#605E5C";
const ACCENT = "#0F6CBD";

/** Fonts that Windows ships; Excel on the Mac maps them. Excel has no list of fallbacks, so these are the safe choice. */
const SONG = "宋体";
const HEI = "黑体";
const KAI = "楷体";
const FANG = "仿宋";

const ROW_RULE: Line = { style: "Continuous", weight: "Thin", colour: "#D2D0CE" };

/** The look of a cell without a role of its own; the others are told by how they differ. */
export const BASE: Look = {
  font: FANG,
  size: 11,
  bold: false,
  colour: INK,
  fill: null,
  align: "left",
  wrap: true,
  height: 21,
  rule: null,
};

/** The look of each role: black text on white paper, one red rule under the title, thin grey lines. */
export const LOOKS: Readonly<Record<Role, Look>> = {
  title: {
    ...BASE,
    font: SONG,
    size: 22,
    bold: true,
    align: "centre",
    wrap: false,
    height: 42,
    rule: { style: "Continuous", weight: "Medium", colour: "#B3261E" },
  },
  subtitle: { ...BASE, font: KAI, size: 14, align: "centre", height: 27 },
  section: { ...BASE, font: HEI, size: 14, wrap: false, height: 28.5 },
  header: {
    ...BASE,
    font: HEI,
    fill: "#F3F2F1",
    align: "centre",
    height: 24,
    rule: { style: "Continuous", weight: "Thin", colour: GREY },
  },
  body: { ...BASE, rule: ROW_RULE },
  label: { ...BASE, font: HEI, rule: ROW_RULE },
  figure: { ...BASE, align: "right", wrap: false, rule: ROW_RULE },
  stripLabel: { ...BASE, font: HEI, size: 10, colour: GREY, align: "centre", height: 21 },
  stripFigure: { ...BASE, font: HEI, size: 18, align: "centre", height: 33 },
  note: { ...BASE, size: 10, colour: GREY, height: 18 },
  signature: { ...BASE, size: 12, height: 33 },
  input: { ...BASE, rule: { style: "Dot", weight: "Thin", colour: GREY } },
  navigation: { ...BASE, size: 10, height: 18 },
  blank: BASE,
};

/** Colours of a status; shape and word stand in the text. */
export const TONES: Readonly<Record<Tone, { readonly colour: string; readonly italic: boolean }>> = {
  red: { colour: "#B3261E", italic: false },
  yellow: { colour: "#B86E00", italic: false },
  green: { colour: "#0B6A0B", italic: false },
  unassessed: { colour: GREY, italic: true },
};

/** The colour of a text that links to a place in the workbook. */
export const LINK_COLOUR = ACCENT;

/** Attainment: white to a tint of the accent in three stops; black figures stay legible on the darkest, in grey print too. */
export const COLOUR_SCALE = { low: "#FFFFFF", middle: "#B7D3EB", high: "#6FA7D7" } as const;
export const DATA_BAR_COLOUR = "#9FC4E5";

/** Colours of chart series: told apart in common colour-blindness, and in grey by their lightness. */
export const SERIES_COLOURS: readonly string[] = [ACCENT, "#B86E00", "#0B6A0B", "#8764B8", GREY];
/** Shapes of the points of a scatter chart, in the order of the colours: told apart without colour, too. */
export const SERIES_MARKERS = ["Circle", "Diamond", "Square", "Triangle", "X"] as const;
/** Lines of axes that divide a chart into quadrants. */
export const CROSSING_COLOUR = GREY;
export const GRIDLINE_COLOUR = "#E1DFDD";
export const CHART_TITLE = { font: HEI, size: 12, colour: INK } as const;

/** The colour of the add-in's tabs in the row of tabs. */
export const TAB_COLOUR = ACCENT;

/** Printing on A4, in points. */
export const PAGE = {
  margins: { top: 45, bottom: 48, left: 42, right: 42, header: 24, footer: 24 },
  footer: "第 &P 页 共 &N 页",
} as const;

/** Sides of an A4 sheet, in points. */
export const PAPER = { short: 595, long: 842 } as const;

/** Points rounded to whole pixels of a screen at 96 dpi, as Excel rounds widths and heights. */
function pixels(points: number): number {
  return Math.round(points / 0.75) * 0.75;
}

/** Width in points of a column that holds `characters` half-width characters of body text. */
export function columnPoints(characters: number): number {
  return pixels(characters * (BASE.size / 2) + 6);
}

/** Excel's number format; null where the cell shows what it holds. */
export function numberFormatOf(format: FigureFormat | undefined): string | null {
  switch (format) {
    case undefined:
    case "text":
      return null;
    case "index":
      return "0.000";
    case "points":
    case "days":
      return "0.0";
    case "share":
      return "0.0%";
    case "count":
      return "0";
    case "date":
      return "yyyy-mm-dd";
    default:
      return `0${format.decimals > 0 ? `.${"0".repeat(format.decimals)}` : ""}${format.percent ? "%" : ""}`;
  }
}

/** Least height of a row in points: what its tallest role needs. */
export function rowHeight(cells: readonly (ReportCell | null)[]): number {
  return Math.max(BASE.height, ...cells.map((cell) => (cell === null ? 0 : LOOKS[cell.role].height)));
}

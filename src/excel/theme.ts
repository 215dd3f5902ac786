import { columnPoints, roleHeight, rowHeight, USUAL_BODY } from "../core/report/paper";
import type { Align, FigureFormat, ReportCell, ReportLook, Role, Tone } from "../core/report/report-model";

/** A rule along cells. */
export interface Line {
  readonly style: "Continuous" | "Dot";
  readonly weight: "Thin" | "Medium";
  readonly colour: string;
}

/** How cells of one role look. */
export interface Look {
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
  readonly fill: string | null;
  readonly align: Align;
  readonly wrap: boolean;
  /** Rule under each row. */
  readonly rule: Line | null;
}

const INK = "#000000";
const GREY = "#605E5C";
const ACCENT = "#0F6CBD";

/** The typefaces of a page. */
interface Fonts {
  readonly title: string;
  /** A title set in a text face is told from text by its weight. */
  readonly boldTitle: boolean;
  readonly heading: string;
  readonly subtitle: string;
  readonly body: string;
}

/**
 * Excel has no list of fallbacks. `safe`: fonts that Windows ships and that Excel on the Mac maps. `official`: those of official
 * documents, by the names under which they are installed.
 */
const FONTS: Readonly<Record<ReportLook["fonts"], Fonts>> = {
  safe: { title: "宋体", boldTitle: true, heading: "黑体", subtitle: "楷体", body: "仿宋" },
  official: {
    title: "方正小标宋简体",
    boldTitle: false,
    heading: "黑体",
    subtitle: "楷体_GB2312",
    body: "仿宋_GB2312",
  },
};

const ROW_RULE: Line = { style: "Continuous", weight: "Thin", colour: "#D2D0CE" };

/** The looks of one report. */
export interface Theme {
  /** The look of a cell without a role of its own; the others are told by how they differ. */
  readonly base: Look;
  /** The look of each role: black text on white paper, one red rule under the title, thin grey lines. */
  readonly looks: Readonly<Record<Role, Look>>;
  /** Width in points of a column that holds so many half-width characters of body text. */
  readonly columnPoints: (characters: number) => number;
  /** Height in points of a row: its own, else what its tallest role needs. */
  readonly rowHeight: (cells: readonly (ReportCell | null)[], own?: number) => number;
  readonly headerHeight: number;
}

/** The theme in which a report is set: typefaces as chosen, and all sizes but the title's in proportion to body text. */
export function theme({ fonts, bodySize }: ReportLook): Theme {
  const { title, boldTitle, heading, subtitle, body } = FONTS[fonts];
  /** A size of type to the half point, as Excel offers it. */
  const size = (usual: number) => Math.round(((usual * bodySize) / USUAL_BODY) * 2) / 2;
  const base: Look = {
    font: body,
    size: bodySize,
    bold: false,
    colour: INK,
    fill: null,
    align: "left",
    wrap: true,
    rule: null,
  };
  const looks: Theme["looks"] = {
    title: {
      ...base,
      font: title,
      size: 22,
      bold: boldTitle,
      align: "centre",
      wrap: false,
      rule: { style: "Continuous", weight: "Medium", colour: "#B3261E" },
    },
    subtitle: { ...base, font: subtitle, size: size(14), align: "centre" },
    section: { ...base, font: heading, size: size(14), wrap: false },
    header: {
      ...base,
      font: heading,
      fill: "#F3F2F1",
      align: "centre",
      rule: { style: "Continuous", weight: "Thin", colour: GREY },
    },
    body: { ...base, rule: ROW_RULE },
    label: { ...base, font: heading, rule: ROW_RULE },
    figure: { ...base, align: "right", wrap: false, rule: ROW_RULE },
    stripLabel: { ...base, font: heading, size: size(10), colour: GREY, align: "centre" },
    stripFigure: { ...base, font: heading, size: size(18), align: "centre" },
    note: { ...base, size: size(10), colour: GREY },
    signature: { ...base, size: size(12) },
    input: { ...base, rule: { style: "Dot", weight: "Thin", colour: GREY } },
    navigation: { ...base, size: size(10) },
    blank: base,
  };
  return {
    base,
    looks,
    columnPoints: (characters) => columnPoints(characters, bodySize),
    rowHeight: (cells, own) => rowHeight(cells, own, bodySize),
    headerHeight: roleHeight("header", bodySize),
  };
}

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
export const SERIES_COLOURS: readonly string[] = [ACCENT, "#D97800", "#0B520B", "#7F5AB5", "#949494"];
/** Shapes of the points of a scatter chart, in the order of the colours: told apart without colour, too. */
export const SERIES_MARKERS = ["Circle", "Diamond", "Square", "Triangle", "X"] as const;
/** Lines of axes that divide a chart into quadrants. */
export const CROSSING_COLOUR = GREY;
export const GRIDLINE_COLOUR = "#E1DFDD";
export const CHART_TITLE = { font: FONTS.safe.heading, size: 12, colour: INK } as const;

/** The colour of the add-in's tabs in the row of tabs. */
export const TAB_COLOUR = ACCENT;

/** What stands in the middle of every printed page's foot, in Excel's codes. */
export const PAGE_NUMBERS = "第 &P 页 共 &N 页";

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

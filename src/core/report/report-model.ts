import type { Area } from "../grid";

/** The looks of a cell by its role on the page, never by colour or size: the surface's theme maps roles to looks. */
export type Role =
  | "title"
  | "subtitle"
  | "section"
  | "header"
  | "body"
  | "label"
  | "figure"
  | "stripLabel"
  | "stripFigure"
  | "note"
  | "signature"
  /** A place for the clerk's own text: 备注, 意见, 责任人. */
  | "input"
  /** Links to other tabs, above the printed page. */
  | "navigation"
  | "blank";

/** How a number is shown: index 0.000, points 0.0, share 0.0 %, count 0, days 0.#, date yyyy-mm-dd. */
export type FigureFormat =
  | "text"
  | "index"
  | "points"
  | "share"
  | "count"
  | "days"
  | "date"
  | { readonly decimals: number; readonly percent: boolean };

/** A status that colours a cell; shape and word stand in the text itself. */
export type Tone = "red" | "yellow" | "green" | "unassessed";

export type Align = "left" | "centre" | "right";

/**
 * One cell to write. `value` is what it shows; where `formula` is given (with `=`), the cell is written as that formula and
 * `value` is what the formula must give. Text that looks like a formula is written as text.
 */
export interface ReportCell {
  readonly value: string | number | null;
  readonly formula?: string;
  /** How many rows and columns the formula fills, from this cell on; all of them but this one are `spilled`. */
  readonly spill?: { readonly rowCount: number; readonly columnCount: number };
  /** True where the formula of another cell fills this one: `value` is what it must give, and nothing is written. */
  readonly spilled?: true;
  readonly role: Role;
  readonly format?: FigureFormat;
  readonly tone?: Tone;
  readonly align?: Align;
  /** A place in the workbook that the cell links to. */
  readonly link?: { readonly sheet: string; readonly cell: string };
  /**
   * Marks a cell that is the clerk's to fill in, by a name that stays the same from run to run and stands once in a tab;
   * `value` is the product's proposal. What she wrote there survives a refresh, wherever the cell stands then.
   */
  readonly input?: string;
  /** What the clerk wrote in a cell of hers: it stands there in place of `value`. */
  readonly entered?: Entered;
}

/**
 * What the clerk wrote: what her cell shows, an empty text where she emptied it; the formula (with `=`) that gives it; Excel's number
 * format of a number.
 */
export interface Entered {
  readonly value: string | number | boolean;
  readonly formula?: string;
  readonly pattern?: string;
}

/** `cells[j]` stands in column j of the tab; `null` leaves the cell empty. `height` in points, else fitted to the role. */
export interface ReportRow {
  readonly cells: readonly (ReportCell | null)[];
  readonly height?: number;
  readonly breakBefore?: boolean;
}

/** A colour scale (white → accent, attainment 0…1) or a data bar over an area of the tab. */
export interface ReportScale {
  readonly kind: "colour" | "bar";
  readonly area: Area;
  readonly min: number;
  readonly max: number;
}

/** One series of a chart. `categories` are its own in a scatter chart, where it has some; `colour` counts the theme's palette from 0. */
export interface ReportSeries {
  readonly name: string;
  readonly values: Area;
  readonly categories?: Area;
  readonly colour?: number;
  /** A label at each point, in their order; an empty one is not written. */
  readonly labels?: readonly string[];
}

/** One native chart; in a `bar` chart the first category stands on top. `categories` and every `values` are areas of the tab named by `sheet` (a ReportTab's name). */
export interface ReportChart {
  /** Stable name, unique in the tab; a refresh finds the chart by it. */
  readonly name: string;
  readonly kind: "bar" | "column" | "line" | "radar" | "scatter";
  readonly title: string;
  readonly sheet: string;
  readonly categories: Area;
  readonly series: readonly ReportSeries[];
  /** The cells that the chart covers. */
  readonly place: Area;
  readonly categoryTitle?: string;
  readonly valueTitle?: string;
  readonly valueRange?: { readonly min: number; readonly max: number };
  /** Distance of the figures along the axes of values, which are shown with as many decimals. */
  readonly valueStep?: number;
  /** Of a scatter chart: the range of its horizontal axis, and the point at which the axes cross, which makes quadrants. */
  readonly categoryRange?: { readonly min: number; readonly max: number };
  readonly crossing?: { readonly category: number; readonly value: number };
}

/** One assessment tab. */
export interface ReportTab {
  /** Stable identity, written into the tab's marker: a renamed tab is still found. */
  readonly key: string;
  readonly name: string;
  readonly orientation: "portrait" | "landscape";
  /** Width of each column in characters of body text (a Chinese character counts two). */
  readonly widths: readonly number[];
  readonly freeze: { readonly rows: number; readonly columns: number };
  /** Whether the tab is scaled to print on one page; otherwise it fits the width and takes as many pages as it needs. */
  readonly onePage?: boolean;
  /** First and last row that are printed, zero-based and inclusive: links stand above them, figures of charts below. All rows where it is missing. */
  readonly printed?: { readonly first: number; readonly last: number };
  /** What the foot of every printed page says beside the page number. */
  readonly footer?: string;
  /** A table with its heading row that can be filtered on the screen. */
  readonly filter?: Area;
  /** True where a run reads the tab itself: what the clerk wrote on it and the new tab says too is no entry of hers any more. */
  readonly isRead?: true;
  /** Rows repeated at the top of each printed page, zero-based and inclusive. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  readonly rows: readonly ReportRow[];
  readonly merges: readonly Area[];
  readonly scales: readonly ReportScale[];
  readonly charts: readonly ReportChart[];
}

/** Which typefaces the pages use, and the size of body text in points; all other sizes follow. */
export interface ReportLook {
  /** `safe`: as Windows ships them; `official`: those of official documents, which have to be installed. */
  readonly fonts: "safe" | "official";
  readonly bodySize: number;
}

/** All tabs of one run, in the order in which they stand. Plain serialisable data. */
export interface ReportModel {
  readonly version: 2;
  readonly look: ReportLook;
  readonly tabs: readonly ReportTab[];
  /** Tabs of earlier runs that this one did not make and that stand in the workbook still; none where it is missing. */
  readonly left?: readonly LeftTab[];
}

/** A tab that stands as an earlier run wrote it. */
export interface LeftTab {
  readonly tab: ReportTab;
  readonly look: ReportLook;
}

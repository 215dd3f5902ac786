import type { IWorkbookData } from "@univerjs/core";
import type { ZipEntry } from "./zip";

/** A rectangle of a sheet, zero-based and inclusive. */
export interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** An Excel table (ListObject). */
export interface TableRecord {
  id: number;
  name: string;
  box: Box;
  hasHeaders: boolean;
  hasTotals: boolean;
  style: string | null;
  bandedRows: boolean;
  filterButtons: boolean;
  /** Part the table was read from; null for a table added since. */
  part: string | null;
}

/** One series of a chart; the references are formulas without `=`, e.g. `'指标得分'!$B$4:$B$15`. */
export interface ChartSeriesRecord {
  name: string;
  values: string;
  categories: string | null;
  xValues: string | null;
  colour: string | null;
  /** Shape of the markers where it is not a circle: wire name of Excel.ChartMarkerStyle. */
  marker?: string;
  /** Labels of single points, by the number of the point; `text` is null where the point shows its value. */
  labels?: Record<number, ChartLabelRecord>;
}

/** The label of one point of a series. */
export interface ChartLabelRecord {
  text: string | null;
  /** Wire name of Excel.ChartDataLabelPosition; null where Excel chooses. */
  position: ChartLabelPosition | null;
}

export type ChartLabelPosition = "Center" | "Left" | "Right" | "Top" | "Bottom";

/** What an axis was told beside its title; what is missing is Excel's choice. */
export interface ChartAxisRecord {
  /** Limits of the horizontal axis of a scatter chart; those of a value axis are `valueMinimum` and `valueMaximum`. */
  minimum?: number;
  maximum?: number;
  /** Distance of the tick labels. */
  step?: number;
  /** Where on this axis the other one crosses it. */
  crossing?: number;
  tickLabels?: ChartTickLabels;
  numberFormat?: string;
  lineColour?: string;
}

/** Where tick labels stand when not next to their axis: wire names of Excel.ChartAxisTickLabelPosition. */
export type ChartTickLabels = "High" | "Low" | "None";

/** What a chart made through the object model can be told. Charts of the user's file keep their part untouched. */
export interface ChartRecord {
  id: string;
  name: string;
  /** Excel.ChartType wire name, e.g. `BarClustered`, `Radar`, `XYScatter`. */
  type: string;
  title: string | null;
  /** How the title is to look, where something was said of it. */
  titleFont?: { name?: string; size?: number; colour?: string; bold?: boolean };
  legend: "Top" | "Bottom" | "Left" | "Right" | null;
  series: ChartSeriesRecord[];
  dataLabels: boolean;
  categoryTitle: string | null;
  valueTitle: string | null;
  valueMinimum: number | null;
  valueMaximum: number | null;
  /** True where categories run top-down (Excel: reverse order). */
  categoryReversed: boolean;
  gridlineColour: string | null;
  categoryAxis?: ChartAxisRecord;
  valueAxis?: ChartAxisRecord;
  /** The cells that the chart covers. */
  box: Box;
  /** Part the chart was read from; null for one added since. */
  part: string | null;
  /** True once anything but `part` was changed since it was read: the part is then written anew. */
  changed: boolean;
}

/** `written` is true for a rule that was read from the file: its XML is kept as long as the record is. A rule added since has false. */
export type ConditionalFormatRecord =
  | {
      id: string;
      kind: "colorScale";
      box: Box;
      points: { type: "min" | "max" | "num" | "percent"; value: number | null; colour: string }[];
      priority: number;
      written: boolean;
    }
  | {
      id: string;
      kind: "dataBar";
      box: Box;
      minimum: number | null;
      maximum: number | null;
      colour: string;
      priority: number;
      written: boolean;
    }
  /** A rule of the user's file that the stand-in keeps as XML and does not interpret. `areas`: where it holds, if that is several boxes; `box` is around them. */
  | { id: string; kind: "opaque"; box: Box; areas?: readonly Box[]; xml: string; priority: number; written: boolean };

/**
 * A rule for entering values. `xml` is what was read from the file, kept as long as nothing changes the rule; `opaque` is a rule
 * that the stand-in does not interpret.
 */
export type DataValidationRecord =
  | {
      readonly kind: "list";
      readonly boxes: readonly Box[];
      readonly xml: string | null;
      readonly values: readonly string[];
      readonly inCellDropDown: boolean;
      readonly ignoreBlanks: boolean;
      readonly alert: {
        readonly show: boolean;
        readonly style: "Stop" | "Warning" | "Information";
        readonly title: string;
        readonly message: string;
      };
      readonly prompt: { readonly show: boolean; readonly title: string; readonly message: string };
    }
  /** Takes anything, and only says something of the cell when it is selected. */
  | {
      readonly kind: "prompt";
      readonly boxes: readonly Box[];
      readonly xml: string | null;
      readonly prompt: { readonly show: boolean; readonly title: string; readonly message: string };
    }
  | { readonly kind: "opaque"; readonly boxes: readonly Box[]; readonly xml: string };

/** Page set-up in Excel's terms; margins in points. */
export interface PageRecord {
  orientation: "portrait" | "landscape";
  /** Excel's paper code; 9 is A4. */
  paper: number | null;
  fitWidth: number | null;
  fitHeight: number | null;
  scale: number | null;
  margins: { left: number; right: number; top: number; bottom: number; header: number; footer: number };
  centreHorizontally: boolean;
  centreVertically: boolean;
  printArea: Box | null;
  titleRows: { first: number; last: number } | null;
  titleColumns: { first: number; last: number } | null;
  header: { left: string; centre: string; right: string };
  footer: { left: string; centre: string; right: string };
  /** Zero-based rows that begin a new page. */
  rowBreaks: number[];
}

/** A link from cells to a place in the workbook (`location`, e.g. `'活动台账'!A5`) or outside it (`address`). */
export interface HyperlinkRecord {
  box: Box;
  location: string | null;
  address: string | null;
  tooltip: string | null;
}

/** What a sheet holds beside its cells. */
export interface SheetRecord {
  /** False for a chart sheet or another kind without cells: its name is taken, but it is no worksheet. */
  isWorksheet: boolean;
  /** Part the sheet was read from; null for a sheet added since. */
  part: string | null;
  /** Set by the object model at the first change; only changed sheets are written anew. */
  changed: boolean;
  tables: TableRecord[];
  charts: ChartRecord[];
  conditionalFormats: ConditionalFormatRecord[];
  /** Rules for entering values; absent where there is none. */
  dataValidations?: readonly DataValidationRecord[];
  hyperlinks: HyperlinkRecord[];
  /** The cells with their headings that can be filtered; absent where there are none. `criteria`: some of their rows are filtered out. */
  autoFilter?: { readonly box: Box; readonly criteria: boolean };
  page: PageRecord;
  customProperties: { key: string; value: string }[];
  isProtected: boolean;
  /** True for a sheet that only a macro can show; Univer knows only hidden and shown. */
  veryHidden?: boolean;
}

export interface NameRecord {
  name: string;
  /** Formula without `=`. */
  formula: string;
  /** Univer sheet id for a sheet-scoped name. */
  sheet: string | null;
  hidden: boolean;
}

export interface CustomXmlRecord {
  id: string;
  namespace: string | null;
  xml: string;
  part: string | null;
}

/** The add-in whose settings a workbook holds, as its manifest names it. */
export interface AddInReference {
  readonly id: string;
  readonly version: string;
}

/**
 * An open workbook. `snapshot` is Univer's: cells `{v, t, f, s}`, styles by id (`xf12` stands for cellXfs entry 12 of the
 * file), merges, column and row data, freeze, hidden flags, tab colour. `sheets` has one record per id of `snapshot.sheetOrder`
 * (chart sheets too: an empty Univer sheet stands for them).
 *
 * Cells: `f` begins with `=` and stands beside the cached result, functions under the names that users see
 * (no `_xlfn.`; an add-in's as `RONGHE.AHP`); shared formulas are spelt out per cell. A cell of type 1
 * whose text is that of an error value is that error, one of type 4 is text. A cell without `s` has the style of its row, else of
 * its column, else `xf0`. Widths and heights are pixels (a column of w pixels is w ÷ 7 characters wide, a point is 4/3 pixels).
 */
export interface WorkbookDocument {
  snapshot: IWorkbookData;
  date1904: boolean;
  /** Whether nobody may add, delete, rename, move, hide or show sheets; missing where anybody may. */
  isStructureProtected?: boolean;
  sheets: Record<string, SheetRecord>;
  names: NameRecord[];
  customXml: CustomXmlRecord[];
  /** Document settings of the add-in, key → JSON text. */
  settings: Record<string, string>;
  /** Add-in the settings belong to; absent where the file holds none and the host has not said. */
  addIn?: AddInReference;
  /** The package as it was read, part name → bytes as stored; null for a new workbook. Only `files/` looks inside. */
  origin: OriginalPackage | null;
}

/** The package that was opened: opaque outside `files/`. */
export interface OriginalPackage {
  readonly entries: ReadonlyMap<string, Uint8Array>;
  /** The same entries as the archive's directory describes them, by name in lower case, in the archive's order. */
  readonly directory: ReadonlyMap<string, ZipEntry>;
}

/** Why a file cannot be opened. */
export type OpenFailure = "notZip" | "notWorkbook" | "truncated" | "encrypted" | "legacyXls";

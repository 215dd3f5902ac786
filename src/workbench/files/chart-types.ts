import type { ChartLabelPosition, ChartTickLabels } from "./document";

/** How an Excel chart type (wire name of `Excel.ChartType`) stands in a chart part. */
export interface ChartShape {
  /** Element of the plot area. */
  readonly element: "barChart" | "lineChart" | "radarChart" | "scatterChart" | "pieChart";
  readonly direction?: "bar" | "col";
  readonly grouping?: "clustered" | "standard" | "stacked" | "percentStacked";
  /** `radarStyle` or `scatterStyle`. */
  readonly style?: "standard" | "marker" | "filled" | "lineMarker";
  readonly markers?: boolean;
}

/** The chart types that can be written and read back. */
export const CHART_SHAPES: Readonly<Record<string, ChartShape>> = {
  BarClustered: { element: "barChart", direction: "bar", grouping: "clustered" },
  BarStacked: { element: "barChart", direction: "bar", grouping: "stacked" },
  BarStacked100: { element: "barChart", direction: "bar", grouping: "percentStacked" },
  ColumnClustered: { element: "barChart", direction: "col", grouping: "clustered" },
  ColumnStacked: { element: "barChart", direction: "col", grouping: "stacked" },
  ColumnStacked100: { element: "barChart", direction: "col", grouping: "percentStacked" },
  Line: { element: "lineChart", grouping: "standard", markers: false },
  LineMarkers: { element: "lineChart", grouping: "standard", markers: true },
  Radar: { element: "radarChart", style: "marker", markers: false },
  RadarMarkers: { element: "radarChart", style: "marker", markers: true },
  RadarFilled: { element: "radarChart", style: "filled" },
  XYScatter: { element: "scatterChart", style: "lineMarker", markers: true },
  Pie: { element: "pieChart" },
};

/** Excel's name for a chart the writer does not know: it is listed and keeps its part, and cannot be changed. */
export const OTHER_CHART = "Invalid";

/** Shapes of markers: wire name of Excel.ChartMarkerStyle → its name in a chart part. A circle is what series have that name none. */
export const MARKER_SYMBOLS: Readonly<Record<string, string>> = {
  Circle: "circle",
  Dash: "dash",
  Diamond: "diamond",
  Dot: "dot",
  Plus: "plus",
  Square: "square",
  Star: "star",
  Triangle: "triangle",
  X: "x",
};

/** Where the label of a point stands, in a chart part. */
export const LABEL_POSITIONS: Readonly<Record<ChartLabelPosition, string>> = {
  Center: "ctr",
  Left: "l",
  Right: "r",
  Top: "t",
  Bottom: "b",
};

/** Where the tick labels of an axis stand, in a chart part. */
export const TICK_LABELS: Readonly<Record<ChartTickLabels, string>> = { High: "high", Low: "low", None: "none" };

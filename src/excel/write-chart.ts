import { cellName } from "../core/grid";
import type { ReportChart, ReportSeries } from "../core/report/report-model";
import { cellsAt } from "./cells-at";
import { BYTES_PER_CALL } from "./payload";
import { CHART_TITLE, CROSSING_COLOUR, GRIDLINE_COLOUR, SERIES_COLOURS, SERIES_MARKERS } from "./theme";
import type { Steps } from "./write-tab";

const CHART_TYPES: Readonly<
  Record<ReportChart["kind"], "BarClustered" | "ColumnClustered" | "LineMarkers" | "Radar" | "XYScatter">
> = {
  bar: "BarClustered",
  column: "ColumnClustered",
  line: "LineMarkers",
  radar: "Radar",
  scatter: "XYScatter",
};

/** More bars than this, and figures beside them would overlap. */
const MOST_LABELLED_BARS = 24;

/** A chart as it stands on the sheet: how many series it has. */
export interface StandingChart {
  readonly name: string;
  readonly seriesCount: number;
}

/** The chart of that name, with as many series as wanted: the one that stands there, else a new one. */
function chartWithSeries(
  sheet: Excel.Worksheet,
  source: Excel.Worksheet,
  wanted: ReportChart,
  standing: StandingChart | null,
) {
  const type = CHART_TYPES[wanted.kind];
  const count = wanted.series.length;
  if (standing === null) {
    const first = wanted.series[0]?.values ?? wanted.categories;
    const chart = sheet.charts.add(type, cellsAt(source, first), first.columnCount === 1 ? "Columns" : "Rows");
    chart.name = wanted.name;
    for (let index = 1; index < count; index += 1) chart.series.add();
    return chart;
  }
  const chart = sheet.charts.getItem(wanted.name);
  chart.chartType = type;
  for (let index = standing.seriesCount; index < count; index += 1) chart.series.add();
  for (let index = standing.seriesCount - 1; index >= count; index -= 1) chart.series.getItemAt(index).delete();
  return chart;
}

/** Labels of single points, above them; whatever was labelled before is not any more. */
function* writeLabels(series: Excel.ChartSeries, labels: ReportSeries["labels"] = []): Steps {
  for (const [index, text] of labels.entries()) {
    if (text === "") continue;
    const point = series.points.getItemAt(index);
    point.hasDataLabel = true;
    point.dataLabel.text = text;
    point.dataLabel.position = "Top";
    yield BYTES_PER_CALL * 4;
  }
}

/** Draws a chart, or brings the one of the same name up to date. `source` is the sheet that its figures stand on. */
export function* writeChart(
  sheet: Excel.Worksheet,
  source: Excel.Worksheet,
  wanted: ReportChart,
  standing: StandingChart | null,
): Steps {
  const chart = chartWithSeries(sheet, source, wanted, standing);
  chart.title.text = wanted.title;
  chart.title.format.font.name = CHART_TITLE.font;
  chart.title.format.font.size = CHART_TITLE.size;
  chart.title.format.font.color = CHART_TITLE.colour;
  const { place, categories } = wanted;
  chart.setPosition(
    cellName(place.row, place.column),
    cellName(place.row + place.rowCount - 1, place.column + place.columnCount - 1),
  );
  const bars = wanted.kind === "bar" || wanted.kind === "column";
  const labelled =
    bars && wanted.series.length === 1 && categories.rowCount * categories.columnCount <= MOST_LABELLED_BARS;
  for (const [index, { name, values, categories: own, colour: chosen, labels }] of wanted.series.entries()) {
    const series = chart.series.getItemAt(index);
    series.name = name;
    series.setValues(cellsAt(source, values));
    series.setXAxisValues(cellsAt(source, own ?? categories));
    const look = (chosen ?? index) % SERIES_COLOURS.length;
    const colour = SERIES_COLOURS[look] ?? "";
    if (bars) series.format.fill.setSolidColor(colour);
    else if (wanted.kind === "radar") series.format.line.color = colour;
    else if (wanted.kind === "line") {
      series.format.line.color = colour;
      series.markerBackgroundColor = colour;
      series.markerForegroundColor = colour;
    } else {
      series.markerBackgroundColor = colour;
      series.markerForegroundColor = colour;
      series.markerStyle = SERIES_MARKERS[look] ?? "Circle";
    }
    series.hasDataLabels = labelled;
    yield* writeLabels(series, labels);
    yield BYTES_PER_CALL * 6;
  }
  chart.legend.visible = wanted.series.length > 1;
  if (wanted.series.length > 1) chart.legend.position = "Bottom";
  writeAxes(chart, wanted);
  yield BYTES_PER_CALL * 12;
}

/** A number format with the decimals of a step along an axis. */
function formatOf(step: number): string {
  const decimals = String(step).split(".")[1]?.length ?? 0;
  return decimals === 0 ? "0" : `0.${"0".repeat(decimals)}`;
}

function writeStep(axis: Excel.ChartAxis, step: number): void {
  axis.majorUnit = step;
  axis.numberFormat = formatOf(step);
}

/** Both axes of a scatter chart are axes of values; where they cross makes quadrants, their figures stay at the edges. */
function writeQuadrants(chart: Excel.Chart, { categoryRange, valueStep, crossing }: ReportChart): void {
  const { categoryAxis, valueAxis } = chart.axes;
  if (categoryRange !== undefined) {
    categoryAxis.minimum = categoryRange.min;
    categoryAxis.maximum = categoryRange.max;
  }
  if (valueStep !== undefined) writeStep(categoryAxis, valueStep);
  for (const [axis, at] of [
    [categoryAxis, crossing?.category],
    [valueAxis, crossing?.value],
  ] as const) {
    axis.format.line.color = CROSSING_COLOUR;
    if (at === undefined) axis.position = "Automatic";
    else axis.setPositionAt(at);
    axis.tickLabelPosition = at === undefined ? "NextToAxis" : "Low";
  }
}

function writeAxes(chart: Excel.Chart, wanted: ReportChart): void {
  const { kind, categoryTitle, valueTitle, valueRange, valueStep } = wanted;
  const { categoryAxis, valueAxis } = chart.axes;
  if (valueStep !== undefined) writeStep(valueAxis, valueStep);
  if (kind === "scatter") writeQuadrants(chart, wanted);
  valueAxis.majorGridlines.format.line.color = GRIDLINE_COLOUR;
  if (valueRange !== undefined) {
    valueAxis.minimum = valueRange.min;
    valueAxis.maximum = valueRange.max;
  }
  // Bars grow upwards from the first category; the first branch belongs on top.
  if (kind === "bar") categoryAxis.reversePlotOrder = true;
  // A radar has no place for axis titles.
  if (kind === "radar") return;
  if (categoryTitle !== undefined) categoryAxis.title.text = categoryTitle;
  if (valueTitle !== undefined) valueAxis.title.text = valueTitle;
}

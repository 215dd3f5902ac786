import { cellText } from "../../objects/number-format";
import type { ChartAxisRecord, ChartLabelRecord, ChartRecord, ChartSeriesRecord } from "../../files/document";
import { CHART_SHAPES } from "../../files/chart-types";
import type { CellContent } from "../../objects/cell-content";

/** A cell that a chart refers to: what it holds, and how it shows it. */
export interface ChartCell {
  readonly content: CellContent;
  readonly text: string;
}

/** Reads the cells that a reference names, e.g. `'指标得分'!$B$4:$B$15`; null where it names none. */
export type ReadCells = (reference: string) => readonly ChartCell[] | null;

/** How the charts look where they say nothing themselves. */
export interface ChartLook {
  readonly text: string;
  readonly line: string;
}

/** What the charting library is told: plain data, of its own form. */
export type ChartOption = Readonly<Record<string, unknown>>;

/** Excel's colours of series that name none. */
const palette = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47"];

const numberOf = (cell: ChartCell | undefined): number | null =>
  typeof cell?.content === "number" ? cell.content : null;

interface Series {
  readonly name: string;
  readonly colour: string;
  readonly values: readonly (number | null)[];
  /** The values as their cells show them. */
  readonly texts: readonly string[];
  readonly across: readonly ChartCell[];
  readonly symbol: string;
  readonly labels: Readonly<Record<number, ChartLabelRecord>>;
}

/** Shapes of markers by Excel's name; the charting library has fewer, so that some are told apart by being hollow. */
const symbols: Readonly<Record<string, string>> = {
  Square: "rect",
  Diamond: "diamond",
  Triangle: "triangle",
  Dash: "roundRect",
  Dot: "emptyCircle",
  Plus: "emptyDiamond",
  Star: "emptyTriangle",
  X: "emptyRect",
};

function seriesFrom(record: ChartSeriesRecord, index: number, read: ReadCells): Series {
  const across = record.categories ?? record.xValues;
  const cells = read(record.values) ?? [];
  return {
    name: record.name,
    colour: record.colour ?? palette[index % palette.length] ?? "#4472C4",
    values: cells.map(numberOf),
    texts: cells.map(({ text }) => text),
    across: across === null ? [] : (read(across) ?? []),
    symbol: symbols[record.marker ?? ""] ?? "circle",
    labels: record.labels ?? {},
  };
}

/** Categories as they are written along an axis; numbered where the chart has none. */
function categoriesOf(series: readonly Series[]): readonly string[] {
  const first = series[0];
  if (first === undefined) return [];
  return first.across.length > 0
    ? first.across.map(({ text }) => text)
    : first.values.map((_, index) => String(index + 1));
}

/** What an axis was told beside its limits. */
function toldOf(axis: ChartAxisRecord | undefined, look: ChartLook) {
  const { step, tickLabels, numberFormat, lineColour, crossing } = axis ?? {};
  return {
    interval: step,
    axisLabel: {
      color: look.text,
      show: tickLabels !== "None",
      ...(numberFormat === undefined ? {} : { formatter: (value: number) => cellText(value, numberFormat, false) }),
    },
    // Where the axes cross inside the plot their lines are drawn there; labels stay at the edge.
    axisLine: { show: crossing === undefined, onZero: false, lineStyle: { color: lineColour ?? look.line } },
    axisTick: { show: crossing === undefined },
  };
}

function valueAxis(chart: ChartRecord, look: ChartLook, title: string | null) {
  return {
    ...toldOf(chart.valueAxis, look),
    type: "value",
    min: chart.valueMinimum ?? undefined,
    max: chart.valueMaximum ?? undefined,
    name: title ?? "",
    nameLocation: "middle",
    nameGap: 32,
    nameTextStyle: { color: look.text },
    splitLine: { lineStyle: { color: chart.gridlineColour ?? "transparent" } },
  };
}

/** The label of one point: its own text, or its value as the cell shows it; nothing where the point is told nothing. */
function pointLabel(label: ChartLabelRecord | undefined, shown: string) {
  return label === undefined
    ? { formatter: shown }
    : {
        show: true,
        formatter: label.text ?? shown,
        position: label.position === "Center" ? "inside" : (label.position ?? "Right").toLowerCase(),
      };
}

/** Lines at the values where the axes of a chart cross, which part it into quadrants. */
function crossingLines({ categoryAxis, valueAxis: vertical }: ChartRecord, look: ChartLook) {
  const line = (axis: ChartAxisRecord | undefined, of: "xAxis" | "yAxis", other: ChartAxisRecord | undefined) =>
    axis?.crossing === undefined ? [] : [{ [of]: axis.crossing, lineStyle: { color: other?.lineColour ?? look.line } }];
  const data = [...line(categoryAxis, "xAxis", vertical), ...line(vertical, "yAxis", categoryAxis)];
  return data.length === 0
    ? {}
    : { markLine: { silent: true, symbol: "none", label: { show: false }, lineStyle: { type: "solid" }, data } };
}

function cartesian(chart: ChartRecord, series: readonly Series[], look: ChartLook): ChartOption {
  const shape = CHART_SHAPES[chart.type];
  const isBar = shape?.element === "barChart";
  const isLying = shape?.direction === "bar";
  const stack = shape?.grouping === "stacked" || shape?.grouping === "percentStacked" ? "all" : undefined;
  const categories = {
    type: "category",
    data: categoriesOf(series),
    inverse: chart.categoryReversed,
    name: chart.categoryTitle ?? "",
    nameLocation: "middle",
    nameGap: isLying ? 120 : 32,
    axisLabel: { color: look.text, interval: 0, width: 110, overflow: "truncate" },
    nameTextStyle: { color: look.text },
    axisLine: { lineStyle: { color: look.line } },
  };
  const values = valueAxis(chart, look, chart.valueTitle);
  return {
    xAxis: isLying ? values : categories,
    yAxis: isLying ? categories : values,
    series: series.map(({ name, colour, values: figures, texts, symbol, labels }) => ({
      type: isBar ? "bar" : "line",
      name,
      data: figures.map((value, index) => ({ value, label: pointLabel(labels[index], texts[index] ?? "") })),
      symbol,
      stack,
      color: colour,
      showSymbol: shape?.markers === true,
      label: { show: chart.dataLabels, position: isLying ? "right" : "top", color: look.text },
    })),
  };
}

function scatter(chart: ChartRecord, series: readonly Series[], look: ChartLook): ChartOption {
  return {
    xAxis: {
      ...valueAxis(chart, look, chart.categoryTitle),
      ...toldOf(chart.categoryAxis, look),
      min: chart.categoryAxis?.minimum,
      max: chart.categoryAxis?.maximum,
    },
    yAxis: valueAxis(chart, look, chart.valueTitle),
    series: series.map(({ name, colour, values, texts, across, symbol, labels }, place) => ({
      type: "scatter",
      name,
      color: colour,
      symbol,
      data: values.map((value, index) => ({
        value: [numberOf(across[index]) ?? index + 1, value],
        label: pointLabel(labels[index], texts[index] ?? ""),
      })),
      label: { show: chart.dataLabels, color: look.text },
      ...(place === 0 ? crossingLines(chart, look) : {}),
    })),
  };
}

function radar(chart: ChartRecord, series: readonly Series[], look: ChartLook): ChartOption {
  const most = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return {
    radar: {
      indicator: categoriesOf(series).map((name) => ({
        name,
        min: chart.valueMinimum ?? 0,
        max: chart.valueMaximum ?? most,
      })),
      axisName: { color: look.text },
      splitArea: { show: false },
      radius: "62%",
    },
    series: [
      {
        type: "radar",
        data: series.map(({ name, colour, values }) => ({
          name,
          value: values.map((value) => value ?? 0),
          itemStyle: { color: colour },
          lineStyle: { color: colour },
          ...(chart.type === "RadarFilled" ? { areaStyle: { color: colour, opacity: 0.4 } } : {}),
        })),
      },
    ],
  };
}

function pie(chart: ChartRecord, series: readonly Series[], look: ChartLook): ChartOption {
  const names = categoriesOf(series);
  return {
    series: series.slice(0, 1).map(({ values }) => ({
      type: "pie",
      data: values.map((value, index) => ({ name: names[index] ?? "", value: value ?? 0 })),
      label: { show: chart.dataLabels, color: look.text },
    })),
  };
}

function bodyOf(chart: ChartRecord, series: readonly Series[], look: ChartLook): ChartOption | null {
  switch (CHART_SHAPES[chart.type]?.element) {
    case "barChart":
    case "lineChart":
      return cartesian(chart, series, look);
    case "scatterChart":
      return scatter(chart, series, look);
    case "radarChart":
      return radar(chart, series, look);
    case "pieChart":
      return pie(chart, series, look);
    default:
      return null;
  }
}

/** A chart as the charting library draws it, with the figures that its cells hold now; null for a kind that the stand-in does not know. */
export function chartOption(chart: ChartRecord, read: ReadCells, look: ChartLook): ChartOption | null {
  const series = chart.series.map((record, index) => seriesFrom(record, index, read));
  const body = bodyOf(chart, series, look);
  if (body === null) return null;
  const side = chart.legend?.toLowerCase();
  return {
    animation: false,
    textStyle: { color: look.text },
    title: {
      text: chart.title ?? "",
      left: "center",
      textStyle: {
        color: chart.titleFont?.colour ?? look.text,
        // Points of the file; 4/3 pixels each.
        fontSize: ((chart.titleFont?.size ?? 14) * 4) / 3,
        fontWeight: chart.titleFont?.bold === true ? "bold" : "normal",
        fontFamily: chart.titleFont?.name ?? "sans-serif",
      },
    },
    legend: {
      show: side !== undefined,
      textStyle: { color: look.text },
      ...(side === "left" || side === "right"
        ? { orient: "vertical", top: "middle", [side]: 4 }
        : { [side ?? "bottom"]: 4 }),
    },
    grid: {
      top: 48,
      bottom: side === "bottom" ? 64 : 48,
      left: 24,
      right: side === "right" ? 110 : 32,
      containLabel: true,
    },
    ...body,
  };
}

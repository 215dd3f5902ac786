import { parseBox, splitSheetReference } from "../files/address";
import { CHART_SHAPES, MARKER_SYMBOLS } from "../files/chart-types";
import type {
  Box,
  ChartAxisRecord,
  ChartLabelPosition,
  ChartLabelRecord,
  ChartRecord,
  ChartSeriesRecord,
} from "../files/document";
import { ApiError } from "../wire/api-error";
import { WireObject, defineMembers, type Arguments, type BoundMembers } from "../wire/wire-object";
import { columnCount, formatAbsoluteBox, quoteSheet, rowCount } from "./address";
import {
  integerArgument,
  itemAt,
  optionalText,
  requireBoolean,
  requireNumber,
  requireOneOf,
  requireText,
  textArgument,
} from "./arguments";
import type { Book } from "./book";
import { cellContent } from "./cell-content";
import { colourFrom } from "./colour";
import { pointsPerPixel } from "./range-format";
import { RangeObject, rangeArgument } from "./range";

const notHere = (what: string) => new ApiError("NotImplemented", `${what} is not implemented by the stand-in.`);

/** What Excel writes above a chart until it is told something else. */
const defaultTitle = "Chart Title";

/** Cells that Excel gives a new chart: about 480 by 288 points. */
const newChart: Box = { top: 1, left: 1, bottom: 15, right: 8 };

function chartType(value: unknown): string {
  const type = requireText(value);
  const known = Object.keys(CHART_SHAPES).find((name) => name.toLowerCase() === type.toLowerCase());
  if (known === undefined) throw notHere(`The chart type ${type}`);
  return known;
}

const isScatter = (type: string) => type.startsWith("XYScatter");

/** A reference to the cells of a range, as charts hold it. */
const referenceTo = (range: RangeObject) => `${quoteSheet(range.sheet.name)}!${formatAbsoluteBox(range.box)}`;

/** The series that a source range makes: one per column or row, the first of them the categories where it holds no numbers. */
function seriesFrom(range: RangeObject, seriesBy: string, type: string): ChartSeriesRecord[] {
  const { box } = range;
  const byColumns = seriesBy === "Auto" ? rowCount(box) >= columnCount(box) : seriesBy === "Columns";
  const cells = range.book.engine.cells(range.sheetId);
  const count = byColumns ? columnCount(box) : rowCount(box);
  const line = (index: number): Box =>
    byColumns
      ? { ...box, left: box.left + index, right: box.left + index }
      : { ...box, top: box.top + index, bottom: box.top + index };
  const first = (one: Box) => cellContent(cells[one.top]?.[one.left]);
  const body = (one: Box): Box => (byColumns ? { ...one, top: one.top + 1 } : { ...one, left: one.left + 1 });
  const contents = (one: Box): unknown[] => range.at(one).grid(cellContent)?.flat() ?? [];
  const length = byColumns ? rowCount(box) : columnCount(box);

  const lines = Array.from({ length: count }, (_, index) => line(index));
  const last = lines.at(-1) ?? box;
  const hasNames =
    length > 1 && typeof first(last) === "string" && contents(body(last)).some((value) => typeof value === "number");
  const plain = hasNames ? lines.map(body) : lines;
  const [head] = plain;
  const hasCategories =
    head !== undefined && plain.length > 1 && contents(head).every((value) => typeof value !== "number");
  const categories = hasCategories || (isScatter(type) && plain.length > 1) ? (head ?? null) : null;
  const reference = categories === null ? null : referenceTo(range.at(categories));
  return plain.slice(categories === null ? 0 : 1).map((values, index) => {
    const named = lines[index + (categories === null ? 0 : 1)];
    return {
      name: hasNames && named !== undefined ? String(first(named)) : "",
      values: referenceTo(range.at(values)),
      categories: isScatter(type) ? null : reference,
      xValues: isScatter(type) ? reference : null,
      colour: null,
    };
  });
}

/** A chart on a sheet. */
export class ChartObject extends WireObject {
  readonly className = "Chart";
  readonly members: BoundMembers = chartMembers.bind(this);

  constructor(
    readonly book: Book,
    readonly sheetId: string,
    readonly recordId: string,
  ) {
    super();
  }

  override get id(): string {
    return this.recordId;
  }

  get record(): ChartRecord {
    const found = this.book.record(this.sheetId).charts.find((one) => one.id === this.recordId);
    if (found === undefined) throw new ApiError("ItemNotFound");
    return found;
  }

  /** Notes the change to come and gives the record to change. A chart whose kind is unknown is never written anew. */
  changing(): ChartRecord {
    this.book.beforeWrite(this.sheetId);
    const { record } = this;
    if (CHART_SHAPES[record.type] === undefined) throw notHere(`Changing a chart of the type ${record.type}`);
    record.changed = true;
    return record;
  }

  /** Where an edge between rows or columns lies, in points. */
  edge(axis: "row" | "column", index: number): number {
    const sheet = this.book.sheet(this.sheetId);
    let pixels = 0;
    for (let at = 0; at < index; at += 1) {
      pixels +=
        axis === "row"
          ? (sheet.rowData[at]?.h ?? sheet.defaultRowHeight)
          : (sheet.columnData[at]?.w ?? sheet.defaultColumnWidth);
    }
    return pixels * pointsPerPixel;
  }

  /** The row or column in which a point lies; an edge belongs to what follows it. */
  cellAt(axis: "row" | "column", points: number): number {
    let index = 0;
    while (this.edge(axis, index + 1) <= points + 0.01) index += 1;
    return index;
  }

  /** Moves and sizes the chart to whole cells. */
  place(axis: "row" | "column", start: number, size: number): void {
    const record = this.changing();
    const first = this.cellAt(axis, Math.max(0, start));
    const last = Math.max(first, this.cellAt(axis, Math.max(0, start + size - 1)));
    record.box =
      axis === "row" ? { ...record.box, top: first, bottom: last } : { ...record.box, left: first, right: last };
  }

  get frame(): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
    const { box } = this.record;
    const left = this.edge("column", box.left);
    const top = this.edge("row", box.top);
    return {
      left,
      top,
      width: this.edge("column", box.right + 1) - left,
      height: this.edge("row", box.bottom + 1) - top,
    };
  }
}

/** Excel.Chart. */
export const chartMembers = defineMembers<ChartObject>("Chart", {
  properties: {
    id: { get: (self) => self.recordId },
    name: {
      get: (self) => self.record.name,
      set: (self, value) => {
        const name = requireText(value);
        if (name === "") throw new ApiError("InvalidArgument");
        self.changing().name = name;
      },
    },
    chartType: {
      get: (self) => self.record.type,
      set: (self, value) => {
        const type = chartType(value);
        const record = self.changing();
        record.series = record.series.map((series) => {
          const across = series.categories ?? series.xValues;
          return { ...series, categories: isScatter(type) ? null : across, xValues: isScatter(type) ? across : null };
        });
        record.type = type;
      },
    },
    left: {
      get: (self) => self.frame.left,
      set: (self, value) => self.place("column", requireNumber(value, 0), self.frame.width),
    },
    top: {
      get: (self) => self.frame.top,
      set: (self, value) => self.place("row", requireNumber(value, 0), self.frame.height),
    },
    width: {
      get: (self) => self.frame.width,
      set: (self, value) => self.place("column", self.frame.left, requireNumber(value, 0)),
    },
    height: {
      get: (self) => self.frame.height,
      set: (self, value) => self.place("row", self.frame.top, requireNumber(value, 0)),
    },
  },
  navigation: {
    axes: (self) => new ChartAxesObject(self),
    legend: (self) => new ChartLegendObject(self),
    series: (self) => new ChartSeriesCollectionObject(self),
    title: (self) => new ChartTitleObject(self),
    worksheet: (self) => self.book.make.worksheet(self.sheetId),
  },
  methods: {
    delete: (self) => {
      self.book.beforeWrite(self.sheetId);
      const sheet = self.book.record(self.sheetId);
      const gone = self.record;
      sheet.charts = sheet.charts.filter((record) => record !== gone);
    },
    setPosition: (self, [start, end]) => {
      const first = rangeArgument(self.book, self.sheetId, start).box;
      const last = end === undefined || end === null ? null : rangeArgument(self.book, self.sheetId, end).box;
      const record = self.changing();
      const size = { rows: rowCount(record.box) - 1, columns: columnCount(record.box) - 1 };
      const bottom = last?.bottom ?? first.top + size.rows;
      const right = last?.right ?? first.left + size.columns;
      if (bottom < first.top || right < first.left) throw new ApiError("InvalidArgument");
      record.box = { top: first.top, left: first.left, bottom, right };
    },
  },
});

/** The charts of a sheet. */
export class ChartCollectionObject extends WireObject {
  readonly className = "ChartCollection";
  readonly members: BoundMembers = chartCollectionMembers.bind(this);

  constructor(
    readonly book: Book,
    readonly sheetId: string,
  ) {
    super();
  }

  override get items(): readonly ChartObject[] {
    return this.book.record(this.sheetId).charts.map(({ id }) => new ChartObject(this.book, this.sheetId, id));
  }

  named(name: string): ChartObject | null {
    return this.items.find((chart) => chart.record.name.toLowerCase() === name.toLowerCase()) ?? null;
  }

  add(args: Arguments): ChartObject {
    const type = chartType(args[0]);
    const source = rangeArgument(this.book, this.sheetId, args[1]);
    const seriesBy = requireOneOf(args[2] ?? "Auto", ["Auto", "Columns", "Rows"]);
    this.book.beforeWrite(this.sheetId);
    const { charts } = this.book.record(this.sheetId);
    const isTaken = (sequence: number) =>
      charts.some(({ id, name }) => id === `chart${sequence}` || name === `Chart ${sequence}`);
    let sequence = charts.length + 1;
    while (isTaken(sequence)) sequence += 1;
    const series = seriesFrom(source, seriesBy, type);
    charts.push({
      id: `chart${sequence}`,
      name: `Chart ${sequence}`,
      type,
      title: (series.length === 1 ? series[0]?.name : undefined) || null,
      legend: series.length > 1 ? "Right" : null,
      series,
      dataLabels: false,
      categoryTitle: null,
      valueTitle: null,
      valueMinimum: null,
      valueMaximum: null,
      categoryReversed: false,
      gridlineColour: "#D9D9D9",
      box: { ...newChart },
      part: null,
      changed: true,
    });
    return new ChartObject(this.book, this.sheetId, `chart${sequence}`);
  }
}

const requireChart = (found: ChartObject | null | undefined): ChartObject => {
  if (found === null || found === undefined) throw new ApiError("ItemNotFound");
  return found;
};

/** Excel.ChartCollection. */
export const chartCollectionMembers = defineMembers<ChartCollectionObject>("ChartCollection", {
  properties: { count: { get: (self) => self.items.length } },
  methods: {
    // The library's own way from an item of a loaded collection back to the chart.
    _GetItem: (self, args) => requireChart(self.items.find((chart) => chart.recordId === textArgument(args, 0))),
    add: (self, args) => self.add(args),
    getCount: (self) => self.items.length,
    getItem: (self, args) => requireChart(self.named(textArgument(args, 0))),
    getItemAt: (self, args) => itemAt(self.items, args),
    getItemOrNullObject: (self, args) => self.named(textArgument(args, 0)),
  },
});

abstract class ChartPart extends WireObject {
  constructor(readonly chart: ChartObject) {
    super();
  }
}

/** The title of a chart. */
export class ChartTitleObject extends ChartPart {
  readonly className = "ChartTitle";
  readonly members: BoundMembers = chartTitleMembers.bind(this);
}

/** Excel.ChartTitle. */
export const chartTitleMembers = defineMembers<ChartTitleObject>("ChartTitle", {
  properties: {
    text: {
      get: ({ chart }) => chart.record.title ?? "",
      set: ({ chart }, value) => {
        const text = requireText(value);
        chart.changing().title = text;
      },
    },
    visible: {
      get: ({ chart }) => chart.record.title !== null,
      set: ({ chart }, value) => {
        const visible = requireBoolean(value);
        const record = chart.changing();
        record.title = visible ? (record.title ?? defaultTitle) : null;
      },
    },
  },
  navigation: { format: (self) => new ChartTitleFormatObject(self.chart) },
});

/** How the title of a chart looks. */
export class ChartTitleFormatObject extends ChartPart {
  readonly className = "ChartTitleFormat";
  readonly members: BoundMembers = chartTitleFormatMembers.bind(this);
}

/** Excel.ChartTitleFormat. */
export const chartTitleFormatMembers = defineMembers<ChartTitleFormatObject>("ChartTitleFormat", {
  navigation: { font: (self) => new ChartFontObject(self.chart) },
});

/** The font of a chart's title. */
export class ChartFontObject extends ChartPart {
  readonly className = "ChartFont";
  readonly members: BoundMembers = chartFontMembers.bind(this);

  set(change: NonNullable<ChartRecord["titleFont"]>): void {
    const record = this.chart.changing();
    record.titleFont = { ...record.titleFont, ...change };
  }
}

/** Excel.ChartFont, of the title. */
export const chartFontMembers = defineMembers<ChartFontObject>("ChartFont", {
  properties: {
    name: {
      get: (self) => self.chart.record.titleFont?.name ?? self.chart.book.defaultFont.name,
      set: (self, value) => self.set({ name: requireText(value) }),
    },
    size: {
      get: (self) => self.chart.record.titleFont?.size ?? 14,
      set: (self, value) => self.set({ size: requireNumber(value, 1, 409) }),
    },
    color: {
      get: (self) => self.chart.record.titleFont?.colour ?? "#595959",
      set: (self, value) => self.set({ colour: colourFrom(value) }),
    },
    bold: {
      get: (self) => self.chart.record.titleFont?.bold ?? false,
      set: (self, value) => self.set({ bold: requireBoolean(value) }),
    },
  },
});

/** The legend of a chart. */
export class ChartLegendObject extends ChartPart {
  readonly className = "ChartLegend";
  readonly members: BoundMembers = chartLegendMembers.bind(this);
}

/** Excel.ChartLegend. */
export const chartLegendMembers = defineMembers<ChartLegendObject>("ChartLegend", {
  properties: {
    visible: {
      get: ({ chart }) => chart.record.legend !== null,
      set: ({ chart }, value) => {
        const visible = requireBoolean(value);
        const record = chart.changing();
        record.legend = visible ? (record.legend ?? "Right") : null;
      },
    },
    position: {
      get: ({ chart }) => chart.record.legend ?? "Invalid",
      set: ({ chart }, value) => {
        const position = requireOneOf(value, ["Top", "Bottom", "Left", "Right", "Corner", "Custom"]);
        if (position === "Corner" || position === "Custom") throw notHere(`ChartLegend.position ${position}`);
        chart.changing().legend = position;
      },
    },
  },
});

/** The series of a chart. */
export class ChartSeriesCollectionObject extends ChartPart {
  readonly className = "ChartSeriesCollection";
  readonly members: BoundMembers = chartSeriesCollectionMembers.bind(this);

  override get items(): readonly ChartSeriesObject[] {
    return this.chart.record.series.map((_, index) => new ChartSeriesObject(this.chart, index));
  }
}

/** Excel.ChartSeriesCollection. */
export const chartSeriesCollectionMembers = defineMembers<ChartSeriesCollectionObject>("ChartSeriesCollection", {
  properties: { count: { get: (self) => self.items.length } },
  methods: {
    add: (self, args) => {
      const name = optionalText(args, 0) ?? "";
      const { series } = self.chart.changing();
      const at = integerArgument(args, 1, series.length);
      if (at < 0 || at > series.length) throw new ApiError("InvalidArgument");
      series.splice(at, 0, { name, values: "", categories: null, xValues: null, colour: null });
      return new ChartSeriesObject(self.chart, at);
    },
    getCount: (self) => self.items.length,
    getItemAt: (self, args) => itemAt(self.items, args),
  },
});

/** One series of a chart. */
export class ChartSeriesObject extends ChartPart {
  readonly className = "ChartSeries";
  readonly members: BoundMembers = chartSeriesMembers.bind(this);

  constructor(
    chart: ChartObject,
    readonly index: number,
  ) {
    super(chart);
  }

  get record(): ChartSeriesRecord {
    const found = this.chart.record.series[this.index];
    if (found === undefined) throw new ApiError("ItemNotFound");
    return found;
  }

  change(change: Partial<ChartSeriesRecord>): void {
    const { record } = this;
    this.chart.changing();
    Object.assign(record, change);
  }

  setColour(value: unknown): void {
    this.change({ colour: colourFrom(value) });
  }

  range(value: unknown): string {
    if (!(value instanceof RangeObject)) throw new ApiError("InvalidArgument");
    return referenceTo(value);
  }

  /** The labels with another in the place of one, or without it. */
  setLabel(point: number, label: ChartLabelRecord | null): void {
    const { [point]: _before, ...others } = this.record.labels ?? {};
    this.change({ labels: label === null ? others : { ...others, [point]: label } });
  }

  /** How many points the series has: as many as its reference has cells. */
  get pointCount(): number {
    const target = splitSheetReference(this.record.values);
    const box = parseBox(target?.reference ?? "");
    return box === null ? 0 : rowCount(box) * columnCount(box);
  }
}

const seriesColour = {
  get: (self: ChartSeriesObject) => self.record.colour ?? "",
  set: (self: ChartSeriesObject, value: unknown) => self.setColour(value),
};

/**
 * Excel.ChartSeries. Fill, line and markers share one colour; values are shown as labels for all series of a chart or none, beside the
 * labels of single points.
 */
export const chartSeriesMembers = defineMembers<ChartSeriesObject>("ChartSeries", {
  properties: {
    name: {
      get: (self) => self.record.name,
      set: (self, value) => {
        const name = requireText(value).replace(/^=/, "");
        self.change({ name });
      },
    },
    hasDataLabels: {
      get: (self) => self.chart.record.dataLabels,
      set: (self, value) => {
        const shown = requireBoolean(value);
        self.chart.changing().dataLabels = shown;
        if (!shown) self.change({ labels: {} });
      },
    },
    markerBackgroundColor: seriesColour,
    markerForegroundColor: seriesColour,
    markerStyle: {
      get: (self) => self.record.marker ?? "Circle",
      set: (self, value) => {
        const marker = requireOneOf(value, [...Object.keys(MARKER_SYMBOLS), "Automatic", "None", "Picture"]);
        if (MARKER_SYMBOLS[marker] === undefined) throw notHere(`ChartSeries.markerStyle ${marker}`);
        // A circle is what a series has that was told nothing.
        if (marker === "Circle") {
          self.chart.changing();
          delete self.record.marker;
        } else self.change({ marker });
      },
    },
  },
  navigation: {
    format: (self) => new ChartSeriesFormatObject(self),
    points: (self) => new ChartPointsCollectionObject(self),
  },
  methods: {
    delete: (self) => {
      self.chart.changing().series.splice(self.index, 1);
    },
    setValues: (self, [source]) => self.change({ values: self.range(source) }),
    setXAxisValues: (self, [source]) => {
      const reference = self.range(source);
      self.change(isScatter(self.chart.record.type) ? { xValues: reference } : { categories: reference });
    },
  },
});

abstract class SeriesPart extends WireObject {
  constructor(readonly series: ChartSeriesObject) {
    super();
  }
}

/** The points of a series. */
export class ChartPointsCollectionObject extends SeriesPart {
  readonly className = "ChartPointsCollection";
  readonly members: BoundMembers = chartPointsCollectionMembers.bind(this);

  override get items(): readonly ChartPointObject[] {
    return Array.from({ length: this.series.pointCount }, (_, index) => new ChartPointObject(this.series, index));
  }
}

/** Excel.ChartPointsCollection. */
export const chartPointsCollectionMembers = defineMembers<ChartPointsCollectionObject>("ChartPointsCollection", {
  properties: { count: { get: (self) => self.items.length } },
  methods: {
    getCount: (self) => self.items.length,
    getItemAt: (self, args) => itemAt(self.items, args),
  },
});

abstract class PointPart extends SeriesPart {
  constructor(
    series: ChartSeriesObject,
    readonly index: number,
  ) {
    super(series);
  }

  get label(): ChartLabelRecord | null {
    return this.series.record.labels?.[this.index] ?? null;
  }
}

/** One point of a series. */
export class ChartPointObject extends PointPart {
  readonly className = "ChartPoint";
  readonly members: BoundMembers = chartPointMembers.bind(this);
}

/** Excel.ChartPoint: its label. */
export const chartPointMembers = defineMembers<ChartPointObject>("ChartPoint", {
  properties: {
    hasDataLabel: {
      get: (self) => self.series.chart.record.dataLabels || self.label !== null,
      set: (self, value) => {
        const shown = requireBoolean(value);
        if (!shown && self.series.chart.record.dataLabels) throw notHere("ChartPoint.hasDataLabel false");
        self.series.setLabel(self.index, shown ? (self.label ?? { text: null, position: null }) : null);
      },
    },
  },
  navigation: { dataLabel: (self) => new ChartDataLabelObject(self.series, self.index) },
});

/** The label of a point. */
export class ChartDataLabelObject extends PointPart {
  readonly className = "ChartDataLabel";
  readonly members: BoundMembers = chartDataLabelMembers.bind(this);

  /** The label that the point was given. */
  get given(): ChartLabelRecord {
    const { label } = this;
    if (label === null) throw new ApiError("ItemNotFound");
    return label;
  }
}

const LABEL_POSITIONS: readonly ChartLabelPosition[] = ["Center", "Left", "Right", "Top", "Bottom"];

/** Excel.ChartDataLabel: its text, blank while it shows the value, and its place beside the point. */
export const chartDataLabelMembers = defineMembers<ChartDataLabelObject>("ChartDataLabel", {
  properties: {
    text: {
      get: (self) => self.given.text ?? "",
      set: (self, value) => self.series.setLabel(self.index, { ...self.given, text: requireText(value) }),
    },
    position: {
      get: (self) => self.given.position ?? "Right",
      set: (self, value) => {
        const known = LABEL_POSITIONS.find((position) => position === value);
        if (known === undefined) {
          const other = ["None", "InsideEnd", "InsideBase", "OutsideEnd", "BestFit", "Callout"];
          throw notHere(`ChartDataLabel.position ${requireOneOf(value, other)}`);
        }
        self.series.setLabel(self.index, { ...self.given, position: known });
      },
    },
  },
});

/** How a series looks. */
export class ChartSeriesFormatObject extends SeriesPart {
  readonly className = "ChartSeriesFormat";
  readonly members: BoundMembers = chartSeriesFormatMembers.bind(this);
}

/** Excel.ChartSeriesFormat. */
export const chartSeriesFormatMembers = defineMembers<ChartSeriesFormatObject>("ChartSeriesFormat", {
  navigation: {
    fill: (self) => new ChartFillObject(self.series),
    line: (self) =>
      new ChartLineFormatObject(
        () => self.series.record.colour,
        (colour) => self.series.change({ colour }),
      ),
  },
});

/** The fill of a series. */
export class ChartFillObject extends SeriesPart {
  readonly className = "ChartFill";
  readonly members: BoundMembers = chartFillMembers.bind(this);
}

/** Excel.ChartFill: a solid colour, or Excel's own. */
export const chartFillMembers = defineMembers<ChartFillObject>("ChartFill", {
  methods: { setSolidColor: (self, [colour]) => self.series.setColour(colour) },
});

/** A line of a chart. */
export class ChartLineFormatObject extends WireObject {
  readonly className = "ChartLineFormat";
  readonly members: BoundMembers = chartLineFormatMembers.bind(this);

  constructor(
    readonly read: () => string | null,
    readonly write: (colour: string) => void,
  ) {
    super();
  }
}

/** Excel.ChartLineFormat: its colour. */
export const chartLineFormatMembers = defineMembers<ChartLineFormatObject>("ChartLineFormat", {
  properties: {
    color: { get: (self) => self.read() ?? "", set: (self, value) => self.write(colourFrom(value)) },
  },
});

type Axis = "category" | "value";

/** The axes of a chart. */
export class ChartAxesObject extends ChartPart {
  readonly className = "ChartAxes";
  readonly members: BoundMembers = chartAxesMembers.bind(this);
}

/** Excel.ChartAxes. */
export const chartAxesMembers = defineMembers<ChartAxesObject>("ChartAxes", {
  navigation: {
    categoryAxis: (self) => new ChartAxisObject(self.chart, "category"),
    valueAxis: (self) => new ChartAxisObject(self.chart, "value"),
  },
});

abstract class AxisPart extends ChartPart {
  constructor(
    chart: ChartObject,
    readonly axis: Axis,
  ) {
    super(chart);
  }

  /** Refuses what the stand-in keeps for the other axis only. */
  require(axis: Axis, member: string): void {
    if (this.axis !== axis) throw notHere(`${member} of the ${this.axis} axis`);
  }
}

/** An axis of a chart. */
export class ChartAxisObject extends AxisPart {
  readonly className = "ChartAxis";
  readonly members: BoundMembers = chartAxisMembers.bind(this);

  get record(): ChartAxisRecord {
    return this.chart.record[this.field] ?? {};
  }

  get field(): "categoryAxis" | "valueAxis" {
    return this.axis === "category" ? "categoryAxis" : "valueAxis";
  }

  /** Tells the axis something; `undefined` leaves it to Excel again. */
  tell<K extends keyof ChartAxisRecord>(key: K, value: ChartAxisRecord[K] | undefined): void {
    const record = this.chart.changing();
    const { [key]: _before, ...others } = this.record;
    const told: ChartAxisRecord = others;
    if (value !== undefined) told[key] = value;
    record[this.field] = told;
  }

  /** Refuses what only an axis of values has. */
  requireValues(member: string): void {
    if (this.axis === "category" && !isScatter(this.chart.record.type)) throw notHere(`${member} of the category axis`);
  }
}

const bound = (limit: "minimum" | "maximum") => {
  const field = limit === "minimum" ? "valueMinimum" : "valueMaximum";
  return {
    get: (self: ChartAxisObject) => {
      self.requireValues(`ChartAxis.${limit}`);
      return (self.axis === "value" ? self.chart.record[field] : self.record[limit]) ?? "";
    },
    set: (self: ChartAxisObject, value: unknown) => {
      self.requireValues(`ChartAxis.${limit}`);
      const number = value === "" ? null : requireNumber(value);
      if (self.axis === "value") self.chart.changing()[field] = number;
      else self.tell(limit, number ?? undefined);
    },
  };
};

/** Excel.ChartAxis: limits and steps of axes of values, order of the category axis, where the axes cross, labels, titles, gridlines. */
export const chartAxisMembers = defineMembers<ChartAxisObject>("ChartAxis", {
  properties: {
    minimum: bound("minimum"),
    maximum: bound("maximum"),
    majorUnit: {
      get: (self) => {
        self.requireValues("ChartAxis.majorUnit");
        return self.record.step ?? "";
      },
      set: (self, value) => {
        self.requireValues("ChartAxis.majorUnit");
        const step = value === "" ? undefined : requireNumber(value);
        if (step !== undefined && step <= 0) throw new ApiError("InvalidArgument");
        self.tell("step", step);
      },
    },
    numberFormat: {
      get: (self) => self.record.numberFormat ?? "General",
      set: (self, value) => self.tell("numberFormat", requireText(value)),
    },
    position: {
      get: (self) => (self.record.crossing === undefined ? "Automatic" : "Custom"),
      set: (self, value) => {
        const position = requireOneOf(value, ["Automatic", "Maximum", "Minimum", "Custom"]);
        if (position !== "Automatic") throw notHere(`ChartAxis.position ${position}`);
        self.tell("crossing", undefined);
      },
    },
    positionAt: { get: (self) => self.record.crossing ?? 0 },
    tickLabelPosition: {
      get: (self) => self.record.tickLabels ?? "NextToAxis",
      set: (self, value) => {
        const position = requireOneOf(value, ["NextToAxis", "High", "Low", "None"] as const);
        self.tell("tickLabels", position === "NextToAxis" ? undefined : position);
      },
    },
    reversePlotOrder: {
      get: (self) => {
        self.require("category", "ChartAxis.reversePlotOrder");
        return self.chart.record.categoryReversed;
      },
      set: (self, value) => {
        self.require("category", "ChartAxis.reversePlotOrder");
        const reversed = requireBoolean(value);
        self.chart.changing().categoryReversed = reversed;
      },
    },
  },
  navigation: {
    format: (self) => new ChartAxisFormatObject(self),
    majorGridlines: (self) => new ChartGridlinesObject(self.chart, self.axis),
    title: (self) => new ChartAxisTitleObject(self.chart, self.axis),
  },
  methods: {
    setPositionAt: (self, [value]) => self.tell("crossing", requireNumber(value)),
  },
});

/** How an axis looks. */
export class ChartAxisFormatObject extends WireObject {
  readonly className = "ChartAxisFormat";
  readonly members: BoundMembers = chartAxisFormatMembers.bind(this);

  constructor(readonly axis: ChartAxisObject) {
    super();
  }
}

/** Excel.ChartAxisFormat: its line. */
export const chartAxisFormatMembers = defineMembers<ChartAxisFormatObject>("ChartAxisFormat", {
  navigation: {
    line: ({ axis }) =>
      new ChartLineFormatObject(
        () => axis.record.lineColour ?? null,
        (colour) => axis.tell("lineColour", colour),
      ),
  },
});

/** The title of an axis. */
export class ChartAxisTitleObject extends AxisPart {
  readonly className = "ChartAxisTitle";
  readonly members: BoundMembers = chartAxisTitleMembers.bind(this);

  get field(): "categoryTitle" | "valueTitle" {
    return this.axis === "category" ? "categoryTitle" : "valueTitle";
  }
}

/** Excel.ChartAxisTitle. */
export const chartAxisTitleMembers = defineMembers<ChartAxisTitleObject>("ChartAxisTitle", {
  properties: {
    text: {
      get: (self) => self.chart.record[self.field] ?? "",
      set: (self, value) => {
        const text = requireText(value);
        self.chart.changing()[self.field] = text;
      },
    },
    visible: {
      get: (self) => self.chart.record[self.field] !== null,
      set: (self, value) => {
        const visible = requireBoolean(value);
        const record = self.chart.changing();
        record[self.field] = visible ? (record[self.field] ?? "Axis Title") : null;
      },
    },
  },
});

/** The gridlines of an axis. */
export class ChartGridlinesObject extends AxisPart {
  readonly className = "ChartGridlines";
  readonly members: BoundMembers = chartGridlinesMembers.bind(this);
}

/** Excel.ChartGridlines of the value axis; those of the category axis are never drawn. */
export const chartGridlinesMembers = defineMembers<ChartGridlinesObject>("ChartGridlines", {
  properties: {
    visible: {
      get: (self) => self.axis === "value",
      set: (self, value) => {
        if (requireBoolean(value) !== (self.axis === "value")) throw notHere("ChartGridlines.visible");
      },
    },
  },
  navigation: { format: (self) => new ChartGridlinesFormatObject(self.chart, self.axis) },
});

/** How the gridlines of an axis look. */
export class ChartGridlinesFormatObject extends AxisPart {
  readonly className = "ChartGridlinesFormat";
  readonly members: BoundMembers = chartGridlinesFormatMembers.bind(this);
}

/** Excel.ChartGridlinesFormat. */
export const chartGridlinesFormatMembers = defineMembers<ChartGridlinesFormatObject>("ChartGridlinesFormat", {
  navigation: {
    line: (self) => {
      self.require("value", "ChartGridlines.format");
      return new ChartLineFormatObject(
        () => self.chart.record.gridlineColour,
        (colour) => {
          self.chart.changing().gridlineColour = colour;
        },
      );
    },
  },
});

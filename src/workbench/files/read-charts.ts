import { CHART_SHAPES, LABEL_POSITIONS, MARKER_SYMBOLS, OTHER_CHART, TICK_LABELS } from "./chart-types";
import type {
  Box,
  ChartAxisRecord,
  ChartLabelPosition,
  ChartRecord,
  ChartSeriesRecord,
  ChartTickLabels,
  OriginalPackage,
} from "./document";
import { partText, relationships } from "./opc";
import {
  child,
  childrenOf,
  descendant,
  descendants,
  flagAttribute,
  numberAttribute,
  parseXml,
  prefixedAttribute,
  type XmlElement,
} from "./xml";

const CHART_GRAPHIC = /\/drawingml\/(?:2006\/)?chart$/;

/** An anchor of a drawing part that holds a chart. */
export interface ChartAnchor {
  readonly anchor: XmlElement;
  /** Id of the shape within the drawing. */
  readonly shape: string;
  readonly name: string;
  /** Id of the drawing's relationship to the chart part. */
  readonly relationship: string;
}

/** Charts of a drawing part, in its order. Charts of other kinds keep their part and come with what can be told of them. */
export function readCharts(pack: OriginalPackage, drawing: string): ChartRecord[] {
  const source = partText(pack, drawing);
  const related = relationships(pack, drawing);
  return chartAnchors(source === null ? null : parseXml(source)).flatMap(({ anchor, shape, name, relationship }) => {
    const part = related.find(({ id }) => id === relationship)?.target;
    const text = part === undefined ? null : partText(pack, part);
    const chart = text === null ? null : parseXml(text);
    return part === undefined || chart === null
      ? []
      : [{ ...readChart(chart), id: `${drawing}#${shape}`, name, box: anchorBox(anchor), part, changed: false }];
  });
}

/** Anchors with a chart, top-level ones only: what stands in a group or an alternative is not ours to move. */
export function chartAnchors(drawing: XmlElement | null): ChartAnchor[] {
  return (drawing?.children ?? []).flatMap((anchor) => {
    const frame = child(anchor, "graphicFrame");
    const data = descendant(frame, "graphic", "graphicData");
    const reference = child(data, "chart");
    const shape = descendant(frame, "nvGraphicFramePr", "cNvPr");
    if (data === null || reference === null || shape === null || !CHART_GRAPHIC.test(data.attributes["uri"] ?? ""))
      return [];
    return [
      {
        anchor,
        shape: shape.attributes["id"] ?? "",
        name: shape.attributes["name"] ?? "",
        relationship: prefixedAttribute(reference, "id") ?? "",
      },
    ];
  });
}

function anchorBox(anchor: XmlElement): Box {
  const at = (corner: XmlElement | null, axis: string): number => Number(child(corner, axis)?.text ?? 0);
  const from = child(anchor, "from");
  const to = child(anchor, "to");
  const top = at(from, "row");
  const left = at(from, "col");
  if (to === null) return { top, left, bottom: top, right: left };
  // A corner at the very beginning of a cell does not cover that cell.
  const last = (axis: string, first: number): number =>
    Math.max(first, at(to, axis) - (at(to, `${axis}Off`) === 0 ? 1 : 0));
  return { top, left, bottom: last("row", top), right: last("col", left) };
}

type Told = Omit<ChartRecord, "id" | "name" | "box" | "part" | "changed">;

function readChart(space: XmlElement): Told {
  const chart = child(space, "chart");
  const plot = child(chart, "plotArea");
  const groups = plot?.children.filter((element) => /Chart$/.test(element.name)) ?? [];
  const [group = null] = groups;
  const axes = plot?.children.filter((element) => /^(?:cat|val|date|ser)Ax$/.test(element.name)) ?? [];
  const scatter = group?.name === "scatterChart";
  const categories = scatter
    ? (axes[0] ?? null)
    : (axes.find((axis) => axis.name === "catAx" || axis.name === "dateAx") ?? null);
  const values = scatter ? (axes[1] ?? null) : (axes.find((axis) => axis.name === "valAx") ?? null);
  const category = readAxis(categories, values);
  const value = readAxis(values, categories);
  const limits = scatter ? limitsOf(categories) : {};
  const titleFont = readTitleFont(chart);
  const gridline = descendant(values, "majorGridlines", "spPr", "ln", "solidFill", "srgbClr")?.attributes["val"];
  return {
    type: groups.length === 1 && group !== null ? chartType(group) : OTHER_CHART,
    title: titleText(chart),
    legend: legendPosition(child(chart, "legend")),
    series: childrenOf(group, "ser").map(readSeries),
    dataLabels:
      flagAttribute(descendant(group, "dLbls", "showVal"), "val") ||
      childrenOf(group, "ser").some((series) => flagAttribute(descendant(series, "dLbls", "showVal"), "val")),
    categoryTitle: titleText(categories),
    valueTitle: titleText(values),
    valueMinimum: numberAttribute(descendant(values, "scaling", "min"), "val"),
    valueMaximum: numberAttribute(descendant(values, "scaling", "max"), "val"),
    categoryReversed: descendant(categories, "scaling", "orientation")?.attributes["val"] === "maxMin",
    gridlineColour: gridline === undefined ? null : `#${gridline.toUpperCase()}`,
    ...(titleFont === null ? {} : { titleFont }),
    ...withContent("categoryAxis", { ...limits, ...category }),
    ...withContent("valueAxis", value),
  };
}

function withContent<K extends string>(key: K, axis: ChartAxisRecord): Partial<Record<K, ChartAxisRecord>> {
  const told: Partial<Record<K, ChartAxisRecord>> = {};
  if (Object.keys(axis).length > 0) told[key] = axis;
  return told;
}

function limitsOf(axis: XmlElement | null): ChartAxisRecord {
  const minimum = numberAttribute(descendant(axis, "scaling", "min"), "val");
  const maximum = numberAttribute(descendant(axis, "scaling", "max"), "val");
  return { ...(minimum === null ? {} : { minimum }), ...(maximum === null ? {} : { maximum }) };
}

const TICK_LABELS_BY_NAME: readonly ChartTickLabels[] = ["High", "Low", "None"];

/** What an axis was told beside title and limits; where the other one crosses it is written at the `other`. */
function readAxis(axis: XmlElement | null, other: XmlElement | null): ChartAxisRecord {
  const crossing = numberAttribute(child(other, "crossesAt"), "val");
  const step = numberAttribute(child(axis, "majorUnit"), "val");
  const position = child(axis, "tickLblPos")?.attributes["val"];
  const tickLabels = TICK_LABELS_BY_NAME.find((name) => TICK_LABELS[name] === position);
  const format = child(axis, "numFmt");
  const numberFormat = flagAttribute(format, "sourceLinked") ? undefined : format?.attributes["formatCode"];
  const line = colourOf(descendant(axis, "spPr", "ln", "solidFill", "srgbClr"));
  return {
    ...(crossing === null ? {} : { crossing }),
    ...(step === null ? {} : { step }),
    ...(tickLabels === undefined ? {} : { tickLabels }),
    ...(numberFormat === undefined ? {} : { numberFormat }),
    ...(line === null ? {} : { lineColour: line }),
  };
}

function colourOf(colour: XmlElement | null): string | null {
  return colour === null ? null : `#${(colour.attributes["val"] ?? "").toUpperCase()}`;
}

/** How a title differs from Excel's own; null where it does not. */
function readTitleFont(chart: XmlElement | null): NonNullable<ChartRecord["titleFont"]> | null {
  const look = descendants(child(chart, "title"), "rPr")[0] ?? null;
  const size = numberAttribute(look, "sz");
  const name = child(look, "latin")?.attributes["typeface"];
  const colour = colourOf(descendant(look, "solidFill", "srgbClr"));
  const font = {
    ...(size === null || size === USUAL_TITLE ? {} : { size: size / 100 }),
    ...(name === undefined || name.startsWith("+") ? {} : { name }),
    ...(colour === null ? {} : { colour }),
    ...(flagAttribute(look, "b") ? { bold: true } : {}),
  };
  return Object.keys(font).length === 0 ? null : font;
}

/** Size of a title that nobody set, in hundredths of a point. */
const USUAL_TITLE = 1400;

function chartType(group: XmlElement): string {
  const value = (name: string): string | undefined => child(group, name)?.attributes["val"];
  const radarStyle = group.name === "radarChart" ? (value("radarStyle") ?? "standard") : null;
  // Excel writes its plain radar as one with markers whose series have none.
  const withoutMarkers =
    radarStyle === "standard" ||
    childrenOf(group, "ser").every((series) => descendant(series, "marker", "symbol")?.attributes["val"] === "none");
  const found = Object.entries(CHART_SHAPES).find(
    ([, shape]) =>
      shape.element === group.name &&
      (shape.direction === undefined || shape.direction === (value("barDir") ?? "col")) &&
      (shape.grouping === undefined ||
        shape.grouping === (value("grouping") ?? (group.name === "barChart" ? "clustered" : "standard"))) &&
      (shape.element !== "radarChart" || (shape.style === "filled") === (radarStyle === "filled")) &&
      (shape.markers === undefined || shape.element === "scatterChart" || shape.markers !== withoutMarkers),
  );
  return found?.[0] ?? OTHER_CHART;
}

function titleText(element: XmlElement | null): string | null {
  const title = child(element, "title");
  if (title === null) return null;
  const paragraphs = childrenOf(descendant(title, "tx", "rich"), "p").map((paragraph) =>
    descendants(paragraph, "t")
      .map((run) => run.text)
      .join(""),
  );
  if (paragraphs.length > 0) return paragraphs.join("\n");
  const cached = descendants(child(title, "tx"), "v")[0]?.text;
  return cached ?? null;
}

function legendPosition(legend: XmlElement | null): ChartRecord["legend"] {
  if (legend === null) return null;
  switch (child(legend, "legendPos")?.attributes["val"]) {
    case "t":
      return "Top";
    case "b":
      return "Bottom";
    case "l":
      return "Left";
    default:
      return "Right";
  }
}

function readSeries(series: XmlElement): ChartSeriesRecord {
  const formula = (name: string): string | null => descendants(child(series, name), "f")[0]?.text ?? null;
  const shape = child(series, "spPr");
  const colour =
    descendant(shape, "solidFill", "srgbClr") ??
    descendant(shape, "ln", "solidFill", "srgbClr") ??
    descendant(series, "marker", "spPr", "solidFill", "srgbClr");
  const marker = child(child(series, "marker"), "symbol")?.attributes["val"];
  const shaped = Object.keys(MARKER_SYMBOLS).find((name) => name !== "Circle" && MARKER_SYMBOLS[name] === marker);
  const labels = readLabels(series);
  return {
    ...(shaped === undefined ? {} : { marker: shaped }),
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    name: formula("tx") ?? descendants(child(series, "tx"), "v")[0]?.text ?? "",
    values: formula("val") ?? formula("yVal") ?? "",
    categories: formula("cat"),
    xValues: formula("xVal"),
    colour: colourOf(colour),
  };
}

const LABEL_POSITIONS_BY_NAME: readonly ChartLabelPosition[] = ["Center", "Left", "Right", "Top", "Bottom"];

/** Labels of single points; one that is deleted is none. */
function readLabels(series: XmlElement): NonNullable<ChartSeriesRecord["labels"]> {
  return Object.fromEntries(
    childrenOf(child(series, "dLbls"), "dLbl").flatMap((label) => {
      const index = numberAttribute(child(label, "idx"), "val");
      if (index === null || flagAttribute(child(label, "delete"), "val")) return [];
      const paragraphs = childrenOf(descendant(label, "tx", "rich"), "p").map((paragraph) =>
        descendants(paragraph, "t")
          .map((run) => run.text)
          .join(""),
      );
      const written = child(label, "dLblPos")?.attributes["val"];
      const position = LABEL_POSITIONS_BY_NAME.find((name) => LABEL_POSITIONS[name] === written) ?? null;
      return [[index, { text: paragraphs.length === 0 ? null : paragraphs.join("\n"), position }]];
    }),
  );
}

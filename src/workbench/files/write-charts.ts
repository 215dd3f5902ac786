import { parseBox, splitSheetReference } from "./address";
import { CHART_SHAPES, LABEL_POSITIONS, MARKER_SYMBOLS, TICK_LABELS, type ChartShape } from "./chart-types";
import { argb } from "./colours";
import type { Box, ChartAxisRecord, ChartRecord, ChartSeriesRecord, WorkbookDocument } from "./document";
import { child, childrenOf, descendants, escapeAttribute, escapeXml, parseXml } from "./xml";
import { XML_HEADER, applyEdits, qualifiedName, withPrefix } from "./xml-edit";

const CHART_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING_NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Ids of the two axes of a chart; they need to be unique only within it. */
const CATEGORY_AXIS = 111111111;
const VALUE_AXIS = 222222222;

/** Nine points, as Excel draws labels and legends: with the format's ten, every second branch would lose its label. */
const SMALL_TEXT =
  '<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900"/></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>';

/** One value of a cell as a chart's cache holds it. */
interface CachedPoint {
  readonly value: string | number | null;
  readonly format: string;
}

/** A chart part: the record as DrawingML, with the values its references have in the document in its caches. */
export function writeChart(chart: ChartRecord, document: WorkbookDocument): string {
  const shape = CHART_SHAPES[chart.type];
  if (shape === undefined) throw new Error(`chart type ${chart.type} cannot be written`);
  const title =
    chart.title === null
      ? '<c:autoTitleDeleted val="1"/>'
      : `${titleXml(chart.title, 14, chart.titleFont)}<c:autoTitleDeleted val="0"/>`;
  const legend =
    chart.legend === null
      ? ""
      : `<c:legend><c:legendPos val="${{ Top: "t", Bottom: "b", Left: "l", Right: "r" }[chart.legend]}"/><c:overlay val="0"/></c:legend>`;
  return `${XML_HEADER}<c:chartSpace xmlns:c="${CHART_NAMESPACE}" xmlns:a="${DRAWING_NAMESPACE}" xmlns:r="${OFFICE}"><c:date1904 val="${document.date1904 ? 1 : 0}"/><c:roundedCorners val="0"/><c:chart>${title}<c:plotArea><c:layout/>${plotXml(chart, shape, document)}${axesXml(chart, shape)}</c:plotArea>${legend}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>${SMALL_TEXT}</c:chartSpace>`;
}

function plotXml(chart: ChartRecord, shape: ChartShape, document: WorkbookDocument): string {
  const series = chart.series.map((record, index) => seriesXml(record, index, chart, shape, document)).join("");
  const axes = `<c:axId val="${CATEGORY_AXIS}"/><c:axId val="${VALUE_AXIS}"/>`;
  switch (shape.element) {
    case "barChart": {
      const overlap = shape.grouping === "clustered" ? "" : '<c:overlap val="100"/>';
      return `<c:barChart><c:barDir val="${shape.direction ?? "col"}"/><c:grouping val="${shape.grouping ?? "clustered"}"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/>${overlap}${axes}</c:barChart>`;
    }
    case "lineChart":
      return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/>${axes}</c:lineChart>`;
    case "radarChart":
      return `<c:radarChart><c:radarStyle val="${shape.style ?? "standard"}"/><c:varyColors val="0"/>${series}${axes}</c:radarChart>`;
    case "scatterChart":
      return `<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${series}${axes}</c:scatterChart>`;
    case "pieChart":
      return `<c:pieChart><c:varyColors val="1"/>${series}<c:firstSliceAng val="0"/></c:pieChart>`;
  }
}

function seriesXml(
  series: ChartSeriesRecord,
  index: number,
  chart: ChartRecord,
  shape: ChartShape,
  document: WorkbookDocument,
): string {
  const scatter = shape.element === "scatterChart";
  const parts = [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    series.name === ""
      ? ""
      : splitSheetReference(series.name) === null
        ? `<c:tx><c:v>${escapeXml(series.name)}</c:v></c:tx>`
        : `<c:tx>${stringReference(series.name, document)}</c:tx>`,
    lookXml(series.colour, shape),
    shape.element === "barChart" ? '<c:invertIfNegative val="0"/>' : "",
    markerXml(series, shape),
    labelsXml(series, chart.dataLabels),
  ];
  if (scatter) {
    if (series.xValues !== null) parts.push(`<c:xVal>${reference(series.xValues, document)}</c:xVal>`);
    parts.push(`<c:yVal>${numberReference(series.values, document)}</c:yVal><c:smooth val="0"/>`);
  } else {
    if (series.categories !== null) parts.push(`<c:cat>${reference(series.categories, document)}</c:cat>`);
    parts.push(
      `<c:val>${numberReference(series.values, document)}</c:val>`,
      shape.element === "lineChart" ? '<c:smooth val="0"/>' : "",
    );
  }
  return `${parts.join("")}</c:ser>`;
}

function solid(colour: string): string {
  return `<a:solidFill><a:srgbClr val="${(argb(colour) ?? "FF000000").slice(2)}"/></a:solidFill>`;
}

function lookXml(colour: string | null, shape: ChartShape): string {
  if (shape.element === "scatterChart") return '<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr>';
  if (colour === null) return "";
  if (shape.element === "barChart" || shape.element === "pieChart" || shape.style === "filled")
    return `<c:spPr>${solid(colour)}</c:spPr>`;
  return `<c:spPr><a:ln w="28575" cap="rnd">${solid(colour)}<a:round/></a:ln></c:spPr>`;
}

/** What a label shows: the value, or a text of its own in its place. */
const shown = (value: boolean) =>
  `<c:showLegendKey val="0"/><c:showVal val="${value ? 1 : 0}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`;

function labelsXml({ labels = {} }: ChartSeriesRecord, all: boolean): string {
  const single = Object.entries(labels).map(([index, { text, position }]) => {
    const own =
      text === null
        ? ""
        : `<c:tx><c:rich><a:bodyPr/><a:lstStyle/>${text
            .split("\n")
            .map((line) => `<a:p><a:r><a:rPr lang="zh-CN" altLang="en-US"/><a:t>${escapeXml(line)}</a:t></a:r></a:p>`)
            .join("")}</c:rich></c:tx>`;
    const where = position === null ? "" : `<c:dLblPos val="${LABEL_POSITIONS[position]}"/>`;
    return `<c:dLbl><c:idx val="${index}"/>${own}${where}${shown(true)}</c:dLbl>`;
  });
  return all || single.length > 0 ? `<c:dLbls>${single.join("")}${shown(all)}</c:dLbls>` : "";
}

function markerXml({ colour, marker }: ChartSeriesRecord, shape: ChartShape): string {
  const shown = shape.markers;
  if (shown === undefined) return "";
  if (!shown) return '<c:marker><c:symbol val="none"/></c:marker>';
  const look = colour === null ? "" : `<c:spPr>${solid(colour)}<a:ln w="9525">${solid(colour)}</a:ln></c:spPr>`;
  return `<c:marker><c:symbol val="${MARKER_SYMBOLS[marker ?? ""] ?? "circle"}"/><c:size val="${shape.element === "scatterChart" ? 7 : 5}"/>${look}</c:marker>`;
}

function axesXml(chart: ChartRecord, shape: ChartShape): string {
  if (shape.element === "pieChart") return "";
  const scatter = shape.element === "scatterChart";
  const lying = shape.direction === "bar";
  const radar = shape.element === "radarChart";
  const gridlines =
    chart.gridlineColour === null
      ? "<c:majorGridlines/>"
      : `<c:majorGridlines><c:spPr><a:ln w="9525">${solid(chart.gridlineColour)}</a:ln></c:spPr></c:majorGridlines>`;
  const scaling = (orientation: string, minimum: number | null, maximum: number | null): string =>
    `<c:scaling><c:orientation val="${orientation}"/>${maximum === null ? "" : `<c:max val="${maximum}"/>`}${minimum === null ? "" : `<c:min val="${minimum}"/>`}</c:scaling><c:delete val="0"/>`;
  const title = (text: string | null): string => (text === null ? "" : titleXml(text, 10));
  const { categoryAxis = {}, valueAxis = {} } = chart;
  const format = ({ numberFormat }: ChartAxisRecord): string =>
    numberFormat === undefined
      ? '<c:numFmt formatCode="General" sourceLinked="1"/>'
      : `<c:numFmt formatCode="${escapeAttribute(numberFormat)}" sourceLinked="0"/>`;
  const ticks = ({ tickLabels, lineColour }: ChartAxisRecord): string =>
    `<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${tickLabels === undefined ? "nextTo" : TICK_LABELS[tickLabels]}"/>${lineColour === undefined ? "" : `<c:spPr><a:ln w="9525">${solid(lineColour)}</a:ln></c:spPr>`}`;
  // An axis element says where it crosses the other one, the record where the other one crosses it.
  const crosses = ({ crossing }: ChartAxisRecord, usual: string): string =>
    crossing === undefined ? `<c:crosses val="${usual}"/>` : `<c:crossesAt val="${crossing}"/>`;
  const step = (axis: ChartAxisRecord): string => (axis.step === undefined ? "" : `<c:majorUnit val="${axis.step}"/>`);
  const first = scatter
    ? `<c:valAx><c:axId val="${CATEGORY_AXIS}"/>${scaling("minMax", categoryAxis.minimum ?? null, categoryAxis.maximum ?? null)}<c:axPos val="b"/>${title(chart.categoryTitle)}${format(categoryAxis)}${ticks(categoryAxis)}<c:crossAx val="${VALUE_AXIS}"/>${crosses(valueAxis, "autoZero")}<c:crossBetween val="midCat"/>${step(categoryAxis)}</c:valAx>`
    : `<c:catAx><c:axId val="${CATEGORY_AXIS}"/>${scaling(chart.categoryReversed ? "maxMin" : "minMax", null, null)}<c:axPos val="${lying ? "l" : "b"}"/>${radar ? gridlines : ""}${title(chart.categoryTitle)}${format(categoryAxis)}${ticks(categoryAxis)}<c:crossAx val="${VALUE_AXIS}"/>${crosses(valueAxis, "autoZero")}<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`;
  // Where categories run top-down the value axis would move to the top with the first of them.
  const usual = chart.categoryReversed && lying ? "max" : "autoZero";
  return `${first}<c:valAx><c:axId val="${VALUE_AXIS}"/>${scaling("minMax", chart.valueMinimum, chart.valueMaximum)}<c:axPos val="${lying ? "b" : "l"}"/>${gridlines}${title(chart.valueTitle)}${format(valueAxis)}${ticks(valueAxis)}<c:crossAx val="${CATEGORY_AXIS}"/>${crosses(categoryAxis, usual)}<c:crossBetween val="${scatter ? "midCat" : "between"}"/>${step(valueAxis)}</c:valAx>`;
}

/** A title in points of `size` where nothing else was said of its font. */
function titleXml(text: string, size: number, font: ChartRecord["titleFont"] = {}): string {
  const attributes = `sz="${Math.round((font.size ?? size) * 100)}" b="${font.bold === true ? 1 : 0}"`;
  const typeface = font.name === undefined ? "" : escapeAttribute(font.name);
  const look = `${font.colour === undefined ? "" : solid(font.colour)}${typeface === "" ? "" : `<a:latin typeface="${typeface}"/><a:ea typeface="${typeface}"/>`}`;
  const paragraphs = text
    .split("\n")
    .map(
      (line) =>
        `<a:p><a:pPr><a:defRPr ${attributes}>${look}</a:defRPr></a:pPr><a:r><a:rPr lang="zh-CN" altLang="en-US" ${attributes}>${look}</a:rPr><a:t>${escapeXml(line)}</a:t></a:r></a:p>`,
    );
  return `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/>${paragraphs.join("")}</c:rich></c:tx><c:overlay val="0"/></c:title>`;
}

/** A reference to numbers where all its filled cells are numbers, else to texts. */
function reference(formula: string, document: WorkbookDocument): string {
  const points = cachedPoints(formula, document);
  const filled = points.filter(({ value }) => value !== null);
  return filled.length > 0 && filled.every(({ value }) => typeof value === "number")
    ? numberReference(formula, document)
    : stringReference(formula, document);
}

function numberReference(formula: string, document: WorkbookDocument): string {
  const points = cachedPoints(formula, document);
  const cached = points
    .map(({ value }, index) => (typeof value === "number" ? `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>` : ""))
    .join("");
  return `<c:numRef><c:f>${escapeXml(formula)}</c:f><c:numCache><c:formatCode>${escapeXml(points[0]?.format ?? "General")}</c:formatCode><c:ptCount val="${points.length}"/>${cached}</c:numCache></c:numRef>`;
}

function stringReference(formula: string, document: WorkbookDocument): string {
  const points = cachedPoints(formula, document);
  const cached = points
    .map(({ value }, index) =>
      value === null ? "" : `<c:pt idx="${index}"><c:v>${escapeXml(String(value))}</c:v></c:pt>`,
    )
    .join("");
  return `<c:strRef><c:f>${escapeXml(formula)}</c:f><c:strCache><c:ptCount val="${points.length}"/>${cached}</c:strCache></c:strRef>`;
}

/** Values of the referenced cells, row by row; none for a reference that leads nowhere. */
function cachedPoints(formula: string, document: WorkbookDocument): CachedPoint[] {
  const target = splitSheetReference(formula);
  const box = parseBox(target?.reference ?? "");
  const sheet = Object.values(document.snapshot.sheets).find((candidate) => candidate.name === target?.sheet);
  if (box === null || sheet === undefined) return [];
  const points: CachedPoint[] = [];
  for (let row = box.top; row <= box.bottom; row += 1) {
    for (let column = box.left; column <= box.right; column += 1) {
      const cell = sheet.cellData?.[row]?.[column];
      const style = typeof cell?.s === "string" ? document.snapshot.styles[cell.s] : cell?.s;
      const value = cell?.v ?? null;
      points.push({
        value: typeof value === "boolean" ? Number(value) : value === "" ? null : value,
        format: style?.n?.pattern ?? "General",
      });
    }
  }
  return points;
}

/**
 * A chart part with the values that its references have in the document now; everything else in it as it was. Other
 * programs draw what the caches hold until they recalculate.
 */
export function refreshCaches(source: string, document: WorkbookDocument): string {
  const root = parseXml(source);
  const edits = [...descendants(root, "numRef"), ...descendants(root, "strRef")].flatMap((element) => {
    const cache = child(element, element.name === "numRef" ? "numCache" : "strCache");
    const points = cachedPoints(child(element, "f")?.text ?? "", document);
    if (cache === null || points.length === 0) return [];
    const numeric = element.name === "numRef";
    const held = new Map(
      childrenOf(cache, "pt").map((point) => [point.attributes["idx"], child(point, "v")?.text ?? ""]),
    );
    const wanted = points.map(({ value }) =>
      value === null || (numeric && typeof value !== "number") ? undefined : String(value),
    );
    if (wanted.every((value, index) => held.get(String(index)) === value)) return [];
    const list = wanted
      .map((value, index) => (value === undefined ? "" : `<pt idx="${index}"><v>${escapeXml(value)}</v></pt>`))
      .join("");
    const kept = childrenOf(cache, "formatCode")
      .map((format) => source.slice(format.start, format.end))
      .join("");
    const name = qualifiedName(cache);
    const content = withPrefix(`<ptCount val="${points.length}"/>${list}`, cache.prefix);
    return [{ start: cache.start, end: cache.end, text: `<${name}>${kept}${content}</${name}>` }];
  });
  return applyEdits(source, edits);
}

/** Anchor of a chart in a drawing part: it covers the record's box from edge to edge. */
export function chartAnchor(name: string, box: Box, shape: number, relationship: string): string {
  const corner = (tag: string, row: number, column: number): string =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  return `<xdr:twoCellAnchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="${DRAWING_NAMESPACE}">${corner("from", box.top, box.left)}${corner("to", box.bottom + 1, box.right + 1)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${shape}" name="${escapeAttribute(name)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART_NAMESPACE}"><c:chart xmlns:c="${CHART_NAMESPACE}" xmlns:r="${OFFICE}" r:id="${relationship}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`;
}

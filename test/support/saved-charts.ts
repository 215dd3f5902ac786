import { inflateSync, strFromU8 } from "fflate";
import type { Area } from "../../src/core/grid";
import type { ReportModel } from "../../src/core/report/report-model";
import { parseReport } from "../../src/excel/parse-report";
import {
  allChildren,
  attribute,
  children,
  elements,
  packageXml,
  type PackageXml,
  relationshipId,
  sheetParts,
} from "./package-xml";

/** Cells that a chart draws, as its formula names them. */
export interface SavedReference extends Area {
  readonly sheet: string;
}

/** A series as it is saved; a reference is null where the series has none. */
export interface SavedSeries {
  readonly name: string;
  readonly categories: SavedReference | null;
  readonly values: SavedReference | null;
  /** The figures kept beside the reference, which are shown until the chart is drawn anew; null for a blank. */
  readonly kept: readonly (number | null)[];
  readonly labels: readonly string[];
}

/** A chart as it is saved, on the sheet whose drawing holds it. */
export interface SavedChart {
  readonly sheet: string;
  readonly part: string;
  readonly name: string;
  /** `bar`, `column`, `line`, `radar`, `scatter`; else the plot's own name in the file. */
  readonly kind: string;
  readonly title: string;
  readonly categoryTitle: string;
  readonly valueTitle: string;
  /** The cells that it covers: from its first corner's to before that of its second. */
  readonly place: Area;
  /** How far down and across its corners lie within their cells, in English metric units. */
  readonly offsets: readonly number[];
  readonly series: readonly SavedSeries[];
}

const KINDS: Readonly<Record<string, string>> = { lineChart: "line", radarChart: "radar", scatterChart: "scatter" };

function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** `'a b'!$C$3:$C$9` as a reference. */
function referenceOf(formula: string): SavedReference {
  const found = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/u.exec(formula);
  if (found === null) throw new Error(`no reference: ${formula}`);
  const [, quoted, plain = "", left = "", top = "", right = left, bottom = top] = found;
  return {
    sheet: quoted === undefined ? plain : quoted.replace(/''/gu, "'"),
    row: Number(top) - 1,
    column: columnOf(left),
    rowCount: Number(bottom) - Number(top) + 1,
    columnCount: columnOf(right) - columnOf(left) + 1,
  };
}

/** The text of the first element of that name below another; empty where there is none. */
function textIn(element: Element | undefined, name: string): string {
  return element === undefined
    ? ""
    : elements(element, name)
        .map((each) => each.textContent)
        .join("");
}

function dataOf(
  series: Element,
  names: readonly string[],
): { reference: SavedReference | null; kept: (number | null)[] } {
  const data = names.flatMap((name) => children(series, name))[0];
  if (data === undefined) return { reference: null, kept: [] };
  const [formula] = elements(data, "f");
  const points = new Map(
    elements(data, "pt").map((point) => [Number(attribute(point, "idx")), Number(textIn(point, "v"))]),
  );
  const [count] = elements(data, "ptCount");
  return {
    reference: formula === undefined ? null : referenceOf(formula.textContent),
    kept: Array.from(
      { length: count === undefined ? 0 : Number(attribute(count, "val")) },
      (_, index) => points.get(index) ?? null,
    ),
  };
}

function seriesOf(plot: Element): SavedSeries[] {
  return children(plot, "ser").map((series) => {
    const values = dataOf(series, ["val", "yVal"]);
    return {
      name: textIn(children(series, "tx")[0], "v"),
      categories: dataOf(series, ["cat", "xVal"]).reference,
      values: values.reference,
      kept: values.kept,
      labels: elements(series, "dLbl").map((label) => textIn(label, "t")),
    };
  });
}

/** The titles of the axes that the plot names first and second: that of categories, and that of values. */
function axisTitles(area: Element | undefined, plot: Element): string[] {
  const axes = allChildren(area).filter(({ localName }) => localName.endsWith("Ax"));
  return children(plot, "axId").map((own) => {
    const axis = axes.find((each) =>
      children(each, "axId").some((id) => attribute(id, "val") === attribute(own, "val")),
    );
    return textIn(children(axis, "title")[0], "t");
  });
}

function placeOf(anchor: Element): Pick<SavedChart, "place" | "offsets"> {
  const at = (corner: string, what: string) => Number(textIn(children(anchor, corner)[0], what));
  return {
    place: {
      row: at("from", "row"),
      column: at("from", "col"),
      rowCount: at("to", "row") - at("from", "row"),
      columnCount: at("to", "col") - at("from", "col"),
    },
    offsets: ["from", "to"].flatMap((corner) => [at(corner, "rowOff"), at(corner, "colOff")]),
  };
}

function chartsIn(opened: PackageXml, sheet: string, drawing: string): SavedChart[] {
  return allChildren(opened.document(drawing).documentElement).flatMap((anchor) =>
    elements(anchor, "chart").flatMap((frame): SavedChart[] => {
      const part = opened.relationships(drawing).find(({ id }) => id === relationshipId(frame))?.part ?? null;
      if (part === null) throw new Error(`a frame without its chart: ${drawing}`);
      const [area] = elements(opened.document(part), "plotArea");
      const [chart] = elements(opened.document(part), "chart");
      const [plot] = allChildren(area).filter(({ localName }) => localName.endsWith("Chart"));
      if (plot === undefined) throw new Error(`no plot: ${part}`);
      const direction = children(plot, "barDir").map((each) => attribute(each, "val"))[0];
      const [categoryTitle = "", valueTitle = ""] = axisTitles(area, plot);
      return [
        {
          sheet,
          part,
          name: elements(anchor, "cNvPr").map((each) => attribute(each, "name"))[0] ?? "",
          kind:
            direction === undefined
              ? (KINDS[plot.localName] ?? plot.localName)
              : direction === "bar"
                ? "bar"
                : "column",
          title: textIn(children(chart, "title")[0], "t"),
          categoryTitle,
          valueTitle,
          ...placeOf(anchor),
          series: seriesOf(plot),
        },
      ];
    }),
  );
}

/** Every chart that a drawing of a saved workbook shows, by sheet and then in the order of the drawing. */
export function savedCharts(bytes: Uint8Array): SavedChart[] {
  const opened = openedPackage(bytes);
  return sheetParts(opened).flatMap(({ name, part }) =>
    part === null
      ? []
      : opened
          .relationships(part)
          .flatMap(({ type, part: drawing }) =>
            type.endsWith("/drawing") && drawing !== null ? chartsIn(opened, name, drawing) : [],
          ),
  );
}

/** Names of the parts that are charts, whether a drawing shows them or not. */
export function chartParts(bytes: Uint8Array): string[] {
  return [...openedPackage(bytes).parts.keys()].filter((part) => /^xl\/charts\/chart[^/]*\.xml$/u.test(part)).sort();
}

/** Looks up what a saved cell holds: a number, a text, or null for nothing. */
export function savedCells(bytes: Uint8Array): (sheet: string, row: number, column: number) => number | string | null {
  const opened = openedPackage(bytes);
  const shared = opened.parts.has("xl/sharedStrings.xml")
    ? elements(opened.document("xl/sharedStrings.xml"), "si").map((each) => textIn(each, "t"))
    : [];
  const valueOf = (cell: Element): number | string | null => {
    const kind = attribute(cell, "t");
    const value = textIn(cell, "v");
    if (kind === "inlineStr") return textIn(cell, "t");
    if (kind === "s") return shared[Number(value)] ?? null;
    if (kind === "str" || kind === "e") return value;
    return value === "" ? null : Number(value);
  };
  const sheets = new Map<string, ReadonlyMap<string, Element>>();
  const parts = sheetParts(opened);
  const cellsOf = (name: string): ReadonlyMap<string, Element> => {
    const known = sheets.get(name);
    if (known !== undefined) return known;
    const part = parts.find((sheet) => sheet.name === name)?.part ?? null;
    if (part === null) throw new Error(`no sheet ${name}`);
    const cells = new Map(elements(opened.document(part), "c").map((cell) => [attribute(cell, "r"), cell]));
    sheets.set(name, cells);
    return cells;
  };
  return (sheet, row, column) => {
    let letters = "";
    for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
      letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    const cell = cellsOf(sheet).get(`${letters}${row + 1}`);
    return cell === undefined ? null : valueOf(cell);
  };
}

/** The report that the run left in the saved workbook. */
export function savedReport(bytes: Uint8Array): ReportModel {
  const opened = openedPackage(bytes);
  const packed = [...opened.parts.keys()]
    .filter((part) => /^customXml\/item\d+\.xml$/u.test(part))
    .flatMap((part) => elements(opened.document(part), "report"))
    .map((each) => each.textContent);
  const report = parseReport(JSON.parse(strFromU8(inflateSync(Buffer.from(packed[0] ?? "", "base64")))));
  if (report === null || packed.length !== 1) throw new Error("the workbook does not hold one report");
  return report;
}

/** Packages that are open: what is asked of the same bytes again is not read again. */
const packages = new WeakMap<Uint8Array, PackageXml>();

function openedPackage(bytes: Uint8Array): PackageXml {
  const known = packages.get(bytes);
  if (known !== undefined) return known;
  const opened = packageXml(bytes, (part) => {
    throw new Error(`${part} is no XML`);
  });
  packages.set(bytes, opened);
  return opened;
}

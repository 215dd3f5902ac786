import { CHART_SHAPES } from "./chart-types";
import type { ChartRecord, WorkbookDocument } from "./document";
import { sameData } from "./equal";
import type { PackageEdit } from "./package-edit";
import { pairParts } from "./pairing";
import { chartAnchors } from "./read-charts";
import { chartAnchor, refreshCaches, writeChart } from "./write-charts";
import { descendants, parseXml } from "./xml";
import { XML_HEADER, appendTo, applyEdits, type Edit } from "./xml-edit";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const BLANK_DRAWING = `${XML_HEADER}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"></xdr:wsDr>`;

/**
 * Brings a drawing part in line with a sheet's charts and gives the part's name; null where nothing is left to draw. Shapes,
 * pictures and charts that did not change stay as they are.
 */
export function writeDrawing(
  charts: readonly ChartRecord[],
  before: readonly ChartRecord[],
  target: string | null,
  edit: PackageEdit,
  document: WorkbookDocument,
): string | null {
  if (target === null && charts.length === 0) return null;
  const drawing = target ?? edit.add("xl/drawings/drawing#.xml", BLANK_DRAWING, DRAWING_TYPE);
  const source = edit.text(drawing) ?? BLANK_DRAWING;
  const root = parseXml(source);
  if (root === null) throw new Error(`${drawing} is not well-formed`);
  const edits: Edit[] = [];
  const added: string[] = [];
  const old = new Map(before.map((chart) => [chart.part, chart]));
  const pairs = pairParts(charts, before, ({ name }) => name);
  const now = new Map([...pairs].map(([chart, part]) => [part, chart]));
  const related = edit.relationships(drawing);
  let shape = Math.max(1, ...descendants(root, "cNvPr").map((element) => Number(element.attributes["id"] ?? 0)));
  let left = root.children.length;

  for (const { anchor, shape: id, relationship } of chartAnchors(root)) {
    const part = related.find((candidate) => candidate.id === relationship)?.target ?? null;
    const original = old.get(part);
    if (part === null || original === undefined) continue;
    const chart = now.get(part);
    if (chart === undefined) {
      edits.push({ start: anchor.start, end: anchor.end, text: "" });
      edit.unrelate(drawing, relationship);
      left -= 1;
    } else {
      const known = CHART_SHAPES[chart.type] !== undefined;
      edit.put(
        part,
        chart.changed && known ? writeChart(chart, document) : refreshCaches(edit.text(part) ?? "", document),
      );
      if (chart.name !== original.name || !sameData(chart.box, original.box)) {
        edits.push({
          start: anchor.start,
          end: anchor.end,
          text: chartAnchor(chart.name, chart.box, Number(id), relationship),
        });
      }
    }
  }
  for (const chart of charts) {
    if (typeof pairs.get(chart) === "string") continue;
    const part = edit.add("xl/charts/chart#.xml", writeChart(chart, document), CHART_TYPE);
    shape += 1;
    added.push(chartAnchor(chart.name, chart.box, shape, edit.relate(drawing, `${OFFICE}/chart`, part)));
  }
  if (left + added.length === 0) return null;
  if (added.length > 0) edits.push(appendTo(source, root, added.join("")));
  if (edits.length > 0) edit.put(drawing, applyEdits(source, edits));
  return drawing;
}

import { OTHER_CHART } from "./chart-types";
import type { WorkbookDocument } from "./document";
import { partText, relationships } from "./opc";
import { chartAnchors } from "./read-charts";
import { parseXml } from "./xml";

/** Parts that hang on cells of their sheet, by the kind of relationship. */
const boundParts: ReadonlySet<string> = new Set([
  "comments",
  "threadedComment",
  "ctrlProp",
  "oleObject",
  "pivotTable",
  "queryTable",
  "slicer",
  "tableSingleCells",
  "timeline",
  "vmlDrawing",
]);

/** Elements of a worksheet after its cells that name cells and that no record holds. */
const boundElements =
  /<(?:\w+:)?(?:protectedRanges|scenarios|dataConsolidate|customSheetViews|smartTags|cellWatches|colBreaks|legacyDrawing|oleObjects|controls|extLst)[\s/>]/;

/**
 * True where a sheet of the file holds something at its cells that is kept as it was read and could not move with them: comments, pictures,
 * shapes, pivot tables, controls, sparklines, conditional formats of newer kinds; or where the workbook has a chart of a kind that is not known, whose references
 * could not follow.
 */
export function holdsImmovable(document: WorkbookDocument, sheetId: string): boolean {
  const charts = Object.values(document.sheets).flatMap((sheet) => sheet.charts);
  if (charts.some(({ type }) => type === OTHER_CHART)) return true;
  const part = document.sheets[sheetId]?.part ?? null;
  if (part === null || document.origin === null) return false;
  const related = relationships(document.origin, part);
  if (related.some(({ kind }) => boundParts.has(kind))) return true;
  const source = partText(document.origin, part) ?? "";
  if (boundElements.test(source.slice(Math.max(0, source.search(/<(?:\w+:)?sheetData\s*\/>|<\/(?:\w+:)?sheetData>/)))))
    return true;
  return related.some(({ kind, target }) => {
    if (kind !== "drawing" || document.origin === null) return false;
    const drawing = parseXml(partText(document.origin, target) ?? "");
    return (drawing?.children.length ?? 0) > chartAnchors(drawing).length;
  });
}

import type { Box, ConditionalFormatRecord, DataValidationRecord, SheetRecord, TableRecord } from "../files/document";
import { sameBox } from "./address";
import { shiftBox, shiftIndex, shiftSpan, type LineShift } from "./line-shift";
import { shiftXml } from "./shift-xml";

/** Every `box` of the items that is still there, moved. */
function moved<T extends { readonly box: Box }>(items: readonly T[], shift: LineShift): T[] {
  return items.flatMap((item) => {
    const box = shiftBox(item.box, shift);
    return box === null ? [] : [sameBox(box, item.box) ? item : { ...item, box }];
  });
}

/**
 * Moves what lies beside the cells of a sheet after rows or columns were inserted or deleted: tables, places of charts, conditional formats,
 * validation, links, filter, print set-up. `adjust` moves the references of formulas in rules that are kept as XML.
 */
export function shiftRecord(record: SheetRecord, shift: LineShift, adjust: (formula: string) => string): void {
  record.tables = moved(record.tables, shift).map((table) => ({
    ...table,
    hasTotals: table.hasTotals && (shift.kind === "insert" || !losesTotals(record.tables, table, shift)),
  }));
  record.charts = record.charts.map((chart) => {
    // A chart whose cells are all gone is still there, small.
    const first = Math.max(0, shift.first - 1);
    const [top, left] = shift.axis === "rows" ? [first, chart.box.left] : [chart.box.top, first];
    const rest = { ...chart.box, top, left, ...(shift.axis === "rows" ? { bottom: top } : { right: left }) };
    return { ...chart, box: shiftBox(chart.box, shift) ?? rest };
  });
  record.conditionalFormats = record.conditionalFormats.flatMap((rule): ConditionalFormatRecord[] => {
    const box = shiftBox(rule.box, shift);
    if (box === null) return [];
    if (rule.kind !== "opaque") return [{ ...rule, box }];
    const areas = rule.areas?.flatMap((area) => shiftBox(area, shift) ?? []);
    return [{ ...rule, box, ...(areas === undefined ? {} : { areas }), xml: shiftXml(rule.xml, shift, adjust) }];
  });
  if (record.dataValidations !== undefined)
    record.dataValidations = record.dataValidations.flatMap((rule): DataValidationRecord[] => {
      const boxes = rule.boxes.flatMap((box) => shiftBox(box, shift) ?? []);
      if (boxes.length === 0) return [];
      if (rule.kind === "opaque") return [{ ...rule, boxes, xml: shiftXml(rule.xml, shift, adjust) }];
      return [{ ...rule, boxes, xml: rule.xml === null ? null : shiftXml(rule.xml, shift, adjust) }];
    });
  record.hyperlinks = moved(record.hyperlinks, shift);
  if (record.autoFilter !== undefined) {
    const [filter] = moved([record.autoFilter], shift);
    if (filter === undefined) delete record.autoFilter;
    else record.autoFilter = filter;
  }
  const { page } = record;
  if (page.printArea !== null) page.printArea = shiftBox(page.printArea, shift);
  const titles = shift.axis === "rows" ? page.titleRows : page.titleColumns;
  if (titles !== null) {
    const span = shiftSpan([titles.first, titles.last], shift);
    const after = span === null ? null : { first: span[0], last: span[1] };
    if (shift.axis === "rows") page.titleRows = after;
    else page.titleColumns = after;
  }
  if (shift.axis === "rows") page.rowBreaks = page.rowBreaks.flatMap((row) => shiftIndex(row, shift) ?? []);
}

function losesTotals(before: readonly TableRecord[], after: TableRecord, shift: LineShift): boolean {
  const table = before.find(({ id }) => id === after.id);
  return table !== undefined && shift.axis === "rows" && shiftIndex(table.box.bottom, shift) === null;
}

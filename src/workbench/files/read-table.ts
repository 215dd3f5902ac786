import { parseBox } from "./address";
import type { TableRecord } from "./document";
import { child, flagAttribute, numberAttribute, parseXml } from "./xml";

/** Reads a table part; null where it names no cells. */
export function readTable(source: string, part: string): TableRecord | null {
  const table = parseXml(source);
  const box = parseBox(table?.attributes["ref"] ?? "");
  if (table === null || box === null) return null;
  const style = child(table, "tableStyleInfo");
  return {
    id: numberAttribute(table, "id") ?? 0,
    name: table.attributes["displayName"] ?? table.attributes["name"] ?? "",
    box,
    hasHeaders: (numberAttribute(table, "headerRowCount") ?? 1) > 0,
    hasTotals: (numberAttribute(table, "totalsRowCount") ?? 0) > 0,
    style: style?.attributes["name"] ?? null,
    bandedRows: flagAttribute(style, "showRowStripes"),
    filterButtons: child(table, "autoFilter") !== null,
    part,
  };
}

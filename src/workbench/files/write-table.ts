import type { IWorksheetData } from "@univerjs/core";
import { boxAddress } from "./address";
import type { TableRecord } from "./document";
import { escapeAttribute } from "./xml";
import { XML_HEADER } from "./xml-edit";

/** A table part. Column names are the texts of the header cells, as Excel demands. */
export function writeTable(table: TableRecord, id: number, columns: readonly string[]): string {
  const ref = boxAddress(table.box);
  const data = boxAddress({ ...table.box, bottom: table.box.bottom - (table.hasTotals ? 1 : 0) });
  const filter = table.filterButtons && table.hasHeaders ? `<autoFilter ref="${data}"/>` : "";
  const name = escapeAttribute(table.name);
  const totals = table.hasTotals ? 'totalsRowCount="1"' : 'totalsRowShown="0"';
  const list = columns
    .map((column, index) => `<tableColumn id="${index + 1}" name="${tableColumnName(column)}"/>`)
    .join("");
  const style = table.style === null ? "" : ` name="${escapeAttribute(table.style)}"`;
  return `${XML_HEADER}<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${name}" displayName="${name}" ref="${ref}"${table.hasHeaders ? "" : ' headerRowCount="0"'} ${totals}>${filter}<tableColumns count="${columns.length}">${list}</tableColumns><tableStyleInfo${style} showFirstColumn="0" showLastColumn="0" showRowStripes="${table.bandedRows ? 1 : 0}" showColumnStripes="0"/></table>`;
}

/** Names of a table's columns: header texts, with Excel's stand-ins for blank ones and a number after repeated ones. */
export function tableColumns(table: TableRecord, sheet: Partial<IWorksheetData>): string[] {
  const taken = new Set<string>();
  const names: string[] = [];
  for (let column = table.box.left; column <= table.box.right; column += 1) {
    const value = table.hasHeaders ? sheet.cellData?.[table.box.top]?.[column]?.v : undefined;
    const text =
      value === undefined || value === null || value === "" ? `列${column - table.box.left + 1}` : String(value);
    let name = text;
    for (let repeat = 2; taken.has(name.toLowerCase()); repeat += 1) name = `${text}${repeat}`;
    taken.add(name.toLowerCase());
    names.push(name);
  }
  return names;
}

/** A column name as a table part holds it: a line break of the header cell is spelt `_x000a_`. */
function tableColumnName(name: string): string {
  return escapeAttribute(name.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005f_").replaceAll("\n", "_x000a_"));
}

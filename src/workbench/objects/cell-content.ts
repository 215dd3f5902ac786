import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";

/** What a cell shows to a client that reads `values`. */
export type CellContent = string | number | boolean;

/** Excel's error values. */
const errorValues: ReadonlySet<string> = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
  "#GETTING_DATA",
]);

/** The engine's name, and files', of what Excel shows as the second. */
const pending = ["#GETTING_DATA", "#BUSY!"] as const;

/** The value of a cell: number, text, TRUE/FALSE, error as text; '' for an empty cell. */
export function cellContent(cell: Nullable<ICellData>): CellContent {
  if (cell === null || cell === undefined) return "";
  const value = cell.v;
  if (value === null || value === undefined) return cell.p?.body?.dataStream.replace(/\r\n$/, "") ?? "";
  if (value === pending[0] && cell.t === CellValueType.STRING) return pending[1];
  if (cell.t === CellValueType.BOOLEAN) return value === true || value === 1 || String(value).toUpperCase() === "TRUE";
  if (cell.t === CellValueType.NUMBER && typeof value !== "number") return Number(value);
  if (cell.t === CellValueType.STRING || cell.t === CellValueType.FORCE_STRING) return String(value);
  return value;
}

/** Excel.RangeValueType of a cell. A text that spells an error value is that error, unless the cell was made text on purpose. */
export function valueType(cell: Nullable<ICellData>): string {
  const content = cellContent(cell);
  if (content === "") return "Empty";
  if (typeof content === "number") return "Double";
  if (typeof content === "boolean") return "Boolean";
  return cell?.t !== CellValueType.FORCE_STRING && errorValues.has(content) ? "Error" : "String";
}

/** True where a text spells an error value. */
export const isErrorText = (text: string): boolean => errorValues.has(text.toUpperCase());

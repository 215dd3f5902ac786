/**
 * What one cell holds, as Excel hands it over: a number (dates are serial numbers), a text, a logical value.
 * `null` and `""` are empty. An error value is its text (`#N/A`).
 */
export type CellValue = string | number | boolean | null;

/** A rectangle of a sheet, zero-based, in the sheet's own coordinates. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

/** An Excel table (ListObject): `area` covers header, data and totals row. */
export interface GridTable {
  readonly name: string;
  readonly area: Area;
  readonly hasHeaders: boolean;
  readonly hasTotals: boolean;
}

/** Number formats of part of one column: `formats[i]` belongs to row `row + i`. */
export interface ColumnFormats {
  readonly column: number;
  readonly row: number;
  readonly formats: readonly string[];
}

/** The used range of one sheet. `values[i][j]` stands at row `row + i`, column `column + j` of the sheet (zero-based). */
export interface SheetGrid {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly CellValue[])[];
  readonly merges: readonly Area[];
  readonly tables: readonly GridTable[];
  /** Number formats, only of the columns that `formatsWanted` asked for. */
  readonly formats: readonly ColumnFormats[];
}

/** Everything the computation reads from a workbook. The add-in's own tabs are not in it. */
export interface WorkbookGrids {
  readonly sheets: readonly SheetGrid[];
  /** True where the workbook counts days from 1904-01-01. */
  readonly date1904: boolean;
  /** The stored column mapping (setting `ronghe.mapping`), as text; `null` where none is stored. */
  readonly mapping: string | null;
}

/** Column letters of a zero-based column index: 0 → `A`, 26 → `AA`. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A1 address of one cell, zero-based row and column: (4, 1) → `B5`. */
export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`;
}

/** Zero-based row and column of one cell from its A1 address: `B5` → (4, 1); `null` where it is none. */
export function cellAt(address: string): { readonly row: number; readonly column: number } | null {
  const [, letters, row] = /^([A-Z]+)([1-9]\d*)$/u.exec(address) ?? [];
  if (letters === undefined || row === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(row) - 1, column };
}

/** A1 address of an area: `A1:C7`, or `A1` for a single cell. */
export function areaName(area: Area): string {
  const first = cellName(area.row, area.column);
  const last = cellName(area.row + area.rowCount - 1, area.column + area.columnCount - 1);
  return first === last ? first : `${first}:${last}`;
}

import { type CellValue, type SheetGrid, type WorkbookGrids, cellName } from "../grid";
import { headerForm, isEmptyCell, textOf } from "../ledger/text";

/** A tab of settings (评分标准, 参数) as found: header columns and the rows below them. */
export interface SettingsTab {
  readonly sheet: string;
  /** Header → index into `cells`. */
  readonly columns: ReadonlyMap<string, number>;
  readonly headerCell: string;
  readonly rows: readonly { readonly cells: readonly CellValue[]; readonly at: (column: number) => string }[];
}

/** The sheet of a workbook that has that name; a bracketed part of the sheet's name does not count. */
export function settingsSheet(grids: WorkbookGrids, name: string): SheetGrid | null {
  return grids.sheets.find((sheet) => headerForm(sheet.name) === name) ?? null;
}

/** Finds the header row (the first that holds `key`) and the rows with anything in them below it; `null` without a header. */
export function settingsTab(sheet: SheetGrid, key: string): SettingsTab | null {
  const header = sheet.values.findIndex((row) => row.some((cell) => headerForm(textOf(cell)) === key));
  if (header < 0) return null;
  const columns = new Map<string, number>();
  sheet.values[header]?.forEach((cell, index) => {
    const name = headerForm(textOf(cell));
    if (name !== "" && !columns.has(name)) columns.set(name, index);
  });
  const rows = sheet.values.flatMap((cells, index) =>
    index > header && cells.some((cell) => !isEmptyCell(cell))
      ? [{ cells, at: (column: number) => cellName(sheet.row + index, sheet.column + column) }]
      : [],
  );
  return {
    sheet: sheet.name,
    columns,
    headerCell: cellName(sheet.row + header, sheet.column + (columns.get(key) ?? 0)),
    rows,
  };
}

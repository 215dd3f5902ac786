import { type CellValue, type SheetGrid, type WorkbookGrids, cellName } from "../grid";
import { markOf } from "../ledger/range-rows";
import { prepareSheet } from "../ledger/sheet";
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

/**
 * Finds the header row (the first that holds `key`) and the rows with anything in them below it, totals and notes left out; the
 * value of a merged cell holds for its whole range. `null` without a header.
 */
export function settingsTab(sheet: SheetGrid, key: string): SettingsTab | null {
  const { rows: values } = prepareSheet(sheet);
  const header = values.findIndex((row) => row.some((cell) => headerForm(textOf(cell)) === key));
  if (header < 0) return null;
  const columns = new Map<string, number>();
  values[header]?.forEach((cell, index) => {
    const name = headerForm(textOf(cell));
    if (name !== "" && !columns.has(name)) columns.set(name, index);
  });
  const rows = values.flatMap((cells, index) => {
    const first = sheet.values[index]?.find((cell) => !isEmptyCell(cell));
    if (index <= header || first === undefined || markOf(first) === "total" || markOf(first) === "end") return [];
    return [{ cells, at: (column: number) => cellName(sheet.row + index, sheet.column + column) }];
  });
  return {
    sheet: sheet.name,
    columns,
    headerCell: cellName(sheet.row + header, sheet.column + (columns.get(key) ?? 0)),
    rows,
  };
}

import type { Area, CellValue, SheetGrid } from "../grid";
import { isEmptyCell } from "./text";

/**
 * A sheet made ready for recognition: the value of a merged cell stands in its whole range. Rows and columns are indices into
 * the grid, not into the sheet.
 */
export interface PreparedSheet {
  readonly grid: SheetGrid;
  readonly rows: readonly (readonly CellValue[])[];
  /** Cells that only repeat the first cell of their merge: row → column → row of that first cell. */
  readonly repeats: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/** Spreads merged values over their ranges; rows without merges are shared with the grid. */
export function prepareSheet(grid: SheetGrid): PreparedSheet {
  const rows: (readonly CellValue[])[] = [...grid.values];
  const copies = new Map<number, CellValue[]>();
  const repeats = new Map<number, Map<number, number>>();
  for (const merge of grid.merges) {
    const top = merge.row - grid.row;
    const left = merge.column - grid.column;
    const value = rows[top]?.[left] ?? null;
    for (let row = Math.max(top, 0); row < Math.min(top + merge.rowCount, rows.length); row++) {
      const copy = copies.get(row) ?? [...(rows[row] ?? [])];
      const marks = repeats.get(row) ?? new Map<number, number>();
      for (let column = Math.max(left, 0); column < Math.min(left + merge.columnCount, copy.length); column++) {
        if (row === top && column === left) continue;
        copy[column] = value;
        marks.set(column, top);
      }
      copies.set(row, copy);
      repeats.set(row, marks);
    }
  }
  for (const [row, copy] of copies) rows[row] = copy;
  return { grid, rows, repeats };
}

/** The same sheet with the cells of some areas (in sheet coordinates) empty. */
export function without(sheet: PreparedSheet, areas: readonly Area[]): PreparedSheet {
  if (areas.length === 0) return sheet;
  const rows = sheet.rows.map((cells, row) => {
    const hit = areas.filter(
      (area) => row + sheet.grid.row >= area.row && row + sheet.grid.row < area.row + area.rowCount,
    );
    if (hit.length === 0) return cells;
    if (hit.some((area) => coversWidth(area, sheet))) return NOTHING;
    return cells.map((cell, column) => (hit.some((area) => inColumns(area, column + sheet.grid.column)) ? null : cell));
  });
  return { ...sheet, rows };
}

/** The same sheet with nothing but the cells of one area. */
export function only(sheet: PreparedSheet, area: Area): PreparedSheet {
  const wide = coversWidth(area, sheet);
  const rows = sheet.rows.map((cells, row) => {
    if (row + sheet.grid.row < area.row || row + sheet.grid.row >= area.row + area.rowCount) return NOTHING;
    return wide ? cells : cells.map((cell, column) => (inColumns(area, column + sheet.grid.column) ? cell : null));
  });
  return { ...sheet, rows };
}

const NOTHING: readonly CellValue[] = [];

function inColumns(area: Area, column: number): boolean {
  return column >= area.column && column < area.column + area.columnCount;
}

function coversWidth(area: Area, sheet: PreparedSheet): boolean {
  const width = sheet.rows[0]?.length ?? 0;
  return area.column <= sheet.grid.column && area.column + area.columnCount >= sheet.grid.column + width;
}

/** The columns of a row that hold something of their own (a merged range counts once), at most `limit` of them. */
export function ownCells(sheet: PreparedSheet, row: number, limit: number): number[] {
  const cells = sheet.rows[row] ?? [];
  const marks = sheet.repeats.get(row);
  const own: number[] = [];
  for (let column = 0; column < cells.length && own.length < limit; column++) {
    if (!isEmptyCell(cells[column]) && marks?.has(column) !== true) own.push(column);
  }
  return own;
}

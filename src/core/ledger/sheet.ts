import type { Area, CellValue, SheetGrid } from "../grid";
import { isEmptyCell } from "./text";

/** The first cell of a merged range, in indices of the grid. */
interface Anchor {
  readonly row: number;
  readonly column: number;
}

/**
 * A sheet made ready for recognition: the value of a merged cell stands in its whole range. Rows and columns are indices into
 * the grid, not into the sheet.
 */
export interface PreparedSheet {
  readonly grid: SheetGrid;
  readonly rows: readonly (readonly CellValue[])[];
  /** Cells that only repeat the first cell of their merge: row → column → that first cell. */
  readonly repeats: ReadonlyMap<number, ReadonlyMap<number, Anchor>>;
}

/** Spreads merged values over their ranges; rows without merges are shared with the grid. */
export function prepareSheet(grid: SheetGrid): PreparedSheet {
  const rows: (readonly CellValue[])[] = [...grid.values];
  const copies = new Map<number, CellValue[]>();
  const repeats = new Map<number, Map<number, Anchor>>();
  for (const merge of grid.merges) {
    const anchor: Anchor = { row: merge.row - grid.row, column: merge.column - grid.column };
    const value = rows[anchor.row]?.[anchor.column] ?? null;
    for (let row = Math.max(anchor.row, 0); row < Math.min(anchor.row + merge.rowCount, rows.length); row++) {
      const copy = copies.get(row) ?? [...(rows[row] ?? [])];
      const marks = repeats.get(row) ?? new Map<number, Anchor>();
      const end = Math.min(anchor.column + merge.columnCount, copy.length);
      for (let column = Math.max(anchor.column, 0); column < end; column++) {
        if (row === anchor.row && column === anchor.column) continue;
        copy[column] = value;
        marks.set(column, anchor);
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

/** The next column of a row, from `from` on, whose cell holds something of its own (not only the value of its merge); else −1. */
export function nextOwnCell(sheet: PreparedSheet, row: number, from: number): number {
  const cells = sheet.rows[row] ?? NOTHING;
  const marks = sheet.repeats.get(row);
  for (let column = from; column < cells.length; column++)
    if (!isEmptyCell(cells[column]) && marks?.has(column) !== true) return column;
  return -1;
}

/** The columns of a row that hold something of their own. */
export function ownCells(sheet: PreparedSheet, row: number): number[] {
  const own: number[] = [];
  for (let column = nextOwnCell(sheet, row, 0); column >= 0; column = nextOwnCell(sheet, row, column + 1))
    own.push(column);
  return own;
}

/** Whether a row holds a single cell; a merged range is one cell, also where it reaches into the row from above. */
export function holdsOneCell(sheet: PreparedSheet, row: number): boolean {
  const marks = sheet.repeats.get(row);
  const first = nextOwnCell(sheet, row, 0);
  if (first < 0 || nextOwnCell(sheet, row, first + 1) >= 0) return false;
  if (marks === undefined) return true;
  return [...marks].every(([column, anchor]) => anchor.row === row || isEmptyCell(sheet.rows[row]?.[column]));
}

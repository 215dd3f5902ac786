import type { Area } from "../core/grid";

/**
 * The cells of an area, let go of with the request that they are queued for. Excel would follow each where it moves, and office.js would give
 * them back one by one when all is done: with thousands, in a time that grows with their square.
 */
export function cellsAt(sheet: Excel.Worksheet, { row, column, rowCount, columnCount }: Area): Excel.Range {
  return sheet.getRangeByIndexes(row, column, rowCount, columnCount).untrack();
}

import type { Area, CellValue } from "../grid";
import { type HeaderLookup, headerText } from "./headers";
import { ROWS_A_STEP } from "./range-rows";
import { isEmptyCell } from "./text";

/**
 * The merges of a two-row header that its values alone still tell: a cell of the upper row with blank cells to its right, which names
 * a column together with each of the cells below them (党建 over 部署日 and 落实日). Values without merges are what an array or the
 * argument of a worksheet function has; rows of data hold no such pairs. Zero-based, in the coordinates of `values`. Pauses by yielding the
 * rows that it has looked at.
 */
export function* impliedMerges(
  values: readonly (readonly CellValue[])[],
  lookup: HeaderLookup,
): Generator<number, Area[]> {
  const merges: Area[] = [];
  for (const [row, upper] of values.slice(0, -1).entries()) {
    const lower = values[row + 1] ?? [];
    // The last cell of a row has nothing to hold over: to look its text up in every row would take longer than all the rest.
    for (let column = 0; column + 1 < upper.length; column += 1) {
      const high = headerText(upper[column]);
      if (high === "" || !isEmptyCell(upper[column + 1])) continue;
      const width = spread(high, upper, lower, column, lookup);
      if (width > 1) merges.push({ row, column, rowCount: 1, columnCount: width });
    }
    if ((row + 1) % ROWS_A_STEP === 0) yield row + 1;
  }
  return merges;
}

/** Over how many columns the text of an upper cell holds; 0 where it names no column with the cell below it. */
function spread(
  high: string,
  upper: readonly CellValue[],
  lower: readonly CellValue[],
  column: number,
  lookup: HeaderLookup,
): number {
  let width = 0;
  const holds = (at: number): boolean =>
    at < upper.length &&
    (at === column || isEmptyCell(upper[at])) &&
    lookup.joined(high, headerText(lower[at])) !== null;
  while (holds(column + width)) width += 1;
  return width;
}

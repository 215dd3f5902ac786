import type { Area, CellValue } from "../grid";
import { type HeaderLookup, headerText } from "./headers";
import { isEmptyCell } from "./text";

/**
 * The merges of a two-row header that its values alone still tell: a cell of the upper row with blank cells to its right, which names
 * a column together with each of the cells below them (党建 over 部署日 and 落实日). Values without merges are what an array or the
 * argument of a worksheet function has; rows of data hold no such pairs. Zero-based, in the coordinates of `values`.
 */
export function impliedMerges(values: readonly (readonly CellValue[])[], lookup: HeaderLookup): Area[] {
  return values.slice(0, -1).flatMap((upper, row) =>
    upper.flatMap((cell, column): Area[] => {
      const high = headerText(cell);
      if (high === "" || !isEmptyCell(upper[column + 1])) return [];
      const width = spread(high, upper, values[row + 1] ?? [], column, lookup);
      return width > 1 ? [{ row, column, rowCount: 1, columnCount: width }] : [];
    }),
  );
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

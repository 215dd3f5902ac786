import { mergeBlocks, tabGrid } from "../../src/excel/tab-grid";
import { tab } from "./model";

describe("the cells of a tab", () => {
  it("show in every cell of a merged area what its first cell holds", () => {
    const grid = tabGrid(tab());
    expect(grid.shown(0, 2)?.value).toBe("融合总览");
    expect(grid.shown(1, 2)?.value).toBe("业务");
    expect(grid.shown(9, 0)).toBeNull();
  });
});

describe("merged areas", () => {
  const area = (row: number, column: number, rowCount: number, columnCount: number) => ({
    row,
    column,
    rowCount,
    columnCount,
  });

  it("of the same columns in consecutive rows are made at once, row by row", () => {
    expect(mergeBlocks([area(3, 0, 1, 2), area(2, 0, 1, 2), area(2, 2, 1, 2), area(5, 0, 1, 2)])).toEqual([
      { area: area(2, 0, 2, 2), across: true },
      { area: area(5, 0, 1, 2), across: true },
      { area: area(2, 2, 1, 2), across: true },
    ]);
  });

  it("of several rows are made one by one", () => {
    expect(mergeBlocks([area(0, 0, 2, 2)])).toEqual([{ area: area(0, 0, 2, 2), across: false }]);
  });
});

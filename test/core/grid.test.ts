import { areaName, cellAt, cellName, columnName } from "../../src/core/grid";

describe("addresses", () => {
  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [51, "AZ"],
    [701, "ZZ"],
    [702, "AAA"],
    [16_383, "XFD"],
  ])("name column %i %s", (column, name) => {
    expect(columnName(column)).toBe(name);
  });

  it("are A1 style", () => {
    expect(cellName(4, 1)).toBe("B5");
    expect(areaName({ row: 0, column: 0, rowCount: 7, columnCount: 3 })).toBe("A1:C7");
    expect(areaName({ row: 2, column: 2, rowCount: 1, columnCount: 1 })).toBe("C3");
  });

  it("are read back; an area or a name is no cell", () => {
    for (const [row, column] of [
      [4, 1],
      [0, 26],
      [1_048_575, 16_383],
    ] as const)
      expect(cellAt(cellName(row, column))).toEqual({ row, column });
    expect(["A0", "A1:B2", "支部", ""].map(cellAt)).toEqual([null, null, null, null]);
  });
});

import { areaName, cellName, columnName } from "../../src/core/grid";

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
});

import { columnsOf, extent, isConstant, minMax, ofOrdinarySize, shares } from "../../../src/core/methods/normalise";

describe("minMax", () => {
  it("scales a positive column up and a negative one down", () => {
    expect(minMax([2, 4, 10], "positive")).toEqual([0, 0.25, 1]);
    expect(minMax([2, 4, 10], "negative")).toEqual([1, 0.75, 0]);
  });

  it("leaves a given column alone and makes zeros of a constant one", () => {
    expect(minMax([0.2, 0.9], "given")).toEqual([0.2, 0.9]);
    expect(minMax([7, 7], "negative")).toEqual([0, 0]);
  });
});

describe("extent", () => {
  it("is the least and the largest, however long the column", () => {
    expect(extent([3, -1, 2])).toEqual({ least: -1, most: 3 });
    expect(extent(Array.from({ length: 300_000 }, (_, i) => i))).toEqual({ least: 0, most: 299_999 });
    expect(extent([])).toEqual({ least: Infinity, most: -Infinity });
  });
});

describe("ofOrdinarySize", () => {
  it("leaves figures as they are, unless they are too large or too small to compute with", () => {
    const figures = [1e-200, -1e100, 5];
    expect(ofOrdinarySize(figures)).toBe(figures);
    expect(ofOrdinarySize([1e308, -5e307])).toEqual([1, -0.5]);
    expect(ofOrdinarySize([5e-324, 0])).toEqual([1, 0]);
    expect(ofOrdinarySize([0, 0])).toEqual([0, 0]);
  });
});

describe("isConstant", () => {
  it("sees through rounding, but not through small differences", () => {
    expect(isConstant([0.1 + 0.2, 0.3])).toBe(true);
    expect(isConstant([1e-9, 2e-9])).toBe(false);
    expect(isConstant([0, 0, 0])).toBe(true);
    expect(isConstant([-1, 1])).toBe(false);
    expect(isConstant([])).toBe(true);
  });
});

describe("columnsOf", () => {
  it("turns rows into columns", () => {
    expect(
      columnsOf([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
  });

  it("refuses empty and ragged matrices and values that are not finite", () => {
    expect([[], [[]], [[1], [1, 2]], [[NaN]]].map((matrix) => columnsOf(matrix))).toEqual([null, null, null, null]);
  });
});

describe("shares", () => {
  it("divides by the sum, and evenly where there is none", () => {
    expect(shares([1, 3])).toEqual([0.25, 0.75]);
    expect(shares([0, 0])).toEqual([0.5, 0.5]);
    expect(shares([1e308, 1e308])).toEqual([0.5, 0.5]);
  });
});

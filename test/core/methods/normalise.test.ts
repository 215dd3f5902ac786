import { columnsOf, isConstant, minMax, shares } from "../../../src/core/methods/normalise";

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
  });
});

import fc from "fast-check";

import { criticWeights } from "../../../src/core/methods/critic-weights";
import original from "../../published/critic_diakoulaki1995.json";
import water from "../../published/critic_water20x4.json";
import { matrix } from "./arbitraries";
import { expectAllPrinted, expectPrinted } from "./printed";

/** The water example's columns as its source maps them onto [0, 1]: pH by distance from 7, nutrients from 10–20. */
function waterScaled(): number[][] {
  const acidity = water.input.X.map(([, value]) => Math.abs((value ?? NaN) - 7));
  const furthest = Math.max(...acidity);
  const outside = water.input.X.map(([, , , value]) => Math.max(10 - (value ?? NaN), (value ?? NaN) - 20, 0));
  const furthestOutside = Math.max(...outside);
  return water.input.X.map(([oxygen, , germs], i) => [
    oxygen ?? NaN,
    1 - (acidity[i] ?? NaN) / furthest,
    germs ?? NaN,
    1 - (outside[i] ?? NaN) / furthestOutside,
  ]);
}

describe("criticWeights", () => {
  it("gives the weights of the original paper's example", () => {
    expectAllPrinted(criticWeights(original.input.X), original.expected.weights, original.digits);
  });

  it("gives the weights published for the water example, whose columns 2 and 4 come scaled", () => {
    const weights = criticWeights(waterScaled(), ["positive", "given", "negative", "given"]);
    expectAllPrinted(weights, water.expected.weights, water.digits);
  });

  it("takes a matrix that lies within [0, 1] as it is: so the water example comes out once every column is scaled", () => {
    const range = (j: number): readonly [number, number] => {
      const column = water.input.X.map((row) => row[j] ?? NaN);
      return [Math.min(...column), Math.max(...column)];
    };
    const [oxygen, germs] = [range(0), range(2)];
    const scaled = waterScaled().map(([o = NaN, acidity = NaN, g = NaN, nutrients = NaN]) => [
      (o - oxygen[0]) / (oxygen[1] - oxygen[0]),
      acidity,
      (germs[1] - g) / (germs[1] - germs[0]),
      nutrients,
    ]);
    expectAllPrinted(criticWeights(scaled), water.expected.weights, water.digits);
    const reversed = scaled.map((row) => row.map((value) => 1 - value));
    expectAllPrinted(
      criticWeights(reversed, ["negative", "negative", "negative", "negative"]),
      water.expected.weights,
      water.digits,
    );
    const withConstant = criticWeights(scaled.map((row) => [...row, 5])) ?? [];
    expectAllPrinted(withConstant.slice(0, 4), water.expected.weights, water.digits);
  });

  it("gives a constant column no weight and lets it change nothing else", () => {
    const without = criticWeights(original.input.X) ?? [];
    const withConstant = original.input.X.map((row) => [...row, 5]);
    expect(criticWeights(withConstant)).toEqual([...without, 0]);
  });

  it("gives equal weights where all columns are constant", () => {
    expect(
      criticWeights([
        [3, 5],
        [3, 5],
      ]),
    ).toEqual([0.5, 0.5]);
    expect(criticWeights([[3, 5, 1, 2]])).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it("gives equal weights to columns that say the same, none to a constant one", () => {
    expect(
      criticWeights([
        [1, 10, 7],
        [2, 20, 7],
        [4, 40, 7],
      ]),
    ).toEqual([0.5, 0.5, 0]);
    expect(
      criticWeights([
        [1, 7],
        [2, 7],
      ]),
    ).toEqual([1, 0]);
  });

  it("sees that columns say the same whatever their units, and through rounding", () => {
    const column = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(column, fc.double({ min: 0.1, max: 10, noNaN: true }), (values, factor) => {
        fc.pre(new Set(values).size > 1);
        const rows = values.map((value) => [value, value * factor + 0.1, -value * factor]);
        const third = expect.closeTo(1 / 3, 12);
        expect(criticWeights(rows, ["positive", "positive", "negative"])).toEqual([third, third, third]);
      }),
    );
  });

  it("weighs columns in opposition by turning the negative one", () => {
    // Turned, the second column says the same as the first.
    expect(
      criticWeights(
        [
          [1, 9],
          [2, 8],
          [4, 6],
        ],
        ["positive", "negative"],
      ),
    ).toEqual([0.5, 0.5]);
    const [first, second, third] =
      criticWeights(
        [
          [1, 9, 1],
          [2, 8, 3],
          [4, 6, 2],
        ],
        ["positive", "negative", "positive"],
      ) ?? [];
    expectPrinted(first, second ?? NaN, 12);
    expect(third).toBeGreaterThan(first ?? NaN);
  });

  it("is undefined for matrices or directions that do not fit", () => {
    expect(criticWeights([])).toBeNull();
    expect(criticWeights([[1, 2], [3]])).toBeNull();
    expect(
      criticWeights([
        [1, Infinity],
        [3, 4],
      ]),
    ).toBeNull();
    expect(
      criticWeights(
        [
          [1, 2],
          [3, 4],
        ],
        ["positive"],
      ),
    ).toBeNull();
  });

  it("sums to 1 and does not depend on the order of rows or columns, nor on the unit of a column", () => {
    fc.assert(
      fc.property(matrix, fc.constantFrom(0.01, 3, 1000), (rows, unit) => {
        const weights = criticWeights(rows) ?? [];
        expectPrinted(
          weights.reduce((sum, weight) => sum + weight, 0),
          1,
          12,
        );
        expectAllPrinted(criticWeights(rows.toReversed()), weights, 9);
        expectAllPrinted(criticWeights(rows.map((row) => row.toReversed()))?.toReversed() ?? null, weights, 9);
        const converted = rows.map((row) => row.map((value, j) => (j === 0 ? value * unit - 4 : value)));
        expectAllPrinted(criticWeights(converted), weights, 9);
      }),
    );
  });
});

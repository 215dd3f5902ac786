import fc from "fast-check";
import { obstacles } from "../../src/functions/obstacles";
import published from "../published/obstacle_degree_mathmodels.json";
import { called } from "./called";

describe("OBSTACLES", () => {
  it("gives the published figures, divided by the sum of their row", () => {
    const result = called(obstacles, [published.input.X, [published.input.weights_alt]]);
    if (!Array.isArray(result)) throw new Error("No matrix.");
    expect(result).toHaveLength(published.expected.O_alt.length);
    for (const [i, printed] of published.expected.O_alt.entries()) {
      const total = printed.reduce((sum, each) => sum + each, 0);
      // Three printed digits leave half a percent of doubt in a quotient.
      for (const [j, figure] of printed.entries())
        expect(Math.abs(Number(result[i][j]) / (figure / total) - 1)).toBeLessThan(0.015);
    }
  });

  it("keeps the shape of the scores and the words of those that were not assessed, and leaves their weight out", () => {
    expect(called(obstacles, [[[0.5], ["不适用"], [null], [0.5], ["未评"]], [[1, 7, 7, 3, 7]]])).toEqual([
      [0.25],
      ["不适用"],
      ["未评"],
      [0.75],
      ["未评"],
    ]);
    expect(
      called(obstacles, [
        [
          [0, 1],
          [0.5, 0.5],
        ],
        [[1], [3]],
      ]),
    ).toEqual([
      [1, 0],
      [0.25, 0.75],
    ]);
  });

  it("is 0 throughout where nothing is missing", () => {
    expect(called(obstacles, [[[1, "未评", 1]], [[1, 2, 3]]])).toEqual([[0, "未评", 0]]);
  });

  it("refuses scores outside [0, 1] and weights that do not fit", () => {
    expect(called(obstacles, [[[0.5, 86]], [[1, 1]]])).toMatchObject({ error: "#VALUE!" });
    expect(called(obstacles, [[[0.5, 0.6]], [[1, 1, 1]]])).toMatchObject({ error: "#VALUE!" });
    expect(called(obstacles, [[[0.5, 0.6]], [[0, 0]]])).toMatchObject({ error: "#VALUE!" });
  });

  it("sums to 1 and is not changed by scaling the weights", () => {
    const item = fc.tuple(fc.double({ min: 0, max: 0.99, noNaN: true }), fc.double({ min: 0.01, max: 9, noNaN: true }));
    fc.assert(
      fc.property(fc.array(item, { minLength: 2, maxLength: 6 }), (items) => {
        const scores = items.map(([score]) => score);
        const degrees = called(obstacles, [[scores], [items.map(([, weight]) => weight)]]);
        const scaled = called(obstacles, [[scores], [items.map(([, weight]) => weight * 7)]]);
        if (!Array.isArray(degrees)) throw new Error("No matrix.");
        const figures: readonly number[] = degrees.flat().map(Number);
        expect(figures.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 10);
        expect(scaled).toEqual([figures.map((each) => expect.closeTo(each, 10))]);
      }),
    );
  });
});

import fc from "fast-check";

import { obstacleDegrees } from "../../../src/core/methods/obstacle-degree";
import published from "../../published/obstacle_degree_mathmodels.json";
import { weighted } from "./arbitraries";
import { expectPrinted } from "./printed";

/** Half a unit of the last of three significant digits. */
function halfUnit(printed: number): number {
  return 0.5 * 10 ** (Math.floor(Math.log10(printed)) - 2);
}

describe("obstacleDegrees", () => {
  it.each([
    ["equal weights", published.input.weights_equal, published.expected.O_equal],
    ["unequal weights", published.input.weights_alt, published.expected.O_alt],
  ])("gives the published figures with %s, divided by their sum", (_, weights, printedRows) => {
    for (const [i, scores] of published.input.X.entries()) {
      const printed = printedRows[i] ?? [];
      const total = printed.reduce((sum, value) => sum + value, 0);
      const totalError = printed.reduce((sum, value) => sum + halfUnit(value), 0);
      const degrees = obstacleDegrees(scores, weights);
      expect(degrees).toHaveLength(printed.length);
      for (const [j, degree] of degrees.entries()) {
        const figure = printed[j] ?? NaN;
        // What rounding the printed figures to three digits can do to the quotient.
        const tolerance = (halfUnit(figure) + (figure / total) * totalError) / (total - totalError);
        expect(Math.abs(degree - figure / total)).toBeLessThanOrEqual(tolerance);
      }
    }
  });

  it("shares out what is missing by weight and gap", () => {
    expect(obstacleDegrees([0.5, 1, 0], [2, 5, 3])).toEqual([0.25, 0, 0.75]);
  });

  it("is 0 throughout where nothing is missing", () => {
    expect(obstacleDegrees([1, 1], [3, 2])).toEqual([0, 0]);
    expect(obstacleDegrees([], [])).toEqual([]);
  });

  it("sums to 1 and is not changed by scaling the weights or by the order of the indicators", () => {
    fc.assert(
      fc.property(weighted, fc.double({ min: 0.001, max: 1000, noNaN: true }), ({ indices, weights }, factor) => {
        fc.pre(indices.some((score) => score < 1 - 1e-6));
        const degrees = obstacleDegrees(indices, weights);
        expectPrinted(
          degrees.reduce((sum, degree) => sum + degree, 0),
          1,
          12,
        );
        const scaled = weights.map((weight) => weight * factor);
        const turned = obstacleDegrees(indices.toReversed(), weights.toReversed()).toReversed();
        for (const [j, degree] of degrees.entries()) {
          expectPrinted(obstacleDegrees(indices, scaled)[j], degree, 12);
          expectPrinted(turned[j], degree, 12);
        }
      }),
    );
  });
});

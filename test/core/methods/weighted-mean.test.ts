import fc from "fast-check";

import { weightedMean } from "../../../src/core/methods/weighted-mean";
import { weighted } from "./arbitraries";
import { expectPrinted } from "./printed";

describe("weightedMean", () => {
  it("averages what was assessed and says how much of the weight that was", () => {
    expect(weightedMean([1, null, 0.4], [2, 1, 3], 0.5)).toEqual({ mean: (2 * 1 + 3 * 0.4) / 5, availability: 5 / 6 });
  });

  it("has no mean below the minimum, but still an availability", () => {
    expect(weightedMean([1, null, null], [1, 1, 1], 2 / 3)).toEqual({ mean: null, availability: 1 / 3 });
  });

  it("has a mean exactly at the minimum, although thirds do not add up in binary", () => {
    expect(weightedMean([0.5, 0.5, null], [0.1, 0.1, 0.1], 2 / 3).mean).toBe(0.5);
    expect(weightedMean([0.5, 0.5, null], [1, 1, 1], 0.666666666_7).mean).toBe(0.5);
  });

  it("has no mean where nothing was assessed, even with no minimum", () => {
    expect(weightedMean([null, null], [1, 1], 0)).toEqual({ mean: null, availability: 0 });
  });

  it("has neither where there is no weight", () => {
    expect(weightedMean([], [], 0)).toEqual({ mean: null, availability: null });
    expect(weightedMean([0.5], [0], 0)).toEqual({ mean: null, availability: null });
  });

  it("is not changed by scaling the weights or by the order of the items", () => {
    fc.assert(
      fc.property(weighted, fc.double({ min: 0.001, max: 1000, noNaN: true }), ({ indices, weights }, factor) => {
        const mean = weightedMean(indices, weights, 0).mean ?? NaN;
        const scaled = weights.map((weight) => weight * factor);
        expectPrinted(weightedMean(indices, scaled, 0).mean, mean, 12);
        expectPrinted(weightedMean(indices.toReversed(), weights.toReversed(), 0).mean, mean, 12);
        expect(mean).toBeGreaterThanOrEqual(Math.min(...indices) - 1e-12);
        expect(mean).toBeLessThanOrEqual(Math.max(...indices) + 1e-12);
      }),
    );
  });
});

import fc from "fast-check";

import { quantile } from "../../../src/core/methods/quantile";
import { figure } from "./arbitraries";

describe("quantile", () => {
  it("interpolates at position (n − 1)·p, as R's type 7", () => {
    // R: quantile(c(1, 2, 4, 8), c(.05, .25, .5, .95))
    expect([0.05, 0.25, 0.5, 0.95].map((p) => quantile([1, 2, 4, 8], p))).toEqual([
      expect.closeTo(1.15, 12),
      1.75,
      3,
      expect.closeTo(7.4, 12),
    ]);
  });

  it("gives the ends at 0 and 1, and the only value everywhere", () => {
    expect(quantile([1, 2, 4], 0)).toBe(1);
    expect(quantile([1, 2, 4], 1)).toBe(4);
    expect(quantile([7], 0.3)).toBe(7);
  });

  it("is undefined for no values or a p outside [0, 1]", () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([1, 2], -0.1)).toBeNull();
    expect(quantile([7], 1.1)).toBeNull();
    expect(quantile([1, 2], NaN)).toBeNull();
  });

  it("grows with p and stays between the ends", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1 }), share, share, (values, p, q) => {
        const sorted = values.toSorted((a, b) => a - b);
        const low = quantile(sorted, Math.min(p, q)) ?? NaN;
        const high = quantile(sorted, Math.max(p, q)) ?? NaN;
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual(sorted[0] ?? NaN);
        expect(high).toBeLessThanOrEqual((sorted.at(-1) ?? NaN) + 1e-9);
      }),
    );
  });
});

import fc from "fast-check";

import { attainment } from "../../../src/core/methods/attainment";
import published from "../../published/goalposts_cap_COINr.json";
import { figure } from "./arbitraries";
import { expectPrinted } from "./printed";

describe("attainment", () => {
  it("gives the figures published with COINr", () => {
    for (const [i, [value, lower, upper, , direction]] of published.input.cases_x_lo_hi_scale_dir.entries()) {
      const result = attainment(value ?? NaN, lower ?? NaN, upper ?? NaN, direction === -1);
      expectPrinted(result, published.expected.y[i] ?? NaN, published.digits);
    }
  });

  it("is undefined where the upper goalpost is not above the lower", () => {
    expect(attainment(1, 2, 2, false)).toBeNull();
    expect(attainment(1, 3, 2, true)).toBeNull();
  });

  it("is undefined for figures that are not finite", () => {
    expect(attainment(NaN, 0, 1, false)).toBeNull();
    expect(attainment(1, -Infinity, 1, false)).toBeNull();
  });

  it("reads goalposts below zero", () => {
    expect(attainment(-5, -10, 10, false)).toBe(0.25);
  });

  it("reads goalposts further apart than the largest number", () => {
    expect(attainment(0, -1e308, 1e308, false)).toBe(0.5);
    expect(attainment(1.7e308, -1.7e308, 1.7e308, false)).toBe(1);
    expect(attainment(5e307, -1e308, 1e308, true)).toBe(0.25);
  });

  it("lies in [0, 1], and reversing mirrors it", () => {
    fc.assert(
      fc.property(figure, figure, fc.double({ min: 0.01, max: 1e6, noNaN: true }), (value, lower, span) => {
        const straight = attainment(value, lower, lower + span, false) ?? NaN;
        expect(straight).toBeGreaterThanOrEqual(0);
        expect(straight).toBeLessThanOrEqual(1);
        expect(attainment(value, lower, lower + span, true)).toBe(1 - straight);
      }),
    );
  });
});

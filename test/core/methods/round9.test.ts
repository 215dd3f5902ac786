import fc from "fast-check";

import { round9 } from "../../../src/core/methods/round9";
import { figure } from "./arbitraries";

describe("round9", () => {
  it("rounds to nine decimals", () => {
    expect(round9(0.1 + 0.2)).toBe(0.3);
    expect(round9(0.5999999999996)).toBe(0.6);
    expect(round9(0.123456789_4)).toBe(0.123456789);
  });

  it("rounds halves away from zero on both sides", () => {
    expect(round9(0.000000000_5)).toBe(0.000000001);
    expect(round9(-0.000000000_5)).toBe(-0.000000001);
    expect(round9(-2.5e-9)).toBe(-3e-9);
  });

  it("never gives minus zero", () => {
    expect(Object.is(round9(-1e-12), 0)).toBe(true);
    expect(Object.is(round9(-0), 0)).toBe(true);
  });

  it("leaves large numbers as they are", () => {
    expect(round9(123456789012.345)).toBe(123456789012.345);
    expect(round9(-1e300)).toBe(-1e300);
    expect(round9(Infinity)).toBe(Infinity);
    expect(round9(NaN)).toBeNaN();
  });

  it("moves no figure by more than half a unit and keeps their order", () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        expect(Math.abs(round9(a) - a)).toBeLessThanOrEqual(0.6e-9);
        expect(Math.sign(round9(a) - round9(b)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

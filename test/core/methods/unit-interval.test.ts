import { clampToUnit, unitValue, unitValues } from "../../../src/core/methods/unit-interval";

describe("unit interval", () => {
  it("clamps to the nearer bound", () => {
    expect([-2, 0.4, 7].map(clampToUnit)).toEqual([0, 0.4, 1]);
  });

  it("takes a value within 1e-9 of the interval for the bound", () => {
    expect(unitValue(1 + 9e-10)).toBe(1);
    expect(unitValue(-9e-10)).toBe(0);
  });

  it("refuses a value further outside", () => {
    expect([1 + 2e-9, -2e-9, NaN, Infinity].map(unitValue)).toEqual([null, null, null, null]);
  });

  it("refuses a whole row for one value outside", () => {
    expect(unitValues([0.2, 1])).toEqual([0.2, 1]);
    expect(unitValues([0.2, 1.1])).toBeNull();
  });
});

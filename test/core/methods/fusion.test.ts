import { fusion } from "../../../src/core/methods/fusion";

describe("fusion", () => {
  it("is a hundred times the geometric mean of coordination and linkage", () => {
    expect(fusion(0.81, 0.64)).toBeCloseTo(72, 12);
    expect(fusion(1, 1)).toBe(100);
  });

  it("is 0 for balanced wings without ties, and for ties without wings", () => {
    expect(fusion(1, 0)).toBe(0);
    expect(fusion(0, 1)).toBe(0);
  });

  it("is not assessed where either is not, or lies outside [0, 1]", () => {
    expect(fusion(null, 0.5)).toBeNull();
    expect(fusion(0.5, null)).toBeNull();
    expect(fusion(1.1, 0.5)).toBeNull();
    expect(fusion(0.5, -0.1)).toBeNull();
  });
});

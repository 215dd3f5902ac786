import fc from "fast-check";

import { coupling } from "../../../src/core/methods/coupling";
import fourSystems from "../../published/ccd_4system_standard.json";
import threeSystems from "../../published/ccd_3system_mathmodels_wang2021.json";
import twoSystems from "../../published/ccd_formula_comparison.json";
import { index } from "./arbitraries";
import { effectOfRounding, expectPrinted } from "./printed";

const formulas = ["standard", "wang2021"] as const;

describe("coupling", () => {
  it("gives the standard figures published with the R package coupling", () => {
    const standard = (indices: readonly number[]): number | null => coupling(indices, "standard");
    for (const [i, indices] of fourSystems.input.U.entries()) {
      // The source computes from unrounded indices and prints them with seven decimals.
      const fromInputs = effectOfRounding(standard, indices, 7);
      expectPrinted(standard(indices), fourSystems.expected.C[i] ?? NaN, fourSystems.digits, fromInputs);
    }
  });

  it("gives the wang2021 figures published with the R package mathmodels", () => {
    for (const [i, indices] of threeSystems.input.U.entries()) {
      expectPrinted(coupling(indices, "wang2021"), threeSystems.expected.C[i] ?? NaN, threeSystems.digits);
    }
  });

  it.each(twoSystems.expected)("gives both formulas of two systems at $U", ({ U, C_standard, C_wang2021 }) => {
    expectPrinted(coupling(U, "standard"), C_standard, 14);
    expectPrinted(coupling(U, "wang2021"), C_wang2021, 14);
  });

  it("is 0 where every index is 0, and 1 where all are equal", () => {
    for (const formula of formulas) {
      expect(coupling([0, 0, 0], formula)).toBe(0);
      expect(coupling([0.3, 0.3, 0.3], formula)).toBe(1);
      expect(coupling([1e-200, 1e-200], formula)).toBe(1);
    }
  });

  it("is undefined for fewer than two indices or one outside [0, 1]", () => {
    for (const formula of formulas) {
      expect(coupling([], formula)).toBeNull();
      expect(coupling([0.5], formula)).toBeNull();
      expect(coupling([0.5, 1.01], formula)).toBeNull();
      expect(coupling([0.5, NaN], formula)).toBeNull();
    }
  });

  it("clamps an index that misses [0, 1] by rounding", () => {
    expect(coupling([1 + 1e-10, 1], "wang2021")).toBe(1);
    expect(coupling([-1e-10, 1], "standard")).toBe(0);
  });

  it("lies in [0, 1] and does not depend on the order of the subsystems", () => {
    fc.assert(
      fc.property(fc.array(index, { minLength: 2, maxLength: 7 }), fc.constantFrom(...formulas), (indices, formula) => {
        const degree = coupling(indices, formula) ?? NaN;
        expect(degree).toBeGreaterThanOrEqual(0);
        expect(degree).toBeLessThanOrEqual(1);
        expectPrinted(coupling(indices.toReversed(), formula), degree, 12);
      }),
    );
  });
});

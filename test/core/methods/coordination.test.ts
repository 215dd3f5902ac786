import fc from "fast-check";

import { coordination } from "../../../src/core/methods/coordination";
import fourSystems from "../../published/ccd_4system_standard.json";
import threeSystems from "../../published/ccd_3system_mathmodels_wang2021.json";
import twoSystems from "../../published/ccd_formula_comparison.json";
import { weighted } from "./arbitraries";
import { effectOfRounding, expectPrinted } from "./printed";

const formulas = fc.constantFrom("standard" as const, "wang2021" as const);

const letters = [
  ["coupling", "C"],
  ["development", "T"],
  ["coordination", "D"],
] as const;

describe("coordination", () => {
  it("gives C, T and D as published with the R package coupling", () => {
    const { U, weights } = fourSystems.input;
    for (const [i, indices] of U.entries()) {
      for (const [key, letter] of letters) {
        const compute = (values: readonly number[]): number | undefined =>
          coordination(values, weights, "standard")?.[key];
        // The source computes from unrounded indices and prints them with seven decimals.
        const fromInputs = effectOfRounding(compute, indices, 7);
        expectPrinted(compute(indices), fourSystems.expected[letter][i] ?? NaN, fourSystems.digits, fromInputs);
      }
    }
  });

  it("gives C, T and D as published with the R package mathmodels, weights unequal", () => {
    const { U, weights } = threeSystems.input;
    for (const [i, indices] of U.entries()) {
      const result = coordination(indices, weights, "wang2021");
      for (const [key, letter] of letters) {
        expectPrinted(result?.[key], threeSystems.expected[letter][i] ?? NaN, threeSystems.digits);
      }
    }
  });

  it.each(twoSystems.expected)("gives T and D of two systems at $U", ({ U, T, D_standard, D_wang2021 }) => {
    expectPrinted(coordination(U, null, "standard")?.development, T, 14);
    expectPrinted(coordination(U, null, "standard")?.coordination, D_standard, 14);
    expectPrinted(coordination(U, null, "wang2021")?.coordination, D_wang2021, 14);
  });

  it("lets one subsystem carry the development where the other has no weight", () => {
    expect(coordination([0.8, 0.2], [3, 0], "wang2021")?.development).toBe(0.8);
  });

  it("is undefined where the weights do not fit", () => {
    expect(coordination([0.5, 0.5], [1], "standard")).toBeNull();
    expect(coordination([0.5, 0.5], [3, -1], "standard")).toBeNull();
    expect(coordination([0.5, 0.5], [0, 0], "standard")).toBeNull();
    expect(coordination([0.5, 0.5], [1, NaN], "standard")).toBeNull();
    expect(coordination([0.5, 0.5], [1, Infinity], "standard")).toBeNull();
  });

  it("is undefined where the coupling is", () => {
    expect(coordination([0.5], [1], "wang2021")).toBeNull();
    expect(coordination([0.5, 1.2], null, "wang2021")).toBeNull();
  });

  it("lies in [0, 1] and is not changed by scaling the weights or by the order of the subsystems", () => {
    fc.assert(
      fc.property(weighted, formulas, fc.double({ min: 0.001, max: 1000, noNaN: true }), (data, formula, factor) => {
        const degree = coordination(data.indices, data.weights, formula)?.coordination ?? NaN;
        expect(degree).toBeGreaterThanOrEqual(0);
        expect(degree).toBeLessThanOrEqual(1);
        const scaled = data.weights.map((weight) => weight * factor);
        expectPrinted(coordination(data.indices, scaled, formula)?.coordination, degree, 12);
        const turned = coordination(data.indices.toReversed(), data.weights.toReversed(), formula);
        expectPrinted(turned?.coordination, degree, 12);
      }),
    );
  });

  it("with equal weights and the standard formula is the root of the geometric mean", () => {
    fc.assert(
      fc.property(weighted, ({ indices }) => {
        const geometricMean = indices.reduce((product, value) => product * value, 1) ** (1 / indices.length);
        expectPrinted(coordination(indices, null, "standard")?.coordination, Math.sqrt(geometricMean), 9);
      }),
    );
  });
});

import fc from "fast-check";

import { combineWeights } from "../../../src/core/methods/combine-weights";
import means from "../../published/aggregate_means_COINr.json";
import published from "../../published/combine_weights.json";
import { weight } from "./arbitraries";
import { expectAllPrinted, expectPrinted } from "./printed";

const methods = ["linear", "multiplicative", "geometric"] as const;

/** Several sets of weights of as many indicators, and how much each set counts. */
const sets = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 })).chain(([indicators, count]) =>
  fc.record({
    columns: fc.array(fc.array(weight, { minLength: indicators, maxLength: indicators }), {
      minLength: count,
      maxLength: count,
    }),
    importance: fc.array(weight, { minLength: count, maxLength: count }),
  }),
);

describe("combineWeights", () => {
  it("gives the combinations published with the R package mathmodels", () => {
    const { w_subj, w_obj, alpha } = published.input;
    const { linear, multiplicative, geometric } = published.expected;
    const columns = [w_subj, w_obj];
    expectAllPrinted(combineWeights(columns, "linear", [alpha, 1 - alpha]), linear, published.digits);
    expectAllPrinted(combineWeights(columns, "multiplicative"), multiplicative, published.digits);
    expectAllPrinted(combineWeights(columns, "geometric"), geometric, published.digits);
  });

  it("weighs sets in the geometric mean as COINr does", () => {
    // Beside a second indicator that every set gives 1, the ratio of the combined weights is the geometric mean itself.
    const columns = means.input.x.map((value) => [value, 1]);
    for (const [i, importance] of means.input.w_gm.entries()) {
      const [first = NaN, second = NaN] = combineWeights(columns, "geometric", importance) ?? [];
      expectPrinted(first / second, means.expected.gm[i] ?? NaN, 14);
    }
  });

  it("sums to 1 and depends on the order of neither indicators nor sets, nor on the scale of a set or of the importance", () => {
    fc.assert(
      fc.property(sets, fc.constantFrom(...methods), weight, ({ columns, importance }, method, factor) => {
        const found = combineWeights(columns, method, importance) ?? [];
        expectPrinted(
          found.reduce((sum, each) => sum + each, 0),
          1,
          12,
        );
        const indicatorsTurned = columns.map((column) => column.toReversed());
        expectAllPrinted(combineWeights(indicatorsTurned, method, importance)?.toReversed() ?? null, found, 9);
        expectAllPrinted(combineWeights(columns.toReversed(), method, importance.toReversed()), found, 9);
        const scaled = columns.map((column, k) => (k === 0 ? column.map((each) => each * factor) : column));
        const scaledImportance = importance.map((each) => each * factor);
        expectAllPrinted(combineWeights(scaled, method, scaledImportance), found, 9);
      }),
    );
  });

  it("gives back a single set, and what several agree on unless they are multiplied", () => {
    expectAllPrinted(combineWeights([[1, 3]], "multiplicative"), [0.25, 0.75], 12);
    expectAllPrinted(
      combineWeights(
        [
          [1, 3],
          [2, 6],
        ],
        "geometric",
      ),
      [0.25, 0.75],
      12,
    );
    expectAllPrinted(
      combineWeights(
        [
          [1, 3],
          [2, 6],
        ],
        "linear",
      ),
      [0.25, 0.75],
      12,
    );
    expectAllPrinted(
      combineWeights(
        [
          [1, 3],
          [2, 6],
        ],
        "multiplicative",
      ),
      [0.1, 0.9],
      12,
    );
  });

  it("survives products of very small shares", () => {
    const set = [1, 1e-30, 1];
    expectAllPrinted(
      combineWeights(
        Array.from({ length: 20 }, () => set),
        "multiplicative",
      ),
      [0.5, 0, 0.5],
      12,
    );
  });

  it("adds a weight of zero, but does not multiply by it", () => {
    expect(
      combineWeights(
        [
          [0, 1],
          [1, 1],
        ],
        "linear",
      ),
    ).toEqual([0.25, 0.75]);
    expect(
      combineWeights(
        [
          [0, 1],
          [1, 1],
        ],
        "multiplicative",
      ),
    ).toBeNull();
    expect(
      combineWeights(
        [
          [0, 1],
          [1, 1],
        ],
        "geometric",
      ),
    ).toBeNull();
  });

  it("is undefined for sets or an importance that do not fit", () => {
    expect(combineWeights([], "linear")).toBeNull();
    expect(combineWeights([[]], "linear")).toBeNull();
    expect(combineWeights([[1], [1, 2]], "linear")).toBeNull();
    expect(combineWeights([[1, -1]], "linear")).toBeNull();
    expect(combineWeights([[0, 0]], "linear")).toBeNull();
    expect(combineWeights([[NaN]], "linear")).toBeNull();
    expect(combineWeights([[1]], "linear", [1, 1])).toBeNull();
    expect(combineWeights([[1]], "linear", [0])).toBeNull();
    expect(combineWeights([[1]], "linear", [-1])).toBeNull();
  });
});

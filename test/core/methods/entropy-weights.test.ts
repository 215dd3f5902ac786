import fc from "fast-check";

import { entropyWeights, type EntropyScaling } from "../../../src/core/methods/entropy-weights";
import published from "../../published/entropy_4x2_mathmodels.json";
import { matrix } from "./arbitraries";
import { expectAllPrinted, expectPrinted } from "./printed";

const raw: EntropyScaling = { kind: "raw" };

describe("entropyWeights", () => {
  it("gives the weights published with the R package mathmodels", () => {
    const scaling: EntropyScaling = { kind: "minmax", margin: published.input.epsilon };
    const weights = entropyWeights(published.input.X, ["positive", "negative"], scaling);
    expectAllPrinted(weights, published.expected.weights, published.digits);
  });

  it("scales onto [0, 1] and takes all columns as positive, if nothing is said", () => {
    const X = [
      [1, 2],
      [2, 2],
      [4, 9],
    ];
    const weights = entropyWeights(X);
    expect(weights).toEqual(entropyWeights(X, ["positive", "positive"], { kind: "minmax", margin: 0 }));
    expect(weights).not.toEqual(entropyWeights(X, ["positive", "negative"], { kind: "minmax", margin: 0 }));
  });

  it("takes raw figures by their shares, whatever the directions", () => {
    // Shares 1/4, 3/4 and 2/5, 3/5: e = 0.811278 and 0.970951 bits.
    const weights = entropyWeights(
      [
        [1, 2],
        [3, 3],
      ],
      ["negative", "positive"],
      raw,
    );
    expectAllPrinted(weights, [0.188722 / 0.217771, 0.029049 / 0.217771], 5);
  });

  it("gives a constant column no weight, and equal weights where all are constant", () => {
    expect(
      entropyWeights([
        [1, 5],
        [2, 5],
        [4, 5],
      ]),
    ).toEqual([1, 0]);
    expect(
      entropyWeights(
        [
          [1, 0],
          [2, 0],
          [4, 0],
        ],
        undefined,
        raw,
      ),
    ).toEqual([1, 0]);
    expect(
      entropyWeights([
        [3, 5],
        [3, 5],
      ]),
    ).toEqual([0.5, 0.5]);
    expect(entropyWeights([[3, 5, 1, 2]])).toEqual([0.25, 0.25, 0.25, 0.25]);
  });

  it("gives a constant column exactly nothing, however many rows there are", () => {
    for (let rows = 2; rows <= 40; rows += 1) {
      const data = Array.from({ length: rows }, (_, i) => [i, 0.3]);
      expect(entropyWeights(data)).toEqual([1, 0]);
      expect(entropyWeights(data, undefined, raw)).toEqual([1, 0]);
    }
  });

  it("takes a column that differs only by rounding for constant", () => {
    expect(
      entropyWeights([
        [0.1 + 0.2, 1],
        [0.3, 2],
      ]),
    ).toEqual([0, 1]);
  });

  it("takes a given column as it stands", () => {
    const columns = [
      [0.2, 10],
      [0.6, 40],
      [0.2, 20],
    ];
    const scaled = [
      [0.2, 0],
      [0.6, 1],
      [0.2, 1 / 3],
    ];
    expectAllPrinted(entropyWeights(columns, ["given", "positive"]), entropyWeights(scaled, undefined, raw) ?? [], 12);
  });

  it("is undefined for matrices, directions or margins that do not fit", () => {
    expect(entropyWeights([])).toBeNull();
    expect(entropyWeights([[]])).toBeNull();
    expect(entropyWeights([[1, 2], [3]])).toBeNull();
    expect(
      entropyWeights([
        [1, NaN],
        [3, 4],
      ]),
    ).toBeNull();
    expect(
      entropyWeights(
        [
          [1, 2],
          [3, 4],
        ],
        ["positive"],
      ),
    ).toBeNull();
    expect(
      entropyWeights(
        [
          [1, 2],
          [3, 4],
        ],
        undefined,
        { kind: "minmax", margin: 0.5 },
      ),
    ).toBeNull();
    expect(
      entropyWeights(
        [
          [1, 2],
          [3, 4],
        ],
        undefined,
        { kind: "minmax", margin: -0.1 },
      ),
    ).toBeNull();
    expect(
      entropyWeights(
        [
          [1, -2],
          [3, 4],
        ],
        undefined,
        raw,
      ),
    ).toBeNull();
  });

  it("sums to 1 and does not depend on the order of rows or columns, nor on the unit of a column", () => {
    const scalings = fc.constantFrom<EntropyScaling>(
      raw,
      { kind: "minmax", margin: 0 },
      { kind: "minmax", margin: 0.002 },
    );
    fc.assert(
      fc.property(matrix, scalings, fc.constantFrom(0.01, 3, 1000), (rows, scaling, unit) => {
        const weights = entropyWeights(rows, undefined, scaling) ?? [];
        expectPrinted(
          weights.reduce((sum, weight) => sum + weight, 0),
          1,
          12,
        );
        expectAllPrinted(entropyWeights(rows.toReversed(), undefined, scaling), weights, 9);
        const turned = entropyWeights(
          rows.map((row) => row.toReversed()),
          undefined,
          scaling,
        );
        expectAllPrinted(turned?.toReversed() ?? null, weights, 9);
        const converted = rows.map((row) => row.map((value, j) => (j === 0 ? value * unit : value)));
        expectAllPrinted(entropyWeights(converted, undefined, scaling), weights, 9);
      }),
    );
  });
});

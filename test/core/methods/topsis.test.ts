import fc from "fast-check";

import { topsis } from "../../../src/core/methods/topsis";
import extremes from "../../published/topsis_3x2_extremes.json";
import tzeng from "../../published/topsis_tzeng2011.json";
import { matrix, weight } from "./arbitraries";
import { expectAllPrinted } from "./printed";

type TwoDirections = "positive" | "negative";

/** The published files write 1 for a benefit and 0 for a cost. */
function directionsOf(benefit: readonly number[]): TwoDirections[] {
  return benefit.map((each) => (each === 1 ? "positive" : "negative"));
}

/** A decision matrix with a weight and a direction for each of its columns. */
const decision = matrix.chain((rows) => {
  const width = rows[0]?.length ?? 0;
  const each = { minLength: width, maxLength: width };
  return fc.record({
    rows: fc.constant(rows),
    weights: fc.array(weight, each),
    directions: fc.array(fc.constantFrom<TwoDirections>("positive", "negative"), each),
  });
});

describe("topsis", () => {
  it("gives the closeness that Tzeng and Huang print", () => {
    const { X, weights, benefit } = tzeng.input;
    expectAllPrinted(topsis(X, weights, directionsOf(benefit)), tzeng.expected.closeness, tzeng.digits);
  });

  it("gives 0 to what is worst in everything and 1 to what is best, as published", () => {
    const { X, weights, benefit } = extremes.input;
    expectAllPrinted(topsis(X, weights, directionsOf(benefit)), extremes.expected.closeness, extremes.digits);
  });

  it("lies in [0, 1], depends on the order of neither rows nor columns, nor on the scale of weights", () => {
    fc.assert(
      fc.property(decision, fc.constantFrom(0.01, 3, 1000), ({ rows, weights, directions }, factor) => {
        const found = topsis(rows, weights, directions);
        const others = [
          topsis(rows.toReversed(), weights, directions)?.toReversed() ?? null,
          topsis(
            rows.map((row) => row.toReversed()),
            weights.toReversed(),
            directions.toReversed(),
          ),
          topsis(
            rows,
            weights.map((each) => each * factor),
            directions,
          ),
        ];
        for (const other of others) {
          if (found === null) expect(other).toBeNull();
          else expectAllPrinted(other, found, 9);
        }
        for (const closeness of found ?? []) {
          expect(closeness).toBeGreaterThanOrEqual(0);
          expect(closeness).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("ties identical rows", () => {
    fc.assert(
      fc.property(decision, ({ rows, weights, directions }) => {
        const found = topsis([...rows, ...rows.slice(0, 1)], weights, directions);
        expect(found?.at(-1)).toBe(found?.[0]);
      }),
    );
  });

  it("turns round where every direction does", () => {
    fc.assert(
      fc.property(decision, ({ rows, weights, directions }) => {
        const opposite = directions.map((each) =>
          each === "positive" ? ("negative" as const) : ("positive" as const),
        );
        const found = topsis(rows, weights, directions);
        const turned = topsis(rows, weights, opposite)?.map((closeness) => 1 - closeness) ?? null;
        if (found === null) expect(turned).toBeNull();
        else expectAllPrinted(turned, found, 9);
      }),
    );
  });

  it("takes no notice of a constant column or of one without weight", () => {
    const rows = [
      [1, 0.1 + 0.2, 9],
      [2, 0.3, 1],
      [5, 0.3, 4],
    ];
    const alone = topsis(
      rows.map(([first = 0]) => [first]),
      [2],
      ["positive"],
    );
    expect(topsis(rows, [2, 5, 0], ["positive", "positive", "negative"])).toEqual(alone);
  });

  it.each([1e-320, 1e308])("compares figures about %d as it compares others", (size) => {
    expect(
      topsis(
        [
          [size, -size],
          [0, 0],
          [-size, size],
        ],
        [1e308, 1e308],
        ["positive", "negative"],
      ),
    ).toEqual([1, 0.5, 0]);
  });

  it("is undefined where nothing tells the rows apart, and for what does not fit", () => {
    expect(topsis([[3, 4]], [1, 1], ["positive", "positive"])).toBeNull();
    expect(topsis([[1], [2]], [0], ["positive"])).toBeNull();
    expect(topsis([[1], [2]], [-1], ["positive"])).toBeNull();
    expect(topsis([[1], [2]], [1, 1], ["positive"])).toBeNull();
    expect(topsis([[1], [2]], [1], [])).toBeNull();
    expect(topsis([[1], [2, 3]], [1], ["positive"])).toBeNull();
    expect(topsis([], [], [])).toBeNull();
  });
});

import fc from "fast-check";

import type { Direction } from "../../../src/core/methods/normalise";
import { type Normalisation, normaliseColumn } from "../../../src/core/methods/normalise-column";
import published from "../../published/normalise_mathmodels.json";
import { figure } from "./arbitraries";
import { expectPrinted } from "./printed";

const minmax: Normalisation = { kind: "minmax", lower: 0, upper: 1 };
const z: Normalisation = { kind: "z" };

const column = fc.array(fc.option(figure), { minLength: 1, maxLength: 12 });
const anyKind = fc.constantFrom<Normalisation>(
  minmax,
  { kind: "minmax", lower: -5, upper: 20 },
  z,
  { kind: "goalposts", lower: 0, upper: 1000 },
  { kind: "interval", lower: -100, upper: 100 },
  { kind: "interval", lower: 7, upper: 7 },
);
const anyDirection = fc.constantFrom<Direction>("positive", "negative", "given");

function expectColumn(
  actual: readonly (number | null)[] | null,
  printed: readonly (number | null)[],
  decimals: number,
): void {
  expect(actual).toHaveLength(printed.length);
  for (const [i, value] of printed.entries()) {
    if (value === null) expect(actual?.[i]).toBeNull();
    else expectPrinted(actual?.[i], value, decimals);
  }
}

describe("normaliseColumn", () => {
  it("gives the figures published with the R package mathmodels, what is missing staying so", () => {
    const { x } = published.input;
    const { expected, digits } = published;
    expectColumn(normaliseColumn(x, z, "positive"), expected.zscore, digits);
    expectColumn(normaliseColumn(x, minmax, "positive"), expected.minmax, digits);
    const margins: Normalisation = { kind: "minmax", lower: 0.002, upper: 0.996 };
    expectColumn(normaliseColumn(x, margins, "negative"), expected.minmax_neg_002_996, digits);
    const best: Normalisation = { kind: "interval", lower: 7, upper: 7 };
    expectColumn(normaliseColumn([6, 7, 8, 9], best, "positive"), expected.centred_PH_6to9_at7, digits);
  });

  it("is 1 inside the best interval and falls on both sides to the value furthest from it", () => {
    expect(normaliseColumn([5, 10, 12, 20, 30], { kind: "interval", lower: 10, upper: 20 }, "positive")).toEqual([
      0.5, 1, 1, 1, 0,
    ]);
    expect(normaliseColumn([10, null, 12], { kind: "interval", lower: 10, upper: 20 }, "negative")).toEqual([
      1,
      null,
      1,
    ]);
  });

  it("cuts off outside fixed goalposts, and turns a negative column round", () => {
    const goalposts: Normalisation = { kind: "goalposts", lower: 0, upper: 10 };
    expect(normaliseColumn([1, 11, -1], goalposts, "positive")).toEqual([0.1, 1, 0]);
    expect(normaliseColumn([1, 11, -1], goalposts, "negative")).toEqual([0.9, 0, 1]);
  });

  it("gives a constant column its lower end by minmax and zeros by z", () => {
    expect(normaliseColumn([3, 3], { kind: "minmax", lower: 2, upper: 4 }, "positive")).toEqual([2, 2]);
    expect(normaliseColumn([3, 3], z, "negative")).toEqual([0, 0]);
    expect(normaliseColumn([3], z, "positive")).toEqual([0]);
    expect(normaliseColumn([null, null], z, "positive")).toEqual([null, null]);
  });

  it("refuses ends that contradict each other, whatever the column holds", () => {
    expect(normaliseColumn([], { kind: "minmax", lower: 1, upper: 1 }, "given")).toBeNull();
    expect(normaliseColumn([1], { kind: "goalposts", lower: 2, upper: 1 }, "positive")).toBeNull();
    expect(normaliseColumn([1], { kind: "interval", lower: 2, upper: 1 }, "positive")).toBeNull();
  });

  it.each([1e-320, 1e308])("scales figures about %d as it scales others", (size) => {
    const figures = [-size, 0, size];
    expect(normaliseColumn(figures, minmax, "positive")).toEqual([0, 0.5, 1]);
    expect(normaliseColumn(figures, z, "negative")).toEqual([1, 0, -1]);
    expect(normaliseColumn(figures, { kind: "interval", lower: -size, upper: -size }, "positive")).toEqual([1, 0.5, 0]);
  });

  it("does not depend on the order of the figures, and missing ones change nothing", () => {
    fc.assert(
      fc.property(column, anyKind, anyDirection, (values, kind, direction) => {
        const found = normaliseColumn(values, kind, direction) ?? [];
        expectColumn(normaliseColumn(values.toReversed(), kind, direction)?.toReversed() ?? null, found, 9);
        const present = values.filter((value) => value !== null);
        expect(normaliseColumn(present, kind, direction)).toEqual(found.filter((value) => value !== null));
      }),
    );
  });

  it("keeps order for a positive column, turns it for a negative one, and stays between the ends", () => {
    const ends = fc.tuple(figure, figure).filter(([a, b]) => a < b);
    fc.assert(
      fc.property(fc.array(figure, { minLength: 2, maxLength: 12 }), ends, (values, [lower, upper]) => {
        const by: Normalisation = { kind: "minmax", lower, upper };
        const up = normaliseColumn(values, by, "positive") ?? [];
        const down = normaliseColumn(values, by, "negative") ?? [];
        const slack = 1e-9 * Math.max(1, Math.abs(lower), Math.abs(upper));
        for (const [i, value] of values.entries()) {
          for (const [j, other] of values.entries()) {
            if (value >= other) continue;
            expect(up[i] ?? NaN).toBeLessThanOrEqual((up[j] ?? NaN) + slack);
            expect(down[i] ?? NaN).toBeGreaterThanOrEqual((down[j] ?? NaN) - slack);
          }
          expect(up[i] ?? NaN).toBeGreaterThanOrEqual(lower - slack);
          expect(up[i] ?? NaN).toBeLessThanOrEqual(upper + slack);
        }
      }),
    );
  });
});

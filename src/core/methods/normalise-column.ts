import { attainment } from "./attainment";
import { type Direction, extent, isConstant, minMax, ofOrdinarySize } from "./normalise";
import { mean, standardDeviation } from "./statistics";

/**
 * How a column is put on a common scale. `minmax`: onto [lower, upper] between its own least and largest value. `z`: standard scores.
 * `goalposts`: onto [0, 1] between fixed goalposts, cut off outside. `interval`: 1 for what lies in the best interval lower…upper,
 * falling to 0 for the value furthest from it; where both ends are one, that is the best value (居中型).
 */
export type Normalisation =
  | { readonly kind: "minmax" | "goalposts" | "interval"; readonly lower: number; readonly upper: number }
  | { readonly kind: "z" };

/**
 * A column of figures on a common scale; `null` is missing, stays missing and plays no part in the others' scale. A `negative`
 * column is turned round (of `z` the sign), a `given` one comes back as it is; for `interval` only `given` makes a difference. A
 * constant column gives the lower end by `minmax` and zeros by `z`; where nothing lies outside the best interval, all are 1.
 *
 * `null` instead of a column where the ends contradict each other: upper ≤ lower, for `interval` upper < lower.
 *
 * Source: figures printed by R package mathmodels (`rescale`, `standardize`, `rescale_middle`, `rescale_interval`); z by the sample
 * standard deviation; goalposts as attainment (docs/methodology.md §4).
 */
export function normaliseColumn(
  column: readonly (number | null)[],
  by: Normalisation,
  direction: Direction,
): (number | null)[] | null {
  const contradictory = by.kind !== "z" && (by.kind === "interval" ? by.upper < by.lower : by.upper <= by.lower);
  if (contradictory) return null;
  const scaled = scaledBy(
    by,
    direction,
    column.filter((value) => value !== null),
  );
  let next = 0;
  return column.map((value) => (value === null ? null : (scaled[next++] ?? null)));
}

function scaledBy(by: Normalisation, direction: Direction, values: readonly number[]): readonly (number | null)[] {
  if (direction === "given") return values;
  switch (by.kind) {
    case "minmax":
      return minMax(values, direction).map((share) => by.lower * (1 - share) + by.upper * share);
    case "z":
      return standardScores(values, direction === "negative" ? -1 : 1);
    case "goalposts":
      return values.map((value) => attainment(value, by.lower, by.upper, direction === "negative"));
    case "interval":
      return closenessTo(by, values);
  }
}

function standardScores(values: readonly number[], sign: number): number[] {
  const sized = ofOrdinarySize(values);
  const centre = mean(sized) ?? 0;
  const spread = isConstant(sized) ? null : standardDeviation(sized);
  // Adding zero keeps −0 out of cells.
  return sized.map((value) => (spread === null ? 0 : (sign * (value - centre)) / spread + 0));
}

function closenessTo(best: { readonly lower: number; readonly upper: number }, values: readonly number[]): number[] {
  const [lower = 0, upper = 0, ...sized] = ofOrdinarySize([best.lower, best.upper, ...values]);
  const distances = sized.map((value) => Math.max(lower - value, value - upper, 0));
  const furthest = extent(distances).most;
  return distances.map((distance) => (furthest > 0 ? 1 - distance / furthest : 1));
}

import { extent, shares } from "./normalise";

/** How weights of several origins become one: weighted mean, product, or weighted geometric mean. */
export type WeightCombination = "linear" | "multiplicative" | "geometric";

/**
 * Combined weights (组合赋权) of n indicators, summing to 1, from `columns`: k lists of n weights each, of which only the ratios count
 * (every list is divided by its sum). `linear` is the mean Σ α_k·w_k, `multiplicative` the product Π w_k, `geometric` the mean
 * Π w_k^α_k; the last two are then divided by their sum. `importance` holds one α per list, not negative, of which only the
 * ratios count, equal if not given; it plays no part in `multiplicative`.
 *
 * `null` for no list, an empty one or lists of different length; a weight that is negative or not finite; a list that is all zero; a
 * weight of zero where weights are multiplied (one list must not silence what the others say); or an importance that does not fit.
 *
 * Source: figures printed by R package mathmodels (`combine_weights`, whose `game` is the geometric mean), which refuses zeros in
 * products, as R package COINr does in geometric means.
 */
export function combineWeights(
  columns: readonly (readonly number[])[],
  method: WeightCombination,
  importance?: readonly number[],
): number[] | null {
  const count = columns[0]?.length ?? 0;
  const least = method === "linear" ? 0 : Number.MIN_VALUE;
  if (count === 0 || columns.some((column) => column.length !== count || !areWeights(column, least))) return null;
  const given = importance ?? columns.map(() => 1);
  if (given.length !== columns.length || !areWeights(given, 0)) return null;
  const scaled = columns.map(shares);
  const alphas = shares(given);
  switch (method) {
    case "linear":
      return combined(scaled, alphas, (weight) => weight);
    case "multiplicative":
      return exponentials(
        combined(
          scaled,
          alphas.map(() => 1),
          Math.log,
        ),
      );
    case "geometric":
      return exponentials(combined(scaled, alphas, Math.log));
  }
}

/** Numbers that are none below `least` and not all zero. */
function areWeights(values: readonly number[], least: number): boolean {
  return values.every((value) => value >= least && Number.isFinite(value)) && values.some((value) => value > 0);
}

/** Σ_k α_k·f(w_k), indicator by indicator. */
function combined(
  columns: readonly (readonly number[])[],
  alphas: readonly number[],
  f: (weight: number) => number,
): number[] {
  return (columns[0] ?? []).map((_, i) =>
    columns.reduce((sum, column, k) => sum + (alphas[k] ?? 0) * f(column[i] ?? 0), 0),
  );
}

/** Shares of what the logarithms stand for; the largest is taken out first, so that a product of many does not vanish. */
function exponentials(logarithms: readonly number[]): number[] {
  const { most } = extent(logarithms);
  return shares(logarithms.map((logarithm) => Math.exp(logarithm - most)));
}

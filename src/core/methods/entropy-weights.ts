import { columnsOf, isConstant, minMax, shares, type Direction } from "./normalise";

/**
 * How columns are prepared before their entropy is taken. `raw`: the figures as they are, directions play no part (no
 * figure may be negative). `minmax`: scaled onto [margin, 1 − margin]; a small margin (0.002) keeps zeros out of the
 * logarithm, 0 scales onto [0, 1] with 0·ln 0 = 0.
 */
export type EntropyScaling = { readonly kind: "raw" } | { readonly kind: "minmax"; readonly margin: number };

/**
 * Entropy weights (熵权法) of the columns of `matrix` (a row per object, a column per indicator): the more a column tells
 * the objects apart, the more weight. With p_ij = x_ij ÷ Σ_i x_ij and e_j = −Σ p ln p ÷ ln m, the weights are
 * (1 − e_j) ÷ Σ(1 − e). They sum to 1, in the order of the columns.
 *
 * `directions` are one per column, all `positive` if not given. Constant columns get weight 0; where all are constant the
 * weights are equal. `null` for an empty or ragged matrix, a value that is not finite, directions that are not as many as
 * the columns, a margin outside [0, 0.5), or a negative value in a column that is not scaled.
 *
 * Source: C. E. Shannon (1948); as a weighting method e.g. M. Zeleny (1982), Multiple Criteria Decision Making; figures
 * printed by R package mathmodels (`entropy_weight`), whose margin is 0.002.
 */
export function entropyWeights(
  matrix: readonly (readonly number[])[],
  directions?: readonly Direction[],
  scaling: EntropyScaling = { kind: "minmax", margin: 0 },
): number[] | null {
  const columns = columnsOf(matrix);
  if (columns === null || (directions !== undefined && directions.length !== columns.length)) return null;
  const margin = scaling.kind === "minmax" ? scaling.margin : 0;
  if (!(margin >= 0 && margin < 0.5)) return null;

  const divergences: number[] = [];
  for (const [j, column] of columns.entries()) {
    const direction = scaling.kind === "raw" ? "given" : (directions?.[j] ?? "positive");
    const scaled = minMax(column, direction);
    if (scaled.some((value) => value < 0)) return null;
    const lifted = direction === "given" ? scaled : scaled.map((value) => margin + (1 - 2 * margin) * value);
    divergences.push(isConstant(column) ? 0 : divergence(lifted));
  }
  return shares(divergences);
}

/** 1 − e of one column that is not constant; not negative. */
function divergence(values: readonly number[]): number {
  let entropy = 0;
  for (const share of shares(values)) {
    if (share > 0) entropy -= share * Math.log(share);
  }
  return Math.max(0, 1 - entropy / Math.log(values.length));
}

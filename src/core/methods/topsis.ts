import { type Direction, columnsOf, extent, isConstant, ofOrdinarySize } from "./normalise";

/**
 * Closeness of alternatives to the ideal by TOPSIS (优劣解距离法), one per row of `matrix` (a row per alternative, a column per
 * criterion), each in [0, 1]: 1 for an alternative that is best in everything, 0 for one that is worst. Columns are divided by their
 * Euclidean length and multiplied by their weight; the ideal takes the best of every column, the anti-ideal the worst, and closeness
 * is d⁻ ÷ (d⁺ + d⁻) of the Euclidean distances to them.
 *
 * `weights` (not negative) and `directions` are one per column. Weights are taken as given; closeness depends on their ratios only.
 * `null` where no column of positive weight tells the rows apart, and for an empty or ragged matrix, a value that is not finite, or
 * weights or directions that do not fit.
 *
 * Source: C. L. Hwang, K. Yoon (1981), Multiple Attribute Decision Making; vector normalisation as in G. H. Tzeng, J. J. Huang
 * (2011), Multiple Attribute Decision Making: Methods and Applications.
 */
export function topsis(
  matrix: readonly (readonly number[])[],
  weights: readonly number[],
  directions: readonly Exclude<Direction, "given">[],
): number[] | null {
  const columns = columnsOf(matrix);
  if (columns === null || weights.length !== columns.length || directions.length !== columns.length) return null;
  if (!weights.every((weight) => weight >= 0 && Number.isFinite(weight))) return null;
  const telling = columns.flatMap((column, j) => {
    const weight = weights[j] ?? 0;
    return isConstant(column) || weight === 0
      ? []
      : [{ column: ofOrdinarySize(column), weight, direction: directions[j] }];
  });
  const sizedWeights = ofOrdinarySize(telling.map(({ weight }) => weight));
  const criteria = telling.map(({ column, direction }, k) => {
    const scale = (sizedWeights[k] ?? 0) / euclideanLength(column);
    const values = column.map((value) => value * scale);
    const { least, most } = extent(values);
    return direction === "positive" ? { values, best: most, worst: least } : { values, best: least, worst: most };
  });
  if (criteria.length === 0) return null;
  return matrix.map((_, i) => {
    const toBest = euclideanLength(criteria.map(({ values, best }) => (values[i] ?? 0) - best));
    const toWorst = euclideanLength(criteria.map(({ values, worst }) => (values[i] ?? 0) - worst));
    return toWorst / (toBest + toWorst);
  });
}

/** √Σx². */
function euclideanLength(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0));
}

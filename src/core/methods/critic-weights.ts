import { columnsOf, isConstant, minMax, shares, type Direction } from "./normalise";
import { mean, standardDeviation } from "./statistics";
import { unitValues } from "./unit-interval";

/** Conflict (Σ(1 − r)) at or below this is rounding: the columns say the same. */
const noConflict = 1e-12;

/**
 * CRITIC weights of the columns of `matrix` (a row per object, a column per indicator): a column weighs by its contrast
 * and by its conflict with the others. On min–max scaled columns C_j = sd_j · Σ_k(1 − r_jk), with the sample standard
 * deviation and Pearson's r; the weights C_j ÷ ΣC sum to 1, in the order of the columns.
 *
 * A matrix whose columns, constant ones aside, all lie within [0, 1] is on a common scale already and is not scaled again: scores between fixed
 * goalposts would otherwise count the more, the less they differ.
 *
 * `directions` are one per column, all `positive` if not given; `given` marks a column that is taken as it is in any matrix.
 * Constant columns get weight 0 and take no part in the others' conflict; where all are constant
 * the weights are equal, and so they are among the others where these do not conflict at all. `null` for an empty or
 * ragged matrix, a value that is not finite, or directions that are not as many as the columns.
 *
 * Source: D. Diakoulaki, G. Mavrotas, L. Papayannakis (1995), Determining objective weights in multiple criteria problems:
 * the CRITIC method, Computers & Operations Research 22(7), 763–770.
 */
export function criticWeights(
  matrix: readonly (readonly number[])[],
  directions?: readonly Direction[],
): number[] | null {
  const columns = columnsOf(matrix);
  if (columns === null || (directions !== undefined && directions.length !== columns.length)) return null;
  const scaled = columns.every((column) => isConstant(column) || unitValues(column) !== null);
  const scores = columns.map((column, j) => {
    const scale = scaled ? reflected : minMax;
    return isConstant(column) ? null : standardScores(scale(column, directions?.[j] ?? "positive"));
  });
  const information = scores.map((one) => {
    if (one === null) return 0;
    const conflict = scores.reduce((sum, other) => (other === null ? sum : sum + 1 - r(one, other)), 0);
    return conflict > noConflict ? one.spread * conflict : 0;
  });
  if (information.some((value) => value > 0)) return shares(information);
  const allConstant = scores.every((score) => score === null);
  return shares(scores.map((score) => (score === null && !allConstant ? 0 : 1)));
}

/** A column of scores in [0, 1], each one less itself where less is better. */
function reflected(values: readonly number[], direction: Direction): readonly number[] {
  return direction === "negative" ? values.map((value) => 1 - value) : values;
}

interface StandardScores {
  /** Sample standard deviation of the column. */
  readonly spread: number;
  /** (x − mean) ÷ √Σ(x − mean)²: the sum of products of two columns of these is their correlation. */
  readonly units: readonly number[];
}

function standardScores(values: readonly number[]): StandardScores | null {
  const centre = mean(values);
  const spread = standardDeviation(values);
  if (centre === null || spread === null) return null;
  const length = spread * Math.sqrt(values.length - 1);
  return { spread, units: values.map((value) => (value - centre) / length) };
}

/** Pearson's correlation coefficient. */
function r(one: StandardScores, other: StandardScores): number {
  return one.units.reduce((sum, unit, i) => sum + unit * (other.units[i] ?? 0), 0);
}

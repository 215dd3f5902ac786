import { round9 } from "./round9";
import { shares } from "./normalise";

/** A positive reciprocal matrix of pairwise comparisons (判断矩阵): row i, column j says how much i outweighs j. */
export type ComparisonMatrix = readonly (readonly number[])[];

/** How weights are taken from the matrix: principal eigenvector (特征向量法), 根法 or 和法. */
export type AhpMethod = "eigenvector" | "geometric" | "columns";

/** Why a matrix is no comparison matrix; `row` and `column` (zero-based) name the first entry at fault. */
export type AhpFault =
  | { readonly code: "empty" | "tooLarge" }
  | { readonly code: "notSquare"; readonly row: number }
  | {
      readonly code: "notPositive" | "diagonalNotOne" | "notReciprocal";
      readonly row: number;
      readonly column: number;
    };

/** The weights, or why there are none. */
export type AhpWeights =
  | { readonly kind: "weights"; readonly weights: readonly number[] }
  | { readonly kind: "fault"; readonly fault: AhpFault };

/** How far a matrix contradicts itself. */
export interface AhpConsistency {
  readonly kind: "consistency";
  /** λmax: n where the matrix is fully consistent. */
  readonly lambdaMax: number;
  /** CI = (λmax − n) ÷ (n − 1), not below 0. */
  readonly consistencyIndex: number;
  /** RI: the mean CI of random matrices of that size. */
  readonly randomIndex: number;
  /** CR = CI ÷ RI; 0 for n ≤ 2. */
  readonly consistencyRatio: number;
  /** CR < 0.1: the comparisons may be used. Otherwise they should be reconsidered. */
  readonly acceptable: boolean;
}

/** RI for n = 1…15 (docs/methodology.md §5). */
const randomIndices = [0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];

/**
 * Reciprocal entries may miss a_ij·a_ji = 1 by this much: 1/3 typed as 0.33 or 1/8 as 0.13 is meant as the reciprocal,
 * while the nearest wrong step of the 1–9 scale (1/9 against 8) misses by 0.11.
 */
const reciprocalTolerance = 0.05;

const acceptableRatio = 0.1;

/**
 * Weights of n criteria from their pairwise comparisons; they are positive and sum to 1. `columns` averages the
 * normalised columns, `geometric` normalises the rows' geometric means, `eigenvector` is the principal right eigenvector.
 * On a fully consistent matrix all three agree.
 *
 * The matrix is square, positive, with ones on the diagonal and reciprocal entries across it (to within 0.05); else the
 * fault is returned.
 *
 * Source: T. L. Saaty (1980), The Analytic Hierarchy Process; 和法 and 根法 as in 姜启源, 数学模型.
 */
export function ahpWeights(matrix: ComparisonMatrix, method: AhpMethod = "eigenvector"): AhpWeights {
  const fault = faultOf(matrix);
  return fault === null ? { kind: "weights", weights: weightsBy(method, matrix) } : { kind: "fault", fault };
}

/**
 * Consistency of pairwise comparisons. λmax is the mean of (A·w)_i ÷ w_i for the weights w of `method`, which for the
 * eigenvector is the principal eigenvalue. Faults as for `ahpWeights`; besides, n is at most 15, as far as RI is known.
 *
 * Source: T. L. Saaty (1980); CR ≥ 0.1 asks for reconsideration.
 */
export function ahpConsistency(
  matrix: ComparisonMatrix,
  method: AhpMethod = "eigenvector",
): AhpConsistency | { readonly kind: "fault"; readonly fault: AhpFault } {
  const fault = faultOf(matrix);
  if (fault !== null) return { kind: "fault", fault };
  const n = matrix.length;
  const randomIndex = randomIndices[n - 1];
  if (randomIndex === undefined) return { kind: "fault", fault: { code: "tooLarge" } };
  const weights = weightsBy(method, matrix);
  const lambdaMax = times(matrix, weights).reduce((sum, product, i) => sum + product / (weights[i] ?? 1), 0) / n;
  const consistencyIndex = n === 1 ? 0 : Math.max(0, (lambdaMax - n) / (n - 1));
  const consistencyRatio = randomIndex === 0 ? 0 : consistencyIndex / randomIndex;
  return {
    kind: "consistency",
    lambdaMax,
    consistencyIndex,
    randomIndex,
    consistencyRatio,
    acceptable: round9(consistencyRatio) < acceptableRatio,
  };
}

function faultOf(matrix: ComparisonMatrix): AhpFault | null {
  const n = matrix.length;
  if (n === 0) return { code: "empty" };
  const uneven = matrix.findIndex((row) => row.length !== n);
  if (uneven >= 0) return { code: "notSquare", row: uneven };
  for (const [i, row] of matrix.entries()) {
    for (const [j, value] of row.entries()) {
      if (!(value > 0 && Number.isFinite(value))) return { code: "notPositive", row: i, column: j };
    }
  }
  for (const [i, row] of matrix.entries()) {
    for (const [j, value] of row.entries()) {
      if (i === j && round9(value) !== 1) return { code: "diagonalNotOne", row: i, column: j };
      const product = value * (matrix[j]?.[i] ?? 0);
      if (Math.abs(product - 1) > reciprocalTolerance) return { code: "notReciprocal", row: i, column: j };
    }
  }
  return null;
}

function weightsBy(method: AhpMethod, matrix: ComparisonMatrix): number[] {
  switch (method) {
    case "eigenvector":
      return principalEigenvector(matrix);
    case "geometric":
      return shares(matrix.map((row) => row.reduce((product, value) => product * value ** (1 / row.length), 1)));
    case "columns":
      return columnMeans(matrix);
  }
}

function columnMeans(matrix: ComparisonMatrix): number[] {
  const totals = matrix.map((_, j) => matrix.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  return shares(matrix.map((row) => row.reduce((sum, value, j) => sum + value / (totals[j] ?? 1), 0)));
}

/**
 * Power iteration from the columns' means, until a step changes no weight by more than rounding does. A positive matrix
 * has one largest eigenvalue with a positive vector (Perron), so it converges; the bound on steps is a safeguard.
 */
function principalEigenvector(matrix: ComparisonMatrix): number[] {
  let weights = columnMeans(matrix);
  for (let step = 0; step < 10_000; step += 1) {
    const next = shares(times(matrix, weights));
    const change = Math.max(...next.map((weight, i) => Math.abs(weight - (weights[i] ?? 0)) / weight));
    weights = next;
    if (change <= 2 * Number.EPSILON) break;
  }
  return weights;
}

function times(matrix: ComparisonMatrix, vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, value, j) => sum + value * (vector[j] ?? 0), 0));
}

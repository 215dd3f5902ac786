import { coupling, type CouplingFormula } from "./coupling";
import { clampToUnit, unitValues } from "./unit-interval";

/** C, T and D of one branch; each 0–1. */
export interface Coordination {
  /** Coupling degree (耦合度) C: how even the subsystems are. */
  readonly coupling: number;
  /** Development index (综合发展指数) T: how high they stand. */
  readonly development: number;
  /** Coordination degree (协调度) D: both at once. */
  readonly coordination: number;
}

/**
 * Coupling coordination degree of two or more subsystem indices: T = Σ α_k u_k with the weights α normalised to sum 1,
 * C by `formula`, D = √(C·T). `weights` `null` means equal weights; only their ratios matter.
 *
 * `null` where C is undefined (see `coupling`), or where the weights are not as many as the indices, one is negative or
 * not finite, or all are zero.
 *
 * Source: as for `coupling`.
 */
export function coordination(
  indices: readonly number[],
  weights: readonly number[] | null,
  formula: CouplingFormula,
): Coordination | null {
  const couplingDegree = coupling(indices, formula);
  const values = unitValues(indices);
  const alphas = weights ?? indices.map(() => 1);
  const total = alphas.reduce((sum, alpha) => sum + alpha, 0);
  if (couplingDegree === null || values === null || alphas.length !== values.length) return null;
  if (alphas.some((alpha) => alpha < 0) || !Number.isFinite(total) || total === 0) return null;
  const development = clampToUnit(values.reduce((sum, value, k) => sum + ((alphas[k] ?? 0) / total) * value, 0));
  return { coupling: couplingDegree, development, coordination: Math.sqrt(couplingDegree * development) };
}

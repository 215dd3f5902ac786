import { round9 } from "./round9";

/** A weighted mean over what could be assessed, and how much of the weight that was. */
export interface AvailableMean {
  /** Σ w·s ÷ Σ w over the assessed items; `null` where availability is below the minimum or undefined. */
  readonly mean: number | null;
  /** Availability (可评率): Σ w assessed ÷ Σ w, 0–1; `null` where there is no weight at all. */
  readonly availability: number | null;
}

/**
 * Weighted mean of scores of which some may be missing (`null`, 未评). Below `minimumAvailability` (compared on nine
 * decimals) there is no mean: too little was assessed to speak for the whole.
 *
 * `weights` are as many as `scores`, finite and not negative; only their ratios matter. Items that do not apply
 * (不适用) are left out by the caller.
 *
 * Source: subsystem index of docs/methodology.md §5; the availability threshold as in COINr (`Aggregate`, `dat_thresh`).
 */
export function weightedMean(
  scores: readonly (number | null)[],
  weights: readonly number[],
  minimumAvailability: number,
): AvailableMean {
  let total = 0;
  let assessed = 0;
  let sum = 0;
  for (const [j, score] of scores.entries()) {
    const weight = weights[j] ?? 0;
    total += weight;
    if (score === null) continue;
    assessed += weight;
    sum += weight * score;
  }
  if (total === 0) return { mean: null, availability: null };
  const availability = assessed / total;
  const enough = assessed > 0 && round9(availability) >= round9(minimumAvailability);
  return { mean: enough ? sum / assessed : null, availability };
}

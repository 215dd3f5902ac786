import { quantile } from "./quantile";
import { mulberry32 } from "./random";
import { competitionRanks } from "./rank";

/** Where the ranks of one object lie under redrawn weights. */
export interface RankInterval {
  readonly median: number;
  /** 5 % quantile, type 7. */
  readonly low: number;
  /** 95 % quantile, type 7. */
  readonly high: number;
}

/** How often weights are redrawn, and how far. */
export interface Draws {
  /** a: a factor is uniform in [1 − a, 1 + a); 0 ≤ a < 1. */
  readonly spread: number;
  /** Number of draws, 1 or more. */
  readonly draws: number;
  /** Seed of mulberry32. */
  readonly seed: number;
}

/** One factor per indicator, in order, each uniform in [1 − spread, 1 + spread): one call of the generator for each. */
export function weightFactors(count: number, spread: number, next: () => number): number[] {
  return Array.from({ length: count }, () => 1 - spread + 2 * spread * next());
}

/** The interval of the ranks of one object, in any order; `null` for none. */
export function rankInterval(ranks: readonly number[]): RankInterval | null {
  const sorted = Array.from(Float64Array.from(ranks).sort());
  const median = quantile(sorted, 0.5);
  const low = quantile(sorted, 0.05);
  const high = quantile(sorted, 0.95);
  return median === null || low === null || high === null ? null : { median, low, high };
}

/**
 * Ranks of objects by their weighted mean score, under weights that are redrawn: `scores` has a row per object, a column per
 * indicator, `null` for missing; a mean is taken over the scores present. Per draw every weight is multiplied by its factor; ranks are
 * 1, 2, 2, 4 on nine decimals, the largest mean first. `top` of the result is the share of draws in which the rank is `top` or
 * better. `null` for a row without any score of positive weight: it takes no rank. Same draws, same result, on every platform.
 *
 * Source: docs/methodology.md §6 and §C.4, with the weighted mean in place of F; after M. Saisana, A. Saltelli, S. Tarantola (2005),
 * Uncertainty and sensitivity analysis techniques as tools for the quality assessment of composite indicators, JRSS A 168(2), 307–323.
 */
export function rankIntervals(
  scores: readonly (readonly (number | null)[])[],
  weights: readonly number[],
  { spread, draws, seed }: Draws,
  top: number,
): ((RankInterval & { readonly top: number }) | null)[] {
  const next = mulberry32(seed);
  const present = scores.map((row) =>
    row.flatMap((score, indicator) => (score === null ? [] : [{ indicator, score }])),
  );
  const ranks = scores.map((): number[] => []);
  for (let draw = 0; draw < draws; draw += 1) {
    const factors = weightFactors(weights.length, spread, next);
    const drawn = weights.map((weight, j) => weight * (factors[j] ?? 1));
    const means = present.map((terms) => meanOf(terms, drawn));
    for (const [i, rank] of competitionRanks(means, "descending").entries()) {
      if (rank !== null) ranks[i]?.push(rank);
    }
  }
  return ranks.map((all) => {
    const interval = rankInterval(all);
    return interval === null ? null : { ...interval, top: all.filter((rank) => rank <= top).length / draws };
  });
}

/** A score that is present, and whose it is. */
interface Term {
  readonly indicator: number;
  readonly score: number;
}

/** Weighted mean of the terms; `null` where they have no weight. */
function meanOf(terms: readonly Term[], weights: readonly number[]): number | null {
  let [sum, total] = [0, 0];
  for (const { indicator, score } of terms) {
    const weight = weights[indicator] ?? 0;
    sum += weight * score;
    total += weight;
  }
  return total > 0 ? sum / total : null;
}

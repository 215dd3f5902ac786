/**
 * Obstacle degrees (障碍度) O_j = w_j(1 − s_j) ÷ Σ w(1 − s): the share of each indicator in what keeps a branch from
 * full attainment, in the order given. They sum to 1; all are 0 where nothing is missing.
 *
 * `scores` are the attainments (0–1) of the assessed, applicable indicators, `weights` their 分值: as many, finite and not
 * negative; only their ratios matter.
 *
 * Source: 障碍度模型 as in R package mathmodels (system evaluation), which prints w(1 − s) without the division.
 */
export function obstacleDegrees(scores: readonly number[], weights: readonly number[]): number[] {
  const gaps = scores.map((score, j) => (weights[j] ?? 0) * (1 - score));
  const total = gaps.reduce((sum, gap) => sum + gap, 0);
  return gaps.map((gap) => (total > 0 ? gap / total : 0));
}

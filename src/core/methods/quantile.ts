/**
 * Quantile of type 7 (linear interpolation between order statistics, at position (n − 1)·p), as Excel's PERCENTILE.INC
 * and R's default.
 *
 * `sorted` is in ascending order, `p` in [0, 1]. `null` for no values or a `p` outside.
 *
 * Source: R. J. Hyndman, Y. Fan (1996), Sample quantiles in statistical packages, The American Statistician 50(4), 361–365.
 */
export function quantile(sorted: readonly number[], p: number): number | null {
  if (!(p >= 0 && p <= 1)) return null;
  const position = (sorted.length - 1) * p;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (position - Math.floor(position));
}

/**
 * How far one task was synchronous (三同步, methodology §4): of its stages with both dates, the share whose dates differ by at most
 * `window` days, 0–1. Each stage is the day of the one side and of the other, `null` where it has none; `null` where no stage has both.
 */
export function synchronousShare(
  stages: readonly (readonly [number | null, number | null])[],
  window: number,
): number | null {
  let dated = 0;
  let together = 0;
  for (const [one, other] of stages) {
    if (one === null || other === null) continue;
    dated++;
    if (Math.abs(one - other) <= window) together++;
  }
  return dated === 0 ? null : together / dated;
}

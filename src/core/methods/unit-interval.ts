/** Figures that miss [0, 1] by no more than this, as sums of shares do, are taken for the bound itself. */
const tolerance = 1e-9;

/** `value` held within [0, 1]. */
export function clampToUnit(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/**
 * An index as the methods take it: within [0, 1], where a value at most 1e-9 outside is clamped (docs/methodology.md §5).
 * `null` for anything else: further outside, NaN or infinite.
 */
export function unitValue(value: number): number | null {
  return value >= -tolerance && value <= 1 + tolerance ? clampToUnit(value) : null;
}

/** All of `values` as indices within [0, 1]; `null` as soon as one is not. */
export function unitValues(values: readonly number[]): number[] | null {
  const indices: number[] = [];
  for (const value of values) {
    const index = unitValue(value);
    if (index === null) return null;
    indices.push(index);
  }
  return indices;
}

/** From here on two neighbouring doubles are more than 1e-9 apart: nothing is left to round. */
const exactFrom = 2 ** 53 / 1e9;

/**
 * The value on which figures are compared: rounded to nine decimals, half away from zero, never −0. Boundaries, gates,
 * thresholds and ties are decided on it, so that a figure that is 0.6 on paper is not 0.5999… in one of two orders of
 * addition (docs/methodology.md §5). Computation itself stays in full precision. NaN and infinities come back as they are.
 */
export function round9(value: number): number {
  if (Math.abs(value) >= exactFrom) return value;
  return (Math.sign(value) * Math.round(Math.abs(value) * 1e9)) / 1e9 + 0;
}

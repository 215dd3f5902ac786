import { clampToUnit } from "./unit-interval";

/**
 * Attainment (达成度) of a figure between its fixed goalposts: clamp((x − lower) ÷ (upper − lower), 0, 1); `reversed`
 * (逆向, less is better) gives one minus that. Fixed goalposts, unlike min–max across branches, do not make a zero out of
 * whoever is last, and the cap keeps one overfulfilled figure from hiding another.
 *
 * `null` where upper ≤ lower or an argument is not a finite number.
 *
 * Source: goalpost normalisation with caps, as in the Human Development Index (UNDP, Technical notes) and COINr
 * (`n_goalposts`).
 */
export function attainment(value: number, lower: number, upper: number, reversed: boolean): number | null {
  if (![value, lower, upper].every(Number.isFinite) || upper <= lower) return null;
  // Goalposts further apart than a number can say: halves are not.
  const size = Number.isFinite(upper - lower) ? 1 : 0.5;
  const reached = clampToUnit((value * size - lower * size) / (upper * size - lower * size));
  return reversed ? 1 - reached : reached;
}

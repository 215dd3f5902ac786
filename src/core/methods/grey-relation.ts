import { extent, ofOrdinarySize } from "./normalise";

/**
 * Grey relational grades (灰色关联度) of `series` with a `reference` of the same length, one per series, each in (0, 1]: 1 for a
 * series that coincides with it. With Δ_i(k) the absolute difference of series i from the reference at k, the coefficient is
 * (min Δ + ρ·max Δ) ÷ (Δ_i(k) + ρ·max Δ), minimum and maximum over all series; the grade is its mean over k.
 *
 * Data are taken as given: whoever wants series of different units compared brings them to a common scale first (initial values,
 * means, min–max). `distinguishing` is ρ in (0, 1]: the smaller, the further apart the grades. Where no series differs from the
 * reference at all, every grade is 1.
 *
 * `null` for no series, an empty reference, a series of another length, a value that is not finite, or a ρ outside.
 *
 * Source: J. L. Deng (1982), Control problems of grey systems, Systems & Control Letters 1(5), 288–294; figures printed by R package
 * mathmodels (`grey_corr`).
 */
export function greyRelation(
  reference: readonly number[],
  series: readonly (readonly number[])[],
  distinguishing = 0.5,
): number[] | null {
  const length = reference.length;
  if (length === 0 || series.length === 0 || !(distinguishing > 0 && distinguishing <= 1)) return null;
  if (!reference.every(Number.isFinite)) return null;
  if (series.some((one) => one.length !== length || !one.every(Number.isFinite))) return null;
  const [sized, ...others] = rowsOf(ofOrdinarySize([reference, ...series].flat()), length);
  const differences = others.map((one) => one.map((value, k) => Math.abs(value - (sized?.[k] ?? 0))));
  const { least, most } = extent(differences.flat());
  if (most === 0) return series.map(() => 1);
  return differences.map(
    (one) =>
      one.reduce((sum, difference) => sum + (least + distinguishing * most) / (difference + distinguishing * most), 0) /
      length,
  );
}

function rowsOf(values: readonly number[], length: number): (readonly number[])[] {
  return Array.from({ length: values.length / length }, (_, row) => values.slice(row * length, (row + 1) * length));
}

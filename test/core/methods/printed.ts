/**
 * Expects `actual` to be what is printed as `printed` with so many decimals: no further from it than half a unit of the
 * last digit, and what rounded inputs add to that.
 */
export function expectPrinted(
  actual: number | null | undefined,
  printed: number,
  decimals: number,
  fromInputs = 0,
): void {
  const tolerance = 0.5 * 10 ** -decimals * (1 + 1e-6) + fromInputs;
  expect(actual).toBeGreaterThanOrEqual(printed - tolerance);
  expect(actual).toBeLessThanOrEqual(printed + tolerance);
}

/** How far a figure can move (to first order) where its inputs are known to so many decimals only. */
export function effectOfRounding(
  compute: (inputs: readonly number[]) => number | null | undefined,
  inputs: readonly number[],
  decimals: number,
): number {
  const exact = compute(inputs) ?? NaN;
  return inputs.reduce((sum, input, i) => {
    const moved = compute(inputs.with(i, input + 0.5 * 10 ** -decimals)) ?? NaN;
    return sum + Math.abs(moved - exact);
  }, 0);
}

/** `expectPrinted` for each of a row of figures. */
export function expectAllPrinted(
  actual: readonly (number | null)[] | null,
  printed: readonly number[],
  decimals: number,
): void {
  expect(actual).toHaveLength(printed.length);
  for (const [i, figure] of printed.entries()) expectPrinted(actual?.[i], figure, decimals);
}

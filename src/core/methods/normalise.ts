/**
 * How a column of a decision matrix is read: `positive` (正向, more is better) and `negative` (逆向, less is better) are
 * scaled by min–max; `given` stands on a common scale already and is taken as it is.
 */
export type Direction = "positive" | "negative" | "given";

/** Columns whose values differ by less than rounding does are constant: there is nothing to scale. */
const relativeTolerance = 1e-12;

/** The least and the largest of a column; +∞ and −∞ for none. A loop, since a column may be longer than a call's arguments. */
export function extent(values: readonly number[]): { readonly least: number; readonly most: number } {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return { least, most };
}

/** Squares and sums of magnitudes between these neither overflow nor vanish. */
const ordinary = { least: 1e-140, most: 1e140 };

/** `values`, divided by the largest magnitude where that is so large or small that computing with them would lose them. */
export function ofOrdinarySize(values: readonly number[]): readonly number[] {
  const { least, most } = extent(values);
  const largest = Math.max(Math.abs(least), Math.abs(most));
  if (largest === 0 || (largest >= ordinary.least && largest <= ordinary.most)) return values;
  return values.map((value) => value / largest);
}

/** True where all values of a column are equal, to within rounding; true for none. */
export function isConstant(values: readonly number[]): boolean {
  if (values.length === 0) return true;
  const { least, most } = extent(values);
  return most - least <= relativeTolerance * Math.max(Math.abs(least), Math.abs(most));
}

/**
 * Min–max scaling of one column onto [0, 1]: (x − min) ÷ (max − min), for a `negative` one (max − x) ÷ (max − min); a
 * `given` column comes back as it is. A constant column gives zeros.
 */
export function minMax(values: readonly number[], direction: Direction): number[] {
  if (direction === "given") return [...values];
  if (isConstant(values)) return values.map(() => 0);
  const sized = ofOrdinarySize(values);
  const { least, most } = extent(sized);
  return sized.map((value) => (direction === "positive" ? value - least : most - value) / (most - least));
}

/**
 * The columns of a matrix given by rows. `null` where there is no row or no column, rows differ in length, or a value is
 * not a finite number.
 */
export function columnsOf(matrix: readonly (readonly number[])[]): number[][] | null {
  const width = matrix[0]?.length ?? 0;
  if (width === 0 || matrix.some((row) => row.length !== width || !row.every(Number.isFinite))) return null;
  return Array.from({ length: width }, (_, column) => matrix.map((row) => row[column] ?? NaN));
}

/** `values` divided by their sum, so that they sum to 1; equal shares where the sum is zero. */
export function shares(values: readonly number[]): number[] {
  const sized = ofOrdinarySize(values);
  const total = sized.reduce((sum, value) => sum + value, 0);
  return sized.map((value) => (total > 0 ? value / total : 1 / values.length));
}

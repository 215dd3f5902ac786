import type { Rows } from "./parameters";
import { type Checked, type ResultCell, invalid, value } from "./values";

/** Whether an argument is a single row or a single column. */
export function isVector(rows: Rows<unknown>): boolean {
  return rows.length === 1 || rows.every((row) => row.length === 1);
}

/**
 * The sets of values that an argument holds: a single row or a single column is one set; a rectangle has one set per row.
 */
export function valueSets<T>(rows: Rows<T>): Rows<T> {
  return isVector(rows) ? [rows.flat()] : rows;
}

/** Results in the shape of the argument, from the results of each of its {@link valueSets}. */
export function shapedAs(rows: Rows<unknown>, results: Rows<ResultCell>): Rows<ResultCell> {
  return rows.length === results.length ? results : columnOf(results.flat());
}

/** Results below each other. */
export function columnOf(results: readonly ResultCell[]): Rows<ResultCell> {
  return results.map((result) => [result]);
}

/** Rows and columns of a result. */
export interface Shape {
  readonly rows: number;
  readonly columns: number;
}

/**
 * The shape in which arguments are combined cell by cell, as Excel's own functions do it: a single row, column or cell is repeated
 * over the others. `#VALUE!` where they do not fit; the keys are those of the parameters.
 */
export function commonShape(args: Readonly<Record<string, Rows<unknown>>>): Checked<Shape> {
  const all = Object.values(args);
  const rows = Math.max(...all.map((each) => each.length));
  const columns = Math.max(...all.map((each) => each[0]?.length ?? 0));
  for (const [key, each] of Object.entries(args)) {
    const width = each[0]?.length ?? 0;
    const fits = (each.length === 1 || each.length === rows) && (width === 1 || width === columns);
    if (!fits) return invalid("shapeDiffers", { needed: `${rows}×${columns}`, found: `${each.length}×${width}` }, key);
  }
  return value({ rows, columns });
}

/** The cell of an argument that stands at a place of the common shape; `fallback` where the argument has a hole. */
export function at<T>(rows: Rows<T>, row: number, column: number, fallback: T): T {
  const own = rows[rows.length === 1 ? 0 : row] ?? [];
  return own[own.length === 1 ? 0 : column] ?? fallback;
}

/** The sets of two arguments value by value: of the same shape, or vectors of the same length; else `#VALUE!`, named for `otherKey`. */
export function pairedSets<A, B>(one: Rows<A>, other: Rows<B>, otherKey: string): Checked<Rows<readonly [A, B]>> {
  const [sets, others] = [valueSets(one), valueSets(other)];
  if (sets.length !== others.length || sets[0]?.length !== others[0]?.length) {
    const size = (rows: Rows<unknown>): string => `${rows.length}×${rows[0]?.length ?? 0}`;
    return invalid("shapeDiffers", { needed: size(one), found: size(other) }, otherKey);
  }
  return value(sets.map((set, index) => zip(set, others[index] ?? [])));
}

/**
 * The values of two arguments side by side, in reading order: as {@link pairedSets}, but a single cell stands beside every value of the
 * other.
 */
export function pairsOf<A, B>(one: Rows<A>, other: Rows<B>, otherKey: string): Checked<readonly (readonly [A, B])[]> {
  const [as, bs] = [one.flat(), other.flat()];
  if (as.length === 1 || bs.length === 1) return value(zip(repeated(as, bs.length), repeated(bs, as.length)));
  const sets = pairedSets(one, other, otherKey);
  return sets.kind === "value" ? value(sets.value.flat()) : sets;
}

function zip<A, B>(as: readonly A[], bs: readonly B[]): readonly (readonly [A, B])[] {
  return as.flatMap((a, index) => bs.slice(index, index + 1).map((b): readonly [A, B] => [a, b]));
}

/** A single value as often as needed; several as they are. */
function repeated<T>(values: readonly T[], count: number): readonly T[] {
  return values.length === 1 ? Array.from({ length: count }, () => values).flat() : values;
}

/** A result of a shape, cell by cell. */
export function cellByCell(shape: Shape, cell: (row: number, column: number) => ResultCell): Rows<ResultCell> {
  return Array.from({ length: shape.rows }, (_, row) =>
    Array.from({ length: shape.columns }, (__, column) => cell(row, column)),
  );
}

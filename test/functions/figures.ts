import type { WorksheetFunction } from "../../src/functions/declaration";
import { called } from "./called";

/** The figures that a function gives, by rows; NaN for a cell that holds none. */
export function figures(fn: WorksheetFunction, given: readonly unknown[]): number[][] {
  const result = called(fn, given);
  const rows: readonly unknown[] = Array.isArray(result) ? result : [[result]];
  return rows.map((row) =>
    Array.isArray(row) ? row.map((cell: unknown) => (typeof cell === "number" ? cell : NaN)) : [NaN],
  );
}

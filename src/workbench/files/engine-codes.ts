import type { Nullable } from "@univerjs/core";

/**
 * The engine writes flags and kinds as numbers under enum types that exist only when the engine is loaded; the files know
 * the numbers.
 */
export function codeOf(value: Nullable<number>): number {
  return Number(value ?? 0);
}

/** True for the engine's TRUE (1). */
export function isSet(value: Nullable<number>): boolean {
  return codeOf(value) === 1;
}

/** Kinds of cells (`t`). */
export const CELL = { text: 1, number: 2, logical: 3, forcedText: 4 } as const;

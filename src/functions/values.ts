import type { Problem } from "../i18n/function-problem";

/** The errors that a cell can hold. */
export const ERROR_CODES = ["#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!", "#NAME?", "#REF!"] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Why a function has no result: an error of an argument that is passed on, `#VALUE!` (invalid) or `#N/A` (unavailable) with its reason. */
export type Failure =
  | { readonly kind: "error"; readonly code: ErrorCode; readonly parameter?: string }
  | { readonly kind: "invalid"; readonly problem: Problem }
  | { readonly kind: "unavailable"; readonly problem: Problem };

/** A result of type `T`, or why there is none. */
export type Checked<T> = { readonly kind: "value"; readonly value: T } | Failure;

/** One cell of an argument; `null` is missing: a blank cell, or an argument that was left out. */
export type Cell = string | number | boolean | null | { readonly kind: "error"; readonly code: ErrorCode };

/** An argument as rows × columns; a scalar is one cell. */
export type Cells = readonly (readonly Cell[])[];

/** One cell of a result; a failure shows as its error. */
export type ResultCell = string | number | boolean | Failure;

/** What a function gives: one cell, or rows × columns that spill. */
export type Result = ResultCell | readonly (readonly ResultCell[])[];

export function value<T>(result: T): Checked<T> {
  return { kind: "value", value: result };
}

/** `#VALUE!`: an argument that cannot be. */
export function invalid(code: Problem["code"], params: Problem["params"] = {}, parameter?: string): Failure {
  return { kind: "invalid", problem: { code, params, ...(parameter === undefined ? {} : { parameter }) } };
}

/** `#N/A`: not enough data. */
export function unavailable(code: Problem["code"], params: Problem["params"] = {}, parameter?: string): Failure {
  return { kind: "unavailable", problem: { code, params, ...(parameter === undefined ? {} : { parameter }) } };
}

function isRecord(candidate: unknown): candidate is Readonly<Record<string, unknown>> {
  return typeof candidate === "object" && candidate !== null;
}

/** Whether a text is nothing but white space; most texts tell by their first character. */
function isBlankText(text: string): boolean {
  return text === "" || text.trimStart() === "";
}

/** One cell as Excel hands it over. Blank cells come as `null` or as empty text, errors as objects with a `code`. */
function cellOf(candidate: unknown): Cell {
  if (typeof candidate === "number") return Number.isFinite(candidate) ? candidate : { kind: "error", code: "#NUM!" };
  if (typeof candidate === "string") return isBlankText(candidate) ? null : candidate;
  if (typeof candidate === "boolean") return candidate;
  if (!isRecord(candidate)) return null;
  const code = ERROR_CODES.find((each) => each === candidate["code"]);
  return { kind: "error", code: code ?? "#VALUE!" };
}

/** Whether a row needs no reading: large arguments are not copied where they hold nothing but numbers and texts. */
function isPlain(row: readonly unknown[]): row is readonly Cell[] {
  for (const candidate of row) {
    if (typeof candidate === "string" ? isBlankText(candidate) : !isPlainValue(candidate)) return false;
  }
  return true;
}

function isPlainValue(candidate: unknown): boolean {
  return candidate === null || typeof candidate === "boolean" || Number.isFinite(candidate);
}

/**
 * An argument as Excel hands it over: a scalar, or rows × columns; what was left out is `null`. At least one cell, and rows of one
 * length: what a shorter one lacks is blank.
 */
export function cellsOf(argument: unknown): Cells {
  if (!Array.isArray(argument)) return [[cellOf(argument)]];
  const rows = argument.map((row: unknown): readonly Cell[] => {
    if (!Array.isArray(row)) return [cellOf(row)];
    const given: readonly unknown[] = row;
    return isPlain(given) ? given : given.map(cellOf);
  });
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (width === 0) return [[null]];
  return rows.every((row) => row.length === width) ? rows : rows.map((row) => evened(row, width));
}

function evened(row: readonly Cell[], width: number): readonly Cell[] {
  return [...row, ...Array.from({ length: width - row.length }, () => null)];
}

/** The first error among cells, in reading order; `null` where there is none. */
export function firstError(cells: Cells): Extract<Failure, { readonly kind: "error" }> | null {
  for (const row of cells) for (const cell of row) if (typeof cell === "object" && cell !== null) return cell;
  return null;
}

/** True where an argument was left out, or refers to nothing but blank cells. */
export function isMissing(cells: Cells): boolean {
  return cells.every((row) => row.every((cell) => cell === null));
}

import type { CellValue } from "../core/grid";

/** Texts that Excel would take for a formula, an error value or a prefix, by how they begin. */
const LOOKS_LIKE_INPUT = /^[=+\-@#']/;
/** Texts that Excel may take for a number, a date, a time or a share: anything with a digit, full-width ones too. */
const HAS_DIGIT = /\p{Nd}/u;
const LOGICAL = /^(true|false)$/i;

/**
 * What to put into a cell so that it holds exactly `value` as text or number: text that Excel would read as something else
 * (`=1+1`, `2021-04`, `1/2`, `TRUE`, `'x`) gets the leading apostrophe that Excel takes off again.
 */
export function asInput(value: CellValue): string | number | boolean {
  if (value === null) return "";
  if (typeof value !== "string") return value;
  return LOOKS_LIKE_INPUT.test(value) || HAS_DIGIT.test(value) || LOGICAL.test(value) ? `'${value}` : value;
}

/** Whether a cell holds a formula: `formula` and `value` as Excel gave them. A text that begins like a formula reads the same in both. */
export function isFormula(formula: CellValue | undefined, value: CellValue | undefined): formula is string {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value;
}

/**
 * What to put into a cell so that it is again what was read from it: `formula` and `value` as Excel gave them.
 */
export function asInputAgain(formula: CellValue, value: CellValue): string | number | boolean {
  return isFormula(formula, value) ? formula : asInput(value);
}

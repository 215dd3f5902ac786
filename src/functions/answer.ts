import { atOnce } from "../core/steps";
import type { Locale } from "../i18n";
import type { Problem, ProblemCode } from "../i18n/function-problem";
import { problemsEnUS } from "../i18n/function-problems.en-US";
import { problemsZhCN } from "../i18n/function-problems.zh-CN";
import type { Message } from "../i18n/message";
import type { WorksheetFunction } from "./declaration";
import type { ErrorCode, Failure, Result, ResultCell } from "./values";

const PROBLEMS: Readonly<Record<Locale, Readonly<Record<ProblemCode, Message>>>> = {
  "zh-CN": problemsZhCN,
  "en-US": problemsEnUS,
};

/** An error as a cell shows it; the sentence stands beside `#VALUE!` and `#N/A`, and is `null` where an error is passed on. */
export interface CellError {
  readonly code: Exclude<ErrorCode, "#NAME?" | "#REF!">;
  readonly message: string | null;
}

/** One cell as Excel takes it; `E` is what the host makes of an error. */
type AnswerCell<E> = string | number | boolean | E;

/** What Excel takes: one cell, rows × columns, or an error in place of the whole. */
export type Answer<E> =
  | { readonly kind: "value"; readonly value: AnswerCell<E> | AnswerCell<E>[][] }
  | { readonly kind: "error"; readonly error: E };

/** What is wrong, in words; the parameter has the name that the user reads in Excel. */
function problemText({ code, params, parameter }: Problem, { parameters }: WorksheetFunction, locale: Locale): string {
  const label = parameters.find(({ key }) => key === parameter)?.label[locale];
  return PROBLEMS[locale][code](label === undefined ? params : { ...params, parameter: label });
}

function errorOf(failure: Failure, fn: WorksheetFunction, locale: Locale): CellError {
  const named = failure.kind === "error" && failure.parameter !== undefined ? { parameter: failure.parameter } : {};
  switch (failure.kind) {
    case "error":
      // Excel hands these two to a custom function, but takes neither from it.
      if (failure.code === "#NAME?" || failure.code === "#REF!")
        return {
          code: "#VALUE!",
          message: problemText({ code: "errorInArgument", params: { text: failure.code }, ...named }, fn, locale),
        };
      return { code: failure.code, message: null };
    case "invalid":
      return { code: "#VALUE!", message: problemText(failure.problem, fn, locale) };
    case "unavailable":
      return { code: "#N/A", message: problemText(failure.problem, fn, locale) };
  }
}

/**
 * Calls a function with what Excel hands over and gives what Excel takes. What stands behind the parameters (Excel appends an object
 * about the call) is left aside; the result of a function declared as matrix is rows × columns even where it is one cell. Pauses by yielding
 * as the function does.
 */
export function* answering<E>(
  fn: WorksheetFunction,
  given: readonly unknown[],
  locale: Locale,
  hostError: (error: CellError) => E,
): Generator<unknown, Answer<E>> {
  const failed = (failure: Failure): E => hostError(errorOf(failure, fn, locale));
  const cell = (each: ResultCell): AnswerCell<E> => (typeof each === "object" ? failed(each) : each);
  const called = yield* fn.call(given.slice(0, fn.parameters.length));
  const result = isMatrix(called) ? called.map((row) => row.map(shownNumber)) : shownNumber(called);
  if (isMatrix(result)) return { kind: "value", value: result.map((row) => row.map(cell)) };
  if (typeof result === "object") return { kind: "error", error: failed(result) };
  return { kind: "value", value: fn.result.dimension === "matrix" ? [[result]] : result };
}

/** The same without a pause. */
export function answer<E>(...call: Parameters<typeof answering<E>>): Answer<E> {
  return atOnce(answering(...call));
}

/** A number beyond what a cell can hold is `#NUM!`, as in Excel's own functions. */
function shownNumber(result: ResultCell): ResultCell {
  return typeof result === "number" && !Number.isFinite(result) ? { kind: "error", code: "#NUM!" } : result;
}

function isMatrix(result: Result): result is readonly (readonly ResultCell[])[] {
  return Array.isArray(result);
}

import type { Locale } from "../i18n";
import { type Answer, type CellError, answering } from "./answer";
import { FUNCTIONS } from "./catalogue";

function excelCode(code: CellError["code"]): CustomFunctions.ErrorCode {
  const { ErrorCode } = CustomFunctions;
  switch (code) {
    case "#VALUE!":
      return ErrorCode.invalidValue;
    case "#N/A":
      return ErrorCode.notAvailable;
    case "#DIV/0!":
      return ErrorCode.divisionByZero;
    case "#NUM!":
      return ErrorCode.invalidNumber;
    case "#NULL!":
      return ErrorCode.nullReference;
  }
}

function excelError({ code, message }: CellError): CustomFunctions.Error {
  return message === null
    ? new CustomFunctions.Error(excelCode(code))
    : new CustomFunctions.Error(excelCode(code), message);
}

/** Runs steps to their end in turns that let the page answer; the first turn is one of its own. */
export type InTurns = <T>(steps: Generator<unknown, T>) => Promise<T>;

/** What Excel expects: the error of a whole function is thrown, inside a matrix it is a cell. */
function returned(result: Answer<CustomFunctions.Error>) {
  if (result.kind === "error") throw result.error;
  return result.value;
}

/**
 * Tells Excel which code computes which of the functions that the metadata names, and in which language errors are explained. Excel asks
 * for the functions once Office is ready, so this is called when the page starts. What does not pause is answered at once; the rest is
 * computed `inTurns`, because Excel hands over in one go what a whole workbook calls.
 */
export function associateFunctions(language: () => Locale, inTurns: InTurns): void {
  for (const fn of FUNCTIONS) {
    CustomFunctions.associate(fn.name, (...given: readonly unknown[]) => {
      const steps = answering(fn, given, language(), excelError);
      const first = steps.next();
      return first.done === true ? returned(first.value) : inTurns(steps).then(returned);
    });
  }
}

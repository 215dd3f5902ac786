import type { Locale } from "../i18n";
import { type CellError, answer } from "./answer";
import { FUNCTIONS } from "./catalogue";

/** The language of the sentences beside errors: English where Office speaks it, else Chinese. */
function locale(): Locale {
  return Office.context.displayLanguage.toLowerCase().startsWith("en") ? "en-US" : "zh-CN";
}

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

/**
 * Tells Excel which code computes which of the functions that the metadata names. Excel asks for them once Office is ready, so this is
 * called when the page starts.
 */
export function associateFunctions(): void {
  for (const fn of FUNCTIONS) {
    CustomFunctions.associate(fn.name, (...given: readonly unknown[]) => {
      const result = answer(fn, given, locale(), excelError);
      // Excel expects the error of a whole function to be thrown; inside a matrix it is a cell.
      if (result.kind === "error") throw result.error;
      return result.value;
    });
  }
}

import type { Locale } from "../i18n";
import { type CellError, answer } from "./answer";
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

/**
 * Tells Excel which code computes which of the functions that the metadata names, and in which language errors are explained. Excel asks
 * for the functions once Office is ready, so this is called when the page starts.
 */
export function associateFunctions(language: () => Locale): void {
  for (const fn of FUNCTIONS) {
    CustomFunctions.associate(fn.name, (...given: readonly unknown[]) => {
      const result = answer(fn, given, language(), excelError);
      // Excel expects the error of a whole function to be thrown; inside a matrix it is a cell.
      if (result.kind === "error") throw result.error;
      return result.value;
    });
  }
}

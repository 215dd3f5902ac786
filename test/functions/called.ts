import type { CellError } from "../../src/functions/answer";
import { answer } from "../../src/functions/answer";
import type { WorksheetFunction } from "../../src/functions/declaration";
import type { Locale } from "../../src/i18n";

/** An error as examples and the command line write it. */
export interface ErrorShown {
  readonly error: CellError["code"];
  readonly message: string | null;
}

/** An argument as Excel hands it over, of one as examples write it: errors are objects with a code there. */
function handedOver(argument: unknown): unknown {
  if (Array.isArray(argument)) return argument.map(handedOver);
  if (typeof argument !== "object" || argument === null) return argument;
  return "error" in argument ? { code: argument.error } : argument;
}

/** What Excel would show: the value, rows × columns where there are several, an error with its sentence. */
export function called(fn: WorksheetFunction, given: readonly unknown[], locale: Locale = "zh-CN"): unknown {
  const shown = ({ code, message }: CellError): ErrorShown => ({ error: code, message });
  const invocation = { functionName: fn.name };
  const padded = [...fn.parameters.map((_, index) => handedOver(given[index] ?? null)), invocation];
  const result = answer(fn, padded, locale, shown);
  if (result.kind === "error") return result.error;
  const { value } = result;
  return Array.isArray(value) && value.length === 1 && value[0]?.length === 1 ? value[0][0] : value;
}

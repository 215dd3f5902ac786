import { isRecord, listFrom, textFrom } from "../wire/json";

/** An error as a cell shows it; Excel shows a message with `#VALUE!` and `#N/A` only. */
export interface ErrorValue {
  readonly error: string;
  readonly message: string | null;
}

/** What one cell of a result holds. */
export type ResultCell = number | string | boolean | ErrorValue;

/** What a call gave: rows of equal length; one cell for a function that gives no matrix. */
export type CallResult = readonly (readonly ResultCell[])[];

/** What one cell of an argument holds; null for a blank one. */
export type ArgumentCell = number | string | boolean | null | ErrorValue;

/** An argument: one value or a matrix; a repeating parameter takes a list of them. Null for one left out. */
export type Argument = ArgumentCell | readonly Argument[];

/** An error without words. */
export const errorValue = (error: string, message: string | null = null): ErrorValue => ({ error, message });

/** A result that is one error. */
export const failedResult = (error: string, message: string | null = null): CallResult => [
  [errorValue(error, message)],
];

/** True for an error value, as opposed to a list or a plain value. */
export function isErrorValue(value: unknown): value is ErrorValue {
  return isRecord(value) && typeof value["error"] === "string";
}

/** An argument as it goes to the page: errors in the form that the library knows. */
export function argumentOnWire(argument: Argument): unknown {
  if (argument === null || typeof argument !== "object") return argument;
  if (isErrorValue(argument)) return { type: "CustomFunctionError", code: argument.error };
  return argument.map(argumentOnWire);
}

/** Excel's errors by the numbers that the library gives them; what a page throws or rejects without more is #VALUE!. */
const errorsByCode: Readonly<Record<number, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  // The page does not know the function, or its metadata.
  9: "#NAME?",
  10: "#NAME?",
};

const errorsWithMessage: ReadonlySet<string> = new Set(["#VALUE!", "#N/A"]);

function shownError(error: string, message: unknown): ErrorValue {
  const text = errorsWithMessage.has(error) ? textFrom(message) : "";
  return errorValue(error, text === "" ? null : text);
}

function resultCell(value: unknown): ResultCell {
  // Excel makes a zero of null, as of a reference to a blank cell.
  if (value === null || value === undefined) return 0;
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  if (!isRecord(value)) return errorValue("#VALUE!");
  if (value["type"] === "Error") return shownError(textFrom(value["basicValue"], "#VALUE!"), value["message"]);
  return value["type"] === "FormattedNumber" ? resultCell(value["basicValue"]) : errorValue("#VALUE!");
}

function resultRows(value: unknown, givesMatrix: boolean): CallResult {
  if (!Array.isArray(value)) {
    const cell = resultCell(value);
    return givesMatrix && !isErrorValue(cell) ? failedResult("#VALUE!") : [[cell]];
  }
  const rows = value.map((row) => listFrom(row).map(resultCell));
  const width = rows[0]?.length ?? 0;
  const isRectangle = width > 0 && rows.every((row) => row.length === width);
  return givesMatrix && isRectangle ? rows : failedResult("#VALUE!");
}

/** The answer to one call. */
export interface Answer {
  readonly id: number;
  /** Reads the result of a function of the given dimension; one of another shape than the metadata say is #VALUE!. */
  readonly result: (givesMatrix: boolean) => CallResult;
}

/** Reads the results that a page hands over, in either of the library's forms. */
export function answersFrom(results: unknown): readonly Answer[] {
  return listFrom(results).map((entry) => {
    const [id, succeeded, value, code] = Array.isArray(entry)
      ? listFrom(entry)
      : isRecord(entry)
        ? [entry["id"], entry["failed"] !== true, entry["value"], entry["errorCode"]]
        : [];
    return {
      id: Number(id),
      result: (givesMatrix) =>
        succeeded === true
          ? resultRows(value, givesMatrix)
          : [[shownError(errorsByCode[Number(code)] ?? "#VALUE!", value)]],
    };
  });
}

import type { ProblemCode } from "./function-problem";
import { message, type Message, type MessageParams } from "./message";

/** Which cell of an argument: `row` and `column` count from 1 and are missing where there is only one cell. */
function cell({ row, column }: MessageParams): string {
  return row === undefined || column === undefined ? "" : `, row ${row}, column ${column},`;
}

export const problemsEnUS: Readonly<Record<ProblemCode, Message>> = {
  numberExpected: (params) => `“${params["parameter"]}”${cell(params)} must be a number; it is “${params["text"]}”.`,
  wholeExpected: (params) =>
    `“${params["parameter"]}”${cell(params)} must be a whole number from ${params["least"]} to ${params["most"]}; it is “${params["text"]}”.`,
  outOfRange: (params) =>
    `“${params["parameter"]}”${cell(params)} must lie between ${params["least"]} and ${params["most"]}; it is “${params["text"]}”.`,
  dateExpected: (params) => `“${params["parameter"]}”${cell(params)} must be a date; it is “${params["text"]}”.`,
  yearMissing: (params) =>
    `“${params["parameter"]}”${cell(params)} must be a date with its year; it is “${params["text"]}”.`,
  periodExpected: message("“{parameter}” must be a period such as 2021, 2021H1, 2021Q2 or 2021-04; it is “{text}”."),
  choiceUnknown: message("“{parameter}” must be one of {allowed}; it is “{text}”."),
  missingArgument: message("“{parameter}” must not be empty."),
  missingCell: (params) => `“${params["parameter"]}”${cell(params)} is blank; no value may be missing here.`,
  countDiffers: message("“{parameter}” needs {needed} values; it has {found}."),
  shapeDiffers: message(
    "The rows and columns of “{parameter}” do not fit the other arguments: needed {needed}, found {found}.",
  ),
  goalpostsReversed: message("The upper goalpost must be above the lower one; they are {upper} and {lower}."),
  weightsZero: message("“{parameter}” must not be all zero."),
  tooFew: message("“{parameter}” needs at least {needed} values; it has {found}."),
  unassessed: message("“{parameter}” holds a value that was not assessed (未评); there is no result."),
};

import type { ProblemCode } from "./function-problem";
import { enUS } from "./en-US";
import { issueText, message, type Message, type MessageParams } from "./message";

/** Which cell of an argument: `row` and `column` count from 1 and are missing where there is only one cell. */
function cell({ row, column }: MessageParams): string {
  return row === undefined || column === undefined ? "" : `, row ${row}, column ${column},`;
}

export const problemsEnUS: Readonly<Record<ProblemCode, Message>> = {
  errorInArgument: message("“{parameter}” holds the error {text}."),
  numberExpected: (params) => `“${params["parameter"]}”${cell(params)} must be a number; it is “${params["text"]}”.`,
  wholeExpected: (params) =>
    `“${params["parameter"]}”${cell(params)} must be a whole number from ${params["least"]} to ${params["most"]}; it is “${params["text"]}”.`,
  outOfRange: (params) =>
    params["most"] === "Infinity"
      ? `“${params["parameter"]}”${cell(params)} must not be below ${params["least"]}; it is “${params["text"]}”.`
      : `“${params["parameter"]}”${cell(params)} must lie between ${params["least"]} and ${params["most"]}; it is “${params["text"]}”.`,
  belowExpected: message("“{parameter}” must be {least} or more and less than {below}; it is “{text}”."),
  positiveExpected: (params) =>
    `“${params["parameter"]}”${cell(params)} must be above zero; it is “${params["text"]}”.`,
  dateExpected: (params) => `“${params["parameter"]}”${cell(params)} must be a date; it is “${params["text"]}”.`,
  yearMissing: (params) =>
    `“${params["parameter"]}”${cell(params)} must be a date with its year; it is “${params["text"]}”.`,
  periodExpected: message("“{parameter}” must be a period such as 2021, 2021H1, 2021Q2 or 2021-04; it is “{text}”."),
  choiceUnknown: message("“{parameter}” must be one of {allowed}; it is “{text}”."),
  missingArgument: message("“{parameter}” must not be empty."),
  missingCell: (params) => `“${params["parameter"]}”${cell(params)} has no value; none may be missing here.`,
  countDiffers: message("“{parameter}” needs {needed} values; it has {found}."),
  shapeDiffers: message(
    "The rows and columns of “{parameter}” do not fit the other arguments: needed {needed}, found {found}.",
  ),
  goalpostsReversed: message("The upper goalpost must be above the lower one; they are {upper} and {lower}."),
  weightsZero: message("“{parameter}” must not be all zero."),
  numberLeftover: message("“{text}” holds “{leftover}” beside its number, which cannot be read."),
  boundRepeated: message("“{parameter}” has the lower bound {bound} twice."),
  categoriesExceed: message("“{parameter}” is {count}, but {found} different categories occur."),
  notSquare: message("“{parameter}” must have as many rows as columns; it has {rows} rows and {columns} columns."),
  diagonalNotOne: (params) =>
    `The diagonal of “${params["parameter"]}”${cell(params)} must be 1; it is “${params["text"]}”.`,
  notReciprocal: (params) =>
    `“${params["parameter"]}”${cell(params)} is “${params["text"]}”, but row ${params["column"]}, column ${params["row"]}, is “${params["opposite"]}”; each must be the reciprocal of the other.`,
  matrixTooLarge: message(
    "“{parameter}” may have at most {most} rows; it has {found}: no random index is known for more.",
  ),
  tooManyDraws: message("Rows times “{parameter}” must not exceed {most}; they are {found}."),
  issueFound: (params) =>
    `“${params["parameter"]}”${cell(params)} cannot be used: ${issueText(enUS.issues, params)}${params["others"] === 0 ? "" : ` (and ${params["others"]} more)`}.`,
  tableUnrecognised: (params) =>
    `“${params["parameter"]}” is not recognised as ${params["table"]}: its header ${
      [
        ...(params["columns"] === "" ? [] : [`lacks ${params["columns"]}`]),
        ...(params["oneOf"] === "" ? [] : [`needs at least one of ${params["oneOf"]}`]),
      ].join(" and ") || "is not found"
    }.`,
  branchColumns: message("“{parameter}” must have one column (支部) or two columns (支部, 单位); it has {found}."),
  branchUnresolved: message("The name “{text}” fits no branch, or several; there are no figures for it."),
  noIndicators: message("The scheme has no indicator whose 数据表 is {table}."),
  tooFew: message("“{parameter}” needs at least {needed} values; it has {found}."),
  tooFewRows: message("“{parameter}” needs at least {needed} rows; it has {found}."),
  allAlike: message("The rows of “{parameter}” do not differ; there is nothing to compare."),
  noScores: message("Row {row} of “{parameter}” has no score to use."),
  unassessed: message("“{parameter}” holds a value that was not assessed (未评); there is no result."),
  belowAvailability: message("The availability is {availability}, below {minimum}: not assessed (未评)."),
  nothingApplicable: message("No weight is applicable; there is no result."),
  belowBounds: message("{value} is below the lowest bound, {bound}."),
  noWindow: message("The start lies after the period: no month is left to assess."),
  noQuarter: message("No quarter lies wholly inside the period."),
  nothingCounted: message("“{parameter}” is all blank; there is no result."),
  oneCategory: message("There is only one category; evenness is not defined."),
  noPairs: message("No pair has both dates; there is no result."),
  noDates: message("“{parameter}” holds no date; there is no result."),
  nothingDue: message("Nothing is due by that day yet; there is no result."),
};

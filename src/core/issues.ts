import type { Issue, Place, Severity } from "./issue";

/**
 * Every issue code of the computation with its severity. The messages are in `src/i18n`, examples in `docs/issues.md`.
 * Parameters are named behind each code.
 */
export const ISSUES = {
  // The run: period, asOf, found
  periodUnreadable: "error", // text
  periodUndated: "error",
  periodGuessed: "info", // period
  asOfUnreadable: "error", // text
  asOfBeforePeriod: "error", // asOf, first (days), period
  nothingToRead: "error",
  noBranches: "error",
  // 评分标准: code (代码), found, allowed, position
  schemeColumnMissing: "error", // columns
  schemeCodeMissing: "error",
  schemeCodeRepeated: "error", // code, first (cell)
  schemeSubsystemMissing: "error", // code
  schemeTableUnknown: "error", // code, found, allowed
  schemeMeasureUnknown: "error", // code, found, allowed
  schemeMeasureArguments: "error", // code, found, allowed
  schemeMeasureColumn: "error", // code, found, allowed
  schemeMeasureTable: "error", // code, found, allowed
  schemeConditionWrong: "error", // code, field (条件/适用/计量), why (ConditionError code), position, found
  schemeNumberUnreadable: "error", // code, field, found
  schemeBoundsWrong: "error", // code, lower, upper
  schemeDirectionUnknown: "error", // code, found
  schemeProratedUnknown: "error", // code, found
  schemePointsNegative: "error", // code, found
  schemePointsZero: "error",
  schemeEmpty: "warning",
  // 参数
  parameterColumnMissing: "error", // columns
  parameterUnknown: "warning", // key
  parameterUnusable: "error", // key, found, fallback (empty where there is none)
  parameterRepeated: "warning", // key
  // 对策库: code (编号), found
  libraryEmpty: "warning",
  libraryColumnMissing: "error", // columns
  libraryCodeMissing: "error",
  libraryCodeRepeated: "error", // code, first (cell)
  libraryTaskMissing: "error", // code
  libraryMonthsUnusable: "error", // code, found
  libraryAnswerUnknown: "warning", // code, found
  // Recognition
  sheetNotRead: "info",
  columnRepeated: "info", // table, column, header
  mappingUnreadable: "warning",
  mappingStale: "warning", // table, columns (headers that are not found)
  rosterRepeated: "info",
  rosterDuplicate: "warning", // branch
  rosterNameMissing: "warning",
  // Rows
  rowsSkipped: "info", // table, notes, totals, examples
  rowsAfterEnd: "info", // table, rows
  branchBlank: "warning", // table
  branchUnresolved: "warning", // table, text
  filledDown: "info", // table, column, value, rows
  errorValue: "warning", // text
  dateBlank: "warning", // table
  dateUnreadable: "warning", // table, column, text
  periodCellBlank: "warning", // table
  periodCellUnreadable: "warning", // table, text
  numberUnreadable: "warning", // table, column, text
  numberLeftover: "info", // table, column, text, value
  comparisonUnreadable: "warning", // code, column, text
  categoryUnknown: "info", // column, text
  rowsOutside: "info", // table, rows
  percentMixed: "warning", // text, lower, upper
  boundsWrong: "warning", // lower, upper
  directionUnknown: "warning", // text
  partAboveWhole: "warning", // part, whole, partValue, wholeValue
  derivedDirection: "info", // rows
  adjustmentPending: "warning", // kind, branch
  adjustmentPointsBlank: "warning", // kind, branch
  adjustmentKindUnknown: "warning", // text
  vetoUnresolved: "warning", // text
  reviewIgnored: "warning", // code, why (codeUnknown/outOfRange/notApplicable/noPoints/noWindow), text
  // Checks: please verify
  noLedger: "info", // branch, table
  duplicateRow: "warning", // table, first (cell)
  sameText: "info", // column, text, branches
  bunched: "info", // branch, share, days
  fullAttendance: "info", // branch, rows
} as const satisfies Readonly<Record<string, Severity>>;

export type IssueCode = keyof typeof ISSUES;

/** An issue of the computation: its severity comes from its code. */
export function issue(code: IssueCode, place: Place | null, params: Issue["params"] = {}): Issue {
  return { code, severity: ISSUES[code], place, params };
}

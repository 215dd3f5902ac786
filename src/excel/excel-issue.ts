import type { Issue, Severity } from "../core/issue";

/** An expected failure of Excel as an issue; `params` carry what the message needs. */
export function excelIssue(code: ExcelIssueCode, params: Issue["params"] = {}, place: Issue["place"] = null): Issue {
  return { code, severity: MILD[code] ?? "error", place, params };
}

/**
 * What can go wrong between the add-in and Excel. `cellEdit`: a cell is being edited. `tooMuchData`: more than Excel accepts
 * in one piece. `busy`: Excel refuses for now. `protected`: a sheet or the workbook is protected. `gone`: something was
 * deleted meanwhile. `nameTaken`: Excel refuses the name of a new tab. `unsupported`: this Excel lacks a member.
 * `excelFailed`: anything else that Excel reports, with its own words. The others are of the add-in's own making; `docs/issues.md`
 * says when each arises.
 */
export type ExcelIssueCode =
  | "cellEdit"
  | "tooMuchData"
  | "busy"
  | "protected"
  | "gone"
  | "nameTaken"
  | "unsupported"
  | "excelFailed"
  | "sheetTooLarge"
  | "tabTaken"
  | "tabProtected"
  | "structureProtected"
  | "reportInvalid"
  | "formulaDiffers"
  | "functionsMissing"
  | "formulasNotCompared"
  | "frozen"
  | "nothingToFreeze"
  | "freezeUnsettled"
  | "entriesApart"
  | "entriesReplaced"
  | "tabsNotUpdated"
  | "restored"
  | "restoredContents"
  | "restoreFailed"
  | "settingsFailed"
  | "cancelled"
  | "underWay"
  | "sheetMissing"
  | "sheetHidden"
  | "sheetVeryHidden"
  | "noVisibleSheet"
  | "tabsRemain"
  | "removalUnknown"
  | "sheetsTaken"
  | "sheetsLeft"
  | "schemeStands"
  | "tasksMissing"
  | "tasksTableChanged"
  | "tasksLeft"
  | "choicesNotKept"
  | "mappingNotKept"
  | "resultRemains"
  | "settingsRemain"
  | "notLoaded"
  | "unexpected";

/** The issue that an error code of Excel stands for. */
export function codeOfExcelError(code: string): ExcelIssueCode {
  switch (code) {
    case "InvalidOperationInCellEditMode":
      return "cellEdit";
    case "RequestPayloadSizeLimitExceeded":
    case "ResponsePayloadSizeLimitExceeded":
    case "RichApiPayloadSizeLimitExceeded":
      return "tooMuchData";
    case "ActivityLimitReached":
      return "busy";
    case "AccessDenied":
      return "protected";
    case "ItemNotFound":
      return "gone";
    case "ItemAlreadyExists":
      return "nameTaken";
    case "ApiNotFound":
    case "ApiNotAvailable":
    case "NotImplemented":
    case "UnsupportedOperation":
      return "unsupported";
    default:
      return "excelFailed";
  }
}

/** Codes that do not stop anything. */
const MILD: Readonly<Partial<Record<ExcelIssueCode, Severity>>> = {
  entriesApart: "info",
  entriesReplaced: "warning",
  tabsNotUpdated: "info",
  restored: "info",
  frozen: "info",
  nothingToFreeze: "info",
  formulaDiffers: "warning",
  functionsMissing: "warning",
  formulasNotCompared: "warning",
  cancelled: "info",
  underWay: "warning",
  sheetMissing: "warning",
  sheetHidden: "warning",
  sheetVeryHidden: "warning",
  sheetsTaken: "warning",
  tasksMissing: "warning",
  choicesNotKept: "warning",
  settingsFailed: "warning",
};

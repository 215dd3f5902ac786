import { countedMessage, message } from "./message";
import type { runZhCN } from "./run.zh-CN";

/** What may go wrong between the add-in and Excel, in English. */
export const runEnUS: typeof runZhCN = {
  cellEdit: message("A cell is being edited. Finish with Enter or Esc and try again"),
  tooMuchData: message("There is more data than Excel takes in one piece. Remove what does not belong and try again"),
  busy: message("Excel is busy. Try again in a moment"),
  protected: message("A sheet or the workbook is protected and cannot be written. Unprotect it and try again"),
  gone: message("A sheet or range was deleted meanwhile. Try again"),
  nameTaken: message("The name of an assessment tab is taken. Rename the sheet or chart of that name and try again"),
  unsupported: message("This version of Excel lacks a needed function. Update it and try again"),
  excelFailed: message("Excel reports an error: {message} ({code})"),
  sheetTooLarge: message(
    "The used range of sheet “{sheet}” is too large ({area}). Delete what stands outside the data and try again",
  ),
  tabTaken: message("There is a sheet “{tab}” that is no assessment tab. It was left alone: rename it and try again"),
  structureProtected: message(
    "The structure of the workbook is protected: sheets cannot be added ({tabs}), and nothing was changed. Unprotect the workbook (Review → Protect Workbook) and try again",
  ),
  tabProtected: message("The assessment tab “{tab}” is protected and cannot be updated. Unprotect it and try again"),
  reportInvalid: message("The assessment tab “{tab}” cannot be written. Please tell the maintainers"),
  formulaDiffers: countedMessage(
    "{count} {count:formula|formulas} of the assessment tab “{tab}” {count:differs|differ} from the computed {count:value, in|values, the first in} {cell}: shows {shown}, should be {expected}",
  ),
  functionsMissing: countedMessage(
    "{count} {count:formula|formulas} of the assessment tab “{tab}” {count:uses|use} functions that are not available ({count:in|the first in} {cell}, showing #NAME?). Make sure that the add-in is on and its functions work, then recalculate, or assess again with values",
  ),
  formulasNotCompared: message(
    "The formulas of the assessment tabs were still being calculated and were not compared with the computed values. Look at them when they are done; assess again if need be",
  ),
  frozen: message("Frozen to values: {tabs}"),
  nothingToFreeze: message("No assessment tab is written as formulas; there is nothing to freeze"),
  freezeUnsettled: countedMessage(
    "{count} {count:formula|formulas} of the assessment tab “{tab}” {count:has|have} no result ({count:in|the first in} {cell}, showing {shown}); nothing was frozen. Wait for the calculation, correct the errors and try again",
  ),
  entriesApart: countedMessage(
    "{count} {count:entry|entries} on assessment tabs {count:has|have} no place any more. {count:It stands|They stand} at the foot, unprinted; check and clear {count:it|them} yourself: {tabs}",
  ),
  entriesReplaced: countedMessage(
    "{count} {count:cell|cells} of the assessment tab “{tab}” that the add-in had written {count:was|were} changed and {count:shows|show} this assessment again; what stood there: {cells}. Correct the ledgers instead",
  ),
  tabsNotUpdated: message(
    "These assessment tabs are from an earlier run; this one did not make them and they were not updated: {tabs}. Delete them if they are not needed",
  ),
  restored: message("The workbook is as it was before"),
  restoredContents: message(
    "The contents of the workbook are as before; check the formats of these assessment tabs: {tabs}",
  ),
  restoreFailed: message(
    "The workbook could not be brought back to what it was. Check these assessment tabs, or close without saving and open again: {tabs}",
  ),
  settingsFailed: message("The options of this operation could not be removed from the workbook"),
  cancelled: message("The assessment was cancelled"),
  underWay: message("Another operation is under way. Wait for it or cancel it, then try again"),
  sheetMissing: message(
    "There is no sheet “{sheet}” in the workbook; it may have been renamed or deleted. Read the ledgers again",
  ),
  sheetHidden: message("Sheet “{sheet}” is hidden, so {cell} cannot be selected. Unhide it and try again"),
  sheetVeryHidden: message(
    "Sheet “{sheet}” is very hidden, so {cell} cannot be selected, and no menu of Excel unhides it. Ask whoever hid it, or the administrator",
  ),
  noVisibleSheet: message(
    "Without the assessment tabs no sheet could be seen, so nothing was removed. Add or unhide a sheet first",
  ),
  tabsRemain: message("These could not be removed: {left}. Solve the problem above and try again"),
  removalUnknown: message("It cannot be told what was removed. Check these sheets: {tabs}"),
  sheetsTaken: message("Sheets of these names exist and were left alone: {sheets}"),
  sheetsLeft: message("Sheets that were already added could not be removed. Check and delete them: {sheets}"),
  tasksMissing: message("There are no tasks to send. Assess first, and keep the tab 整改任务"),
  tasksTableChanged: message(
    "Sheet “{sheet}” has no table with the columns 支部 and 任务; nothing was written. Restore the headers, or delete the sheet and try again",
  ),
  tasksLeft: message(
    "It cannot be told whether the tasks were written to “{sheet}”. Check it and delete rows that are too many",
  ),
  schemeStands: message("The workbook has 评分标准, 参数 and 对策库 already; they were left alone. Edit them directly"),
  choicesNotKept: message("The choice could not be kept in the workbook. It holds for now"),
  mappingNotKept: message("The column mapping could not be kept in the workbook. Try again"),
  resultRemains: message(
    "The result of the last assessment, or marks on sheets, could not be removed from the workbook. Solve the problem above and try again",
  ),
  settingsRemain: message("The kept choices and column mapping could not be removed from the workbook. Try again"),
  notLoaded: message(
    "This function could not be fetched from the server; the workbook was not changed. Save it and restart Excel; if that does not help, ask the administrator",
  ),
  unexpected: message("The operation stopped: {message}. Please tell the maintainers"),
};

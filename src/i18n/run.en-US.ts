import { message } from "./message";
import type { runZhCN } from "./run.zh-CN";

/** What may go wrong between the add-in and Excel, in English. */
export const runEnUS: typeof runZhCN = {
  cellEdit: message("A cell is being edited. Finish with Enter or Esc and try again"),
  tooMuchData: message("There is more data than Excel takes in one piece. Remove what does not belong and try again"),
  busy: message("Excel is busy. Try again in a moment"),
  protected: message("A sheet or the workbook is protected and cannot be written. Unprotect it and try again"),
  gone: message("A sheet or range was deleted during the run. Try again"),
  nameTaken: message("The name of an assessment tab is taken. Rename the sheet or chart of that name and try again"),
  unsupported: message("This version of Excel lacks a needed function ({where}). Update it and try again"),
  excelFailed: message("Excel reports an error: {message} ({code})"),
  sheetTooLarge: message(
    "The used range of sheet “{sheet}” is too large ({area}). Delete stray cells far away and try again",
  ),
  tabTaken: message("There is a sheet “{tab}” that is no assessment tab. It was left alone: rename it and try again"),
  tabProtected: message("The assessment tab “{tab}” is protected and cannot be updated. Unprotect it and try again"),
  reportInvalid: message("The assessment tab “{tab}” cannot be written ({rule} {where}). Please tell the maintainers"),
  formulaDiffers: message(
    "{count} formulas of the assessment tab “{tab}” differ from the computed values, the first in {cell}: shows {shown}, should be {expected}",
  ),
  restored: message("The workbook is as it was before the run"),
  restoredContents: message(
    "The contents of the workbook are as before; check the formats of these assessment tabs: {tabs}",
  ),
  restoreFailed: message(
    "The workbook could not be brought back to what it was. Check these assessment tabs, or close without saving and open again: {tabs}",
  ),
  settingsFailed: message("The options of this run could not be removed: {message}"),
  unexpected: message("The run stopped: {message}. Please tell the maintainers"),
};

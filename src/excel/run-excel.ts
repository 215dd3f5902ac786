import type { Issue } from "../core/issue";
import { codeOfExcelError, excelIssue } from "./excel-issue";

/** What came of a piece of work that Excel may refuse. */
export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issue: Issue };

/** True for an error that Excel itself reported. */
export function isExcelError(error: unknown): error is OfficeExtension.Error {
  return error instanceof OfficeExtension.Error;
}

/** The issue that an error reported by Excel stands for; `code`, `message` and `where` are Excel's own words. */
function issueOf(error: OfficeExtension.Error): Issue {
  return excelIssue(codeOfExcelError(error.code), {
    code: error.code,
    message: error.message,
    where: error.debugInfo.errorLocation ?? "",
  });
}

/**
 * The one way into Excel: runs `batch`, waiting for the clerk to finish editing a cell. What Excel refuses comes back as an
 * issue; anything else is a bug and is thrown.
 */
export async function runExcel<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await Excel.run({ delayForCellEdit: true }, batch) };
  } catch (error) {
    if (isExcelError(error)) return { ok: false, issue: issueOf(error) };
    throw error;
  }
}

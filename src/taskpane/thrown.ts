import type { Issue } from "../core/issue";
import { excelIssue } from "../excel/excel-issue";

/** Whether what was thrown says that the server did not give a part of the program: no defect of it. */
export function isNotLoaded(error: unknown): boolean {
  return error instanceof Error && error.name === "ChunkLoadError";
}

/** What was thrown, as an issue. */
export function thrownIssue(error: unknown): Issue {
  if (isNotLoaded(error)) return excelIssue("notLoaded");
  return excelIssue("unexpected", { message: error instanceof Error ? error.message : String(error) });
}

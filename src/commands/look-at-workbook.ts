import type { Issue } from "../core/issue";
import { look, type WorkbookLook } from "../core/look/look";
import type { RunOptions } from "../core/outcome";
import { excelIssue } from "../excel/excel-issue";
import { listTabs, type StandingTabName } from "../excel/list-tabs";
import { inSlices } from "./in-slices";
import type { OnProgress } from "./progress";
import { readGrids } from "./read-grids";

/** What the pane shows before anything is assessed, or why it cannot. */
export type Looked =
  | { readonly kind: "seen"; readonly look: WorkbookLook; readonly tabs: readonly StandingTabName[] }
  | { readonly kind: "failed"; readonly issue: Issue };

/** Who wants to hear of a piece of work, and how it is called off. */
export interface Watch {
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal | null;
}

/** Reads the open workbook and looks at it without assessing it; the tabs of earlier runs are listed too. Nothing is changed. */
export async function lookAtWorkbook(options: RunOptions, { onProgress, signal }: Watch): Promise<Looked> {
  const read = await readGrids(onProgress, signal);
  if (!read.ok) return { kind: "failed", issue: read.issue };
  const seen = await inSlices(
    look(read.value, options),
    ({ stage, done, total }) => onProgress(stage, done, total),
    signal,
  );
  if (seen === "cancelled") return { kind: "failed", issue: excelIssue("cancelled") };
  const tabs = await listTabs();
  if (!tabs.ok) return { kind: "failed", issue: tabs.issue };
  return { kind: "seen", look: seen, tabs: tabs.value };
}

import type { Issue } from "../core/issue";
import { excelIssue } from "./excel-issue";
import { forgetSettings } from "./kept-settings";
import { RECORD_TAB } from "./read-record";
import { loadReceiverMark, unmarkReceiver } from "./received-tasks";
import { runExcel } from "./run-excel";
import { storedParts } from "./stored-run";
import { listSheets, markCopy, type SheetHandle, unmark } from "./tabs";

/** What was removed, by name; issues where something was not. */
export interface Removal {
  readonly removed: readonly string[];
  readonly issues: readonly Issue[];
}

/** What is to go. */
interface Targets {
  readonly tabs: readonly { readonly id: string; readonly name: string }[];
  /** Ids of the clerk's sheets that she copied from a tab. */
  readonly copies: readonly string[];
  /** Ids of the clerk's sheets that bear the mark of one that receives tasks. */
  readonly receivers: readonly string[];
  readonly everyTrace: boolean;
}

/**
 * Deletes the tabs that the add-in wrote, told by their marks, hidden ones too; the clerk's sheets stay, and 历史记录, which no run can
 * compute again. With `everyTrace` 历史记录, the stored result, the settings and the marks on sheets of the clerk's go as well. Excel deletes
 * one by one: where it refuses, what is left is named exactly.
 */
export async function removeTabs({ everyTrace }: { readonly everyTrace: boolean }): Promise<Removal> {
  const found = await runExcel(async (context) => {
    const sheets = await listSheets(context, loadReceiverMark);
    const stays = ({ tabKey }: SheetHandle) => tabKey === null || (tabKey === RECORD_TAB && !everyTrace);
    const targets: Targets = {
      tabs: sheets.flatMap((sheet) => (stays(sheet) ? [] : [{ id: sheet.id, name: sheet.name }])),
      copies: sheets.flatMap(({ id, isCopy }) => (isCopy ? [id] : [])),
      receivers: sheets.flatMap(({ id, more }) => (more.isNullObject ? [] : [id])),
      everyTrace,
    };
    return { targets, staysVisible: sheets.some((sheet) => stays(sheet) && sheet.visible) };
  });
  if (!found.ok) return { removed: [], issues: [found.issue] };
  const { targets, staysVisible } = found.value;
  if (targets.tabs.length > 0 && !staysVisible) return { removed: [], issues: [excelIssue("noVisibleSheet")] };
  const deleted = await runExcel((context) => deleteTargets(context, targets));
  const left = deleted.ok ? null : await leftAfter(deleted.issue, targets);
  if (left !== null) return left;
  const removed = targets.tabs.map(({ name }) => name);
  const refusal = everyTrace ? await forgetSettings() : null;
  return { removed, issues: refusal === null ? [] : [excelIssue("settingsRemain", { message: refusal })] };
}

async function deleteTargets(
  context: Excel.RequestContext,
  { tabs, copies, receivers, everyTrace }: Targets,
): Promise<void> {
  const { worksheets } = context.workbook;
  const parts = storedParts(context);
  await context.sync();
  for (const { id } of tabs) {
    const sheet = worksheets.getItem(id);
    // Excel deletes no sheet that only a macro can show.
    sheet.visibility = "Hidden";
    sheet.delete();
  }
  if (everyTrace) for (const part of parts.items) part.delete();
  // Last: a sheet of hers may be protected.
  for (const id of copies) (everyTrace ? unmark : markCopy)(worksheets.getItem(id));
  if (everyTrace) for (const id of receivers) unmarkReceiver(worksheets.getItem(id));
  await context.sync();
}

/** Looks what a failed removal left: it may have failed midway, or after it was carried out; `null` where nothing is left. */
async function leftAfter(issue: Issue, { tabs, everyTrace }: Targets): Promise<Removal | null> {
  const found = await runExcel(async (context) => {
    const parts = storedParts(context);
    const sheets = await listSheets(context, loadReceiverMark);
    const isMarked = sheets.some(({ isCopy, more }) => isCopy || !more.isNullObject);
    return {
      ids: new Set(sheets.map(({ id }) => id)),
      hasTraces: everyTrace && (isMarked || parts.items.length > 0),
    };
  });
  if (!found.ok) {
    const names = tabs.map(({ name }) => name).join("、");
    return { removed: [], issues: [issue, excelIssue("removalUnknown", { tabs: names })] };
  }
  const { ids, hasTraces } = found.value;
  const names = tabs.filter(({ id }) => ids.has(id)).map(({ name }) => name);
  if (names.length === 0 && !hasTraces) return null;
  return {
    removed: tabs.filter(({ id }) => !ids.has(id)).map(({ name }) => name),
    issues: [
      issue,
      ...(names.length > 0 ? [excelIssue("tabsRemain", { left: names.join("、") })] : []),
      ...(hasTraces ? [excelIssue("resultRemains")] : []),
    ],
  };
}

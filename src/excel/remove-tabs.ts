import type { Issue } from "../core/issue";
import { excelIssue } from "./excel-issue";
import { forgetSettings } from "./kept-settings";
import { RECORD_TAB } from "./read-record";
import { runExcel } from "./run-excel";
import { storedParts } from "./stored-run";
import { listSheets, type SheetHandle } from "./tabs";

/** What was removed, by name; issues where something was not. */
export interface Removal {
  readonly removed: readonly string[];
  readonly issues: readonly Issue[];
}

/** A tab to remove. */
interface Target {
  readonly id: string;
  readonly name: string;
}

/**
 * Deletes the tabs that the add-in wrote, told by their marks, hidden ones too; the clerk's sheets stay, and 历史记录, which no run can
 * compute again. With `everyTrace` 历史记录, the stored result and the settings go as well. Excel deletes one by one: where it refuses, what is left is named exactly.
 */
export async function removeTabs({ everyTrace }: { readonly everyTrace: boolean }): Promise<Removal> {
  const found = await runExcel(async (context) => {
    const sheets = await listSheets(context, () => null);
    const stays = ({ tabKey }: SheetHandle) => tabKey === null || (tabKey === RECORD_TAB && !everyTrace);
    const targets = sheets.flatMap((sheet) => (stays(sheet) ? [] : [{ id: sheet.id, name: sheet.name }]));
    return { targets, staysVisible: sheets.some((sheet) => stays(sheet) && sheet.visible) };
  });
  if (!found.ok) return { removed: [], issues: [found.issue] };
  const { targets, staysVisible } = found.value;
  if (targets.length > 0 && !staysVisible) return { removed: [], issues: [excelIssue("noVisibleSheet")] };
  const deleted = await runExcel((context) => deleteTabs(context, targets, everyTrace));
  if (!deleted.ok) return afterFailure(deleted.issue, targets, everyTrace);
  const removed = targets.map(({ name }) => name);
  const refusal = everyTrace ? await forgetSettings() : null;
  return { removed, issues: refusal === null ? [] : [excelIssue("settingsRemain", { message: refusal })] };
}

async function deleteTabs(
  context: Excel.RequestContext,
  targets: readonly Target[],
  everyTrace: boolean,
): Promise<void> {
  const parts = storedParts(context);
  await context.sync();
  for (const { id } of targets) {
    const sheet = context.workbook.worksheets.getItem(id);
    // Excel deletes no sheet that only a macro can show.
    sheet.visibility = "Hidden";
    sheet.delete();
  }
  if (everyTrace) for (const part of parts.items) part.delete();
  await context.sync();
}

/** Looks what a failed removal left: it may have failed midway, or after it was carried out. */
async function afterFailure(issue: Issue, targets: readonly Target[], everyTrace: boolean): Promise<Removal> {
  const left = await runExcel(async (context) => {
    const parts = storedParts(context);
    const sheets = await listSheets(context, () => null);
    const ids = new Set(sheets.map(({ id }) => id));
    return { ids, stored: everyTrace && parts.items.length > 0 };
  });
  if (!left.ok) {
    const tabs = targets.map(({ name }) => name).join("、");
    return { removed: [], issues: [issue, excelIssue("removalUnknown", { tabs })] };
  }
  const { ids, stored } = left.value;
  const names = targets.filter(({ id }) => ids.has(id)).map(({ name }) => name);
  return {
    removed: targets.filter(({ id }) => !ids.has(id)).map(({ name }) => name),
    issues: [
      issue,
      ...(names.length > 0 ? [excelIssue("tabsRemain", { left: names.join("、") })] : []),
      ...(stored ? [excelIssue("resultRemains")] : []),
    ],
  };
}

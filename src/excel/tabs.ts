import { isCopyOf, namesOf, originalOf } from "./original-sheet";

/** Custom property of a worksheet that marks it as the add-in's own; its value is the tab's key. */
const TAB_MARKER = "ronghe.tab";
/** Custom property beside it: the name under which the sheet was made. Marks of earlier versions lack it. */
const TAB_NAME = "ronghe.name";
/** What stands in place of a key on a sheet that was found to be a copy. */
const COPY = "copy";

/** A worksheet of the workbook. */
export interface SheetHandle {
  readonly sheet: Excel.Worksheet;
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  /** Key of the tab that the sheet is; null where it is the clerk's. */
  readonly tabKey: string | null;
  /** True for a sheet of the clerk's that was copied from a tab, by its mark or its name: it is no ledger, and nothing is written to it. */
  readonly isCopy: boolean;
}

/**
 * All worksheets in their order, with the add-in's marks; of several with the mark of the same tab one at most is the tab. Takes two
 * round trips; `also` may queue more loads on each sheet for the second one.
 */
export async function listSheets<T>(
  context: Excel.RequestContext,
  also: (sheet: Excel.Worksheet) => T,
): Promise<readonly (SheetHandle & { readonly more: T })[]> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/id, items/name, items/visibility");
  await context.sync();
  const loaded = sheets.items.map((sheet) => {
    const mark = sheet.customProperties.getItemOrNullObject(TAB_MARKER);
    mark.load("value");
    const made = sheet.customProperties.getItemOrNullObject(TAB_NAME);
    made.load("value");
    return { sheet, mark, made, more: also(sheet) };
  });
  await context.sync();
  const marked = loaded.flatMap(({ sheet: { id, name }, mark, made }) =>
    mark.isNullObject || mark.value === COPY
      ? []
      : [{ id, name, key: mark.value, madeAs: made.isNullObject ? null : made.value }],
  );
  const tabKeys = new Map(
    [...new Set(marked.map(({ key }) => key))].flatMap((key) => {
      const tab = originalOf(marked.filter((sheet) => sheet.key === key));
      return tab === null ? [] : [[tab.id, key] as const];
    }),
  );
  // Excel copies a sheet without its mark; only the name that it gives the copy tells then.
  const tabNames = marked.filter(({ id }) => tabKeys.has(id)).flatMap(namesOf);
  return loaded.map(({ sheet, mark, more }) => {
    const tabKey = tabKeys.get(sheet.id) ?? null;
    return {
      sheet,
      id: sheet.id,
      name: sheet.name,
      visible: sheet.visibility === "Visible",
      tabKey,
      isCopy: tabKey === null && (!mark.isNullObject || tabNames.some((name) => isCopyOf(sheet.name, name))),
      more,
    };
  });
}

/** Marks a worksheet as the add-in's tab `key`, made under `name`. */
export function markTab(sheet: Excel.Worksheet, key: string, name: string): void {
  sheet.customProperties.add(TAB_MARKER, key);
  sheet.customProperties.add(TAB_NAME, name);
}

/** Marks a worksheet as a copy for good: it stays one under another name, and when the tab that it was copied from is gone. */
export function markCopy(sheet: Excel.Worksheet): void {
  sheet.customProperties.add(TAB_MARKER, COPY);
}

/** Takes the marks off a worksheet. */
export function unmark(sheet: Excel.Worksheet): void {
  // Added first: not every sheet has both, and what is not there cannot be deleted.
  for (const key of [TAB_MARKER, TAB_NAME]) sheet.customProperties.add(key, COPY).delete();
}

/** Whether a worksheet is there and bears no mark: it is the clerk's. */
export async function isUnmarked(context: Excel.RequestContext, id: string): Promise<boolean> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id);
  const mark = sheet.customProperties.getItemOrNullObject(TAB_MARKER);
  mark.load("value");
  await context.sync();
  return !sheet.isNullObject && mark.isNullObject;
}

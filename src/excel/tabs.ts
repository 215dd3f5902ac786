/** Custom property of a worksheet that marks it as the add-in's own; its value is the tab's key. */
const TAB_MARKER = "ronghe.tab";

/** A worksheet of the workbook; `tabKey` is null where the sheet is the clerk's. */
export interface SheetHandle {
  readonly sheet: Excel.Worksheet;
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  readonly tabKey: string | null;
}

/**
 * All worksheets in their order, with the add-in's marks. Takes two round trips; `also` may queue more loads on each sheet
 * for the second one.
 */
export async function listSheets<T>(
  context: Excel.RequestContext,
  also: (sheet: Excel.Worksheet) => T,
): Promise<readonly (SheetHandle & { readonly more: T })[]> {
  const sheets = context.workbook.worksheets;
  sheets.load("items/id, items/name, items/visibility");
  await context.sync();
  const marked = sheets.items.map((sheet) => {
    const mark = sheet.customProperties.getItemOrNullObject(TAB_MARKER);
    mark.load("value");
    return { sheet, mark, more: also(sheet) };
  });
  await context.sync();
  return marked.map(({ sheet, mark, more }) => ({
    sheet,
    id: sheet.id,
    name: sheet.name,
    visible: sheet.visibility === "Visible",
    tabKey: mark.isNullObject ? null : mark.value,
    more,
  }));
}

/** Marks a worksheet as the add-in's tab `key`. */
export function markTab(sheet: Excel.Worksheet, key: string): void {
  sheet.customProperties.add(TAB_MARKER, key);
}

/** Whether a worksheet bears the add-in's mark; one that is gone does not. */
export async function isOwnTab(context: Excel.RequestContext, id: string): Promise<boolean> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(id);
  const mark = sheet.customProperties.getItemOrNullObject(TAB_MARKER);
  mark.load("value");
  await context.sync();
  return !mark.isNullObject;
}

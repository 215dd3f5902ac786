import type { Attempt } from "./run-excel";
import { runExcel } from "./run-excel";
import { listSheets } from "./tabs";

/** A tab that the add-in wrote, under the name that its sheet has now. */
export interface StandingTabName {
  readonly key: string;
  readonly name: string;
  readonly visible: boolean;
}

/** The tabs that the add-in has written into this workbook, in the order of their sheets. */
export function listTabs(): Promise<Attempt<readonly StandingTabName[]>> {
  return runExcel(async (context) => {
    const sheets = await listSheets(context, () => null);
    return sheets.flatMap(({ tabKey, name, visible }) => (tabKey === null ? [] : [{ key: tabKey, name, visible }]));
  });
}

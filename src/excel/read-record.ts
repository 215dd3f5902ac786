import type { StandingRecord } from "../core/report/past-runs";
import type { TabKind } from "../core/report/tab-kinds";
import { readAreas } from "./read-areas";
import type { Attempt } from "./run-excel";
import { runExcel } from "./run-excel";
import { listSheets } from "./tabs";

/** The tab that keeps earlier runs. */
export const RECORD_TAB: TabKind = "history";

/**
 * 历史记录 as it stands in the workbook, found by its mark whatever its sheet is called now; `null` where there is none or it is empty.
 */
export function readRecord(): Promise<Attempt<StandingRecord["tab"]>> {
  return runExcel(async (context) => {
    const sheets = await listSheets(context, () => null);
    const found = sheets.find(({ tabKey }) => tabKey === RECORD_TAB);
    if (found === undefined) return null;
    const used = found.sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex, columnIndex, rowCount, columnCount");
    await context.sync();
    if (used.isNullObject) return null;
    const area = {
      row: used.rowIndex,
      column: used.columnIndex,
      rowCount: used.rowCount,
      columnCount: used.columnCount,
    };
    const [values = []] = await readAreas(context, [{ sheet: found.sheet, area }], "values");
    return { sheet: found.name, row: area.row, values };
  });
}

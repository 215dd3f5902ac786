import type { CellValue } from "../core/grid";
import type { ReportModel } from "../core/report/report-model";
import { type StandingTasks, standingTasks } from "../core/report/standing-tasks";
import { isFormula } from "./cell-input";
import { type Attempt, runExcel } from "./run-excel";
import { listSheets } from "./tabs";

/** The tasks of 整改任务 as it stands in the workbook; `null` where no run wrote the tab, or it was deleted. */
export async function readTasks(report: ReportModel | null): Promise<Attempt<StandingTasks | null>> {
  const written = report?.tabs.find(({ key }) => key === "tasks");
  if (written === undefined) return { ok: true, value: null };
  return runExcel(async (context) => {
    const sheets = await listSheets(context, (sheet) => {
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("address");
      return used;
    });
    const own = sheets.find(({ tabKey }) => tabKey === written.key);
    if (own === undefined || own.more.isNullObject) return null;
    const cells = own.sheet.getRange("A1").getBoundingRect(own.more);
    cells.load("values, formulas");
    await context.sync();
    const values: readonly (readonly CellValue[])[] = cells.values;
    const formulas: readonly (readonly CellValue[])[] = cells.formulas;
    return standingTasks(written, {
      values,
      formulas: formulas.map((row, index) =>
        row.map((cell, column) => (isFormula(cell, values[index]?.[column]) ? cell : null)),
      ),
    });
  });
}

import type { CellValue } from "../grid";
import { findEntries, type StandingCells } from "./find-entries";
import type { ReportTab } from "./report-model";
import { TASK_COLUMNS, TASK_INPUTS } from "./task-columns";

/** A task as 整改任务 shows it now: 责任人 and 期限 as the clerk left them. */
export interface StandingTask {
  readonly branch: string;
  readonly task: string;
  readonly owner: CellValue;
  /** A serial number of the workbook's date system, or what she wrote. */
  readonly due: CellValue;
}

/** The tasks of a tab; `gone` is how many of those that were written there no longer stand in it as they were. */
export interface StandingTasks {
  readonly tasks: readonly StandingTask[];
  readonly gone: number;
}

/**
 * The tasks of 整改任务 as it stands, from the tab as it was last written: rows may have been sorted or moved. A task whose row was
 * deleted, or whose words were changed, is no longer the one that was proposed.
 */
export function standingTasks(written: ReportTab, standing: StandingCells): StandingTasks {
  const said = new Map(findEntries(written, standing).entries.map(({ name, value }) => [name, value]));
  const stands = (texts: readonly CellValue[]): boolean =>
    standing.values.some((row) => texts.every((each) => row.includes(each)));
  let gone = 0;
  const tasks = written.rows.flatMap(({ cells }): StandingTask[] => {
    const inputOf = (kind: string) => cells.find((cell) => cell?.input?.startsWith(`${kind}:`) === true) ?? null;
    const [owner, due] = [inputOf(TASK_INPUTS.owner), inputOf(TASK_INPUTS.due)];
    if (owner === null || due === null) return [];
    const [branch = null, task = null] = [cells[TASK_COLUMNS.branch]?.value, cells[TASK_COLUMNS.task]?.value];
    if (!stands([branch, task])) {
      gone += 1;
      return [];
    }
    const now = (cell: typeof owner): CellValue => said.get(cell.input ?? "") ?? cell.value;
    return [{ branch: String(branch), task: String(task), owner: now(owner), due: now(due) }];
  });
  return { tasks, gone };
}

import type { Place } from "../issue";
import { type Ledger, fieldOf, placeOf } from "../ledger/ledger";
import { comparable, textOf } from "../ledger/text";

/**
 * Where a task of a branch (its index in the ledger) stands in 任务清单 already, whatever its 期限: the first row of the branch with the
 * same 任务, white space and letter case aside; `null` where there is none.
 */
export function sentTasks(ledger: Ledger): (branch: number, task: string) => Place | null {
  const places = new Map<string, Place>();
  const keyOf = (branch: number, task: string): string => `${branch} ${comparable(task)}`;
  for (const row of ledger.tables["任务清单"]?.rows ?? []) {
    for (const branch of row.branches) {
      const key = keyOf(branch, textOf(fieldOf(row, "任务")));
      if (!places.has(key)) places.set(key, placeOf(row, "任务"));
    }
  }
  return (branch, task) => places.get(keyOf(branch, task)) ?? null;
}

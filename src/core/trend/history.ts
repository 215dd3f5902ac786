import type { CellValue } from "../grid";
import { branchKey, type Snapshot } from "./snapshot";

/** A row of 历史记录 that is not a snapshot as far as can be seen: kept as it is, cell by cell from the first column. */
export type UnreadRow = readonly CellValue[];

/** What 历史记录 holds. */
export interface History {
  readonly snapshots: readonly Snapshot[];
  readonly unread: readonly UnreadRow[];
}

/**
 * The history with a run's snapshots in place of those of the same period, in the order of the periods. Snapshots of other periods and rows
 * that cannot be read stay as they are; what the clerk wrote beside a branch of the period stays with the branch.
 */
export function withRun(history: History, run: readonly Snapshot[]): History {
  const isOfRun = (one: Snapshot) => run.some(({ first, last }) => first === one.first && last === one.last);
  const notes = new Map(
    history.snapshots.filter((one) => isOfRun(one) && one.note !== "").map((one) => [branchKey(one), one.note]),
  );
  const kept = history.snapshots.filter((one) => !isOfRun(one));
  const added = run.map((one) => ({ ...one, note: notes.get(branchKey(one)) ?? one.note }));
  return { ...history, snapshots: inOrder([...kept, ...added]) };
}

/** Snapshots by the first day of their period, shorter periods first; else in the order in which they stand. */
function inOrder(snapshots: readonly Snapshot[]): Snapshot[] {
  return [...snapshots].sort((one, other) => one.first - other.first || one.last - other.last);
}

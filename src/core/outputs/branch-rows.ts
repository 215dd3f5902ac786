import type { Reason } from "../assessment/assessment";
import type { Frame } from "../assessment/frame";
import { hasColumn, type LedgerRange, type LedgerRow } from "../ledger/ledger";
import { reason } from "../reasons";

/** Where a row stands among the rows of its branch that count, and the row. */
export interface PlacedRow {
  readonly row: LedgerRow;
  /** Its index in the view's `inWindow` of the branch. */
  readonly at: number;
}

/** The rows that an output reads, or why it reads none. */
export type BranchRows =
  { readonly kind: "rows"; readonly rows: readonly PlacedRow[] } | { readonly kind: "none"; readonly reason: Reason };

/**
 * The rows of a table that count for a branch and lie in ranges that have one of some columns (methodology §8): as for an indicator,
 * a table that is missing or empty, and a branch all of whose rows lie in ranges without the column, are 未评.
 */
export function branchRows(frame: Frame, table: string, columns: readonly string[]): (branch: number) => BranchRows {
  const view = frame.views[table];
  const none = (why: Reason): BranchRows => ({ kind: "none", reason: why });
  const usable = new Set<LedgerRange>(
    view?.table.ranges.filter((range) => columns.some((column) => hasColumn(range, column))),
  );
  return (branch) => {
    if (frame.windows[branch] == null) return none(reason("noWindow"));
    if (view === undefined) return none(reason("tableMissing", { table }));
    if (view.table.read === 0) return none(reason("tableEmpty", { table }));
    const holding = [...(view.ranges[branch] ?? [])];
    if (usable.size === 0 || (holding.length > 0 && !holding.some((range) => usable.has(range))))
      return none(reason("columnsMissing", { table, columns: columns.join("、") }));
    const rows: PlacedRow[] = [];
    for (const [at, row] of (view.inWindow[branch] ?? []).entries()) if (usable.has(row.range)) rows.push({ row, at });
    return { kind: "rows", rows };
  };
}

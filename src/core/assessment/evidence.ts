import type { LedgerRow } from "../ledger/ledger";
import type { Evidence, RowSpan } from "./assessment";

/** The rows that took part in a figure, as runs of row numbers per sheet. */
export function evidenceOf(table: string, rows: readonly LedgerRow[]): Evidence {
  const spans: { sheet: string; first: number; last: number }[] = [];
  for (const { range, row } of rows) {
    const open = spans[spans.length - 1];
    if (open !== undefined && open.sheet === range.sheet && row === open.last) open.last = row + 1;
    else spans.push({ sheet: range.sheet, first: row + 1, last: row + 1 });
  }
  return { table, rows: rows.length, spans: spans satisfies readonly RowSpan[] };
}

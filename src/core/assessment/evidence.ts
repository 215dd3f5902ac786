import type { LedgerRow } from "../ledger/ledger";
import type { Evidence, RowSpan } from "./assessment";

/** The rows that took part in a figure. */
export function evidenceOf(table: string, rows: readonly LedgerRow[]): Evidence {
  const sheets: { readonly sheet: string; readonly runs: number[] }[] = [];
  let runs: number[] = [];
  let sheet: string | null = null;
  let last = -1;
  for (const { range, row } of rows) {
    if (range.sheet !== sheet) {
      sheet = range.sheet;
      runs = [];
      sheets.push({ sheet, runs });
    } else if (row === last) {
      runs[runs.length - 1] = ++last;
      continue;
    }
    last = row + 1;
    runs.push(last, last);
  }
  return { table, rows: rows.length, sheets };
}

/** The first runs of rows of an evidence, at most `most`, all of them on its first sheet. */
export function firstSpans({ sheets }: Evidence, most: number): readonly RowSpan[] {
  const spans: RowSpan[] = [];
  for (const { sheet, runs } of sheets) {
    if (sheet !== sheets[0]?.sheet) continue;
    for (let index = 0; index < runs.length && spans.length < most; index += 2) {
      const [first = 0, last = first] = runs.slice(index, index + 2);
      spans.push({ sheet, first, last });
    }
  }
  return spans;
}

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

/** The runs of rows of an evidence one by one, sheet by sheet. */
export function spansOf({ sheets }: Evidence): readonly RowSpan[] {
  return sheets.flatMap(({ sheet, runs }) =>
    runs.flatMap((first, index): RowSpan[] => {
      const last = runs[index + 1];
      return index % 2 === 1 || last === undefined ? [] : [{ sheet, first, last }];
    }),
  );
}

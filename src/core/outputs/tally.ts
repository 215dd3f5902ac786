import type { Tally } from "../assessment/assessment";
import { evidenceOf } from "../assessment/evidence";
import { isoOf } from "../calendar";
import type { LedgerRow } from "../ledger/ledger";

/** How many rows of a table there are, the day of the last one, and which they are. */
export function tallyOf(table: string, rows: readonly LedgerRow[]): Tally {
  const days = rows.flatMap(({ day }) => day ?? []);
  return {
    count: rows.length,
    last: days.length === 0 ? null : isoOf(days.reduce((latest, day) => Math.max(latest, day))),
    evidence: rows.length === 0 ? null : evidenceOf(table, rows),
  };
}

import type { DayRange } from "../calendar";
import type { Issue } from "../issue";
import type { Progress } from "../outcome";
import type { Ledger, LedgerRow, LedgerTable } from "./ledger";
import { rowReader } from "./row-reader";
import { rowKey } from "./roster";
import { TABLES } from "./schema";
import type { Vocabulary } from "./vocabulary";
import type { WorkbookRanges } from "./workbook-ranges";

/** What reading the ledgers needs beside what was recognised. */
export interface LedgerContext {
  readonly words: Vocabulary;
  /** The assessed period as named. */
  readonly period: DayRange;
  /** What a blank 期间 in 先锋岗 stands for: the period as cut by 截止日. */
  readonly wholePeriod: DayRange;
  /** Whether the workbook counts its days from 1904. */
  readonly date1904: boolean;
}

/** The ledgers as read. */
export interface ReadLedger {
  readonly ledger: Ledger;
  readonly issues: readonly Issue[];
}

const ROWS_A_STEP = 5000;

/**
 * Reads every ledger that was recognised (methodology §2): resolves branches, places rows in time; issues of recognition come first.
 * Yields progress in data rows; the result does not depend on where it pauses.
 */
export function* readLedger(
  found: WorkbookRanges,
  { words, period, wholePeriod, date1904 }: LedgerContext,
): Generator<Progress, ReadLedger> {
  const issues = [...found.issues];
  const { ranges, branches, roster } = found;
  const total = ranges.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  yield { stage: "ledger", done, total };
  const context = {
    words,
    dates: { period, date1904 },
    wholePeriod,
    resolve: found.resolve,
    rosterRow: (sheet: string, row: number) => roster?.rows.get(rowKey(sheet, row)) ?? null,
    issues,
  };
  const rowsOf = new Map<string, LedgerRow[]>();
  for (const raw of ranges) {
    const read = rowReader(raw.range, context);
    const rows = rowsOf.get(raw.range.table.name) ?? [];
    rowsOf.set(raw.range.table.name, rows);
    for (const row of raw.rows) {
      rows.push(read.row(row));
      if (++done % ROWS_A_STEP === 0) yield { stage: "ledger", done, total };
    }
    read.finish();
  }
  const tables: Record<string, LedgerTable> = {};
  for (const table of TABLES) {
    const rows = rowsOf.get(table.name);
    if (rows === undefined) continue;
    const own = ranges.map(({ range }) => range).filter((range) => range.table === table);
    tables[table.name] = { table, ranges: own, rows, read: rows.length };
  }
  yield { stage: "ledger", done: total, total };
  return {
    ledger: { branches, hasRoster: roster !== null, tables },
    issues,
  };
}

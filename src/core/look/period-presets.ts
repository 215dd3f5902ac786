import { type DayRange, FIRST_YEAR, LAST_YEAR, dayOf, monthOf } from "../calendar";
import type { LedgerRow, LedgerTable } from "../ledger/ledger";

/** Periods that hold rows, in the form of methodology §3, latest first. */
export interface PeriodPresets {
  readonly years: readonly string[];
  readonly halves: readonly string[];
  readonly quarters: readonly string[];
  readonly months: readonly string[];
}

/** The days that rows cover; `null` where none of them has a date. */
export function coveredDays(rows: readonly LedgerRow[]): DayRange | null {
  let first = Infinity;
  let last = -Infinity;
  for (const { day, span } of rows) {
    const days = span ?? (day === null ? null : { first: day, last: day });
    if (days === null || !plausible(days)) continue;
    if (days.first < first) first = days.first;
    if (days.last > last) last = days.last;
  }
  return first > last ? null : { first, last };
}

const FIRST_DAY = dayOf(FIRST_YEAR, 1, 1) ?? 0;
const LAST_DAY = dayOf(LAST_YEAR, 12, 31) ?? 0;

/** A row dated outside these years is a slip of the pen (methodology §C.15). */
function plausible(days: DayRange): boolean {
  return days.first >= FIRST_DAY && days.last <= LAST_DAY;
}

/** The periods in which any row of any table lies. */
export function periodPresets(tables: readonly LedgerTable[]): PeriodPresets {
  const months = new Set<number>();
  const days = new Set<number>();
  for (const { rows } of tables)
    for (const { day, span } of rows) {
      if (span !== null && plausible(span))
        for (let month = monthOf(span.first); month <= monthOf(span.last); month++) months.add(month);
      if (day !== null) days.add(day);
    }
  for (const day of days) if (plausible({ first: day, last: day })) months.add(monthOf(day));
  const latest = [...months].sort((a, b) => b - a);
  const names = (nameOf: (year: number, month: number) => string) => [
    ...new Set(latest.map((month) => nameOf(Math.floor(month / 12), month % 12))),
  ];
  return {
    years: names((year) => String(year)),
    halves: names((year, month) => `${year}H${month < 6 ? 1 : 2}`),
    quarters: names((year, month) => `${year}Q${Math.floor(month / 3) + 1}`),
    months: names((year, month) => `${year}-${String(month + 1).padStart(2, "0")}`),
  };
}

import { type DayRange, FIRST_YEAR, LAST_YEAR, civilOf, isoOf, monthsRange } from "./calendar";
import type { CellValue } from "./grid";
import type { Issue } from "./issue";
import { issue } from "./issues";
import { readDate } from "./ledger/read-date";
import { parsePeriod, periodName, readPeriod } from "./ledger/read-period";
import type { RawRow } from "./ledger/range-rows";
import type { RawRange } from "./ledger/recognise";
import { TASK_DATES } from "./ledger/schema";
import { type Vocabulary, isBlank } from "./ledger/vocabulary";
import type { Progress, RunOptions } from "./outcome";
import type { Settings } from "./scheme/settings";

/** The period of a run, or why there is none: it cannot be read, or nothing in the workbook suggests one. */
export type ChosenPeriod =
  | { readonly kind: "chosen"; readonly days: DayRange; readonly issues: readonly Issue[] }
  | { readonly kind: "refused"; readonly because: "period" | "nothing"; readonly issues: readonly Issue[] };

/** Rows looked at between two pauses. */
const ROWS_A_STEP = 5000;

/** What the period is chosen by: the ranges of the workbook, and how their cells are read. */
export interface DatedRanges {
  readonly ranges: readonly RawRange[];
  readonly date1904: boolean;
  readonly words: Vocabulary;
}

/**
 * The period as named; without one, the year that holds most ledger rows (the earlier of equals), which is said. Yields progress in
 * data rows.
 */
export function* choosePeriod(named: string | null, dated: DatedRanges): Generator<Progress, ChosenPeriod> {
  if (named !== null) {
    const days = parsePeriod(named);
    return days === null
      ? { kind: "refused", because: "period", issues: [issue("periodUnreadable", null, { text: named })] }
      : { kind: "chosen", days, issues: [] };
  }
  const years = new Map<number, number>();
  const { ranges } = dated;
  const total = ranges.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  for (const range of ranges) {
    const count = yearCounter(range, dated, years);
    for (const row of range.rows) {
      count(row);
      if (++done % ROWS_A_STEP === 0) yield { stage: "recognise", done, total };
    }
  }
  const best = [...years].sort(([a, rows], [b, others]) => others - rows || a - b)[0];
  if (best === undefined) {
    return ranges.length === 0
      ? { kind: "refused", because: "nothing", issues: [issue("nothingToRead", null)] }
      : { kind: "refused", because: "period", issues: [issue("periodUndated", null)] };
  }
  return {
    kind: "chosen",
    days: monthsRange(best[0] * 12, 12),
    issues: [issue("periodGuessed", null, { period: String(best[0]) })],
  };
}

/** Adds the years of the rows of a range, as far as they name one. */
function yearCounter(
  { range }: RawRange,
  { date1904, words }: DatedRanges,
  years: Map<number, number>,
): (row: RawRow) => void {
  const { dating } = range.table;
  const fields = { none: [], date: ["日期"], task: TASK_DATES, period: ["期间"] }[dating];
  const columns = fields.flatMap((field) => range.columns[field] ?? []);
  const read = dating === "period" ? yearOfPeriod : yearOfDay;
  const seen = new Map<CellValue, number | null>();
  return ({ cells }) => {
    const column = columns.find((index) => !isBlank(cells[index], words));
    const cell = column === undefined ? undefined : cells[column];
    if (cell === undefined) return;
    let year = seen.get(cell);
    if (year === undefined) seen.set(cell, (year = read(cell, date1904)));
    if (year !== null) years.set(year, (years.get(year) ?? 0) + 1);
  };
}

/** Only dates that name their year can vote, so the period that would complete a date is of no matter. */
const NO_PERIOD: DayRange = { first: 0, last: 0 };
const WITHOUT_YEAR = /^\s*(?:\d{1,2}|[一二三四五六七八九十]+)\s*月/u;

function yearOfDay(cell: CellValue, date1904: boolean): number | null {
  if (typeof cell === "string" && WITHOUT_YEAR.test(cell.normalize("NFKC"))) return null;
  const day = readDate(cell, { period: NO_PERIOD, date1904 });
  const year = day === null ? null : civilOf(day).year;
  return year !== null && year >= FIRST_YEAR && year <= LAST_YEAR ? year : null;
}

/** The year of a 期间 that lies within one. */
function yearOfPeriod(cell: CellValue, date1904: boolean): number | null {
  const span = readPeriod(cell, { period: NO_PERIOD, date1904 });
  if (span === null) return null;
  const year = civilOf(span.first).year;
  return civilOf(span.last).year === year ? year : null;
}

/** What a run is placed in: the period as named, and as 截止日 cuts it. */
export interface AssessedTime {
  readonly days: DayRange;
  /** 截止日; it may lie outside the period. */
  readonly asOf: number;
  /** The period as cut by 截止日; `null` where 截止日 lies before it, which the issue says. */
  readonly assessed: DayRange | null;
  readonly issues: readonly Issue[];
}

/**
 * The period with its 截止日 (methodology §3): the option wins over 参数; by default the last day of the period. `null` where 截止日 cannot
 * be read.
 */
export function assessedTime(
  settings: Settings,
  options: Pick<RunOptions, "asOf">,
  days: DayRange,
  date1904: boolean,
): AssessedTime | null {
  const asOf = closingDay(settings.parameters.asOf, options.asOf, days, date1904);
  if (asOf === null) return null;
  if (asOf >= days.first)
    return { days, asOf, assessed: { first: days.first, last: Math.min(days.last, asOf) }, issues: [] };
  const place = options.asOf === null ? settings.asOfPlace : null;
  const params = { asOf: isoOf(asOf), first: isoOf(days.first), period: periodName(days, isoOf) };
  return { days, asOf, assessed: null, issues: [issue("asOfBeforePeriod", place, params)] };
}

function closingDay(own: CellValue, chosen: string | null, period: DayRange, date1904: boolean): number | null {
  if (chosen !== null) return readDate(chosen, { period, date1904: false });
  return own === null ? period.last : readDate(own, { period, date1904 });
}

/**
 * Days are Excel serial numbers of the 1900 system (2021-01-01 is 44197), whole numbers; months and quarters are counted
 * from year 0 (`year * 12 + month − 1`, `year * 4 + quarter − 1`), so that neighbours differ by one.
 */

/** First and last day, both inside. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Years in which a written date can lie (methodology §C.15); outside them it is taken for a slip of the pen. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2100;

const UNIX_EPOCH_SERIAL = 25569;
const MILLISECONDS_A_DAY = 86_400_000;

/** The day of a civil date, or `null` where the calendar has no such date. */
export function dayOf(year: number, month: number, day: number): number | null {
  const instant = Date.UTC(year, month - 1, day);
  const check = new Date(instant);
  const exists = check.getUTCFullYear() === year && check.getUTCMonth() === month - 1 && check.getUTCDate() === day;
  return exists ? instant / MILLISECONDS_A_DAY + UNIX_EPOCH_SERIAL : null;
}

/** The day written `yyyy-mm-dd`, or `null` where the text is no such date. */
export function dayOfIso(iso: string): number | null {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  return dayOf(year, month, day);
}

/** The civil date of a day. */
export function civilOf(day: number): CivilDate {
  const instant = new Date((day - UNIX_EPOCH_SERIAL) * MILLISECONDS_A_DAY);
  return { year: instant.getUTCFullYear(), month: instant.getUTCMonth() + 1, day: instant.getUTCDate() };
}

/** `yyyy-mm-dd` of a day. */
export function isoOf(day: number): string {
  const { year, month, day: date } = civilOf(day);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** Number of the calendar month that holds a day. */
export function monthOf(day: number): number {
  const { year, month } = civilOf(day);
  return year * 12 + month - 1;
}

/** Number of the calendar quarter that holds a day. */
export function quarterOf(day: number): number {
  return Math.floor(monthOf(day) / 3);
}

/** The days of `count` calendar months from month number `month` on. */
export function monthsRange(month: number, count: number): DayRange {
  return { first: firstOfMonth(month), last: firstOfMonth(month + count) - 1 };
}

function firstOfMonth(month: number): number {
  return Date.UTC(Math.floor(month / 12), ((month % 12) + 12) % 12, 1) / MILLISECONDS_A_DAY + UNIX_EPOCH_SERIAL;
}

/** How many calendar months a range touches. */
export function monthsTouched(range: DayRange): number {
  return monthOf(range.last) - monthOf(range.first) + 1;
}

/** Numbers of the calendar quarters that lie wholly inside a range, in order. */
export function wholeQuarters(range: DayRange): number[] {
  const quarters: number[] = [];
  for (let quarter = quarterOf(range.first); quarter <= quarterOf(range.last); quarter++) {
    if (inside(monthsRange(quarter * 3, 3), range)) quarters.push(quarter);
  }
  return quarters;
}

/** Whether `inner` lies wholly inside `outer`. */
export function inside(inner: DayRange, outer: DayRange): boolean {
  return inner.first >= outer.first && inner.last <= outer.last;
}

/** Whether a day lies in a range. */
export function holds(range: DayRange, day: number): boolean {
  return day >= range.first && day <= range.last;
}

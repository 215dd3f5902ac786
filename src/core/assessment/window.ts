import { type DayRange, monthOf, monthsRange } from "../calendar";

/**
 * The part of a period in which a branch existed (methodology §3): from the first day of its founding month to the day of its closing;
 * `null` for a day sets no limit. `null` where nothing of the period is left.
 */
export function windowOf(period: DayRange, founded: number | null, closed: number | null): DayRange | null {
  const first = founded === null ? period.first : Math.max(period.first, monthsRange(monthOf(founded), 1).first);
  const last = closed === null ? period.last : Math.min(period.last, closed);
  return first <= last ? { first, last } : null;
}

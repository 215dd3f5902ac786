import { type DayRange, monthOf, monthsTouched, quarterOf, wholeQuarters } from "../calendar";

/**
 * Coverage (覆盖月, 覆盖季; methodology §4): of the calendar months that a window touches, or of the quarters that lie wholly inside it,
 * the share that any of `spans` touches, 0–1. A dated row is a span of one day. Twelve meetings in December are one month.
 * `null` where no quarter lies wholly inside the window.
 */
export function coverage(spans: Iterable<DayRange>, window: DayRange, unit: "month" | "quarter"): number | null {
  const numberOf = unit === "month" ? monthOf : quarterOf;
  const [first = 0] = unit === "month" ? [monthOf(window.first)] : wholeQuarters(window);
  const count = unit === "month" ? monthsTouched(window) : wholeQuarters(window).length;
  if (count === 0) return null;
  const touched = new Set<number>();
  for (const span of spans) {
    const from = numberOf(span.first);
    const to = span.last === span.first ? from : numberOf(span.last);
    for (let at = Math.max(from, first); at <= Math.min(to, first + count - 1); at++) touched.add(at);
  }
  return touched.size / count;
}

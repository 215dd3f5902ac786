import fc from "fast-check";

import { coverage } from "../../../src/core/assessment/coverage";
import { type DayRange, dayOf, monthsRange } from "../../../src/core/calendar";

const year = monthsRange(2021 * 12, 12);

function on(month: number, day: number): DayRange {
  const serial = dayOf(2021, month, day) ?? NaN;
  return { first: serial, last: serial };
}

describe("coverage (methodology §4, 覆盖月 and 覆盖季)", () => {
  it("counts a month once, however often it occurs", () => {
    expect(coverage([on(12, 1), on(12, 2), on(12, 31)], year, "month")).toBe(1 / 12);
  });

  it("counts the months that the window touches and the quarters wholly inside it", () => {
    const window = { first: on(2, 15).first, last: on(7, 3).last };
    expect(coverage([on(2, 20), on(7, 1)], window, "month")).toBe(2 / 6);
    expect(coverage([on(2, 20), on(4, 1), on(7, 1)], window, "quarter")).toBe(1);
  });

  it("has no share where no quarter lies wholly inside the window", () => {
    expect(coverage([on(5, 1)], monthsRange(2021 * 12 + 4, 2), "quarter")).toBeNull();
  });

  it("takes a span for everything that it touches inside the window", () => {
    const span = { first: on(1, 31).first, last: on(4, 1).last };
    expect(coverage([span], year, "month")).toBe(4 / 12);
    expect(coverage([span], year, "quarter")).toBe(2 / 4);
    expect(coverage([span], monthsRange(2021 * 12 + 2, 1), "month")).toBe(1);
  });

  it("lies in [0, 1] and never falls when a date is added", () => {
    const day = fc.integer({ min: year.first - 40, max: year.last + 40 }).map((first) => ({ first, last: first }));
    fc.assert(
      fc.property(fc.array(day), day, fc.constantFrom("month", "quarter"), (days, more, unit) => {
        const before = coverage(days, year, unit) ?? NaN;
        const after = coverage([more, ...days], year, unit) ?? NaN;
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeGreaterThanOrEqual(before);
        expect(after).toBeLessThanOrEqual(1);
      }),
    );
  });
});

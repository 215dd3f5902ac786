import fc from "fast-check";
import {
  civilOf,
  dayOf,
  holds,
  inside,
  isoOf,
  monthOf,
  monthsRange,
  monthsTouched,
  quarterOf,
  wholeQuarters,
} from "../../src/core/calendar";

const range = (first: string, last: string): { first: number; last: number } => ({
  first: day(first),
  last: day(last),
});
const day = (iso: string): number => {
  const [year = 0, month = 0, date = 0] = iso.split("-").map(Number);
  return dayOf(year, month, date) ?? NaN;
};

describe("days", () => {
  it("are Excel serial numbers", () => {
    expect(dayOf(2021, 1, 1)).toBe(44197);
    expect(isoOf(44197)).toBe("2021-01-01");
  });

  it.each([
    [2021, 2, 29],
    [2021, 13, 1],
    [2021, 0, 1],
    [2021, 4, 31],
    [2021, 4, 0],
  ])("do not exist for %i-%i-%i", (year, month, date) => {
    expect(dayOf(year, month, date)).toBeNull();
  });

  it("and civil dates are two names of one thing", () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 80_000 }), (serial) => {
        const { year, month, day: date } = civilOf(serial);
        expect(dayOf(year, month, date)).toBe(serial);
        expect(monthOf(serial)).toBe(year * 12 + month - 1);
        expect(quarterOf(serial)).toBe(year * 4 + Math.ceil(month / 3) - 1);
      }),
    );
  });
});

describe("months and quarters (methodology §3 and §4)", () => {
  it.each([
    ["2021-01-01", "2021-12-31", 12],
    ["2021-01-31", "2021-02-01", 2],
    ["2021-03-10", "2021-03-12", 1],
    ["2020-11-15", "2021-02-10", 4],
  ])("from %s to %s touch %i months", (first, last, months) => {
    expect(monthsTouched(range(first, last))).toBe(months);
  });

  it.each([
    ["2021-01-01", "2021-12-31", 4],
    ["2021-01-02", "2021-12-31", 3],
    ["2021-02-01", "2021-06-29", 0],
    ["2021-04-01", "2021-06-30", 1],
  ])("from %s to %s hold %i whole quarters", (first, last, quarters) => {
    expect(wholeQuarters(range(first, last))).toHaveLength(quarters);
  });

  it("make ranges across years", () => {
    expect(monthsRange(2020 * 12 + 10, 4)).toEqual(range("2020-11-01", "2021-02-28"));
  });
});

describe("ranges", () => {
  const year = range("2021-01-01", "2021-12-31");

  it("hold their first and last day", () => {
    expect([year.first - 1, year.first, year.last, year.last + 1].map((at) => holds(year, at))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("lie inside themselves, and not where a day sticks out", () => {
    expect(inside(year, year)).toBe(true);
    expect(inside({ ...year, last: year.last + 1 }, year)).toBe(false);
    expect(inside({ ...year, first: year.first - 1 }, year)).toBe(false);
  });
});

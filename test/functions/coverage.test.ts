import fc from "fast-check";
import { isoOf, monthsRange } from "../../src/core/calendar";
import { coverage } from "../../src/functions/coverage";
import { called } from "./called";

describe("COVERAGE", () => {
  it("counts twelve meetings in December as one month", () => {
    const december = Array.from({ length: 12 }, (_, index) => [`2021-12-${index + 1}`]);
    expect(called(coverage, [december, 2021])).toBeCloseTo(1 / 12, 12);
  });

  it("gives dates without a year the year of the period, and leaves out dates outside it", () => {
    expect(called(coverage, [[["3月5日", "2020年4月1日", "2021-07-01", 44292]], "2021H1"])).toBeCloseTo(2 / 6, 12);
  });

  it("does not count a date outside the period, though its month is touched", () => {
    expect(called(coverage, ["2021-03-01", "2021-03-15~2021-04-30"])).toBe(0);
    expect(called(coverage, ["2021-03-15", "2021-03-15~2021-04-30"])).toBe(0.5);
  });

  it("counts by quarter only those wholly inside the period", () => {
    expect(called(coverage, [[["2021-02-01", "2021-05-01"]], "2021-02-01~2021-09-30", "季"])).toBe(0.5);
    expect(called(coverage, ["2021-02-01", "2021-02", "quarter"])).toEqual({
      error: "#N/A",
      message: "期间内没有完整的季度。",
    });
  });

  it("begins with the first of the founding month, if that lies in the period", () => {
    expect(called(coverage, [[["2021-05-02", "2021-03-01"]], 2021, "月", "2021-05-20"])).toBe(1 / 8);
    expect(called(coverage, ["2021-05-02", 2021, "month", "2019-05-20"])).toBeCloseTo(1 / 12, 12);
    expect(called(coverage, ["2021-05-02", 2021, null, "2022-01-01"])).toMatchObject({ error: "#N/A" });
  });

  it("is 0 without dates: blanks are no dates, and no meeting was held", () => {
    expect(called(coverage, [[[null], ["无"]], 2021])).toBe(0);
  });

  it("refuses what is no date or no period, and says which cell", () => {
    expect(called(coverage, [[["2021-01-01"], ["年底前"]], 2021])).toEqual({
      error: "#VALUE!",
      message: "“日期”第2行第1列应为日期，现为“年底前”。",
    });
    expect(called(coverage, ["2021-01-01", "今年"])).toMatchObject({
      error: "#VALUE!",
      message: expect.stringContaining("“期间”"),
    });
    expect(called(coverage, ["2021-01-01", null])).toEqual({ error: "#VALUE!", message: "“期间”不能为空。" });
    expect(called(coverage, ["2021-01-01", 2021, "周"])).toMatchObject({ error: "#VALUE!" });
  });

  it("lies in [0, 1], never falls when a date is added and does not depend on the order of the dates", () => {
    const year = monthsRange(2021 * 12, 12);
    const day = fc.integer({ min: year.first - 40, max: year.last + 40 }).map(isoOf);
    fc.assert(
      fc.property(fc.array(day, { minLength: 1 }), day, fc.constantFrom("月", "季"), (days, more, unit) => {
        const before = Number(called(coverage, [[days], 2021, unit]));
        const after = Number(called(coverage, [[[...days, more]], 2021, unit]));
        expect(before).toBeGreaterThanOrEqual(0);
        expect(after).toBeGreaterThanOrEqual(before);
        expect(after).toBeLessThanOrEqual(1);
        expect(called(coverage, [[days.toReversed()], 2021, unit])).toBe(before);
      }),
    );
  });
});

import fc from "fast-check";
import { isoOf } from "../../src/core/calendar";
import { lag } from "../../src/functions/lag";
import { called } from "./called";

describe("LAG", () => {
  it("is the median of A − B over the pairs with both dates, signed", () => {
    const a = [["2021-03-10"], ["2021年3月2日"], ["2021.3.31"], ["无"], ["2021-01-01"]];
    const b = [["2021-03-01"], ["2021-03-05"], ["2021-03-01"], ["2021-03-01"], [null]];
    expect(called(lag, [a, b])).toBe(9);
    expect(called(lag, [b, a])).toBe(-9);
  });

  it("is the mean of the two middle ones where their number is even", () => {
    expect(called(lag, [[["2021-03-02", "2021-03-05"]], "2021-03-01"])).toBe(2.5);
  });

  it("takes a row beside a column, and one date beside many", () => {
    expect(called(lag, [[["2021-03-02", "2021-03-06"]], [["2021-03-01"], ["2021-03-01"]]])).toBe(3);
    expect(called(lag, ["2021-03-10", [["2021-03-08"], ["2021-03-09"], ["2021-03-01"]]])).toBe(2);
  });

  it("has no result where no pair has both dates", () => {
    expect(called(lag, [[[null, "2021-03-01"]], [["2021-03-01", null]]])).toEqual({
      error: "#N/A",
      message: "没有一处两个日期都有，无法计算。",
    });
  });

  it("refuses shapes that do not fit, dates without year and what is no date", () => {
    expect(called(lag, [[["2021-03-01", "2021-03-02"]], [["2021-03-01"], ["2021-03-02"], ["2021-03-03"]]])).toEqual({
      error: "#VALUE!",
      message: "“日期B”的行列数与其他参数不符：应为 1×2，现为 3×1。",
    });
    expect(called(lag, ["2021-03-01", "3月1日"])).toEqual({
      error: "#VALUE!",
      message: "“日期B”的日期缺少年份，现为“3月1日”。",
    });
    expect(called(lag, ["尽快", "2021-03-01"])).toMatchObject({ error: "#VALUE!" });
  });

  it("does not depend on the order of the rows, and turns its sign with the arguments", () => {
    const day = fc.integer({ min: 44_000, max: 44_500 }).map(isoOf);
    fc.assert(
      fc.property(fc.array(fc.tuple(day, day), { minLength: 1, maxLength: 9 }), (pairs) => {
        const column = (side: 0 | 1, rows = pairs): readonly (readonly string[])[] => rows.map((pair) => [pair[side]]);
        const days = Number(called(lag, [column(0), column(1)]));
        const turned = pairs.toReversed();
        expect(called(lag, [column(0, turned), column(1, turned)])).toBe(days);
        expect(Number(called(lag, [column(1), column(0)])) + days).toBe(0);
      }),
    );
  });
});

import fc from "fast-check";
import { type DayRange, dayOf, isoOf, monthsRange } from "../../../src/core/calendar";
import { parsePeriod, periodName, readPeriod } from "../../../src/core/ledger/read-period";
import type { CellValue } from "../../../src/core/grid";
import { periodEnUS, periodZhCN } from "../../../src/i18n/period-name";

const context = { period: monthsRange(2021 * 12, 12), date1904: false };

const named = (cell: CellValue): string | null => {
  const days = readPeriod(cell, context);
  return days === null ? null : periodName(days, isoOf);
};

describe("a 期间 in a cell (methodology §2, values; §C.15)", () => {
  it.each<[CellValue, string]>([
    ["2021", "2021"],
    [2021, "2021"],
    ["2021年", "2021"],
    ["2021年度", "2021"],
    ["二〇二一年", "2021"],
    [" ２０２１ 年 ", "2021"],
    ["2021H1", "2021H1"],
    ["2021h2", "2021H2"],
    ["2021年上半年", "2021H1"],
    ["2021年下半年", "2021H2"],
    ["2021年度下半年", "2021H2"],
    ["2021Q2", "2021Q2"],
    ["2021年第二季度", "2021Q2"],
    ["2021年二季度", "2021Q2"],
    ["2021年1季度", "2021Q1"],
    ["2021年第4季度", "2021Q4"],
    ["2021-04", "2021-04"],
    ["2021年4月", "2021-04"],
    ["2021年04月份", "2021-04"],
    ["2021年十二月", "2021-12"],
    ["2021.4", "2021-04"],
    [2021.4, "2021-04"],
    ["2021/4", "2021-04"],
    ["202104", "2021-04"],
    [202104, "2021-04"],
    ["2021-03-01~2021-06-15", "2021-03-01~2021-06-15"],
    ["2021-04-01～2021-06-30", "2021Q2"],
    ["2021年3月1日至2021年6月30日", "2021-03-01~2021-06-30"],
    ["2021年03月01号 到 2021年06月30号", "2021-03-01~2021-06-30"],
    ["2021/3/1-2021/6/30", "2021-03-01~2021-06-30"],
    ["2021.3.1—2021.6.30", "2021-03-01~2021-06-30"],
    ["2021/3/1~2021-6-30", "2021-03-01~2021-06-30"],
    ["2021-03-01 to 2021-06-30", "2021-03-01~2021-06-30"],
    ["2020年12月1日—2021年2月28日", "2020-12-01~2021-02-28"],
    [44287, "2021-04"],
    ["2021-04-01", "2021-04"],
    ["2021年4月1日", "2021-04"],
    [20210401, "2021-04"],
  ])("reads %p as %p", (cell, name) => {
    expect(named(cell)).toBe(name);
  });

  it.each<CellValue>([
    1989,
    2101,
    44288,
    "44287x",
    "2021Q5",
    "2021H3",
    "2021-13",
    "2021-00",
    "4月",
    "全年",
    "",
    null,
    true,
    "2021-04-02",
    "2021-06-30~2021-03-01",
    "2021-3-1-2021-6-30",
    "2021/3.1-2021/6/30",
    "2021年3月1日至6月30日",
    "2021/3-2021/6",
    "2021年6月30日至2021年3月1日",
    "2021年2月29日至2021年3月31日",
    "1989年3月1日至2021年6月30日",
  ])("cannot read %p", (cell) => {
    expect(named(cell)).toBeNull();
  });

  it("reads a date cell of a workbook that counts from 1904", () => {
    expect(readPeriod(42825, { ...context, date1904: true })).toEqual(monthsRange(2021 * 12 + 3, 1));
  });
});

describe("the assessed period as named (methodology §3)", () => {
  it.each(["2021", "2021H1", "2021Q2", "2021-04", "2021-03-02~2021-06-30"])(
    "takes %s and gives its name back",
    (text) => {
      const days = parsePeriod(text);
      expect(days === null ? null : periodName(days, isoOf)).toBe(text);
    },
  );

  it.each(["", "abc", "2021-04-01", "21", "2021Q0", "2021-02-30~2021-03-01"])("refuses %p", (text) => {
    expect(parsePeriod(text)).toBeNull();
  });

  const FIRST = dayOf(1990, 1, 1) ?? 0;
  const LAST = dayOf(2100, 12, 31) ?? 0;
  const spans: fc.Arbitrary<DayRange> = fc
    .tuple(fc.integer({ min: FIRST, max: LAST }), fc.integer({ min: FIRST, max: LAST }))
    .map(([one, other]) => ({ first: Math.min(one, other), last: Math.max(one, other) }));
  const named: fc.Arbitrary<DayRange> = fc
    .tuple(fc.integer({ min: 1990, max: 2100 }), fc.constantFrom([12, 1], [6, 2], [3, 4], [1, 12]), fc.nat(11))
    .map(([year, [months = 12, parts = 1], part]) => monthsRange(year * 12 + (part % parts) * months, months));

  it("is read from its name and from the words that the pane shows for it", () => {
    fc.assert(
      fc.property(fc.oneof(spans, named), (days) => {
        const name = periodName(days, isoOf);
        expect(parsePeriod(name)).toEqual(days);
        expect(parsePeriod(periodZhCN(name))).toEqual(days);
      }),
    );
  });

  it("is read from the English words for two days", () => {
    fc.assert(
      fc.property(spans, (days) => {
        const name = periodName(days, isoOf);
        fc.pre(name.includes("~"));
        expect(parsePeriod(periodEnUS(name))).toEqual(days);
      }),
    );
  });
});

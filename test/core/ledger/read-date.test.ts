import fc from "fast-check";
import { dayOf, isoOf, monthsRange } from "../../../src/core/calendar";
import { type DateContext, readDate } from "../../../src/core/ledger/read-date";
import type { CellValue } from "../../../src/core/grid";

const IN_2021: DateContext = { period: monthsRange(2021 * 12, 12), date1904: false };

const read = (cell: CellValue, context = IN_2021): string | null => {
  const day = readDate(cell, context);
  return day === null ? null : isoOf(day);
};

describe("a date in a cell (methodology §2, values; §C.15)", () => {
  it.each([44292, 44292.75, "44292", 20210406, "20210406", "2021.4.6", "2021/4/6", "2021-04-06", "2021年4月6日"])(
    "reads %p as 6 April 2021",
    (cell) => {
      expect(read(cell)).toBe("2021-04-06");
    },
  );

  it.each([
    "２０２１.４.６",
    "21.4.6",
    "21年4月6日",
    "2021 年 4 月 6 日",
    "2021. 4. 6",
    "2021年4月6号",
    "二〇二一年四月六日",
    "二○二一年四月六日",
    "2021.4.6.",
  ])("reads the spelling %p", (cell) => {
    expect(read(cell)).toBe("2021-04-06");
  });

  it.each([
    "2021-04-06 09:30:00",
    "2021-04-06T09:30:00Z",
    "2021.4.6上午9:30",
    "2021年4月6日下午3点",
    "2021年4月6日14时30分",
    "2021年4月6日（星期二）",
    "2021年4月6日 周二",
    "2021.4.6(二)",
  ])("drops time and weekday of %p", (cell) => {
    expect(read(cell)).toBe("2021-04-06");
  });

  it.each([
    "2021.4.6-4.8",
    "2021年4月6日至8日",
    "2021年4月6日—5月2日",
    "2021/4/6 ~ 2021/4/8",
    "20210406-0408",
    "4月6日-8日",
    "2021.4.6、4.8",
  ])("takes the first day of the span %p", (cell) => {
    expect(read(cell)).toBe("2021-04-06");
  });

  it.each([
    202104,
    "202104",
    "2021年4月",
    "2021-04",
    "2021/4",
    "2021.4",
    "4月",
    "四月",
    "2021.4-6",
    "4月份",
    "2021年4月上旬",
  ])("takes day 1 where %p names no day", (cell) => {
    expect(read(cell)).toBe("2021-04-01");
  });

  it.each([2021.4, 4.16, 4, 2021, "4.16", "4/16", "2021年", "2021", "四季度", "待定", "", null, true, 19_999, 80_001])(
    "cannot read %p",
    (cell) => {
      expect(read(cell)).toBeNull();
    },
  );

  it.each(["2021.2.30", "2021年13月1日", 20211301, "20210431", "1989.4.6", "2101.4.6", 210406])(
    "finds %p impossible",
    (cell) => {
      expect(read(cell)).toBeNull();
    },
  );

  it("keeps bare serial numbers from 20000 to 80000", () => {
    expect(readDate(20_000, IN_2021)).toBe(20_000);
    expect(readDate(80_000, IN_2021)).toBe(80_000);
  });

  it("moves serial numbers of a workbook that counts from 1904, and only those", () => {
    const from1904: DateContext = { ...IN_2021, date1904: true };
    expect(read(42830, from1904)).toBe("2021-04-06");
    expect(read("42830", from1904)).toBe("2021-04-06");
    expect(read(20210406, from1904)).toBe("2021-04-06");
    expect(read("2021.4.6", from1904)).toBe("2021-04-06");
  });

  it("gives a date without year the year that puts it inside the period", () => {
    const winter: DateContext = {
      period: { first: dayOf(2020, 11, 1) ?? 0, last: dayOf(2021, 2, 28) ?? 0 },
      date1904: false,
    };
    expect(read("1月16日", winter)).toBe("2021-01-16");
    expect(read("12月16日", winter)).toBe("2020-12-16");
  });

  it("gives a date without year that lies in no year of the period the period's first year", () => {
    const quarter: DateContext = { period: monthsRange(2021 * 12 + 3, 3), date1904: false };
    expect(read("3月8日", quarter)).toBe("2021-03-08");
  });

  it("reads every day of 1990 to 2100 back, however it is written", () => {
    const days = fc.integer({ min: dayOf(1990, 1, 1) ?? 0, max: dayOf(2100, 12, 31) ?? 0 });
    fc.assert(
      fc.property(days, (day) => {
        const [year = "", month = "", date = ""] = isoOf(day).split("-");
        const [m, d] = [Number(month), Number(date)];
        const spellings = [`${year}${month}${date}`, `${year}.${m}.${d}`, `${year}/${m}/${d}`, `${year}年${m}月${d}日`];
        expect(spellings.map((text) => readDate(text, IN_2021))).toEqual([day, day, day, day]);
      }),
    );
  });
});

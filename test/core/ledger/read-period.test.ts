import { isoOf, monthsRange } from "../../../src/core/calendar";
import { parsePeriod, periodName, readPeriod } from "../../../src/core/ledger/read-period";
import type { CellValue } from "../../../src/core/grid";

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
});

import fc from "fast-check";
import { chineseNumber, inChinese } from "../../../src/core/ledger/numerals";
import { leftoversOf, readNumber, readQuotient } from "../../../src/core/ledger/read-number";

describe("a number in a cell (methodology §2, values; §C.14)", () => {
  it.each([
    [14, 14],
    ["14", 14],
    [" 14 ", 14],
    ["１４", 14],
    ["1,234", 1234],
    ["1,234,567.5", 1_234_567.5],
    ["1，234", 1234],
    ["0.95", 0.95],
    [".5", 0.5],
    ["-3", -3],
    ["－3", -3],
    ["−3", -3],
    ["-2分", -2],
  ])("reads the plain number %p as %p", (cell, value) => {
    expect(readNumber(cell)).toEqual({ value, exact: true, percent: false });
  });

  it.each([
    ["十四人", 14],
    ["两", 2],
    ["二十", 20],
    ["一百零五", 105],
    ["一百二十余人", 120],
    ["一千零五十", 1050],
    ["二〇二一", 2021],
    ["两万三千", 23_000],
    ["一亿二千万", 120_000_000],
    ["三万亿", 3e12],
    ["3百", 300],
    ["1.2万", 12_000],
    ["1.5亿元", 1.5e8],
    ["十几人", 10],
  ])("reads Chinese numerals, 万 and 亿: %p is %p", (cell, value) => {
    expect(readNumber(cell)).toEqual({ value, exact: true, percent: false });
  });

  it.each([
    ["95%", 0.95],
    ["９５％", 0.95],
    ["95.5 %", 0.955],
    ["百分之九十五", 0.95],
    ["百分之95", 0.95],
    ["约90%", 0.9],
  ])("reads the percentage %p as %p", (cell, value) => {
    expect(readNumber(cell)).toEqual({ value: expect.closeTo(value, 12), exact: true, percent: true });
  });

  it.each([
    ["10-12", 10],
    ["10～12人", 10],
    ["十至十二人", 10],
    ["3到5次", 3],
    ["1万-2万", 10_000],
  ])("takes the first number of the range %p", (cell, value) => {
    expect(readNumber(cell)).toMatchObject({ value, exact: true });
  });

  it.each(["约14人", "近14人", "共14人", "超14人", "14余人", "14多人", "14几人", "14人次", "14 名", "14件", "14场次"])(
    "tolerates prefix, suffix and unit in %p",
    (cell) => {
      expect(readNumber(cell)).toMatchObject({ value: 14, exact: true });
    },
  );

  it.each([
    ["14人（含列席）", 14],
    ["实到14", 14],
    ["第3次", 3],
    ["14人左右", 14],
    ["+5", 5],
    ["12,34", 12],
    ["5/7", 5],
    ["-五", 5],
    ["a-3", 3],
  ])("uses the number of %p and says that something is left over", (cell, value) => {
    expect(readNumber(cell)).toMatchObject({ value, exact: false });
  });

  it.each([null, "", "带头办理", "√", true, "#N/A", NaN, Infinity])("finds no number in %p", (cell) => {
    expect(readNumber(cell)).toBeNull();
  });

  it("reads every whole number back from its digits, with and without thousands commas", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
        expect(readNumber(String(value))?.value).toBe(value);
        expect(readNumber(value.toLocaleString("en-US"))?.value).toBe(value);
      }),
    );
  });

  it("reads the Chinese form of every number below a hundred back", () => {
    for (let value = 0; value < 100; value++) expect(chineseNumber(inChinese(value))).toBe(value);
  });

  it("knows no Chinese numeral in other characters", () => {
    expect(chineseNumber("")).toBeNull();
    expect(chineseNumber("十人")).toBeNull();
    expect(inChinese(100)).toBe("100");
  });
});

describe("what a number leaves over", () => {
  it.each([
    ["约20余人", []],
    ["第14次", ["第"]],
    ["12人左右", ["人左右"]],
    ["共3次，另行通知", ["次,另行通知"]],
    ["若干", []],
  ])("%p leaves %p", (text, leftovers) => {
    expect(leftoversOf(text)).toEqual(leftovers);
  });
});

describe("a number or a fraction", () => {
  it.each([
    ["2/3", 2 / 3],
    [" １／３ ", 1 / 3],
    ["1.5/2", 0.75],
    ["95%", 0.95],
    [0.5, 0.5],
    ["1/0", null],
    ["1/2/3", null],
    ["第3", null],
    [true, null],
    [null, null],
  ])("%p is %p", (cell, value) => {
    expect(readQuotient(cell)).toBe(value);
  });
});

import fc from "fast-check";
import { dayOf, isoOf } from "../../src/core/calendar";
import { parseDate } from "../../src/functions/parse-date";
import { called } from "./called";

const april6 = dayOf(2021, 4, 6);

describe("PARSE_DATE", () => {
  it.each([
    "2021.4.6",
    "2021/4/6",
    "2021年4月6日",
    "20210406",
    "21.4.6",
    "２０２１年４月６日",
    "二〇二一年四月六日",
    "2021-04-06 15:30",
    "2021年4月6日至8日",
    44_292,
    44_292.75,
  ])("reads %p as the serial of its day", (text) => {
    expect(called(parseDate, [text])).toBe(april6);
  });

  it("takes the year of a date without one from the period, and asks for it where there is none", () => {
    expect(called(parseDate, ["4月6日", 2021])).toBe(april6);
    expect(called(parseDate, ["4月6日", "2020-06-01~2021-05-31"])).toBe(april6);
    expect(called(parseDate, ["4月6日"])).toEqual({
      error: "#VALUE!",
      message: "“文本”的日期缺少年份，现为“4月6日”。",
    });
  });

  it("reads cell by cell: a blank gives empty text, and what cannot be read spoils only its own cell", () => {
    expect(
      called(parseDate, [
        [
          ["2021.4.6", null],
          ["2021-02-30", "无"],
        ],
      ]),
    ).toEqual([
      [april6, ""],
      [{ error: "#VALUE!", message: "“文本”应为日期，现为“2021-02-30”。" }, ""],
    ]);
  });

  it("gives an error in the argument back", () => {
    expect(called(parseDate, [[["2021.4.6"], [{ error: "#N/A" }]]])).toMatchObject({ error: "#N/A" });
  });

  it("reads back every day that it writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 33_000, max: 73_000 }), (day) => {
        expect(called(parseDate, [isoOf(day)])).toBe(day);
        expect(called(parseDate, [day])).toBe(day);
      }),
    );
  });
});

import fc from "fast-check";
import { parseNumber } from "../../src/functions/parse-number";
import { called } from "./called";

describe("PARSE_NUMBER", () => {
  it.each([
    ["20余人", 20],
    ["９５％", 0.95],
    ["百分之九十五", 0.95],
    ["一百二十余人次", 120],
    ["1,234.5", 1234.5],
    ["1.2万元", 12_000],
    ["约3~5次", 3],
    ["－2分", -2],
    [7, 7],
  ])("reads %p as %d", (text, number) => {
    expect(called(parseNumber, [text])).toBeCloseTo(number, 12);
  });

  it("says what is left over, before the number or behind it", () => {
    expect(called(parseNumber, ["第14次"])).toEqual({
      error: "#VALUE!",
      message: "“第14次”中除数值外还有“第”，无法识别。",
    });
    expect(called(parseNumber, ["参加12人，请假1人"])).toMatchObject({
      error: "#VALUE!",
      message: expect.stringContaining("“参加…人,请假1人”"),
    });
  });

  it("says so where there is no number", () => {
    expect(called(parseNumber, ["若干"])).toEqual({ error: "#VALUE!", message: "“文本”应为数值，现为“若干”。" });
    expect(called(parseNumber, [true])).toMatchObject({ error: "#VALUE!" });
    expect(called(parseNumber, ["9".repeat(400)])).toMatchObject({ error: "#VALUE!" });
  });

  it("reads cell by cell: a blank gives empty text, never zero, and what cannot be read spoils only its own cell", () => {
    expect(called(parseNumber, [[["3人"], [null], ["暂无"], ["3人组"]]])).toEqual([
      [3],
      [""],
      [""],
      [expect.objectContaining({ error: "#VALUE!" })],
    ]);
  });

  it("reads back every number that it is shown as text", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (number) => {
        expect(called(parseNumber, [String(number)])).toBe(number);
        expect(called(parseNumber, [`${Math.abs(number).toLocaleString("en-US")}人`])).toBe(Math.abs(number));
      }),
    );
  });
});

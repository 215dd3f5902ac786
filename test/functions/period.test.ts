import fc from "fast-check";
import { holds } from "../../src/core/calendar";
import { parsePeriod } from "../../src/core/ledger/read-period";
import { period } from "../../src/functions/period";
import { called } from "./called";

describe("PERIOD", () => {
  it.each([
    ["月", "2021-05"],
    ["month", "2021-05"],
    [null, "2021Q2"],
    ["季", "2021Q2"],
    ["季度", "2021Q2"],
    ["Quarter", "2021Q2"],
    ["半年", "2021H1"],
    ["half", "2021H1"],
    ["年", "2021"],
    ["year", "2021"],
  ])("with the unit %p is %p", (unit, name) => {
    expect(called(period, ["2021年5月6日", unit])).toBe(name);
  });

  it("names cell by cell: a blank gives empty text, and what cannot be read spoils only its own cell", () => {
    expect(called(period, [[[44_197, null, "待定", "2021-12-31"]]])).toEqual([
      ["2021Q1", "", { error: "#VALUE!", message: "“日期”应为日期，现为“待定”。" }, "2021Q4"],
    ]);
  });

  it("asks for the year of a date without one, and for a unit that it knows", () => {
    expect(called(period, ["5月6日"])).toMatchObject({ error: "#VALUE!", message: expect.stringContaining("年份") });
    expect(called(period, ["2021-05-06", "旬"])).toMatchObject({ error: "#VALUE!" });
  });

  it("gives a period that holds the date", () => {
    const unit = fc.constantFrom("月", "季", "半年", "年");
    fc.assert(
      fc.property(fc.integer({ min: 33_000, max: 73_000 }), unit, (day, by) => {
        const named = parsePeriod(String(called(period, [day, by])));
        expect(named !== null && holds(named, day)).toBe(true);
      }),
    );
  });
});

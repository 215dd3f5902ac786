import { onTime } from "../../src/functions/on-time";
import { called } from "./called";

describe("ON_TIME", () => {
  const done = [["2021-03-31"], ["2021-04-01"], [null], ["无"], ["2021-01-01"]];
  const due = [["2021-03-31"], ["2021-03-31"], ["2021-04-30"], ["2021-05-01"], [null]];

  it("is the share done on or before the due date; what has no due date does not count", () => {
    expect(called(onTime, [done, due])).toBe(1 / 4);
  });

  it("leaves out what is not done and due after 截止日, but not what is due on that very day", () => {
    expect(called(onTime, [done, due, "2021-04-30"])).toBeCloseTo(1 / 3, 12);
    expect(called(onTime, [done, due, "2021-04-29"])).toBe(1 / 2);
  });

  it("counts what was done after 截止日 with its own date", () => {
    expect(called(onTime, ["2021-05-01", "2021-06-30", "2021-04-30"])).toBe(1);
    expect(called(onTime, ["2021-07-01", "2021-06-30", "2021-04-30"])).toBe(0);
  });

  it("takes one due date for all, and a row beside a column", () => {
    expect(called(onTime, [done.slice(0, 2), "2021-04-01"])).toBe(1);
    expect(called(onTime, [[["2021-03-31", "2021-04-01"]], [["2021-03-31"], ["2021-03-31"]]])).toBe(0.5);
  });

  it("has no result without due dates, or where nothing is due yet, and says which", () => {
    expect(called(onTime, ["2021-03-31", null])).toEqual({ error: "#N/A", message: "“期限”中没有日期，无法计算。" });
    expect(called(onTime, [null, "2021-12-31", "2021-06-30"])).toEqual({
      error: "#N/A",
      message: "截至该日均未到期，无法计算。",
    });
  });

  it("refuses what is no date and shapes that do not fit", () => {
    expect(called(onTime, ["已完成", "2021-03-31"])).toEqual({
      error: "#VALUE!",
      message: "“完成日”应为日期，现为“已完成”。",
    });
    expect(called(onTime, [done, due.slice(1)])).toMatchObject({ error: "#VALUE!" });
  });

  it("does not depend on the order of the rows", () => {
    expect(called(onTime, [done.toReversed(), due.toReversed()])).toBe(called(onTime, [done, due]));
  });
});

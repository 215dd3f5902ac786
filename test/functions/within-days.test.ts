import { onTime } from "../../src/functions/on-time";
import { withinDays } from "../../src/functions/within-days";
import { called } from "./called";

describe("WITHIN_DAYS", () => {
  const start = [["2021-03-01"], ["2021-03-01"], ["2021-03-28"], [null]];
  const end = [["2021-03-08"], ["2021-03-09"], [null], ["2021-03-09"]];

  it("is the share that ended at most so many days after its start; what has no start does not count", () => {
    expect(called(withinDays, [start, end, 7])).toBeCloseTo(1 / 3, 12);
    expect(called(withinDays, [start, end, 8])).toBeCloseTo(2 / 3, 12);
  });

  it("leaves out what has not ended and has days left after 截止日", () => {
    expect(called(withinDays, [start, end, 7, "2021-04-03"])).toBe(0.5);
    expect(called(withinDays, [start, end, 7, "2021-04-04"])).toBeCloseTo(1 / 3, 12);
  });

  it("is ON_TIME where no days are allowed", () => {
    expect(called(withinDays, [start, end, 0])).toBe(called(onTime, [end, start]));
  });

  it("has no result without start dates, or where nothing is due yet", () => {
    expect(called(withinDays, [null, "2021-03-08", 7])).toEqual({
      error: "#N/A",
      message: "“起日”中没有日期，无法计算。",
    });
    expect(called(withinDays, ["2021-03-01", null, 7, "2021-03-05"])).toMatchObject({ error: "#N/A" });
  });

  it("refuses missing or negative days", () => {
    expect(called(withinDays, [start, end, null])).toEqual({ error: "#VALUE!", message: "“天数”不能为空。" });
    expect(called(withinDays, [start, end, -7])).toMatchObject({ error: "#VALUE!" });
  });
});

import { level } from "../../src/functions/level";
import { called } from "./called";

describe("LEVEL", () => {
  it("names the ten levels of D, a boundary belonging to the level above on nine decimals", () => {
    const degrees = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.3 + 0.3, 0.7 - 1e-10, 0.8, 0.9, 1];
    expect(called(level, [degrees.map((degree) => [degree])])).toEqual(
      ["极度", "严重", "中度", "轻度", "濒临"]
        .map((word) => [`${word}失调`])
        .concat(["勉强", "初级", "中级", "良好", "优质", "优质"].map((word) => [`${word}协调`])),
    );
  });

  it("keeps its names for nine bounds of one's own", () => {
    const bounds = [0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85];
    expect(called(level, [0.86, [bounds]])).toBe("优质协调");
    expect(called(level, [0.86, bounds.toReversed().map((bound) => [bound])])).toBe("优质协调");
    expect(called(level, [0.86, [bounds.slice(1)]])).toEqual({
      error: "#VALUE!",
      message: "“等级表”应有 9 个值，现有 8 个。",
    });
  });

  it("refuses D on the scale of 100, but takes any figure with steps of one's own", () => {
    expect(called(level, [73.6])).toEqual({ error: "#VALUE!", message: "“协调度”应在 0 至 1 之间，现为“73.6”。" });
    expect(
      called(level, [
        73.6,
        [
          [60, "及格"],
          [null, "不及格"],
        ],
      ]),
    ).toBe("及格");
  });

  it("judges cell by cell", () => {
    expect(called(level, [[[0.95, "未评", 7]]])).toEqual([
      ["优质协调", expect.objectContaining({ error: "#N/A" }), expect.objectContaining({ error: "#VALUE!" })],
    ]);
  });
});

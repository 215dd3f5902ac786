import { fusion } from "../../src/functions/fusion";
import { called } from "./called";

describe("FUSION", () => {
  it("is 100·√(D·L) in every cell of the common shape", () => {
    expect(called(fusion, [[[0.81, 0.25]], [[1], [0.64]]])).toEqual([
      [90, 50],
      [expect.closeTo(72, 12), 40],
    ]);
  });

  it("gives #N/A in the cells where D or L is missing, names which, and goes on with the others", () => {
    expect(
      called(fusion, [
        [["未评"], [0.25], [0.25]],
        [[1], [null], [1]],
      ]),
    ).toEqual([
      [{ error: "#N/A", message: "“协调度”中有未评的值，无法计算。" }],
      [{ error: "#N/A", message: "“联结度”中有未评的值，无法计算。" }],
      [50],
    ]);
  });

  it("reads percentages, and refuses what lies outside [0, 1]", () => {
    expect(called(fusion, ["81%", "百分之六十四"])).toBeCloseTo(72, 12);
    expect(called(fusion, [0.5, -0.1])).toEqual({
      error: "#VALUE!",
      message: "“联结度”应在 0 至 1 之间，现为“-0.1”。",
    });
  });

  it("refuses shapes that do not fit and gives errors of an argument back", () => {
    expect(
      called(fusion, [
        [[0.1], [0.2]],
        [[0.1], [0.2], [0.3]],
      ]),
    ).toMatchObject({ error: "#VALUE!" });
    expect(called(fusion, [[[0.1], [{ error: "#N/A" }]], 0.5])).toEqual({ error: "#N/A", message: null });
  });
});

import { band } from "../../src/functions/band";
import { called } from "./called";

describe("BAND", () => {
  it("names the four bands, above 100 too", () => {
    expect(called(band, [[[108, 90, 80, 60, 0]]])).toEqual([["优秀", "优秀", "良好", "一般", "较差"]]);
  });

  it("has no name for a total below 0", () => {
    expect(called(band, [-1])).toEqual({ error: "#VALUE!", message: "“百分制”不应小于 0，现为“-1”。" });
  });
});

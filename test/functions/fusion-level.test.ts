import { fusionLevel } from "../../src/functions/fusion-level";
import { called } from "./called";

describe("FUSION_LEVEL", () => {
  it("names the four levels of F", () => {
    expect(called(fusionLevel, [[[80, 65, 64.9999999999, 50, 49.9]]])).toEqual([
      ["深度融合", "基本融合", "基本融合", "浅层融合", "两张皮"],
    ]);
  });

  it("refuses what lies outside 0 to 100", () => {
    expect(called(fusionLevel, [101])).toMatchObject({ error: "#VALUE!" });
    expect(called(fusionLevel, [100 + 1e-9])).toBe("深度融合");
  });
});

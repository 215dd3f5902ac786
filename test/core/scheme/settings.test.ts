import { readSettings } from "../../../src/core/scheme/settings";
import type { RunOptions } from "../../../src/core/outcome";
import { sheetOf, workbookOf } from "../../support/grid-builder";

const grids = workbookOf([
  sheetOf("参数", [
    ["参数", "值"],
    ["显示名次", "是"],
    ["耦合公式", "standard"],
  ]),
]);
const parameters = (options: Partial<RunOptions>) => {
  const settings = readSettings(grids, { period: null, asOf: null, formula: null, ...options });
  if (settings.kind === "refused") throw new Error("refused");
  const { showRanks, formula } = settings.parameters;
  return { showRanks, formula };
};

describe("options of a run", () => {
  it("leave to 参数 what nobody chose", () => {
    expect(parameters({})).toEqual({ showRanks: true, formula: "standard" });
    expect(parameters({ showRanks: null })).toEqual({ showRanks: true, formula: "standard" });
  });

  it("win over 参数", () => {
    expect(parameters({ showRanks: false, formula: "wang2021" })).toEqual({ showRanks: false, formula: "wang2021" });
  });
});

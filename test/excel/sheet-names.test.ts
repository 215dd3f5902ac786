import { isSheetName, withTabNames } from "../../src/excel/sheet-names";

describe("names of sheets", () => {
  it.each(["融合总览", "a'b", "表 1"])("takes %s", (name) => {
    expect(isSheetName(name)).toBe(true);
  });

  it.each(["", "  ", "a/b", "a[1]", "'a", "a'", "History", "长".repeat(32)])("refuses %p", (name) => {
    expect(isSheetName(name)).toBe(false);
  });
});

describe("a formula that refers to a renamed tab", () => {
  const names = new Map([
    ["指标得分", "得分（已核）"],
    ["a'b", "c"],
  ]);

  it("follows the tab to its new name", () => {
    expect(withTabNames("='指标得分'!F5+'a''b'!A1", names)).toBe("='得分（已核）'!F5+'c'!A1");
  });

  it("leaves other sheets and text in quotation marks alone", () => {
    expect(withTabNames(`='活动台账'!A1&"'指标得分'!"`, names)).toBe(`='活动台账'!A1&"'指标得分'!"`);
  });
});

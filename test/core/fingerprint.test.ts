import { schemeFingerprint } from "../../src/core/fingerprint";
import type { CellValue, WorkbookGrids } from "../../src/core/grid";
import { readSettings } from "../../src/core/scheme/settings";
import { DEFAULT_SCHEME } from "../../src/core/scheme/default-scheme";
import { sheetOf, workbookOf } from "../support/grid-builder";

const HEADER = ["代码", "指标", "子系统", "数据表", "计量", "条件", "适用", "下限", "上限", "方向", "折算", "分值"];

const fingerprint = (grids: WorkbookGrids): string => {
  const settings = readSettings(grids, { period: null, asOf: null, formula: null });
  if (settings.kind === "refused") throw new Error("refused");
  return schemeFingerprint(settings.scheme, settings.parameters);
};
const withParameter = (key: string, value: CellValue): WorkbookGrids =>
  workbookOf([
    sheetOf("参数", [
      ["参数", "值"],
      [key, value],
    ]),
  ]);

describe("the scheme fingerprint (methodology §9)", () => {
  const built = fingerprint(workbookOf([]));

  it("is twelve hex digits", () => {
    expect(built).toMatch(/^[0-9a-f]{12}$/u);
  });

  it("is the same for the built-in scheme and for the same scheme in the workbook", () => {
    expect(fingerprint(workbookOf([sheetOf("评分标准", [HEADER, ...DEFAULT_SCHEME])]))).toBe(built);
  });

  it.each([
    ["同步窗口", 8],
    ["空值", "无"],
    ["列名：支部", "党组织"],
    ["词表：载体", "甲、乙"],
    ["未结合率黄线", 0.41],
  ])("changes with the parameter %s", (key, value) => {
    expect(fingerprint(withParameter(key, value))).not.toBe(built);
  });

  it("does not change with a parameter that says the default, nor with one that cannot be used", () => {
    expect(fingerprint(withParameter("同步窗口", 7))).toBe(built);
    expect(fingerprint(withParameter("同步窗口", "久"))).toBe(built);
  });

  it("changes with the scheme's rows", () => {
    const rows = DEFAULT_SCHEME.map((row, index) => (index === 0 ? [...row.slice(0, 11), 6] : row));
    expect(fingerprint(workbookOf([sheetOf("评分标准", [HEADER, ...rows])]))).not.toBe(built);
  });

  it("does not hold the column mapping", () => {
    expect(fingerprint(workbookOf([], { mapping: '{"version":1,"ranges":[]}' }))).toBe(built);
  });
});

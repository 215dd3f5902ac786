import type { BranchHonours } from "../../../src/core/assessment/assessment";
import { ROSTER, type Row, assess, book } from "../../support/small-workbook";

function honoursOf(rows: readonly Row[]): BranchHonours | undefined {
  const filled = rows.map((row) => ({ 支部: "甲支部", 日期: "2021-03-01", ...row }));
  return assess(book({ 支部名册: ROSTER, 荣誉成果: filled })).outputs.honours[0];
}

describe("荣誉 (methodology §8)", () => {
  test("counts an honour once at its highest level, with all the rows that name it", () => {
    const found = honoursOf([
      { 名称: "先进基层党组织", 级别: "市级", 授予单位: "市委", 类别: "集体" },
      { 名称: "全省先进基层党组织", 级别: "省级", 授予单位: "省委", 类别: "党建", 日期: "2021-07-01" },
      { 名称: "先进基层党组织（县级）", 级别: "县" },
    ]);
    expect(found?.honours).toEqual([
      {
        name: "全省先进基层党组织",
        level: "省",
        category: "党建",
        grantor: "省委",
        day: "2021-07-01",
        evidence: { table: "荣誉成果", rows: 3, sheets: [{ sheet: "荣誉成果", runs: [2, 4] }] },
      },
    ]);
  });

  test("keeps honours of two years apart, and names that are more than a level", () => {
    const found = honoursOf([
      { 名称: "2020年度先进党支部", 级别: "市" },
      { 名称: "2021年度先进党支部", 级别: "市" },
      { 名称: "2021年度全市先进党支部", 级别: "市" },
      { 名称: "全国", 级别: "国家" },
    ]);
    expect(found?.honours.map(({ name }) => name)).toEqual(["全国", "2020年度先进党支部", "2021年度先进党支部"]);
  });

  test.each([
    ["国家级", "国家"],
    ["最高人民检察院", "国家"],
    ["省部级", "省"],
    ["自治区级", "省"],
    ["市", "市"],
    ["县（区）级", "县"],
    ["区级", "县"],
    ["系统内", null],
    [null, null],
  ])("reads the level %s as %s", (written, level) => {
    expect(honoursOf([{ 名称: "文明窗口", 级别: written }])?.honours[0]?.level).toBe(level);
  });

  test("puts higher levels first, then earlier days, and what has no level last", () => {
    const found = honoursOf([
      { 名称: "一", 级别: null },
      { 名称: "二", 级别: "县" },
      { 名称: "三", 级别: "省", 日期: "2021-08-01" },
      { 名称: "四", 级别: "省", 日期: "2021-02-01" },
    ]);
    expect(found?.honours.map(({ name }) => name)).toEqual(["四", "三", "二", "一"]);
  });

  test("counts the same name for each branch that has it, and passes over rows without a name", () => {
    const rows = [
      { 支部: "甲支部、乙支部", 日期: "2021-03-01", 名称: "文明窗口" },
      { 支部: "甲支部", 日期: "2021-03-01", 名称: null, 级别: "省" },
    ];
    const { honours } = assess(book({ 支部名册: ROSTER, 荣誉成果: rows })).outputs;
    expect(honours.map((each) => each.honours.length)).toEqual([1, 1, 0]);
  });

  test("is 未评 where there is no such table", () => {
    expect(assess(book({ 支部名册: ROSTER })).outputs.honours[0]?.reason?.code).toBe("tableMissing");
  });
});

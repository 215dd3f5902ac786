import { assess, book } from "../../support/small-workbook";
import { representative } from "./sample";
import { inputsOf, tabOf, textOf } from "./tab-of";

describe("品牌与荣誉", () => {
  test("says of every brand whether it is missing, shared or inactive, with links to roster and ledger", () => {
    const text = textOf(representative(), "brands");
    expect(text).toContain("4个支部中，已填支部品牌的3个，未填的1个，与其他支部重名的2个，评估期内没有品牌活动的2个");
    expect(text).toMatch(/第一支部 \| 天平护航 →支部名册!A2 [^\n]*活动台账2行 →活动台账!A2 \| 与第三支部重名/u);
    expect(text).toMatch(/离退休支部 \| 未填 \| 未填 [^\n]*未填品牌/u);
    expect(text).toContain("未填内涵；与第一支部重名；本期没有品牌活动");
    expect(text).toMatch(/第四支部 \| 不适用：支部不在评估期内/u);
  });

  test("does not say that the meaning was not filled in where the roster has no column for it", () => {
    const branches = (meaning: object) => book({ 支部名册: [{ 支部: "甲支部", 支部品牌: "先锋", ...meaning }] });
    expect(textOf(assess(branches({})), "brands")).toMatch(/甲支部 \| 先锋 [^|]*\| 未评/u);
    expect(textOf(assess(branches({ 品牌内涵: null })), "brands")).toMatch(/甲支部 \| 先锋 [^|]*\| 未填/u);
  });

  test("counts honours by level and category, once each, with a sum that is a formula", () => {
    const text = textOf(representative(), "brands");
    expect(text).toMatch(/第一支部 \| 0 \| 1 \| 0 \| 0 \| 0 \| 1 \| 集体1/u);
    expect(text).toMatch(/合计 \| 0 \{=SUM\(B\d+:B\d+\)\} \| 1 \{=SUM\(C\d+:C\d+\)\}/u);
    expect(text).toMatch(/全省先进基层党组织 [^\n]*荣誉成果2行 →荣誉成果!A2 [^\n]*第2—3行/u);
  });

  test("has a place for a remark on the brand and on the honours of every branch", () => {
    const names = inputsOf(tabOf(representative(), "brands"));
    expect(names).toHaveLength(10);
    expect(new Set(names).size).toBe(10);
  });

  test("names at most three of the branches that share a brand, and writes out five hundred honours", () => {
    const branches = Array.from({ length: 6 }, (_, index) => `第${index + 1}支部`);
    const text = textOf(
      assess(
        book({
          支部名册: branches.map((branch) => ({ 支部: branch, 支部品牌: "先锋" })),
          荣誉成果: branches.flatMap((branch) =>
            Array.from({ length: 90 }, (_, index) => ({ 支部: branch, 日期: "2021-03-01", 名称: `荣誉${index}号` })),
          ),
        }),
      ),
      "brands",
    );
    expect(text).toContain("与第2支部、第3支部、第4支部等5个支部重名");
    expect(text).toContain("以上为前200条，另有340条未列出");
  });

  test("is not made without brand, brand activity and honour, and is made for each of them", () => {
    const roster = [{ 支部: "甲支部" }];
    const activity = { 支部: "甲支部", 日期: "2021-03-01", 类别: "党课" };
    expect(tabOf(assess(book({ 支部名册: roster, 活动台账: [{ ...activity, 品牌活动: "否" }] })), "brands")).toBeNull();
    const active = textOf(assess(book({ 支部名册: roster, 活动台账: [{ ...activity, 品牌活动: "是" }] })), "brands");
    expect(active).toContain("未评：“支部名册”表缺少列：支部品牌");
    expect(active).toContain("评估期内没有荣誉成果的记录");
    const honoured = { 支部: "甲支部", 日期: "2021-03-01", 名称: "文明窗口" };
    expect(tabOf(assess(book({ 支部名册: roster, 荣誉成果: [honoured] })), "brands")).not.toBeNull();
  });
});

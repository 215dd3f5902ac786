import type { BrandFigure } from "../../../src/core/assessment/assessment";
import { type Row, assess, book } from "../../support/small-workbook";

const held = (branch: string, brand: string | null): Row => ({
  支部: branch,
  日期: "2021-03-01",
  类别: "主题党日",
  品牌活动: brand,
});

function brandsOf(roster: readonly Row[], activities: readonly Row[] = [held("甲支部", "是")]): readonly BrandFigure[] {
  return assess(book({ 支部名册: roster, 活动台账: activities })).outputs.brands;
}

describe("品牌 (methodology §8)", () => {
  test("is missing where 支部名册 has the column and nothing in it, or a 空值 word", () => {
    const brands = brandsOf([
      { 支部: "甲支部", 支部品牌: "天平护航" },
      { 支部: "乙支部", 支部品牌: null },
      { 支部: "丙支部", 支部品牌: "暂无" },
    ]);
    expect(brands.map(({ states }) => states.includes("missing"))).toEqual([false, true, true]);
  });

  test("is a duplicate where another branch has the same name, spaces, punctuation and width aside", () => {
    const brands = brandsOf([
      { 支部: "甲支部", 支部品牌: "“天平 护航”" },
      { 支部: "乙支部", 支部品牌: "天平护航" },
      { 支部: "丙支部", 支部品牌: "清风" },
    ]);
    expect(brands.map(({ duplicates }) => duplicates)).toEqual([[1], [0], []]);
    expect(brands.map(({ states }) => states.includes("duplicate"))).toEqual([true, true, false]);
  });

  test("is inactive where no 品牌活动 is in the window, and counts those that are", () => {
    const brands = brandsOf(
      [
        { 支部: "甲支部", 支部品牌: "一" },
        { 支部: "乙支部", 支部品牌: "二" },
        { 支部: "丙支部", 支部品牌: "三" },
      ],
      [
        held("甲支部", "是"),
        held("甲支部", "√"),
        held("乙支部", "否"),
        { ...held("丙支部", "是"), 日期: "2020-01-01" },
      ],
    );
    expect(brands.map(({ states }) => states.includes("inactive"))).toEqual([false, true, true]);
    expect(brands[0]?.activities).toMatchObject({ count: 2, last: "2021-03-01", evidence: { rows: 2 } });
  });

  test("lacks its meaning where 品牌内涵 is a column and blank", () => {
    const [one, other] = brandsOf([
      { 支部: "甲支部", 支部品牌: "一", 品牌内涵: null },
      { 支部: "乙支部", 支部品牌: "二", 品牌内涵: "为民" },
    ]);
    expect(one?.states).toContain("noMeaning");
    expect(other?.states).not.toContain("noMeaning");
  });

  test("judges nothing that the ledgers do not tell: no roster, no column, no 品牌活动, a branch outside the period", () => {
    expect(brandsOf([{ 支部: "甲支部" }])[0]).toMatchObject({ reason: { code: "columnsMissing" }, states: [] });
    const without = brandsOf(
      [{ 支部: "甲支部", 支部品牌: "一" }],
      [{ 支部: "甲支部", 日期: "2021-03-01", 类别: "党课" }],
    );
    expect(without[0]).toMatchObject({ activities: null, activityReason: { code: "columnsMissing" }, states: [] });
    const [rosterless] = assess(book({ 活动台账: [held("甲支部", "是")] })).outputs.brands;
    expect(rosterless).toMatchObject({ reason: { code: "rosterMissing" }, activities: { count: 1 } });
    const closed = brandsOf([
      { 支部: "甲支部", 支部品牌: "一" },
      { 支部: "乙支部", 支部品牌: "一", 撤销日期: "2020-06-30" },
    ]);
    expect(closed.map(({ states }) => states.includes("duplicate"))).toEqual([false, false]);
    expect(closed[1]?.reason?.code).toBe("noWindow");
  });
});

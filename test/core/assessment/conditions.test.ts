import type { CellValue } from "../../../src/core/grid";
import { type Row, assess, book, cellsOf, figureOf } from "../../support/small-workbook";

/** How many of the rows satisfy a 条件. */
function count(condition: string, rows: readonly Row[], roster: Row = {}, table = "活动台账"): number | string | null {
  const day = table === "活动台账" ? { 日期: "2021-04-01" } : {};
  const { raw, reason } = figureOf(
    assess(
      book(
        { 支部名册: [{ 支部: "甲支部", ...roster }], [table]: rows.map((row) => ({ 支部: "甲支部", ...day, ...row })) },
        [{ 计量: "次数", 条件: condition, 数据表: table }],
      ),
    ),
  );
  return raw ?? reason?.code ?? null;
}

const cells = (column: string, values: readonly CellValue[]): Row[] =>
  values.map((value) => ({ 类别: "党课", [column]: value }));

describe("条件 (methodology §4)", () => {
  const SIX = ["√", "是", "Y", "TRUE", true, 1];

  test("in a yes/no comparison any yes-word equals any other, any 空值 word is a no, only an empty cell is blank (§C.1)", () => {
    const rows = cells("品牌活动", [...SIX, "否", "×", "N/A", null, " "]);
    expect(count("品牌活动=是", rows)).toBe(6);
    expect(count("品牌活动=√", rows)).toBe(6);
    expect(count("品牌活动=否", rows)).toBe(3);
    expect(count("品牌活动=无", rows)).toBe(3);
    expect(count("品牌活动≠是", rows)).toBe(5);
    expect(count("品牌活动≠否", rows)).toBe(8);
    expect(count("品牌活动∈{是}", rows)).toBe(6);
  });

  test("a blank side makes =, ∈ and order false, ≠ and ∉ true; 空值 words are blank there", () => {
    const rows = cells("主题", ["甲", "乙", "无", null, "/"]);
    expect(count("主题=甲", rows)).toBe(1);
    expect(count("主题≠甲", rows)).toBe(4);
    expect(count("主题∈{甲,乙}", rows)).toBe(2);
    expect(count("主题∉{甲}", rows)).toBe(4);
    expect(count("主题非空", rows)).toBe(2);
    expect(count("主题为空", rows)).toBe(3);
    expect(count("应到<5", cells("应到", [3, null, "无", 9]))).toBe(1);
  });

  test("= and ∈ hold if any token fits, ≠ and ∉ negate them (§C.16)", () => {
    const rows = [{ 类别: "支委会、集中学习" }, { 类别: "理论学习" }, { 类别: "党课" }, { 类别: null }];
    expect(count("类别=支委会", rows)).toBe(1);
    expect(count("类别=集中学习", rows)).toBe(2);
    expect(count("类别≠集中学习", rows)).toBe(2);
    expect(count("类别∉{支委会,党课}", rows)).toBe(2);
    expect(count("类别=学习 且 类别=支委会", rows)).toBe(1);
  });

  test("text compares in NFKC, without white space, whatever the case", () => {
    expect(count("主题=A B学习", cells("主题", ["ａｂ学 习", "ab学习", "abc学习"]))).toBe(2);
  });

  test("equality is numeric only where both sides are numbers with nothing left over", () => {
    expect(count("应到=12", cells("应到", [12, "12人", "十二", "12左右吧", "约12"]))).toBe(4);
    expect(count("应到≠12", cells("应到", [12, "12左右吧", null]))).toBe(2);
  });

  test("a side that cannot be read as what is compared leaves the row out, also under ≠, and is listed", () => {
    expect(count("应到≥5", cells("应到", [8, "若干", 3]))).toBe(1);
    expect(count("日期≠2021-05-01", [{ 类别: "党课" }])).toBe(1);
    const rows: Row[] = [
      { 支部: "甲支部", 任务: "a", 期限: "2021-06-30", 完成日: "尽快" },
      { 支部: "甲支部", 任务: "b", 期限: "2021-06-30", 完成日: "2021-06-01" },
    ];
    const assessment = assess(
      book({ 支部名册: [{ 支部: "甲支部" }], 任务清单: rows }, [
        { 计量: "次数", 数据表: "任务清单", 条件: "完成日∉{2021-05-01}" },
      ]),
    );
    expect(figureOf(assessment).raw).toBe(1);
    expect(cellsOf(assessment, "comparisonUnreadable")).toEqual(["D2"]);
  });

  test("a row that another clause rules out is not listed", () => {
    const rows = [{ 支部: "甲支部", 日期: "2021-04-01", 类别: "党课", 应到: "若干" }];
    const line = { 计量: "次数", 条件: "应到≥5 且 类别=支委会" };
    expect(
      cellsOf(assess(book({ 支部名册: [{ 支部: "甲支部" }], 活动台账: rows }, [line])), "comparisonUnreadable"),
    ).toEqual([]);
  });

  test("columns compare as dates where the left is a date column, else as numbers; the unreadable one is named", () => {
    const tasks: Row[] = [
      { 任务: "a", 期限: "2021-06-30", 完成日: "2021年6月30日" },
      { 任务: "b", 期限: "2021-06-30", 完成日: "2021-07-01" },
      { 任务: "c", 期限: "2021-06-30", 完成日: null },
    ];
    expect(count("完成日≤期限", tasks, {}, "任务清单")).toBe(1);
    expect(count("完成日=期限", tasks, {}, "任务清单")).toBe(1);
    expect(count("完成日≠期限", tasks, {}, "任务清单")).toBe(2);
    expect(
      count(
        "实到<应到",
        cells("实到", [9, 10, "9人"]).map((row) => ({ ...row, 应到: 10 })),
      ),
    ).toBe(2);
    const assessment = assess(
      book(
        {
          支部名册: [{ 支部: "甲支部" }],
          活动台账: [{ 支部: "甲支部", 日期: "2021-04-01", 类别: "党课", 实到: 3, 应到: "若干" }],
        },
        [{ 计量: "次数", 条件: "实到<应到" }],
      ),
    );
    expect(cellsOf(assessment, "comparisonUnreadable")).toEqual(["E2"]);
  });

  test("空值 words in both of two columns are blank, not equal", () => {
    expect(count("主题=成效", [{ 类别: "党课", 主题: "无", 成效: "无" }])).toBe(0);
    expect(count("主题≠成效", [{ 类别: "党课", 主题: "无", 成效: "无" }])).toBe(1);
  });

  test("@列 is the branch's own roster field; persons are split and compared without spaces, 同志 and 书记, whatever the case (§C.16)", () => {
    const rows = cells("主持人", ["张三", "张 三", "李四、张三同志", "张三书记", "张三丰", null]);
    expect(count("主持人=@支部书记", rows, { 支部书记: "张三同志" })).toBe(4);
    expect(count("主持人≠@支部书记", rows, { 支部书记: "张三" })).toBe(2);
    expect(count("主持人=ali", cells("主持人", ["Ali", "ＡＬＩ", "Alim"]))).toBe(2);
    expect(count("应到≥@党员数", cells("应到", [10, 9]), { 党员数: "10名" })).toBe(1);
  });

  test.each([null, "无", "#N/A"])("a blank @ field (%s) makes the indicator 未评", (secretary) => {
    expect(count("主持人=@支部书记", cells("主持人", ["张三"]), { 支部书记: secretary })).toBe("rosterFieldBlank");
    expect(count("主持人≠@支部书记", cells("主持人", ["张三"]), { 支部书记: secretary })).toBe("rosterFieldBlank");
  });

  test("期间 compare as periods however they are written", () => {
    const rows = ["2021Q1", "2021年第一季度", "2021-01"].map((period) => ({
      姓名: "张三",
      期间: period,
      类型: period,
    }));
    expect(count("期间=2021年1季度", rows, {}, "星级记录")).toBe(2);
  });
});

describe("适用 (methodology §4, §C.1, §C.5)", () => {
  const status = (applies: string, roster: Row | null): string => {
    const activities = [{ 支部: "甲支部", 日期: "2021-04-01", 类别: "党课" }];
    const tables =
      roster === null
        ? { 活动台账: activities }
        : { 支部名册: [{ 支部: "甲支部", 支部书记: "张三", ...roster }], 活动台账: activities };
    const { status: own, reason } = figureOf(assess(book(tables, [{ 计量: "次数", 适用: applies }])));
    return own === "unassessed" ? `未评 ${reason?.code ?? ""}` : own;
  };

  test.each([
    ["支委会=有", { 支委会: "是" }, "assessed"],
    ["支委会=有", { 支委会: "无" }, "not_applicable"],
    ["支委会=有", { 支委会: null }, "未评 appliesUndecided"],
    ["支委会=有", { 支委会: "#REF!" }, "未评 appliesUndecided"],
    ["支委会=有", {}, "未评 appliesUndecided"],
    ["支委会≠有", {}, "assessed"],
    ["支委会∈{有}", { 支委会: "否" }, "not_applicable"],
    ["党小组数≥1", { 党小组数: "无" }, "not_applicable"],
    ["党小组数=0", { 党小组数: "无" }, "assessed"],
    ["党小组数<1", { 党小组数: "/" }, "assessed"],
    ["党小组数≥1", { 党小组数: "2个" }, "assessed"],
    ["党小组数≥1", { 党小组数: "若干" }, "未评 appliesUndecided"],
    ["类型=业务", { 类型: "无" }, "not_applicable"],
    ["类型∈{业务}", { 类型: null }, "未评 appliesUndecided"],
    ["类型∉{综合}", { 类型: null }, "assessed"],
    ["类型≠综合 且 类型≠离退休", { 类型: "离退休" }, "not_applicable"],
    ["类型非空", { 类型: null }, "not_applicable"],
    ["类型为空", { 类型: null }, "assessed"],
    ["支委会=有 且 类型=综合", { 类型: "业务" }, "not_applicable"],
    ["党员数≥党小组数", { 党员数: 9, 党小组数: 2 }, "assessed"],
  ])("%s with %j is %s", (applies, roster, expected) => {
    expect(status(applies, roster)).toBe(expected);
  });

  test.each([
    ["支委会=有", "未评 rosterMissing"],
    ["党小组数≥1", "未评 rosterMissing"],
    ["类型≠综合", "assessed"],
    ["类型∉{综合}", "assessed"],
    ["类型非空", "not_applicable"],
    ["类型为空", "assessed"],
  ])("without a roster %s is %s", (applies, expected) => {
    expect(status(applies, null)).toBe(expected);
  });

  test("without a roster @ is 未评", () => {
    const assessment = assess(
      book({ 活动台账: [{ 支部: "甲支部", 日期: "2021-04-01", 类别: "党课", 主持人: "张三" }] }, [
        { 计量: "次数", 条件: "主持人=@支部书记" },
      ]),
    );
    expect(figureOf(assessment).reason?.code).toBe("rosterMissing");
  });
});

import { ROSTER, type Row, assess, book, cellsOf, figureOf } from "../../support/small-workbook";

const review = (approved: string | number | null, rest: Row = {}): Row => ({
  支部: "甲支部",
  期间: "2021",
  代码: "X1",
  审定分: approved,
  ...rest,
});
const LINE = { 计量: "次数", 上限: 4, 分值: 5 };

function assessed(reviews: readonly Row[], line: Row = {}, roster: readonly Row[] = ROSTER): ReturnType<typeof assess> {
  const activities = [{ 支部: "甲支部", 日期: "2021-04-01", 类别: "党课" }];
  return assess(
    book({ 支部名册: roster, 活动台账: activities, 自评复核: reviews }, [{ ...LINE, ...line }, { 计量: "次数" }]),
  );
}

describe("审定分 (methodology §5, §C.17)", () => {
  test("sets s = 审定分 ÷ 分值, and keeps what was computed beside it", () => {
    const figure = figureOf(assessed([review(3, { 自评分: 4, 复核分: 3.5 })]));
    expect(figure).toMatchObject({
      raw: 1,
      score: 0.6,
      reviewed: true,
      status: "assessed",
      computed: { score: 0.25, status: "assessed" },
      review: { self: 4, recheck: 3.5, approved: 3 },
    });
  });

  test("the last valid row holds: blank, unreadable and out-of-range ones do not put an earlier one aside", () => {
    const after = (...later: readonly (string | number | null)[]): ReturnType<typeof assess> =>
      assessed([review(2), review(3), ...later.map((value) => review(value))]);
    expect(figureOf(after()).score).toBe(0.6);
    expect(figureOf(after(null, "暂定", 99, -1)).score).toBe(0.6);
    expect(cellsOf(after(null, "暂定", 99, -1), "reviewIgnored")).toEqual(["D6", "D7"]);
    expect(cellsOf(after("暂定"), "numberUnreadable")).toEqual(["D4"]);
  });

  test("0 and 分值 itself are in range, on nine decimals", () => {
    expect(figureOf(assessed([review(0)])).score).toBe(0);
    expect(figureOf(assessed([review(5)])).score).toBe(1);
    expect(figureOf(assessed([review(5.0000000001)])).score).toBe(1);
    expect(figureOf(assessed([review(5.00000001)])).reviewed).toBe(false);
  });

  test("期间 must equal the period as named, whatever 截止日 cuts off", () => {
    expect(figureOf(assessed([review(3, { 期间: "2021H1" })])).reviewed).toBe(false);
    const grids = book(
      {
        支部名册: ROSTER,
        活动台账: [{ 支部: "甲支部", 日期: "2021-04-01", 类别: "党课" }],
        自评复核: [review(3, { 期间: "2021年" })],
      },
      [LINE],
    );
    expect(figureOf(assess(grids, { asOf: "2021-06-30" })).score).toBe(0.6);
  });

  test("makes a 未评 indicator assessed, also one whose 适用 cannot be decided", () => {
    expect(figureOf(assessed([review(3)], { 计量: "均值(实到)" }))).toMatchObject({
      raw: null,
      score: 0.6,
      status: "assessed",
      reason: null,
    });
    expect(figureOf(assessed([review(3)], { 适用: "类型=业务" }))).toMatchObject({ score: 0.6, status: "assessed" });
  });

  test("is ignored and listed on a 不适用 indicator, without a window, with 分值 0, and for an unknown 代码", () => {
    const off = assessed([review(3)], { 适用: "支部书记非空" });
    expect(figureOf(off)).toMatchObject({ status: "not_applicable", score: null, reviewed: false });
    expect(cellsOf(off, "reviewIgnored")).toEqual(["D2"]);
    const closed = assessed([review(3)], {}, [{ 支部: "甲支部", 支部书记: "张三", 撤销日期: "2020-01-01" }]);
    expect(figureOf(closed)).toMatchObject({ status: "not_applicable", reviewed: false });
    expect(cellsOf(closed, "reviewIgnored")).toEqual(["D2"]);
    const nothing = assessed([review(0)], { 分值: 0 });
    expect(figureOf(nothing)).toMatchObject({ score: 0.25, reviewed: false });
    expect(cellsOf(nothing, "reviewIgnored")).toEqual(["D2"]);
    expect(cellsOf(assessed([review(3, { 代码: "Z9" })]), "reviewIgnored")).toEqual(["D2"]);
  });
});

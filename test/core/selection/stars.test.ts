import { ROSTER, type Row, assess, book } from "../../support/small-workbook";

const post = (name: string | null, period: string | null, rest: Row = {}): Row => ({
  支部: "甲支部",
  姓名: name,
  期间: period,
  政治素质: "好",
  业务能力: "好",
  纪律作风: "√",
  重大案件: null,
  重要事项: null,
  疑难问题: null,
  ...rest,
});

function stars(posts: readonly Row[], options: { asOf?: string } = {}): string[] {
  return assess(book({ 支部名册: ROSTER, 先锋岗: posts }), options).stars.map(
    ({ period, kind, name, branch }) => `${period} ${kind} ${name} ${branch}`,
  );
}

describe("每月之星 and 季度之星 (methodology §8, §9)", () => {
  test("by kinds of duty done, then by their sum, where text counts 1", () => {
    expect(
      stars([post("张三", "2021-04", { 重大案件: 9 }), post("李四", "2021-04", { 重大案件: 1, 重要事项: "牵头" })]),
    ).toEqual(["2021-04 每月之星 李四 甲支部"]);
    expect(
      stars([post("张三", "2021-04", { 重大案件: 3 }), post("李四", "2021-04", { 重大案件: "牵头办理" })]),
    ).toEqual(["2021-04 每月之星 张三 甲支部"]);
  });

  test("ties are joint, on nine decimals, in order of reading; a person once per 期间", () => {
    const rows = [
      post("李四", "2021-04", { 重大案件: 0.1, 重要事项: 0.2 }),
      post("张三", "2021年4月", { 重大案件: 0.3 * 0.5, 疑难问题: 0.15 }),
      post("李四同志", "2021-04", { 重大案件: 0.3, 重要事项: 1e-12 }),
    ];
    expect(stars(rows)).toEqual(["2021-04 每月之星 李四 甲支部", "2021-04 每月之星 张三 甲支部"]);
  });

  test("namesakes of two branches are two persons", () => {
    expect(stars([post("张三", "2021-04"), post("张三", "2021-04", { 支部: "乙支部" })])).toHaveLength(2);
  });

  test("in order of 期间 start, month before quarter", () => {
    const rows = [post("甲", "2021Q2"), post("乙", "2021-05"), post("丙", "2021-04"), post("丁", "2021-01")];
    expect(stars(rows).map((star) => star.split(" ")[0])).toEqual(["2021-01", "2021-04", "2021Q2", "2021-05"]);
  });

  test("a criterion, 姓名 or 期间 that is blank takes a row out, and so do other 期间 and those outside the cut period", () => {
    expect(
      stars([
        post("张三", "2021-04", { 纪律作风: "无" }),
        post(null, "2021-04"),
        post("张三", null),
        post("张三", "2021"),
        post("张三", "2021H1"),
        post("张三", "2020-12"),
      ]),
    ).toEqual([]);
    expect(stars([post("张三", "2021-06"), post("李四", "2021-05")], { asOf: "2021-06-15" })).toEqual([
      "2021-05 每月之星 李四 甲支部",
    ]);
  });
});

describe("星级记录 is checked (methodology §8)", () => {
  const record = (name: string, period: string, rest: Row = {}): Row => ({
    支部: "甲支部",
    姓名: name,
    期间: period,
    ...rest,
  });
  const checks = (records: readonly Row[], posts: readonly Row[], period = "2021Q1"): string[] =>
    assess(book({ 支部名册: ROSTER, 先锋岗: posts, 星级记录: records }), { period }).starChecks.map((check) =>
      `${check.code} ${check.period} ${check.name ?? ""}`.trim(),
    );

  test("a winner without a post in any part of the 期间; a post without 期间 is for all of it", () => {
    const records = [record("张三", "2021-01"), record("李四", "2021-02"), record("王五", "2021-03")];
    expect(checks(records, [post("张三同志", "2021-01"), post("李四", null), post("王五", "2021-02")])).toEqual([
      "winnerWithoutPost 2021-03 王五",
    ]);
    expect(checks([record("张三", "2021Q1")], [post("张三", "2021-02")])).toEqual([]);
    expect(checks([record("张三", "2021Q1")], [post("张三", "2021-02", { 支部: "乙支部" })])).toEqual([
      "winnerWithoutPost 2021Q1 张三",
    ]);
  });

  test("a winner twice running, and a period without one where the kind is recorded at all", () => {
    const posts = [post("张三", null)];
    expect(checks([record("张三", "2021-01"), record("张三", "2021-02"), record("张三", "2021-03")], posts)).toEqual([
      "winnerTwiceRunning 2021-02 张三",
      "winnerTwiceRunning 2021-03 张三",
    ]);
    expect(checks([record("张三", "2021-01"), record("张三", "2021-03")], posts)).toEqual([
      "periodWithoutWinner 2021-02",
    ]);
  });
});

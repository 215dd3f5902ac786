import type { RunOptions } from "../../../src/core/outcome";
import { type Row, ROSTER, assess, book, cellsOf, figureOf } from "../../support/small-workbook";

/** Raw figure of one 计量 for 甲支部, or the code of the reason why there is none. */
function raw(
  table: string,
  measure: string,
  rows: readonly Row[],
  rest: Row = {},
  options: Partial<RunOptions> = {},
): number | string | null {
  const grids = book({ 支部名册: ROSTER, [table]: rows.map((row) => ({ 支部: "甲支部", ...row })) }, [
    { 计量: measure, 数据表: table, ...rest },
  ]);
  const { raw: value, reason } = figureOf(assess(grids, options));
  return value ?? reason?.code ?? null;
}

const act = (date: string, rest: Row = {}): Row => ({ 日期: date, 类别: "党课", ...rest });

describe("计量 over counted rows (methodology §4)", () => {
  const rows = [act("2021-01-05"), act("2021-01-20"), act("2021-05-01"), act("2020-12-31")];

  test("次数 counts the rows in the window", () => {
    expect(raw("活动台账", "次数", rows)).toBe(3);
  });

  test("覆盖月 counts distinct months, however many rows a month has", () => {
    expect(raw("活动台账", "覆盖月", rows)).toBeCloseTo(2 / 12, 12);
  });

  test("覆盖季 counts quarters wholly inside the window", () => {
    expect(raw("活动台账", "覆盖季", rows)).toBe(2 / 4);
    expect(raw("活动台账", "覆盖季", rows, {}, { asOf: "2021-05-31" })).toBe(1);
    expect(raw("活动台账", "覆盖季", rows, {}, { period: "2021-04" })).toBe("noQuarter");
  });

  test("覆盖月 of a table with 期间 counts the months that a 期间 touches", () => {
    const posts = [
      { 姓名: "张三", 期间: "2021Q1", 重大案件: 1 },
      { 姓名: "李四", 期间: "2021-04", 重大案件: 1 },
    ];
    expect(raw("先锋岗", "覆盖月", posts)).toBeCloseTo(4 / 12, 12);
    expect(raw("先锋岗", "覆盖季", posts)).toBe(2 / 4);
  });

  test("求和 adds the numbers, is 0 without rows and 未评 where rows hold no number", () => {
    expect(
      raw("活动台账", "求和(实到)", [act("2021-01-05", { 实到: "12人" }), act("2021-01-06", { 实到: "无" })]),
    ).toBe(12);
    expect(raw("活动台账", "求和(实到)", [act("2020-01-05", { 实到: 3 })])).toBe(0);
    expect(raw("活动台账", "求和(实到)", [act("2021-01-05", { 实到: "若干" })])).toBe("noNumbers");
  });

  test("digits beyond what a number holds are unreadable", () => {
    expect(raw("活动台账", "求和(实到)", [act("2021-01-05", { 实到: "9".repeat(400) })])).toBe("noNumbers");
  });

  test("去重 counts distinct values: category by category, person by person, day by day, other cells whole", () => {
    const cells = (column: string, values: readonly string[]): Row[] =>
      values.map((value) => act("2021-01-05", { [column]: value }));
    expect(raw("活动台账", "去重(类别)", cells("类别", ["党课、主题党日", "上党课", "/"]))).toBe(2);
    expect(raw("活动台账", "去重(主持人)", cells("主持人", ["张三", "张 三同志", "张三、李四"]))).toBe(2);
    expect(raw("活动台账", "去重(共建单位)", cells("共建单位", ["甲公司", " 甲公司", "甲公司、乙公司", "无"]))).toBe(2);
    const tasks = ["2021-03-01", "2021年3月1日", "2021-03-02"].map((date) => ({ 任务: "t", 期限: date }));
    expect(raw("任务清单", "去重(期限)", tasks)).toBe(2);
  });

  test("覆盖类 counts listed categories that occur, through synonyms, in cells that name several", () => {
    const rows = [act("2021-01-05", { 载体: "做实学习教育载体；党建阵地" }), act("2021-01-06", { 载体: "别的" })];
    expect(raw("活动台账", "覆盖类(载体; 学习教育,党建阵地,提质增效,创先争优)", rows)).toBe(2 / 4);
    expect(raw("活动台账", "覆盖类(载体; 学习教育,党建阵地)", [])).toBe("tableEmpty");
  });

  test("a filled 党建+ beside a blank 共建方向 is 党建+, for 计量 and for 条件", () => {
    const rows = [
      act("2021-01-05", { 共建方向: null, "党建+": "乡村振兴" }),
      act("2021-01-06", { 共建方向: "党建＋送法", "党建+": null }),
    ];
    expect(raw("活动台账", "覆盖类(共建方向; 内部联建,党建+)", rows)).toBe(1 / 2);
    expect(raw("活动台账", "次数", rows, { 条件: "共建方向∈{党建+}" })).toBe(2);
  });

  test("占比 leaves out rows of which its own condition cannot be decided, and lists them", () => {
    const rows = [act("2021-01-05", { 应到: 10 }), act("2021-01-06", { 应到: 2 }), act("2021-01-07", { 应到: "若干" })];
    expect(raw("活动台账", "占比(应到≥5)", rows)).toBe(1 / 2);
    expect(raw("活动台账", "占比(应到≥5)", [act("2020-01-01", { 应到: 1 })])).toBe("noRows");
  });

  test("比率 is Σ min(A,B) ÷ Σ B over rows where both are numbers, and lists A above B", () => {
    const rows = [
      act("2021-01-05", { 实到: 12, 应到: 10 }),
      act("2021-01-06", { 实到: 5, 应到: 10 }),
      act("2021-01-07", { 实到: 7, 应到: null }),
    ];
    expect(raw("活动台账", "比率(实到/应到)", rows)).toBe(15 / 20);
    const assessment = assess(
      book({ 支部名册: ROSTER, 活动台账: rows.map((row) => ({ 支部: "甲支部", ...row })) }, [
        { 计量: "比率(实到/应到)" },
      ]),
    );
    expect(cellsOf(assessment, "partAboveWhole")).toEqual(["D2"]);
    expect(raw("活动台账", "比率(实到/应到)", [act("2021-01-05", { 实到: 1, 应到: 0 })])).toBe("noDenominator");
    expect(raw("活动台账", "比率(实到/应到)", [act("2021-01-05", { 实到: 1, 应到: null })])).toBe("noNumbers");
  });

  test("均值 and 中位数 are of the numbers; 未评 without any", () => {
    const rows = [1, 2, 6].map((value, index) => act(`2021-01-0${index + 1}`, { 实到: value }));
    expect(raw("活动台账", "均值(实到)", rows)).toBe(3);
    expect(raw("活动台账", "中位数(实到)", rows)).toBe(2);
    expect(raw("活动台账", "均值(实到)", [act("2021-01-05", { 实到: null })])).toBe("noNumbers");
  });

  test("均衡度 takes k from the vocabulary, leaves out what is not in it, and is 0 for one class", () => {
    const rows = ["内部联建", "横向交流", "某种"].map((value, index) =>
      act(`2021-01-0${index + 1}`, { 共建方向: value }),
    );
    expect(raw("活动台账", "均衡度(共建方向)", rows)).toBeCloseTo(Math.log(2) / Math.log(4), 12);
    expect(raw("活动台账", "均衡度(共建方向)", rows.slice(0, 1))).toBe(0);
    expect(raw("活动台账", "均衡度(共建方向)", rows.slice(2))).toBe("noRows");
  });

  test("均衡度 of a column without vocabulary takes the distinct values; one value is 未评", () => {
    const honours = (values: readonly string[]): Row[] =>
      values.map((value) => ({ 日期: "2021-03-01", 名称: "荣誉", 类别: value }));
    expect(raw("荣誉成果", "均衡度(类别)", honours(["集体", "个人"]))).toBeCloseTo(1, 12);
    expect(raw("荣誉成果", "均衡度(类别)", honours(["集体", "集体"]))).toBe("oneCategory");
  });
});

describe("计量 over dates (methodology §4, §C.2, §C.13)", () => {
  const task = (due: string | null, done: string | null, rest: Row = {}): Row => ({
    任务: "t",
    期限: due,
    完成日: done,
    业务部署日: "2021-03-01",
    ...rest,
  });

  test("按期: not done and not due is left out, 期限 = 截止日 is due", () => {
    const rows = [task("2021-06-30", null), task("2021-03-05", "2021-03-05"), task("2021-03-05", "2021-03-06")];
    expect(raw("任务清单", "按期(完成日, 期限)", rows)).toBe(1 / 3);
    const findings = [{ 日期: "2021-03-01", 应整改日: "2022-01-10", 整改日: null }];
    expect(raw("监督整改", "按期(整改日, 应整改日)", findings)).toBe("nothingDue");
    expect(raw("监督整改", "按期(整改日, 应整改日)", findings, {}, { asOf: "2022-01-10" })).toBe(0);
    expect(raw("监督整改", "按期(整改日, 应整改日)", findings, {}, { asOf: "2022-01-09" })).toBe("nothingDue");
  });

  test("按期: an unreadable date leaves the row out of the indicator", () => {
    expect(
      raw("任务清单", "按期(完成日, 期限)", [task("2021-03-05", "已完成"), task("2021-03-05", "2021-03-01")]),
    ).toBe(1);
    expect(raw("任务清单", "按期(完成日, 期限)", [task(null, "2021-03-01")])).toBe("noDates");
  });

  test("限期: at most n days after, without 止 only once the days have run out", () => {
    const letter = (start: string, end: string | null): Row => ({
      日期: "2021-03-01",
      来信收到日: start,
      来信回复日: end,
    });
    const rows = [letter("2021-03-01", "2021-03-08"), letter("2021-03-01", "2021-03-09"), letter("2021-03-01", null)];
    expect(raw("办案效果", "限期(来信收到日, 来信回复日, 7)", rows)).toBeCloseTo(1 / 3, 12);
    expect(raw("办案效果", "限期(来信收到日, 来信回复日, 7)", [letter("2021-12-25", null)])).toBe("nothingDue");
    expect(raw("办案效果", "限期(来信收到日, 来信回复日, 7)", [letter("2021-12-24", null)])).toBe(0);
  });

  test("时差 is the median of the signed days, 绝对时差 of the absolute ones; unreadable dates are no dates", () => {
    const lag = (party: string, business: string): Row =>
      task("2021-06-30", null, { 党建部署日: party, 业务部署日: business });
    const rows = [lag("2021-03-05", "2021-03-01"), lag("2021-03-01", "2021-03-11"), lag("尽快", "2021-03-01")];
    expect(raw("任务清单", "时差(党建部署日-业务部署日)", rows)).toBe(-3);
    expect(raw("任务清单", "绝对时差(党建部署日-业务部署日)", rows)).toBe(7);
    expect(raw("任务清单", "时差(党建部署日-业务部署日)", rows.slice(2))).toBe("noDates");
  });

  test("三同步 is the mean over tasks of the stages within the window; tasks without a complete stage are left out", () => {
    const rows = [
      task("2021-06-30", null, { 党建部署日: "2021-03-08", 党建落实日: "2021-04-01", 业务落实日: "2021-04-09" }),
      task("2021-06-30", null, { 党建部署日: "2021-03-09" }),
      task("2021-06-30", null),
    ];
    expect(raw("任务清单", "三同步", rows)).toBe((1 / 2 + 0) / 2);
    expect(raw("任务清单", "三同步", [task("2021-06-30", null, { 党建部署日: null })])).toBe("noStages");
  });

  test("三同步 needs a complete pair of stage columns, 履职 a duty column (§C.19)", () => {
    expect(
      raw("任务清单", "三同步", [
        { 任务: "t", 期限: "2021-06-30", 业务部署日: "2021-03-01", 党建落实日: "2021-03-01" },
      ]),
    ).toBe("columnsMissing");
    expect(raw("先锋岗", "履职", [{ 姓名: "张三", 政治素质: "好" }])).toBe("columnsMissing");
  });
});

describe("达成 and 履职 (methodology §3, §C.6, §C.14)", () => {
  const metric = (item: string, period: string, value: string | number, rest: Row = {}): Row => ({
    期间: period,
    指标: item,
    数值: value,
    下限: 0,
    上限: 1,
    ...rest,
  });

  test("达成 is the mean over items of the mean over their rows; a longer 期间 covers the shorter inside it", () => {
    const rows = [
      metric("甲", "2021Q1", 0.2),
      metric("甲", "2021Q2", 0.4),
      metric("乙", "2021", 1),
      metric("乙", "2021-03", 0),
    ];
    expect(raw("业务指标", "达成", rows)).toBeCloseTo((0.3 + 1) / 2, 12);
  });

  test("rows of the same 期间 stay, and a refused row covers nothing", () => {
    expect(raw("业务指标", "达成", [metric("甲", "2021Q1", 0.2), metric("甲", "2021年第一季度", 0.4)])).toBeCloseTo(
      0.3,
      12,
    );
    expect(raw("业务指标", "达成", [metric("甲", "2021", 5, { 上限: 0 }), metric("甲", "2021Q1", 0.4)])).toBeCloseTo(
      0.4,
      12,
    );
  });

  test("逆向 turns an item round; an unknown 方向 and 上限 ≤ 下限 leave the row out", () => {
    expect(raw("业务指标", "达成", [metric("甲", "2021", 0.2, { 方向: "逆向" })])).toBeCloseTo(0.8, 12);
    expect(raw("业务指标", "达成", [metric("甲", "2021", 0.2, { 方向: "横向" })])).toBe("noItems");
    expect(raw("业务指标", "达成", [metric("甲", "2021", 0.2, { 上限: 0 })])).toBe("noItems");
  });

  test.each([
    ["95%", 60, 95, "noItems"],
    ["95%", 0.6, 1, 0.875],
    ["95%", "60%", "100%", 0.875],
    [95, "60%", "100%", "noItems"],
    [0.95, "60%", "100%", 0.875],
  ])("a percentage beside goalposts above 1 is refused: %s between %s and %s", (value, lower, upper, expected) => {
    const got = raw("业务指标", "达成", [metric("甲", "2021", value, { 下限: lower, 上限: upper })]);
    if (typeof expected === "number") expect(got).toBeCloseTo(expected, 9);
    else expect(got).toBe(expected);
  });

  const post = (name: string | null, rest: Row = {}): Row => ({ 姓名: name, 重大案件: null, 重要事项: null, ...rest });

  test("履职 is the mean over persons; positive numbers and filled text count, 0 and 空值 do not", () => {
    const rows = [
      post("张三", { 重大案件: 2, 重要事项: "无" }),
      post("李四", { 重大案件: "0次", 重要事项: "牵头化解" }),
      post("王五", { 重大案件: 1, 重要事项: "√" }),
    ];
    expect(raw("先锋岗", "履职", rows)).toBeCloseTo((0.5 + 0.5 + 1) / 3, 12);
  });

  test("a blank 期间 in 先锋岗 is the whole period and covers the person's months; elsewhere the row is left out", () => {
    const rows = [post("张三", { 期间: null, 重大案件: 1, 重要事项: 1 }), post("张三同志", { 期间: "2021-03" })];
    expect(raw("先锋岗", "履职", rows)).toBe(1);
    expect(raw("业务指标", "达成", [metric("甲", "", 1)])).toBe("noItems");
  });

  test("期间 must lie inside the period as cut by 截止日 (§C.2)", () => {
    const rows = [metric("甲", "2021Q1", 1), metric("甲", "2021Q2", 0)];
    expect(raw("业务指标", "达成", rows, {}, { asOf: "2021-06-29" })).toBe(1);
    expect(raw("业务指标", "达成", rows, {}, { asOf: "2021-06-30" })).toBe(0.5);
  });

  test("a covered row counts for no other 计量 either", () => {
    const people = (period: string, all: number, core: number): Row => ({ 期间: period, 干警: all, 骨干: core });
    const rows = [people("2021", 100, 10), people("2021-05", 10, 10)];
    expect(raw("队伍梯队", "比率(骨干/干警)", rows)).toBe(0.1);
    expect(raw("队伍梯队", "次数", rows)).toBe(1);
    const stars = [
      { 期间: "2021Q1", 姓名: "张三", 类型: "季度之星" },
      { 期间: "2021-02", 姓名: "张三", 类型: "每月之星" },
    ];
    expect(raw("星级记录", "次数", stars)).toBe(2);
  });
});

describe("tables and columns that are missing (methodology §4, §C.19)", () => {
  const lines = [{ 计量: "占比(业务结合点非空)" }];
  const only = (tables: Record<string, readonly Row[]>, branch = "甲支部"): string | number | null => {
    const { raw: value, reason } = figureOf(assess(book({ 支部名册: ROSTER, ...tables }, lines)), "X1", branch);
    return value ?? reason?.code ?? null;
  };

  test("a table that does not exist, or has no data row in any period, is 未评 for all", () => {
    expect(only({})).toBe("tableMissing");
    expect(only({ 活动台账: [] })).toBe("tableEmpty");
  });

  test("a branch without any row takes the column of no usable row", () => {
    const rows = [{ 支部: "乙支部", ...act("2021-01-05", { 业务结合点: "有" }) }];
    expect(only({ 活动台账: rows })).toBe("noRows");
    const counted = assess(book({ 支部名册: ROSTER, 活动台账: rows }, [{ 计量: "次数" }]));
    expect(figureOf(counted)).toMatchObject({ raw: 0, score: 0, status: "assessed" });
  });

  test("a column that no range has is 未评 for all", () => {
    expect(only({ 活动台账: [{ 支部: "乙支部", ...act("2021-01-05") }] })).toBe("columnsMissing");
  });

  test("a branch whose rows of any date lie in ranges lacking a column is 未评, another is not", () => {
    const full = { 支部: "乙支部", ...act("2021-01-05", { 业务结合点: "有" }) };
    const bare = { 支部: "甲支部", ...act("2021-01-05") };
    const early = { 支部: "甲支部", ...act("2020-01-05", { 业务结合点: "有" }) };
    expect(only({ 活动台账: [full], "活动台账#2": [bare] })).toBe("columnsMissing");
    expect(only({ 活动台账: [full], "活动台账#2": [bare] }, "乙支部")).toBe(1);
    expect(only({ 活动台账: [full], "活动台账#2": [bare] }, "丙支部")).toBe("noRows");
    expect(only({ 活动台账: [full, early], "活动台账#2": [bare] })).toBe("noRows");
  });

  test("reasons name the table and the columns", () => {
    const { reason } = figureOf(
      assess(
        book({ 支部名册: ROSTER, 活动台账: [{ 支部: "乙支部", ...act("2021-01-05") }] }, [{ 计量: "均值(实到)" }]),
      ),
    );
    expect(reason).toEqual({ code: "columnsMissing", params: { table: "活动台账", columns: "实到" } });
  });
});

describe("attainment (methodology §4)", () => {
  const scored = (line: Row, count: number, options: Partial<RunOptions> = {}, roster: Row = {}): number | null => {
    const rows = Array.from({ length: count }, (_, index) => ({ 支部: "甲支部", ...act(`2021-0${index + 1}-15`) }));
    return figureOf(
      assess(book({ 支部名册: [{ 支部: "甲支部", ...roster }], 活动台账: rows }, [{ 计量: "次数", ...line }]), options),
    ).score;
  };

  test("goalposts are fixed and clamp; 逆向 is one minus that", () => {
    expect(scored({ 下限: 2, 上限: 6 }, 3)).toBe(0.25);
    expect(scored({ 下限: 2, 上限: 6 }, 1)).toBe(0);
    expect(scored({ 下限: 2, 上限: 6, 方向: "逆向" }, 3)).toBe(0.75);
    expect(scored({ 下限: 0, 上限: 2 }, 3)).toBe(1);
  });

  test("折算 scales yearly goalposts by the months of the branch's window", () => {
    expect(scored({ 上限: 8, 折算: "是" }, 2)).toBe(0.25);
    expect(scored({ 上限: 8, 折算: "是" }, 2, { period: "2021Q1" })).toBe(1);
    expect(scored({ 上限: 8, 折算: "是" }, 2, {}, { 撤销日期: "2021-06-15" })).toBe(0.5);
    expect(scored({ 上限: 8, 折算: "否" }, 2, { period: "2021Q1" })).toBe(0.25);
  });
});

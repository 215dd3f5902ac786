import type { Light } from "../../../src/core/assessment/assessment";
import type { CellValue } from "../../../src/core/grid";
import type { RunOptions } from "../../../src/core/outcome";
import { ROSTER, type Line, type Row, type Tables, assess, book, branchOf } from "../../support/small-workbook";

interface Found {
  readonly value: number | null;
  readonly level: Light;
  readonly reason: string | null;
  readonly problem: Light;
}

/** One figure of 甲支部. */
function found(
  figure: string,
  tables: Tables,
  scheme: readonly Line[] = [],
  options: Partial<RunOptions> = {},
  parameters: Readonly<Record<string, CellValue>> = {},
): Found {
  const { findings } = branchOf(assess(book({ 支部名册: ROSTER, ...tables }, scheme, parameters), options));
  for (const { rules, level: problem } of findings)
    for (const rule of rules)
      if (rule.figure === figure)
        return { value: rule.value, level: rule.level, reason: rule.reason?.code ?? null, problem };
  throw new Error(`no figure ${figure}`);
}

const act = (rest: Row = {}): Row => ({ 支部: "甲支部", 日期: "2021-04-01", 类别: "主题党日", ...rest });
const many = (count: number, rest: Row = {}): Row[] => Array.from({ length: count }, () => act(rest));

describe("未结合率: share of A with 业务结合点 blank, ≥0.4 yellow, ≥0.6 red", () => {
  const rate = (blank: number, filled: number, rest: readonly Row[] = []): Found =>
    found("未结合率", {
      活动台账: [...many(blank, { 业务结合点: "无" }), ...many(filled, { 业务结合点: "公益诉讼" }), ...rest],
    });

  test.each([
    [1, 3, "绿"],
    [2, 3, "黄"],
    [3, 2, "红"],
    [0, 1, "绿"],
  ])("%d blank beside %d is %s", (blank, filled, level) => {
    expect(rate(blank, filled)).toMatchObject({ value: blank / (blank + filled), level });
  });

  test("A leaves out 程序性会议 (any token), and keeps a blank 类别 (§C.16)", () => {
    expect(rate(0, 3, [act({ 类别: "支委会、集中学习" }), act({ 类别: "小组会" }), act({ 类别: null })]).value).toBe(
      1 / 4,
    );
  });

  test("未评 without activities, without the column, without the table", () => {
    expect(found("未结合率", { 活动台账: [act({ 类别: "支委会", 业务结合点: null })] })).toMatchObject({
      value: null,
      level: "未评",
      reason: "noActivities",
    });
    expect(found("未结合率", { 活动台账: [act()] }).reason).toBe("columnsMissing");
    expect(found("未结合率", {}).reason).toBe("tableMissing");
  });

  test("reads only ranges that have the column", () => {
    const tables = { 活动台账: many(2, { 业务结合点: null }), "活动台账#2": many(5) };
    expect(found("未结合率", tables).value).toBe(1);
  });
});

describe("忙时弱化: A per month in the busiest casework months ÷ A per month over all, <0.5 yellow, <0.25 red", () => {
  const on = (month: number): string => `2021-${String(month).padStart(2, "0")}-10`;
  const cases = (...months: readonly number[]): Row[] =>
    months.map((month) => ({ 支部: "甲支部", 日期: on(month), 案件: "x" }));
  const acts = (...months: readonly number[]): Row[] => months.map((month) => act({ 日期: on(month) }));

  test("the ceil(m/4) months with most cases, ties included, months without cases never", () => {
    // m = 12: three months; 5, 3, 1 and 1 cases: the fourth ties with the third.
    const casework = cases(1, 1, 1, 1, 1, 2, 2, 2, 3, 4);
    expect(found("忙时弱化", { 活动台账: acts(1, 2, 6, 6, 6, 6), 办案效果: casework }).value).toBeCloseTo(
      2 / 4 / (6 / 12),
      12,
    );
    expect(found("忙时弱化", { 活动台账: acts(1, 6, 6, 6), 办案效果: cases(1) }).value).toBeCloseTo(1 / (4 / 12), 12);
  });

  test.each([
    [1, 22, "绿"],
    [1, 23, "绿"],
    [1, 24, "黄"],
    [1, 47, "黄"],
    [1, 48, "红"],
    [0, 12, "红"],
  ])("%d activities in the one busy month, %d elsewhere: %s; on the line is not yet bad", (busy, elsewhere, level) => {
    const months = [...Array.from({ length: busy }, () => 1), ...Array.from({ length: elsewhere }, () => 6)];
    const { value, level: own } = found("忙时弱化", { 活动台账: acts(...months), 办案效果: cases(1) });
    expect(value).toBeCloseTo(busy / ((busy + elsewhere) / 12), 12);
    expect(own).toBe(level);
  });

  test("needs six months, a case and an activity", () => {
    const tables = { 活动台账: acts(1), 办案效果: cases(1) };
    expect(found("忙时弱化", tables, [], { period: "2021-01-01~2021-05-31" }).reason).toBe("tooFewMonths");
    expect(found("忙时弱化", tables, [], { period: "2021H1" }).value).toBe(6);
    expect(
      found("忙时弱化", { 活动台账: acts(1), 办案效果: [{ 支部: "乙支部", 日期: on(1), 案件: "x" }] }).reason,
    ).toBe("noCases");
    expect(found("忙时弱化", { 活动台账: [act({ 类别: "支委会" })], 办案效果: cases(1) }).reason).toBe("noActivities");
  });
});

describe("两张皮", () => {
  const scheme = (party: number, business: number, fusion: number): Line[] =>
    (
      [
        ["党建", party],
        ["业务", business],
        ["融合", fusion],
      ] as const
    ).map(([subsystem, score]) => ({ 计量: "均值(实到)", 子系统: subsystem, 下限: 5 - score, 上限: 6 - score }));
  const tables = { 活动台账: [act({ 实到: 5 })] };

  test.each([
    [0.5, "绿"],
    [0.4, "黄"],
    [0.3, "黄"],
    [0.2, "红"],
  ])("联结度 %d is %s: below 0.5 yellow, below 0.3 red", (fusion, level) => {
    expect(found("联结度", tables, scheme(0.9, 0.9, fusion))).toMatchObject({
      value: expect.closeTo(fusion, 9),
      level,
    });
  });

  test.each([
    [0.36, "绿"],
    [0.35, "黄"],
    [0.25, "黄"],
    [0.24, "红"],
  ])("both wings at %d: 协调度 is %s", (wing, level) => {
    expect(found("协调度", tables, scheme(wing, wing, 1)).level).toBe(level);
  });

  test.each([
    [0.7, "绿"],
    [0.65, "黄"],
    [0.5, "红"],
    [0.6, "黄"],
  ])("两翼差 from 0.9 down to %d is %s: 0.25 yellow, 0.4 red, the lines included", (business, level) => {
    expect(found("两翼差", tables, scheme(0.9, business, 1)).level).toBe(level);
    expect(found("两翼差", tables, scheme(business, 0.9, 1)).level).toBe(level);
  });

  test("in a scheme with other names 两翼差 takes the first two coupling subsystems", () => {
    const renamed = scheme(0.9, 0.4, 1).map((line, index) => ({
      ...line,
      子系统: ["政治", "办案", "融合"][index] ?? "",
    }));
    expect(found("两翼差", tables, renamed).reason).toBe("subsystemUnassessed");
    expect(found("两翼差", tables, renamed, {}, { 耦合子系统: "政治,办案" }).value).toBeCloseTo(0.5, 9);
  });

  test("事务化: share of 集中学习, 传达文件, 发展党员 in A, ≥0.6 yellow, ≥0.75 red", () => {
    const rate = (routine: number, other: number): Found =>
      found("事务化", { 活动台账: [...many(routine, { 类别: "传达学习" }), ...many(other)] });
    expect([rate(1, 1), rate(3, 2), rate(3, 1)].map(({ level }) => level)).toEqual(["绿", "黄", "红"]);
  });
});

describe("宣传片面化: share of 党员先进性 or 融合, ≥3 rows with a 主题类型, ≤0.3 yellow, ≤0.15 red", () => {
  const rate = (good: number, other: number, blank = 0): Found =>
    found("宣传融合率", {
      宣传: [
        ...Array.from({ length: good }, () => "融合"),
        ...Array.from({ length: other }, () => "业务"),
        ...Array.from({ length: blank }, () => null),
      ].map((kind) => ({ 支部: "甲支部", 日期: "2021-04-01", 标题: "t", 主题类型: kind })),
    });

  test.each([
    [1, 2, "绿"],
    [3, 7, "黄"],
    [3, 17, "红"],
    [4, 6, "绿"],
  ])("%d of them beside %d: %s", (good, other, level) => {
    expect(rate(good, other)).toMatchObject({ level, problem: level });
  });

  test("fewer than three typed rows are 未评, and so is the problem", () => {
    expect(rate(1, 1, 5)).toMatchObject({ value: null, level: "未评", reason: "tooFewRows", problem: "未评" });
  });
});

describe("慢一拍", () => {
  const lag = (days: number): Found =>
    found("部署时差", {
      任务清单: [{ 支部: "甲支部", 任务: "t", 期限: "2021-06-30", 业务部署日: 44200, 党建部署日: 44200 + days }],
    });

  test.each([
    [-30, "绿"],
    [7, "绿"],
    [8, "黄"],
    [15, "黄"],
    [16, "红"],
  ])("党建 %d days after 业务 is %s: above 7 yellow, above 15 red, signed", (days, level) => {
    expect(lag(days)).toMatchObject({ value: days, level });
  });

  test.each([
    [1, 1, "绿"],
    [1, 2, "黄"],
    [1, 3, "黄"],
    [1, 4, "红"],
  ])("三同步 with %d task in step and %d not is %s: below 0.5 yellow, below 0.25 red", (inStep, late, level) => {
    const task = (days: number): Row => ({
      支部: "甲支部",
      任务: "t",
      期限: "2021-06-30",
      业务部署日: 44200,
      党建部署日: 44200 + days,
    });
    const rows = [...Array.from({ length: inStep }, () => task(7)), ...Array.from({ length: late }, () => task(8))];
    expect(found("三同步", { 任务清单: rows }).level).toBe(level);
  });
});

describe("老一套", () => {
  test("形式单一: share of 集中学习, 座谈研讨, 传达文件 in A, ≥6 rows, ≥0.7 yellow, ≥0.85 red", () => {
    const rate = (sitting: number, other: number): Found =>
      found("形式单一", { 活动台账: [...many(sitting, { 类别: "座谈会" }), ...many(other)] });
    expect([rate(4, 2), rate(7, 3), rate(17, 3)].map(({ level }) => level)).toEqual(["绿", "黄", "红"]);
    expect(rate(5, 0).reason).toBe("tooFewRows");
    expect(rate(6, 0).value).toBe(1);
  });

  const TITLES = [
    "观看红色影片铭记历史",
    "慰问困难群众送去温暖",
    "走进社区普法宣传讲座",
    "赴革命旧址开展研学",
    "知识竞赛展现检察风采",
    "植树护绿共建美丽家园",
    "清明祭扫烈士陵园",
  ];
  const titled = (titles: readonly (string | null)[], dates: readonly string[] = []): Found =>
    found("主题雷同", {
      活动台账: titles.map((title, index) => act({ 主题: title, 日期: dates[index] ?? "2021-04-01" })),
    });

  test("主题雷同: share of titled A with a twin in the same quarter, ≥0.2 yellow, ≥0.4 red", () => {
    expect(titled(TITLES)).toMatchObject({ value: 0, level: "绿" });
    expect(titled([...TITLES, ...TITLES.slice(0, 1)])).toMatchObject({ value: 2 / 8, level: "黄" });
    expect(titled([...TITLES.slice(0, 5), "4月第二次观看红色影片,铭记历史"])).toMatchObject({
      value: 2 / 6,
      level: "黄",
    });
    expect(titled(TITLES.flatMap((title) => [title, title]))).toMatchObject({ value: 1, level: "红" });
  });

  test("the quarter is the calendar's", () => {
    const titles = [...TITLES.slice(0, 6), TITLES[0] ?? ""];
    const dates = Array.from({ length: 6 }, () => "2021-03-31");
    expect(titled(titles, [...dates, "2021-04-01"]).value).toBe(0);
    expect(titled(titles, [...dates, "2021-01-01"]).value).toBe(2 / 7);
  });

  test("two titles emptied by leaving out dates and ordinals are equal; blank titles take no part", () => {
    expect(titled([...TITLES.slice(0, 5), "第一季度", "2021年4月"]).value).toBe(2 / 7);
    expect(titled([...TITLES.slice(0, 5), null, "无"]).reason).toBe("tooFewRows");
  });
});

describe("a problem", () => {
  test("takes the worst of its computed rules and lists those that could not be computed", () => {
    const { findings } = branchOf(assess(book({ 支部名册: ROSTER, 活动台账: many(6, { 类别: "集中学习" }) })));
    const own = findings.find(({ problem }) => problem === "老一套");
    expect(own?.level).toBe("红");
    expect(own?.rules.map(({ figure, level, reason }) => [figure, level, reason?.code ?? null])).toEqual([
      ["形式单一", "红", null],
      ["主题雷同", "未评", "columnsMissing"],
    ]);
    expect(findings.map(({ problem }) => problem)).toEqual([
      "思想认识模糊性",
      "两张皮",
      "宣传片面化",
      "慢一拍",
      "老一套",
    ]);
  });

  test("goes by the lines of 参数", () => {
    const tables = { 活动台账: many(4, { 业务结合点: "有" }) };
    expect(found("未结合率", tables, [], {}, { 未结合率黄线: 0, 未结合率红线: 0.1 }).level).toBe("黄");
  });
});

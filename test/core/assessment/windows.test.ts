import { ROSTER, type Row, assess, book, branchOf, figureOf } from "../../support/small-workbook";

const act = (date: string, branch = "甲支部"): Row => ({ 支部: branch, 日期: date, 类别: "党课" });

function window(roster: Row, options: { period?: string; asOf?: string } = {}): string | null {
  const own = branchOf(assess(book({ 支部名册: [{ 支部: "甲支部", 支部书记: "张三", ...roster }] }), options)).window;
  return own === null ? null : `${own.first}~${own.last}`;
}

describe("a branch's window (methodology §3)", () => {
  test.each([
    [{}, {}, "2021-01-01~2021-12-31"],
    [{ 成立日期: "2021-06-20" }, {}, "2021-06-01~2021-12-31"],
    [{ 成立日期: "2019-06-20" }, {}, "2021-01-01~2021-12-31"],
    [{ 撤销日期: "2021-09-10" }, {}, "2021-01-01~2021-09-10"],
    [{ 成立日期: "2022-01-05" }, {}, null],
    [{ 撤销日期: "2020-12-31" }, {}, null],
    [{ 撤销日期: "无" }, {}, "2021-01-01~2021-12-31"],
    [{}, { asOf: "2021-08-15" }, "2021-01-01~2021-08-15"],
    [{}, { asOf: "2022-03-31" }, "2021-01-01~2021-12-31"],
    [{}, { asOf: "2020-12-31" }, null],
    [{ 成立日期: "2021-08-20" }, { asOf: "2021-08-15" }, "2021-08-01~2021-08-15"],
    [{}, { period: "2021-03-10~2021-05-20" }, "2021-03-10~2021-05-20"],
  ])("%j with %j is %s", (roster, options, expected) => {
    expect(window(roster, options)).toBe(expected);
  });

  test("months of a window are the calendar months touched", () => {
    const grids = book({ 支部名册: ROSTER, 活动台账: [act("2021-04-01")] }, [{ 计量: "覆盖月" }]);
    expect(figureOf(assess(grids, { period: "2021-03-10~2021-05-20" })).raw).toBeCloseTo(1 / 3, 12);
  });

  test("a branch without a window is not assessed: every indicator 不适用", () => {
    const branch = branchOf(
      assess(book({ 支部名册: [{ 支部: "甲支部", 撤销日期: "2020-01-01" }], 活动台账: [act("2021-04-01")] })),
    );
    expect(new Set(Object.values(branch.indicators).map(({ status }) => status))).toEqual(new Set(["not_applicable"]));
    expect(branch).toMatchObject({
      availability: null,
      coordination: null,
      fusion: null,
      base: null,
      total: null,
      obstacles: [],
    });
    expect(branch.findings.map(({ level }) => level)).toEqual(["未评", "未评", "未评", "未评", "未评"]);
  });
});

describe("tables: read, in window, left out (methodology §9)", () => {
  test("a dated row counts once, if it counts for at least one branch", () => {
    const grids = book({
      支部名册: [{ 支部: "甲支部", 撤销日期: "2021-03-31" }, { 支部: "乙支部" }, { 支部: "乙支部" }],
      活动台账: [
        act("2021-02-01"),
        act("2021-04-01"),
        act("2021-04-01", "甲支部、乙支部"),
        act("2021-04-01", "丁支部"),
        act("适时", "乙支部"),
      ],
    });
    expect(assess(grids).tables).toMatchObject({
      支部名册: { read: 3, inWindow: 2, leftOut: 1 },
      活动台账: { read: 5, inWindow: 2, leftOut: 3 },
    });
  });

  test("期间 tables count rows inside the cut period before the overlap rule, 自评复核 those of the named period", () => {
    const metric = (period: string): Row => ({ 支部: "甲支部", 期间: period, 指标: "甲", 数值: 1, 下限: 0, 上限: 1 });
    const review = (period: string): Row => ({ 支部: "甲支部", 期间: period, 代码: "D1", 审定分: 1 });
    const { tables } = assess(
      book({
        支部名册: ROSTER,
        业务指标: [metric("2021"), metric("2021H1"), metric("2021Q1"), metric("")],
        先锋岗: [
          { 支部: "甲支部", 姓名: "张三", 期间: null },
          { 支部: "甲支部", 姓名: "张三", 期间: "2021Q4" },
        ],
        自评复核: [review("2021"), review("2021年"), review("2021H1")],
      }),
      { asOf: "2021-06-30" },
    );
    expect(tables).toMatchObject({
      业务指标: { read: 4, inWindow: 2, leftOut: 2 },
      先锋岗: { read: 2, inWindow: 1, leftOut: 1 },
      自评复核: { read: 3, inWindow: 2, leftOut: 1 },
    });
    expect(Object.keys(tables)).toEqual(["支部名册", "业务指标", "先锋岗", "自评复核"]);
  });

  test("任务清单 is dated by 期限, else 业务部署日, else 党建部署日; an unreadable 期限 leaves the row out", () => {
    const task = (rest: Row): Row => ({
      支部: "甲支部",
      任务: "t",
      期限: null,
      业务部署日: null,
      党建部署日: null,
      ...rest,
    });
    const { tables } = assess(
      book({
        支部名册: ROSTER,
        任务清单: [
          task({ 期限: "2021-06-30", 业务部署日: "2020-06-30" }),
          task({ 业务部署日: "2021-06-30", 党建部署日: "2020-06-30" }),
          task({ 党建部署日: "2021-06-30" }),
          task({ 期限: "长期", 业务部署日: "2021-06-30" }),
          task({}),
        ],
      }),
    );
    expect(tables["任务清单"]).toMatchObject({ read: 5, inWindow: 3, leftOut: 2 });
  });
});

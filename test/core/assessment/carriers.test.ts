import { type Row, assess, book, branchOf, ROSTER } from "../../support/small-workbook";

const act = (carrier: string | null, date = "2021-04-01", branch = "甲支部"): Row => ({
  支部: branch,
  日期: date,
  类别: "主题党日",
  载体: carrier,
});

const carriersOf = (activities: readonly Row[], parameters = {}) =>
  branchOf(assess(book({ 支部名册: ROSTER, 活动台账: activities }, [], parameters))).carriers;

const counted = (activities: readonly Row[], parameters = {}) =>
  Object.fromEntries((carriersOf(activities, parameters).counts ?? []).map(({ carrier, count }) => [carrier, count]));

describe("the carriers of a branch (载体, methodology §2)", () => {
  it("are all there in the order of the vocabulary, unused ones with 0", () => {
    expect(carriersOf([act("创先争优")]).counts).toEqual([
      { carrier: "学习教育", count: 0 },
      { carrier: "党建阵地", count: 0 },
      { carrier: "提质增效", count: 0 },
      { carrier: "创先争优", count: 1 },
      { carrier: "党支部共建", count: 0 },
      { carrier: "示范引领", count: 0 },
    ]);
  });

  it("are known by their other names; a word that is none counts nowhere", () => {
    expect(counted([act("做实学习教育载体"), act("学习教育载体"), act("做细示范引领"), act("茶话会")])).toMatchObject({
      学习教育: 2,
      示范引领: 1,
      创先争优: 0,
    });
  });

  it("each count a row once that names several, or one of them twice", () => {
    expect(counted([act("学习教育、党建阵地"), act("学习教育；做实学习教育载体")])).toMatchObject({
      学习教育: 2,
      党建阵地: 1,
    });
  });

  it("count rows of the branch inside its window only", () => {
    const rows = [act("学习教育"), act("学习教育", "2020-12-31"), act("学习教育", "2021-05-01", "乙支部"), act(null)];
    const { counts, evidence } = carriersOf(rows);
    expect(counts?.[0]).toEqual({ carrier: "学习教育", count: 1 });
    expect(evidence).toEqual({ table: "活动台账", rows: 1, sheets: [{ sheet: "活动台账", runs: [2, 2] }] });
  });

  it("follow the vocabulary that the clerk has set", () => {
    expect(counted([act("读书会"), act("学习教育")], { "词表：载体": "读书会、讲坛" })).toEqual({ 读书会: 1, 讲坛: 0 });
  });

  it.each([
    ["the ledger has no column for them", [{ 支部: "甲支部", 日期: "2021-04-01", 类别: "党课" }], "columnsMissing"],
    ["the ledger holds no row", [], "tableEmpty"],
  ] as const)("are 未评 with the reason where %s", (_, rows, code) => {
    expect(carriersOf(rows)).toMatchObject({ counts: null, evidence: null, reason: { code } });
  });

  it("are 未评 without a ledger, and for a branch without a window", () => {
    const assessment = assess(book({ 支部名册: [{ 支部: "甲支部" }, { 支部: "乙支部", 撤销日期: "2020-01-01" }] }));
    expect(assessment.branches.map(({ carriers }) => carriers.reason?.code)).toEqual(["tableMissing", "noWindow"]);
  });

  it("are 未评 for a branch all of whose rows lie where the column is missing", () => {
    const tables = {
      支部名册: ROSTER,
      "活动台账#1": [{ 支部: "甲支部", 日期: "2021-04-01", 类别: "党课" }],
      "活动台账#2": [act("学习教育", "2021-04-02", "乙支部")],
    };
    const [one, other, third] = assess(book(tables)).branches.map(({ carriers }) => carriers);
    expect(one).toMatchObject({ counts: null, reason: { code: "columnsMissing" } });
    expect(other?.counts?.[0]?.count).toBe(1);
    expect(third?.counts?.every(({ count }) => count === 0)).toBe(true);
  });
});

import { mulberry32 } from "../../../src/core/methods/random";
import { quantile } from "../../../src/core/methods/quantile";
import { ROSTER, type Line, type Row, assess, book, branchOf } from "../../support/small-workbook";

/** Scores of 甲, 乙, 丙 on D1, D2 (党建), B1 (业务), R1 (融合) and N1, which nobody is assessed on. */
const SCORES: Readonly<Record<string, readonly number[]>> = {
  甲支部: [1, 0.5, 0.8, 0.9],
  乙支部: [0.5, 1, 0.8, 0.9],
  丙支部: [0.6, 0.6, 0.6, 0.6],
};
const COLUMNS = ["应到", "实到"];

function lines(): Line[] {
  const line = (code: string, subsystem: string, column: string, category: string): Line => ({
    代码: code,
    计量: `均值(${column})`,
    子系统: subsystem,
    条件: `类别=${category}`,
  });
  return [
    line("D1", "党建", "应到", "党课"),
    { 代码: "N1", 计量: "均值(数值)", 数据表: "业务指标", 子系统: "党建", 分值: 0.5 },
    line("D2", "党建", "实到", "党课"),
    line("B1", "业务", "应到", "主题党日"),
    line("R1", "融合", "实到", "主题党日"),
  ];
}

function tables(): Record<string, readonly Row[]> {
  return {
    支部名册: ROSTER,
    活动台账: Object.entries(SCORES).flatMap(([name, [a = 0, b = 0, c = 0, d = 0]]) => [
      { 支部: name, 日期: "2021-03-01", 类别: "党课", [COLUMNS[0] ?? ""]: a, [COLUMNS[1] ?? ""]: b },
      { 支部: name, 日期: "2021-03-01", 类别: "主题党日", [COLUMNS[0] ?? ""]: c, [COLUMNS[1] ?? ""]: d },
    ]),
  };
}

/** F of a branch with the given weights of D1 and D2: C with two wings, by hand. */
function fusionBy(name: string, first: number, second: number): number {
  const [a = 0, b = 0, business = 0, linkage = 0] = SCORES[name] ?? [];
  const party = (first * a + second * b) / (first + second);
  const c = Math.sqrt((1 - Math.abs(party - business)) * (Math.min(party, business) / Math.max(party, business)));
  return 100 * Math.sqrt(Math.sqrt((c * (party + business)) / 2) * linkage);
}

describe("robustness (methodology §6, §C.4)", () => {
  const parameters = { 抽样次数: 200, 评选比例: 0.3, 评选百分制: 0, 评选融合指数: 0, 评选可评率: 0, 评选子系统: 0 };
  const assessment = assess(book(tables(), lines(), parameters));

  test("draws one factor per indicator in scheme order, assessed or not, and takes type 7 quantiles of the ranks", () => {
    const next = mulberry32(2021);
    const drawn: Record<string, number[]> = { 甲支部: [], 乙支部: [], 丙支部: [] };
    let wins = 0;
    for (let draw = 0; draw < 200; draw++) {
      const [d1 = 0, , d2 = 0] = Array.from({ length: 5 }, () => 0.75 + 0.5 * next());
      const fusions = Object.keys(drawn).map((name) => ({
        name,
        fusion: fusionBy(name, d1, d2),
      }));
      for (const { name, fusion } of fusions)
        drawn[name]?.push(1 + fusions.filter((other) => other.fusion > fusion + 1e-9).length);
      if (drawn["甲支部"]?.at(-1) === 1) wins++;
    }
    for (const [name, ranks] of Object.entries(drawn)) {
      const sorted = [...ranks].sort((a, b) => a - b);
      expect(branchOf(assessment, name).robustness).toMatchObject({
        median: quantile(sorted, 0.5),
        low: quantile(sorted, 0.05),
        high: quantile(sorted, 0.95),
      });
    }
    expect(branchOf(assessment, "甲支部").robustness?.selected).toBeCloseTo(wins / 200, 12);
    expect(wins).toBeGreaterThan(50);
    expect(wins).toBeLessThan(150);
  });

  test("gates stay nominal: who fails one is never selected", () => {
    const strict = assess(book(tables(), lines(), { ...parameters, 评选融合指数: 99 }));
    expect(strict.branches.map(({ robustness }) => robustness?.selected)).toEqual([0, 0, 0]);
  });

  test("the seed decides the draws, nothing else does", () => {
    const once = assess(book(tables(), lines(), parameters));
    expect(once.branches.map(({ robustness }) => robustness)).toEqual(
      assessment.branches.map(({ robustness }) => robustness),
    );
    const other = assess(book(tables(), lines(), { ...parameters, 随机种子: 7 }));
    expect(branchOf(other).robustness?.selected).not.toBe(branchOf(assessment).robustness?.selected);
  });

  test("without spread every draw is the nominal order, ties are selected whole", () => {
    const still = assess(book(tables(), lines(), { ...parameters, 扰动幅度: 0 }));
    expect(still.branches.map(({ robustness }) => robustness?.median)).toEqual([1, 1, 3]);
    expect(still.branches.map(({ robustness }) => robustness?.selected)).toEqual([1, 1, 0]);
  });

  test("leave-one-out names the indicator that moves a branch most", () => {
    expect(branchOf(assessment, "甲支部").robustness?.leaveOneOut).toEqual({ change: 1, code: "D1" });
    expect(branchOf(assessment, "乙支部").robustness?.leaveOneOut).toEqual({ change: 1, code: "D2" });
  });

  test("a branch without F has none; 甲 and 乙 cannot be told apart", () => {
    const empty = assess(book({ ...tables(), 支部名册: [...ROSTER, { 支部: "丁支部" }] }, lines(), parameters));
    expect(branchOf(empty, "丁支部").robustness).toBeNull();
    expect(empty.indistinguishable).toEqual([[0, 1]]);
  });
});

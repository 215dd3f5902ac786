import fc from "fast-check";
import type { Assessment } from "../../src/core/assessment/assessment";
import type { WorkbookGrids } from "../../src/core/grid";
import type { Outcome } from "../../src/core/outcome";
import { run } from "../../src/core/run";
import { arbitraryBooks, arbitraryOptions, gridsOf } from "../support/arbitrary-workbook";
import { differences } from "../support/differences";
import { ROSTER, assess, book, branchOf, outcomeOf } from "../support/small-workbook";

/** Everything that is not plain finite data. */
function unserialisable(value: unknown, path = ""): string[] {
  if (value === null || typeof value === "string" || typeof value === "boolean") return [];
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path}: ${value}`];
  if (typeof value !== "object") return [`${path}: ${typeof value}`];
  return Object.entries(value).flatMap(([key, item]) => unserialisable(item, `${path}.${key}`));
}

function outsideRange(assessment: Assessment): string[] {
  const within = (value: number | null | undefined, most: number): boolean =>
    value == null || (value >= 0 && value <= most);
  return assessment.branches.flatMap((branch) => [
    ...Object.entries(branch.indicators).flatMap(([code, { score, status }]) =>
      within(score, 1) && (score !== null) === (status === "assessed") ? [] : [`${code}: ${score} ${status}`],
    ),
    ...Object.entries(branch.subsystems).flatMap(([name, { index, availability }]) =>
      within(index, 1) && within(availability, 1) ? [] : [name],
    ),
    ...(["coupling", "development", "coordination", "linkage", "availability"] as const).filter(
      (key) => !within(branch[key], 1),
    ),
    ...(["fusion", "base"] as const).filter((key) => !within(branch[key], 100)),
    ...(within(branch.robustness?.selected, 1) ? [] : ["robustness"]),
  ]);
}

/** What must not depend on the order of rows: all but the lists of rows themselves. */
function figuresOf({ branches, tables, stars }: Assessment): unknown {
  return {
    branches: branches.map(({ adjustments, indicators, findings, ...branch }) => ({
      ...branch,
      adjustments: adjustments.length,
      indicators: Object.values(indicators).map(({ raw, score, status, reason, evidence }) => ({
        raw,
        score,
        status,
        reason,
        rows: evidence?.rows ?? null,
      })),
      findings: findings.map(({ level, rules }) => ({
        level,
        rules: rules.map(({ value, level: own, reason }) => ({ value, own, reason })),
      })),
    })),
    tables: Object.entries(tables).map(([name, { read, inWindow }]) => [name, read, inWindow]),
    stars: stars.map(({ period, kind, name, branch }) => `${period}${kind}${name.replace("同志", "")}${branch}`).sort(),
  };
}

describe("an assessment of arbitrary ledgers", () => {
  test("is plain finite data within its ranges", () => {
    fc.assert(
      fc.property(arbitraryBooks, arbitraryOptions, (input, chosen) => {
        const assessment = assess(gridsOf(input), chosen);
        expect(unserialisable(assessment)).toEqual([]);
        expect(outsideRange(assessment)).toEqual([]);
        expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment);
      }),
      { numRuns: 60 },
    );
  });

  test("does not depend on the order of rows, but for 自评复核, where the last row holds", () => {
    fc.assert(
      fc.property(
        arbitraryBooks.filter(({ roster }) => roster !== null),
        arbitraryOptions,
        fc.infiniteStream(fc.nat()),
        (input, chosen, numbers) => {
          const shuffled = Object.fromEntries(
            Object.entries(input.tables).map(([name, rows]) => {
              if (name === "自评复核") return [name, rows];
              const keyed = rows.map((row) => ({ row, key: Number(numbers.next().value) }));
              return [name, keyed.sort((a, b) => a.key - b.key).map(({ row }) => row)];
            }),
          );
          const before = figuresOf(assess(gridsOf(input), chosen));
          expect(differences(figuresOf(assess(gridsOf({ ...input, tables: shuffled }), chosen)), before)).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("does not depend on where a run pauses: two runs step by step in turn give what each gives alone", () => {
    fc.assert(
      fc.property(arbitraryBooks, arbitraryBooks, (one, other) => {
        const chosen = { period: "2021", asOf: null, formula: null };
        const steps = [run(gridsOf(one), chosen), run(gridsOf(other), chosen)];
        const outcomes: (Outcome | undefined)[] = [undefined, undefined];
        while (outcomes.includes(undefined))
          for (const [index, step] of steps.entries()) {
            if (outcomes[index] !== undefined) continue;
            const next = step.next();
            if (next.done === true) outcomes[index] = next.value;
          }
        expect(outcomes).toEqual([outcomeOf(gridsOf(one)), outcomeOf(gridsOf(other))]);
      }),
      { numRuns: 10 },
    );
  });
});

describe("a run", () => {
  const ACTIVITIES = [{ 支部: "甲支部", 日期: "2021-04-01", 类别: "党课" }];

  test("is refused where there is neither a roster nor a ledger of activities, and for a period or 截止日 that cannot be read", () => {
    const because = (grid: WorkbookGrids, chosen = {}): string => {
      const outcome = outcomeOf(grid, chosen);
      return outcome.kind === "refused" ? outcome.because : outcome.kind;
    };
    expect(because(book({ 宣传: [{ 支部: "甲支部", 日期: "2021-04-01", 标题: "t" }] }))).toBe("nothing");
    expect(because(book({ 活动台账: ACTIVITIES }))).toBe("assessed");
    expect(because(book({ 支部名册: ROSTER }))).toBe("assessed");
    expect(because(book({ 活动台账: ACTIVITIES }), { period: "某年" })).toBe("period");
    expect(because(book({ 活动台账: ACTIVITIES }), { asOf: "月底" })).toBe("option");
  });

  test("takes 截止日 from 参数, the option before it", () => {
    const grid = book({ 支部名册: ROSTER, 活动台账: ACTIVITIES }, [], { 截止日: "2021-08-31" });
    expect(assess(grid)).toMatchObject({ asOf: "2021-08-31", lastDay: "2021-08-31" });
    expect(assess(grid, { asOf: "2021-05-31" })).toMatchObject({ asOf: "2021-05-31", lastDay: "2021-05-31" });
    expect(assess(book({ 活动台账: ACTIVITIES }), { period: "2021Q2" })).toMatchObject({
      period: "2021Q2",
      asOf: "2021-06-30",
      firstDay: "2021-04-01",
    });
  });

  test("names the 单位 of the roster, else the …检察院 in front of the name, else none", () => {
    const roster = [
      { 支部: "甲支部", 单位: "天中市检察院" },
      { 支部: "东川县人民检察院乙支部", 单位: "天中市检察院" },
    ];
    expect(assess(book({ 支部名册: roster })).branches.map(({ unit }) => unit)).toEqual([
      "天中市检察院",
      "天中市检察院",
    ]);
    const found = [{ ...ACTIVITIES[0], 支部: "东川县人民检察院乙支部" }, ...ACTIVITIES];
    expect(assess(book({ 活动台账: found })).branches.map(({ branch, unit }) => [branch, unit])).toEqual([
      ["东川县人民检察院乙支部", "东川县人民检察院"],
      ["甲支部", null],
    ]);
  });

  test("单位汇总 counts levels and gives mean and spread per 院", () => {
    const roster = [
      { 支部: "甲支部", 单位: "市院" },
      { 支部: "乙支部", 单位: "市院" },
      { 支部: "丙支部", 单位: "县院" },
    ];
    const rows = ["甲支部", "乙支部", "丙支部"].flatMap((name, index) =>
      Array.from({ length: index + 1 }, () => ({ 支部: name, 日期: "2021-04-01", 类别: "党课" })),
    );
    const { units } = assess(book({ 支部名册: roster, 活动台账: rows }, [{ 计量: "次数", 上限: 4 }]));
    expect(units.map(({ unit, branches }) => [unit, branches])).toEqual([
      ["市院", 2],
      ["县院", 1],
    ]);
    expect(units[0]?.figures["L"]).toEqual({ mean: 0.375, spread: expect.closeTo(Math.SQRT2 / 8, 12), count: 2 });
    expect(units[1]?.figures["L"]).toEqual({ mean: 0.75, spread: null, count: 1 });
    expect(units[0]?.bands).toEqual({ 优秀: 0, 良好: 0, 一般: 0, 较差: 2 });
  });

  test("evidence names every row that took part", () => {
    const rows = ["党课", "党课", "支委会", "党课"].map((category) => ({
      支部: "甲支部",
      日期: "2021-04-01",
      类别: category,
    }));
    const { indicators } = branchOf(
      assess(book({ 支部名册: ROSTER, 活动台账: rows, "活动台账#2": rows }, [{ 计量: "次数", 条件: "类别=党课" }])),
    );
    expect(indicators["X1"]?.evidence).toEqual({
      table: "活动台账",
      rows: 6,
      sheets: [
        { sheet: "活动台账", runs: [2, 3, 5, 5] },
        { sheet: "活动台账#2", runs: [2, 3, 5, 5] },
      ],
    });
  });

  test("weights of comparison are over the indicators that every branch has a score for", () => {
    const rows = ["甲支部", "乙支部", "乙支部"].map((name, index) => ({
      支部: name,
      日期: "2021-04-01",
      类别: index === 0 ? "党课" : "支委会",
    }));
    const { comparisonWeights } = assess(
      book({ 支部名册: ROSTER.slice(0, 2), 活动台账: rows }, [
        { 计量: "次数", 上限: 4 },
        { 计量: "次数", 条件: "类别=支委会", 上限: 4, 分值: 3 },
        { 计量: "均值(实到)" },
      ]),
    );
    expect(comparisonWeights["X1"]?.scheme).toBe(0.2);
    expect(comparisonWeights["X3"]).toEqual({ scheme: 0.2, entropy: null, critic: null });
    expect((comparisonWeights["X1"]?.entropy ?? 0) + (comparisonWeights["X2"]?.entropy ?? 0)).toBeCloseTo(1, 12);
  });
});

describe("a 截止日 before the period", () => {
  const ledgers = { 支部名册: ROSTER, 活动台账: [{ 支部: "甲支部", 日期: "2021-03-05", 类别: "党课" }] };
  const told = ({ issues }: Assessment) => issues.filter(({ code }) => code === "asOfBeforePeriod");

  it("leaves no branch a window, and is listed as an error with its cell, its day and the period", () => {
    const assessment = assess(book(ledgers, [], { 截止日: "2020-01-01" }));
    expect(assessment.branches.map(({ window, total }) => [window, total])).toEqual(ROSTER.map(() => [null, null]));
    expect(told(assessment)).toEqual([
      {
        code: "asOfBeforePeriod",
        severity: "error",
        place: { sheet: "参数", cell: "B2" },
        params: { asOf: "2020-01-01", first: "2021-01-01", period: "2021" },
      },
    ]);
  });

  it("has no cell where it is an option of the run, which wins over 参数", () => {
    const assessment = assess(book(ledgers, [], { 截止日: "2021-06-30" }), { asOf: "2021-03-31", period: "2021Q2" });
    expect(told(assessment)).toMatchObject([{ place: null, params: { asOf: "2021-03-31", period: "2021Q2" } }]);
  });

  it.each(["2021-01-01", "2021-12-31", "2022-06-30"])("is none where it is %s", (asOf) => {
    expect(told(assess(book(ledgers), { asOf }))).toEqual([]);
  });
});

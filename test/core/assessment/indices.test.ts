import type { BranchFigures } from "../../../src/core/assessment/indicators";
import { type Indices, coordinationSteps, indicesOf } from "../../../src/core/assessment/indices";
import { levelOf } from "../../../src/core/methods/level";
import { DEFAULT_PARAMETERS, type Parameters } from "../../../src/core/scheme/parameters";
import { readScheme } from "../../../src/core/scheme/scheme";
import { type Row, ROSTER, assess, book, branchOf } from "../../support/small-workbook";

type Sketch = readonly (readonly [subsystem: string, points: number, score: number | "未评" | "不适用"])[];

/** Indices of one branch from its scores. */
function indices(sketch: Sketch, parameters: Partial<Parameters> = {}): Indices {
  const read = readScheme(
    book(
      {},
      sketch.map(([subsystem, points]) => ({ 计量: "次数", 子系统: subsystem, 分值: points })),
    ),
  );
  if (read.kind === "refused") throw new Error(JSON.stringify(read.issues));
  const figures: BranchFigures = Object.fromEntries(
    sketch.map(([, points, score], index) => {
      const status = score === "未评" ? "unassessed" : score === "不适用" ? "not_applicable" : "assessed";
      const own = typeof score === "number" ? score : null;
      return [
        `X${index + 1}`,
        {
          raw: own,
          score: own,
          points,
          status,
          reviewed: false,
          reason: null,
          evidence: null,
          computed: { score: own, status },
          review: null,
        } as const,
      ];
    }),
  );
  return indicesOf(figures, read.scheme, { ...DEFAULT_PARAMETERS, ...parameters });
}

const full: Sketch = [
  ["党建", 1, 0.81],
  ["业务", 1, 0.81],
  ["融合", 1, 0.64],
];

describe("subsystem index and availability (methodology §5)", () => {
  test("U is the weighted mean over assessed, applicable indicators; 不适用 stands outside the denominator", () => {
    const { subsystems, availability } = indices([
      ["党建", 3, 0.5],
      ["党建", 1, 1],
      ["党建", 9, "不适用"],
      ["业务", 2, 1],
      ["融合", 2, 0],
    ]);
    expect(subsystems["党建"]).toEqual({ index: 0.625, availability: 1 });
    expect(availability).toBe(1);
  });

  test("exactly two thirds are enough, a hair less is 未评", () => {
    expect(
      indices([
        ["党建", 2, 1],
        ["党建", 1, "未评"],
      ]).subsystems["党建"],
    ).toEqual({ index: 1, availability: 2 / 3 });
    expect(
      indices([
        ["党建", 0.1, 1],
        ["党建", 0.3, 1],
        ["党建", 0.2, "未评"],
      ]).subsystems["党建"]?.index,
    ).toBe(1);
    expect(
      indices([
        ["党建", 1.99999, 1],
        ["党建", 1, "未评"],
      ]).subsystems["党建"]?.index,
    ).toBeNull();
  });

  test("base, total and band go by overall availability, obstacles are given all the same", () => {
    const low = indices([
      ["党建", 1, 0.5],
      ["业务", 1, "未评"],
      ["融合", 1, "未评"],
    ]);
    expect(low).toMatchObject({ base: null, coordination: null, fusion: null, linkage: null });
    expect(low.obstacles).toEqual([["X1", 1]]);
    expect(
      indices([
        ["党建", 1, 0.5],
        ["业务", 1, 1],
        ["融合", 1, "未评"],
      ]).base,
    ).toBe(75);
  });

  test("a subsystem of which nothing applies, or whose 分值 are all 0, has neither index nor availability", () => {
    const { subsystems } = indices([
      ["党建", 1, "不适用"],
      ["业务", 0, 1],
      ["融合", 1, 1],
    ]);
    expect(subsystems).toEqual({
      党建: { index: null, availability: null },
      业务: { index: null, availability: null },
      融合: { index: 1, availability: 1 },
    });
  });

  test("full scores are 1 exactly, whatever the weights add up to", () => {
    const sketch: Sketch = [0.1, 0.2, 0.3, 0.7, 1.1].map((points) => ["党建", points, 1] as const);
    expect(indices(sketch).subsystems["党建"]?.index).toBe(1);
  });
});

describe("D, L, F and levels (methodology §5)", () => {
  test("D = √(C·T), L = U of 融合, F = 100·√(D·L)", () => {
    const own = indices(full);
    expect(own.coupling).toBeCloseTo(1, 12);
    expect(own.coordination).toBeCloseTo(0.9, 12);
    expect(own.linkage).toBe(0.64);
    expect(own.fusion).toBeCloseTo(100 * Math.sqrt(0.9 * 0.64), 9);
    expect(own).toMatchObject({ coordinationLevel: "优质协调", fusionLevel: "基本融合" });
  });

  test("three coupling subsystems of any names, with weights", () => {
    const sketch: Sketch = [
      ["政治", 1, 0.8],
      ["办案", 1, 0.6],
      ["队伍", 1, 0.4],
      ["联结", 1, 1],
    ];
    const parameters = {
      couplingSubsystems: ["政治", "办案", "队伍"],
      linkageSubsystem: "联结",
      couplingWeights: [2, 1, 1],
    };
    const own = indices(sketch, parameters);
    const closeness = 1 - (0.2 + 0.4 + 0.2) / 3;
    const ratio = (0.75 * 0.5) ** (1 / 2);
    expect(own.coupling).toBeCloseTo(Math.sqrt(closeness * ratio), 12);
    expect(own.development).toBeCloseTo(0.65, 12);
    expect(own.fusion).toBeCloseTo(100 * Math.sqrt(Math.sqrt((own.coupling ?? 0) * 0.65)), 9);
  });

  test("all zero couples to 0; a wing that is 未评 leaves C, T, D and F 未评", () => {
    expect(
      indices([
        ["党建", 1, 0],
        ["业务", 1, 0],
        ["融合", 1, 1],
      ]),
    ).toMatchObject({ coupling: 0, coordination: 0, fusion: 0, coordinationLevel: "极度失调", fusionLevel: "两张皮" });
    expect(
      indices([
        ["党建", 1, 1],
        ["业务", 1, "未评"],
        ["融合", 1, 1],
      ]),
    ).toMatchObject({ coupling: null, development: null, coordination: null, linkage: 1, fusion: null });
  });

  test.each([
    [0.1, "严重失调"],
    [0.1 - 1e-10, "严重失调"],
    [0.1 - 1e-8, "极度失调"],
    [0.5, "勉强协调"],
    [0.3 + 0.3, "初级协调"],
    [0.9, "优质协调"],
    [1, "优质协调"],
    [0, "极度失调"],
  ])("D = %d is %s: boundaries belong to the level above, on nine decimals", (degree, level) => {
    expect(levelOf(degree, coordinationSteps(DEFAULT_PARAMETERS.coordinationLevels))).toBe(level);
  });
});

describe("障碍度 (methodology §5, §C.20)", () => {
  test("the top three above 0, ties on nine decimals in scheme order", () => {
    const { obstacles } = indices([
      ["党建", 1, 0.7],
      ["党建", 3, 0.9],
      ["业务", 2, 1],
      ["业务", 3, 0.8],
      ["融合", 1, 0.7 + 1e-12],
    ]);
    expect(obstacles.map(([code]) => code)).toEqual(["X4", "X1", "X2"]);
    expect(obstacles[0]?.[1]).toBeCloseTo(0.4, 9);
    expect(indices([["党建", 1, 1]]).obstacles).toEqual([]);
  });
});

describe("加减分 and 百分制 (methodology §5)", () => {
  const row = (kind: string, points: string | number | null, rest: Row = {}): Row => ({
    支部: "甲支部",
    日期: "2021-05-01",
    类型: kind,
    分值: points,
    审批人: "王检",
    ...rest,
  });
  const own = (rows: readonly Row[], parameters: Row = {}): ReturnType<typeof branchOf> =>
    branchOf(
      assess(
        book(
          { 支部名册: ROSTER, 活动台账: [{ 支部: "甲支部", 日期: "2021-04-01", 类别: "党课" }], 加减分: rows },
          [{ 计量: "次数", 上限: 2 }],
          parameters,
        ),
      ),
    );

  test("bonus = min(Σ|加分|, cap), deduction = Σ|扣分|, total from 0 up", () => {
    expect(own([row("加分", 3), row("加分", -4), row("扣分", "-2分")])).toMatchObject({
      base: 50,
      bonus: 7,
      deduction: 2,
      total: 55,
      band: "较差",
    });
    expect(own([row("加分", 8), row("加分", 7)])).toMatchObject({ bonus: 10, total: 60, band: "一般" });
    expect(own([row("加分", 8)], { 加分上限: 5 })).toMatchObject({ bonus: 5 });
    expect(own([row("扣分", 70)])).toMatchObject({ deduction: 70, total: 0 });
  });

  test("a row without 审批人 is 待审批 and not counted, a veto too; without the column all count", () => {
    const pending = own([row("加分", 3, { 审批人: null }), row("一票否决", null, { 审批人: "无" })]);
    expect(pending).toMatchObject({ bonus: 0, vetoed: false });
    expect(pending.adjustments.map(({ counted }) => counted)).toEqual([false, false]);
    const { 审批人: _, ...bare } = row("加分", 3);
    expect(own([bare])).toMatchObject({ bonus: 3 });
  });

  test("a blank 分值 counts 0 and is listed; rows outside the window do not count", () => {
    expect(own([row("加分", null)])).toMatchObject({ bonus: 0 });
    expect(own([row("加分", 3, { 日期: "2020-12-31" })])).toMatchObject({ bonus: 0, adjustments: [] });
  });

  test("一票否决 is a gate, apart from the score", () => {
    expect(own([row("一票否决", null)])).toMatchObject({ vetoed: true, total: 50, gates: { veto: { passed: false } } });
  });

  test("a veto of the period whose branch cannot be resolved is 待核", () => {
    const grids = book({
      支部名册: ROSTER,
      加减分: [
        row("一票否决", null, { 支部: "某支部" }),
        row("一票否决", null, { 支部: "某支部", 日期: "2019-01-01" }),
      ],
    });
    expect(assess(grids).pendingVetoes.map(({ text, place }) => `${text} ${place.cell}`)).toEqual(["某支部 A2"]);
  });
});

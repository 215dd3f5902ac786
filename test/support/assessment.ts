import type {
  Adjustment,
  Assessment,
  BranchAssessment,
  Evidence,
  Finding,
  FurtherOutputs,
  IndicatorFigure,
  Light,
  RuleFinding,
  SchemeLine,
  SubsystemFigure,
} from "../../src/core/assessment/assessment";
import { unitSummaries } from "../../src/core/assessment/units";
import { BUILT_IN_LIBRARY } from "../../src/core/diagnosis/library";
import { measuresFor } from "../../src/core/diagnosis/measures";
import { reason } from "../../src/core/reasons";

const line = (
  code: string,
  name: string,
  subsystem: string,
  table: string,
  measure: string,
  points: number,
  rest: Partial<SchemeLine> = {},
): SchemeLine => ({
  code,
  name,
  subsystem,
  table,
  measure,
  condition: "",
  applies: "",
  lower: 0,
  upper: 1,
  reversed: false,
  prorated: false,
  points,
  note: "",
  ...rest,
});

/** A small scheme with every kind of raw figure: shares, counts and days. */
export const SCHEME: readonly SchemeLine[] = [
  line("D1", "支部党员大会", "党建", "活动台账", "覆盖季", 5, { condition: "类别=支部党员大会" }),
  line("D2", "支委会", "党建", "活动台账", "覆盖月", 4, { condition: "类别=支委会", applies: "支委会=有" }),
  line("D6", "书记讲党课", "党建", "活动台账", "次数", 2, {
    condition: "类别=党课 且 主持人=@支部书记",
    upper: 4,
    prorated: true,
  }),
  line("B1", "业务指标达成", "业务", "业务指标", "达成", 12),
  line("B3", "监督问题整改", "业务", "监督整改", "按期(整改日, 应整改日)", 5, { lower: 0.5 }),
  line("R1", "业务结合率", "融合", "活动台账", "占比(业务结合点非空)", 6, { lower: 0.2, upper: 0.8 }),
  line("R3", "部署时差", "融合", "任务清单", "绝对时差(党建部署日-业务部署日)", 4, { upper: 30, reversed: true }),
  line("R5", "先锋岗履职", "融合", "先锋岗", "履职", 4),
];

const SUBSYSTEMS = ["党建", "业务", "融合"];
const FUSION_LEVELS: readonly (readonly [number, string])[] = [
  [80, "深度融合"],
  [65, "基本融合"],
  [50, "浅层融合"],
  [Number.NEGATIVE_INFINITY, "两张皮"],
];
const BANDS: readonly (readonly [number, string])[] = [
  [90, "优秀"],
  [80, "良好"],
  [60, "一般"],
  [Number.NEGATIVE_INFINITY, "较差"],
];
const COORDINATION: readonly (readonly [number, string])[] = [
  [0.9, "优质协调"],
  [0.8, "良好协调"],
  [0.7, "中级协调"],
  [0.6, "初级协调"],
  [0.5, "勉强协调"],
  [0.4, "濒临失调"],
  [0.3, "轻度失调"],
  [0.2, "中度失调"],
  [0.1, "严重失调"],
  [Number.NEGATIVE_INFINITY, "极度失调"],
];

function levelOf(levels: readonly (readonly [number, string])[], value: number | null): string | null {
  return value === null ? null : (levels.find(([least]) => value >= least)?.[1] ?? null);
}

/** A score (0–1), or why there is none. */
export type Score = number | "未评" | "不适用";

export interface BranchSketch {
  readonly branch: string;
  readonly unit?: string | null;
  /** One score per indicator of the scheme. */
  readonly scores: readonly Score[];
  readonly lights?: Readonly<Record<string, Light>>;
  readonly adjustments?: readonly Adjustment[];
  readonly vetoed?: boolean;
  readonly rest?: Partial<BranchAssessment>;
}

const ACTIVITIES: Evidence = {
  table: "活动台账",
  rows: 14,
  sheets: [{ sheet: "活动台账", runs: [3, 12, 20, 23] }],
};

function rawOf({ lower, upper, reversed }: SchemeLine, score: number): number {
  return lower + (reversed ? 1 - score : score) * (upper - lower);
}

function indicatorOf(scheme: SchemeLine, score: Score): IndicatorFigure {
  const status = score === "未评" ? "unassessed" : score === "不适用" ? "not_applicable" : "assessed";
  const number = typeof score === "number" ? score : null;
  return {
    raw: number === null ? null : rawOf(scheme, number),
    score: number,
    points: scheme.points,
    status,
    reviewed: false,
    reason:
      score === "未评"
        ? reason("tableMissing", { table: scheme.table })
        : score === "不适用"
          ? reason("notApplicable", { condition: scheme.applies })
          : null,
    evidence: number === null ? null : { ...ACTIVITIES, table: scheme.table },
    computed: { score: number, status },
    review: null,
  };
}

const RULES: Readonly<
  Record<string, readonly (readonly [figure: string, yellow: number, red: number, bad: "high" | "low"])[]>
> = {
  思想认识模糊性: [
    ["未结合率", 0.4, 0.6, "high"],
    ["忙时弱化", 0.5, 0.25, "low"],
  ],
  两张皮: [
    ["联结度", 0.5, 0.3, "low"],
    ["协调度", 0.6, 0.5, "low"],
    ["两翼差", 0.25, 0.4, "high"],
    ["事务化", 0.6, 0.75, "high"],
  ],
  宣传片面化: [["宣传融合率", 0.3, 0.15, "low"]],
  慢一拍: [
    ["部署时差", 7, 15, "high"],
    ["三同步", 0.5, 0.25, "low"],
  ],
  老一套: [
    ["形式单一", 0.7, 0.85, "high"],
    ["主题雷同", 0.2, 0.4, "high"],
  ],
};

/** Figures that come from indices, without ledger rows of their own. */
const INDICES: readonly string[] = ["联结度", "协调度", "两翼差"];

/** A finding whose first rule has the wanted light; the others are green, or all are missing. */
function findingOf(problem: string, level: Light): Finding {
  const rules = (RULES[problem] ?? []).map(([figure, yellow, red, bad], index): RuleFinding => {
    const light = level === "未评" ? "未评" : index === 0 ? level : "绿";
    const beyond = bad === "high" ? 1.1 : 0.9;
    const value =
      light === "红"
        ? red * beyond
        : light === "黄"
          ? yellow * beyond
          : light === "绿"
            ? yellow / (beyond * beyond)
            : null;
    return {
      figure,
      value,
      level: light,
      yellow,
      red,
      bad,
      reason: light === "未评" ? reason("noActivities") : null,
      evidence: light === "未评" || INDICES.includes(figure) ? null : ACTIVITIES,
    };
  });
  return { problem, level, rules };
}

/** A branch whose indices follow from its scores by the formulas of the methodology, with two coupled subsystems. */
export function branchOf(sketch: BranchSketch, scheme: readonly SchemeLine[] = SCHEME): BranchAssessment {
  const indicators = Object.fromEntries(
    scheme.map((each, index) => [each.code, indicatorOf(each, sketch.scores[index] ?? "未评")]),
  );
  const sums = (name: string | null) => {
    const own = scheme.filter(({ subsystem }) => name === null || subsystem === name);
    const found = own.map(({ code, points }) => ({ points, figure: indicators[code] }));
    const assessed = found.filter(({ figure }) => figure?.status === "assessed");
    const applicable = found
      .filter(({ figure }) => figure?.status !== "not_applicable")
      .reduce((sum, { points }) => sum + points, 0);
    const weight = assessed.reduce((sum, { points }) => sum + points, 0);
    const won = assessed.reduce((sum, { points, figure }) => sum + points * (figure?.score ?? 0), 0);
    const availability = applicable === 0 ? null : weight / applicable;
    return { availability, share: availability === null || availability < 2 / 3 ? null : won / weight };
  };
  const subsystems: Record<string, SubsystemFigure> = {};
  for (const name of SUBSYSTEMS) {
    const { availability, share } = sums(name);
    subsystems[name] = { index: share, availability };
  }
  const party = subsystems["党建"]?.index ?? null;
  const business = subsystems["业务"]?.index ?? null;
  const linkage = subsystems["融合"]?.index ?? null;
  const both =
    party === null || business === null ? null : { low: Math.min(party, business), high: Math.max(party, business) };
  const coupling =
    both === null ? null : both.high === 0 ? 0 : Math.sqrt((1 - (both.high - both.low)) * (both.low / both.high));
  const development = both === null ? null : (both.low + both.high) / 2;
  const coordination = coupling === null || development === null ? null : Math.sqrt(coupling * development);
  const fusion = coordination === null || linkage === null ? null : 100 * Math.sqrt(coordination * linkage);
  const whole = sums(null);
  const adjustments = sketch.adjustments ?? [];
  const points = (kind: Adjustment["kind"]) =>
    adjustments.filter((row) => row.kind === kind && row.counted).reduce((sum, row) => sum + row.points, 0);
  const base = whole.share === null ? null : 100 * whole.share;
  const bonus = Math.min(10, points("加分"));
  const deduction = points("扣分");
  const total = base === null ? null : Math.max(0, base + bonus - deduction);
  const losses = scheme.flatMap(({ code, points: weight }) => {
    const score = indicators[code]?.score ?? null;
    return score === null || score === 1 ? [] : [[code, weight * (1 - score)] as const];
  });
  const lost = losses.reduce((sum, [, loss]) => sum + loss, 0);
  const obstacles = losses
    .map(([code, loss]) => [code, loss / lost] as const)
    .toSorted((one, other) => other[1] - one[1])
    .slice(0, 3);
  const findings = Object.keys(RULES).map((problem) => findingOf(problem, sketch.lights?.[problem] ?? "绿"));
  const least = party === null || business === null || linkage === null ? null : Math.min(party, business, linkage);
  const vetoed = sketch.vetoed ?? false;
  const gate = (value: number | null, threshold: number) => ({
    passed: value !== null && value >= threshold,
    value,
    threshold,
  });
  return {
    branch: sketch.branch,
    unit: sketch.unit ?? null,
    kind: "业务",
    secretary: "张三",
    window: { first: "2021-01-01", last: "2021-12-31" },
    absentTables: [],
    carriers: {
      counts: ["学习教育", "党建阵地", "提质增效", "创先争优", "党支部共建", "示范引领"].map((carrier, index) => ({
        carrier,
        count: Math.max(0, 6 - 2 * index),
      })),
      reason: null,
      evidence: ACTIVITIES,
    },
    indicators,
    subsystems,
    availability: whole.availability,
    coupling,
    development,
    coordination,
    coordinationLevel: levelOf(COORDINATION, coordination),
    linkage,
    fusion,
    fusionLevel: levelOf(FUSION_LEVELS, fusion),
    base,
    bonus,
    deduction,
    total,
    band: levelOf(BANDS, total),
    vetoed,
    adjustments,
    obstacles,
    findings,
    measures: measuresFor(findings, obstacles, BUILT_IN_LIBRARY.measures, "2021-12-31").map((measure) => ({
      ...measure,
      sent: null,
    })),
    gates: {
      veto: { passed: !vetoed, value: null, threshold: null },
      availability: gate(whole.availability, 0.75),
      subsystems: gate(least, 0.5),
      fusion: gate(fusion, 65),
      total: gate(total, 80),
    },
    selected: false,
    rank: null,
    robustness: null,
    ...sketch.rest,
  };
}

/** Further outputs of branches whose ledgers tell nothing of them. */
function silentOutputs(branches: readonly BranchAssessment[]): FurtherOutputs {
  const why = (table: string) => reason("tableMissing", { table });
  const tally = { count: 0, last: null, evidence: null };
  return {
    partners: {
      partners: [],
      directions: ["内部联建", "上下级对口", "横向交流", "党建+"],
      branches: branches.map(() => ({
        reason: why("活动台账"),
        self: null,
        activities: tally,
        partners: [],
        directionReason: why("活动台账"),
        directions: [],
      })),
    },
    hearings: branches.map(() => ({ reason: why("办案效果"), hearings: tally, kinds: null, others: 0 })),
    brands: branches.map(() => ({
      name: null,
      meaning: null,
      place: { sheet: "支部名册", cell: "A2" },
      reason: reason("columnsMissing", { table: "支部名册", columns: "支部品牌" }),
      duplicates: [],
      activities: null,
      activityReason: why("活动台账"),
      states: [],
    })),
    honours: branches.map(() => ({ reason: why("荣誉成果"), honours: [] })),
    pipelines: branches.map(() => ({ reason: why("队伍梯队"), periods: [], counts: [], conversions: [] })),
  };
}

/** A whole run over the given branches, with nothing found wrong. */
export function assessmentOf(branches: readonly BranchAssessment[], rest: Partial<Assessment> = {}): Assessment {
  return {
    period: "2021",
    firstDay: "2021-01-01",
    lastDay: "2021-12-31",
    asOf: "2021-12-31",
    formula: "wang2021",
    schemeFingerprint: "0123456789ab",
    rulesFingerprint: "ba9876543210",
    schemeSource: "built-in",
    library: { source: "built-in", measures: BUILT_IN_LIBRARY.measures.length },
    scheme: SCHEME,
    subsystems: SUBSYSTEMS,
    couplingSubsystems: ["党建", "业务"],
    couplingWeights: null,
    linkageSubsystem: "融合",
    hasRoster: true,
    date1904: false,
    parameters: [
      { key: "同步窗口", value: "7", own: false },
      { key: "评选比例", value: "0.25", own: true },
    ],
    thresholds: {
      availability: 2 / 3,
      bands: [90, 80, 60],
      coordination: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
      fusion: [80, 65, 50],
      quota: 0.25,
      draws: 1000,
      seed: 2021,
      spread: 0.25,
    },
    showRanks: false,
    branches,
    indistinguishable: [],
    pendingVetoes: [],
    units: unitSummaries(branches, SUBSYSTEMS),
    stars: [],
    starChecks: [],
    outputs: silentOutputs(branches),
    comparisonWeights: {},
    tables: {
      支部名册: {
        read: branches.length,
        inWindow: branches.length,
        leftOut: 0,
        ranges: [
          { sheet: "支部名册", area: { row: 0, column: 0, rowCount: 9, columnCount: 8 }, missing: ["党小组数"] },
        ],
      },
      活动台账: {
        read: 120,
        inWindow: 112,
        leftOut: 8,
        ranges: [{ sheet: "活动台账", area: { row: 1, column: 0, rowCount: 121, columnCount: 12 }, missing: [] }],
      },
    },
    issues: [],
    ...rest,
  };
}

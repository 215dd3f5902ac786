import type { Assessment, BranchAssessment, FigureStatus, Gates, Light } from "./assessment/assessment";
import type { Issue, Severity } from "./issue";

/** One indicator of the result. */
interface ResultIndicator {
  readonly raw: number | null;
  readonly score: number | null;
  readonly points: number;
  readonly status: FigureStatus;
  readonly reviewed: boolean;
  readonly reason?: string;
}

interface ResultBranch {
  readonly branch: string;
  readonly unit: string | null;
  readonly indicators: Readonly<Record<string, ResultIndicator>>;
  readonly subsystems: BranchAssessment["subsystems"];
  readonly availability: number | null;
  readonly coupling: number | null;
  readonly development: number | null;
  readonly coordination: number | null;
  readonly coordinationLevel: string | null;
  readonly linkage: number | null;
  readonly fusion: number | null;
  readonly fusionLevel: string | null;
  readonly base: number | null;
  readonly bonus: number;
  readonly deduction: number;
  readonly total: number | null;
  readonly band: string | null;
  readonly vetoed: boolean;
  readonly obstacles: BranchAssessment["obstacles"];
  readonly problems: Readonly<
    Record<string, { readonly level: Light; readonly figures: Readonly<Record<string, number | null>> }>
  >;
  readonly gates: Readonly<Record<keyof Gates, boolean>>;
  readonly selected: boolean;
  readonly rank: number | null;
  readonly robustness: {
    readonly median: number;
    readonly low: number;
    readonly high: number;
    readonly selected: number;
  } | null;
}

/** The result of a run as JSON (methodology §9), keys in that order. */
export interface Result {
  readonly period: string;
  readonly asOf: string;
  readonly formula: "standard" | "wang2021";
  readonly schemeFingerprint: string;
  readonly branches: readonly ResultBranch[];
  readonly stars: readonly {
    readonly period: string;
    readonly kind: string;
    readonly name: string;
    readonly branch: string;
  }[];
  readonly tables: Readonly<
    Record<string, { readonly read: number; readonly inWindow: number; readonly leftOut: number }>
  >;
  readonly issues: readonly {
    readonly code: string;
    readonly severity: Severity;
    readonly sheet: string | null;
    readonly cell: string | null;
    readonly message: string;
  }[];
}

/** Texts that the result needs in the reader's language. */
export interface ResultTexts {
  readonly issue: (issue: Issue) => string;
  readonly reason: (reason: { readonly code: string; readonly params: Issue["params"] }) => string;
}

/** The result of an assessment. */
export function toResult(assessment: Assessment, texts: ResultTexts): Result {
  return {
    period: assessment.period,
    asOf: assessment.asOf,
    formula: assessment.formula,
    schemeFingerprint: assessment.schemeFingerprint,
    branches: assessment.branches.map((branch) => resultBranch(branch, texts)),
    stars: assessment.stars.map(({ period, kind, name, branch }) => ({ period, kind, name, branch })),
    tables: Object.fromEntries(
      Object.entries(assessment.tables).map(([name, { read, inWindow, leftOut }]) => [
        name,
        { read, inWindow, leftOut },
      ]),
    ),
    issues: assessment.issues.map((issue) => ({
      code: issue.code,
      severity: issue.severity,
      sheet: issue.place?.sheet ?? null,
      cell: issue.place?.cell ?? null,
      message: texts.issue(issue),
    })),
  };
}

function resultBranch(own: BranchAssessment, texts: ResultTexts): ResultBranch {
  return {
    branch: own.branch,
    unit: own.unit,
    indicators: Object.fromEntries(
      Object.entries(own.indicators).map(([code, { raw, score, points, status, reviewed, reason }]) => [
        code,
        { raw, score, points, status, reviewed, ...(reason === null ? {} : { reason: texts.reason(reason) }) },
      ]),
    ),
    subsystems: own.subsystems,
    availability: own.availability,
    coupling: own.coupling,
    development: own.development,
    coordination: own.coordination,
    coordinationLevel: own.coordinationLevel,
    linkage: own.linkage,
    fusion: own.fusion,
    fusionLevel: own.fusionLevel,
    base: own.base,
    bonus: own.bonus,
    deduction: own.deduction,
    total: own.total,
    band: own.band,
    vetoed: own.vetoed,
    obstacles: own.obstacles,
    problems: Object.fromEntries(
      own.findings.map(({ problem, level, rules }) => [
        problem,
        { level, figures: Object.fromEntries(rules.map(({ figure, value }) => [figure, value])) },
      ]),
    ),
    gates: {
      veto: own.gates.veto.passed,
      availability: own.gates.availability.passed,
      subsystems: own.gates.subsystems.passed,
      fusion: own.gates.fusion.passed,
      total: own.gates.total.passed,
    },
    selected: own.selected,
    rank: own.rank,
    robustness:
      own.robustness === null
        ? null
        : {
            median: own.robustness.median,
            low: own.robustness.low,
            high: own.robustness.high,
            selected: own.robustness.selected,
          },
  };
}

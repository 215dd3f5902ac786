import { BANDS, COORDINATION_LEVELS, FUSION_LEVELS } from "../assessment/indices";
import { branchName } from "../branch-name";
import type { PastBranch, PastResult } from "./past-result";

/** How many branches have a name; those without stand under 未评. */
export interface NamedCount {
  readonly name: string;
  readonly branches: number;
}

/** A problem of a branch that is red or yellow. */
export interface SummaryFinding {
  readonly branch: string;
  readonly unit: string | null;
  /** The branch as it is told from its namesakes. */
  readonly name: string;
  readonly problem: string;
  readonly level: "红" | "黄";
}

/** An indicator that is 未评 for some branches. */
export interface SummaryUnassessed {
  readonly code: string;
  readonly branches: number;
  /** Why, as the result says it, the reason of most branches first. */
  readonly reasons: readonly { readonly text: string; readonly branches: number }[];
}

/** What a run came to, in short. */
export interface RunSummary {
  readonly period: string;
  readonly asOf: string;
  readonly branches: number;
  /** From the best to the worst, 未评 last; names that no branch has are left out. */
  readonly bands: readonly NamedCount[];
  readonly coordinationLevels: readonly NamedCount[];
  readonly fusionLevels: readonly NamedCount[];
  /** Red ones first, in the order of the branches. */
  readonly findings: readonly SummaryFinding[];
  readonly unassessed: readonly SummaryUnassessed[];
  /** Issues by severity. */
  readonly issues: Readonly<Record<"error" | "warning" | "info", number>>;
}

const UNASSESSED = "未评";

/** Sums a result up. */
export function summarise({ period, asOf, branches, issues }: PastResult): RunSummary {
  const severity = (wanted: string): number => issues.filter((one) => one.severity === wanted).length;
  return {
    period,
    asOf,
    branches: branches.length,
    bands: counted(branches, BANDS, ({ band }) => band),
    coordinationLevels: counted(branches, [...COORDINATION_LEVELS].reverse(), (own) => own.coordinationLevel),
    fusionLevels: counted(branches, FUSION_LEVELS, ({ fusionLevel }) => fusionLevel),
    findings: [...findingsOf(branches, "红"), ...findingsOf(branches, "黄")],
    unassessed: unassessedOf(branches),
    issues: { error: severity("error"), warning: severity("warning"), info: severity("info") },
  };
}

function counted(
  branches: readonly PastBranch[],
  names: readonly string[],
  nameOf: (branch: PastBranch) => string | null,
): readonly NamedCount[] {
  return [...names, UNASSESSED]
    .map((name) => ({ name, branches: branches.filter((branch) => (nameOf(branch) ?? UNASSESSED) === name).length }))
    .filter((count) => count.branches > 0);
}

function findingsOf(branches: readonly PastBranch[], level: SummaryFinding["level"]): readonly SummaryFinding[] {
  return branches.flatMap((own) =>
    own.problems
      .filter((one) => one.level === level)
      .map(({ problem }) => ({
        branch: own.branch,
        unit: own.unit,
        name: branchName(own, branches),
        problem,
        level,
      })),
  );
}

function unassessedOf(branches: readonly PastBranch[]): readonly SummaryUnassessed[] {
  const reasons = new Map<string, Map<string, number>>();
  for (const { indicators } of branches)
    for (const { code, status, reason } of indicators) {
      if (status !== "unassessed") continue;
      const own = reasons.get(code) ?? new Map<string, number>();
      reasons.set(code, own.set(reason ?? "", (own.get(reason ?? "") ?? 0) + 1));
    }
  return [...reasons].map(([code, own]) => ({
    code,
    branches: [...own.values()].reduce((sum, count) => sum + count, 0),
    reasons: [...own].map(([text, count]) => ({ text, branches: count })).sort((a, b) => b.branches - a.branches),
  }));
}

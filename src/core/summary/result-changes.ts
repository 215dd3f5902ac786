import { round9 } from "../methods/round9";
import { branchName } from "../branch-name";
import type { PastBranch, PastIssue, PastResult } from "./past-result";

/** A named step or light of a branch that changed; `null` is 未评. */
export interface WordChange {
  readonly what: "band" | "coordinationLevel" | "fusionLevel";
  readonly before: string | null;
  readonly now: string | null;
}

/** A figure of a branch that changed; `null` is 未评. */
export interface FigureChange {
  readonly what: "total" | "coordination" | "linkage" | "fusion";
  readonly before: number | null;
  readonly now: number | null;
}

/** A problem of a branch whose light changed. */
export interface ProblemChange {
  readonly problem: string;
  readonly before: string;
  readonly now: string;
}

/** What changed for one branch; something did. */
export interface BranchChange {
  /** The branch as it is told from its namesakes. */
  readonly name: string;
  readonly words: readonly WordChange[];
  readonly figures: readonly FigureChange[];
  readonly problems: readonly ProblemChange[];
}

/** What changed between two runs on one workbook. Of another period only that is told: its branches are not compared. */
export interface ResultChanges {
  readonly period: { readonly before: string; readonly now: string } | null;
  /**
   * Whether the scheme or a parameter changed, so that figures may differ without any change in the ledgers. 截止日 and 显示名次 are no such
   * parameters where 可比指纹 of both runs is known.
   */
  readonly schemeChanged: boolean;
  readonly newBranches: readonly string[];
  readonly goneBranches: readonly string[];
  readonly branches: readonly BranchChange[];
  readonly newIssues: readonly PastIssue[];
  readonly solvedIssues: readonly PastIssue[];
}

const WORDS = ["band", "coordinationLevel", "fusionLevel"] as const;
const FIGURES = ["total", "coordination", "linkage", "fusion"] as const;

/** 可比指纹 of two runs; `null` where it is not known. */
interface RulesOfRuns {
  readonly before: string | null;
  readonly now: string | null;
}

/**
 * Compares a result with the one before it. Figures are compared on nine decimals, issues by code and place, the rules by 可比指纹; where
 * that of one is not known, by the fingerprint of the results.
 */
export function changesBetween(before: PastResult, now: PastResult, rules: RulesOfRuns): ResultChanges {
  const schemeChanged =
    rules.before === null || rules.now === null
      ? before.schemeFingerprint !== now.schemeFingerprint
      : rules.before !== rules.now;
  if (before.period !== now.period) {
    const period = { before: before.period, now: now.period };
    return { period, schemeChanged, newBranches: [], goneBranches: [], branches: [], newIssues: [], solvedIssues: [] };
  }
  const known = new Map(before.branches.map((branch) => [keyOf(branch), branch]));
  const standing = new Set(now.branches.map(keyOf));
  // Who left and who came may be namesakes.
  const all = [...before.branches.filter((branch) => !standing.has(keyOf(branch))), ...now.branches];
  const nameOf = (branch: PastBranch) => branchName(branch, all);
  return {
    period: null,
    schemeChanged,
    newBranches: now.branches.filter((branch) => !known.has(keyOf(branch))).map(nameOf),
    goneBranches: before.branches.filter((branch) => !standing.has(keyOf(branch))).map(nameOf),
    branches: now.branches.flatMap((branch) => {
      const earlier = known.get(keyOf(branch));
      const change = earlier === undefined ? null : branchChange(earlier, branch, nameOf(branch));
      return change === null ? [] : [change];
    }),
    newIssues: without(now.issues, before.issues),
    solvedIssues: without(before.issues, now.issues),
  };
}

function keyOf({ branch, unit }: PastBranch): string {
  return `${unit ?? ""}\u0000${branch}`;
}

function branchChange(before: PastBranch, now: PastBranch, name: string): BranchChange | null {
  const words = WORDS.filter((what) => before[what] !== now[what]).map((what) => ({
    what,
    before: before[what],
    now: now[what],
  }));
  const figures = FIGURES.filter((what) => !sameFigure(before[what], now[what])).map((what) => ({
    what,
    before: before[what],
    now: now[what],
  }));
  const lights = new Map(before.problems.map(({ problem, level }) => [problem, level]));
  const problems = now.problems.flatMap(({ problem, level }) => {
    const earlier = lights.get(problem) ?? "未评";
    return earlier === level ? [] : [{ problem, before: earlier, now: level }];
  });
  const changed = words.length + figures.length + problems.length > 0;
  return changed ? { name, words, figures, problems } : null;
}

function sameFigure(before: number | null, now: number | null): boolean {
  return before === null || now === null ? before === now : round9(before) === round9(now);
}

/** The issues of `list` that `others` has not; of several alike as many as there are more. */
function without(list: readonly PastIssue[], others: readonly PastIssue[]): readonly PastIssue[] {
  const left = new Map<string, number>();
  for (const one of others) left.set(placeKey(one), (left.get(placeKey(one)) ?? 0) + 1);
  return list.filter((one) => {
    const count = left.get(placeKey(one)) ?? 0;
    left.set(placeKey(one), count - 1);
    return count <= 0;
  });
}

function placeKey({ code, sheet, cell }: PastIssue): string {
  return `${code}\u0000${sheet ?? ""}\u0000${cell ?? ""}`;
}

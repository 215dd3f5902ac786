import { coordination } from "../methods/coordination";
import { fusion } from "../methods/fusion";
import { obstacleDegrees } from "../methods/obstacle-degree";
import { round9 } from "../methods/round9";
import { clampToUnit } from "../methods/unit-interval";
import type { Parameters } from "../scheme/parameters";
import type { Scheme } from "../scheme/scheme";
import type { SubsystemFigure } from "./assessment";
import type { BranchFigures } from "./indicators";

export const COORDINATION_LEVELS = [
  "极度失调",
  "严重失调",
  "中度失调",
  "轻度失调",
  "濒临失调",
  "勉强协调",
  "初级协调",
  "中级协调",
  "良好协调",
  "优质协调",
] as const;
export const FUSION_LEVELS = ["深度融合", "基本融合", "浅层融合", "两张皮"] as const;
export const BANDS = ["优秀", "良好", "一般", "较差"] as const;

/** Everything of methodology §5 that follows from the indicators of one branch. */
export interface Indices {
  readonly subsystems: Readonly<Record<string, SubsystemFigure>>;
  readonly availability: number | null;
  readonly coupling: number | null;
  readonly development: number | null;
  readonly coordination: number | null;
  readonly coordinationLevel: string | null;
  readonly linkage: number | null;
  readonly fusion: number | null;
  readonly fusionLevel: string | null;
  readonly base: number | null;
  readonly obstacles: readonly (readonly [code: string, degree: number])[];
}

const TOP_OBSTACLES = 3;

/** The indices of one branch. */
export function indicesOf(figures: BranchFigures, scheme: Scheme, parameters: Parameters): Indices {
  const all = scheme.indicators.map(({ line }) => ({ line, figure: figures[line.code] }));
  const applicable = all.flatMap(({ line, figure }) =>
    figure === undefined || figure.status === "not_applicable" ? [] : [{ line, score: figure.score }],
  );
  const assessed = applicable.flatMap(({ line, score }) => (score === null ? [] : [{ line, score }]));
  const weightOf = (lines: readonly { readonly line: { readonly points: number } }[]): number =>
    lines.reduce((sum, { line }) => sum + line.points, 0);
  const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
  const enough = (availability: number | null): boolean =>
    availability !== null && round9(availability) >= round9(parameters.availability);

  const subsystems: Record<string, SubsystemFigure> = {};
  for (const subsystem of scheme.subsystems) {
    const own = assessed.filter(({ line }) => line.subsystem === subsystem);
    const availability = share(weightOf(own), weightOf(applicable.filter(({ line }) => line.subsystem === subsystem)));
    subsystems[subsystem] = { index: enough(availability) ? weightedScore(own) : null, availability };
  }
  const { coupling, development, coordination: degree } = couplingOf(subsystems, parameters);
  const linkage = subsystems[parameters.linkageSubsystem]?.index ?? null;
  const fused = fusion(degree, linkage);
  const availability = share(weightOf(assessed), weightOf(applicable));
  const mean = weightedScore(assessed);
  return {
    subsystems,
    availability,
    coupling,
    development,
    coordination: degree,
    coordinationLevel: degree === null ? null : coordinationLevel(degree, parameters.coordinationLevels),
    linkage,
    fusion: fused,
    fusionLevel: fused === null ? null : levelFromTop(fused, parameters.fusionLevels, FUSION_LEVELS),
    base: enough(availability) && mean !== null ? 100 * mean : null,
    obstacles: obstaclesOf(assessed),
  };
}

function weightedScore(
  items: readonly { readonly line: { readonly points: number }; readonly score: number }[],
): number | null {
  const weight = items.reduce((sum, { line }) => sum + line.points, 0);
  // A sum of full scores may miss the sum of their weights by the last digit.
  return weight > 0 ? clampToUnit(items.reduce((sum, { line, score }) => sum + line.points * score, 0) / weight) : null;
}

function couplingOf(
  subsystems: Readonly<Record<string, SubsystemFigure>>,
  parameters: Parameters,
): { readonly coupling: number | null; readonly development: number | null; readonly coordination: number | null } {
  return coordinationOf(
    parameters.couplingSubsystems.map((subsystem) => subsystems[subsystem]?.index ?? null),
    parameters,
  );
}

/** C, T and D of indices in the order of 耦合子系统; all `null` where one of them is 未评. */
export function coordinationOf(
  indices: readonly (number | null)[],
  parameters: Parameters,
): { readonly coupling: number | null; readonly development: number | null; readonly coordination: number | null } {
  const known = indices.filter((index) => index !== null);
  const result =
    known.length === indices.length ? coordination(known, parameters.couplingWeights, parameters.formula) : null;
  return result ?? { coupling: null, development: null, coordination: null };
}

/** 协调等级 of D; boundaries are [a, b) on values rounded to 9 decimals. */
export function coordinationLevel(degree: number, boundaries: readonly number[]): string {
  const passed = boundaries.filter((boundary) => round9(degree) >= round9(boundary)).length;
  return COORDINATION_LEVELS[passed] ?? COORDINATION_LEVELS[9];
}

/** The first name whose boundary (in falling order) is reached, else the last. */
export function levelFromTop(
  value: number,
  boundaries: readonly number[],
  names: readonly [string, string, string, string],
): string {
  const at = boundaries.findIndex((boundary) => round9(value) >= round9(boundary));
  return names[at < 0 ? 3 : at] ?? names[3];
}

function obstaclesOf(
  assessed: readonly { readonly line: { readonly code: string; readonly points: number }; readonly score: number }[],
): readonly (readonly [string, number])[] {
  const degrees = obstacleDegrees(
    assessed.map(({ score }) => score),
    assessed.map(({ line }) => line.points),
  );
  return assessed
    .map(({ line }, index): readonly [string, number] => [line.code, degrees[index] ?? 0])
    .filter(([, degree]) => round9(degree) > 0)
    .sort(([, a], [, b]) => round9(b) - round9(a))
    .slice(0, TOP_OBSTACLES);
}

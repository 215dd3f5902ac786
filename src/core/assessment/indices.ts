import { coordination } from "../methods/coordination";
import { fusion } from "../methods/fusion";
import { type Step, levelOf } from "../methods/level";
import { obstacleDegrees } from "../methods/obstacle-degree";
import { round9 } from "../methods/round9";
import { clampToUnit } from "../methods/unit-interval";
import { type AvailableMean, weightedMean } from "../methods/weighted-mean";
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
  const meanOf = (own: typeof applicable): AvailableMean =>
    weightedMean(
      own.map(({ score }) => score),
      own.map(({ line }) => line.points),
      parameters.availability,
    );

  const subsystems: Record<string, SubsystemFigure> = {};
  for (const subsystem of scheme.subsystems) {
    const { mean, availability } = meanOf(applicable.filter(({ line }) => line.subsystem === subsystem));
    subsystems[subsystem] = { index: unitMean(mean), availability };
  }
  const { coupling, development, coordination: degree } = couplingOf(subsystems, parameters);
  const linkage = subsystems[parameters.linkageSubsystem]?.index ?? null;
  const fused = fusion(degree, linkage);
  const { mean, availability } = meanOf(applicable);
  const base = unitMean(mean);
  return {
    subsystems,
    availability,
    coupling,
    development,
    coordination: degree,
    coordinationLevel: degree === null ? null : levelOf(degree, coordinationSteps(parameters.coordinationLevels)),
    linkage,
    fusion: fused,
    fusionLevel: fused === null ? null : levelOf(fused, stepsFromTop(parameters.fusionLevels, FUSION_LEVELS)),
    base: base === null ? null : 100 * base,
    obstacles: obstaclesOf(assessed),
  };
}

/** A mean of scores within [0, 1]: a sum of full scores may miss the sum of their weights by the last digit. */
function unitMean(mean: number | null): number | null {
  return mean === null ? null : clampToUnit(mean);
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

/** The steps of 协调等级; `boundaries` in rising order, one fewer than the levels. */
export function coordinationSteps(boundaries: readonly number[]): readonly Step[] {
  return COORDINATION_LEVELS.map((name, index) => ({ from: [-Infinity, ...boundaries][index] ?? Infinity, name }));
}

/** Steps named from the top; `boundaries` in falling order, one fewer than the names. */
export function stepsFromTop(boundaries: readonly number[], names: readonly string[]): readonly Step[] {
  return names.map((name, index) => ({ from: boundaries[index] ?? -Infinity, name }));
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

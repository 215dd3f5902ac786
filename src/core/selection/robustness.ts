import type { BranchFigures } from "../assessment/indicators";
import { coordinationOf } from "../assessment/indices";
import type { RobustnessFigure } from "../assessment/assessment";
import { fusion } from "../methods/fusion";
import { mulberry32 } from "../methods/random";
import { competitionRanks } from "../methods/rank";
import { rankInterval, weightFactors } from "../methods/rank-intervals";
import type { Progress } from "../outcome";
import type { Parameters } from "../scheme/parameters";
import type { Scheme } from "../scheme/scheme";
import { selectedBy } from "./awards";

/** What stays nominal while the weights are redrawn. */
export interface Nominal {
  readonly figures: readonly BranchFigures[];
  readonly fusions: readonly (number | null)[];
  readonly passed: readonly boolean[];
  readonly totals: readonly (number | null)[];
}

const DRAWS_A_STEP = 50;

interface Term {
  readonly indicator: number;
  readonly points: number;
  readonly score: number;
}

/**
 * Ranks under redrawn weights (methodology §6 and §C.4): per draw one factor per indicator in scheme order, uniform in
 * [1 − a, 1 + a]; which figures exist, gates and scores stay nominal. Same draws on every platform. Yields progress in draws.
 */
export function* robustness(
  nominal: Nominal,
  scheme: Scheme,
  parameters: Parameters,
): Generator<Progress, readonly (RobustnessFigure | null)[]> {
  const fused = fusionUnder(nominal, scheme, parameters);
  const next = mulberry32(parameters.seed);
  const ranks = nominal.fusions.map((): number[] => []);
  const selections = nominal.fusions.map(() => 0);
  for (let draw = 0; draw < parameters.draws; draw++) {
    const factors = weightFactors(scheme.indicators.length, parameters.spread, next);
    const fusions = fused(factors);
    competitionRanks(fusions, "descending").forEach((rank, branch) => {
      if (rank !== null) ranks[branch]?.push(rank);
    });
    selectedBy(fusions, nominal.totals, nominal.passed, parameters.quota).forEach(({ selected }, branch) => {
      if (selected) selections[branch] = (selections[branch] ?? 0) + 1;
    });
    if (draw % DRAWS_A_STEP === DRAWS_A_STEP - 1) yield { stage: "selection", done: draw + 1, total: parameters.draws };
  }
  const left = leaveOneOut(fused, nominal.fusions, scheme);
  return ranks.map((drawn, branch) => {
    const interval = rankInterval(drawn);
    if (interval === null) return null;
    return {
      ...interval,
      selected: (selections[branch] ?? 0) / parameters.draws,
      leaveOneOut: left[branch] ?? { change: 0, code: null },
    };
  });
}

/** F of every branch under factors on the weights; `null` where it is 未评 nominally. */
function fusionUnder(
  nominal: Nominal,
  scheme: Scheme,
  parameters: Parameters,
): (factors: readonly number[]) => (number | null)[] {
  const { couplingSubsystems, linkageSubsystem } = parameters;
  const branches = nominal.figures.map((figures, branch) => {
    if (nominal.fusions[branch] == null) return null;
    const terms = (subsystem: string): readonly Term[] =>
      scheme.indicators.flatMap(({ line }, indicator): Term[] => {
        const score = figures[line.code]?.score ?? null;
        return line.subsystem === subsystem && score !== null ? [{ indicator, points: line.points, score }] : [];
      });
    return { coupling: couplingSubsystems.map(terms), linkage: terms(linkageSubsystem) };
  });
  return (factors) =>
    branches.map((branch) => {
      if (branch === null) return null;
      const { coordination } = coordinationOf(
        branch.coupling.map((terms) => weighted(terms, factors)),
        parameters,
      );
      return fusion(coordination, weighted(branch.linkage, factors));
    });
}

function weighted(terms: readonly Term[], factors: readonly number[]): number | null {
  let sum = 0;
  let weight = 0;
  for (const { indicator, points, score } of terms) {
    const drawn = points * (factors[indicator] ?? 1);
    sum += drawn * score;
    weight += drawn;
  }
  return weight > 0 ? sum / weight : null;
}

/** The largest change of a branch's rank when one indicator is left out, and the first indicator that causes it. */
function leaveOneOut(
  fused: (factors: readonly number[]) => (number | null)[],
  nominal: readonly (number | null)[],
  scheme: Scheme,
): { readonly change: number; readonly code: string | null }[] {
  const before = competitionRanks(nominal, "descending");
  const largest = nominal.map((): { change: number; code: string | null } => ({ change: 0, code: null }));
  scheme.indicators.forEach(({ line }, left) => {
    const after = competitionRanks(fused(scheme.indicators.map((_, index) => (index === left ? 0 : 1))), "descending");
    after.forEach((rank, branch) => {
      const old = before[branch] ?? null;
      const entry = largest[branch];
      const change = rank === null || old === null ? 0 : Math.abs(rank - old);
      if (entry !== undefined && change > entry.change) largest[branch] = { change, code: line.code };
    });
  });
  return largest;
}

import type { Gate, Gates } from "../assessment/assessment";
import type { Indices } from "../assessment/indices";
import { round9 } from "../methods/round9";
import type { Parameters } from "../scheme/parameters";

/** Place of a branch among the passers of 先进党支部评选. */
export interface Award {
  readonly rank: number | null;
  readonly selected: boolean;
}

/** The gates of one branch (methodology §8); a 未评 figure fails its gate. */
export function gatesOf(indices: Indices, total: number | null, vetoed: boolean, parameters: Parameters): Gates {
  const names = [...new Set([...parameters.couplingSubsystems, parameters.linkageSubsystem])];
  const wings = names.map((name) => indices.subsystems[name]?.index ?? null);
  const known = wings.filter((index) => index !== null);
  const lowest = known.length === wings.length && known.length > 0 ? Math.min(...known) : null;
  return {
    veto: { passed: !vetoed, value: null, threshold: null },
    availability: gate(indices.availability, parameters.gateAvailability),
    subsystems: gate(lowest, parameters.gateSubsystems),
    fusion: gate(indices.fusion, parameters.gateFusion),
    total: gate(total, parameters.gateTotal),
  };
}

function gate(value: number | null, threshold: number): Gate {
  return { passed: value !== null && round9(value) >= round9(threshold), value, threshold };
}

/** Whether all gates are passed. */
export function passesAll(gates: Gates): boolean {
  return Object.values(gates).every(({ passed }: Gate) => passed);
}

/**
 * Orders the passers by F, ties by 百分制, then joint (ranks 1, 2, 2, 4); quota = ceil(share × branches that have an F); rank ≤ quota
 * is selected, so that a tie at the edge is selected whole.
 */
export function selectedBy(
  fusions: readonly (number | null)[],
  totals: readonly (number | null)[],
  passed: readonly boolean[],
  share: number,
): Award[] {
  const quota = Math.ceil(round9(share * fusions.filter((fusion) => fusion !== null).length));
  const awards = fusions.map((): Award => ({ rank: null, selected: false }));
  const passers = fusions.flatMap((fusion, branch) =>
    passed[branch] === true && fusion !== null
      ? [{ branch, fusion: round9(fusion), total: round9(totals[branch] ?? 0) }]
      : [],
  );
  for (const { branch, fusion, total } of passers) {
    const ahead = passers.filter(
      (other) => other.fusion > fusion || (other.fusion === fusion && other.total > total),
    ).length;
    awards[branch] = { rank: ahead + 1, selected: ahead + 1 <= quota };
  }
  return awards;
}

/** Pairs adjacent in the order by F whose rank intervals overlap (不可区分), as indices of branches. */
export function indistinguishablePairs(
  fusions: readonly (number | null)[],
  intervals: readonly ({ readonly low: number; readonly high: number } | null)[],
): (readonly [number, number])[] {
  const order = fusions
    .flatMap((fusion, branch) => (fusion === null ? [] : [{ branch, fusion: round9(fusion) }]))
    .sort((a, b) => b.fusion - a.fusion);
  return order.flatMap(({ branch }, index) => {
    const next = order[index + 1]?.branch;
    const [own, other] = [intervals[branch], next === undefined ? null : intervals[next]];
    if (next === undefined || own == null || other == null) return [];
    return own.low <= other.high && other.low <= own.high ? [[branch, next] as const] : [];
  });
}

import { civilOf, monthOf } from "../calendar";
import { round9 } from "../methods/round9";
import { mean } from "../methods/statistics";
import { branchKey, type Snapshot, type SnapshotFigure } from "./snapshot";

/** A period of which there is a record, as the trend shows it. */
export interface TrendPeriod {
  readonly period: string;
  readonly first: number;
  readonly last: number;
  /** 截止日 where it cuts the period short; `null` where the period was assessed to its end, or the record does not say. */
  readonly cutAt: number | null;
  readonly branches: number;
  /** Whether the scheme or the parameters were others than in the period before; `null` where that is not known. */
  readonly schemeChanged: boolean | null;
}

/** One branch with its snapshot of each period; `null` where there is none. */
export interface TrendBranch {
  readonly unit: string | null;
  readonly branch: string;
  readonly snapshots: readonly (Snapshot | null)[];
}

/** How the branches that have a figure in both of the last two periods moved. */
export interface Movement {
  readonly branches: number;
  readonly up: number;
  readonly down: number;
  readonly same: number;
  /** Mean change over these branches. */
  readonly mean: number;
  /** Means over these branches in the period before and in the last. */
  readonly before: number;
  readonly after: number;
  /** Whether no other branch has the figure in either of the two periods. */
  readonly isOfAll: boolean;
}

/** Figures of like periods in their order. */
export interface Trend {
  /** At least two. */
  readonly periods: readonly TrendPeriod[];
  readonly branches: readonly TrendBranch[];
  /** Periods of another length, which are not compared. */
  readonly otherPeriods: readonly string[];
  /** Earlier periods of the same length that are left out for want of room. */
  readonly earlier: number;
  /** Branches that the last period has and the one before had not, and the reverse. */
  readonly joined: readonly TrendBranch[];
  readonly gone: readonly TrendBranch[];
}

/** How long a period is: whole months where it is made of them, else days. Periods are compared only where this is the same. */
function lengthOf({ first, last }: { readonly first: number; readonly last: number }): string {
  const isWhole = civilOf(first).day === 1 && civilOf(last + 1).day === 1;
  return isWhole ? `${monthOf(last) - monthOf(first) + 1} months` : `${last - first + 1} days`;
}

function samePeriod(one: Snapshot, other: Snapshot): boolean {
  return one.first === other.first && one.last === other.last;
}

/** The latest of each branch, in the order in which the branches stand. */
function latest(snapshots: readonly Snapshot[]): Snapshot[] {
  const found = new Map<string, Snapshot>();
  for (const one of snapshots) {
    const standing = found.get(branchKey(one));
    if (standing === undefined || (one.generatedAt ?? 0) >= (standing.generatedAt ?? 0)) found.set(branchKey(one), one);
  }
  return [...found.values()];
}

/** Snapshots by period, in the order of the periods. */
function byPeriod(snapshots: readonly Snapshot[]): Snapshot[][] {
  const groups: Snapshot[][] = [];
  for (const one of snapshots) {
    const group = groups.find(([first]) => first !== undefined && samePeriod(first, one));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups
    .map(latest)
    .sort(([one], [other]) => (one?.first ?? 0) - (other?.first ?? 0) || (one?.last ?? 0) - (other?.last ?? 0));
}

function trendPeriod(own: readonly Snapshot[], before: readonly Snapshot[] | undefined): TrendPeriod | null {
  const [one] = own;
  if (one === undefined) return null;
  const cuts = own.flatMap(({ asOf }) => (asOf === null ? [] : [asOf]));
  const cut = cuts.length === 0 ? null : Math.min(...cuts);
  const prints = (group: readonly Snapshot[]) => [...new Set(group.map(({ fingerprint }) => fingerprint))];
  const [now, earlier] = [prints(own), prints(before ?? [])];
  const isKnown = before !== undefined && ![...now, ...earlier].includes("");
  return {
    period: one.period,
    first: one.first,
    last: one.last,
    cutAt: cut !== null && cut < one.last ? cut : null,
    branches: own.length,
    schemeChanged: isKnown ? now.length !== 1 || earlier.length !== 1 || now[0] !== earlier[0] : null,
  };
}

/**
 * The trend over the periods of a history that are as long as the run's, the latest `most` of them; `null` where there is only the run's own.
 * `run` holds the snapshots of the run, which `history` has as well; its branches come first, in their order.
 */
export function trendOf(history: readonly Snapshot[], run: readonly Snapshot[], most: number): Trend | null {
  const [current] = run;
  if (current === undefined) return null;
  const length = lengthOf(current);
  const like = byPeriod(history.filter((one) => lengthOf(one) === length));
  if (like.length < 2) return null;
  const shown = like.slice(-most);
  const tables = shown.map((group) => new Map(group.map((one) => [branchKey(one), one])));
  const order = new Map([...run, ...[...shown].reverse().flat()].map((one) => [branchKey(one), one]));
  const branches = [...order]
    .map(([key, { unit, branch }]): TrendBranch => ({
      unit,
      branch,
      snapshots: tables.map((table) => table.get(key) ?? null),
    }))
    .filter(({ snapshots }) => snapshots.some((one) => one !== null));
  const [now, before] = [shown.length - 1, shown.length - 2];
  const hasIn = (period: number, { snapshots }: TrendBranch) => (snapshots[period] ?? null) !== null;
  return {
    periods: shown.flatMap((group, index) => {
      const period = trendPeriod(group, like[like.length - shown.length + index - 1]);
      return period === null ? [] : [period];
    }),
    branches,
    otherPeriods: byPeriod(history.filter((one) => lengthOf(one) !== length)).flatMap(([one]) =>
      one === undefined ? [] : [one.period],
    ),
    earlier: like.length - shown.length,
    joined: branches.filter((one) => hasIn(now, one) && !hasIn(before, one)),
    gone: branches.filter((one) => !hasIn(now, one) && hasIn(before, one)),
  };
}

/** The values of a figure in one period, in the order of the branches; `null` where 未评 or without a record. */
export function valuesIn({ branches }: Trend, period: number, name: SnapshotFigure): readonly (number | null)[] {
  return branches.map(({ snapshots }) => snapshots[period]?.figures[name] ?? null);
}

/** How the branches moved that have the figure in both of the last two periods; `null` where none has. Compared on nine decimals. */
export function movementOf(trend: Trend, name: SnapshotFigure): Movement | null {
  const now = trend.periods.length - 1;
  const earlier = valuesIn(trend, now - 1, name);
  const later = valuesIn(trend, now, name);
  const pairs = later.flatMap((value, index) => {
    const other = earlier[index] ?? null;
    return value === null || other === null ? [] : [{ before: other, after: value }];
  });
  const changes = pairs.map(({ before, after }) => round9(after - before));
  const [average, before, after] = [
    mean(changes),
    mean(pairs.map((pair) => pair.before)),
    mean(pairs.map((pair) => pair.after)),
  ];
  if (average === null || before === null || after === null) return null;
  const known = (values: readonly (number | null)[]) => values.filter((value) => value !== null).length;
  return {
    branches: changes.length,
    up: changes.filter((change) => change > 0).length,
    down: changes.filter((change) => change < 0).length,
    same: changes.filter((change) => change === 0).length,
    mean: average,
    before,
    after,
    isOfAll: known(earlier) === pairs.length && known(later) === pairs.length,
  };
}

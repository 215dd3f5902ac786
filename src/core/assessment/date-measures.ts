import type { LedgerRow } from "../ledger/ledger";
import { STAGES } from "../ledger/schema";
import { type Punctuality, metShare, punctuality } from "../methods/punctuality";
import { mean, median } from "../methods/statistics";
import { synchronousShare } from "../methods/synchrony";
import type { CellReader } from "./cells";
import { type Computed, figure, missing } from "./computed";

/**
 * 按期 and 限期: of the rows with a start, the share of those done at most `days` after it; rows not done whose days end after 截止日
 * are left out, unreadable dates leave their row out.
 */
export function punctual(
  measure: { readonly start: string; readonly days: number; readonly done: string },
  asOf: number,
  read: CellReader,
): (rows: readonly LedgerRow[]) => Computed {
  const startOf = read.day(measure.start);
  const doneOf = read.day(measure.done);
  return (rows) => {
    const standings: Punctuality[] = [];
    const used = rows.filter((row) => {
      const start = startOf(row);
      if (typeof start !== "number") return false;
      const done = doneOf(row);
      if (done === "unreadable") return false;
      const standing = punctuality(start + measure.days, done === "blank" ? null : done, asOf);
      standings.push(standing);
      return standing !== "open";
    });
    const share = metShare(standings);
    if (share !== null) return figure(share, used);
    return standings.length > 0 ? missing("nothingDue") : missing("noDates", { columns: measure.start });
  };
}

/** 时差 and 绝对时差: the median of the days from `earlier` to `later` over the rows with both dates. */
export function lag(
  later: string,
  earlier: string,
  absolute: boolean,
  read: CellReader,
): (rows: readonly LedgerRow[]) => Computed {
  const laterOf = read.day(later);
  const earlierOf = read.day(earlier);
  return (rows) => {
    const days: number[] = [];
    const used = rows.filter((row) => {
      const a = laterOf(row);
      const b = earlierOf(row);
      if (typeof a !== "number" || typeof b !== "number") return false;
      days.push(absolute ? Math.abs(a - b) : a - b);
      return true;
    });
    const middle = median(days);
    return middle === null ? missing("noDates") : figure(middle, used);
  };
}

/** 三同步: mean over the tasks of the share of their stages whose two dates lie at most `window` days apart. */
export function synchrony(window: number, read: CellReader): (rows: readonly LedgerRow[]) => Computed {
  const stages = STAGES.map(([party, business]) => ({ partyOf: read.day(party), businessOf: read.day(business) }));
  return (rows) => {
    const shares: number[] = [];
    const used = rows.filter((row) => {
      const share = synchronousShare(
        stages.map(({ partyOf, businessOf }) => [dayOrNull(partyOf(row)), dayOrNull(businessOf(row))]),
        window,
      );
      if (share !== null) shares.push(share);
      return share !== null;
    });
    const value = mean(shares);
    return value === null ? missing("noStages") : figure(value, used);
  };
}

/** A date that is unreadable is no date (methodology §C.13). */
function dayOrNull(read: number | "blank" | "unreadable"): number | null {
  return typeof read === "number" ? read : null;
}

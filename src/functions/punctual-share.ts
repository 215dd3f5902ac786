import { metShare, punctuality } from "../core/methods/punctuality";
import { type Rows, date, optional } from "./parameters";
import { pairsOf } from "./shapes";
import { type Result, unavailable } from "./values";

/** The parameter 截止日 of `ON_TIME` and `WITHIN_DAYS`; without it nothing is left out as not yet due. */
export const asOfParameter = optional<number | null>(
  date({
    label: { "zh-CN": "截止日", "en-US": "as of" },
    description: {
      "zh-CN": "该日尚未到期又未完成的不计；省略时未完成的一律算未按期。",
      "en-US": "What is neither done nor due by this day is left out; without it nothing is left out.",
    },
  }),
  null,
);

/**
 * The share of what was done at most `days` after its start, over all that have one (按期 is 限期 with no days). The keys are those of
 * the parameters.
 */
export function punctualShare(
  starts: { readonly rows: Rows<number | null>; readonly key: string },
  done: { readonly rows: Rows<number | null>; readonly key: string },
  days: number,
  asOf: number | null,
): Result {
  const pairs = pairsOf(starts.rows, done.rows, done.key);
  if (pairs.kind !== "value") return pairs;
  const standings = pairs.value.flatMap(([start, end]) =>
    start === null ? [] : [punctuality(start + days, end, asOf ?? Infinity)],
  );
  if (standings.length === 0) return unavailable("noDates", {}, starts.key);
  return metShare(standings) ?? unavailable("nothingDue");
}

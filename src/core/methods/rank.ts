import { round9 } from "./round9";

/**
 * Competition ranks (名次) 1, 2, 2, 4 of `values`, in their order: `descending` gives rank 1 to the largest. Values equal
 * on nine decimals share a rank; `null` (未评) has none and takes none.
 */
export function competitionRanks(
  values: readonly (number | null)[],
  direction: "descending" | "ascending",
): (number | null)[] {
  const sign = direction === "descending" ? -1 : 1;
  const keys = values.map((value) => (value === null ? null : sign * round9(value)));
  const sorted = Float64Array.from(keys.filter((key) => key !== null)).sort();
  return keys.map((key) => (key === null ? null : countBelow(sorted, key) + 1));
}

/** How many of `sorted`, in ascending order, are below `key`. */
function countBelow(sorted: Float64Array, key: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] ?? Infinity) < key) from = middle + 1;
    else to = middle;
  }
  return from;
}

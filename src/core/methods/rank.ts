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
  const sorted = keys.filter((key) => key !== null).sort((a, b) => a - b);
  const ranks = new Map<number, number>();
  for (const [position, key] of sorted.entries()) {
    if (!ranks.has(key)) ranks.set(key, position + 1);
  }
  return keys.map((key) => (key === null ? null : (ranks.get(key) ?? null)));
}

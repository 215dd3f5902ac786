/** Where a duty stands: met in time, not met in time, or still open and not yet due. */
export type Punctuality = "met" | "missed" | "open";

/**
 * Whether something due on a day was done by then (按期, 限期; methodology §4). `due`, `done` and `asOf` (截止日) are days as numbers;
 * `done` is `null` where it is not done. What is due on `asOf` itself and not done is missed (methodology §C.2).
 */
export function punctuality(due: number, done: number | null, asOf: number): Punctuality {
  if (done === null) return due > asOf ? "open" : "missed";
  return done <= due ? "met" : "missed";
}

/** The share of what is decided that was met in time, 0–1; `null` where nothing is decided yet. */
export function metShare(standings: readonly Punctuality[]): number | null {
  const decided = standings.filter((standing) => standing !== "open");
  return decided.length === 0 ? null : decided.filter((standing) => standing === "met").length / decided.length;
}

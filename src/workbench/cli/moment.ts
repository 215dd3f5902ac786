/** Where the page gets its time and chance from; null for the machine's own. */
export interface Moment {
  readonly clock: () => number;
  readonly random: () => number;
}

/** A sequence of numbers in [0, 1) that is the same on every platform (mulberry32). */
function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The moment that SOURCE_DATE_EPOCH names, for output that is the same to the byte whenever it is made; null where it is not
 * set, `wrong` where it is no number of seconds.
 */
export function momentOf(epoch: string | undefined): Moment | null | "wrong" {
  if (epoch === undefined || epoch === "") return null;
  if (!/^\d{1,11}$/.test(epoch)) return "wrong";
  const seconds = Number(epoch);
  return { clock: () => seconds * 1000, random: sequence(seconds) };
}

/**
 * Seeded generator of uniform numbers in [0, 1), the same sequence on every platform: each call of the returned function
 * gives the next. Of `seed` the lowest 32 bits count.
 *
 * Source: Tommy Ettinger (2017), Mulberry32, public domain.
 */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

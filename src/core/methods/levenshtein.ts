/** A text as a string or as its code points. */
export type Text = string | readonly number[];

/** The code points of a text; a character outside the basic plane is one. */
export function codePoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) ?? 0);
}

/**
 * Levenshtein distance of two texts in code points (insertions, deletions and substitutions, each 1), or `null` where it
 * is more than `limit`. Many pairs are compared and few are near: pass prepared code points, and the smallest limit that
 * serves. A negative limit gives `null`; a fraction counts as the integer below.
 *
 * Only the diagonal band of the table that can stay within the limit is computed, and the work ends with the first row
 * that is beyond it all along: O(limit · length).
 *
 * Source: V. I. Levenshtein (1966); the band: E. Ukkonen (1985), Algorithms for approximate string matching, Information
 * and Control 64, 100–118.
 */
export function levenshteinAtMost(a: Text, b: Text, limit: number): number | null {
  const one = typeof a === "string" ? codePoints(a) : a;
  const other = typeof b === "string" ? codePoints(b) : b;
  return one.length <= other.length ? banded(one, other, Math.floor(limit)) : banded(other, one, Math.floor(limit));
}

/** `short` is at most as long as `long`. */
function banded(short: readonly number[], long: readonly number[], limit: number): number | null {
  if (!(limit >= 0) || long.length - short.length > limit) return null;
  let start = 0;
  let shortEnd = short.length;
  let longEnd = long.length;
  while (start < shortEnd && short[start] === long[start]) start += 1;
  while (shortEnd > start && short[shortEnd - 1] === long[longEnd - 1]) {
    shortEnd -= 1;
    longEnd -= 1;
  }
  const rows = longEnd - start;
  const columns = shortEnd - start;
  if (columns === 0) return rows;
  if (limit === 0) return null;

  // distances[j] is the distance of the first i characters of `long` and the first j of `short`; outside the band it
  // stands at more than the limit. Plain comparisons: a call per cell would be most of the time.
  const beyond = limit + 1;
  const distances: number[] = [];
  for (let j = 0; j <= columns; j += 1) distances.push(j < beyond ? j : beyond);
  for (let i = 1; i <= rows; i += 1) {
    const first = i > limit ? i - limit : 1;
    const last = i + limit < columns ? i + limit : columns;
    let diagonal = distances[first - 1] ?? beyond;
    let left = first === 1 && i < beyond ? i : beyond;
    let nearest = left;
    distances[first - 1] = left;
    const character = long[start + i - 1];
    for (let j = first; j <= last; j += 1) {
      const above = distances[j] ?? beyond;
      let least = character === short[start + j - 1] ? diagonal : diagonal + 1;
      if (above < least) least = above + 1;
      if (left < least) least = left + 1;
      if (least > beyond) least = beyond;
      diagonal = above;
      left = least;
      distances[j] = least;
      if (least < nearest) nearest = least;
    }
    if (nearest > limit) return null;
  }
  const distance = distances[columns] ?? beyond;
  return distance > limit ? null : distance;
}

import { codePoints, levenshteinAtMost } from "../methods/levenshtein";

const SIMILAR = 0.9;
const DATES_AND_ORDINALS = [
  /\d{1,4}年/gu,
  /\d{1,2}月份?/gu,
  /\d{1,2}[日号]/gu,
  /第?[0-9一二三四]季度/gu,
  /第[0-9〇零一二两三四五六七八九十百]+(?:次|期|季度|届|讲|场)/gu,
  /[\s\p{Z}\p{P}\p{S}]+/gu,
] as const;

/** A title in comparison form, made ready to be compared with many others. */
export interface Title {
  readonly form: string;
  readonly points: readonly number[];
  /** One bit for every character that occurs, by its code point modulo 64. */
  readonly low: number;
  readonly high: number;
}

/** Comparison form of a title: without dates, ordinals, white space, punctuation (methodology §C.18). */
export function titleForm(title: string): string {
  return DATES_AND_ORDINALS.reduce((text, pattern) => text.replace(pattern, ""), title.normalize("NFKC").toLowerCase());
}

/** Makes a form ready to be compared. */
export function titleOf(form: string): Title {
  const points = codePoints(form);
  let low = 0;
  let high = 0;
  for (const point of points) {
    const bit = 1 << (point & 31);
    if ((point & 32) === 0) low |= bit;
    else high |= bit;
  }
  return { form, points, low, high };
}

/**
 * Which of the titles, no two of the same form, have a twin among the others: 1 − Levenshtein ÷ longer length ≥ 0.9, lengths in
 * code points.
 */
export function similarTitles(titles: readonly Title[]): ReadonlySet<Title> {
  const sorted = [...titles].sort((a, b) => a.points.length - b.points.length);
  const similar = new Set<Title>();
  for (const [index, title] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next];
      // Sorted by length: once the longer one is too long for 0.9, so are all that follow.
      if (other === undefined || title.points.length < SIMILAR * other.points.length - 1e-9) break;
      const limit = Math.floor((1 - SIMILAR) * other.points.length + 1e-9);
      if (limit === 0 || !mayBeWithin(title, other, limit)) continue;
      if (similar.has(title) && similar.has(other)) continue;
      if (levenshteinAtMost(title.points, other.points, limit) !== null) similar.add(title).add(other);
    }
  }
  return similar;
}

/** One edit takes away at most one kind of character and brings at most one: more differing bits are more edits. */
function mayBeWithin(one: Title, other: Title, limit: number): boolean {
  return (
    bits(one.low & ~other.low) + bits(one.high & ~other.high) <= limit &&
    bits(other.low & ~one.low) + bits(other.high & ~one.high) <= limit
  );
}

/** Number of bits that are set in 32. */
function bits(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

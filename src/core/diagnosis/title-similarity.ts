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

/** Comparison form of a title: without dates, ordinals, white space, punctuation (methodology §C.18). */
export function titleForm(title: string): string {
  return DATES_AND_ORDINALS.reduce((text, pattern) => text.replace(pattern, ""), title.normalize("NFKC").toLowerCase());
}

/**
 * Which of the distinct title forms have a twin among the others: 1 − Levenshtein ÷ longer length ≥ 0.9, lengths in code
 * points.
 */
export function similarForms(forms: readonly string[]): ReadonlySet<string> {
  const items = forms
    .map((form) => ({ form, points: codePoints(form) }))
    .sort((a, b) => a.points.length - b.points.length);
  const similar = new Set<string>();
  items.forEach((item, index) => {
    for (let next = index + 1; next < items.length; next++) {
      const other = items[next];
      // Sorted by length: once the longer one is too long for 0.9, so are all that follow.
      if (other === undefined || item.points.length < SIMILAR * other.points.length - 1e-9) break;
      if (similar.has(item.form) && similar.has(other.form)) continue;
      const limit = Math.floor((1 - SIMILAR) * other.points.length + 1e-9);
      if (limit > 0 && levenshteinAtMost(item.points, other.points, limit) !== null)
        similar.add(item.form).add(other.form);
    }
  });
  return similar;
}

/**
 * Shannon evenness (均衡度) −Σ p·ln p ÷ ln k of how rows spread over the classes of a vocabulary: 1 where all k classes
 * are equally frequent, 0 where only one occurs.
 *
 * `counts` are the frequencies of the classes (not negative; classes that do not occur may be left out), `categories` is k.
 * `null` where k < 2 or nothing was counted.
 *
 * Source: E. C. Pielou (1966), The measurement of diversity in different types of biological collections, Journal of
 * Theoretical Biology 13, 131–144.
 */
export function evenness(counts: readonly number[], categories: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (categories < 2 || total === 0) return null;
  let entropy = 0;
  for (const count of counts) {
    if (count > 0) entropy -= (count / total) * Math.log(count / total);
  }
  return Math.min(1, Math.max(0, entropy / Math.log(categories)));
}

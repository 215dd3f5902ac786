const UNKNOWN = 0;
const YES = 1;
const NO = 2;
const CODES = 0x1_0000;

/**
 * Tells from the first character of a text whether it can be one of `words` once it is in comparison form (NFKC, lower case, white
 * space removed): most cells of a large ledger are told apart by it without being normalised. `also` matches further
 * first characters that normalising may remove.
 */
export function firstCharacterTest(words: Iterable<string>, also: RegExp): (text: string) => boolean {
  const starts = new Set<string>();
  for (const word of words) starts.add(word.charAt(0).toLowerCase());
  const seen = new Uint8Array(CODES);
  return (text) => {
    const code = text.charCodeAt(0);
    const known = seen[code] ?? UNKNOWN;
    if (known !== UNKNOWN) return known === YES;
    const plain = text.charAt(0).normalize("NFKC").trim().toLowerCase();
    // A character that is nothing in comparison form may stand before anything.
    const can = plain === "" || also.test(plain) || starts.has(plain.charAt(0));
    seen[code] = can ? YES : NO;
    return can;
  };
}

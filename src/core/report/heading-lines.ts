import { textWidth } from "./text-width";

/** Letters, digits and what stands with them on a line, or one character of any other kind. */
const PIECES = /[\u0021-\u007e\u00b7-\u2000]+|\s+|./gu;

/** Signs that begin no line, and signs that end none. */
const CLOSING = /^[）)》”’」】、，。；：！？％·…]$/u;
const OPENING = /^[（(《“‘「【]$/u;

const CHINESE = /[\u3400-\u9fff]/u;

/** Last characters of terms such as 结合率 and 模糊性, which take the two before them along. */
const SUFFIX = /[率度性值制量化员数]$/u;

/** What a line costs that leaves one Chinese character to itself, and a break inside what is probably a word of two. */
const ORPHAN = 1000;
const TORN_WORD = 10;

/** Pieces of a heading that stay together on a line. */
function piecesOf(heading: string): string[] {
  const pieces: string[] = [];
  for (const piece of heading.match(PIECES) ?? []) {
    const last = pieces[pieces.length - 1];
    if (last !== undefined && (CLOSING.test(piece) || OPENING.test(last))) pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}

/** Whether a break before piece `at` probably tears a word: Chinese terms are made of words of two characters. */
function tears(pieces: readonly string[], at: number): boolean {
  const isChinese = (index: number): boolean => CHINESE.test(pieces[index] ?? "");
  if (!isChinese(at - 1) || !isChinese(at)) return false;
  let first = at;
  while (isChinese(first - 1)) first -= 1;
  let end = at;
  while (isChinese(end)) end += 1;
  const fromStart = (end - first) % 2 === 0 || SUFFIX.test(pieces[end - 1] ?? "");
  return (fromStart ? at - first : end - at) % 2 === 1;
}

function costOf(line: string, ideal: number): number {
  const orphan = (line.match(/[\u3400-\u9fff]/gu) ?? []).length === 1 ? ORPHAN : 0;
  return orphan + (textWidth(line) - ideal) ** 2;
}

interface Broken {
  readonly lines: readonly string[];
  readonly cost: number;
}

/** How many lines of `width` characters the pieces need at least; a wider piece has one to itself. */
function fewestLines(pieces: readonly string[], width: number): number {
  let count = 1;
  let line = "";
  for (const piece of pieces) {
    const longer = line + piece;
    const isFull = line !== "" && textWidth(longer.trim()) > width;
    if (isFull) count += 1;
    line = isFull ? piece : longer;
  }
  return count;
}

/** The cheapest way to set the pieces from `from` on in exactly `count` lines of `width` characters; null where there is none. */
function broken(
  pieces: readonly string[],
  from: number,
  count: number,
  width: number,
  ideal: number,
  known: Map<string, Broken | null>,
): Broken | null {
  if (count === 0) return from === pieces.length ? { lines: [], cost: 0 } : null;
  const key = `${from}/${count}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  let best: Broken | null = null;
  for (let end = from + 1; end <= pieces.length; end += 1) {
    const line = pieces.slice(from, end).join("").trim();
    if (textWidth(line) > width && end > from + 1) break;
    const rest = broken(pieces, end, count - 1, width, ideal, known);
    if (rest === null) continue;
    const torn = end < pieces.length && tears(pieces, end) ? TORN_WORD : 0;
    const cost = costOf(line, ideal) + torn + rest.cost;
    if (best === null || cost <= best.cost) best = { lines: [line, ...rest.lines], cost };
  }
  known.set(key, best);
  return best;
}

/**
 * A heading for a column that holds `width` characters (a Chinese character counts two): as it is where it fits on a line or says itself
 * where its lines end, else with line breaks between words, into as few lines as hold it, of about the same length, none with a single
 * Chinese character as far as the column allows.
 */
export function headingLines(heading: string, width: number): string {
  const whole = textWidth(heading);
  if (whole <= width || heading.includes("\n")) return heading;
  const pieces = piecesOf(heading);
  const count = fewestLines(pieces, width);
  const best = broken(pieces, 0, count, width, whole / count, new Map());
  return best === null ? heading : best.lines.join("\n");
}

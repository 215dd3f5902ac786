import { longestHits, occurrences } from "./branches";
import { type PreparedSheet, ownCells } from "./sheet";
import { comparable, textOf, writtenName } from "./text";
import type { Vocabulary } from "./vocabulary";

/** The branch that a title or a sheet's name names, as a number; `null` where it names none or several. */
export type TitleReader = (text: string) => number | null;

/** Fewest characters of a category name that is looked for inside a longer text. */
const SHORTEST_CATEGORY = 3;

/** The texts of the title lines in rows `from` to `to` (not included). */
export function titleTexts(sheet: PreparedSheet, from: number, to: number): string[] {
  const texts: string[] = [];
  for (let row = from; row < to; row++)
    for (const column of ownCells(sheet, row)) texts.push(textOf(sheet.rows[row]?.[column]));
  return texts;
}

/** The branch that the titles name together; where they name none or several, the one of the sheet's name (§C.7). */
export function suppliedBranch(titles: readonly string[], sheetName: string, read: TitleReader): number | null {
  return onlyOne(titles.map(read).filter((branch) => branch !== null)) ?? read(sheetName);
}

/** The 类别 that the titles name together; where they name none or several, the one of the sheet's name (§C.7). */
export function suppliedCategory(titles: readonly string[], sheetName: string, words: Vocabulary): string | null {
  return onlyOne(titles.flatMap((text) => categoriesIn(text, words))) ?? onlyOne(categoriesIn(sheetName, words));
}

function onlyOne<T>(items: readonly T[]): T | null {
  const distinct = new Set(items);
  const [first] = distinct;
  return distinct.size === 1 && first !== undefined ? first : null;
}

/** The category that a text is, else those named in it by names of at least three characters, longest hits only. */
function categoriesIn(text: string, words: Vocabulary): string[] {
  const synonyms = words.categories["类别"]?.synonyms ?? new Map<string, string>();
  const plain = comparable(writtenName(text));
  const whole = synonyms.get(plain);
  if (whole !== undefined) return [whole];
  const hits = [...synonyms].flatMap(([written, value]) =>
    [...written].length >= SHORTEST_CATEGORY ? occurrences(plain, written, value) : [],
  );
  return longestHits(hits).map(({ item }) => item);
}

import type { TabName } from "./heading";

/** Longest name of a sheet, in UTF-16 units as Excel counts. */
const LONGEST = 31;

/** Signs that a sheet's name must not hold, and what is written for them. */
const REPLACED: Readonly<Record<string, string>> = {
  "[": "［",
  "]": "］",
  ":": "：",
  "*": "＊",
  "?": "？",
  "/": "／",
  "\\": "＼",
  "'": "’",
};

/** `name` cut to `length` UTF-16 units, never inside a character, with `end` in place of what is cut off. */
function cut(name: string, length: number, end: string): string {
  if (name.length <= length) return name;
  let kept = "";
  for (const character of name) {
    if (kept.length + character.length + end.length > length) break;
    kept += character;
  }
  return kept + end;
}

function legal(name: string): string {
  // eslint-disable-next-line no-control-regex -- exactly what a sheet's name cannot hold
  const plain = name.replace(/[\u0000-\u001f\u007f\ufffe\uffff\s]+/gu, " ").trim();
  // Files spell a sign that XML cannot hold `_x000D_`: a name that holds these letters would be read as that sign.
  const unspelt = plain.replace(/_(?=x[0-9a-f]{4}_)/giu, "＿");
  return [...unspelt].map((sign) => REPLACED[sign] ?? sign).join("");
}

/**
 * Names that Excel takes for sheets: legal signs, at most 31 of them, no two the same in any case, none of `taken`. Where names would be
 * the same they are numbered in the order of the keys, so that the order of the tabs changes none.
 */
export function sheetNames(wanted: readonly TabName[], taken: readonly string[]): readonly TabName[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const given = new Map<string, string>();
  const ordered = [...wanted].sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));
  for (const { key, name } of ordered) {
    const plain = legal(name);
    let found = cut(plain, LONGEST, "…");
    for (let number = 2; used.has(found.toLowerCase()); number += 1) {
      const end = `（${number}）`;
      found = plain.length + end.length <= LONGEST ? plain + end : cut(plain, LONGEST, `…${end}`);
    }
    used.add(found.toLowerCase());
    given.set(key, found);
  }
  return wanted.map(({ key, name }) => ({ key, name: given.get(key) ?? name }));
}

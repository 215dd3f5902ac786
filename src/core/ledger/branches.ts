import type { CellValue } from "../grid";
import type { Place } from "../issue";
import { inChinese } from "./numerals";
import { writtenName } from "./text";

/** One branch: from a row of 支部名册, or, without a roster, from the first row or title that names it. */
export interface Branch {
  /** As first written. */
  readonly name: string;
  /** 单位 as written in the roster, filled down; empty where there is none. */
  readonly unit: string;
  /** Roster fields by canonical column name; empty without a roster. */
  readonly fields: Readonly<Record<string, CellValue>>;
  readonly place: Place;
}

/**
 * All branches that a 支部 cell names, by index; empty where any of them cannot be resolved. `unit` is the row's own 单位 (empty
 * where it has none).
 */
export type BranchResolver = (text: string, unit: string) => readonly number[];

const SAYS_NOTHING: ReadonlySet<string> = new Set(["本院", "机关", "中共"]);
const LEADING = /^(?:中共|市院|本院|机关|.*?人民检察院|.*?检察院)/u;
const TRAILING = /(?:党支部委员会|党支部|党总支|支部|委员会)$/u;
const UNIT_END = /(?:人民检察院|检察院|院)$/u;

/** The unit that stands for whichever one the roster calls 市院. */
export const CITY = "市院";

interface Keyed {
  readonly key: string;
  /** True where the name is a unit and nothing else (东川县检察院党支部): the key is then the unit's comparison form. */
  readonly isUnit: boolean;
  /** Units named in front of the name, as written. */
  readonly units: readonly string[];
}

/** Comparison form of a 单位: NFKC without spaces and punctuation, without trailing 人民检察院, 检察院 or 院. */
export function unitForm(unit: string): string {
  const plain = writtenName(unit);
  const bare = plain.replace(UNIT_END, "");
  return bare === "" ? plain : bare;
}

/** Whether a named unit decides anything: 本院, 机关 and 中共 do not. */
export function saysUnit(unit: string): boolean {
  const plain = writtenName(unit);
  return plain !== "" && !SAYS_NOTHING.has(plain);
}

/** The …检察院 in front of a branch's name, as written; `null` where there is none. */
export function unitInName(name: string): string | null {
  return /^(?:中共)?(.*?检察院)(?=.)/u.exec(name.normalize("NFKC").trim())?.[1] ?? null;
}

/**
 * The key of a branch name (methodology §2 and §C.8): trailing 党支部, 支部, … and leading units removed until nothing changes; a
 * removal that would leave nothing is not made; 第4 → 第四. `rosterUnits` are written forms, longest first. The ending
 * goes first, so that 机关党支部 and 机关支部 have one key. What is then only a unit has the unit's comparison form for its key,
 * so that 东川县检察院党支部 and 东川县人民检察院支部 are one branch.
 */
export function branchKey(name: string, rosterUnits: readonly string[]): Keyed {
  const units: string[] = [];
  let key = writtenName(name);
  for (let before = ""; before !== key;) {
    before = key;
    const shorter = key.replace(TRAILING, "");
    if (shorter !== "" && shorter !== key) {
      key = shorter;
      continue;
    }
    const unit =
      rosterUnits.find((candidate) => key.startsWith(candidate) && key.length > candidate.length) ??
      LEADING.exec(key)?.[0] ??
      "";
    if (unit !== "" && unit.length < key.length) {
      units.push(unit);
      key = key.slice(unit.length);
    }
  }
  const isUnit = key.endsWith("检察院") || rosterUnits.some((unit) => unitForm(unit) === unitForm(key));
  if (isUnit) return { key: withChineseOrdinals(unitForm(key)), isUnit, units: [...units, key] };
  return { key: withChineseOrdinals(key), isUnit, units };
}

/** 第4 → 第四, 第12 → 第十二. */
export function withChineseOrdinals(text: string): string {
  return text.replace(/第(\d{1,2})(?!\d)/gu, (_, digits: string) => `第${inChinese(Number(digits))}`);
}

interface Hit<T> {
  readonly start: number;
  readonly end: number;
  readonly item: T;
}

/** Every place where `needle` stands in `text`. */
export function occurrences<T>(text: string, needle: string, item: T): Hit<T>[] {
  const hits: Hit<T>[] = [];
  for (let at = needle === "" ? -1 : text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1))
    hits.push({ start: at, end: at + needle.length, item });
  return hits;
}

/** Hits without those that lie inside a longer one. */
export function longestHits<T>(hits: readonly Hit<T>[]): Hit<T>[] {
  return hits.filter(
    (hit) =>
      !hits.some(
        (other) => other.start <= hit.start && other.end >= hit.end && other.end - other.start > hit.end - hit.start,
      ),
  );
}

import type { CellValue } from "../grid";
import type { Place } from "../issue";
import { inChinese } from "./numerals";
import { splitCell, writtenName } from "./text";

/** One branch: from a row of 支部名册, or, without a roster, from the first row that names it. */
export interface Branch {
  /** As first written. */
  readonly name: string;
  /** 单位 as written in the roster, filled down; empty where there is none. */
  readonly unit: string;
  /** Roster fields by canonical column name; empty without a roster. */
  readonly fields: Readonly<Record<string, CellValue>>;
  readonly place: Place;
}

/** Finds the branches that a text names. `unit` is the row's own 单位 (empty where it has none). */
export interface BranchIndex {
  /** All branches that a 支部 cell names; empty where any of them cannot be resolved. */
  readonly resolve: (text: string, unit: string) => readonly number[];
  /** The one branch that a title or a sheet's name names, else `null`. */
  readonly inTitle: (text: string) => number | null;
}

const SAYS_NOTHING: ReadonlySet<string> = new Set(["本院", "机关", "中共"]);
const LEADING = /^(?:.*?人民检察院|.*?检察院|市院|本院|机关|中共)/u;
const TRAILING = /(?:党支部委员会|党支部|党总支|支部|委员会)$/u;
const UNIT_END = /(?:人民检察院|检察院|院)$/u;

interface Keyed {
  readonly key: string;
  /** Units named in front of the name, as written. */
  readonly units: readonly string[];
}

/** Comparison form of a 单位: NFKC without spaces and punctuation, without trailing 人民检察院, 检察院 or 院. */
export function unitForm(unit: string): string {
  const plain = writtenName(unit);
  const bare = plain.replace(UNIT_END, "");
  return bare === "" ? plain : bare;
}

/** The …检察院 in front of a branch's name, as written; `null` where there is none. */
export function unitInName(name: string): string | null {
  return /^(?:中共)?(.*?检察院)(?=.)/u.exec(name.normalize("NFKC").trim())?.[1] ?? null;
}

/**
 * The key of a branch name (methodology §2 and §C.8): leading units and trailing 党支部, 支部, … removed until nothing changes; a
 * removal that would leave nothing is not made; 第4 → 第四. `rosterUnits` are written forms, longest first.
 */
export function branchKey(name: string, rosterUnits: readonly string[]): Keyed {
  const units: string[] = [];
  let key = writtenName(name);
  for (let before = ""; before !== key;) {
    before = key;
    const unit =
      rosterUnits.find((candidate) => key.startsWith(candidate) && key.length > candidate.length) ??
      LEADING.exec(key)?.[0] ??
      "";
    if (unit !== "" && unit.length < key.length) {
      units.push(unit);
      key = key.slice(unit.length);
    }
    const shorter = key.replace(TRAILING, "");
    if (shorter !== "") key = shorter;
  }
  return { key: key.replace(/第(\d{1,2})(?!\d)/gu, (_, digits: string) => `第${inChinese(Number(digits))}`), units };
}

/** Index over the branches of a roster. */
export function rosterIndex(branches: readonly Branch[]): BranchIndex {
  const units = [...new Set(branches.map(({ unit }) => writtenName(unit)).filter((unit) => unit !== ""))].sort(
    (a, b) => b.length - a.length,
  );
  const cityUnits = branches
    .filter(({ fields }) => writtenName(String(fields["层级"] ?? "")) === "市院")
    .map(({ unit }) => unitForm(unit));
  const keys = branches.map(({ name }) => branchKey(name, units).key);
  const byName = groups(branches.map(({ name }) => writtenName(name)));
  const byKey = groups(keys);
  const byDepartment = groups(branches.map(({ fields }) => departmentKey(fields["业务部门"] ?? null, units)));
  const unitOf = branches.map(({ unit }) => unitForm(unit));

  const accepts = (index: number, named: string): boolean => {
    const form = unitForm(named);
    if (named === "" || SAYS_NOTHING.has(writtenName(named)) || unitOf[index] === "") return true;
    return writtenName(named) === "市院" ? cityUnits.includes(unitOf[index] ?? "") : form === unitOf[index];
  };
  const one = (text: string, rowUnit: string): number | null => {
    const exact = byName.get(writtenName(text)) ?? [];
    const only = exact.length === 1 ? exact[0] : undefined;
    if (only !== undefined && accepts(only, rowUnit)) return only;
    const { key, units: prefixes } = branchKey(text, units);
    const named = [rowUnit, ...prefixes];
    for (const candidates of [byKey.get(key), byDepartment.get(key)]) {
      if (candidates === undefined) continue;
      const fitting = candidates.filter((index) => named.every((unit) => accepts(index, unit)));
      return fitting.length === 1 ? (fitting[0] ?? null) : null;
    }
    return null;
  };
  return {
    resolve: (text, unit) => {
      const whole = one(text, unit);
      if (whole !== null) return [whole];
      const parts = splitCell(text).map((part) => one(part, unit));
      const found = parts.filter((index) => index !== null);
      return parts.length > 1 && found.length === parts.length ? [...new Set(found)] : [];
    },
    inTitle: (text) => {
      const whole = one(text, "");
      if (whole !== null) return whole;
      const hits = branches.flatMap(({ name }, index) => {
        const key = keys[index] ?? "";
        return [writtenName(name), ...([...key].length >= 3 ? [key] : [])].flatMap((needle) =>
          occurrences(writtenName(text), needle, index),
        );
      });
      const named = new Set(longestHits(hits).map(({ item }) => item));
      return named.size === 1 ? ([...named][0] ?? null) : null;
    },
  };
}

function departmentKey(department: CellValue, units: readonly string[]): string {
  return typeof department === "string" && department.trim() !== "" ? branchKey(department, units).key : "";
}

function groups(keys: readonly string[]): Map<string, number[]> {
  const map = new Map<string, number[]>();
  keys.forEach((key, index) => {
    if (key !== "") map.set(key, [...(map.get(key) ?? []), index]);
  });
  return map;
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

/** A 支部 cell as the ledgers name it, where there is no roster. */
export interface NamedBranch {
  readonly text: string;
  readonly unit: string;
  readonly place: Place;
}

/**
 * Without a roster: the branches are the distinct (单位, 支部) keys in order of appearance; a bare name joins the one branch of
 * its key that names a unit, and stays unresolved where several do.
 */
export function foundBranches(names: readonly NamedBranch[]): {
  readonly branches: readonly Branch[];
  readonly index: BranchIndex;
} {
  const keyed = names.flatMap(({ text, unit, place }) =>
    splitCell(text).map((part) => ({ part, place, ...identity(part, unit) })),
  );
  const units = new Map<string, Set<string>>();
  for (const { key, unit } of keyed) if (unit !== "") units.set(key, (units.get(key) ?? new Set()).add(unit));
  const branches: Branch[] = [];
  const byIdentity = new Map<string, number>();
  const slot = (key: string, unit: string): string | null => {
    const known = units.get(key);
    if (unit !== "" || known === undefined) return `${unit}\u0000${key}`;
    return known.size === 1 ? `${[...known][0] ?? ""}\u0000${key}` : null;
  };
  for (const { part, place, key, unit } of keyed) {
    const at = slot(key, unit);
    if (at === null || byIdentity.has(at)) continue;
    byIdentity.set(at, branches.length);
    branches.push({ name: part, unit: "", fields: {}, place });
  }
  const one = (text: string, rowUnit: string): number | null => {
    const { key, unit } = identity(text, rowUnit);
    return byIdentity.get(slot(key, unit) ?? "") ?? null;
  };
  return {
    branches,
    index: {
      resolve: (text, unit) => {
        const found = splitCell(text).map((part) => one(part, unit));
        const resolved = found.filter((branch) => branch !== null);
        return resolved.length === found.length ? [...new Set(resolved)] : [];
      },
      inTitle: (text) => {
        const name = nameInTitle(text);
        return name === null ? null : one(name, "");
      },
    },
  };
}

function identity(text: string, rowUnit: string): { key: string; unit: string } {
  const { key, units } = branchKey(text, []);
  const named = [rowUnit, ...units]
    .map(unitForm)
    .find((unit) => unit !== "" && unit !== "市" && !SAYS_NOTHING.has(unit));
  return { key, unit: named ?? "" };
}

/** The only run of a title that ends in 支部 or 总支, without a leading year; `null` where there is none or more than one. */
export function nameInTitle(text: string): string | null {
  const runs = text
    .normalize("NFKC")
    .split(/[\s\p{Z}\p{P}\p{S}]+/u)
    .flatMap((part) => part.match(/.+?(?:支部|总支)/gu) ?? []);
  const names = [
    ...new Set(runs.map((run) => run.replace(/^\d{4}年度?/u, "")).filter((run) => !/^党?(?:支部|总支)$/u.test(run))),
  ];
  return names.length === 1 ? (names[0] ?? null) : null;
}

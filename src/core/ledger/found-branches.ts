import type { Place } from "../issue";
import { type Branch, CITY, branchKey, saysUnit, unitForm } from "./branches";
import type { BranchIndex } from "./roster";
import { splitCell, writtenName } from "./text";
import type { TitleReader } from "./titles";

/** A branch as a ledger names it, where there is no roster: a 支部 cell, or a name found in a title. */
export interface NamedBranch {
  readonly text: string;
  readonly unit: string;
  readonly place: Place;
}

interface Identity {
  readonly key: string;
  /** Comparison form of its unit; empty where none is named. */
  readonly unit: string;
}

/**
 * Without a roster: the branches are the distinct (单位, 支部) keys in order of appearance (methodology §2 and §C.5); a bare name joins
 * the one branch of its key that names a unit, and stays unresolved where several do.
 */
export function foundBranches(names: readonly NamedBranch[]): {
  readonly branches: readonly Branch[];
  readonly resolve: BranchIndex["resolve"];
} {
  const keyed = names.flatMap(({ text, unit, place }) =>
    splitCell(text).map((part) => ({ part, place, identity: identity(part, unit) })),
  );
  const cities = new Set(keyed.map((one) => one.identity.unit).filter((unit) => unit.endsWith("市")));
  const [city = CITY] = cities.size === 1 ? cities : [];
  // 市院 is the one unit named …市, where there is exactly one.
  const settled = ({ key, unit }: Identity): Identity => ({ key, unit: unit === CITY ? city : unit });
  const units = new Map<string, Set<string>>();
  for (const one of keyed) {
    const { key, unit } = settled(one.identity);
    if (unit !== "") units.set(key, (units.get(key) ?? new Set()).add(unit));
  }
  const slot = (own: Identity): string | null => {
    const { key, unit } = settled(own);
    const known = [...(units.get(key) ?? [])];
    if (unit !== "" || known.length === 0) return `${unit}\u0000${key}`;
    return known.length === 1 ? `${known[0] ?? ""}\u0000${key}` : null;
  };
  const branches: Branch[] = [];
  const bySlot = new Map<string, number>();
  for (const { part, place, identity: own } of keyed) {
    const at = slot(own);
    if (at === null || bySlot.has(at)) continue;
    bySlot.set(at, branches.length);
    branches.push({ name: part, unit: "", fields: {}, place });
  }
  return {
    branches,
    resolve: (text, unit) => {
      const found = splitCell(text).map((part) => bySlot.get(slot(identity(part, unit)) ?? "") ?? null);
      const resolved = found.filter((branch) => branch !== null);
      return resolved.length === found.length ? [...new Set(resolved)] : [];
    },
  };
}

function identity(text: string, rowUnit: string): Identity {
  const { key, units } = branchKey(text, []);
  const named = [rowUnit, ...units].find(saysUnit);
  return { key, unit: named === undefined ? "" : writtenName(named) === CITY ? CITY : unitForm(named) };
}

/** Numbers the branches that titles name, for a workbook without a roster. */
export function titleNames(): { readonly read: TitleReader; readonly names: readonly string[] } {
  const names: string[] = [];
  const known = new Map<string, number>();
  return {
    names,
    read: (text) => {
      const name = nameInTitle(text);
      if (name === null) return null;
      const { key, unit } = identity(name, "");
      const at = `${unit}\u0000${key}`;
      const number = known.get(at) ?? names.length;
      if (number === names.length) names.push(name);
      known.set(at, number);
      return number;
    },
  };
}

const BRACKETED_ORDINAL = /\(([一二三四五六七八九十\d]{1,3})\)/gu;
const RUN = /.+?(?:支部|总支)/gu;
const TIME = /\d{4}年度?(?:第?[一二三四1-4]季度|[上下]半年|\d{1,2}月份?)?/gu;
const NO_NAME = /^(?:各|全体|全院|所有|本|基层)*党?(?:支部|总支)$/u;

/** The only run of a title that ends in 支部 or 总支 (§C.7), without years and quarters; `null` where there is none or several. */
export function nameInTitle(text: string): string | null {
  const runs = text
    .normalize("NFKC")
    .replace(BRACKETED_ORDINAL, "$1")
    .split(/[\s\p{Z}\p{P}\p{S}]+/u)
    .flatMap((part) => part.replace(TIME, "").match(RUN) ?? []);
  const names = new Map<string, string>();
  for (const run of runs) {
    const { key, unit } = identity(run, "");
    const at = `${unit}\u0000${key}`;
    if (!NO_NAME.test(run) && !names.has(at)) names.set(at, run);
  }
  const [name] = names.values();
  return names.size === 1 && name !== undefined ? name : null;
}

import { type CellValue, cellName } from "../grid";
import type { Issue } from "../issue";
import { issue } from "../issues";
import {
  type Branch,
  type BranchResolver,
  CITY,
  branchKey,
  longestHits,
  occurrences,
  saysUnit,
  unitForm,
  withChineseOrdinals,
} from "./branches";
import type { RawRange } from "./recognise";
import { splitCell, textOf, writtenName } from "./text";
import type { TitleReader } from "./titles";
import { type Vocabulary, isBlank } from "./vocabulary";

/** Finds the branches that a text names. */
export interface BranchIndex {
  readonly resolve: BranchResolver;
  readonly inTitle: TitleReader;
}

/** The branches of 支部名册, and the row that each comes from. */
export interface Roster {
  readonly branches: readonly Branch[];
  /** {@link rowKey} of every roster row that became a branch → its index. */
  readonly rows: ReadonlyMap<string, number>;
}

/** Key of a row of a workbook. */
export function rowKey(sheet: string, row: number): string {
  return `${sheet}\u0000${row}`;
}

/** Keys of names that say no more than that it is a branch: beside a 单位 they mean the branch named by the unit alone. */
const NAMELESS: ReadonlySet<string> = new Set(["党", "支部", "党支部", "党总支", "机关"]);

/** Fewest characters of a branch's key that is looked for inside a title. */
const SHORTEST_KEY = 3;

/**
 * The branches of all rosters in order (methodology §2 and §C.10): 单位 fills down, 支部 does not; of rows with one key the first
 * holds, the others are listed.
 */
export function rosterOf(ranges: readonly RawRange[], words: Vocabulary, issues: Issue[]): Roster {
  const found = ranges.flatMap((raw, index) => {
    const { sheet, firstRow, column } = raw.range;
    if (index > 0) issues.push(issue("rosterRepeated", { sheet, cell: cellName(firstRow, column) }));
    return rosterRows(raw, words, issues);
  });
  // Keys need all units first.
  const units = writtenUnits(found.map(({ branch }) => branch));
  const taken = new Set<string>();
  const branches: Branch[] = [];
  const rows = new Map<string, number>();
  for (const { branch, row } of found) {
    const key = `${unitOf(branch, units)}\u0000${branchKey(branch.name, units).key}`;
    if (taken.has(key)) {
      issues.push(issue("rosterDuplicate", branch.place, { branch: branch.name }));
      continue;
    }
    taken.add(key);
    rows.set(row, branches.length);
    branches.push(branch);
  }
  return { branches, rows };
}

function rosterRows(
  { range, rows }: RawRange,
  words: Vocabulary,
  issues: Issue[],
): { readonly branch: Branch; readonly row: string }[] {
  const fields = Object.keys(range.columns);
  let unit = "";
  return rows.flatMap(({ row, cells, afterTotal }) => {
    const cell = (field: string): CellValue => cells[range.columns[field] ?? -1] ?? null;
    const place = { sheet: range.sheet, cell: cellName(row, range.column + (range.columns["支部"] ?? 0)) };
    if (afterTotal) unit = "";
    if (!isBlank(cell("单位"), words)) unit = textOf(cell("单位")).trim();
    if (isBlank(cell("支部"), words)) {
      issues.push(issue("rosterNameMissing", place));
      return [];
    }
    const own = Object.fromEntries(fields.map((field) => [field, field === "单位" ? unit : cell(field)]));
    return [{ branch: { name: textOf(cell("支部")).trim(), unit, fields: own, place }, row: rowKey(range.sheet, row) }];
  });
}

/** The 单位 of a roster as names begin with them, longest first. */
function writtenUnits(branches: readonly Branch[]): string[] {
  const units = new Set(branches.map(({ unit }) => writtenName(unit)).filter((unit) => unit !== ""));
  return [...units].sort((a, b) => b.length - a.length);
}

/** Comparison form of a branch's unit: its 单位, else the unit in front of its name; empty where there is neither. */
function unitOf({ name, unit }: Branch, units: readonly string[]): string {
  const named = unit !== "" ? unit : branchKey(name, units).units.find(saysUnit);
  return named === undefined ? "" : unitForm(named);
}

/** Index over the branches of a roster. */
export function rosterIndex(branches: readonly Branch[]): BranchIndex {
  const units = writtenUnits(branches);
  const own = branches.map((branch) => unitOf(branch, units));
  const cityUnits = new Set(
    own.filter(
      (unit, index) => unit === unitForm(CITY) || writtenName(textOf(branches[index]?.fields["层级"] ?? null)) === CITY,
    ),
  );
  const keyed = branches.map(({ name }) => branchKey(name, units));
  const byName = groups(branches.map(({ name }) => [writtenName(name)]));
  const byKey = groups(keyed.map(({ key }) => [key]));
  const byDepartment = groups(branches.map(({ fields }) => departmentKeys(fields["业务部门"] ?? null, units)));

  const accepts = (index: number, named: string): boolean => {
    const unit = own[index] ?? "";
    if (!saysUnit(named) || unit === "") return true;
    // Where the roster does not say which unit 市院 is, the word decides nothing.
    if (writtenName(named) === CITY) return cityUnits.size === 0 || cityUnits.has(unit);
    return unitForm(named) === unit;
  };
  const one = (text: string, rowUnit: string): number | null => {
    const exact = byName.get(writtenName(text)) ?? [];
    const only = exact.length === 1 ? exact[0] : undefined;
    if (only !== undefined && accepts(only, rowUnit)) return only;
    const { key, units: prefixes } = branchKey(text, units);
    const nameless = NAMELESS.has(key) && saysUnit(rowUnit) ? byKey.get(unitForm(rowUnit)) : undefined;
    const candidates = byKey.get(key) ?? byDepartment.get(key) ?? nameless ?? [];
    const fitting = candidates.filter((index) => [rowUnit, ...prefixes].every((unit) => accepts(index, unit)));
    return fitting.length === 1 ? (fitting[0] ?? null) : null;
  };
  const needles = branches.flatMap(({ name }, index) => {
    const { key = "", isUnit = true } = keyed[index] ?? {};
    // A unit's name stands in the titles of all its branches.
    const own = [withChineseOrdinals(writtenName(name)), ...(!isUnit && [...key].length >= SHORTEST_KEY ? [key] : [])];
    return own.map((needle) => ({ needle, index }));
  });
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
      const plain = withChineseOrdinals(writtenName(text));
      const hits = needles.flatMap(({ needle, index }) => occurrences(plain, needle, index));
      const named = new Set(longestHits(hits).map(({ item }) => item));
      return named.size === 1 ? ([...named][0] ?? null) : null;
    },
  };
}

/** Keys of the departments in a 业务部门 cell: of the whole cell, and of each where it names several. */
function departmentKeys(department: CellValue, units: readonly string[]): string[] {
  const text = textOf(department);
  return [...new Set([text, ...splitCell(text)].map((part) => branchKey(part, units).key))];
}

/** Key → the indices of all that have it, for those that have any. */
function groups(keys: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const map = new Map<string, number[]>();
  keys.forEach((own, index) => {
    for (const key of own) if (key !== "") map.set(key, [...(map.get(key) ?? []), index]);
  });
  return map;
}

import type { Assessment, BranchAssessment } from "../assessment/assessment";
import { mean } from "../methods/statistics";
import { textWidth } from "./text-width";

/** Units of the assessed branches in order of appearance. */
function unitsOf(assessment: Assessment): string[] {
  const units = new Set<string>();
  for (const { unit } of assessment.branches) if (unit !== null) units.add(unit);
  return [...units];
}

/** Whether the tabs name each branch's 单位: only where there is more than one. */
export function namesUnits(assessment: Assessment): boolean {
  return unitsOf(assessment).length > 1;
}

const WHOLE_UNIT = /([省市区县旗州盟])(?:人民)?检察院$/u;

/** Units as they are called for short in a narrow column, 清河县院; as they are written where the short names would not tell them apart. */
export function shortUnits(assessment: Assessment): (unit: string) => string {
  const short = (unit: string) => unit.replace(WHOLE_UNIT, "$1院");
  const units = unitsOf(assessment);
  return new Set(units.map(short)).size === units.length ? short : (unit) => unit;
}

/** A branch's name inside a list or sentence: with its 单位, short where that tells units apart, where another branch has the same name. */
export function branchLabel(assessment: Assessment, { branch, unit }: BranchAssessment): string {
  const namesakes = assessment.branches.filter((other) => other.branch === branch).length;
  return namesakes > 1 && unit !== null ? `${shortUnits(assessment)(unit)}${branch}` : branch;
}

/** Tables without a row of the branch that an indicator reads which is not 不适用 to it: what the clerk is asked to look into. */
export function missedTables(
  { scheme }: Assessment,
  { absentTables, indicators }: BranchAssessment,
): readonly string[] {
  return absentTables.filter((name) =>
    scheme.some(({ table, code }) => table === name && indicators[code]?.status !== "not_applicable"),
  );
}

/** Width for a column of names: as wide as the longest, within limits; longer ones wrap. */
export function nameWidth(names: readonly string[], least: number, most: number): number {
  return Math.min(most, Math.max(least, ...names.map((name) => textWidth(name) + 2)));
}

/** Limits of the bands that a figure may fall in, so that it is never shown on the wrong side of one. */
export interface Boundaries {
  readonly subsystem: readonly number[];
  readonly availability: readonly number[];
  readonly coordination: readonly number[];
  readonly linkage: readonly number[];
  readonly fusion: readonly number[];
  readonly total: readonly number[];
}

/** Every limit that the run compares a figure with: levels, gates, yellow and red lines. */
export function boundariesOf(assessment: Assessment): Boundaries {
  const [branch] = assessment.branches;
  const lines = (name: string) =>
    (branch?.findings ?? [])
      .flatMap(({ rules }) => rules)
      .filter(({ figure }) => figure === name)
      .flatMap(({ yellow, red }) => [yellow, red]);
  const gate = (name: "availability" | "subsystems" | "fusion" | "total") => {
    const threshold = branch?.gates[name].threshold ?? null;
    return threshold === null ? [] : [threshold];
  };
  const { thresholds } = assessment;
  return {
    subsystem: gate("subsystems"),
    availability: [thresholds.availability, ...gate("availability")],
    coordination: [...thresholds.coordination, ...lines("协调度")],
    linkage: [...gate("subsystems"), ...lines("联结度")],
    fusion: [...thresholds.fusion, ...gate("fusion")],
    total: [...thresholds.bands, ...gate("total")],
  };
}

/** Mean of the figures that exist; `null` where there is none. */
export function meanOf(values: readonly (number | null)[]): number | null {
  return mean(values.filter((value) => value !== null));
}

import type { Assessment, BranchAssessment } from "../assessment/assessment";
import { dayOf } from "../calendar";
import { parsePeriod } from "../ledger/read-period";

/** Names of the figures of a snapshot beside the indices of the subsystems, in the order of their columns. */
export const SNAPSHOT_FIGURES = ["coupling", "development", "coordination", "linkage", "fusion", "total"] as const;

export type SnapshotFigure = (typeof SNAPSHOT_FIGURES)[number];

/** What one run found of one branch, as 历史记录 keeps it. Days are serial numbers of the 1900 system. */
export interface Snapshot {
  /** When the run was made, to the minute; `null` where the record does not say. */
  readonly generatedAt: number | null;
  /** First and last day of the period, and 截止日; `null` where the record does not say. */
  readonly first: number;
  readonly last: number;
  readonly asOf: number | null;
  /** The period in the form of methodology §3: `2021Q2`. */
  readonly period: string;
  readonly unit: string | null;
  readonly branch: string;
  /** Index of each subsystem that the scheme had then, 0–1; `null` where 未评. */
  readonly subsystems: Readonly<Record<string, number | null>>;
  /** C, T, D, L (0–1), F and 百分制 (0–100); `null` where 未评. */
  readonly figures: Readonly<Record<SnapshotFigure, number | null>>;
  /** Fingerprint of the scheme and the parameters without 截止日; empty where the record does not say. */
  readonly fingerprint: string;
  /** What the clerk wrote beside it. */
  readonly note: string;
}

/** A branch by 单位 and name. */
export function branchKey({ unit, branch }: { readonly unit: string | null; readonly branch: string }): string {
  return `${unit ?? ""}\u0000${branch}`;
}

/** The day of a text `yyyy-mm-dd`, with the part of the day of `hh:mm` where one follows; `null` for any other text. */
function serialOf(text: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?: (\d{2}):(\d{2}))?$/u.exec(text);
  if (parts === null) return null;
  const [, year = "", month = "", day = "", hour = "0", minute = "0"] = parts;
  const date = dayOf(Number(year), Number(month), Number(day));
  return date === null ? null : date + (Number(hour) * 60 + Number(minute)) / 1440;
}

function figuresOf(branch: BranchAssessment): Snapshot["figures"] {
  const { coupling, development, coordination, linkage, fusion, total } = branch;
  return { coupling, development, coordination, linkage, fusion, total };
}

/** The snapshots of a run, in the order of its branches; `generatedAt` as the report states it (`2021-12-31 17:05`). */
export function snapshotsOf(assessment: Assessment, generatedAt: string): Snapshot[] {
  const days = parsePeriod(assessment.period);
  if (days === null) throw new Error(`the run's period cannot be read: ${assessment.period}`);
  return assessment.branches.map((branch) => ({
    generatedAt: serialOf(generatedAt),
    ...days,
    asOf: serialOf(assessment.asOf),
    period: assessment.period,
    unit: branch.unit,
    branch: branch.branch,
    subsystems: Object.fromEntries(
      assessment.subsystems.map((name) => [name, branch.subsystems[name]?.index ?? null] as const),
    ),
    figures: figuresOf(branch),
    fingerprint: assessment.rulesFingerprint,
    note: "",
  }));
}

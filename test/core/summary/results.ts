import type { PastBranch, PastIssue, PastResult } from "../../../src/core/summary/past-result";

/** A branch of which everything is as good as can be, unless told otherwise. */
export const branchWith = (more: Partial<PastBranch> = {}): PastBranch => ({
  branch: "第一检察部党支部",
  unit: null,
  band: "优秀",
  coordinationLevel: "优质协调",
  fusionLevel: "深度融合",
  total: 95,
  coordination: 0.95,
  linkage: 0.9,
  fusion: 92,
  problems: [
    { problem: "两张皮", level: "绿" },
    { problem: "慢一拍", level: "绿" },
  ],
  indicators: [],
  ...more,
});

/** An issue at a place. */
export const issueAt = (code: string, cell: string, severity = "warning"): PastIssue => ({
  code,
  severity,
  sheet: "活动台账",
  cell,
  message: `${code} ${cell}`,
});

/** A result of 2021. */
export const resultWith = (more: Partial<PastResult> = {}): PastResult => ({
  period: "2021",
  asOf: "2021-12-31",
  schemeFingerprint: "0123456789ab",
  branches: [branchWith()],
  issues: [],
  ...more,
});

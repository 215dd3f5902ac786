import type { Issue } from "../core/issue";
import type { RunReport } from "../excel/settings";

/** How a command ended. */
export interface CommandEnd {
  readonly outcome: Exclude<RunReport["outcome"], null>;
  readonly because: string | null;
  readonly issues: readonly Issue[];
}

/** The last word of a command to its caller, with the issues in words. */
export function endReport({ outcome, because, issues }: CommandEnd, textOf: (issue: Issue) => string): RunReport {
  return {
    stage: "end",
    done: 1,
    total: 1,
    outcome,
    because,
    issues: issues.map((issue) => ({
      code: issue.code,
      severity: issue.severity,
      sheet: issue.place?.sheet ?? null,
      cell: issue.place?.cell ?? null,
      message: textOf(issue),
    })),
  };
}

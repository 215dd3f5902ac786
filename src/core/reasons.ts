import type { Reason } from "./assessment/assessment";

/** Why a figure is 未评 or 不适用. The texts are in `src/i18n`; parameters are named behind each code. */
export const REASONS = [
  "noWindow",
  "notApplicable", // condition
  "appliesUndecided", // column
  "tableMissing", // table
  "tableEmpty", // table
  "columnsMissing", // table, columns
  "rosterFieldBlank", // column
  "rosterMissing",
  "noRows", // table
  "noQuarter",
  "noNumbers", // columns
  "noDates", // columns
  "noDenominator", // columns
  "nothingDue",
  "oneCategory", // column
  "noItems", // table
  "noStages",
  "tooFewRows", // found, needed
  "tooFewMonths", // found, needed
  "noCases",
  "noActivities",
  "subsystemUnassessed", // subsystems
] as const;

export type ReasonCode = (typeof REASONS)[number];

/** A reason with its parameters. */
export function reason(code: ReasonCode, params: Reason["params"] = {}): Reason {
  return { code, params };
}

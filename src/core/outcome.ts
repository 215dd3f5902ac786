import type { Assessment } from "./assessment/assessment";
import type { Issue } from "./issue";

/** What the clerk chose for one run; `null` leaves the choice to 参数 or to the data. */
export interface RunOptions {
  readonly period: string | null;
  readonly asOf: string | null;
  readonly formula: "standard" | "wang2021" | null;
  /** Whether ranks are shown outside 评选; where it is missing or `null` 参数 says it. */
  readonly showRanks?: boolean | null;
}

/** Stages of a run in their order; each yields progress in its own units. */
export type Stage =
  "scheme" | "recognise" | "ledger" | "measure" | "indices" | "diagnosis" | "selection" | "checks" | "report";

export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
}

/**
 * How a run ended. `refused`: the period, a parameter of the run or the scheme cannot be used, or there is nothing to read
 * (`nothing`: neither a roster nor a ledger); nothing may be written then.
 */
export type Outcome =
  | { readonly kind: "assessed"; readonly assessment: Assessment }
  | {
      readonly kind: "refused";
      readonly because: "period" | "option" | "scheme" | "nothing";
      readonly issues: readonly Issue[];
    };

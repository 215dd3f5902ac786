import type { StarCheck } from "../assessment/assessment";

/** The words of 月度与季度之星. */
export interface StarsMessages {
  readonly stars: string;
  readonly none: string;
  readonly headings: readonly string[];
  readonly notes: readonly string[];
  readonly checks: string;
  readonly noChecks: string;
  readonly checkHeadings: readonly string[];
  readonly check: Readonly<Record<StarCheck["code"], string>>;
  readonly checkNote: string;
  readonly signature: string;
}

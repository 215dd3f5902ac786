import type { PipelineDoubt } from "../assessment/assessment";

/** The words of 队伍梯队. */
export interface PipelineMessages {
  readonly table: string;
  readonly headings: (stages: readonly string[]) => readonly string[];
  readonly total: string;
  /** How many branches each sum adds. */
  readonly totalOf: (branches: number) => string;
  readonly notes: readonly string[];
  readonly chart: string;
  readonly stage: string;
  readonly people: string;
  /** What the chart shows: the sums, each with its share of the stage before where there is one. */
  readonly shown: (
    branches: number,
    stages: readonly { readonly name: string; readonly count: string; readonly share: string | null }[],
  ) => string;
  readonly doubts: string;
  readonly noDoubts: string;
  readonly doubtHeadings: readonly string[];
  readonly doubt: (doubt: PipelineDoubt) => string;
  readonly chartData: string;
  readonly signature: string;
}

import type { Adjustment } from "../assessment/assessment";

/** The words of 支部评估表 that it has for itself. Lists of headings stand in the order of the columns. */
export interface BranchMessages {
  /** A branch's own tab: its name, to which this makes the name of a sheet. */
  readonly tabName: (branch: string) => string;
  readonly secretary: string;
  readonly kind: string;
  readonly window: string;
  /** In place of a roster's field where there is no roster. */
  readonly noRoster: string;
  readonly days: (first: string, last: string) => string;
  readonly noWindow: string;
  readonly noWindowNote: string;
  /** A counted 加分, 扣分 or 一票否决 with its grounds. */
  readonly adjustment: (adjustment: Adjustment) => string;
  readonly subsystem: (name: string) => string;
  readonly won: string;
  readonly indicatorHeadings: readonly string[];
  readonly reviewHeadings: readonly string[];
  readonly evidence: string;
  readonly reversed: (indicator: string) => string;
  /** Table and rows behind a figure; rows alone, where the place is narrow. */
  readonly source: (source: string, rows: string) => string;
  readonly reviewed: (source: string) => string;
  readonly noEvidence: string;
  readonly carrierHeadings: readonly string[];
  readonly carrierSource: string;
  readonly carrierChart: string;
  readonly carriers: (counts: readonly { readonly carrier: string; readonly count: number }[]) => string;
  readonly noCarriers: (reason: string) => string;
  readonly obstacleHeadings: readonly string[];
  readonly noObstacles: string;
  readonly problemHeadings: readonly string[];
  readonly several: (reached: string, count: number) => string;
  readonly measureHeadings: readonly string[];
  readonly noMeasures: string;
  readonly branchOpinion: string;
  readonly committeeOpinion: string;
  readonly signature: string;
}

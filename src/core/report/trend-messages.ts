import type { Movement } from "../trend/trend";

/** The figures of which the trend is shown, in the order of their tables. */
export const TREND_FIGURES = ["fusion", "total", "coordination", "linkage"] as const;

export type TrendFigure = (typeof TREND_FIGURES)[number];

/** The words of 趋势. Lists of headings stand in the order of the columns. */
export interface TrendMessages {
  readonly means: string;
  readonly meansHeadings: readonly string[];
  readonly figures: Readonly<Record<TrendFigure, string>>;
  readonly change: string;
  readonly noRecord: string;
  readonly noneAssessed: string;
  readonly schemeSame: string;
  readonly schemeChanged: string;
  readonly schemeUnknown: string;
  readonly rows: (row: number) => string;
  readonly meansChart: (figures: readonly string[]) => string;
  readonly branchesChart: string;
  readonly points: string;
  readonly index: string;
  readonly chartData: string;
  readonly chartNote: string;
  readonly moved: (figure: string, before: string, now: string, change: string) => string;
  /** A figure of which only the mean over the branches that have it in both periods is meant. */
  readonly ofBoth: (figure: string, branches: number) => string;
  readonly rose: (by: string) => string;
  readonly fell: (by: string) => string;
  readonly compared: (before: string, now: string, sentences: readonly string[]) => string;
  readonly unavailable: (figure: string) => string;
  readonly branchesMoved: (movement: Movement, change: string) => string;
  readonly noneMoved: string;
  readonly manyBranches: (branches: number) => string;
  readonly branchesShown: (branches: number, periods: number) => string;
  readonly schemeNote: (periods: readonly string[]) => string;
  readonly cutNote: (periods: readonly string[]) => string;
  readonly otherNote: (periods: readonly string[]) => string;
  readonly earlierNote: (count: number) => string;
  readonly joined: (branches: readonly string[]) => string;
  readonly gone: (branches: readonly string[]) => string;
  readonly note: string;
  readonly cut: (period: string, day: string) => string;
}

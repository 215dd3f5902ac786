import type { Assessment } from "../assessment/assessment";

/** A name with how often it occurs. */
export interface Count {
  readonly name: string;
  readonly count: number;
}

/** How many branches stand in each quadrant; at the crossing counts as reached. */
export interface QuadrantCounts {
  readonly both: number;
  /** Only the index across, and only the index up, reaches the crossing. */
  readonly across: number;
  readonly up: number;
  readonly neither: number;
  /** Branches that lack one of the indices. */
  readonly missing: number;
}

/** The words of 融合总览. */
export interface OverviewMessages {
  readonly stripBranches: string;
  readonly stripFusion: (levels: string) => string;
  readonly stripBands: (bands: string) => string;
  readonly stripRed: string;
  readonly stripRate: string;
  /** Headings of the columns of the heaviest problem, with its light, and the greatest obstacle. */
  readonly light: string;
  readonly worst: string;
  readonly obstacle: string;
  readonly held: (indicator: string, degree: string) => string;
  readonly quadrantChart: (across: string, up: string) => string;
  /** What the quadrants show; `crossing` is where the axes cross. */
  readonly quadrants: (across: string, up: string, crossing: string, counts: QuadrantCounts) => string;
  readonly levelChart: string;
  readonly levels: (levels: readonly Count[], unassessed: number) => string;
  readonly noQuadrants: string;
  readonly noLevels: string;
  readonly findings: string;
  readonly noneStands: (branches: number) => string;
  readonly stands: (assessed: number, mean: string, levels: readonly Count[]) => string;
  readonly noneDiagnosed: string;
  readonly allGreen: string;
  readonly diagnosed: (
    red: number,
    yellow: number,
    problem: string,
    problemRed: number,
    problemYellow: number,
  ) => string;
  readonly obstacles: (leading: readonly Count[]) => string;
  readonly noObstacle: string;
  readonly numbered: (position: number, sentence: string) => string;
  /** Where a sentence comes from. */
  readonly source: (tab: string) => string;
  readonly notes: (assessment: Assessment) => readonly string[];
  readonly vetoed: (branches: readonly string[]) => string;
  readonly signature: string;
}

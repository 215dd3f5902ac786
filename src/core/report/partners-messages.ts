/** The words of 共建矩阵. */
export interface PartnersMessages {
  readonly matrix: string;
  readonly noPartners: string;
  readonly matrixHeadings: readonly string[];
  readonly others: string;
  readonly uncovered: string;
  readonly total: string;
  readonly branchesOf: string;
  /** Which partners have a column of their own, and where the others stand. */
  readonly columns: (partners: number, shown: number) => string;
  readonly matrixNotes: readonly string[];
  readonly gaps: string;
  readonly gapHeadings: (directions: readonly string[]) => readonly string[];
  readonly allCovered: string;
  /** Names of which only the first are written out. */
  readonly names: (shown: readonly string[], all: number) => string;
  readonly gapNote: string;
  readonly hearings: string;
  readonly hearingHeadings: (kinds: readonly string[]) => readonly string[];
  readonly kindsUnknown: string;
  readonly noHearing: string;
  readonly hearingNote: string;
  readonly list: string;
  readonly listHeadings: readonly string[];
  readonly more: (listed: number, rest: number) => string;
  readonly signature: string;
}

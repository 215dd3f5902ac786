/** The words of 单位汇总. */
export interface UnitsMessages {
  readonly distribution: string;
  readonly coordination: string;
  readonly figures: string;
  readonly wholeNumber: string;
  readonly chartData: string;
  readonly fusionChart: string;
  readonly levelChart: string;
  readonly branchCount: string;
  /** What the two charts show: units with a mean, the least and the greatest of the means, branches by level. */
  readonly shown: (
    units: number,
    least: string,
    most: string,
    levels: readonly { readonly name: string; readonly count: number }[],
  ) => string;
  readonly notShown: string;
  readonly remark: string;
  readonly notes: readonly string[];
  readonly signature: string;
}

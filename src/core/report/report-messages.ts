import type { Assessment, Light, Reason, RowSpan } from "../assessment/assessment";
import type { Issue, Severity } from "../issue";
import type { BrandsMessages } from "./brands-messages";
import type { HistoryMessages } from "./history-messages";
import type { OmittedMessages } from "./omitted-messages";
import type { DefinitionMessages } from "./definitions";
import type { OverviewMessages } from "./overview-messages";
import type { TabKind } from "./tab-kinds";
import type { TrendMessages } from "./trend-messages";
import type { LiveTable, SharedRow } from "./live-plan";
import type { PartnersMessages } from "./partners-messages";
import type { PipelineMessages } from "./pipeline-messages";
import type { BranchMessages } from "./branch-messages";
import type { StarsMessages } from "./stars-messages";
import type { TasksMessages } from "./tasks-messages";
import type { UnitsMessages } from "./units-messages";

type Words<Key extends string> = Readonly<Record<Key, string>>;

/**
 * Every word of the tabs. The tabs are the clerk's documents and Chinese in both locales; `src/i18n/workbook.ts` has the one
 * catalogue. Lists of headings stand in the order of the columns.
 */
export interface ReportMessages {
  readonly tabs: Words<TabKind>;
  /** Links to other tabs, which stand above the printed page. */
  readonly navigation: {
    readonly back: (first: string) => string;
    readonly before: (name: string) => string;
    readonly after: (name: string) => string;
  };
  /** What the foot of every printed page says: unit and period. */
  readonly footer: (assessment: Assessment) => string;
  readonly words: Words<
    | "branch"
    | "branches"
    | "unit"
    | "noUnit"
    | "unassessed"
    | "notApplicable"
    | "none"
    | "blank"
    | "yes"
    | "no"
    | "mean"
    | "most"
    | "least"
    | "spread"
    | "points"
    | "coupling"
    | "development"
    | "coordination"
    | "coordinationLevel"
    | "linkage"
    | "fusion"
    | "fusionLevel"
    | "base"
    | "bonus"
    | "deduction"
    | "total"
    | "band"
    | "availability"
    | "rank"
  >;
  readonly lights: Readonly<Record<Light, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  /** Names of the levels, best first. */
  readonly levels: {
    readonly fusion: readonly string[];
    readonly bands: readonly string[];
    readonly coordination: readonly string[];
  };
  /** A period in words: `2021Q2` → 2021年第二季度. */
  readonly period: (period: string) => string;
  /** Unit, period and 截止日 under a tab's title. */
  readonly subtitle: (assessment: Assessment) => string;
  readonly reason: (reason: Reason) => string;
  readonly issueKind: (code: string) => string;
  readonly issueText: (issue: Issue) => string;
  readonly issueFix: (issue: Issue) => string;
  /** Codes in the order in which kinds of issue are listed. */
  readonly issueOrder: readonly string[];

  readonly overview: OverviewMessages;

  readonly scores: Words<
    | "attainment"
    | "attainmentNote"
    | "raw"
    | "rawNote"
    | "points"
    | "indices"
    | "missing"
    | "noneMissing"
    | "allBranches"
    | "reviews"
    | "reviewNote"
    | "rule"
    | "see"
    | "chartData"
    | "chartNote"
  > & {
    readonly subsystemIndex: (subsystem: string) => string;
    readonly subsystemAvailability: (subsystem: string) => string;
    readonly missingHeadings: readonly string[];
    readonly reviewHeadings: readonly string[];
    readonly numbered: (position: number, title: string) => string;
    readonly indexNotes: (formula: Assessment["formula"]) => readonly string[];
  };

  /** The section of 指标得分 that live formulas are based on. */
  readonly live: Words<"section"> & {
    readonly labels: Words<SharedRow>;
    readonly notes: readonly string[];
  };

  readonly diagnosis: Words<"summary" | "list" | "noneListed" | "noWindow" | "obstacles" | "noObstacle"> & {
    readonly listHeadings: readonly string[];
    readonly headings: readonly string[];
    readonly measureHeadings: readonly string[];
    /** How many branches have a light. */
    readonly counted: (light: string) => string;
    readonly notes: readonly string[];
    readonly standing: (coordination: string, linkage: string, fusion: string, level: string) => string;
    /** Rows of the first sheet, how many sheets there are in all. */
    readonly rows: (spans: readonly RowSpan[], more: boolean, sheets: number) => string;
    readonly indexCell: (cell: string) => string;
    readonly evidence: (table: string, rows: number) => string;
    readonly reached: (figure: string, value: string, color: "红" | "黄", limit: string) => string;
    readonly obstacle: (name: string, code: string, degree: string) => string;
    readonly owner: (role: string, secretary: string | null) => string;
    readonly absentTables: (tables: readonly string[]) => string;
  };

  readonly selection: Words<
    | "noneSelected"
    | "gateVeto"
    | "result"
    | "robustness"
    | "figure"
    | "verdict"
    | "passed"
    | "failed"
    | "selected"
    | "passedOnly"
    | "notIn"
    | "unchanged"
    | "indistinguishable"
    | "noneIndistinguishable"
    | "groupNote"
    | "vetoes"
    | "vetoed"
    | "pending"
    | "pendingNote"
    | "signature"
  > & {
    readonly quota: (share: string, counted: number, places: number, passed: number) => string;
    readonly outcome: (branches: readonly string[]) => string;
    readonly gateAvailability: (threshold: string) => string;
    readonly gateSubsystems: (threshold: string) => string;
    readonly gateFusion: (threshold: string) => string;
    readonly gateTotal: (threshold: string) => string;
    readonly robustnessHeadings: readonly string[];
    readonly interval: (low: string, high: string) => string;
    readonly leaveOneOut: (change: number, code: string) => string;
    readonly joint: (rank: number, branches: readonly string[]) => string;
    readonly group: (position: number, branches: readonly string[]) => string;
    readonly vetoHeadings: readonly string[];
    readonly notes: (assessment: Assessment) => readonly string[];
    readonly unrankedNotes: readonly string[];
  };

  readonly branchPage: BranchMessages;
  readonly stars: StarsMessages;
  readonly tasks: TasksMessages;

  readonly partners: PartnersMessages;

  readonly brands: BrandsMessages;

  readonly pipeline: PipelineMessages;

  readonly units: UnitsMessages;

  readonly history: HistoryMessages;
  readonly trend: TrendMessages;

  readonly checks: Words<"summary" | "nothing" | "note"> & {
    readonly summaryHeadings: readonly string[];
    readonly headings: readonly string[];
    readonly kind: (severity: string, kind: string, count: number) => string;
    readonly place: (sheet: string, cell: string) => string;
    readonly more: (listed: number, rest: number) => string;
  };

  readonly method: Words<
    | "basis"
    | "withRoster"
    | "withoutRoster"
    | "tables"
    | "tableNote"
    | "scheme"
    | "reversed"
    | "straight"
    | "parameters"
    | "own"
    | "usual"
    | "adjustments"
    | "noAdjustments"
    | "counted"
    | "pending"
    | "weights"
    | "weightNote"
    | "methods"
  > & {
    readonly labels: Words<
      | "period"
      | "asOf"
      | "scheme"
      | "fingerprint"
      | "rules"
      | "library"
      | "formula"
      | "definition"
      | "coupled"
      | "linked"
      | "roster"
      | "version"
      | "generatedAt"
    >;
    readonly periodLine: (period: string, first: string, last: string) => string;
    readonly schemeSource: Readonly<Record<Assessment["schemeSource"], string>>;
    readonly librarySource: (library: Assessment["library"]) => string;
    readonly formulaName: Readonly<Record<Assessment["formula"], string>>;
    readonly formulaDefinition: Readonly<Record<Assessment["formula"], string>>;
    readonly tableHeadings: readonly string[];
    /** Which tables' raw figures are formulas, which are values and why. */
    readonly liveNotes: (tables: readonly LiveTable[]) => readonly string[];
    readonly missingOn: (sheet: string, columns: readonly string[]) => string;
    readonly schemeHeadings: readonly string[];
    readonly schemeNote: (source: Assessment["schemeSource"]) => string;
    readonly parameterHeadings: readonly string[];
    readonly adjustmentHeadings: readonly string[];
    readonly weightHeadings: readonly string[];
    readonly definitions: DefinitionMessages;
    readonly methodNotes: (assessment: Assessment) => readonly string[];
    /** Tabs that this run did not make, and why. */
    readonly omitted: OmittedMessages;
  };
}

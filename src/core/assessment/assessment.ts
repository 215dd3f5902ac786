import type { Area } from "../grid";
import type { Issue, Place } from "../issue";

/** Why a figure is 未评 or 不适用, or what limits it; the text comes from the message catalogue. */
export interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Consecutive rows of one sheet, as row numbers in Excel (one-based, inclusive). */
export interface RowSpan {
  readonly sheet: string;
  readonly first: number;
  readonly last: number;
}

/**
 * What a figure came from: the table, how many of its rows took part, and which. `runs` are row numbers in Excel, first and
 * last row of each run in turn (5, 9, 12, 12 is rows 5–9 and 12): a large ledger has hundreds of thousands of runs. A sheet
 * stands again where rows of another came between.
 */
export interface Evidence {
  readonly table: string;
  readonly rows: number;
  readonly sheets: readonly { readonly sheet: string; readonly runs: readonly number[] }[];
}

export type FigureStatus = "assessed" | "unassessed" | "not_applicable";

/** The 自评, 复核 and 审定 points of one indicator, as entered; `null` where blank. */
export interface ReviewRecord {
  readonly self: number | null;
  readonly recheck: number | null;
  readonly approved: number | null;
  readonly comment: string;
  readonly approver: string;
  readonly place: Place;
}

/** One indicator of one branch. `score` (0–1) is what counts; where reviewed, `computed` keeps what the ledger gave. */
export interface IndicatorFigure {
  readonly raw: number | null;
  readonly score: number | null;
  readonly points: number;
  readonly status: FigureStatus;
  readonly reviewed: boolean;
  readonly reason: Reason | null;
  readonly evidence: Evidence | null;
  readonly computed: { readonly score: number | null; readonly status: FigureStatus };
  readonly review: ReviewRecord | null;
}

/** U_k and its availability (可评率), both 0–1 or `null` where 未评. */
export interface SubsystemFigure {
  readonly index: number | null;
  readonly availability: number | null;
}

export type Light = "红" | "黄" | "绿" | "未评";

/** One rule of a problem: its figure against its thresholds. */
export interface RuleFinding {
  /** Key of §9's `figures`, e.g. 未结合率. */
  readonly figure: string;
  readonly value: number | null;
  readonly level: Light;
  readonly yellow: number;
  readonly red: number;
  /** Whether a high or a low figure is the bad one. */
  readonly bad: "high" | "low";
  readonly reason: Reason | null;
  readonly evidence: Evidence | null;
}

export interface Finding {
  readonly problem: string;
  readonly level: Light;
  readonly rules: readonly RuleFinding[];
}

/** A task that answers a finding or an obstacle, from the library of 对策 in effect. */
export interface Measure {
  /** 编号 in the library. */
  readonly key: string;
  /** What it answers: a problem or an indicator code. */
  readonly answers: string;
  /** The 诊断项 or 代码 whose figure asked for it. */
  readonly figure: string;
  /** What to do, and the office that leads it. */
  readonly task: string;
  readonly owner: string;
  /** 诊断项, 代码 or names of indicators whose figures should move. */
  readonly moves: readonly string[];
  /** The day by which it is to be done, yyyy-mm-dd. */
  readonly due: string;
  /** Where the task stands in 任务清单 already; `null` where it does not. */
  readonly sent: Place | null;
}

/** A gate of 先进党支部评选 with the figure that decided it. */
export interface Gate {
  readonly passed: boolean;
  readonly value: number | null;
  readonly threshold: number | null;
}

export interface Gates {
  readonly veto: Gate;
  readonly availability: Gate;
  readonly subsystems: Gate;
  readonly fusion: Gate;
  readonly total: Gate;
}

/** One row of 加减分 that lies in the branch's window. */
export interface Adjustment {
  readonly kind: "加分" | "扣分" | "一票否决";
  readonly points: number;
  readonly reason: string;
  readonly basis: string;
  readonly approver: string;
  readonly counted: boolean;
  readonly place: Place;
}

/** Rank under redrawn weights: quantiles of the rank and the share of draws in which the branch is selected. */
export interface RobustnessFigure {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly selected: number;
  /** Largest change of rank when one indicator is left out, and that indicator. */
  readonly leaveOneOut: { readonly change: number; readonly code: string | null };
}

/** Activities by carrier (载体), every carrier of the vocabulary in its order; `null` with the reason where 未评. */
export interface CarrierCounts {
  readonly counts: readonly { readonly carrier: string; readonly count: number }[] | null;
  readonly reason: Reason | null;
  readonly evidence: Evidence | null;
}

/** Everything computed for one branch. Keys of `indicators` and `subsystems` are 代码 and 子系统 in scheme order. */
export interface BranchAssessment {
  readonly branch: string;
  readonly unit: string | null;
  /** 类型 as in the roster; `null` without one. */
  readonly kind: string | null;
  readonly secretary: string | null;
  /** First and last day of the branch's window (yyyy-mm-dd); `null` where it has none. */
  readonly window: { readonly first: string; readonly last: string } | null;
  /** Tables that exist but hold no row of this branch in any period. */
  readonly absentTables: readonly string[];
  readonly carriers: CarrierCounts;
  readonly indicators: Readonly<Record<string, IndicatorFigure>>;
  readonly subsystems: Readonly<Record<string, SubsystemFigure>>;
  readonly availability: number | null;
  readonly coupling: number | null;
  readonly development: number | null;
  readonly coordination: number | null;
  readonly coordinationLevel: string | null;
  readonly linkage: number | null;
  readonly fusion: number | null;
  readonly fusionLevel: string | null;
  readonly base: number | null;
  readonly bonus: number;
  readonly deduction: number;
  readonly total: number | null;
  readonly band: string | null;
  readonly vetoed: boolean;
  readonly adjustments: readonly Adjustment[];
  readonly obstacles: readonly (readonly [code: string, degree: number])[];
  readonly findings: readonly Finding[];
  readonly measures: readonly Measure[];
  readonly gates: Gates;
  readonly selected: boolean;
  readonly rank: number | null;
  readonly robustness: RobustnessFigure | null;
}

export interface Star {
  readonly period: string;
  readonly kind: "每月之星" | "季度之星";
  readonly name: string;
  readonly branch: string;
  /** Kinds of duty done and their sum. */
  readonly duties: number;
  readonly sum: number;
  readonly place: Place;
}

/** A 星级记录 row checked against the posts, or a period without a record. */
export interface StarCheck {
  readonly code: "winnerWithoutPost" | "winnerTwiceRunning" | "periodWithoutWinner";
  readonly period: string;
  readonly kind: string;
  readonly name: string | null;
  readonly place: Place | null;
}

/** One 院: how many branches stand in each band and level, and mean and spread (sample standard deviation) of the indices. */
export interface UnitSummary {
  readonly unit: string | null;
  readonly branches: number;
  readonly bands: Readonly<Record<string, number>>;
  readonly coordinationLevels: Readonly<Record<string, number>>;
  readonly fusionLevels: Readonly<Record<string, number>>;
  /** Keys: the subsystems, then `D`, `L`, `F`. */
  readonly figures: Readonly<
    Record<string, { readonly mean: number | null; readonly spread: number | null; readonly count: number }>
  >;
}

/** Where a table was found: header and rows, from the first recognised column to the last, and the columns that it lacks. */
export interface TablePlace {
  readonly sheet: string;
  readonly area: Area;
  readonly missing: readonly string[];
}

/** One table as it was read: rows after skipping, rows that count, rows left out. `ranges` says where it was found. */
export interface TableSummary {
  readonly read: number;
  readonly inWindow: number;
  readonly leftOut: number;
  readonly ranges: readonly TablePlace[];
}

/** One indicator of the scheme in effect, as text. */
export interface SchemeLine {
  readonly code: string;
  readonly name: string;
  readonly subsystem: string;
  readonly table: string;
  readonly measure: string;
  readonly condition: string;
  readonly applies: string;
  readonly lower: number;
  readonly upper: number;
  readonly reversed: boolean;
  readonly prorated: boolean;
  readonly points: number;
  readonly note: string;
}

/** The veto rows whose branch could not be resolved: shown as 待核. */
export interface PendingVeto {
  readonly text: string;
  readonly reason: string;
  readonly place: Place;
}

/** Rows of one kind: how many, the day of the last (yyyy-mm-dd) and which; both `null` where there is none. */
export interface Tally {
  readonly count: number;
  readonly last: string | null;
  readonly evidence: Evidence | null;
}

/** 共建 of one branch; the reasons say why partners or directions are 未评. */
export interface BranchPartners {
  readonly reason: Reason | null;
  /** The branch itself among the partners of others, by its index in the matrix; null where no other branch names it. */
  readonly self: number | null;
  /** Activities that name a partner. */
  readonly activities: Tally;
  /** The branch's own partners, by their index in the matrix, in its order. */
  readonly partners: readonly (Tally & { readonly partner: number })[];
  readonly directionReason: Reason | null;
  /** One entry for each direction of the matrix; empty where 未评. */
  readonly directions: readonly Tally[];
}

/** 共建矩阵: partners and directions of all branches, in the order of `Assessment.branches`. */
export interface PartnerMatrix {
  /** `branches` have it, `count` activities name it, each counted once; the commonest first. */
  readonly partners: readonly {
    readonly name: string;
    readonly branches: number;
    readonly count: number;
    readonly last: string | null;
  }[];
  readonly directions: readonly string[];
  readonly branches: readonly BranchPartners[];
}

/** 听证 of one branch. `kinds` in the order of the kinds of participants, `null` where no column tells; `others` hearings name others. */
export interface BranchHearings {
  readonly reason: Reason | null;
  readonly hearings: Tally;
  readonly kinds: readonly Tally[] | null;
  readonly others: number;
}

export type BrandState = "missing" | "noMeaning" | "duplicate" | "inactive";

/** 品牌 of one branch; `reason` says why it is not judged, `activityReason` why its activities are 未评. */
export interface BrandFigure {
  readonly name: string | null;
  readonly meaning: string | null;
  /** Where the branch stands in 支部名册. */
  readonly place: Place;
  readonly reason: Reason | null;
  /** Other branches with the same name, as indices into `Assessment.branches`. */
  readonly duplicates: readonly number[];
  readonly activities: Tally | null;
  readonly activityReason: Reason | null;
  readonly states: readonly BrandState[];
}

export type HonourLevel = "国家" | "省" | "市" | "县";

/** One honour at its highest level, with all rows that name it. */
export interface Honour {
  readonly name: string;
  readonly level: HonourLevel | null;
  readonly category: string | null;
  readonly grantor: string | null;
  readonly day: string;
  readonly evidence: Evidence;
}

export interface BranchHonours {
  readonly reason: Reason | null;
  readonly honours: readonly Honour[];
}

/** Head counts of the stages 干警, 党员, 骨干, 先进, or shares of each of the last three in the one before; `null` where 未评. */
export type PipelineCounts = readonly (number | null)[];

/** A head count to be checked: larger than that of the stage before, or negative or not whole. */
export type PipelineDoubt =
  | { readonly kind: "exceeds"; readonly stage: string; readonly of: string }
  | { readonly kind: "noCount"; readonly stage: string };

/** 队伍梯队 of one branch in one 期间. */
export interface PipelinePeriod {
  readonly period: string;
  readonly counts: PipelineCounts;
  readonly conversions: PipelineCounts;
  readonly doubts: readonly PipelineDoubt[];
  readonly evidence: Evidence;
}

/** 队伍梯队 of one branch: its 期间 in order, and the mean over its rows; empty where 未评. */
export interface BranchPipeline {
  readonly reason: Reason | null;
  readonly periods: readonly PipelinePeriod[];
  readonly counts: PipelineCounts;
  readonly conversions: PipelineCounts;
}

/** What methodology §8 asks for beside selection and stars; lists by branch are in the order of `Assessment.branches`. */
export interface FurtherOutputs {
  readonly partners: PartnerMatrix;
  readonly hearings: readonly BranchHearings[];
  readonly brands: readonly BrandFigure[];
  readonly honours: readonly BranchHonours[];
  readonly pipelines: readonly BranchPipeline[];
}

/** A whole run: plain serialisable data from which every tab and the JSON result are made. */
export interface Assessment {
  readonly period: string;
  /** First and last assessed day, yyyy-mm-dd; `asOf` is 截止日. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly asOf: string;
  readonly formula: "standard" | "wang2021";
  readonly schemeFingerprint: string;
  /** The same without 截止日 and 显示名次: equal where figures of different periods were made by the same rules. */
  readonly rulesFingerprint: string;
  readonly schemeSource: "built-in" | "workbook";
  /** The library of 对策 in effect: where it stands, and how many measures it holds. */
  readonly library: { readonly source: "built-in" | "workbook"; readonly measures: number };
  readonly scheme: readonly SchemeLine[];
  readonly subsystems: readonly string[];
  readonly couplingSubsystems: readonly string[];
  /** One weight per coupled subsystem; `null` where they weigh the same. */
  readonly couplingWeights: readonly number[] | null;
  readonly linkageSubsystem: string;
  readonly hasRoster: boolean;
  /** Whether the workbook counts its days from 1904. */
  readonly date1904: boolean;
  /** 参数 in effect: key, value as text, and whether the workbook set it. */
  readonly parameters: readonly { readonly key: string; readonly value: string; readonly own: boolean }[];
  readonly thresholds: {
    readonly availability: number;
    readonly bands: readonly number[];
    readonly coordination: readonly number[];
    readonly fusion: readonly number[];
    readonly quota: number;
    readonly draws: number;
    readonly seed: number;
    readonly spread: number;
  };
  readonly showRanks: boolean;
  readonly branches: readonly BranchAssessment[];
  /** Indices into `branches` of those that are adjacent in the order by F and cannot be told apart (不可区分). */
  readonly indistinguishable: readonly (readonly [number, number])[];
  readonly pendingVetoes: readonly PendingVeto[];
  readonly units: readonly UnitSummary[];
  readonly stars: readonly Star[];
  readonly starChecks: readonly StarCheck[];
  readonly outputs: FurtherOutputs;
  /** Entropy and CRITIC weights of the indicators beside the scheme's own, all summing to 1; `null` where not computable. */
  readonly comparisonWeights: Readonly<
    Record<string, { readonly scheme: number; readonly entropy: number | null; readonly critic: number | null }>
  >;
  readonly tables: Readonly<Record<string, TableSummary>>;
  readonly issues: readonly Issue[];
}

import type { RunOverview } from "../commands/run-chosen";
import type { RibbonNews } from "../commands/ribbon-news";
import type { TasksPlan } from "../commands/send-tasks";
import type { Choices } from "../core/choices";
import type { Issue, Place } from "../core/issue";
import type { WorkbookLook } from "../core/look/look";
import type { ResultChanges } from "../core/summary/result-changes";
import type { ColumnsToConfirm, Confirmation } from "./mapping-view";

/** An action that worked, or what kept it from working. */
export type Done<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly Issue[] };

/** What the pane shows when it opens. */
export interface Opened {
  readonly look: WorkbookLook;
  readonly choices: Choices;
  /** Whether assessment tabs stand in the workbook: then a run is an update. */
  readonly assessed: boolean;
  /** Whether any sheet of the add-in's stands in the workbook, be it 历史记录 alone: then there is something to remove. */
  readonly removable: boolean;
}

/** What is known of the run before: it was the first, it was compared with, or this is an earlier result shown again. */
export type Comparison =
  | { readonly kind: "first" }
  | { readonly kind: "compared"; readonly changes: ResultChanges }
  | { readonly kind: "recalled" };

/** What a run came to. */
export interface RunReport extends RunOverview {
  readonly comparison: Comparison;
  /** 代码 → 指标. */
  readonly indicatorNames: ReadonlyMap<string, string>;
  readonly issues: readonly Issue[];
}

/** How a run ended. */
export type RunEnd =
  | { readonly kind: "assessed"; readonly report: RunReport }
  | { readonly kind: "cancelled" | "failed"; readonly issues: readonly Issue[] };

/** Hears of the stage that a run is in. */
export type OnProgress = (stage: string, done: number, total: number) => void;

/** Everything that the pane asks of the workbook. Nothing here throws for what a user or Excel can do. */
export interface PaneServices {
  readonly open: (signal: AbortSignal) => Promise<Done<Opened>>;
  readonly saveChoices: (choices: Choices) => Promise<Done<null>>;
  readonly run: (choices: Choices, onProgress: OnProgress, signal: AbortSignal) => Promise<RunEnd>;
  /** What the last run left in this workbook; `null` where there is none. */
  readonly lastResult: () => Promise<Done<RunReport | null>>;
  /** Calls back when the clerk changes a sheet. The function given back ends that. */
  readonly watchEdits: (listener: () => void) => () => void;
  /** Calls back when a command of the ribbon has something to say. The function given back ends that. */
  readonly onRibbonNews: (listener: (news: RibbonNews) => void) => () => void;
  /** Shows a cell, or a whole sheet where the place names no cell. */
  readonly select: (place: Place) => Promise<Done<null>>;
  /** Each action on the workbook says in a sentence what it has done. */
  readonly confirmColumns: (range: ColumnsToConfirm, confirmation: Confirmation) => Promise<Done<string>>;
  readonly forgetColumns: (range: ColumnsToConfirm) => Promise<Done<string>>;
  readonly copyScheme: () => Promise<Done<string>>;
  readonly newWorkbook: () => Promise<Done<string>>;
  /** What sending the tasks of 整改任务 would write where; changes nothing. */
  readonly planTasks: () => Promise<Done<TasksPlan>>;
  readonly sendTasks: () => Promise<Done<string>>;
  readonly freeze: () => Promise<Done<string>>;
  readonly removeTabs: (everyTrace: boolean) => Promise<Done<string>>;
  /** The sentence of an issue in the pane's language, without anything that only a programmer understands. */
  readonly sentence: (issue: Issue) => string;
  /** What to do about an issue where its sentence does not say so; empty otherwise. */
  readonly fix: (issue: Issue) => string;
  /** What whoever helps needs to know of an issue beside its sentence; `null` where there is nothing. */
  readonly detail: (issue: Issue) => string | null;
}

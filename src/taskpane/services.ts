import type { Choices } from "../core/choices";
import type { Issue, Place } from "../core/issue";
import type { MappableRange } from "../core/ledger/edit-mapping";
import type { WorkbookLook } from "../core/look/look";
import type { ResultChanges } from "../core/summary/result-changes";
import type { RunSummary } from "../core/summary/run-summary";

/** An action that worked, or what kept it from working. */
export type Done<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly issues: readonly Issue[] };

/** What the pane shows when it opens. */
export interface Opened {
  readonly look: WorkbookLook;
  readonly choices: Choices;
  /** Whether assessment tabs stand in the workbook: then a run is an update. */
  readonly assessed: boolean;
}

/** A tab that a run wrote, as a place to go to. */
export interface WrittenTab {
  readonly key: string;
  readonly name: string;
}

/** What a run came to. `changes` is `null` for the first run of a workbook. */
export interface RunReport {
  readonly summary: RunSummary;
  readonly changes: ResultChanges | null;
  readonly tabs: readonly WrittenTab[];
  readonly issues: readonly Issue[];
}

/** How a run ended. */
export type RunEnd =
  | { readonly kind: "assessed"; readonly report: RunReport }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly issues: readonly Issue[] };

/** Hears of the stage that a run is in. */
export type OnProgress = (stage: string, done: number, total: number) => void;

/** Everything that the pane asks of the workbook. Nothing here throws for what a user or Excel can do. */
export interface PaneServices {
  readonly open: (signal: AbortSignal) => Promise<Done<Opened>>;
  readonly saveChoices: (choices: Choices) => Promise<Done<null>>;
  readonly run: (choices: Choices, onProgress: OnProgress, signal: AbortSignal) => Promise<RunEnd>;
  readonly select: (place: Place) => Promise<Done<null>>;
  /** Activates a tab of ours, found by its key. */
  readonly showTab: (name: string) => Promise<Done<null>>;
  /** Confirms columns of a range: field → header, `null` for none; `table` null says that it is no ledger. */
  readonly confirmColumns: (
    range: MappableRange,
    fields: Readonly<Record<string, string | null>>,
  ) => Promise<Done<null>>;
  readonly ignoreRange: (range: MappableRange) => Promise<Done<null>>;
  readonly forgetColumns: (range: MappableRange) => Promise<Done<null>>;
  readonly copyScheme: () => Promise<Done<string>>;
  readonly newWorkbook: () => Promise<Done<string>>;
  readonly freeze: () => Promise<Done<string>>;
  readonly removeTabs: (everyTrace: boolean) => Promise<Done<string>>;
  /** Calls back when the clerk changes a sheet; the function given back ends that. */
  readonly onEdited: (listener: () => void) => () => void;
  /** The sentence of an issue in the pane's language. */
  readonly sentence: (issue: Issue) => string;
}

import type { RibbonCommand } from "../commands/ribbon-news";
import { type Choices, NO_CHOICES } from "../core/choices";
import type { Issue } from "../core/issue";
import type { WorkbookLook } from "../core/look/look";
import type { ColumnsToConfirm } from "./mapping-view";
import type { Opened, RunReport } from "./services";

/** How far the assessment of this session is. */
export type RunState =
  | { readonly kind: "none" }
  | {
      readonly kind: "running";
      readonly stage: string;
      readonly done: number;
      readonly total: number;
      readonly cancelling: boolean;
      /** How often the workbook had been changed when it began. */
      readonly editsBefore: number;
    }
  | { readonly kind: "done"; readonly report: RunReport }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly issues: readonly Issue[] };

/** What is known of the workbook. */
export type LookState =
  | { readonly kind: "looking" }
  | {
      readonly kind: "seen";
      readonly look: WorkbookLook;
      readonly assessed: boolean;
      /** Whether there is something to remove, be it 历史记录 alone. */
      readonly removable: boolean;
      /** True while the workbook is looked at once more: what was seen stays in sight. */
      readonly again: boolean;
    }
  | { readonly kind: "failed"; readonly issues: readonly Issue[] };

/** What the pane shows. */
export type View =
  | { readonly kind: "steps" }
  | { readonly kind: "result" }
  | { readonly kind: "settings" }
  | { readonly kind: "tabs" }
  | { readonly kind: "help" }
  | { readonly kind: "first" }
  | { readonly kind: "mapping"; readonly range: ColumnsToConfirm };

/** What is to be told beside a run: mostly what the last action came to. */
export type Notice =
  | { readonly kind: "told"; readonly text: string }
  /** A command of the ribbon was carried out; the issues ask for a look. */
  | { readonly kind: "ribbon"; readonly command: RibbonCommand; readonly issues: readonly Issue[] }
  /** There was no earlier result to show. */
  | { readonly kind: "nothingToRecall" }
  | { readonly kind: "failed"; readonly issues: readonly Issue[] };

export interface PaneState {
  readonly view: View;
  readonly look: LookState;
  readonly choices: Choices;
  /** True while the clerk's own words for the period cannot be read: they are not among the choices. */
  readonly periodUnreadable: boolean;
  readonly run: RunState;
  /** How often the clerk has changed the workbook since the pane was opened; so often before the last look, and before the run of the result. */
  readonly edits: number;
  readonly editsBeforeLook: number;
  readonly editsBeforeResult: number;
  /** So often before the last run of the ribbon. */
  readonly editsBeforeRibbon: number;
  /** True while an action beside a run is under way. */
  readonly busy: boolean;
  readonly notice: Notice | null;
}

export type PaneAction =
  | { readonly kind: "looking" }
  | ({ readonly kind: "looked" } & Opened)
  | { readonly kind: "lookFailed"; readonly issues: readonly Issue[] }
  | { readonly kind: "chose"; readonly choices: Choices }
  | { readonly kind: "typedPeriod"; readonly unreadable: boolean }
  | { readonly kind: "edited" }
  | { readonly kind: "opened"; readonly view: View }
  | { readonly kind: "acting" }
  | { readonly kind: "acted"; readonly notice: Notice | null }
  | { readonly kind: "told"; readonly notice: Notice | null }
  | { readonly kind: "ribbonBegan" }
  /** A result of another run than one of the pane's; `fresh` where the ribbon's has just ended. */
  | { readonly kind: "recalled"; readonly report: RunReport; readonly fresh: boolean }
  | { readonly kind: "started" }
  | { readonly kind: "progressed"; readonly stage: string; readonly done: number; readonly total: number }
  | { readonly kind: "cancelling" }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly issues: readonly Issue[] }
  | { readonly kind: "assessed"; readonly report: RunReport };

/** The pane before anything is known of the workbook. */
export const STARTING: PaneState = {
  view: { kind: "steps" },
  look: { kind: "looking" },
  choices: NO_CHOICES,
  periodUnreadable: false,
  run: { kind: "none" },
  edits: 0,
  editsBeforeLook: 0,
  editsBeforeResult: 0,
  editsBeforeRibbon: 0,
  busy: false,
  notice: null,
};

/** Whether the workbook was changed since it was looked at. */
export function isLookStale({ edits, editsBeforeLook }: PaneState): boolean {
  return edits > editsBeforeLook;
}

/** Whether the workbook was changed since the run began whose result is known. */
export function isResultStale({ edits, editsBeforeResult }: PaneState): boolean {
  return edits > editsBeforeResult;
}

/** What ended without a result is over with the next thing that the clerk does about it. */
function forgotten(run: RunState): RunState {
  return run.kind === "failed" || run.kind === "cancelled" ? { kind: "none" } : run;
}

/** The first look decides whether the pane introduces itself. */
function afterLook(state: PaneState, choices: Choices): View {
  const first = !choices.introduced && state.look.kind === "looking" && state.view.kind === "steps";
  return first && state.run.kind === "none" ? { kind: "first" } : state.view;
}

/** The next state of the pane. Progress and ends of a run that is no longer under way change nothing. */
export function nextState(state: PaneState, action: PaneAction): PaneState {
  const running = state.run.kind === "running";
  switch (action.kind) {
    case "looking":
      return {
        ...state,
        look: state.look.kind === "seen" ? { ...state.look, again: true } : { kind: "looking" },
        editsBeforeLook: state.edits,
      };
    case "looked":
      return {
        ...state,
        view: afterLook(state, action.choices),
        look: {
          kind: "seen",
          look: action.look,
          assessed: action.assessed,
          removable: action.removable,
          again: false,
        },
        choices: action.choices,
      };
    case "lookFailed":
      // The steps show it themselves.
      return {
        ...state,
        look: { kind: "failed", issues: action.issues },
        notice: state.view.kind === "steps" ? state.notice : { kind: "failed", issues: action.issues },
      };
    case "chose":
      return { ...state, choices: action.choices, run: forgotten(state.run) };
    case "typedPeriod":
      return { ...state, periodUnreadable: action.unreadable };
    case "edited":
      return { ...state, edits: state.edits + 1 };
    case "opened":
      return { ...state, view: action.view, notice: null };
    case "acting":
      return { ...state, busy: true, notice: null };
    case "acted":
      return {
        ...state,
        busy: false,
        notice: action.notice,
        run: action.notice?.kind === "failed" ? state.run : forgotten(state.run),
      };
    case "told":
      return { ...state, notice: action.notice };
    case "ribbonBegan":
      return { ...state, editsBeforeRibbon: state.edits };
    case "recalled":
      return running
        ? state
        : {
            ...state,
            view: { kind: "result" },
            notice: null,
            run: { kind: "done", report: action.report },
            editsBeforeResult: action.fresh ? state.editsBeforeRibbon : state.editsBeforeResult,
          };
    case "started":
      return {
        ...state,
        view: { kind: "steps" },
        notice: null,
        look: state.look.kind === "seen" ? { ...state.look, again: false } : state.look,
        run: { kind: "running", stage: "read", done: 0, total: 1, cancelling: false, editsBefore: state.edits },
      };
    case "progressed":
      return state.run.kind === "running"
        ? { ...state, run: { ...state.run, stage: action.stage, done: action.done, total: action.total } }
        : state;
    case "cancelling":
      return state.run.kind === "running" ? { ...state, run: { ...state.run, cancelling: true } } : state;
    case "cancelled":
      return running ? { ...state, view: { kind: "steps" }, run: { kind: "cancelled" } } : state;
    case "failed":
      return running ? { ...state, view: { kind: "steps" }, run: { kind: "failed", issues: action.issues } } : state;
    case "assessed":
      return state.run.kind === "running"
        ? {
            ...state,
            view: { kind: "result" },
            look:
              state.look.kind === "seen"
                ? { ...state.look, assessed: true, removable: true, again: false }
                : state.look,
            run: { kind: "done", report: action.report },
            editsBeforeResult: state.run.editsBefore,
          }
        : state;
  }
}

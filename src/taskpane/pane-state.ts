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
  /** True where the workbook was changed since it was looked at or assessed. */
  readonly stale: boolean;
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
  | { readonly kind: "recalled"; readonly report: RunReport }
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
  stale: false,
  busy: false,
  notice: null,
};

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
      return { ...state, look: state.look.kind === "seen" ? { ...state.look, again: true } : { kind: "looking" } };
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
        stale: false,
      };
    case "lookFailed":
      return { ...state, look: { kind: "failed", issues: action.issues } };
    case "chose":
      return { ...state, choices: action.choices };
    case "typedPeriod":
      return { ...state, periodUnreadable: action.unreadable };
    case "edited":
      return running || state.busy ? state : { ...state, stale: true };
    case "opened":
      return { ...state, view: action.view, notice: null };
    case "acting":
      return { ...state, busy: true, notice: null };
    case "acted":
      return { ...state, busy: false, notice: action.notice };
    case "told":
      return { ...state, notice: action.notice };
    case "recalled":
      return running
        ? state
        : { ...state, view: { kind: "result" }, notice: null, run: { kind: "done", report: action.report } };
    case "started":
      return {
        ...state,
        view: { kind: "steps" },
        notice: null,
        look: state.look.kind === "seen" ? { ...state.look, again: false } : state.look,
        run: { kind: "running", stage: "read", done: 0, total: 1, cancelling: false },
      };
    case "progressed":
      return state.run.kind === "running"
        ? { ...state, run: { ...state.run, stage: action.stage, done: action.done, total: action.total } }
        : state;
    case "cancelling":
      return state.run.kind === "running" ? { ...state, run: { ...state.run, cancelling: true } } : state;
    case "cancelled":
      return running ? { ...state, run: { kind: "cancelled" } } : state;
    case "failed":
      return running ? { ...state, run: { kind: "failed", issues: action.issues } } : state;
    case "assessed":
      return running
        ? {
            ...state,
            view: { kind: "result" },
            look:
              state.look.kind === "seen"
                ? { ...state.look, assessed: true, removable: true, again: false }
                : state.look,
            run: { kind: "done", report: action.report },
            stale: false,
          }
        : state;
  }
}

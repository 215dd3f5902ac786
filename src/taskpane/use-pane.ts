import { useCallback, useEffect, useMemo, useReducer, useRef } from "react";
import type { RibbonNews } from "../commands/ribbon-news";
import type { Choices } from "../core/choices";
import { hasOwn } from "../core/has-own";
import type { Place } from "../core/issue";
import { ISSUES } from "../core/issues";
import type { ColumnsToConfirm, Confirmation } from "./mapping-view";
import { type PaneState, STARTING, type View, nextState } from "./pane-state";
import type { Comparison, Done, PaneServices } from "./services";

/** Everything that a user can do in the pane. */
export interface PaneActions {
  readonly lookAgain: () => void;
  readonly choose: (choices: Choices) => void;
  /** Tells whether the clerk's own words for the period cannot be read. */
  readonly typedPeriod: (unreadable: boolean) => void;
  readonly show: (view: View) => void;
  readonly introduce: () => void;
  readonly run: () => void;
  /** Shows what the last run left in the workbook. */
  readonly recall: () => void;
  readonly dismiss: () => void;
  readonly cancel: () => void;
  readonly goTo: (place: Place) => void;
  readonly confirmColumns: (range: ColumnsToConfirm, confirmation: Confirmation) => void;
  readonly forgetColumns: (range: ColumnsToConfirm) => void;
  readonly copyScheme: () => void;
  readonly createTemplates: () => void;
  readonly sendTasks: () => void;
  readonly freeze: () => void;
  readonly removeTabs: (everyTrace: boolean) => void;
}

/** Whether a look at the workbook depends on what was chosen anew. */
function changesLook(before: Choices, now: Choices): boolean {
  return before.period !== now.period || before.asOf !== now.asOf || before.formula !== now.formula;
}

/** The pane's state and what can be done in it; `visible` false keeps it from looking at the workbook. */
export function usePane(
  services: PaneServices,
  visible: boolean,
): { readonly state: PaneState; readonly actions: PaneActions } {
  const [state, dispatch] = useReducer(nextState, STARTING);
  const looking = useRef<AbortController | null>(null);
  const running = useRef<AbortController | null>(null);
  /** Whether the workbook is not known as it is now: the clerk changed it since, or the look had to wait for a run. */
  const unseen = useRef(true);

  const look = useCallback(async () => {
    // A run reads the workbook itself: it is looked at when that is over.
    if (running.current !== null) {
      unseen.current = true;
      return;
    }
    looking.current?.abort();
    const mine = new AbortController();
    looking.current = mine;
    unseen.current = false;
    dispatch({ kind: "looking" });
    const opened = await services.open(mine.signal);
    if (mine.signal.aborted) return;
    looking.current = null;
    if (opened.ok) dispatch({ kind: "looked", ...opened.value });
    else dispatch({ kind: "lookFailed", issues: opened.issues });
  }, [services]);

  /** Does something to the workbook beside a run, tells how it went, and looks again. */
  const act = useCallback(
    async (work: () => Promise<Done<string>>, then: View | null) => {
      dispatch({ kind: "acting" });
      const done = await work();
      if (done.ok && then !== null) dispatch({ kind: "opened", view: then });
      dispatch({
        kind: "acted",
        notice: done.ok ? { kind: "told", text: done.value } : { kind: "failed", issues: done.issues },
      });
      // What failed may have done a part of it.
      await look();
    },
    [look],
  );

  /** Goes somewhere; only a failure is worth a word. */
  const go = useCallback(async (work: Promise<Done<null>>) => {
    const done = await work;
    if (!done.ok) dispatch({ kind: "told", notice: { kind: "failed", issues: done.issues } });
  }, []);

  /** Shows what the last run left in the workbook; `comparison` says what is known of the run before it where it has just ended. False where it cannot. */
  const recall = useCallback(
    async (comparison: Comparison | null) => {
      const last = await services.lastResult();
      if (!last.ok) dispatch({ kind: "told", notice: { kind: "failed", issues: last.issues } });
      else if (last.value === null) dispatch({ kind: "told", notice: { kind: "nothingToRecall" } });
      else {
        const report = { ...last.value, comparison: comparison ?? last.value.comparison };
        dispatch({ kind: "recalled", report, fresh: comparison !== null });
      }
      return last.ok && last.value !== null;
    },
    [services],
  );

  const hear = useCallback(
    async (news: RibbonNews) => {
      if (news.kind === "began") dispatch({ kind: "ribbonBegan" });
      else if (news.kind === "help") dispatch({ kind: "opened", view: { kind: "help" } });
      else if (news.outcome === "refused" && news.issues.every(({ severity }) => severity === "info"))
        dispatch({ kind: "told", notice: { kind: "told", text: news.issues.map(services.sentence).join("") } });
      else if (news.outcome !== "done") dispatch({ kind: "told", notice: { kind: "failed", issues: news.issues } });
      else {
        const { changes } = news;
        const recalled =
          changes === undefined || (await recall(changes === null ? { kind: "first" } : { kind: "compared", changes }));
        const issues = news.issues.filter(({ code, severity }) => severity !== "info" && !hasOwn(ISSUES, code));
        // What kept the result from being shown is told already.
        if (recalled) dispatch({ kind: "told", notice: { kind: "ribbon", command: news.command, issues } });
        if (visible) await look();
      }
    },
    [recall, look, visible, services],
  );

  useEffect(() => {
    if (visible) void look();
  }, [visible, look]);
  useEffect(() => services.onRibbonNews((news) => void hear(news)), [services, hear]);
  useEffect(() => {
    if (!visible) return undefined;
    return services.watchEdits(() => {
      unseen.current = true;
      dispatch({ kind: "edited" });
    });
  }, [services, visible]);

  const { choices } = state;
  const actions = useMemo((): PaneActions => {
    const choose = (next: Choices) => {
      dispatch({ kind: "chose", choices: next });
      void (async () => {
        const saved = await services.saveChoices(next);
        if (!saved.ok) dispatch({ kind: "told", notice: { kind: "failed", issues: saved.issues } });
        else if (changesLook(choices, next)) await look();
      })();
    };
    const run = async () => {
      const mine = new AbortController();
      running.current = mine;
      if (looking.current !== null) unseen.current = true;
      looking.current?.abort();
      dispatch({ kind: "started" });
      const end = await services.run(
        choices,
        (stage, done, total) => dispatch({ kind: "progressed", stage, done, total }),
        mine.signal,
      );
      running.current = null;
      if (end.kind === "assessed") dispatch({ kind: "assessed", report: end.report });
      else if (end.kind === "cancelled" && end.issues.length === 0) dispatch({ kind: "cancelled" });
      else dispatch({ kind: "failed", issues: end.issues });
      if (unseen.current) await look();
    };
    return {
      lookAgain: () => {
        dispatch({ kind: "acted", notice: null });
        void look();
      },
      choose,
      typedPeriod: (unreadable) => dispatch({ kind: "typedPeriod", unreadable }),
      show: (view) => dispatch({ kind: "opened", view }),
      introduce: () => {
        choose({ ...choices, introduced: true });
        dispatch({ kind: "opened", view: { kind: "steps" } });
      },
      run: () => void run(),
      recall: () => void recall(null),
      dismiss: () => dispatch({ kind: "told", notice: null }),
      cancel: () => {
        dispatch({ kind: "cancelling" });
        running.current?.abort();
      },
      goTo: (place) => void go(services.select(place)),
      confirmColumns: (range, confirmation) =>
        void act(() => services.confirmColumns(range, confirmation), { kind: "steps" }),
      forgetColumns: (range) => void act(() => services.forgetColumns(range), { kind: "steps" }),
      copyScheme: () => void act(services.copyScheme, null),
      createTemplates: () => void act(services.newWorkbook, null),
      sendTasks: () => void act(services.sendTasks, null),
      freeze: () => void act(services.freeze, null),
      removeTabs: (everyTrace) => void act(() => services.removeTabs(everyTrace), null),
    };
  }, [services, choices, look, act, go, recall]);

  return { state, actions };
}

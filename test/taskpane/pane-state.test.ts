import { NO_CHOICES } from "../../src/core/choices";
import { look } from "../../src/core/look/look";
import { type PaneState, STARTING, isLookStale, isResultStale, nextState } from "../../src/taskpane/pane-state";
import type { RunReport } from "../../src/taskpane/services";
import { atOnce } from "../../src/core/steps";

const nothing = atOnce(
  look({ sheets: [], date1904: false, mapping: null }, { period: null, asOf: null, formula: null }),
);
const report: RunReport = {
  summary: {
    period: "2021",
    asOf: "2021-12-31",
    branches: 3,
    bands: [],
    coordinationLevels: [],
    fusionLevels: [],
    unassessed: [],
    issues: { error: 0, warning: 0, info: 0 },
  },
  findings: [],
  indicatorNames: new Map(),
  comparison: { kind: "first" },
  tabs: [],
  issues: [],
};
const introduced = { ...NO_CHOICES, introduced: true };
const seen: PaneState = nextState(STARTING, {
  kind: "looked",
  look: nothing,
  assessed: false,
  removable: false,
  choices: introduced,
});
const running = nextState(seen, { kind: "started" });

describe("the first look", () => {
  test("shows the introduction where nobody has seen it", () => {
    const state = nextState(STARTING, {
      kind: "looked",
      look: nothing,
      assessed: false,
      removable: false,
      choices: NO_CHOICES,
    });
    expect(state.view).toEqual({ kind: "first" });
  });

  test("goes straight to the steps where it was seen or skipped", () => {
    expect(seen.view).toEqual({ kind: "steps" });
  });

  test("does not take the clerk out of a view that she has opened meanwhile", () => {
    const settings = nextState(STARTING, { kind: "opened", view: { kind: "settings" } });
    const state = nextState(settings, {
      kind: "looked",
      look: nothing,
      assessed: false,
      removable: false,
      choices: NO_CHOICES,
    });
    expect(state.view).toEqual({ kind: "settings" });
  });
});

describe("a run", () => {
  test("tells its stage and counts until it ends", () => {
    const state = nextState(running, { kind: "progressed", stage: "measure", done: 3, total: 23 });
    expect(state.run).toMatchObject({ kind: "running", stage: "measure", done: 3, total: 23 });
  });

  test("ends on the result, and the workbook holds assessment tabs from then on", () => {
    const state = nextState(running, { kind: "assessed", report });
    expect(state.view).toEqual({ kind: "result" });
    expect(state.look).toMatchObject({ kind: "seen", assessed: true, removable: true });
  });

  test("that ends without a result while the clerk reads elsewhere brings her back to where that is said", () => {
    const reading = nextState(running, { kind: "opened", view: { kind: "help" } });
    expect(nextState(reading, { kind: "failed", issues: [] }).view).toEqual({ kind: "steps" });
    expect(nextState(reading, { kind: "cancelled" }).view).toEqual({ kind: "steps" });
  });

  test("that was cancelled leaves no result, and its late progress changes nothing", () => {
    const cancelled = nextState(nextState(running, { kind: "cancelling" }), { kind: "cancelled" });
    expect(cancelled.run).toEqual({ kind: "cancelled" });
    expect(nextState(cancelled, { kind: "progressed", stage: "write", done: 1, total: 1 })).toBe(cancelled);
    expect(nextState(cancelled, { kind: "assessed", report })).toBe(cancelled);
  });

  test("stays cancelling while progress still comes in", () => {
    const state = nextState(nextState(running, { kind: "cancelling" }), {
      kind: "progressed",
      stage: "write",
      done: 0,
      total: 1,
    });
    expect(state.run).toMatchObject({ cancelling: true, stage: "write" });
  });
});

describe("what is older than the workbook", () => {
  const looked = { kind: "looked", look: nothing, assessed: false, removable: false, choices: introduced } as const;
  const edited = (state: PaneState) => nextState(state, { kind: "edited" });

  test("is fresh again after another look, but for what was changed while it went on", () => {
    const stale = edited(seen);
    expect(isLookStale(stale)).toBe(true);
    const again = nextState(stale, { kind: "looking" });
    expect(isLookStale(nextState(again, looked))).toBe(false);
    expect(isLookStale(nextState(edited(again), looked))).toBe(true);
  });

  test("is a result whose ledgers were changed since its run began, whatever was looked at since", () => {
    const done = nextState(nextState(edited(seen), { kind: "started" }), { kind: "assessed", report });
    expect(isResultStale(done)).toBe(false);
    const meanwhile = nextState(edited(nextState(seen, { kind: "started" })), { kind: "assessed", report });
    expect(isResultStale(meanwhile)).toBe(true);
    const lookedAgain = nextState(nextState(edited(done), { kind: "looking" }), looked);
    expect(isResultStale(lookedAgain)).toBe(true);
    expect(isLookStale(lookedAgain)).toBe(false);
  });

  test("is a result of the ribbon only where the ledgers were changed since its run began", () => {
    const begun = nextState(edited(seen), { kind: "ribbonBegan" });
    expect(isResultStale(nextState(begun, { kind: "recalled", report, fresh: true }))).toBe(false);
    expect(isResultStale(nextState(edited(begun), { kind: "recalled", report, fresh: true }))).toBe(true);
    expect(isResultStale(nextState(edited(seen), { kind: "recalled", report, fresh: false }))).toBe(true);
  });
});

test("what ended without a result is over with the next choice or action that works, not with a look by itself", () => {
  const failed = nextState(nextState(seen, { kind: "started" }), { kind: "failed", issues: [] });
  expect(nextState(failed, { kind: "looking" }).run.kind).toBe("failed");
  expect(nextState(failed, { kind: "chose", choices: introduced }).run.kind).toBe("none");
  expect(nextState(failed, { kind: "acted", notice: { kind: "told", text: "" } }).run.kind).toBe("none");
  expect(nextState(failed, { kind: "acted", notice: { kind: "failed", issues: [] } }).run.kind).toBe("failed");
});

test("a look that fails is told where the steps are not in sight", () => {
  const failed = { kind: "lookFailed", issues: [] } as const;
  expect(nextState(seen, failed).notice).toBeNull();
  expect(nextState({ ...seen, view: { kind: "result" } }, failed).notice).toEqual({ kind: "failed", issues: [] });
});

test("what an action came to goes away with the next view or action", () => {
  const told = nextState(nextState(seen, { kind: "acting" }), {
    kind: "acted",
    notice: { kind: "told", text: "已固化" },
  });
  expect(told.busy).toBe(false);
  expect(nextState(told, { kind: "opened", view: { kind: "help" } }).notice).toBeNull();
  expect(nextState(told, { kind: "acting" }).notice).toBeNull();
});

describe("a second look", () => {
  test("leaves in sight what was seen until it is over", () => {
    const again = nextState(seen, { kind: "looking" });
    expect(again.look).toMatchObject({ kind: "seen", again: true });
    const over = nextState(again, {
      kind: "looked",
      look: nothing,
      assessed: false,
      removable: false,
      choices: introduced,
    });
    expect(over.look).toMatchObject({ kind: "seen", again: false });
  });

  test("is over when a run begins, which reads the workbook itself", () => {
    const again = nextState(seen, { kind: "looking" });
    expect(nextState(again, { kind: "started" }).look).toMatchObject({ kind: "seen", again: false });
  });
});

describe("an earlier result", () => {
  const recalled: RunReport = { ...report, comparison: { kind: "recalled" } };

  test("is shown as a result is", () => {
    const state = nextState(seen, { kind: "recalled", report: recalled, fresh: false });
    expect(state.view).toEqual({ kind: "result" });
    expect(state.run).toEqual({ kind: "done", report: recalled });
  });

  test("does not end a run that is under way", () => {
    expect(nextState(running, { kind: "recalled", report: recalled, fresh: false })).toEqual(running);
  });
});

test("what is told stays until it is dismissed, and does not end what is being done", () => {
  const acting = nextState(seen, { kind: "acting" });
  const told = nextState(acting, { kind: "told", notice: { kind: "nothingToRecall" } });
  expect(told).toMatchObject({ busy: true, notice: { kind: "nothingToRecall" } });
  expect(nextState(told, { kind: "told", notice: null }).notice).toBeNull();
});

import { USUAL_REPORT } from "../core/choices";
import type { ResultTexts } from "../core/result";
import { excelIssue } from "../excel/excel-issue";
import { keptChoices } from "../excel/kept-settings";
import type { CallerOptions } from "../excel/settings";
import { callerOptions, endRun, publishRun } from "../excel/settings";
import { chosenLocale } from "./chosen-locale";
import { endReport } from "./end-report";
import { exclusively } from "./exclusive";
import type { OnProgress } from "./progress";
import { throttled } from "./progress";
import type { RunChoices, RunEnd } from "./run-assessment";
import { runAssessment } from "./run-assessment";
import { changesOf } from "./run-chosen";
import { tellEnd } from "./tell-end";
import { textsIn } from "./texts";

/** Tells the caller how far the run is; a word that gets lost is followed by the next. */
function teller(caller: CallerOptions | null): OnProgress {
  if (caller === null) return () => undefined;
  return throttled((stage, done, total) => {
    void publishRun({ stage, done, total, outcome: null, because: null, issues: [] });
  });
}

/** Runs to an end whatever happens: a bug, too, is told to whoever waits. */
async function runToEnd(caller: CallerOptions | null, texts: ResultTexts): Promise<RunEnd> {
  try {
    const choices: RunChoices = caller === null ? keptChoices() : { ...USUAL_REPORT, ...caller.options };
    const end = await exclusively(() => runAssessment(choices, new Date(), texts, teller(caller), null));
    return end === "underWay"
      ? { outcome: "failed", because: null, issues: [excelIssue("underWay")], results: null }
      : end;
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { outcome: "failed", because: null, issues: [excelIssue("unexpected", { message: text })], results: null };
  }
}

/**
 * 一键评估: assesses the open workbook. A caller that left options hears of progress and of the end in the document's
 * settings, which it is expected to clear; without one, the choices kept in the workbook hold, the settings stay
 * untouched, and the end is told to the clerk.
 */
export async function assess(event: Pick<Office.AddinCommands.Event, "completed">): Promise<void> {
  try {
    const caller = callerOptions();
    const locale = caller?.locale ?? chosenLocale();
    const texts = textsIn(locale);
    const end = await runToEnd(caller, texts);
    if (caller !== null) await endRun(endReport(end, texts.issue));
    else {
      const outcome = end.outcome === "assessed" ? "done" : end.outcome;
      const changes = end.results === null ? {} : { changes: changesOf(end.results) };
      await tellEnd({ command: "assess", outcome, issues: end.issues, ...changes });
    }
  } finally {
    event.completed();
  }
}

import { USUAL_REPORT } from "../core/choices";
import type { ResultTexts } from "../core/result";
import type { ResultChanges } from "../core/summary/result-changes";
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
import { announce } from "./ribbon-news";
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

/** How the run ended, and what changed since the one before where it assessed. */
interface Ended extends Omit<RunEnd, "results"> {
  readonly changes?: ResultChanges | null;
}

/** Runs to an end whatever happens: a bug, too, is told to whoever waits. */
async function runToEnd(caller: CallerOptions | null, texts: ResultTexts): Promise<Ended> {
  try {
    const choices: RunChoices = caller === null ? keptChoices() : { ...USUAL_REPORT, ...caller.options };
    const end = await exclusively(() => {
      if (caller === null) announce({ kind: "began" });
      return runAssessment(choices, new Date(), texts, teller(caller), null);
    });
    if (end === "underWay") return { outcome: "failed", because: null, issues: [excelIssue("underWay")] };
    const { outcome, because, issues, results } = end;
    return { outcome, because, issues, ...(results === null ? {} : { changes: changesOf(results) }) };
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { outcome: "failed", because: null, issues: [excelIssue("unexpected", { message: text })] };
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
      const { outcome, because: _because, ...news } = end;
      await tellEnd({ command: "assess", outcome: outcome === "assessed" ? "done" : outcome, ...news });
    }
  } finally {
    event.completed();
  }
}

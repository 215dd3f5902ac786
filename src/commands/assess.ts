import type { ResultTexts } from "../core/result";
import { displayLanguage } from "../excel/display-language";
import { excelIssue } from "../excel/excel-issue";
import type { CallerOptions } from "../excel/settings";
import { callerOptions, endRun, publishRun } from "../excel/settings";
import { endReport } from "./end-report";
import type { OnProgress } from "./progress";
import { throttled } from "./progress";
import type { RunChoices, RunEnd } from "./run-assessment";
import { runAssessment } from "./run-assessment";
import { textsIn } from "./texts";

/** What nobody chose is left to 参数 and to the data. */
const NO_CHOICE: RunChoices = { period: null, asOf: null, formula: null, formulas: "values" };

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
    return await runAssessment(caller?.options ?? NO_CHOICE, new Date(), texts, teller(caller), null);
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { outcome: "failed", because: null, issues: [excelIssue("unexpected", { message: text })], results: null };
  }
}

/**
 * 一键评估: assesses the open workbook. A caller that left options hears of progress and of the end in the document's
 * settings, which it is expected to clear; without one, the settings stay untouched.
 */
export async function assess(event: Office.AddinCommands.Event): Promise<void> {
  try {
    const caller = callerOptions();
    const texts = textsIn(caller?.locale ?? displayLanguage());
    const end = await runToEnd(caller, texts);
    if (caller !== null) await endRun(endReport(end, texts.issue));
  } finally {
    event.completed();
  }
}

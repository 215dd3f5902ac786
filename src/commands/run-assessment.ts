import type { Issue } from "../core/issue";
import type { ReportChoices } from "../core/choices";
import type { Progress, RunOptions } from "../core/outcome";
import type { Assessment } from "../core/assessment/assessment";
import type { WorkbookGrids } from "../core/grid";
import { livePlan } from "../core/report/live-plan";
import { settingsLists } from "../core/report/method-tab";
import type { ReportContext } from "../core/report/report";
import { buildingReport } from "../core/report/report";
import type { ReportModel } from "../core/report/report-model";
import type { ResultTexts } from "../core/result";
import { toResult } from "../core/result";
import { run } from "../core/run";
import { excelIssue } from "../excel/excel-issue";
import { readRecord } from "../excel/read-record";
import { loadPrevious } from "../excel/stored-run";
import { writeReport } from "../excel/write-report";
import { NAMESPACE } from "../functions/namespace";
import { workbookMessages } from "../i18n/workbook";
import product from "../../package.json";
import { inSlices } from "./in-slices";
import type { OnProgress } from "./progress";
import { readGrids } from "./read-grids";

/** How a run on the open workbook ended; `because` says why it was refused. A run that was cancelled failed with that issue. */
export interface RunEnd {
  readonly outcome: "assessed" | "refused" | "failed";
  readonly because: string | null;
  readonly issues: readonly Issue[];
  /** What came of it, where it was assessed. */
  readonly results: RunResults | null;
}

/** The result of a run as JSON text and what was written; both of the run before too, as far as the workbook held them. */
export interface RunResults {
  readonly now: string;
  readonly report: ReportModel;
  readonly before: { readonly result: string | null; readonly report: ReportModel | null };
}

/** What one run is asked for: the options of the computation, and how the tabs are made. */
export type RunChoices = RunOptions & ReportChoices;

function failed(...issues: readonly Issue[]): RunEnd {
  return { outcome: "failed", because: null, issues, results: null };
}

/** A time as the report states it, in the clerk's own time zone: `2021-12-31 17:05`. */
function minuteText(time: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** What makes the report's formulas live, where that is asked for. */
function* liveReport(
  grids: WorkbookGrids,
  assessment: Assessment,
  options: RunChoices,
): Generator<Progress, ReportContext["live"]> {
  if (options.formulas === "values") return null;
  const lists = settingsLists(assessment, workbookMessages);
  return { namespace: NAMESPACE, plan: yield* livePlan({ grids, assessment, options, lists }) };
}

/**
 * The whole run on the open workbook: read, compute, build the report, write it, leave the result. Nothing is written unless
 * everything before succeeded. `now` is the time that the report states; `texts` puts issues and
 * reasons into words. Aborting `signal` ends the run at its next pause, with the workbook as it was; once all is written, and formulas
 * alone are waited for (stage `compare`), it ends the wait.
 */
export async function runAssessment(
  options: RunChoices,
  now: Date,
  texts: ResultTexts,
  onProgress: OnProgress,
  signal: AbortSignal | null,
): Promise<RunEnd> {
  const read = await readGrids(onProgress, signal);
  if (!read.ok) return failed(read.issue);
  const tell = ({ stage, done, total }: Progress) => onProgress(stage, done, total);
  const outcome = await inSlices(run(read.value, options), tell, signal);
  if (outcome === "cancelled") return failed(excelIssue("cancelled"));
  if (outcome.kind === "refused")
    return { outcome: "refused", because: outcome.because, issues: outcome.issues, results: null };
  const { assessment } = outcome;
  const live = await inSlices(liveReport(read.value, assessment, options), tell, signal);
  if (live === "cancelled") return failed(excelIssue("cancelled"));
  const record = await readRecord();
  if (!record.ok) return failed(record.issue);
  const context = {
    messages: workbookMessages,
    choices: options,
    generatedAt: minuteText(now),
    version: product.version,
    live,
    past: { tab: record.value, date1904: read.value.date1904 },
  };
  const report = await inSlices(buildingReport(assessment, context), tell, signal);
  if (report === "cancelled") return failed(excelIssue("cancelled"));
  onProgress("write", 0, 1);
  const previous = await loadPrevious();
  if (!previous.ok) return failed(previous.issue);
  const result = JSON.stringify(toResult(assessment, texts));
  const written = await writeReport(report, previous.value, result, signal, () => onProgress("compare", 0, 1));
  if (written.kind === "failed") return failed(...written.issues);
  onProgress("write", 1, 1);
  return {
    outcome: "assessed",
    because: null,
    issues: [...assessment.issues, ...written.issues],
    results: {
      now: result,
      report,
      before: { result: previous.value?.result ?? null, report: previous.value?.report ?? null },
    },
  };
}

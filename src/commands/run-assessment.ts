import type { Issue } from "../core/issue";
import type { RunOptions } from "../core/outcome";
import { buildReport } from "../core/report/report";
import { formatsWanted } from "../core/ledger/formats";
import type { ResultTexts } from "../core/result";
import { toResult } from "../core/result";
import { run } from "../core/run";
import { readWorkbook } from "../excel/read-workbook";
import { loadPrevious } from "../excel/stored-run";
import { writeReport } from "../excel/write-report";
import { workbookMessages } from "../i18n/workbook";
import product from "../../package.json";
import { inSlices } from "./in-slices";
import type { OnProgress } from "./progress";

/** How a run on the open workbook ended; `because` says why it was refused. */
export interface RunEnd {
  readonly outcome: "assessed" | "refused" | "failed";
  readonly because: string | null;
  readonly issues: readonly Issue[];
}

function failed(...issues: readonly Issue[]): RunEnd {
  return { outcome: "failed", because: null, issues };
}

/** A time as the report states it, in the clerk's own time zone: `2021-12-31 17:05`. */
function minuteText(time: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/**
 * The whole run on the open workbook: read, compute, build the report, write it, leave the result. Nothing is written unless
 * everything before succeeded. `now` is the time that the report states; `texts` puts issues and
 * reasons into words.
 */
export async function runAssessment(
  options: RunOptions,
  now: Date,
  texts: ResultTexts,
  onProgress: OnProgress,
): Promise<RunEnd> {
  const read = await readWorkbook({ formatsWanted, onProgress: (done, total) => onProgress("read", done, total) });
  if (!read.ok) return failed(read.issue);
  const outcome = await inSlices(run(read.value, options), ({ stage, done, total }) => onProgress(stage, done, total));
  if (outcome.kind === "refused") return { outcome: "refused", because: outcome.because, issues: outcome.issues };
  const { assessment } = outcome;
  onProgress("write", 0, 1);
  const previous = await loadPrevious();
  if (!previous.ok) return failed(previous.issue);
  const report = buildReport(assessment, {
    messages: workbookMessages,
    generatedAt: minuteText(now),
    version: product.version,
  });
  const result = JSON.stringify(toResult(assessment, texts));
  const written = await writeReport(report, previous.value, result);
  if (written.kind === "failed") return failed(...written.issues);
  onProgress("write", 1, 1);
  return { outcome: "assessed", because: null, issues: [...assessment.issues, ...written.issues] };
}

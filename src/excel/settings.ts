import type { RunOptions } from "../core/outcome";
import type { Issue } from "../core/issue";
import { excelIssue } from "./excel-issue";
import { saveSettings } from "./save-settings";

/** One-shot options that a caller of the command leaves for it. */
const OPTIONS = "ronghe.options";
/** Where the command tells its caller how far it is and how it ended. */
const RUN = "ronghe.run";
/** The column mapping that the clerk has confirmed. */
export const MAPPING = "ronghe.mapping";

/** The settings that this module knows, for removing every trace. */
export const SETTINGS: readonly string[] = [OPTIONS, RUN, MAPPING];

/** What a caller may set for one run: the options of the computation and the language of messages. */
export interface CallerOptions {
  readonly options: RunOptions & { readonly formulas: "values" | "live" };
  readonly locale: "zh-CN" | "en-US" | null;
}

/** What the command tells its caller: the stage it is in, and at the end how it ended. */
export interface RunReport {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly outcome: "assessed" | "frozen" | "refused" | "failed" | null;
  /** Why it was refused: `period`, `option`, `scheme` or `nothing`, or `nothingToFreeze`; null otherwise. */
  readonly because: string | null;
  readonly issues: readonly ReportedIssue[];
}

/** An issue with its text, as the caller prints it. */
export interface ReportedIssue {
  readonly code: string;
  readonly severity: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly message: string;
}

function field(record: unknown, key: string): string | null {
  if (typeof record !== "object" || record === null) return null;
  const found: unknown = Object.entries(record).find(([name]) => name === key)?.[1];
  return typeof found === "string" ? found : null;
}

/** The options that a caller has left, and null where nobody has: then nobody waits for a report either. */
export function callerOptions(): CallerOptions | null {
  const left: unknown = Office.context.document.settings.get(OPTIONS);
  if (typeof left !== "object" || left === null) return null;
  const formula = field(left, "formula");
  const locale = field(left, "locale");
  return {
    options: {
      period: field(left, "period"),
      asOf: field(left, "asOf"),
      formula: formula === "standard" || formula === "wang2021" ? formula : null,
      formulas: field(left, "formulas") === "live" ? "live" : "values",
    },
    locale: locale === "zh-CN" || locale === "en-US" ? locale : null,
  };
}

/** The confirmed column mapping as text; null where there is none. */
export function readMapping(): string | null {
  const mapping: unknown = Office.context.document.settings.get(MAPPING);
  if (mapping === null || mapping === undefined) return null;
  return typeof mapping === "string" ? mapping : JSON.stringify(mapping);
}

/** Saves the settings; a refusal is told. */
async function save(): Promise<Issue | null> {
  const refusal = await saveSettings();
  return refusal === null ? null : excelIssue("settingsFailed", { message: refusal });
}

/** Tells the caller how far the run is. */
export function publishRun(report: RunReport): Promise<Issue | null> {
  Office.context.document.settings.set(RUN, report);
  return save();
}

/** Removes the one-shot options and leaves the caller the last report. */
export function endRun(report: RunReport): Promise<Issue | null> {
  Office.context.document.settings.remove(OPTIONS);
  return publishRun(report);
}

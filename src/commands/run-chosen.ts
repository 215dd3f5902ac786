import type { Choices } from "../core/choices";
import type { Issue, Place } from "../core/issue";
import type { ReportModel } from "../core/report/report-model";
import { findingCell } from "../core/summary/finding-place";
import { indicatorNames } from "../core/summary/indicator-names";
import { parseResult } from "../core/summary/past-result";
import { changesBetween, type ResultChanges } from "../core/summary/result-changes";
import { rulesFingerprint } from "../core/summary/rules-fingerprint";
import { summarise, type RunSummary, type SummaryFinding } from "../core/summary/run-summary";
import { excelIssue } from "../excel/excel-issue";
import { listTabs, type StandingTabName } from "../excel/list-tabs";
import { loadPrevious } from "../excel/stored-run";
import type { Locale } from "../i18n";
import { workbookMessages } from "../i18n/workbook";
import { exclusively } from "./exclusive";
import type { Watch } from "./look-at-workbook";
import { type RunResults, runAssessment } from "./run-assessment";
import { textsIn } from "./texts";

/** A red or yellow finding with its cell in 问题诊断; `null` where that tab is not there. */
export interface PlacedFinding extends SummaryFinding {
  readonly place: Place | null;
}

/** What the workbook holds of a run. */
export interface RunOverview {
  readonly summary: Omit<RunSummary, "findings">;
  readonly findings: readonly PlacedFinding[];
  /** The tabs as their sheets are called now. */
  readonly tabs: readonly StandingTabName[];
  /** 代码 → 指标; a code whose name the workbook does not hold is missing. */
  readonly indicatorNames: ReadonlyMap<string, string>;
}

/** How a run ended. `cancelled`: the issues say whether the workbook is as it was. */
export type ChosenRun =
  | {
      readonly kind: "assessed";
      readonly overview: RunOverview;
      /** Since the run before; `null` where there was none. */
      readonly changes: ResultChanges | null;
      readonly issues: readonly Issue[];
    }
  | { readonly kind: "refused"; readonly because: string | null; readonly issues: readonly Issue[] }
  | { readonly kind: "cancelled" | "failed"; readonly issues: readonly Issue[] };

/**
 * Assesses the open workbook as the clerk chose. Stages and counts are told to `onProgress`; aborting `signal` ends the run with
 * the workbook as it was. `locale` is the language of the messages in the stored result.
 */
export async function runChosen(choices: Choices, locale: Locale, { onProgress, signal }: Watch): Promise<ChosenRun> {
  const end = await exclusively(() => runAssessment(choices, new Date(), textsIn(locale), onProgress, signal));
  if (end === "underWay") return { kind: "failed", issues: [excelIssue("underWay")] };
  const { outcome, because, issues, results } = end;
  if (outcome === "refused") return { kind: "refused", because, issues };
  if (results === null) {
    const cancelled = issues.some(({ code }) => code === "cancelled");
    return { kind: cancelled ? "cancelled" : "failed", issues };
  }
  return ended(results, issues);
}

/** What changed since the run before; `null` where there was none, or it cannot be read. */
export function changesOf({ now, before, report }: RunResults): ResultChanges | null {
  const earlier = before.result === null ? null : parseResult(before.result);
  const current = parseResult(now);
  if (earlier === null || current === null) return null;
  const { rules } = workbookMessages.method.labels;
  return changesBetween(earlier, current, {
    before: rulesFingerprint(before.report, rules),
    now: rulesFingerprint(report, rules),
  });
}

async function ended(results: RunResults, issues: readonly Issue[]): Promise<ChosenRun> {
  const tabs = await listTabs();
  const overview = overviewOf(results.now, results.report, tabs.ok ? tabs.value : []);
  if (overview === null) throw new Error("the run's own result cannot be read");
  return {
    kind: "assessed",
    overview,
    changes: changesOf(results),
    issues: tabs.ok ? issues : [...issues, tabs.issue],
  };
}

/** What the last run left in this workbook, without running anything; `null` where there is none or it cannot be read. */
export async function lastRun(): Promise<RunOverview | null> {
  const stored = await loadPrevious();
  if (!stored.ok || stored.value?.result == null) return null;
  const tabs = await listTabs();
  return overviewOf(stored.value.result, stored.value.report, tabs.ok ? tabs.value : []);
}

function overviewOf(result: string, report: ReportModel | null, tabs: readonly StandingTabName[]): RunOverview | null {
  const past = parseResult(result);
  if (past === null) return null;
  const { findings, ...summary } = summarise(past);
  const sheet = tabs.find(({ key }) => key === "diagnosis")?.name ?? null;
  const placeOf = (finding: SummaryFinding): Place | null => {
    const cell = report === null ? null : findingCell(report, finding);
    return cell === null || sheet === null ? null : { sheet, cell };
  };
  const codes = new Set(past.branches.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
  return {
    summary,
    tabs,
    findings: findings.map((finding) => ({ ...finding, place: placeOf(finding) })),
    indicatorNames: report === null ? new Map() : indicatorNames(report, codes),
  };
}

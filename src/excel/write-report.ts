import type { Issue } from "../core/issue";
import type { ReportModel, ReportTab } from "../core/report/report-model";
import { asInput } from "./cell-input";
import { compareFormulas, settledIssues } from "./check-formulas";
import { earlierTab } from "./earlier-tab";
import { excelIssue } from "./excel-issue";
import type { Preparation } from "./keep-own";
import { keepOwn } from "./keep-own";
import { BYTES_PER_CALL } from "./payload";
import { putBack } from "./put-back";
import { runExcel } from "./run-excel";
import { isAborted, send } from "./send";
import type { StoredRun } from "./stored-run";
import { queueStore, storedXml } from "./stored-run";
import type { Survey } from "./survey";
import { obstacles, surveyWorkbook, tabNames } from "./survey";
import { markCopy, markTab } from "./tabs";
import { theme } from "./theme";
import { nextTurn } from "./turns";
import { validateReport } from "./validate-report";
import type { StandingChart } from "./write-chart";
import { writeChart } from "./write-chart";
import type { Steps } from "./write-tab";
import { clearTab, NOTHING_OWN, writeTab } from "./write-tab";

/**
 * How writing ended. `written`: the tabs and the result are in the workbook; issues may ask for a look. `failed`: they are
 * not; the issues say why, and whether the workbook is as it was before.
 */
export interface WriteResult {
  readonly kind: "written" | "failed";
  readonly issues: readonly Issue[];
}

/** Brings the charts of a tab in line with `wanted`; `ours` names those that an earlier run drew. */
function* writeCharts(
  sheetOf: (tabName: string) => Excel.Worksheet,
  tab: ReportTab,
  standing: readonly StandingChart[],
  ours: ReadonlySet<string>,
): Steps {
  const sheet = sheetOf(tab.name);
  for (const { name } of standing) {
    if (ours.has(name) && !tab.charts.some((chart) => chart.name === name)) sheet.charts.getItem(name).delete();
  }
  for (const chart of tab.charts) {
    yield* writeChart(sheet, sheetOf(chart.sheet), chart, standing.find(({ name }) => name === chart.name) ?? null);
  }
}

function chartNames(tab: ReportTab | null): ReadonlySet<string> {
  return new Set(tab?.charts.map(({ name }) => name) ?? []);
}

/** All tabs: the missing ones added, the others written anew in place; charts when all is there. */
function* writeTabs(
  sheets: Map<string, Excel.Worksheet>,
  context: Excel.RequestContext,
  { model, renewals, staleLines }: Preparation,
  previous: ReportModel | null,
  survey: Survey,
): Steps {
  const names = tabNames(model.tabs, survey);
  const manner = { theme: theme(model.look), names };
  const { worksheets } = context.workbook;
  const order = survey.sheets.map(({ id }) => id);
  let above: string | null = null;
  for (const tab of model.tabs) {
    const standing = renewals.get(tab.key)?.standing;
    if (standing !== undefined) {
      sheets.set(tab.name, worksheets.getItem(standing.id));
      above = standing.id;
      continue;
    }
    const sheet = worksheets.add(tab.name);
    markTab(sheet, tab.key, tab.name);
    sheets.set(tab.name, sheet);
    const place = above === null ? order.length : order.indexOf(above) + 1;
    // A tab that this run makes for the first time stands behind the one that it follows in the report.
    if (place < order.length) sheet.position = place;
    order.splice(place, 0, tab.name);
    above = tab.name;
  }
  const sheetOf = (name: string) => sheets.get(name) ?? worksheets.getItem(names.get(name) ?? name);
  for (const tab of model.tabs) {
    const renewal = renewals.get(tab.key);
    const sheet = sheetOf(tab.name);
    if (renewal !== undefined) {
      const before = earlierTab(previous, tab.key);
      yield* clearTab(sheet, renewal.cleared, before === null ? [tab] : [tab, before.tab]);
      for (const { row, column } of renewal.vacated) {
        sheet.getCell(row, column).clear("Contents");
        yield BYTES_PER_CALL;
      }
    }
    yield* writeTab(sheet, tab, manner, renewal?.own ?? NOTHING_OWN);
  }
  for (const tab of model.tabs) {
    const charts = renewals.get(tab.key)?.standing.charts ?? [];
    yield* writeCharts(sheetOf, tab, charts, chartNames(earlierTab(previous, tab.key)?.tab ?? null));
  }
  for (const id of survey.copies) {
    markCopy(worksheets.getItem(id));
    yield BYTES_PER_CALL;
  }
  for (const { id, row, column, to } of staleLines) {
    worksheets.getItem(id).getCell(row, column).formulas = [[asInput(to)]];
    yield BYTES_PER_CALL;
  }
}

/** What to say after a failure: whether the workbook is as it was before. */
async function undo(prepared: Preparation, stored: StoredRun | null, survey: Survey): Promise<Issue> {
  const restored = await runExcel((context) => putBack(context, prepared, stored, survey));
  const names = (tabs: readonly string[]) => tabs.join("、");
  if (!restored.ok) {
    return excelIssue("restoreFailed", { tabs: names([...tabNames(prepared.model.tabs, survey).values()]) });
  }
  const bare = [...prepared.renewals.values()].filter(({ canBePutBack }) => !canBePutBack);
  return bare.length > 0
    ? excelIssue("restoredContents", { tabs: names(bare.map(({ standing }) => standing.name)) })
    : excelIssue("restored");
}

/**
 * Writes a report and the result that it shows (JSON text) into the workbook. Everything is checked before the first cell is
 * written; tabs of earlier runs are found by their marks and written anew in place, with what the clerk wrote on them; sheets of hers
 * are never touched, tabs that this run does not make stay and say so.
 * If anything fails on the way, or `signal` is aborted before all is written, what this run changed is put back. Ends on the
 * first tab. `onWait` hears once all is written, where formulas are waited for; aborting `signal` then ends the wait alone.
 */
export async function writeReport(
  model: ReportModel,
  stored: StoredRun | null,
  result: string,
  signal: AbortSignal | null = null,
  onWait: () => void = () => undefined,
): Promise<WriteResult> {
  // What looks at every cell of the report has a turn of its own each time.
  await nextTurn();
  const invalid = validateReport(model);
  if (invalid.length > 0) return { kind: "failed", issues: invalid };
  const previous = stored?.report ?? null;
  const surveyed = await runExcel((context) => surveyWorkbook(context, model, previous));
  if (!surveyed.ok) return { kind: "failed", issues: [surveyed.issue] };
  const survey = surveyed.value;
  const blocked = obstacles(model, survey);
  if (blocked.length > 0) return { kind: "failed", issues: blocked };
  await nextTurn();
  const prepared = await keepOwn(model, previous, survey);
  if (!prepared.ok) return { kind: "failed", issues: [prepared.issue] };
  const { model: kept, issues: told } = prepared.value;
  await nextTurn();
  const unwritable = validateReport(kept);
  if (unwritable.length > 0) return { kind: "failed", issues: unwritable };
  await nextTurn();
  const xml = await storedXml(result, kept);
  const names = tabNames(model.tabs, survey);
  await nextTurn();
  if (isAborted(signal)) return { kind: "failed", issues: [excelIssue("cancelled")] };
  const written = await runExcel(async (context) => {
    const sheets = new Map<string, Excel.Worksheet>();
    await send(context, writeTabs(sheets, context, prepared.value, previous, survey), signal);
    if (isAborted(signal)) return null;
    const check = await compareFormulas(context, kept, names);
    if (isAborted(signal)) return null;
    const first = model.tabs[0];
    const hidden = survey.standing.some(({ key, visible }) => key === first?.key && !visible);
    await nextTurn();
    if (first !== undefined && !hidden) sheets.get(first.name)?.activate();
    queueStore(context, stored?.partId ?? null, xml);
    await context.sync();
    return check;
  });
  if (written.ok && written.value !== null) {
    if (!written.value.settled) onWait();
    return { kind: "written", issues: [...told, ...(await settledIssues(written.value, kept, names, signal))] };
  }
  const why = written.ok ? excelIssue("cancelled") : written.issue;
  return { kind: "failed", issues: [why, await undo(prepared.value, stored, survey)] };
}

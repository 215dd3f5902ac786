import type { Area } from "../core/grid";
import type { Issue } from "../core/issue";
import type { ReportModel, ReportTab } from "../core/report/report-model";
import { compareFormulas, settledIssues } from "./check-formulas";
import { excelIssue } from "./excel-issue";
import { runExcel } from "./run-excel";
import { isAborted, send } from "./send";
import { sameSheetName } from "./sheet-names";
import type { StoredRun } from "./stored-run";
import { queueRestore, queueStore, storedParts, storedXml } from "./stored-run";
import type { StandingTab, Survey } from "./survey";
import { loadCharts, obstacles, standingCharts, surveyWorkbook, tabNames } from "./survey";
import { tabGrid } from "./tab-grid";
import { markTab } from "./tabs";
import { nextTurn } from "./turns";
import { validateReport } from "./validate-report";
import type { StandingChart } from "./write-chart";
import { writeChart } from "./write-chart";
import type { Inputs, Steps } from "./write-tab";
import { clearTab, writeInputs, writeTab } from "./write-tab";

/**
 * How writing ended. `written`: the tabs and the result are in the workbook; issues may ask for a look. `failed`: they are
 * not; the issues say why, and whether the workbook is as it was before.
 */
export interface WriteResult {
  readonly kind: "written" | "failed";
  readonly issues: readonly Issue[];
}

/** The area from A1 that covers everything given. */
function extent(areas: readonly (Area | null)[]): Area {
  const reach = (end: (area: Area) => number) => Math.max(1, ...areas.map((area) => (area === null ? 0 : end(area))));
  return {
    row: 0,
    column: 0,
    rowCount: reach(({ row, rowCount }) => row + rowCount),
    columnCount: reach(({ column, columnCount }) => column + columnCount),
  };
}

function areaOfTab(tab: ReportTab): Area {
  const { rowCount, columnCount } = tabGrid(tab);
  return { row: 0, column: 0, rowCount, columnCount };
}

/** The tab of that key in an earlier report. */
function tabOf(report: ReportModel | null, key: string): ReportTab | null {
  return report?.tabs.find((tab) => tab.key === key) ?? null;
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

/** All tabs: the missing ones added after the clerk's sheets, the others written anew in place; charts when all is there. */
function* writeTabs(
  sheets: Map<string, Excel.Worksheet>,
  context: Excel.RequestContext,
  model: ReportModel,
  previous: ReportModel | null,
  survey: Survey,
): Steps {
  const names = tabNames(model.tabs, survey);
  const standingOf = (tab: ReportTab) => survey.standing.find(({ key }) => key === tab.key);
  for (const tab of model.tabs) {
    const standing = standingOf(tab);
    const worksheets = context.workbook.worksheets;
    if (standing !== undefined) {
      sheets.set(tab.name, worksheets.getItem(standing.id));
      continue;
    }
    const sheet = worksheets.add(tab.name);
    markTab(sheet, tab.key);
    sheets.set(tab.name, sheet);
  }
  const sheetOf = (name: string) => sheets.get(name) ?? context.workbook.worksheets.getItem(names.get(name) ?? name);
  for (const tab of model.tabs) {
    const standing = standingOf(tab);
    const before = tabOf(previous, tab.key);
    if (standing !== undefined) {
      yield* clearTab(sheetOf(tab.name), extent([standing.area, before === null ? null : areaOfTab(before)]));
    }
    yield* writeTab(sheetOf(tab.name), tab, names);
  }
  for (const tab of model.tabs) {
    yield* writeCharts(sheetOf, tab, standingOf(tab)?.charts ?? [], chartNames(tabOf(previous, tab.key)));
  }
}

/** What stood in a tab, as a rectangle from A1. */
function standingInputs({ area, inputs }: StandingTab, whole: Area): Inputs {
  return Array.from({ length: whole.rowCount }, (_, row) =>
    Array.from({ length: whole.columnCount }, (__, column) => {
      const standing = area === null ? undefined : inputs[row - area.row]?.[column - area.column];
      return standing === undefined ? "" : standing;
    }),
  );
}

/**
 * Deletes the tabs that this run made, brings those that it wrote anew back to the last report and their contents, and the
 * stored run back to the last one: a request may have failed after it was carried out.
 */
async function putBack(
  context: Excel.RequestContext,
  model: ReportModel,
  stored: StoredRun | null,
  survey: Survey,
): Promise<void> {
  const worksheets = context.workbook.worksheets;
  worksheets.load("items/id, items/name");
  const standing = survey.standing.map((tab) => ({ tab, charts: loadCharts(worksheets.getItem(tab.id)) }));
  const parts = storedParts(context);
  await context.sync();
  queueRestore(parts, stored);
  const made = worksheets.items.filter(
    ({ id, name }) =>
      !survey.sheets.some((sheet) => sheet.id === id) && model.tabs.some((tab) => sameSheetName(tab.name, name)),
  );
  for (const sheet of made) sheet.delete();
  await send(context, restoreTabs(context, model, stored?.report ?? null, survey, standing), null);
}

function* restoreTabs(
  context: Excel.RequestContext,
  model: ReportModel,
  previous: ReportModel | null,
  survey: Survey,
  standing: readonly { readonly tab: StandingTab; readonly charts: Excel.ChartCollection }[],
): Steps {
  const worksheets = context.workbook.worksheets;
  const earlier = previous?.tabs ?? [];
  const names = tabNames(earlier, survey);
  const sheetOf = (name: string) => {
    const key = earlier.find((tab) => tab.name === name)?.key;
    const id = survey.standing.find((tab) => tab.key === key)?.id;
    return worksheets.getItem(id ?? names.get(name) ?? name);
  };
  for (const { tab } of standing) {
    const before = tabOf(previous, tab.key);
    const wanted = tabOf(model, tab.key);
    const touched = extent([tab.area, ...[before, wanted].map((each) => (each === null ? null : areaOfTab(each)))]);
    const sheet = worksheets.getItem(tab.id);
    const inputs = standingInputs(tab, touched);
    if (before === null) yield* writeInputs(sheet, inputs);
    else {
      yield* clearTab(sheet, touched);
      yield* writeTab(sheet, before, names, inputs);
    }
  }
  for (const { tab, charts } of standing) {
    const before = tabOf(previous, tab.key);
    const now = standingCharts(charts);
    const sheet = worksheets.getItem(tab.id);
    for (const { name } of now) {
      if (!tab.charts.some((chart) => chart.name === name)) sheet.charts.getItem(name).delete();
    }
    for (const chart of before?.charts ?? []) {
      if (!tab.charts.some(({ name }) => name === chart.name)) continue;
      yield* writeChart(sheet, sheetOf(chart.sheet), chart, now.find(({ name }) => name === chart.name) ?? null);
    }
  }
}

/** What to say after a failure: whether the workbook is as it was before. */
async function undo(model: ReportModel, stored: StoredRun | null, survey: Survey): Promise<Issue> {
  const restored = await runExcel((context) => putBack(context, model, stored, survey));
  const names = (tabs: readonly string[]) => tabs.join("、");
  if (!restored.ok) {
    return excelIssue("restoreFailed", { tabs: names([...tabNames(model.tabs, survey).values()]) });
  }
  const bare = survey.standing.filter(({ key }) => tabOf(stored?.report ?? null, key) === null);
  return bare.length > 0
    ? excelIssue("restoredContents", { tabs: names(bare.map(({ name }) => name)) })
    : excelIssue("restored");
}

/**
 * Writes a report and the result that it shows (JSON text) into the workbook. Everything is checked before the first cell is
 * written; tabs of earlier runs are found by their marks and written anew in place; sheets of the clerk's are never touched.
 * If anything fails on the way, or `signal` is aborted before all is written, what this run changed is put back. Ends on the
 * first tab.
 */
export async function writeReport(
  model: ReportModel,
  stored: StoredRun | null,
  result: string,
  signal: AbortSignal | null = null,
): Promise<WriteResult> {
  const invalid = validateReport(model);
  if (invalid.length > 0) return { kind: "failed", issues: invalid };
  const surveyed = await runExcel((context) => surveyWorkbook(context, model));
  if (!surveyed.ok) return { kind: "failed", issues: [surveyed.issue] };
  const survey = surveyed.value;
  const blocked = obstacles(model, survey);
  if (blocked.length > 0) return { kind: "failed", issues: blocked };
  const previous = stored?.report ?? null;
  const xml = storedXml(result, model);
  const names = tabNames(model.tabs, survey);
  await nextTurn();
  if (isAborted(signal)) return { kind: "failed", issues: [excelIssue("cancelled")] };
  const written = await runExcel(async (context) => {
    const sheets = new Map<string, Excel.Worksheet>();
    await send(context, writeTabs(sheets, context, model, previous, survey), signal);
    if (isAborted(signal)) return null;
    const check = await compareFormulas(context, model, names);
    if (isAborted(signal)) return null;
    const first = model.tabs[0];
    const hidden = survey.standing.some(({ key, visible }) => key === first?.key && !visible);
    if (first !== undefined && !hidden) sheets.get(first.name)?.activate();
    queueStore(context, stored?.partId ?? null, xml);
    await context.sync();
    return check;
  });
  if (written.ok && written.value !== null) {
    return { kind: "written", issues: await settledIssues(written.value, model, names, signal) };
  }
  const why = written.ok ? excelIssue("cancelled") : written.issue;
  return { kind: "failed", issues: [why, await undo(model, stored, survey)] };
}

import type { Area } from "../core/grid";
import type { ReportModel } from "../core/report/report-model";
import { asInput } from "./cell-input";
import { earlierTab } from "./earlier-tab";
import type { Preparation, Renewal } from "./keep-own";
import { areaOfTab, extent } from "./keep-own";
import { BYTES_PER_CALL } from "./payload";
import { send } from "./send";
import { sameSheetName } from "./sheet-names";
import type { StoredRun } from "./stored-run";
import { queueRestore, storedParts } from "./stored-run";
import type { StandingTab, Survey } from "./survey";
import { loadCharts, standingCharts, tabNames } from "./survey";
import { theme } from "./theme";
import { writeChart } from "./write-chart";
import type { Inputs, Steps } from "./write-tab";
import { clearTab, writeInputs, writeTab } from "./write-tab";

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
export async function putBack(
  context: Excel.RequestContext,
  prepared: Preparation,
  stored: StoredRun | null,
  survey: Survey,
): Promise<void> {
  const worksheets = context.workbook.worksheets;
  worksheets.load("items/id, items/name");
  const renewals = [...prepared.renewals.values()].map((renewal) => ({
    renewal,
    charts: loadCharts(worksheets.getItem(renewal.standing.id)),
  }));
  const parts = storedParts(context);
  await context.sync();
  queueRestore(parts, stored);
  const made = worksheets.items.filter(
    ({ id, name }) =>
      !survey.sheets.some((sheet) => sheet.id === id) &&
      prepared.model.tabs.some((tab) => sameSheetName(tab.name, name)),
  );
  for (const sheet of made) sheet.delete();
  await send(context, restoreTabs(context, prepared, stored?.report ?? null, survey, renewals), null);
}

function* restoreTabs(
  context: Excel.RequestContext,
  { model, staleLines }: Preparation,
  previous: ReportModel | null,
  survey: Survey,
  renewals: readonly { readonly renewal: Renewal; readonly charts: Excel.ChartCollection }[],
): Steps {
  const worksheets = context.workbook.worksheets;
  const earlier = [...(previous?.tabs ?? []), ...(previous?.left ?? []).map(({ tab }) => tab)];
  const names = tabNames(earlier, survey);
  const sheetOf = (name: string) => {
    const key = earlier.find((tab) => tab.name === name)?.key;
    const id = survey.standing.find((tab) => tab.key === key)?.id;
    return worksheets.getItem(id ?? names.get(name) ?? name);
  };
  for (const { renewal } of renewals) {
    const { standing, cleared, patterns } = renewal;
    const before = earlierTab(previous, standing.key);
    const wanted = model.tabs.find((tab) => tab.key === standing.key) ?? null;
    const touched = extent([standing.area, ...[before?.tab ?? null, wanted].map((tab) => tab && areaOfTab(tab))]);
    const sheet = worksheets.getItem(standing.id);
    const inputs = standingInputs(standing, touched);
    if (before === null) yield* writeInputs(sheet, inputs);
    else {
      yield* clearTab(sheet, cleared, wanted === null ? [before.tab] : [before.tab, wanted]);
      const { widths, printArea } = standing;
      yield* writeTab(sheet, before.tab, { theme: theme(before.look), names }, { inputs, widths, printArea });
    }
    for (const { row, column, pattern } of patterns) {
      sheet.getCell(row, column).numberFormat = [[pattern]];
      yield BYTES_PER_CALL;
    }
  }
  for (const { renewal, charts } of renewals) {
    const { standing } = renewal;
    const before = earlierTab(previous, standing.key)?.tab ?? null;
    const now = standingCharts(charts);
    const sheet = worksheets.getItem(standing.id);
    for (const { name } of now) {
      if (!standing.charts.some((chart) => chart.name === name)) sheet.charts.getItem(name).delete();
    }
    for (const chart of before?.charts ?? []) {
      if (!standing.charts.some(({ name }) => name === chart.name)) continue;
      yield* writeChart(sheet, sheetOf(chart.sheet), chart, now.find(({ name }) => name === chart.name) ?? null);
    }
  }
  for (const { id, row, column, from } of staleLines) {
    worksheets.getItem(id).getCell(row, column).formulas = [[asInput(from)]];
    yield BYTES_PER_CALL;
  }
}

import type { Area } from "../core/grid";
import type { Issue } from "../core/issue";
import type { ReportModel, ReportTab } from "../core/report/report-model";
import { asInputAgain } from "./cell-input";
import { excelIssue } from "./excel-issue";
import { readSpills } from "./formula-spills";
import { readAreas } from "./read-areas";
import { sameSheetName } from "./sheet-names";
import type { TabNames } from "./sheet-names";
import { listSheets } from "./tabs";
import type { StandingChart } from "./write-chart";
import type { Inputs } from "./write-tab";

/** A tab of the report that an earlier run wrote, as it stands now. */
export interface StandingTab {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  readonly isProtected: boolean;
  /** Used range, null where it is empty, and what would have to be entered to get its contents again. */
  readonly area: Area | null;
  readonly inputs: Inputs;
  readonly charts: readonly StandingChart[];
}

/** The workbook as a run finds it before writing. */
export interface Survey {
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  readonly standing: readonly StandingTab[];
}

/** Charts of a sheet with the number of their series; read `standingCharts` after the next sync. */
export function loadCharts(sheet: Excel.Worksheet): Excel.ChartCollection {
  const charts = sheet.charts;
  charts.load("items/name, items/series/count");
  return charts;
}

/** What `loadCharts` asked for. */
export function standingCharts(charts: Excel.ChartCollection): StandingChart[] {
  return charts.items.map((chart) => ({ name: chart.name, seriesCount: chart.series.count }));
}

/** Looks at all sheets, and at the contents of those that earlier runs wrote. */
export async function surveyWorkbook(context: Excel.RequestContext, model: ReportModel): Promise<Survey> {
  const sheets = await listSheets(context, (sheet) => {
    const { protection } = sheet;
    protection.load("protected");
    return protection;
  });
  const own = model.tabs.flatMap((tab) => {
    const marked = sheets.filter(({ tabKey }) => tabKey === tab.key);
    const handle = marked.find(({ name }) => name === tab.name) ?? marked[0];
    if (handle === undefined) return [];
    const used = handle.sheet.getUsedRangeOrNullObject(false);
    used.load("rowIndex, columnIndex, rowCount, columnCount");
    return [{ key: tab.key, handle, used, charts: loadCharts(handle.sheet) }];
  });
  const survey = { sheets: sheets.map(({ id, name }) => ({ id, name })) };
  if (own.length === 0) return { ...survey, standing: [] };
  await context.sync();
  const placed = own.map((tab) => ({
    ...tab,
    area: tab.used.isNullObject
      ? null
      : {
          row: tab.used.rowIndex,
          column: tab.used.columnIndex,
          rowCount: tab.used.rowCount,
          columnCount: tab.used.columnCount,
        },
  }));
  const sources = placed.flatMap(({ handle, area }) => (area === null ? [] : [{ sheet: handle.sheet, area }]));
  const formulas = await readAreas(context, sources, "formulas");
  const values = await readAreas(context, sources, "values");
  const spills = await readSpills(
    context,
    sources.map((source, index) => ({ ...source, formulas: formulas[index] ?? [] })),
  );
  const contents = (area: Area | null): Inputs => {
    const index = sources.findIndex((source) => source.area === area);
    const { isFilled, isAnchor } = spills[index] ?? { isFilled: () => false, isAnchor: () => false };
    return (formulas[index] ?? []).map((row, i) =>
      row.map((formula, j) => {
        const at = [i + (area?.row ?? 0), j + (area?.column ?? 0)] as const;
        return isFilled(...at) && !isAnchor(...at) ? null : asInputAgain(formula, values[index]?.[i]?.[j] ?? null);
      }),
    );
  };
  return {
    ...survey,
    standing: placed.map(({ key, handle, area, charts }) => ({
      key,
      id: handle.id,
      name: handle.name,
      visible: handle.visible,
      isProtected: handle.more.protected,
      area,
      inputs: contents(area),
      charts: standingCharts(charts),
    })),
  };
}

/** Why the report cannot be written here: a sheet of the clerk's has a tab's name, or one of the tabs is protected. */
export function obstacles(model: ReportModel, survey: Survey): Issue[] {
  return model.tabs.flatMap((tab) => {
    const standing = survey.standing.find(({ key }) => key === tab.key);
    if (standing !== undefined) return standing.isProtected ? [excelIssue("tabProtected", { tab: standing.name })] : [];
    const taken = survey.sheets.find(({ name }) => sameSheetName(name, tab.name));
    return taken === undefined ? [] : [excelIssue("tabTaken", { tab: taken.name })];
  });
}

/** What the sheet of each tab is called: a renamed tab keeps the clerk's name for it. */
export function tabNames(tabs: readonly ReportTab[], survey: Survey): TabNames {
  return new Map(
    tabs.map((tab) => [tab.name, survey.standing.find(({ key }) => key === tab.key)?.name ?? tab.name] as const),
  );
}

import type { Area, CellValue } from "../core/grid";
import type { Issue } from "../core/issue";
import type { StandingCells } from "../core/report/find-entries";
import type { ReportModel, ReportTab } from "../core/report/report-model";
import { asInputAgain, isFormula } from "./cell-input";
import { cellsAt } from "./cells-at";
import { earlierTab } from "./earlier-tab";
import { excelIssue } from "./excel-issue";
import { readSpills } from "./formula-spills";
import { readAreas } from "./read-areas";
import { sameSheetName } from "./sheet-names";
import type { TabNames } from "./sheet-names";
import { listSheets } from "./tabs";
import { turns } from "./turns";
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
  /** The same from A1 on, as it is read. */
  readonly cells: StandingCells;
  /** Width in points of each column that the tab had or is to have. */
  readonly widths: readonly number[];
  /** Address of what is printed; null where everything is. */
  readonly printArea: string | null;
  readonly charts: readonly StandingChart[];
}

/** A tab of an earlier run that the report does not have. */
export interface AbandonedTab {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly isProtected: boolean;
  /** What stands in the place of its subtitle; null where that is not known. */
  readonly subtitle: { readonly row: number; readonly column: number; readonly shown: CellValue } | null;
}

/** The workbook as a run finds it before writing. */
export interface Survey {
  /** Whether sheets can be neither added nor deleted. */
  readonly isStructureProtected: boolean;
  readonly sheets: readonly { readonly id: string; readonly name: string }[];
  readonly standing: readonly StandingTab[];
  readonly abandoned: readonly AbandonedTab[];
  /** Ids of the clerk's sheets that she copied from a tab and did not protect. */
  readonly copies: readonly string[];
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

/** The place of a tab's subtitle; null where it has none. */
function subtitlePlace(tab: ReportTab | null): { readonly row: number; readonly column: number } | null {
  const row = tab?.rows.findIndex(({ cells }) => cells.some((cell) => cell?.role === "subtitle")) ?? -1;
  const column = tab?.rows[row]?.cells.findIndex((cell) => cell?.role === "subtitle") ?? -1;
  return column < 0 ? null : { row, column };
}

/** A tab that the report does not have, with the cell of its subtitle. */
interface Other {
  readonly key: string;
  readonly handle: { readonly id: string; readonly name: string; readonly more: Excel.WorksheetProtection };
  readonly subtitle: { readonly row: number; readonly column: number; readonly cell: Excel.Range } | null;
}

/** The address of a print area without the names of sheets: `A1:F20`, or several with commas between. */
function bareAddress(address: string): string {
  return address.replace(/(?:'(?:[^']|'')*'|[^,!']+)!/gu, "").replace(/\s/gu, "");
}

/** The columns and the print area of a tab, loaded. */
interface Layout {
  readonly columns: readonly Excel.RangeFormat[];
  readonly area: Excel.RangeAreas;
}

/** Queues what has to be known of a tab's columns and print area; read by `layoutOf` after the next sync. */
function loadLayout(sheet: Excel.Worksheet, columnCount: number): Layout {
  const columns = Array.from({ length: columnCount }, (_, column) => {
    const { format } = cellsAt(sheet, { row: 0, column, rowCount: 1, columnCount: 1 });
    format.load("columnWidth");
    return format;
  });
  const area = sheet.pageLayout.getPrintAreaOrNullObject();
  area.load("address");
  return { columns, area };
}

/** What `loadLayout` asked for. */
function layoutOf({ columns, area }: Layout): Pick<StandingTab, "widths" | "printArea"> {
  return {
    widths: columns.map(({ columnWidth }) => columnWidth),
    printArea: area.isNullObject ? null : bareAddress(area.address),
  };
}

/** The one value of a cell that was read. */
function valueOf({ values }: Excel.Range): CellValue {
  const read: readonly (readonly CellValue[])[] = values;
  return read[0]?.[0] ?? null;
}

/** Looks at all sheets, and at the contents of those that earlier runs wrote; `previous` is the last report, where it is known. */
export async function surveyWorkbook(
  context: Excel.RequestContext,
  model: ReportModel,
  previous: ReportModel | null,
): Promise<Survey> {
  const structure = context.workbook.protection;
  structure.load("protected");
  const sheets = await listSheets(context, (sheet) => {
    const { protection } = sheet;
    protection.load("protected");
    return protection;
  });
  const own = model.tabs.flatMap((tab) => {
    const handle = sheets.find(({ tabKey }) => tabKey === tab.key);
    if (handle === undefined) return [];
    const used = handle.sheet.getUsedRangeOrNullObject(false);
    used.load("rowIndex, columnIndex, rowCount, columnCount");
    const columnCount = Math.max(tab.widths.length, earlierTab(previous, tab.key)?.tab.widths.length ?? 0);
    return [
      { key: tab.key, handle, used, charts: loadCharts(handle.sheet), layout: loadLayout(handle.sheet, columnCount) },
    ];
  });
  const others = sheets.flatMap((handle): Other[] => {
    const { tabKey: key } = handle;
    if (key === null || model.tabs.some((tab) => tab.key === key)) return [];
    const place = subtitlePlace(earlierTab(previous, key)?.tab ?? null);
    if (place === null) return [{ key, handle, subtitle: null }];
    const cell = handle.sheet.getCell(place.row, place.column);
    cell.load("values");
    return [{ key, handle, subtitle: { ...place, cell } }];
  });
  const survey = {
    isStructureProtected: structure.protected,
    sheets: sheets.map(({ id, name }) => ({ id, name })),
    copies: sheets.flatMap(({ id, isCopy, more }) => (isCopy && !more.protected ? [id] : [])),
  };
  if (own.length === 0 && others.length === 0) return { ...survey, standing: [], abandoned: [] };
  await context.sync();
  const abandoned = others.map(({ key, handle, subtitle }): AbandonedTab => ({
    key,
    id: handle.id,
    name: handle.name,
    isProtected: handle.more.protected,
    subtitle: subtitle === null ? null : { row: subtitle.row, column: subtitle.column, shown: valueOf(subtitle.cell) },
  }));
  if (own.length === 0) return { ...survey, standing: [], abandoned };
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
  const cellsOf = (area: Area | null): StandingCells => {
    const index = sources.findIndex((source) => source.area === area);
    const { isFilled, isAnchor } = spills[index] ?? { isFilled: () => false, isAnchor: () => false };
    const {
      row: top,
      column: left,
      rowCount,
      columnCount,
    } = area ?? { row: 0, column: 0, rowCount: 0, columnCount: 0 };
    const read = <T>(cellOf: (value: CellValue, formula: CellValue) => T): (T | null)[][] =>
      Array.from({ length: top + rowCount }, (_, row) =>
        Array.from({ length: left + columnCount }, (__, column) =>
          row < top || column < left || (isFilled(row, column) && !isAnchor(row, column))
            ? null
            : cellOf(
                values[index]?.[row - top]?.[column - left] ?? null,
                formulas[index]?.[row - top]?.[column - left] ?? null,
              ),
        ),
      );
    return {
      values: read((value) => value),
      formulas: read((value, formula) => (isFormula(formula, value) ? formula : null)),
    };
  };
  const turn = turns();
  const standing: StandingTab[] = [];
  for (const { key, handle, area, charts, layout } of placed) {
    standing.push({
      key,
      id: handle.id,
      name: handle.name,
      visible: handle.visible,
      isProtected: handle.more.protected,
      area,
      inputs: contents(area),
      cells: cellsOf(area),
      ...layoutOf(layout),
      charts: standingCharts(charts),
    });
    if (turn.isOver()) await turn.next();
  }
  return { ...survey, abandoned, standing };
}

/**
 * Why the report cannot be written here: a sheet of the clerk's has a tab's name, one of the tabs is protected, or tabs would have to be
 * added to a workbook whose structure is protected.
 */
export function obstacles(model: ReportModel, survey: Survey): Issue[] {
  const standingOf = (tab: ReportTab) => survey.standing.find(({ key }) => key === tab.key);
  const missing = model.tabs.filter((tab) => standingOf(tab) === undefined).map(({ name }) => name);
  if (survey.isStructureProtected && missing.length > 0)
    return [excelIssue("structureProtected", { tabs: missing.join("、") })];
  return model.tabs.flatMap((tab) => {
    const standing = standingOf(tab);
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

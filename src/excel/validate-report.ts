import type { Area } from "../core/grid";
import { areaName, cellName } from "../core/grid";
import type { Issue } from "../core/issue";
import { TALLEST_ROW } from "../core/report/paper";
import type { ReportChart, ReportModel, ReportTab } from "../core/report/report-model";
import { excelIssue } from "./excel-issue";
import { isSheetName, sameSheetName } from "./sheet-names";

/** Excel's limits, and the size beyond which a tab is no page any more. */
const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 8_192;
const WIDEST_COLUMN = 255;
const MOST_COLUMNS = 16_384;
const MOST_CELLS = 2_000_000;

/** What is wrong with a report; `rule` names it in the issue. */
type Rule =
  | "noTabs"
  | "keyTwice"
  | "nameIllegal"
  | "nameTwice"
  | "tooManyCells"
  | "rowHeight"
  | "columnWidth"
  | "textTooLong"
  | "notFinite"
  | "noFormula"
  | "formulaTooLong"
  | "spillOutside"
  | "spillOccupied"
  | "notSpilled"
  | "mergeOutside"
  | "mergesOverlap"
  | "scaleOutside"
  | "frozenOutside"
  | "chartTwice"
  | "chartSheet"
  | "chartOutside"
  | "chartLengths"
  | "chartLabels"
  | "chartRange";

/** Number of columns of a tab: as many as its widths or its longest row say. */
export function columnCountOf(tab: ReportTab): number {
  return tab.rows.reduce((most, row) => Math.max(most, row.cells.length), tab.widths.length);
}

/** What the formulas of a tab fill beyond their own cell, one area per formula. */
function spillsOf(tab: ReportTab): Area[] {
  return tab.rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) => (cell?.spill === undefined ? [] : [{ row, column, ...cell.spill }])),
  );
}

function lies(area: Area, within: Area): boolean {
  return (
    area.row >= within.row &&
    area.column >= within.column &&
    area.rowCount >= 1 &&
    area.columnCount >= 1 &&
    area.row + area.rowCount <= within.row + within.rowCount &&
    area.column + area.columnCount <= within.column + within.columnCount
  );
}

function wholeOf(tab: ReportTab): Area {
  return { row: 0, column: 0, rowCount: tab.rows.length, columnCount: columnCountOf(tab) };
}

function wrong(rule: Rule, tab: string, where = ""): Issue {
  return excelIssue("reportInvalid", { rule, tab, where });
}

function cellIssues(tab: ReportTab): Issue[] {
  return tab.rows.flatMap((row, rowIndex) =>
    row.cells.flatMap((cell, column) => {
      if (cell === null) return [];
      const where = cellName(rowIndex, column);
      if (typeof cell.value === "string" && cell.value.length > LONGEST_TEXT)
        return [wrong("textTooLong", tab.name, where)];
      if (typeof cell.value === "number" && !Number.isFinite(cell.value)) return [wrong("notFinite", tab.name, where)];
      if (cell.formula !== undefined && !cell.formula.startsWith("=")) return [wrong("noFormula", tab.name, where)];
      if (cell.formula !== undefined && cell.formula.length > LONGEST_FORMULA)
        return [wrong("formulaTooLong", tab.name, where)];
      return [];
    }),
  );
}

function mergeIssues(tab: ReportTab): Issue[] {
  const whole = wholeOf(tab);
  const outside = tab.merges.filter((area) => !lies(area, whole));
  if (outside.length > 0) return outside.map((area) => wrong("mergeOutside", tab.name, areaName(area)));
  const taken = new Set<number>();
  return tab.merges.flatMap((area) => {
    const cells = Array.from(
      { length: area.rowCount * area.columnCount },
      (_, index) =>
        (area.row + Math.floor(index / area.columnCount)) * whole.columnCount +
        area.column +
        (index % area.columnCount),
    );
    const overlaps = cells.some((cell) => taken.has(cell));
    for (const cell of cells) taken.add(cell);
    return overlaps ? [wrong("mergesOverlap", tab.name, areaName(area))] : [];
  });
}

/** What a formula fills must be free for it: no cell with content of its own, no merged cells; and nothing else is `spilled`. */
function spillIssues(tab: ReportTab): Issue[] {
  const whole = wholeOf(tab);
  const filled = new Set<string>();
  const issues = spillsOf(tab).flatMap((area) => {
    const cells = cellsOf(area).slice(1);
    const taken = cells.filter(({ row, column }) => filled.has(cellName(row, column)));
    for (const { row, column } of cells) filled.add(cellName(row, column));
    if (!lies(area, whole)) return [wrong("spillOutside", tab.name, areaName(area))];
    const isFree =
      taken.length === 0 && cells.every(({ row, column }) => tab.rows[row]?.cells[column]?.spilled === true);
    const isMerged = tab.merges.some((merge) => overlap(merge, area));
    return isFree && !isMerged ? [] : [wrong("spillOccupied", tab.name, areaName(area))];
  });
  const stray = tab.rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column) =>
      cell?.spilled === true && !filled.has(cellName(row, column)) ? [cellName(row, column)] : [],
    ),
  );
  return [...issues, ...stray.map((cell) => wrong("notSpilled", tab.name, cell))];
}

function cellsOf({ row, column, rowCount, columnCount }: Area): { readonly row: number; readonly column: number }[] {
  return Array.from({ length: rowCount * columnCount }, (_, index) => ({
    row: row + Math.floor(index / columnCount),
    column: column + (index % columnCount),
  }));
}

function overlap(one: Area, other: Area): boolean {
  return (
    one.row < other.row + other.rowCount &&
    other.row < one.row + one.rowCount &&
    one.column < other.column + other.columnCount &&
    other.column < one.column + one.columnCount
  );
}

function chartIssues(tab: ReportTab, chart: ReportChart, tabs: readonly ReportTab[]): Issue[] {
  const source = tabs.find(({ name }) => name === chart.sheet);
  if (source === undefined) return [wrong("chartSheet", tab.name, chart.name)];
  const whole = wholeOf(source);
  const own = chart.series.flatMap(({ categories }) => (categories === undefined ? [] : [categories]));
  const areas = [chart.categories, ...own, ...chart.series.map(({ values }) => values)];
  if (chart.series.length === 0 || !areas.every((area) => lies(area, whole))) {
    return [wrong("chartOutside", tab.name, chart.name)];
  }
  const length = ({ rowCount, columnCount }: Area) => rowCount * columnCount;
  if (chart.series.some(({ values, categories = chart.categories }) => length(values) !== length(categories))) {
    return [wrong("chartLengths", tab.name, chart.name)];
  }
  if (chart.series.some(({ labels = [], values }) => labels.length > length(values))) {
    return [wrong("chartLabels", tab.name, chart.name)];
  }
  return hasUsableAxes(chart) ? [] : [wrong("chartRange", tab.name, chart.name)];
}

/** Whether limits are in order, steps go forward and the axes cross inside the limits. */
function hasUsableAxes({ valueRange, categoryRange, valueStep, crossing }: ReportChart): boolean {
  const inOrder = [valueRange, categoryRange].every((span) => span === undefined || span.min < span.max);
  const inside = (at: number | undefined, span: ReportChart["valueRange"]) =>
    at === undefined || span === undefined || (at >= span.min && at <= span.max);
  return (
    inOrder &&
    (valueStep === undefined || valueStep > 0) &&
    inside(crossing?.value, valueRange) &&
    inside(crossing?.category, categoryRange)
  );
}

function tabIssues(tab: ReportTab, tabs: readonly ReportTab[]): Issue[] {
  const whole = wholeOf(tab);
  if (!isSheetName(tab.name)) return [wrong("nameIllegal", tab.name)];
  if (whole.columnCount > MOST_COLUMNS || whole.rowCount * whole.columnCount > MOST_CELLS) {
    return [wrong("tooManyCells", tab.name)];
  }
  return [
    ...tab.rows.flatMap(({ height }, row) =>
      height !== undefined && !(height > 0 && height <= TALLEST_ROW)
        ? [wrong("rowHeight", tab.name, String(row + 1))]
        : [],
    ),
    ...tab.widths.flatMap((width, column) =>
      width > 0 && width <= WIDEST_COLUMN ? [] : [wrong("columnWidth", tab.name, String(column + 1))],
    ),
    ...cellIssues(tab),
    ...mergeIssues(tab),
    ...spillIssues(tab),
    ...tab.scales.flatMap(({ area }) => (lies(area, whole) ? [] : [wrong("scaleOutside", tab.name, areaName(area))])),
    ...(tab.freeze.rows > whole.rowCount || tab.freeze.columns > whole.columnCount
      ? [wrong("frozenOutside", tab.name)]
      : []),
    ...tab.charts.flatMap((chart, index) =>
      tab.charts.findIndex(({ name }) => name === chart.name) < index
        ? [wrong("chartTwice", tab.name, chart.name)]
        : [],
    ),
    ...tab.charts.flatMap((chart) => chartIssues(tab, chart, tabs)),
  ];
}

/**
 * Everything about a report that Excel would refuse or show wrongly, found before the first cell is written. Empty for a
 * report that can be written.
 */
export function validateReport(model: ReportModel): Issue[] {
  const { tabs } = model;
  if (tabs.length === 0) return [wrong("noTabs", "")];
  return tabs.flatMap((tab, index) => {
    const earlier = tabs.slice(0, index);
    return [
      ...(earlier.some(({ key }) => key === tab.key) ? [wrong("keyTwice", tab.name, tab.key)] : []),
      ...(earlier.some(({ name }) => sameSheetName(name, tab.name)) ? [wrong("nameTwice", tab.name)] : []),
      ...tabIssues(tab, tabs),
    ];
  });
}

import type { Area } from "../../src/core/grid";
import type { ReportChart, ReportModel } from "../../src/core/report/report-model";
import { savedCells, savedCharts, savedReport } from "./saved-charts";

/** The figures of an area as the report says them, row by row. */
function figuresOf(model: ReportModel, sheet: string, area: Area): (number | string | null)[] {
  const tab = model.tabs.find(({ name }) => name === sheet);
  if (tab === undefined) throw new Error(`no tab ${sheet}`);
  return cellsOf(area).map(({ row, column }) => tab.rows[row]?.cells[column]?.value ?? null);
}

function cellsOf({ row, column, rowCount, columnCount }: Area): { readonly row: number; readonly column: number }[] {
  return Array.from({ length: rowCount * columnCount }, (_, index) => ({
    row: row + Math.floor(index / columnCount),
    column: column + (index % columnCount),
  }));
}

/** A figure to nine decimals: a formula may give another last digit than the run. */
function nine(value: number | string | null): number | string | null {
  return typeof value === "number" ? Number(value.toFixed(9)) : value;
}

function wanted(model: ReportModel, sheet: string, chart: ReportChart) {
  return {
    sheet,
    name: chart.name,
    kind: chart.kind,
    title: chart.title,
    categoryTitle: chart.categoryTitle ?? "",
    valueTitle: chart.valueTitle ?? "",
    place: chart.place,
    offsets: [0, 0, 0, 0],
    series: chart.series.map(({ name, values, categories = chart.categories, labels = [] }) => ({
      name,
      categories: { sheet: chart.sheet, ...categories },
      values: { sheet: chart.sheet, ...values },
      kept: figuresOf(model, chart.sheet, values).map(nine),
      labels: labels.filter((label) => label !== ""),
    })),
  };
}

/**
 * Checks that the tabs of a saved workbook show exactly the charts of the report that it holds: kind, titles, place, and series that
 * refer to the cells of the report, which hold its figures.
 */
export function expectChartsOf(bytes: Uint8Array): void {
  const model = savedReport(bytes);
  const cellAt = savedCells(bytes);
  const tabs = new Set(model.tabs.map(({ name }) => name));
  const shown = savedCharts(bytes).filter(({ sheet }) => tabs.has(sheet));
  expect(
    shown.map(({ part: _part, ...chart }) => ({
      ...chart,
      series: chart.series.map((series) => ({ ...series, kept: series.kept.map(nine) })),
    })),
  ).toEqual(model.tabs.flatMap(({ name, charts }) => charts.map((chart) => wanted(model, name, chart))));
  for (const { kind, title, categoryTitle, valueTitle } of shown)
    // A radar has no place for axis titles.
    expect([title, ...(kind === "radar" ? [] : [categoryTitle, valueTitle])]).not.toContain("");
  for (const { kind, series } of shown)
    for (const { categories } of series) {
      const across =
        categories === null ? [] : cellsOf(categories).map(({ row, column }) => cellAt(categories.sheet, row, column));
      expect(new Set(across.map((cell) => typeof cell))).toEqual(new Set([kind === "scatter" ? "number" : "string"]));
    }
  for (const area of shown.flatMap(({ series }) => series.flatMap(({ categories, values }) => [categories, values]))) {
    if (area === null) continue;
    expect(cellsOf(area).map(({ row, column }) => nine(cellAt(area.sheet, row, column)))).toEqual(
      figuresOf(model, area.sheet, area).map(nine),
    );
  }
}

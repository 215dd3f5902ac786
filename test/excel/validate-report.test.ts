import type { ReportCell, ReportModel, ReportSeries, ReportTab } from "../../src/core/report/report-model";
import { validateReport } from "../../src/excel/validate-report";
import { cell, model, tab } from "./model";

const rulesOf = (report: ReportModel) => validateReport(report).map(({ params }) => params.rule);
const area = (row: number, column: number, rowCount: number, columnCount: number) => ({
  row,
  column,
  rowCount,
  columnCount,
});
const chart = {
  name: "条形图",
  kind: "bar",
  title: "指数",
  sheet: "融合总览",
  categories: area(2, 0, 2, 1),
  series: [{ name: "党建", values: area(2, 1, 2, 1) }],
  place: area(6, 0, 10, 3),
} as const;

/** The chart with a series that says more. */
const withSeries = (more: Partial<ReportSeries>) => ({ ...chart, series: [{ ...chart.series[0], ...more }] });

/** A formula in A1 that fills an area, of which B1 alone is left to it. */
const spilling = (spill: NonNullable<ReportCell["spill"]>): Partial<ReportTab> => ({
  rows: [
    { cells: [cell(1, { formula: "=B9", spill }), cell(2, { spilled: true }), cell(null)] },
    { cells: [cell(3), cell(4), cell(null)] },
  ],
  merges: [],
  freeze: { rows: 0, columns: 0 },
});

describe("a report before it is written", () => {
  it("passes when nothing is wrong", () => {
    expect(validateReport(model(tab({ charts: [chart] }), tab({ key: "scores", name: "指标得分" })))).toEqual([]);
  });

  it("passes with points that have categories and labels of their own, of another number than the chart's categories", () => {
    const own = { categories: area(2, 2, 1, 1), values: area(2, 1, 1, 1), labels: ["甲"] };
    const quadrants = { ...withSeries(own), kind: "scatter", crossing: { category: 0.5, value: 0.5 } } as const;
    expect(validateReport(model(tab({ charts: [quadrants] })))).toEqual([]);
  });

  it("passes where all that a formula fills is left to it", () => {
    expect(validateReport(model(tab(spilling({ rowCount: 1, columnCount: 2 }))))).toEqual([]);
  });

  it("needs at least one tab", () => {
    expect(rulesOf(model())).toEqual(["noTabs"]);
  });

  const cases: readonly (readonly [string, Partial<ReportTab>])[] = [
    ["nameIllegal", { name: "融合/总览" }],
    ["textTooLong", { rows: [{ cells: [cell("长".repeat(32_768))] }], merges: [], freeze: { rows: 0, columns: 0 } }],
    ["notFinite", { rows: [{ cells: [cell(Number.NaN)] }], merges: [], freeze: { rows: 0, columns: 0 } }],
    ["noFormula", { rows: [{ cells: [cell(1, { formula: "A1" })] }], merges: [], freeze: { rows: 0, columns: 0 } }],
    [
      "formulaTooLong",
      {
        rows: [{ cells: [cell(1, { formula: `=${"1+".repeat(4_100)}1` })] }],
        merges: [],
        freeze: { rows: 0, columns: 0 },
      },
    ],
    ["spillOutside", spilling({ rowCount: 1, columnCount: 4 })],
    ["spillOccupied", spilling({ rowCount: 2, columnCount: 2 })],
    ["spillOccupied", { ...spilling({ rowCount: 1, columnCount: 2 }), merges: [area(0, 1, 2, 1)] }],
    ["notSpilled", { ...spilling({ rowCount: 1, columnCount: 1 }) }],
    ["mergeOutside", { merges: [area(3, 2, 1, 2)] }],
    ["mergesOverlap", { merges: [area(0, 0, 1, 3), area(0, 2, 2, 1)] }],
    ["scaleOutside", { scales: [{ kind: "colour", area: area(4, 0, 1, 1), min: 0, max: 1 }] }],
    ["frozenOutside", { freeze: { rows: 9, columns: 0 } }],
    ["rowHeight", { rows: [{ cells: [], height: 410 }], merges: [], freeze: { rows: 0, columns: 0 } }],
    ["columnWidth", { widths: [20, 0, 10] }],
    ["chartTwice", { charts: [chart, chart] }],
    ["chartSheet", { charts: [{ ...chart, sheet: "没有" }] }],
    ["chartOutside", { charts: [{ ...chart, categories: area(3, 0, 2, 1) }] }],
    ["chartLengths", { charts: [{ ...chart, categories: area(1, 0, 3, 1) }] }],
    ["chartLengths", { charts: [withSeries({ categories: area(2, 1, 1, 1) })] }],
    ["chartOutside", { charts: [withSeries({ categories: area(3, 1, 2, 1) })] }],
    ["chartLabels", { charts: [withSeries({ labels: ["甲", "乙", "丙"] })] }],
    ["chartRange", { charts: [{ ...chart, valueRange: { min: 1, max: 0 } }] }],
    ["chartRange", { charts: [{ ...chart, categoryRange: { min: 1, max: 1 } }] }],
    ["chartRange", { charts: [{ ...chart, valueStep: 0 }] }],
    ["chartRange", { charts: [{ ...chart, valueRange: { min: 0, max: 1 }, crossing: { category: 0, value: 2 } }] }],
  ];
  it.each(cases)("is refused for %s", (rule, change) => {
    expect(rulesOf(model(tab(change)))).toEqual([rule]);
  });

  it("is refused when two tabs share a key or a name", () => {
    expect(rulesOf(model(tab(), tab({ name: "别的" })))).toEqual(["keyTwice"]);
    expect(rulesOf(model(tab({ name: "Sheet" }), tab({ key: "other", name: "SHEET" })))).toEqual(["nameTwice"]);
  });
});

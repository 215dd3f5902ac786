import type { ReportCell, ReportModel, ReportTab } from "../../src/core/report/report-model";

/** A body cell. */
export function cell(value: ReportCell["value"], more: Partial<ReportCell> = {}): ReportCell {
  return { value, role: "body", ...more };
}

/** A small tab; whatever is given replaces what it has. */
export function tab(more: Partial<ReportTab> = {}): ReportTab {
  return {
    key: "overview",
    name: "融合总览",
    orientation: "landscape",
    widths: [20, 10, 10],
    freeze: { rows: 2, columns: 1 },
    rows: [
      { cells: [{ value: "融合总览", role: "title" }, null, null] },
      { cells: ["支部", "党建", "业务"].map((text) => ({ value: text, role: "header" })) },
      { cells: [cell("第一检察部党支部"), figure(0.5), figure(0.25)] },
      { cells: [cell("第二检察部党支部"), figure(0.75), figure(1)] },
    ],
    merges: [{ row: 0, column: 0, rowCount: 1, columnCount: 3 }],
    scales: [],
    charts: [],
    ...more,
  };
}

/** A figure shown as an index. */
export function figure(value: number): ReportCell {
  return { value, role: "figure", format: "index" };
}

/** A report of the given tabs. */
export function model(...tabs: readonly ReportTab[]): ReportModel {
  return { version: 2, look: { fonts: "safe", bodySize: 11 }, tabs };
}

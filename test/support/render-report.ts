import { cellName } from "../../src/core/grid";
import type { FigureFormat, ReportCell, ReportTab } from "../../src/core/report/report-model";
import { shownText } from "../../src/core/report/shown";

function shown(value: number, format: FigureFormat | undefined): string {
  return format === undefined || format === "text" ? String(value) : shownText(value, [], format);
}

function cellText(cell: ReportCell | null): string {
  if (cell === null || (cell.value === null && cell.input === undefined)) return "";
  if (cell.value === null) return `✎${cell.input ?? ""}`;
  const value = typeof cell.value === "number" ? shown(cell.value, cell.format) : cell.value.replaceAll("\n", "⏎");
  const formula = cell.formula === undefined ? "" : ` {${cell.formula}}`;
  const link = cell.link === undefined ? "" : ` →${cell.link.sheet}!${cell.link.cell}`;
  const input = cell.input === undefined ? "" : ` ✎${cell.input}`;
  return `${value}${formula}${link}${input}`;
}

/**
 * A tab as text for reading: one line per row with its number and role; `{=…}` is a formula, `→` a link, `✎` a cell for the
 * clerk's text, `«r×c»` a merged cell, `⏎` a line break inside a cell. Links to other tabs are left out.
 */
export function renderTab(tab: ReportTab): string {
  const spans = new Map(tab.merges.map((area) => [cellName(area.row, area.column), area]));
  const covered = new Set<string>();
  for (const { row, column, rowCount, columnCount } of tab.merges) {
    for (let at = row; at < row + rowCount; at += 1) {
      for (let on = column; on < column + columnCount; on += 1)
        if (at !== row || on !== column) covered.add(cellName(at, on));
    }
  }
  const rows = tab.rows.map(({ cells, height, breakBefore }, row) => {
    const shownCells = cells.flatMap((cell, column) => {
      if (covered.has(cellName(row, column))) return [];
      const area = spans.get(cellName(row, column));
      return [`${cellText(cell)}${area === undefined ? "" : ` «${area.rowCount}×${area.columnCount}»`}`];
    });
    const role = cells.find((cell) => cell !== null)?.role ?? "blank";
    if (role === "navigation") return `${row + 1} navigation`;
    const size = height === undefined ? "" : ` ${height}pt`;
    return `${breakBefore === true ? "--- page break ---\n" : ""}${row + 1} ${role}${size}: ${shownCells.join(" | ")}`.trimEnd();
  });
  const charts = tab.charts.map(
    (chart) =>
      `chart ${chart.kind} “${chart.title}” at ${cellName(chart.place.row, chart.place.column)}: ${chart.series.map(({ name }) => name).join("、")}`,
  );
  return [
    `# ${tab.name} (${tab.key}), ${tab.orientation}, widths ${tab.widths.join(" ")}, frozen ${tab.freeze.rows}/${tab.freeze.columns}`,
    ...rows,
    ...charts,
    "",
  ].join("\n");
}

import type { Area } from "../core/grid";
import type { ReportCell, ReportTab } from "../core/report/report-model";
import { columnCountOf } from "./validate-report";

/** How many rows and columns a tab has. */
export interface TabSize {
  readonly rowCount: number;
  readonly columnCount: number;
}

/** The cells of a tab as a full rectangle. Every cell of a merged area is the one whose content it shows. */
export interface TabGrid extends TabSize {
  readonly shown: (row: number, column: number) => ReportCell | null;
}

/** The rectangle that a tab takes. */
export function tabSize(tab: ReportTab): TabSize {
  return { rowCount: tab.rows.length, columnCount: columnCountOf(tab) };
}

/** Lays a tab out as a rectangle. */
export function tabGrid(tab: ReportTab): TabGrid {
  const { rowCount, columnCount } = tabSize(tab);
  const grid = tab.rows.map(({ cells }) => Array.from({ length: columnCount }, (_, column) => cells[column] ?? null));
  for (const { row: top, column: left, rowCount: down, columnCount: across } of tab.merges) {
    const anchor = grid[top]?.[left] ?? null;
    for (let row = top; row < top + down; row += 1) grid[row]?.fill(anchor, left, left + across);
  }
  return { rowCount, columnCount, shown: (row, column) => grid[row]?.[column] ?? null };
}

/** Merged areas that can be made at once. `across`: each row of the area is merged for itself. */
export interface MergeBlock {
  readonly area: Area;
  readonly across: boolean;
}

/** Joins merges of one row each that stand under one another, so that a long table takes a few calls. */
export function mergeBlocks(merges: readonly Area[]): MergeBlock[] {
  const open = new Map<string, Area>();
  const blocks: MergeBlock[] = [];
  for (const area of [...merges].sort((a, b) => a.row - b.row)) {
    if (area.rowCount > 1) {
      blocks.push({ area, across: false });
      continue;
    }
    const place = `${area.column}:${area.columnCount}`;
    const above = open.get(place);
    if (above !== undefined && above.row + above.rowCount === area.row) {
      open.set(place, { ...above, rowCount: above.rowCount + 1 });
    } else {
      if (above !== undefined) blocks.push({ area: above, across: true });
      open.set(place, area);
    }
  }
  return [...blocks, ...[...open.values()].map((area) => ({ area, across: true }))];
}

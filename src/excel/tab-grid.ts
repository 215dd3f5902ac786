import type { Area } from "../core/grid";
import type { ReportCell, ReportTab } from "../core/report/report-model";
import { columnCountOf } from "./validate-report";

/** The cells of a tab as a full rectangle. Every cell of a merged area is the one whose content it shows. */
export interface TabGrid {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly shown: (row: number, column: number) => ReportCell | null;
}

/** Lays a tab out as a rectangle. */
export function tabGrid(tab: ReportTab): TabGrid {
  const columnCount = columnCountOf(tab);
  const anchors = new Map<number, Area>();
  for (const area of tab.merges) {
    for (let row = area.row; row < area.row + area.rowCount; row += 1) {
      for (let column = area.column; column < area.column + area.columnCount; column += 1) {
        anchors.set(row * columnCount + column, area);
      }
    }
  }
  return {
    rowCount: tab.rows.length,
    columnCount,
    shown: (row, column) => {
      const anchor = anchors.get(row * columnCount + column);
      return tab.rows[anchor?.row ?? row]?.cells[anchor?.column ?? column] ?? null;
    },
  };
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

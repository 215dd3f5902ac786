import { hasColumn } from "../ledger/ledger";
import type { TableSummary } from "./assessment";
import type { Frame } from "./frame";

/** Rows read, counted and left out per table, and where each was found; only tables that exist, in the order of methodology §2. */
export function tableSummaries(frame: Frame): Readonly<Record<string, TableSummary>> {
  return Object.fromEntries(
    Object.entries(frame.views).map(([name, { table, counted }]) => [
      name,
      {
        read: table.read,
        inWindow: counted,
        leftOut: table.read - counted,
        ranges: table.ranges.map((range) => {
          const columns = Object.values(range.columns);
          const left = Math.min(...columns);
          const area = {
            row: range.firstRow,
            column: range.column + left,
            rowCount: range.lastRow - range.firstRow + 1,
            columnCount: Math.max(...columns) - left + 1,
          };
          return {
            sheet: range.sheet,
            area,
            missing: Object.keys(table.table.columns).filter(
              (column) => column !== "单位" && !hasColumn(range, column),
            ),
          };
        }),
      },
    ]),
  );
}

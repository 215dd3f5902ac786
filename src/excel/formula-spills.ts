import type { Area, CellValue } from "../core/grid";

/** Whether a formula of a tab may fill more cells than its own: that of the raw figures of a table. */
function mayFill(formula: CellValue): boolean {
  return typeof formula === "string" && /^=.*\.MEASURES\(/u.test(formula);
}

/** What was read of an area: its formulas, or the values of cells that have none. */
interface FormulaArea {
  readonly sheet: Excel.Worksheet;
  readonly area: Area;
  readonly formulas: readonly (readonly CellValue[])[];
}

/** The cells of a sheet that the formulas of an area fill. */
export interface Spills {
  /** The cell that holds the formula; its own cell is part of what it fills. */
  readonly isFilled: (row: number, column: number) => boolean;
  readonly isAnchor: (row: number, column: number) => boolean;
}

/** Asks what the formulas of each area fill, by one round trip at most. */
export async function readSpills(context: Excel.RequestContext, sources: readonly FormulaArea[]): Promise<Spills[]> {
  const asked = sources.map(({ sheet, area, formulas }) =>
    formulas.flatMap((cells, down) =>
      cells.flatMap((formula, right) => {
        if (!mayFill(formula)) return [];
        const range = sheet.getCell(area.row + down, area.column + right).getSpillingToRangeOrNullObject();
        range.load("rowIndex, columnIndex, rowCount, columnCount");
        return [range];
      }),
    ),
  );
  if (asked.some((ranges) => ranges.length > 0)) await context.sync();
  return asked.map((ranges) => {
    const areas = ranges.filter(({ isNullObject }) => !isNullObject);
    return {
      isFilled: (row, column) =>
        areas.some(
          (area) =>
            row >= area.rowIndex &&
            column >= area.columnIndex &&
            row < area.rowIndex + area.rowCount &&
            column < area.columnIndex + area.columnCount,
        ),
      isAnchor: (row, column) => areas.some((area) => row === area.rowIndex && column === area.columnIndex),
    };
  });
}

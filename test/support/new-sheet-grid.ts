import type { SheetGrid } from "../../src/core/grid";
import type { NewSheet } from "../../src/core/template/new-sheet";
import { sheetOf } from "./grid-builder";

/** What reading a new sheet gives once it stands in a workbook. */
export function gridOf({ name, columns, rows }: NewSheet): SheetGrid {
  return sheetOf(name, [columns.map(({ header }) => header), ...rows]);
}

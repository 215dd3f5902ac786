import type { Area, WorkbookGrids } from "../grid";
import type { LedgerRow } from "./ledger";
import { headerLookup, headerAt, tableOf } from "./headers";
import { TABLES } from "./schema";
import { prepareSheet } from "./sheet";
import { DEFAULT_WORDS, vocabulary } from "./vocabulary";

const WANTED: readonly string[] = ["数值", "下限", "上限"];

/**
 * The columns whose number formats the computation needs: 数值, 下限 and 上限 of 业务指标, where a percentage counts (§C.14). Found by a
 * quick look at the headers; to be asked before the formats are read.
 */
export function formatsWanted(grids: WorkbookGrids): readonly { readonly sheet: string; readonly area: Area }[] {
  const lookup = headerLookup(
    vocabulary(
      DEFAULT_WORDS,
      TABLES.flatMap((table) => Object.keys(table.columns)),
    ),
  );
  return grids.sheets.flatMap((grid) => {
    const sheet = prepareSheet(grid);
    for (let row = 0; row < sheet.rows.length; row++) {
      const header = headerAt(sheet, row, lookup, false);
      const table = header === null ? null : tableOf(header, [grid.name], { branch: true, category: false });
      if (header === null || table === null) continue;
      if (table.name !== "业务指标") return [];
      const rowCount = sheet.rows.length - row;
      return header.columns
        .filter(({ field }) => WANTED.includes(field))
        .map(({ column }) => ({
          sheet: grid.name,
          area: { row: grid.row + row, column: grid.column + column, rowCount, columnCount: 1 },
        }));
    }
    return [];
  });
}

/** Tells from the number formats that were read whether a cell is a percentage. */
export function percentCells(grids: WorkbookGrids): (row: LedgerRow, field: string) => boolean {
  const columns = new Map(
    grids.sheets.flatMap((sheet) =>
      sheet.formats.map((column) => [`${sheet.name}\u0000${column.column}`, column] as const),
    ),
  );
  return (row, field) => {
    const column = columns.get(`${row.range.sheet}\u0000${row.range.column + (row.range.columns[field] ?? -1)}`);
    const format = column?.formats[row.row - column.row] ?? "";
    return format.replace(/"[^"]*"|\\./gu, "").includes("%");
  };
}

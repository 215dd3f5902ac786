import { hasOwn } from "../has-own";
import type { SheetGrid } from "../grid";
import { headerAt, headerLookup, headerRows } from "./headers";
import { ROSTER_BY_NAME, type TableSchema } from "./schema";
import { prepareSheet } from "./sheet";
import type { Vocabulary } from "./vocabulary";

/** The columns that keep a sheet from being a table. */
export interface MissingColumns {
  /** ★ columns that are not there. */
  readonly all: readonly string[];
  /** ☆ columns, where none of them is there; else empty. */
  readonly oneOf: readonly string[];
}

/**
 * What the most likely header of a sheet, the row with most columns of the table, lacks to be a header of that table (methodology §2).
 * Nothing where it lacks no column and was not taken for another reason.
 */
export function missingColumns(grid: SheetGrid, table: TableSchema, words: Vocabulary): MissingColumns {
  const sheet = prepareSheet(grid);
  const lookup = headerLookup(words.headers);
  const holdsHeader = headerRows(sheet, lookup);
  let best: ReadonlySet<string> = new Set();
  for (let row = 0; row < sheet.rows.length; row++) {
    if (!holdsHeader(row) && !holdsHeader(row + 1)) continue;
    const columns = headerAt(sheet, row, lookup, false)?.columns ?? [];
    const own = new Set(columns.map(({ field }) => field).filter((field) => hasOwn(table.columns, field)));
    if (own.size > best.size) best = own;
  }
  const oneOf = table.name === "支部名册" ? [...table.oneOf, ...ROSTER_BY_NAME] : table.oneOf;
  return {
    all: table.required.filter((field) => !best.has(field)),
    oneOf: oneOf.some((field) => best.has(field)) ? [] : oneOf,
  };
}

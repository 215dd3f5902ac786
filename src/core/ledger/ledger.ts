import type { DayRange } from "../calendar";
import type { CellValue } from "../grid";
import type { Place } from "../issue";
import { cellName } from "../grid";
import type { TableSchema } from "./schema";
import type { Branch } from "./branches";

/** One place where rows of a table stand: a table of Excel, a plain range below a header. */
export interface LedgerRange {
  readonly table: TableSchema;
  readonly sheet: string;
  /** Zero-based sheet column of `cells[0]` of its rows. */
  readonly column: number;
  /** Field → index into a row's `cells`. */
  readonly columns: Readonly<Record<string, number>>;
  /** First header row of the range and its last row, zero-based in the sheet. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** Rows that the header takes. */
  readonly headerHeight: 1 | 2;
  /** Whether the clerk has confirmed its columns. */
  readonly confirmed: boolean;
  /** Supplied by a title line or the sheet's name where the column is absent. */
  readonly branch: number | null;
  readonly category: string | null;
}

/** One data row of a ledger. */
export interface LedgerRow {
  readonly range: LedgerRange;
  /** Zero-based row in the sheet. */
  readonly row: number;
  readonly cells: readonly CellValue[];
  /** Indices of the branches it counts for; empty where unresolved. */
  readonly branches: readonly number[];
  /** The day that places the row in time; `null` where the table is not dated by day or the row's date cannot be read. */
  readonly day: number | null;
  /** The days of its 期间; `null` likewise. */
  readonly span: DayRange | null;
}

/** All rows of one table, from all its ranges in sheet order. */
export interface LedgerTable {
  readonly table: TableSchema;
  readonly ranges: readonly LedgerRange[];
  readonly rows: readonly LedgerRow[];
  /** Data rows after skipping totals, notes and examples. */
  readonly read: number;
}

/** Everything read from the ledgers. */
export interface Ledger {
  readonly branches: readonly Branch[];
  readonly hasRoster: boolean;
  readonly tables: Readonly<Record<string, LedgerTable>>;
}

/** Where a row's cells stand: all that reading one of them needs. */
export type RowCells = Pick<LedgerRow, "range" | "row" | "cells">;

/** The cell of a field, empty where the range lacks the column; 类别 may be supplied by a name. */
export function fieldOf(row: RowCells, field: string): CellValue {
  const index = row.range.columns[field];
  if (index !== undefined) return row.cells[index] ?? null;
  return field === "类别" ? row.range.category : null;
}

/** Whether a range has a column, of its own or supplied. */
export function hasColumn(range: LedgerRange, field: string): boolean {
  return (
    range.columns[field] !== undefined ||
    (field === "类别" && range.category !== null) ||
    (field === "支部" && range.branch !== null)
  );
}

/** The place of a field's cell; of the row's first cell where the range lacks the column. */
export function placeOf(row: RowCells, field: string): Place {
  return { sheet: row.range.sheet, cell: cellName(row.row, row.range.column + (row.range.columns[field] ?? 0)) };
}

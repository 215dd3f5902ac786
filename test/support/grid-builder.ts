import { monthsRange } from "../../src/core/calendar";
import type { Area, CellValue, GridTable, SheetGrid, WorkbookGrids } from "../../src/core/grid";
import type { Issue } from "../../src/core/issue";
import type { Ledger, LedgerRow } from "../../src/core/ledger/ledger";
import { readLedger } from "../../src/core/ledger/read-ledger";
import { workbookRanges } from "../../src/core/ledger/workbook-ranges";
import { TABLES } from "../../src/core/ledger/schema";
import { DEFAULT_WORDS, type Vocabulary, vocabulary } from "../../src/core/ledger/vocabulary";
import { atOnce } from "../../src/core/steps";

/** The words of a workbook without 参数. */
export const WORDS: Vocabulary = vocabulary(
  DEFAULT_WORDS,
  TABLES.flatMap((table) => Object.keys(table.columns)),
);

/** The days of the year 2021. */
export const YEAR_2021 = monthsRange(2021 * 12, 12);

interface SheetExtras {
  /** A1 areas. */
  readonly merges?: readonly string[];
  readonly tables?: readonly { readonly name: string; readonly area: string; readonly totals?: boolean }[];
  /** A1 address of the first value. */
  readonly at?: string;
}

/** A sheet from its rows, short ones filled up; `at` shifts it away from A1. */
export function sheetOf(
  name: string,
  rows: readonly (readonly CellValue[])[],
  { merges = [], tables = [], at = "A1" }: SheetExtras = {},
): SheetGrid {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const origin = areaOf(at);
  return {
    name,
    row: origin.row,
    column: origin.column,
    values: rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null)),
    merges: merges.map(areaOf),
    tables: tables.map((table): GridTable => ({
      name: table.name,
      area: areaOf(table.area),
      hasHeaders: true,
      hasTotals: table.totals === true,
    })),
    formats: [],
  };
}

/** A workbook of the 1900 date system without stored mapping. */
export function workbookOf(sheets: readonly SheetGrid[], more: Partial<WorkbookGrids> = {}): WorkbookGrids {
  return { sheets, date1904: false, mapping: null, ...more };
}

/** A1 → zero-based area. */
function areaOf(address: string): Area {
  const match = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/u.exec(address);
  const [, left = "A", top = "1", right = left, bottom = top] = match ?? [];
  const column = columnIndex(left);
  const row = Number(top) - 1;
  return { row, column, rowCount: Number(bottom) - row, columnCount: columnIndex(right) - column + 1 };
}

function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** What reading gave, with shorthands for the expectations of tests. */
export interface ReadBook {
  readonly ledger: Ledger;
  readonly issues: readonly Issue[];
  /** Names of the branches, in order. */
  readonly branches: readonly string[];
  /** Rows of a table; none where the table does not exist. */
  readonly rows: (table: string) => readonly LedgerRow[];
  /** Names of the branches that each row of a table counts for. */
  readonly named: (table: string) => readonly string[];
  /** Codes of all issues, and the cells of one code. */
  readonly codes: readonly string[];
  readonly cells: (code: string) => readonly string[];
}

/** Reads the ledgers of a workbook for the year 2021. */
export function readBook(book: WorkbookGrids | readonly SheetGrid[], words: Vocabulary = WORDS): ReadBook {
  const grids = "sheets" in book ? book : workbookOf(book);
  const { date1904 } = grids;
  const found = atOnce(workbookRanges(grids, words));
  const { ledger, issues } = atOnce(readLedger(found, { words, period: YEAR_2021, wholePeriod: YEAR_2021, date1904 }));
  const branches = ledger.branches.map(({ name }) => name);
  const rows = (table: string): readonly LedgerRow[] => ledger.tables[table]?.rows ?? [];
  return {
    ledger,
    issues,
    branches,
    rows,
    named: (table) => rows(table).map((row) => row.branches.map((branch) => branches[branch] ?? "?").join("+")),
    codes: issues.map(({ code }) => code),
    cells: (code) => issues.flatMap((one) => (one.code === code && one.place !== null ? [one.place.cell] : [])),
  };
}

/** A roster sheet from branch names, or from rows of 支部, 单位, 层级, 业务部门. */
export function rosterSheet(rows: readonly (string | readonly CellValue[])[]): SheetGrid {
  return sheetOf("支部名册", [
    ["支部", "单位", "层级", "业务部门", "党员数"],
    ...rows.map((row) => (typeof row === "string" ? [row, null, null, null, 10] : [...row, 10])),
  ]);
}

/** An activity ledger whose rows differ in nothing but the given 支部 cells. */
export function activitiesOf(branches: readonly CellValue[]): SheetGrid {
  return sheetOf("活动台账", [
    ["支部", "日期", "类别", "主题"],
    ...branches.map((name) => [name, 44300, "党课", "课"]),
  ]);
}

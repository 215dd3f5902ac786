import type { DayRange } from "../calendar";
import type { CellValue } from "../grid";
import type { Issue } from "../issue";
import { issue } from "../issues";
import type { BranchResolver } from "./branches";
import { fillDown } from "./fill-down";
import { type LedgerRange, type LedgerRow, type RowCells, fieldOf, placeOf } from "./ledger";
import type { RawRow } from "./range-rows";
import { type DateContext, readDate } from "./read-date";
import { readPeriod } from "./read-period";
import { TASK_DATES } from "./schema";
import { isErrorValue, textOf } from "./text";
import { type Vocabulary, isBlank } from "./vocabulary";

/** What reading rows needs to know. */
export interface RowContext {
  readonly words: Vocabulary;
  readonly dates: DateContext;
  /** What a blank 期间 in 先锋岗 stands for: the period as cut by 截止日. */
  readonly wholePeriod: DayRange;
  readonly resolve: BranchResolver;
  /** Index of the branch that a row of 支部名册 became; `null` for one that became none. */
  readonly rosterRow: (sheet: string, row: number) => number | null;
  readonly issues: Issue[];
}

/** Reads the rows of one range, in their order. */
export interface RowReader {
  readonly row: (raw: RawRow) => LedgerRow;
  /** To be called after the last row of the range. */
  readonly finish: () => void;
}

interface Placed {
  readonly day: number | null;
  readonly span: DayRange | null;
}

const NOWHERE: Placed = { day: null, span: null };
const NO_BRANCH: readonly number[] = [];
const DATES: readonly string[] = ["日期"];

/** A reader of the rows of a range: fills down, resolves branches, places rows in time, and lists what it meets. */
export function rowReader(range: LedgerRange, context: RowContext): RowReader {
  const fill = fillDown(range, context.words);
  const branchesOf = branchReader(range, context);
  const placed = placer(range, context);
  const indices = Object.values(range.columns);
  return {
    row: (raw) => {
      const { branch, unit, cells } = fill.row(raw);
      const row: RowCells = { range, row: raw.row, cells };
      // Of the row as it stands: what was filled in hides nothing.
      for (const index of indices) {
        const cell = raw.cells[index];
        if (typeof cell === "string" && isErrorValue(cell))
          context.issues.push(issue("errorValue", placeOf(row, fieldAt(range, index)), { text: cell }));
      }
      const branches = branchesOf(row, branch, unit);
      const { day, span } = placed(row);
      return { range, row: raw.row, cells, branches, day, span };
    },
    finish: () => {
      for (const one of fill.issues()) context.issues.push(one);
    },
  };
}

function fieldAt(range: LedgerRange, index: number): string {
  return Object.keys(range.columns).find((field) => range.columns[field] === index) ?? "";
}

function branchReader(
  range: LedgerRange,
  { resolve, rosterRow, issues }: RowContext,
): (row: RowCells, branch: string, unit: string) => readonly number[] {
  const table = range.table.name;
  if (table === "支部名册")
    return ({ row }) => {
      const own = rosterRow(range.sheet, row);
      return own === null ? NO_BRANCH : [own];
    };
  if (range.columns["支部"] === undefined) {
    const supplied = range.branch === null ? NO_BRANCH : [range.branch];
    return () => supplied;
  }
  const byUnit = new Map<string, Map<string, readonly number[]>>();
  return (row, branch, unit) => {
    if (branch === "") {
      issues.push(issue("branchBlank", placeOf(row, "支部"), { table }));
      return NO_BRANCH;
    }
    let seen = byUnit.get(unit);
    if (seen === undefined) byUnit.set(unit, (seen = new Map<string, readonly number[]>()));
    let branches = seen.get(branch);
    if (branches === undefined) seen.set(branch, (branches = resolve(branch, unit)));
    if (branches.length === 0) issues.push(issue("branchUnresolved", placeOf(row, "支部"), { table, text: branch }));
    return branches;
  };
}

/** Places a row in time: by its day, or by its 期间. */
function placer(range: LedgerRange, context: RowContext): (row: RowCells) => Placed {
  switch (range.table.dating) {
    case "none":
      return () => NOWHERE;
    case "date":
      return dayPlacer(DATES, range, context);
    case "task":
      return dayPlacer(TASK_DATES, range, context);
    case "period":
      return periodPlacer(range, context);
  }
}

function dayPlacer(
  fields: readonly string[],
  range: LedgerRange,
  { words, dates, issues }: RowContext,
): (row: RowCells) => Placed {
  const table = range.table.name;
  const read = remembered((cell) => readDate(cell, dates));
  return (row) => {
    for (const field of fields) {
      const cell = fieldOf(row, field);
      if (isBlank(cell, words)) continue;
      const day = read(cell);
      if (day === null)
        issues.push(issue("dateUnreadable", placeOf(row, field), { table, column: field, text: textOf(cell) }));
      return { day, span: null };
    }
    issues.push(issue("dateBlank", placeOf(row, fields[0] ?? ""), { table }));
    return NOWHERE;
  };
}

function periodPlacer(
  range: LedgerRange,
  { words, dates, wholePeriod, issues }: RowContext,
): (row: RowCells) => Placed {
  const table = range.table.name;
  const whole: Placed = { day: null, span: wholePeriod };
  const read = remembered((cell) => readPeriod(cell, dates));
  return (row) => {
    const cell = fieldOf(row, "期间");
    if (isBlank(cell, words)) {
      if (table === "先锋岗") return whole;
      issues.push(issue("periodCellBlank", placeOf(row, "期间"), { table }));
      return NOWHERE;
    }
    const span = read(cell);
    if (span === null) issues.push(issue("periodCellUnreadable", placeOf(row, "期间"), { table, text: textOf(cell) }));
    return { day: null, span };
  };
}

/** Ledger cells repeat: each distinct value is read once. */
function remembered<T>(read: (cell: CellValue) => T): (cell: CellValue) => T {
  const seen = new Map<CellValue, T>();
  return (cell) => {
    const known = seen.get(cell);
    if (known !== undefined) return known;
    const value = read(cell);
    seen.set(cell, value);
    return value;
  };
}

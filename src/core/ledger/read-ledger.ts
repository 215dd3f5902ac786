import { type DayRange } from "../calendar";
import type { CellValue, WorkbookGrids } from "../grid";
import { cellName } from "../grid";
import type { Issue } from "../issue";
import { issue } from "../issues";
import type { Progress } from "../outcome";
import {
  type Branch,
  type BranchIndex,
  type NamedBranch,
  foundBranches,
  rosterIndex,
  unitForm,
  branchKey,
} from "./branches";
import { headerLookup } from "./headers";
import {
  type Ledger,
  type LedgerRange,
  type LedgerRow,
  type LedgerTable,
  type RowCells,
  fieldOf,
  placeOf,
} from "./ledger";
import { type MappedRange, parseMapping } from "./mapping";
import { type DateContext, readDate } from "./read-date";
import { readPeriod } from "./read-period";
import { type RawRange, type RecogniseContext, recogniseSheet, rowsOutside } from "./recognise";
import { TABLES } from "./schema";
import { prepareSheet } from "./sheet";
import { headerForm, isEmptyCell, isErrorValue, textOf } from "./text";
import { type Vocabulary, isBlank } from "./vocabulary";

/** What reading the ledgers needs beside the grids. */
export interface LedgerContext {
  readonly words: Vocabulary;
  /** The assessed period as named. */
  readonly period: DayRange;
  /** What a blank 期间 in 先锋岗 stands for: the period as cut by 截止日. */
  readonly wholePeriod: DayRange;
}

/** Tabs that hold settings, not ledgers. */
export const SETTINGS_TABS: readonly string[] = ["评分标准", "参数"];

const ROWS_A_STEP = 5000;
const ROSTER = "支部名册";

/** An index that knows no branch but tells whether it was asked: where it was not, a second pass would find the same. */
function askedTitles(): { readonly index: BranchIndex; readonly asked: () => boolean } {
  let asked = false;
  const inTitle = (): null => {
    asked = true;
    return null;
  };
  return { index: { resolve: () => [], inTitle }, asked: () => asked };
}

/**
 * Reads every ledger of the workbook (methodology §2): recognises tables by their headers, resolves branches, places rows in time.
 * Yields progress in data rows; the result does not depend on where it pauses.
 */
export function* readLedger(
  grids: WorkbookGrids,
  context: LedgerContext,
): Generator<Progress, { readonly ledger: Ledger; readonly issues: readonly Issue[] }> {
  const issues: Issue[] = [];
  const { words } = context;
  const sheets = grids.sheets.filter((sheet) => !SETTINGS_TABS.includes(headerForm(sheet.name))).map(prepareSheet);
  const mapped = storedMapping(grids.mapping, issues);
  const base = { words, lookup: headerLookup(words), mapped };
  // A title can name a branch only once the branches are known: the first pass finds the roster, the second everything.
  const firstPass = sheets.map((sheet) => {
    const titles = askedTitles();
    return { ...recogniseSheet(sheet, { ...base, titles: titles.index }), final: !titles.asked() };
  });
  const first = firstPass.flatMap(({ ranges: found }) => found);
  yield { stage: "ledger", done: 0, total: 1 };
  const dates: DateContext = { period: context.period, date1904: grids.date1904 };
  const roster = first.filter(({ range }) => range.table.name === ROSTER);
  const known = roster.length > 0 ? rosterOf(roster, words, issues) : withoutRoster(first, words);
  const ranges: RawRange[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const before = firstPass[index];
    const found =
      before?.final === true
        ? before
        : recogniseSheet(sheet, { ...base, titles: known.index } satisfies RecogniseContext);
    issues.push(...found.issues);
    ranges.push(...found.ranges);
    const firstCell = { sheet: sheet.grid.name, cell: cellName(sheet.grid.row, sheet.grid.column) };
    const outside = found.ranges.length === 0 ? null : rowsOutside(sheet, found.ranges);
    if (found.ranges.length === 0 && sheet.grid.values.some((row) => !row.every(isEmptyCell)))
      issues.push(issue("sheetNotRead", firstCell));
    if (outside !== null)
      issues.push(
        issue(
          "rowsAfterEnd",
          { sheet: sheet.grid.name, cell: cellName(outside.first, sheet.grid.column) },
          { rows: outside.rows },
        ),
      );
  }
  for (const range of mapped)
    if (
      !ranges.some((raw) => raw.range.sheet === range.sheet && raw.range.table.name === range.table) &&
      range.table !== null
    )
      issues.push(
        issue(
          "mappingStale",
          { sheet: range.sheet, cell: "A1" },
          { table: range.table, columns: Object.values(range.columns).join("、") },
        ),
      );
  const rows = new Map<string, LedgerRow[]>();
  const total = ranges.reduce((sum, range) => sum + range.rows.length, 0);
  let done = 0;
  for (const raw of ranges) {
    const read = rowReader(raw.range, known, { words, dates, wholePeriod: context.wholePeriod }, issues);
    const target = rows.get(raw.range.table.name) ?? [];
    rows.set(raw.range.table.name, target);
    for (const row of raw.rows) {
      target.push(read.row(row));
      if (++done % ROWS_A_STEP === 0) yield { stage: "ledger", done, total };
    }
    read.finish();
  }
  const tables: Record<string, LedgerTable> = {};
  for (const table of TABLES) {
    const own = rows.get(table.name);
    if (own !== undefined)
      tables[table.name] = {
        table,
        ranges: ranges.filter(({ range }) => range.table === table).map(({ range }) => range),
        rows: own,
        read: own.length,
      };
  }
  yield { stage: "ledger", done: total, total };
  return { ledger: { branches: known.branches, hasRoster: known.roster !== null, tables }, issues };
}

function storedMapping(text: string | null, issues: Issue[]): readonly MappedRange[] {
  if (text === null || text.trim() === "") return [];
  const mapped = parseMapping(text);
  if (mapped === null) issues.push(issue("mappingUnreadable", null));
  return mapped ?? [];
}

interface KnownBranches {
  readonly branches: readonly Branch[];
  readonly index: BranchIndex;
  /** Sheet and row of every roster row that became a branch → its index; `null` without a roster. */
  readonly roster: ReadonlyMap<string, number> | null;
}

function rosterOf(ranges: readonly RawRange[], words: Vocabulary, issues: Issue[]): KnownBranches {
  const branches: Branch[] = [];
  const taken = new Map<string, number>();
  const roster = new Map<string, number>();
  const units: string[] = [];
  ranges.forEach((raw, index) => {
    const { range } = raw;
    if (index > 0)
      issues.push(issue("rosterRepeated", { sheet: range.sheet, cell: cellName(range.firstRow, range.column) }));
    let unit = "";
    for (const row of raw.rows) {
      const place = { sheet: range.sheet, cell: cellName(row.row, range.column + (range.columns["支部"] ?? 0)) };
      const cell = (field: string): CellValue => row.cells[range.columns[field] ?? -1] ?? null;
      if (row.afterTotal) unit = "";
      unit = isBlank(cell("单位"), words) ? unit : textOf(cell("单位")).trim();
      const name = textOf(cell("支部")).trim();
      if (isBlank(cell("支部"), words)) {
        issues.push(issue("rosterNameMissing", place));
        continue;
      }
      const fields = Object.fromEntries(
        Object.keys(range.columns).map((field) => [field, field === "单位" ? unit : cell(field)]),
      );
      units.push(unit);
      branches.push({ name, unit, fields, place });
      roster.set(rowKey(range.sheet, row.row), branches.length - 1);
    }
  });
  // Keys need all units first; of duplicate keys the first holds.
  const written = [...new Set(units.filter((unit) => unit !== ""))]
    .map((unit) => unit.normalize("NFKC").replace(/\s+/gu, ""))
    .sort((a, b) => b.length - a.length);
  const kept: Branch[] = [];
  const renumbered = new Map<number, number>();
  branches.forEach((branch, index) => {
    const key = `${unitForm(branch.unit)}\u0000${branchKey(branch.name, written).key}`;
    if (taken.has(key)) {
      issues.push(issue("rosterDuplicate", branch.place, { branch: branch.name }));
      return;
    }
    taken.set(key, index);
    renumbered.set(index, kept.length);
    kept.push(branch);
  });
  const rows = new Map(
    [...roster].flatMap(([row, index]) => (renumbered.has(index) ? [[row, renumbered.get(index) ?? 0] as const] : [])),
  );
  return { branches: kept, index: rosterIndex(kept), roster: rows };
}

function withoutRoster(ranges: readonly RawRange[], words: Vocabulary): KnownBranches {
  const names = TABLES.flatMap((table) =>
    ranges
      .filter(({ range }) => range.table === table && range.columns["支部"] !== undefined)
      .flatMap((raw) => namesIn(raw, words)),
  );
  return { ...foundBranches(names), roster: null };
}

function namesIn(raw: RawRange, words: Vocabulary): NamedBranch[] {
  const { range } = raw;
  const fill = filler(range, words);
  return raw.rows.flatMap((row) => {
    const { text, unit } = fill(row.cells, row.afterTotal);
    return text === ""
      ? []
      : [
          {
            text,
            unit,
            place: { sheet: range.sheet, cell: cellName(row.row, range.column + (range.columns["支部"] ?? 0)) },
          },
        ];
  });
}

function rowKey(sheet: string, row: number): string {
  return `${sheet}\u0000${row}`;
}

interface Filled {
  readonly text: string;
  readonly unit: string;
  readonly textFilled: boolean;
  readonly unitFilled: boolean;
}

/** Fills blank 支部 and 单位 cells from above, within one range, until a totals row. */
function filler(range: LedgerRange, words: Vocabulary): (cells: readonly CellValue[], afterTotal: boolean) => Filled {
  const branchColumn = range.columns["支部"];
  const unitColumn = range.columns["单位"];
  let text = "";
  let unit = "";
  return (cells, afterTotal) => {
    if (afterTotal) text = unit = "";
    const textBlank = branchColumn !== undefined && isBlank(cells[branchColumn], words);
    const unitBlank = unitColumn !== undefined && isBlank(cells[unitColumn], words);
    if (branchColumn !== undefined && !textBlank) text = textOf(cells[branchColumn]).trim();
    if (unitColumn !== undefined && !unitBlank) unit = textOf(cells[unitColumn]).trim();
    return { text, unit, textFilled: textBlank && text !== "", unitFilled: unitBlank && unit !== "" };
  };
}

interface RowReader {
  readonly row: (raw: {
    readonly row: number;
    readonly cells: readonly CellValue[];
    readonly afterTotal: boolean;
  }) => LedgerRow;
  /** To be called after the last row of the range. */
  readonly finish: () => void;
}

interface Reading {
  readonly words: Vocabulary;
  readonly dates: DateContext;
  readonly wholePeriod: DayRange;
}

function rowReader(range: LedgerRange, known: KnownBranches, reading: Reading, issues: Issue[]): RowReader {
  const table = range.table.name;
  const fill = filler(range, reading.words);
  const resolved = new Map<string, readonly number[]>();
  const filledDown = fillRecorder(range, issues);
  const columns = Object.entries(range.columns);
  const resolve = (text: string, unit: string): readonly number[] => {
    const key = `${unit}\u0000${text}`;
    const seen = resolved.get(key) ?? known.index.resolve(text, unit);
    resolved.set(key, seen);
    return seen;
  };
  const branchesOf = (row: RowCells, filled: Filled): readonly number[] => {
    if (table === ROSTER) {
      const own = known.roster?.get(rowKey(range.sheet, row.row));
      return own === undefined ? [] : [own];
    }
    if (range.columns["支部"] === undefined) return range.branch === null ? [] : [range.branch];
    if (filled.text === "") {
      issues.push(issue("branchBlank", placeOf(row, "支部"), { table }));
      return [];
    }
    const branches = resolve(filled.text, filled.unit);
    if (branches.length === 0)
      issues.push(issue("branchUnresolved", placeOf(row, "支部"), { table, text: filled.text }));
    return branches;
  };
  return {
    row: ({ row, cells, afterTotal }) => {
      const filled = fill(cells, afterTotal);
      if (table !== ROSTER) filledDown.add("支部", filled.textFilled ? filled.text : null, row);
      filledDown.add("单位", filled.unitFilled ? filled.unit : null, row);
      const base: RowCells = { range, row, cells: withFilled(range, cells, filled, table) };
      for (const [field, index] of columns) {
        const cell = cells[index];
        if (isErrorValue(cell)) issues.push(issue("errorValue", placeOf(base, field), { text: cell }));
      }
      const branches = branchesOf(base, filled);
      const { day, span } = placed(base, reading, issues);
      return { range, row, cells: base.cells, branches, day, span };
    },
    finish: filledDown.finish,
  };
}

function withFilled(
  range: LedgerRange,
  cells: readonly CellValue[],
  filled: Filled,
  table: string,
): readonly CellValue[] {
  const branchFilled = filled.textFilled && table !== ROSTER;
  if (!branchFilled && !filled.unitFilled) return cells;
  const copy = [...cells];
  if (branchFilled) copy[range.columns["支部"] ?? 0] = filled.text;
  if (filled.unitFilled) copy[range.columns["单位"] ?? 0] = filled.unit;
  return copy;
}

/** Lists fill-downs once for each run of rows that took the same value. */
function fillRecorder(
  range: LedgerRange,
  issues: Issue[],
): { readonly add: (column: string, value: string | null, row: number) => void; readonly finish: () => void } {
  const open = new Map<string, { value: string; first: number; rows: number }>();
  const close = (column: string): void => {
    const run = open.get(column);
    if (run !== undefined)
      issues.push(
        issue(
          "filledDown",
          { sheet: range.sheet, cell: cellName(run.first, range.column + (range.columns[column] ?? 0)) },
          { table: range.table.name, column, value: run.value, rows: run.rows },
        ),
      );
    open.delete(column);
  };
  return {
    add: (column, value, row) => {
      const run = open.get(column);
      if (value !== null && run?.value === value) run.rows++;
      else {
        close(column);
        if (value !== null) open.set(column, { value, first: row, rows: 1 });
      }
    },
    finish: () => {
      for (const column of [...open.keys()]) close(column);
    },
  };
}

/** Places a row in time: by its day, or by its 期间. */
function placed(
  row: RowCells,
  { words, dates, wholePeriod }: Reading,
  issues: Issue[],
): { readonly day: number | null; readonly span: DayRange | null } {
  const table = row.range.table.name;
  const dayIn = (field: string): { blank: boolean; day: number | null } => {
    const cell = fieldOf(row, field);
    if (isBlank(cell, words)) return { blank: true, day: null };
    const day = readDate(cell, dates);
    if (day === null)
      issues.push(issue("dateUnreadable", placeOf(row, field), { table, column: field, text: textOf(cell) }));
    return { blank: false, day };
  };
  switch (row.range.table.dating) {
    case "none":
      return { day: null, span: null };
    case "date":
    case "task": {
      const fields = row.range.table.dating === "date" ? ["日期"] : ["期限", "业务部署日", "党建部署日"];
      for (const field of fields) {
        const { blank, day } = dayIn(field);
        if (!blank) return { day, span: null };
      }
      issues.push(issue("dateBlank", placeOf(row, fields[0] ?? ""), { table }));
      return { day: null, span: null };
    }
    case "period": {
      const cell = fieldOf(row, "期间");
      if (isBlank(cell, words)) {
        if (table !== "先锋岗") issues.push(issue("periodCellBlank", placeOf(row, "期间"), { table }));
        return { day: null, span: table === "先锋岗" ? wholePeriod : null };
      }
      const span = readPeriod(cell, dates);
      if (span === null)
        issues.push(issue("periodCellUnreadable", placeOf(row, "期间"), { table, text: textOf(cell) }));
      return { day: null, span };
    }
  }
}

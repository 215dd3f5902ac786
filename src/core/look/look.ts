import { frameOf } from "../assessment/frame";
import { type DayRange, isoOf } from "../calendar";
import type { SheetGrid, WorkbookGrids } from "../grid";
import { areaName } from "../grid";
import type { Issue, Severity } from "../issue";
import { issueList } from "../issue-list";
import { dataChecks } from "../ledger/checks";
import type { MappedRange } from "../ledger/mapping";
import { type Ledger, type LedgerRange, type LedgerRow, type LedgerTable, hasColumn } from "../ledger/ledger";
import { readLedger } from "../ledger/read-ledger";
import { periodName } from "../ledger/read-period";
import { TABLES, type TableSchema } from "../ledger/schema";
import { type PreparedSheet, prepareSheet } from "../ledger/sheet";
import { isEmptyCell } from "../ledger/text";
import { workbookRanges } from "../ledger/workbook-ranges";
import type { Progress, RunOptions } from "../outcome";
import { assessedTime, choosePeriod } from "../period";
import type { Indicator } from "../scheme/scheme";
import { readSettings, wordsOf } from "../scheme/settings";
import { candidateSheet, type CandidateSheet, lackedBy } from "./candidates";
import { type ColumnLook, headerColumns, headerReach } from "./header-columns";
import { coveredDays, type PeriodPresets, periodPresets } from "./period-presets";
import {
  type ForeseenUnassessed,
  readColumns,
  rosterColumns,
  unassessedByRoster,
  unassessedByTable,
} from "./unassessed-by-table";

/** A column that a range lacks, with the 代码 of the indicators that read it; none where the table itself needs it. */
export interface LackedColumn {
  readonly field: string;
  readonly codes: readonly string[];
}

/** First and last day, `yyyy-mm-dd`. */
export interface CoveredDays {
  readonly first: string;
  readonly last: string;
}

/** One range of a table, as the clerk confirms it. */
export interface RangeLook {
  readonly table: string;
  readonly sheet: string;
  /** A1 address from the header to the last row. */
  readonly area: string;
  /** Data rows: totals, notes and examples left out. */
  readonly rows: number;
  /** First and last day that its rows cover, `yyyy-mm-dd`; `null` where no row has a date. */
  readonly days: CoveredDays | null;
  /** Whether its columns are those that the clerk has confirmed. */
  readonly confirmed: boolean;
  readonly columns: readonly ColumnLook[];
  readonly missing: readonly LackedColumn[];
  /** What the clerk confirmed of ranges that are found no more, on this sheet or on one that is gone. */
  readonly stale: readonly MappedRange[];
}

/** A sheet that may be a ledger, with what the clerk confirmed of ranges that are found no more, on it or on a sheet that is gone. */
export interface CandidateLook extends CandidateSheet {
  readonly stale: readonly MappedRange[];
}

/** One of the fourteen tables. `toConfirm`: a column that is needed was not found, and some column or sheet was not recognised. */
export interface TableLook {
  readonly table: string;
  readonly state: "found" | "toConfirm" | "missing";
  /** Data rows: totals, notes and examples left out. */
  readonly rows: number;
  readonly days: CoveredDays | null;
  readonly ranges: readonly RangeLook[];
  /** What will be 未评 for every branch because of it. */
  readonly unassessed: readonly ForeseenUnassessed[];
}

/** Issues of one code, in the order of the sheets. */
export interface ProblemGroup {
  readonly code: string;
  readonly severity: Severity;
  readonly issues: readonly Issue[];
}

/** Everything that can be said of a workbook before it is assessed. */
export interface WorkbookLook {
  /** Whether no sheet of the clerk's holds anything. */
  readonly isEmpty: boolean;
  /** Whether there is enough to assess: 支部名册 or 活动台账. */
  readonly isAssessable: boolean;
  /** All tables in the order of methodology §2. */
  readonly tables: readonly TableLook[];
  readonly candidates: readonly CandidateLook[];
  /** The gravest first, then by code in order of appearance. */
  readonly problems: readonly ProblemGroup[];
  readonly period: {
    /** The period as chosen, else as the data suggest it; `null` where they do not. */
    readonly name: string | null;
    /** Whether it was suggested by the data. */
    readonly guessed: boolean;
    readonly presets: PeriodPresets;
  };
  readonly scheme: {
    /** `refused`: the workbook's 评分标准 cannot be read; its faults are among the problems. */
    readonly source: "built-in" | "workbook" | "refused";
    readonly indicators: number;
    /** 耦合公式 in effect; `null` where the scheme is refused. */
    readonly formula: RunOptions["formula"];
    readonly showRanks: boolean;
  };
  readonly hasRoster: boolean;
  readonly branches: number;
}

/** Stands for the period where there is none: only what names its year can be read. */
const NO_PERIOD: DayRange = { first: 0, last: 0 };

/**
 * Looks at a workbook without assessing it: what was found, what is lacking and what that leaves 未评, what to verify, which
 * periods there are. It pauses by yielding its progress.
 */
export function* look(grids: WorkbookGrids, options: RunOptions): Generator<Progress, WorkbookLook> {
  const issues = issueList();
  const settings = readSettings(grids, options);
  for (const one of settings.issues) issues.add(one);
  const words = settings.kind === "read" ? settings.words : wordsOf(grids);
  const indicators = settings.kind === "read" ? settings.scheme.indicators : [];
  yield { stage: "scheme", done: 1, total: 1 };

  const { date1904 } = grids;
  const found = yield* workbookRanges(grids, words);
  const period = yield* choosePeriod(options.period, { ranges: found.ranges, date1904, words });
  if (period.kind === "refused" && period.because === "period") for (const one of period.issues) issues.add(one);
  const days = period.kind === "chosen" ? period.days : null;
  const time = settings.kind === "read" && days !== null ? assessedTime(settings, options, days, date1904) : null;
  for (const one of time?.issues ?? []) issues.add(one);
  const read = yield* readLedger(found, {
    words,
    period: days ?? NO_PERIOD,
    wholePeriod: time?.assessed ?? days ?? NO_PERIOD,
    date1904,
  });
  for (const one of read.issues) issues.add(one);
  const { ledger } = read;
  if (settings.kind === "read" && time !== null)
    yield* dataChecks(frameOf(ledger, settings, grids, time, issues), indicators, issues);

  const candidates: CandidateLook[] = [];
  const staleOn = staleBySheet(grids, found.stale);
  for (const sheet of unreadSheets(grids, read.issues)) {
    const candidate = candidateSheet(sheet, words);
    if (candidate !== null) candidates.push({ ...candidate, stale: staleOn(sheet.name) });
    yield { stage: "checks", done: 1, total: 1 };
  }
  const prepared = sheetReader(grids);
  const tables: TableLook[] = [];
  for (const table of TABLES) {
    tables.push(tableLook(table, ledger, { indicators, candidates, prepared, staleOn }));
    yield { stage: "checks", done: 1, total: 1 };
  }
  const presets = periodPresets(Object.values(ledger.tables));
  yield { stage: "checks", done: 1, total: 1 };
  return {
    isEmpty: grids.sheets.every(({ values }) => values.every((row) => row.every(isEmptyCell))),
    isAssessable: ledger.hasRoster || ledger.tables["活动台账"] !== undefined,
    tables,
    candidates,
    problems: grouped(issues.all()),
    period: {
      name: days === null ? null : periodName(days, isoOf),
      guessed: options.period === null && days !== null,
      presets,
    },
    scheme:
      settings.kind === "read"
        ? {
            source: settings.scheme.source,
            indicators: indicators.length,
            formula: settings.parameters.formula,
            showRanks: settings.parameters.showRanks,
          }
        : { source: "refused", indicators: 0, formula: null, showRanks: false },
    hasRoster: ledger.hasRoster,
    branches: ledger.branches.length,
  };
}

/** The sheets that hold something and were not read. */
function unreadSheets(grids: WorkbookGrids, issues: readonly Issue[]): readonly SheetGrid[] {
  const unread = new Set(issues.filter(({ code }) => code === "sheetNotRead").map(({ place }) => place?.sheet));
  return grids.sheets.filter(({ name }) => unread.has(name));
}

/** Gives the prepared sheet of a name; each is prepared once. */
function sheetReader(grids: WorkbookGrids): (name: string) => PreparedSheet | null {
  const known = new Map<string, PreparedSheet | null>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const grid = grids.sheets.find((sheet) => sheet.name === name);
    const made = grid === undefined ? null : prepareSheet(grid);
    known.set(name, made);
    return made;
  };
}

/** Gives what was confirmed of ranges that are found no more, and may have lain on a sheet: on itself, or on one that is gone. */
function staleBySheet(
  { sheets }: WorkbookGrids,
  stale: readonly MappedRange[],
): (sheet: string) => readonly MappedRange[] {
  const standing = new Set(sheets.map(({ name }) => name));
  return (name) => stale.filter(({ sheet }) => sheet === name || !standing.has(sheet));
}

interface LookContext {
  readonly indicators: readonly Indicator[];
  readonly candidates: readonly CandidateSheet[];
  readonly prepared: (name: string) => PreparedSheet | null;
  readonly staleOn: (sheet: string) => readonly MappedRange[];
}

function tableLook(table: TableSchema, ledger: Ledger, context: LookContext): TableLook {
  const found = ledger.tables[table.name];
  const rowsOf = new Map<LedgerRange, LedgerRow[]>(found?.ranges.map((range) => [range, []]));
  for (const row of found?.rows ?? []) rowsOf.get(row.range)?.push(row);
  const ranges = found?.ranges.map((range) => rangeLook(range, rowsOf.get(range) ?? [], context)) ?? [];
  const roster = table.name === "支部名册";
  return {
    table: table.name,
    state: stateOf(table, found, ranges, context),
    rows: found?.read ?? 0,
    days: shownDays(found?.rows ?? []),
    ranges,
    unassessed: roster
      ? unassessedByRoster(found, context.indicators)
      : unassessedByTable(table.name, found, context.indicators),
  };
}

function stateOf(
  table: TableSchema,
  found: LedgerTable | undefined,
  ranges: readonly RangeLook[],
  { candidates }: LookContext,
): TableLook["state"] {
  if (found === undefined) return candidates.some((sheet) => sheet.table === table.name) ? "toConfirm" : "missing";
  const open = ranges.some(
    ({ missing, columns }) => missing.length > 0 && columns.some(({ field, mappable }) => field === null && mappable),
  );
  return open ? "toConfirm" : "found";
}

function shownDays(rows: readonly LedgerRow[]): CoveredDays | null {
  const covered = coveredDays(rows);
  return covered === null ? null : { first: isoOf(covered.first), last: isoOf(covered.last) };
}

function rangeLook(
  range: LedgerRange,
  ledgerRows: readonly LedgerRow[],
  { indicators, prepared, staleOn }: LookContext,
): RangeLook {
  const sheet = prepared(range.sheet);
  const fields = new Map(Object.entries(range.columns).map(([field, column]) => [column, field]));
  const indices = [...fields.keys()];
  const { table, sheet: name, confirmed } = range;
  const base = {
    table: table.name,
    sheet: name,
    confirmed,
    rows: ledgerRows.length,
    days: shownDays(ledgerRows),
    stale: staleOn(name),
  };
  const missing = lackedColumns(range, indicators);
  if (sheet === null) return { ...base, area: "", columns: [], missing };
  const row = range.firstRow - sheet.grid.row;
  const first = Math.min(...indices);
  const reaches = headerReach(sheet.grid, row, first);
  const [upper = [], lower = []] = sheet.rows.slice(row, row + range.headerHeight);
  const columns = upper.flatMap((cell, column) =>
    fields.has(column) || (reaches(column) && !(isEmptyCell(cell) && isEmptyCell(lower[column]))) ? [column] : [],
  );
  const rows = sheet.rows.slice(row + range.headerHeight, range.lastRow - sheet.grid.row + 1);
  const left = Math.min(...columns);
  return {
    ...base,
    area: areaName({
      row: range.firstRow,
      column: sheet.grid.column + left,
      rowCount: range.lastRow - range.firstRow + 1,
      columnCount: Math.max(...columns) - left + 1,
    }),
    columns: headerColumns(
      sheet,
      { row, height: range.headerHeight, columns },
      rows,
      (column) => fields.get(column) ?? null,
    ),
    missing,
  };
}

/** What a range lacks: what its table needs, and what the scheme reads there. */
function lackedColumns(range: LedgerRange, indicators: readonly Indicator[]): readonly LackedColumn[] {
  const has = new Set(Object.keys(range.table.columns).filter((field) => hasColumn(range, field)));
  const isRoster = range.table.name === "支部名册";
  // 单位 or 类型 may serve a sheet of that name as well.
  const needed = isRoster ? [] : lackedBy(range.table, has);
  const codes = new Map<string, string[]>(needed.map((field) => [field, []]));
  for (const indicator of indicators) {
    if (!isRoster && indicator.line.table !== range.table.name) continue;
    for (const field of isRoster ? rosterColumns(indicator) : readColumns(indicator)) {
      if (has.has(field)) continue;
      codes.set(field, [...(codes.get(field) ?? []), indicator.line.code]);
    }
  }
  return [...codes].map(([field, own]) => ({ field, codes: own }));
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

function grouped(issues: readonly Issue[]): readonly ProblemGroup[] {
  const groups = new Map<string, Issue[]>();
  for (const one of issues) {
    const group = groups.get(one.code);
    if (group === undefined) groups.set(one.code, [one]);
    else group.push(one);
  }
  return [...groups]
    .map(([code, own]) => ({ code, severity: own[0]?.severity ?? "info", issues: own }))
    .sort((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]);
}

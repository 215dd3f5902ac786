import { type DayRange, holds, inside, monthsTouched } from "../calendar";
import { issue } from "../issues";
import type { IssueList } from "../issue-list";
import type { CellValue, WorkbookGrids } from "../grid";
import { percentCells } from "../ledger/formats";
import { type Ledger, type LedgerRange, type LedgerRow, type LedgerTable } from "../ledger/ledger";
import { type DateContext, readDate } from "../ledger/read-date";
import { textOf } from "../ledger/text";
import { type Vocabulary, isBlank, tokenReader } from "../ledger/vocabulary";
import type { AssessedTime } from "../period";
import type { Parameters } from "../scheme/parameters";
import type { Settings } from "../scheme/settings";
import { type CellReading, type CodedColumn, codedColumn, fieldReader, perCode, remembered } from "./columns";
import { windowOf } from "./window";

/** What one run is measured against. */
export interface Frame {
  readonly ledger: Ledger;
  readonly words: Vocabulary;
  readonly parameters: Parameters;
  /** The period as named. */
  readonly period: DayRange;
  /** The period as cut by 截止日; `null` where 截止日 lies before it. */
  readonly assessed: DayRange | null;
  /** 截止日. */
  readonly asOf: number;
  readonly dates: DateContext;
  /** Window of each branch; `null` where it has none. */
  readonly windows: readonly (DayRange | null)[];
  readonly views: Readonly<Record<string, TableView>>;
  /** Canonical tokens of a category cell. */
  readonly tokens: (column: string, text: string) => readonly string[];
  /** Whether the number format of a field's cell is a percentage. */
  readonly percentCell: (row: LedgerRow, field: string) => boolean;
}

/** The rows of one table, by branch. */
export interface TableView {
  readonly table: LedgerTable;
  /** Rows that count, by branch: dated rows inside its window, rows of a 期间 inside the assessed period. */
  readonly inWindow: readonly (readonly LedgerRow[])[];
  /** Ranges that hold rows of the branch, of any date. */
  readonly ranges: readonly ReadonlySet<LedgerRange>[];
  /** Rows that count for at least one branch. */
  readonly counted: number;
  /** One column of the rows in `inWindow`; worth its making for the few distinct cells that many rules ask. */
  readonly column: (field: string) => CodedColumn;
  /** 0, 1, 2 …: where the rows of a branch stand in `inWindow`. */
  readonly positions: (branch: number) => readonly number[];
}

/** The frame of a ledger that was read for a period: the windows of its branches, the rows that count in each. */
export function frameOf(
  ledger: Ledger,
  settings: Settings,
  grids: WorkbookGrids,
  time: AssessedTime,
  issues: IssueList,
): Frame {
  const { words, parameters } = settings;
  const dates = { period: time.days, date1904: grids.date1904 };
  const windows = branchWindows(ledger, time.assessed, dates, words, issues);
  const views = Object.fromEntries(
    Object.entries(ledger.tables).map(([name, table]) => [
      name,
      tableView(table, time.days, time.assessed, windows, words),
    ]),
  );
  return {
    ledger,
    words,
    parameters,
    period: time.days,
    assessed: time.assessed,
    asOf: time.asOf,
    dates,
    windows,
    views,
    tokens: tokenReader(words),
    percentCell: percentCells(grids),
  };
}

/**
 * Reads one column of the rows that count, asking `decide` once for each distinct cell: columns of closed vocabularies, which
 * many rules read, by their codes; others, of which few cells may be asked, one by one.
 */
export function readColumn<T extends object | string | number | boolean | null>(
  view: TableView,
  field: string,
  decide: (cell: CellValue) => T,
): CellReading<T> {
  const kind = view.table.table.columns[field];
  if (kind === "category" || kind === "yesNo") return perCode(view.column(field), decide);
  return readCells(view, field, remembered(decide));
}

/** Reads one column of the rows that count; for what is decided faster than looked up. */
function readCells<T>(view: TableView, field: string, decide: (cell: CellValue) => T): CellReading<T> {
  const read = fieldReader(field);
  return (branch, at) => {
    const row = view.inWindow[branch]?.[at];
    return decide(row === undefined ? null : read(row));
  };
}

/** Whether the cells of a column are blank. */
export function readBlank(view: TableView, field: string, words: Vocabulary): CellReading<boolean> {
  const kind = view.table.table.columns[field];
  const blank = (cell: CellValue): boolean => isBlank(cell, words);
  return kind === "category" ? perCode(view.column(field), blank) : readCells(view, field, blank);
}

/** The window of each branch (methodology §3): from its founding month to its 撤销日期, inside the assessed period. */
function branchWindows(
  ledger: Ledger,
  assessed: DayRange | null,
  dates: DateContext,
  words: Vocabulary,
  issues: IssueList,
): (DayRange | null)[] {
  return ledger.branches.map(({ fields, place }) => {
    const day = (field: string): number | null => {
      const cell = fields[field] ?? null;
      if (isBlank(cell, words)) return null;
      const read = readDate(cell, dates);
      if (read === null)
        issues.add(issue("dateUnreadable", place, { table: "支部名册", column: field, text: textOf(cell) }));
      return read;
    };
    const founded = day("成立日期");
    const closed = day("撤销日期");
    return assessed === null ? null : windowOf(assessed, founded, closed);
  });
}

/** Sorts the rows of a table by branch and keeps those that count. */
function tableView(
  table: LedgerTable,
  period: DayRange,
  assessed: DayRange | null,
  windows: readonly (DayRange | null)[],
  words: Vocabulary,
): TableView {
  const inWindow = windows.map((): LedgerRow[] => []);
  const ranges = windows.map(() => new Set<LedgerRange>());
  const named = table.table.name === "自评复核";
  let counted = 0;
  for (const row of table.rows) {
    let counts = table.table.dating === "none" && row.branches.length > 0;
    for (const branch of row.branches) {
      ranges[branch]?.add(row.range);
      const window = windows[branch] ?? null;
      if (window === null) continue;
      const placed =
        row.day !== null
          ? holds(window, row.day)
          : row.span !== null && (named ? sameDays(row.span, period) : assessed !== null && inside(row.span, assessed));
      if (!placed) continue;
      inWindow[branch]?.push(row);
      counts = true;
    }
    if (counts) counted++;
  }
  const columns = new Map<string, CodedColumn>();
  const positions = new Map<number, readonly number[]>();
  return {
    table,
    inWindow,
    ranges,
    counted,
    column: (field) => {
      const known = columns.get(field) ?? codedColumn(inWindow, field, words);
      columns.set(field, known);
      return known;
    },
    positions: (branch) => {
      const known = positions.get(branch) ?? (inWindow[branch] ?? []).map((_, at) => at);
      positions.set(branch, known);
      return known;
    },
  };
}

/** Months of a window, for 折算 and 覆盖月. */
export function windowMonths(window: DayRange): number {
  return monthsTouched(window);
}

function sameDays(a: DayRange, b: DayRange): boolean {
  return a.first === b.first && a.last === b.last;
}

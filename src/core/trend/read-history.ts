import type { CellValue } from "../grid";
import { readDate } from "../ledger/read-date";
import { periodName, readPeriod } from "../ledger/read-period";
import { comparable, textOf } from "../ledger/text";
import { isoOf } from "../calendar";
import type { History, UnreadRow } from "./history";
import { SNAPSHOT_FIGURES, type Snapshot, type SnapshotFigure } from "./snapshot";

/** The words by which the columns of 历史记录 are found. */
export interface HistoryWords {
  readonly headings: Readonly<Record<SnapshotColumn, string>>;
  /** What stands before the name of a subsystem in the heading of its index. */
  readonly subsystemPrefix: string;
  readonly unassessed: string;
  /** How a row begins that explains the record, and is none of it. */
  readonly notePrefix: string;
}

/** The columns of 历史记录 beside those of the subsystems. */
export type SnapshotColumn =
  "period" | "asOf" | "generatedAt" | "unit" | "branch" | SnapshotFigure | "fingerprint" | "note";

/** The tab as it stands in the workbook: the values of its used range, and the workbook's way to count days. */
export interface HistoryCells {
  readonly values: readonly (readonly CellValue[])[];
  readonly date1904: boolean;
}

/** Columns of the tab by what they hold. */
interface Columns {
  readonly of: ReadonlyMap<SnapshotColumn, number>;
  readonly subsystems: readonly { readonly name: string; readonly column: number }[];
}

/** Dates of the record name their year. */
const ANY_PERIOD = { first: 0, last: 0 };

function isEmpty(cell: CellValue | undefined): boolean {
  return textOf(cell).trim() === "";
}

/** The columns that a heading row names; `null` where it is none: 期间, 支部 and one figure it must name. */
function columnsOf(row: readonly CellValue[], { headings, subsystemPrefix }: HistoryWords): Columns | null {
  const found = row.map((cell) => comparable(textOf(cell)));
  const of = new Map(
    entriesOf(headings).flatMap(([column, heading]) => {
      const at = found.indexOf(comparable(heading));
      return at < 0 ? [] : [[column, at] as const];
    }),
  );
  const named = new Set(of.values());
  const prefix = comparable(subsystemPrefix);
  const subsystems = row.flatMap((cell, column) => {
    const text = textOf(cell).trim();
    return named.has(column) || !comparable(text).startsWith(prefix) || text.length <= subsystemPrefix.length
      ? []
      : [{ name: text.slice(subsystemPrefix.length), column }];
  });
  const isHeading = of.has("period") && of.has("branch") && SNAPSHOT_FIGURES.some((figure) => of.has(figure));
  return isHeading ? { of, subsystems } : null;
}

function entriesOf(headings: HistoryWords["headings"]): (readonly [SnapshotColumn, string])[] {
  const rest = ["period", "asOf", "generatedAt", "unit", "branch", "fingerprint", "note"] as const;
  return [...rest, ...SNAPSHOT_FIGURES].map((column) => [column, headings[column]] as const);
}

/** A figure of the record; `undefined` where the cell holds neither a number nor a word for none. */
function figureIn(cell: CellValue | undefined, unassessed: string): number | null | undefined {
  if (isEmpty(cell)) return null;
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : undefined;
  const text = textOf(cell).trim();
  if (text === unassessed) return null;
  return /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : undefined;
}

/** The snapshot in a row; `null` where period, branch or a figure cannot be read. */
function snapshotIn(
  row: readonly CellValue[],
  columns: Columns,
  words: HistoryWords,
  date1904: boolean,
): Snapshot | null {
  const cell = (column: SnapshotColumn) => row[columns.of.get(column) ?? -1];
  const dating = { period: ANY_PERIOD, date1904 };
  const days = readPeriod(cell("period"), dating);
  const branch = textOf(cell("branch")).trim();
  if (days === null || branch === "") return null;
  const figures = SNAPSHOT_FIGURES.map((name) => [name, figureIn(cell(name), words.unassessed)] as const);
  const subsystems = columns.subsystems.map(
    ({ name, column }) => [name, isEmpty(row[column]) ? null : figureIn(row[column], words.unassessed)] as const,
  );
  if ([...figures, ...subsystems].some(([, figure]) => figure === undefined)) return null;
  const of = (name: SnapshotFigure) => figures.find(([own]) => own === name)?.[1] ?? null;
  const day = (column: SnapshotColumn) => readDate(cell(column), dating);
  const unit = textOf(cell("unit")).trim();
  return {
    generatedAt: withTime(cell("generatedAt"), day("generatedAt")),
    first: days.first,
    last: days.last,
    asOf: day("asOf"),
    period: periodName(days, isoOf),
    unit: unit === "" ? null : unit,
    branch,
    // A subsystem that the scheme did not have then has an empty cell; one that was 未评 has the word.
    subsystems: Object.fromEntries(
      subsystems
        .filter((_, index) => !isEmpty(row[columns.subsystems[index]?.column ?? -1]))
        .map(([name, figure]) => [name, figure ?? null] as const),
    ),
    figures: {
      coupling: of("coupling"),
      development: of("development"),
      coordination: of("coordination"),
      linkage: of("linkage"),
      fusion: of("fusion"),
      total: of("total"),
    },
    fingerprint: textOf(cell("fingerprint")).trim(),
    note: textOf(cell("note")),
  };
}

/** A day with the time that its cell holds beside it. */
function withTime(cell: CellValue | undefined, day: number | null): number | null {
  return day === null || typeof cell !== "number" ? day : day + (cell - Math.floor(cell));
}

/** Whether a row is one of the tab's own explanations, or empty. */
function saysNothing(row: readonly CellValue[], { notePrefix }: HistoryWords): boolean {
  const filled = row.filter((cell) => !isEmpty(cell));
  return filled.length === 0 || (filled.length === 1 && textOf(filled[0]).trim().startsWith(notePrefix));
}

/** What was read, and the row of `values` in which the record of each period begins. */
export interface ReadHistory {
  readonly history: History;
  readonly firstRows: ReadonlyMap<string, number>;
}

/**
 * Reads 历史记录. Columns are found by their headings, in whatever order; rows above the headings are the tab's own. A row below of which
 * the period, the branch or a figure cannot be read is given back as it is. Without headings every row is.
 */
export function readHistory({ values, date1904 }: HistoryCells, words: HistoryWords): ReadHistory {
  const at = values.findIndex((row) => columnsOf(row, words) !== null);
  const columns = columnsOf(values[at] ?? [], words);
  const snapshots: Snapshot[] = [];
  const unread: UnreadRow[] = [];
  const firstRows = new Map<string, number>();
  for (const [index, row] of values.entries()) {
    if (index <= at || saysNothing(row, words)) continue;
    const snapshot = columns === null ? null : snapshotIn(row, columns, words, date1904);
    if (snapshot === null) unread.push(row);
    else {
      snapshots.push(snapshot);
      if (!firstRows.has(snapshot.period)) firstRows.set(snapshot.period, index);
    }
  }
  return { history: { snapshots, unread }, firstRows };
}

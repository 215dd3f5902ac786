import { type DayRange, holds } from "../calendar";
import { fieldReader } from "../assessment/columns";
import { type Frame, type TableView, readColumn } from "../assessment/frame";
import { type CellValue, cellName } from "../grid";
import { issue } from "../issues";
import type { IssueList } from "../issue-list";
import { codePoints } from "../methods/levenshtein";
import { round9 } from "../methods/round9";
import type { Progress } from "../outcome";
import type { Indicator } from "../scheme/scheme";
import { type LedgerRow, fieldOf, hasColumn, placeOf } from "./ledger";
import { readNumber } from "./read-number";
import { TABLES, type TableSchema } from "./schema";
import { comparable, compact, textOf } from "./text";
import { isBlank } from "./vocabulary";

const LAST_DAYS = 10;
const BUNCHED_SHARE = 0.3;
const FEWEST_ROWS = 10;
/** Shorter texts are set phrases that anybody may write. */
const LONG_TEXT = 30;
const LONG_TEXTS = ["转化措施", "成效"] as const;
/** Rows of one day that are compared with each other directly; beyond, only those of one digest are. */
const FEW = 8;

/** Rows looked at between two pauses. */
const ROWS_A_STEP = 2000;

/** More than the number of any day: first and last day of a 期间 make one key. */
const SPANS_A_DAY = 1_000_000;

/**
 * What the clerk should verify (methodology §8, 数据核验), among the rows that count: rows outside the period, duplicates, unknown
 * categories, entries bunched in the last days, identical texts across branches, 实到 above 应到, full attendance throughout. It
 * lists, and accuses nobody.
 */
export function* dataChecks(
  frame: Frame,
  indicators: readonly Indicator[],
  issues: IssueList,
): Generator<Progress, void> {
  const views = Object.values(frame.views);
  for (const [index, view] of views.entries()) {
    const progress: Progress = { stage: "checks", done: index, total: views.length };
    for (const rows of view.inWindow) {
      duplicates(rows, issues);
      yield progress;
    }
    outside(view, issues);
    yield* unknownCategories(view, frame, issues, progress);
    yield { stage: "checks", done: index + 1, total: views.length };
  }
  absentBranches(frame, indicators, issues);
  const activities = frame.views["活动台账"];
  if (activities === undefined) return;
  derivedDirections(activities, frame, issues);
  const progress: Progress = { stage: "checks", done: views.length, total: views.length };
  yield* sameTexts(activities, frame, issues, progress);
  for (const [branch, window] of frame.windows.entries()) {
    if (window !== null) habits(branch, window, activities, frame, issues);
    yield progress;
  }
}

/**
 * Lists the rows of one branch that repeat an earlier one of the same day or 期间: equal in every other cell, however the branch
 * and the day are written.
 */
function duplicates(rows: readonly LedgerRow[], issues: IssueList): void {
  const days = new Map<number, Day>();
  for (const row of rows) {
    const key = row.day ?? (row.span === null ? 0 : row.span.first * SPANS_A_DAY + row.span.last);
    const day = days.get(key);
    if (day === undefined) {
      days.set(key, { rows: [row], byDigest: null });
      continue;
    }
    const among = day.rows.length < FEW ? day.rows : ofDigest(day, digest(row));
    const first = among.find((other) => sameCells(row, other));
    if (first === undefined) {
      day.rows.push(row);
      if (among !== day.rows) among.push(row);
    } else
      issues.add(
        issue("duplicateRow", placeOf(row, "支部"), {
          table: row.range.table.name,
          first: `${first.range.sheet}!${placeOf(first, "支部").cell}`,
        }),
      );
  }
}

interface Day {
  readonly rows: LedgerRow[];
  byDigest: Map<number, LedgerRow[]> | null;
}

/** The rows of a busy day that have a digest. */
function ofDigest(day: Day, key: number): LedgerRow[] {
  if (day.byDigest === null) {
    day.byDigest = new Map<number, LedgerRow[]>();
    for (const row of day.rows) {
      const own = digest(row);
      day.byDigest.set(own, [...(day.byDigest.get(own) ?? []), row]);
    }
  }
  const rows = day.byDigest.get(key) ?? [];
  day.byDigest.set(key, rows);
  return rows;
}

/** A number that equal rows share and different ones seldom do, made without building any text. */
function digest(row: LedgerRow): number {
  let sum = 0;
  for (const field of comparedFields(row.range)) {
    const text = textOf(fieldOf(row, field));
    sum = (Math.imul(sum, 31) + text.length * 65_537 + (text.charCodeAt(0) || 0) * 31) | 0;
    sum = (sum + (text.charCodeAt(text.length - 1) || 0)) | 0;
  }
  return sum;
}

function sameCells(row: LedgerRow, other: LedgerRow): boolean {
  for (const field of comparedFields(row.range)) {
    const cell = fieldOf(row, field);
    const beside = fieldOf(other, field);
    if (cell !== beside && textOf(cell) !== textOf(beside)) return false;
  }
  return true;
}

/** The columns of each table in which duplicates are equal: all but those that say which branch and when. */
const COMPARED: ReadonlyMap<TableSchema, readonly string[]> = new Map(
  TABLES.map((table) => {
    const placing = [
      "支部",
      "单位",
      ...(table.dating === "date" ? ["日期"] : table.dating === "period" ? ["期间"] : []),
    ];
    return [table, Object.keys(table.columns).filter((column) => !placing.includes(column))] as const;
  }),
);

function comparedFields({ table }: LedgerRow["range"]): readonly string[] {
  return COMPARED.get(table) ?? [];
}

/** Rows of known branches with a readable date or 期间 that count for none of them. */
function outside({ table, counted }: TableView, issues: IssueList): void {
  const first = table.ranges[0];
  if (table.table.dating === "none" || first === undefined) return;
  let rows = -counted;
  for (const row of table.rows) if (row.branches.length > 0 && (row.day !== null || row.span !== null)) rows++;
  if (rows > 0)
    issues.add(
      issue(
        "rowsOutside",
        {
          sheet: first.sheet,
          cell: cellName(first.firstRow, first.column + Math.min(...Object.values(first.columns))),
        },
        { table: table.table.name, rows },
      ),
    );
}

/** Read by the diagnosis (methodology §7), whatever the scheme is. */
const DIAGNOSED_TABLE = "宣传";

/** 该支部无台账: for each branch the tables, of those that the scheme or the diagnosis reads, that hold no row of it. */
function absentBranches(frame: Frame, indicators: readonly Indicator[], issues: IssueList): void {
  const asked = new Set([...indicators.map(({ line }) => line.table), DIAGNOSED_TABLE]);
  for (const [branch, { place }] of frame.ledger.branches.entries()) {
    if (frame.windows[branch] == null) continue;
    const tables = Object.entries(frame.views).flatMap(([table, { ranges }]) =>
      asked.has(table) && ranges[branch]?.size === 0 ? [table] : [],
    );
    if (tables.length > 0)
      issues.add(issue("noLedger", place, { branch: labelOf(branch, frame), table: tables.join("、") }));
  }
}

function* unknownCategories(
  view: TableView,
  frame: Frame,
  issues: IssueList,
  progress: Progress,
): Generator<Progress, void> {
  for (const [column, kind] of Object.entries(view.table.table.columns)) {
    const values = frame.words.categories[column]?.values;
    if (kind !== "category" || values === undefined || !view.table.ranges.some((range) => hasColumn(range, column)))
      continue;
    const unknownIn = (cell: CellValue): readonly string[] =>
      isBlank(cell, frame.words) ? [] : frame.tokens(column, textOf(cell)).filter((token) => !values.includes(token));
    const coded = view.column(column);
    for (const branch of view.inWindow.keys()) {
      coded.codes(branch);
      yield progress;
    }
    if (coded.cells().every((cell) => unknownIn(cell).length === 0)) continue;
    const unknown = readColumn(view, column, unknownIn);
    const found = new Map<string, { readonly row: LedgerRow; readonly text: string; rows: number }>();
    for (const [branch, rows] of view.inWindow.entries()) {
      for (const [at, row] of rows.entries()) {
        for (const text of unknown(branch, at)) {
          const entry = found.get(comparable(text));
          if (entry === undefined) found.set(comparable(text), { row, text, rows: 1 });
          else entry.rows++;
        }
      }
      yield progress;
    }
    for (const { row, text, rows } of found.values())
      issues.add(issue("categoryUnknown", placeOf(row, column), { column, text, rows }));
  }
}

function derivedDirections(view: TableView, frame: Frame, issues: IssueList): void {
  const ranges = new Set(
    view.table.ranges.filter((range) => hasColumn(range, "共建方向") && hasColumn(range, "党建+")),
  );
  if (ranges.size === 0) return;
  const derived = view.table.rows.filter(
    (row) =>
      ranges.has(row.range) &&
      !isBlank(fieldOf(row, "党建+"), frame.words) &&
      isBlank(fieldOf(row, "共建方向"), frame.words),
  );
  const [first] = derived;
  if (first !== undefined) issues.add(issue("derivedDirection", placeOf(first, "党建+"), { rows: derived.length }));
}

interface SharedText {
  readonly field: string;
  readonly text: string;
  readonly row: LedgerRow;
  readonly branches: Set<number>;
  shared: boolean;
}

/** The same long text in rows of different branches; one row that names several branches is no repetition. */
function* sameTexts(
  { table }: TableView,
  frame: Frame,
  issues: IssueList,
  progress: Progress,
): Generator<Progress, void> {
  const found = new Map<string, SharedText>();
  const readers = LONG_TEXTS.map((field) => ({ field, cellOf: fieldReader(field) }));
  for (const [index, row] of table.rows.entries()) {
    if (index % ROWS_A_STEP === 0) yield progress;
    const { day, branches } = row;
    if (day === null || !branches.some((branch) => counts(day, frame.windows[branch]))) continue;
    for (const { field, cellOf } of readers) {
      const cell = cellOf(row);
      if (typeof cell !== "string" || cell.length < LONG_TEXT) continue;
      const text = compact(cell);
      if (codePoints(text).length < LONG_TEXT) continue;
      const key = `${field}\u0000${text}`;
      const entry = found.get(key);
      if (entry === undefined) found.set(key, { field, text, row, branches: new Set(branches), shared: false });
      else {
        for (const branch of branches) entry.branches.add(branch);
        entry.shared ||= !branches.some((branch) => entry.row.branches.includes(branch));
      }
    }
  }
  for (const { field, text, row, branches, shared } of found.values()) {
    if (!shared) continue;
    const names = [...branches].map((branch) => labelOf(branch, frame)).join("、");
    const start = [...text].slice(0, LONG_TEXT).join("");
    issues.add(
      issue("sameText", placeOf(row, field), {
        column: field,
        text: start.length < text.length ? `${start}…` : text,
        branches: names,
      }),
    );
  }
}

function counts(day: number, window: DayRange | null | undefined): boolean {
  return window != null && holds(window, day);
}

/** The name of a branch, behind its 单位 where others bear the same name. */
function labelOf(branch: number, { ledger: { branches } }: Frame): string {
  const own = branches[branch];
  if (own === undefined) return "";
  return own.unit !== "" && branches.some((other) => other !== own && other.name === own.name)
    ? `${own.unit}${own.name}`
    : own.name;
}

/** Entries bunched in the last days, 实到 above 应到, full attendance throughout. */
function habits(branch: number, window: DayRange, view: TableView, frame: Frame, issues: IssueList): void {
  const rows = view.inWindow[branch] ?? [];
  const [first] = rows;
  if (first === undefined) return;
  const name = labelOf(branch, frame);
  const late = rows.filter(({ day }) => day !== null && day > window.last - LAST_DAYS);
  const share = late.length / rows.length;
  const [firstLate] = late;
  if (rows.length >= FEWEST_ROWS && round9(share) >= BUNCHED_SHARE && firstLate !== undefined)
    issues.add(issue("bunched", placeOf(firstLate, "日期"), { branch: name, share, days: LAST_DAYS, column: name }));
  const dueOf = fieldReader("应到");
  const cameOf = fieldReader("实到");
  let counted = 0;
  let full = 0;
  for (const row of rows) {
    const due = readNumber(dueOf(row))?.value ?? NaN;
    const came = readNumber(cameOf(row))?.value ?? NaN;
    if (!Number.isFinite(due) || !Number.isFinite(came)) continue;
    counted++;
    if (came === due) full++;
    if (round9(came) > round9(due))
      issues.add(
        issue("partAboveWhole", placeOf(row, "实到"), {
          part: "实到",
          whole: "应到",
          partValue: came,
          wholeValue: due,
        }),
      );
  }
  if (counted >= FEWEST_ROWS && full === counted)
    issues.add(issue("fullAttendance", placeOf(first, "实到"), { branch: name, rows: counted, column: name }));
}

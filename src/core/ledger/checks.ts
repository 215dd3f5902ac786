import type { DayRange } from "../calendar";
import { perCell } from "../assessment/columns";
import type { Frame, TableView } from "../assessment/frame";
import type { CellValue } from "../grid";
import { cellName } from "../grid";
import { issue } from "../issues";
import type { IssueList } from "../issue-list";
import { round9 } from "../methods/round9";
import type { Progress } from "../outcome";
import { type LedgerRow, fieldOf, hasColumn, placeOf } from "./ledger";
import { readNumber } from "./read-number";
import { comparable, compact, textOf } from "./text";
import { isBlank } from "./vocabulary";

const LAST_DAYS = 10;
const BUNCHED_SHARE = 0.3;
const FEWEST_ROWS = 10;
const LONG_TEXT = 15;
/** Rows of one day that are compared with each other directly; beyond, only those of one digest are. */
const FEW = 8;

/**
 * What the clerk should verify (methodology §8, 数据核验), among the rows that count: rows outside the period, duplicates, unknown
 * categories, entries bunched in the last days, identical texts across branches, 实到 above 应到, full attendance throughout. It
 * lists, and accuses nobody.
 */
export function* dataChecks(
  frame: Frame,
  schemeTables: readonly string[],
  issues: IssueList,
): Generator<Progress, void> {
  const views = Object.values(frame.views);
  for (const [index, view] of views.entries()) {
    for (const rows of view.inWindow) {
      duplicates(rows, issues);
      yield { stage: "checks", done: index, total: views.length };
    }
    outside(view, issues);
    unknownCategories(view, frame, issues);
    yield { stage: "checks", done: index + 1, total: views.length };
  }
  absentBranches(frame, schemeTables, issues);
  const activities = frame.views["活动台账"];
  if (activities === undefined) return;
  derivedDirections(activities, frame, issues);
  sameTexts(activities, frame, issues);
  for (const [branch, window] of frame.windows.entries()) {
    if (window !== null) habits(branch, window, activities, frame, issues);
    yield { stage: "checks", done: views.length, total: views.length };
  }
}

/** Lists the rows of one branch that repeat an earlier one of the same day or 期间 cell by cell. */
function duplicates(rows: readonly LedgerRow[], issues: IssueList): void {
  const days = new Map<number, { readonly rows: LedgerRow[]; readonly byDigest: Map<number, LedgerRow[]> }>();
  for (const row of rows) {
    const key = row.day ?? row.span?.first ?? 0;
    let day = days.get(key);
    if (day === undefined) days.set(key, (day = { rows: [], byDigest: new Map<number, LedgerRow[]>() }));
    const first = (day.rows.length < FEW ? day.rows : alike(day, row)).find((other) => sameCells(row, other));
    if (first === undefined) {
      day.rows.push(row);
      if (day.rows.length > FEW) alike(day, row).push(row);
    } else
      issues.add(
        issue("duplicateRow", placeOf(row, "支部"), {
          table: row.range.table.name,
          first: `${first.range.sheet}!${placeOf(first, "支部").cell}`,
        }),
      );
  }
}

/** The rows of a busy day that share the digest of `row`. */
function alike(
  day: { readonly rows: readonly LedgerRow[]; readonly byDigest: Map<number, LedgerRow[]> },
  row: LedgerRow,
): LedgerRow[] {
  if (day.byDigest.size === 0)
    for (const one of day.rows.slice(0, FEW)) {
      const key = digest(one);
      day.byDigest.set(key, [...(day.byDigest.get(key) ?? []), one]);
    }
  const key = digest(row);
  const rows = day.byDigest.get(key) ?? [];
  day.byDigest.set(key, rows);
  return rows;
}

/** A number that equal rows share and different ones seldom do, made without building any text. */
function digest(row: LedgerRow): number {
  let sum = 0;
  for (const index of Object.values(row.range.columns)) {
    const cell = row.cells[index] ?? "";
    const part =
      typeof cell === "number"
        ? cell
        : typeof cell === "string" && cell !== ""
          ? cell.length * 65_537 + cell.charCodeAt(0) * 31 + cell.charCodeAt(cell.length - 1)
          : 0;
    sum = (Math.imul(sum, 31) + part) | 0;
  }
  return sum;
}

function sameCells(row: LedgerRow, other: LedgerRow): boolean {
  for (const [field, index] of Object.entries(row.range.columns)) {
    const cell: CellValue = row.cells[index] ?? null;
    const beside = row.range === other.range ? (other.cells[index] ?? null) : fieldOf(other, field);
    if (cell !== beside && textOf(cell) !== textOf(beside)) return false;
  }
  return (
    row.range === other.range ||
    Object.keys(other.range.columns).every(
      (field) => row.range.columns[field] !== undefined || textOf(fieldOf(other, field)) === "",
    )
  );
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

/** 该支部无台账: for each branch the tables that hold no row of it. */
function absentBranches(frame: Frame, schemeTables: readonly string[], issues: IssueList): void {
  for (const [branch, { name, place }] of frame.ledger.branches.entries()) {
    if (frame.windows[branch] == null) continue;
    const tables = schemeTables.filter((table) => frame.views[table]?.ranges[branch]?.size === 0);
    if (tables.length > 0) issues.add(issue("noLedger", place, { branch: name, table: tables.join("、") }));
  }
}

function unknownCategories(view: TableView, frame: Frame, issues: IssueList): void {
  for (const [column, kind] of Object.entries(view.table.table.columns)) {
    const values = frame.words.categories[column]?.values;
    if (kind !== "category" || values === undefined || !view.table.ranges.some((range) => hasColumn(range, column)))
      continue;
    const unknown = perCell(view.column(column), (cell) =>
      isBlank(cell, frame.words) ? [] : frame.tokens(column, textOf(cell)).filter((token) => !values.includes(token)),
    );
    const found = new Map<string, { readonly row: LedgerRow; readonly text: string; rows: number }>();
    for (const [branch, rows] of view.inWindow.entries()) {
      for (const [at, row] of rows.entries()) {
        for (const text of unknown(branch, at)) {
          const entry = found.get(comparable(text));
          if (entry === undefined) found.set(comparable(text), { row, text, rows: 1 });
          else entry.rows++;
        }
      }
    }
    for (const { row, text, rows } of found.values())
      issues.add(issue("categoryUnknown", placeOf(row, column), { column, text, rows }));
  }
}

function derivedDirections(view: TableView, frame: Frame, issues: IssueList): void {
  const direction = view.column("共建方向");
  const derived = perCell(direction, (cell) => cell === "党建+");
  let first: LedgerRow | undefined;
  let count = 0;
  for (const [branch, rows] of view.inWindow.entries()) {
    for (const [at, row] of rows.entries()) {
      if (!derived(branch, at) || !hasColumn(row.range, "共建方向")) continue;
      if (!isBlank(fieldOf(row, "共建方向"), frame.words)) continue;
      first ??= row;
      count++;
    }
  }
  if (first !== undefined) issues.add(issue("derivedDirection", placeOf(first, "党建+"), { rows: count }));
}

/** The same long 成效 in rows of different branches; one row that names several branches is no repetition. */
function sameTexts(view: TableView, frame: Frame, issues: IssueList): void {
  const long = perCell(view.column("成效"), (cell) => {
    const text = typeof cell === "string" && cell.length >= LONG_TEXT ? compact(cell) : "";
    return [...text].length >= LONG_TEXT ? text : null;
  });
  const found = new Map<string, { readonly row: LedgerRow; readonly branches: Set<number>; shared: boolean }>();
  for (const [branch, rows] of view.inWindow.entries()) {
    for (const [at, row] of rows.entries()) {
      const text = long(branch, at);
      if (text === null) continue;
      const entry = found.get(text);
      if (entry === undefined) found.set(text, { row, branches: new Set([branch]), shared: false });
      else {
        entry.branches.add(branch);
        entry.shared ||= row !== entry.row && !row.branches.some((own) => entry.row.branches.includes(own));
      }
    }
  }
  for (const [text, { row, branches, shared }] of found) {
    if (!shared) continue;
    const names = [...branches].map((branch) => frame.ledger.branches[branch]?.name ?? "");
    issues.add(issue("sameText", placeOf(row, "成效"), { column: "成效", text, branches: names.join("、") }));
  }
}

/** Entries bunched in the last days, 实到 above 应到, full attendance throughout. */
function habits(branch: number, window: DayRange, view: TableView, frame: Frame, issues: IssueList): void {
  const rows = view.inWindow[branch] ?? [];
  const [first] = rows;
  if (first === undefined) return;
  const name = frame.ledger.branches[branch]?.name ?? "";
  const late = rows.filter(({ day }) => day !== null && day > window.last - LAST_DAYS);
  const share = late.length / rows.length;
  const [firstLate] = late;
  if (rows.length >= FEWEST_ROWS && round9(share) >= BUNCHED_SHARE && firstLate !== undefined)
    issues.add(issue("bunched", placeOf(firstLate, "日期"), { branch: name, share, days: LAST_DAYS, column: name }));
  let counted = 0;
  let full = 0;
  for (const row of rows) {
    const due = readNumber(fieldOf(row, "应到"))?.value;
    const came = readNumber(fieldOf(row, "实到"))?.value;
    if (due === undefined || came === undefined) continue;
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

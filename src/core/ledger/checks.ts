import { type DayRange } from "../calendar";
import type { Frame } from "../assessment/frame";
import { tokensOf } from "../assessment/measures";
import { issue } from "../issues";
import type { IssueList } from "../issue-list";
import type { Progress } from "../outcome";
import { type LedgerRow, type LedgerTable, fieldOf, hasColumn, placeOf } from "./ledger";
import { readNumber } from "./read-number";
import { compact, textOf } from "./text";
import { isBlank } from "./vocabulary";

const LAST_DAYS = 10;
const BUNCHED_SHARE = 0.3;
const FEWEST_ROWS = 10;
const LONG_TEXT = 15;
const ROWS_A_STEP = 10_000;

/**
 * What the clerk should verify (methodology §8, 数据核验): rows outside the period, duplicates, unknown categories, entries bunched in
 * the last days, identical texts across branches, full attendance throughout. It lists, and accuses nobody.
 */
export function* dataChecks(
  frame: Frame,
  schemeTables: readonly string[],
  issues: IssueList,
): Generator<Progress, void> {
  const tables = Object.values(frame.ledger.tables);
  for (const [index, table] of tables.entries()) {
    yield* duplicates(table, issues);
    outside(table, frame, issues);
    absentBranches(table, frame, schemeTables, issues);
    yield { stage: "checks", done: index + 1, total: tables.length };
  }
  const activities = frame.ledger.tables["活动台账"];
  if (activities === undefined) return;
  unknownCategories(activities, frame, issues);
  derivedDirections(activities, frame, issues);
  sameTexts(activities, frame, issues);
  frame.windows.forEach((window, branch) => {
    if (window !== null) habits(branch, window, frame, issues);
  });
}

function* duplicates(table: LedgerTable, issues: IssueList): Generator<Progress, void> {
  // Only rows of the same digest are compared cell by cell.
  const seen = new Map<number, LedgerRow[]>();
  let count = 0;
  for (const row of table.rows) {
    const key = digest(row);
    const alike = seen.get(key);
    const first = alike?.find((other) => sameCells(row, other));
    if (alike === undefined) seen.set(key, [row]);
    else if (first === undefined) alike.push(row);
    else
      issues.add(
        issue("duplicateRow", placeOf(row, "支部"), {
          table: table.table.name,
          first: `${first.range.sheet}!${placeOf(first, "支部").cell}`,
        }),
      );
    if (++count % ROWS_A_STEP === 0) yield { stage: "checks", done: count, total: table.rows.length };
  }
}

/** A number that equal rows share and different ones seldom do, made without building any text. */
function digest(row: LedgerRow): number {
  let sum = row.branches[0] ?? -1;
  for (const cell of row.cells) {
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
  const columns = row.range === other.range ? Object.values(row.range.columns) : null;
  if (columns !== null) return columns.every((index) => row.cells[index] === other.cells[index]);
  const fields = [...new Set([...Object.keys(row.range.columns), ...Object.keys(other.range.columns)])];
  return fields.every((field) => textOf(fieldOf(row, field)) === textOf(fieldOf(other, field)));
}

function outside(table: LedgerTable, frame: Frame, issues: IssueList): void {
  const placed = table.rows.filter((row) => row.branches.length > 0 && (row.day !== null || row.span !== null));
  const rows = placed.length - (frame.views[table.table.name]?.counted ?? 0);
  const first = table.ranges[0];
  if (table.table.dating !== "none" && rows > 0 && first !== undefined)
    issues.add(issue("rowsOutside", { sheet: first.sheet, cell: "A1" }, { table: table.table.name, rows }));
}

function absentBranches(table: LedgerTable, frame: Frame, schemeTables: readonly string[], issues: IssueList): void {
  if (!schemeTables.includes(table.table.name)) return;
  frame.ledger.branches.forEach(({ name, place }, branch) => {
    if (frame.windows[branch] !== null && frame.views[table.table.name]?.ranges[branch]?.size === 0)
      issues.add(issue("noLedger", place, { branch: name, table: table.table.name, column: table.table.name }));
  });
}

function unknownCategories(table: LedgerTable, frame: Frame, issues: IssueList): void {
  const found = new Map<string, { row: LedgerRow; column: string; text: string; rows: number }>();
  for (const row of table.rows) {
    for (const column of ["类别", "载体", "共建方向", "转化状态"]) {
      if (row.range.columns[column] === undefined) continue;
      const values = frame.words.categories[column]?.values ?? [];
      for (const text of tokensOf(row, column, frame)) {
        if (values.includes(text)) continue;
        const entry = found.get(`${column}\u0000${text}`);
        if (entry === undefined) found.set(`${column}\u0000${text}`, { row, column, text, rows: 1 });
        else entry.rows++;
      }
    }
  }
  for (const { row, column, text, rows } of found.values())
    issues.add(issue("categoryUnknown", placeOf(row, column), { column, text, rows }));
}

function derivedDirections(table: LedgerTable, frame: Frame, issues: IssueList): void {
  const derived = table.rows.filter(
    (row) =>
      row.range.columns["共建方向"] !== undefined &&
      isBlank(fieldOf(row, "共建方向"), frame.words) &&
      !isBlank(fieldOf(row, "党建+"), frame.words),
  );
  const first = derived[0];
  if (first !== undefined) issues.add(issue("derivedDirection", placeOf(first, "党建+"), { rows: derived.length }));
}

function sameTexts(table: LedgerTable, frame: Frame, issues: IssueList): void {
  const found = new Map<string, { row: LedgerRow; branches: Set<number> }>();
  for (const row of table.rows) {
    if (!hasColumn(row.range, "成效")) continue;
    const cell = fieldOf(row, "成效");
    if (typeof cell !== "string" || cell.length < LONG_TEXT) continue;
    const text = compact(cell);
    if ([...text].length < LONG_TEXT) continue;
    const entry = found.get(text) ?? { row, branches: new Set<number>() };
    for (const branch of row.branches) entry.branches.add(branch);
    found.set(text, entry);
  }
  for (const [text, { row, branches }] of found) {
    const names = [...branches].map((branch) => frame.ledger.branches[branch]?.name ?? "");
    if (names.length > 1)
      issues.add(issue("sameText", placeOf(row, "成效"), { column: "成效", text, branches: names.join("、") }));
  }
}

function habits(branch: number, window: DayRange, frame: Frame, issues: IssueList): void {
  const rows = frame.views["活动台账"]?.inWindow[branch] ?? [];
  const first = rows[0];
  const name = frame.ledger.branches[branch]?.name ?? "";
  if (first === undefined || rows.length < FEWEST_ROWS) return;
  const late = rows.filter(({ day }) => day !== null && day > window.last - LAST_DAYS);
  const share = late.length / rows.length;
  if (share >= BUNCHED_SHARE && late[0] !== undefined)
    issues.add(
      issue("bunched", placeOf(late[0], "日期"), {
        branch: name,
        share: Math.round(share * 100),
        days: LAST_DAYS,
        column: name,
      }),
    );
  const attended = rows.flatMap((row) => {
    const due = readNumber(fieldOf(row, "应到"));
    const came = readNumber(fieldOf(row, "实到"));
    return due === null || came === null ? [] : [came.value === due.value];
  });
  if (attended.length >= FEWEST_ROWS && attended.every(Boolean))
    issues.add(issue("fullAttendance", placeOf(first, "实到"), { branch: name, rows: attended.length, column: name }));
}

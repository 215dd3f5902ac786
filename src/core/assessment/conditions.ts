import type { CellValue } from "../grid";
import type { Issue } from "../issue";
import { issue } from "../issues";
import type { IssueList } from "../issue-list";
import { type LedgerRow, fieldOf, placeOf } from "../ledger/ledger";
import { readDate } from "../ledger/read-date";
import { readNumber } from "../ledger/read-number";
import { readPeriod } from "../ledger/read-period";
import { type ColumnKind, tableSchema } from "../ledger/schema";
import { comparable, isEmptyCell, isErrorValue, splitCell, textOf } from "../ledger/text";
import { isBlank, isNoWord, isYesWord, personNames } from "../ledger/vocabulary";
import { round9 } from "../methods/round9";
import type { Clause, Comparison } from "../scheme/condition";
import { type Frame, type TableView, readBlank, readColumn } from "./frame";

/** Whether a row satisfies a condition; `null` where a side cannot be read as what is compared: the row is then left out. */
export type Verdict = boolean | null;

/** A condition made ready for the rows of one table: the verdict on the i-th row of a branch that counts. */
export type RowTest = (branch: number, at: number) => Verdict;

/** Compiles the clauses of a 条件 for the rows of a table; rows that cannot be decided are listed under `code`. */
export function rowTest(
  clauses: readonly Clause[],
  view: TableView,
  frame: Frame,
  code: string,
  issues: IssueList,
): RowTest {
  const tests = clauses.map((clause) => clauseTest(clause, view, frame));
  return (branch, at) => {
    let unreadable: Clause | undefined;
    for (const [index, test] of tests.entries()) {
      const verdict = test(branch, at);
      if (verdict === false) return false;
      if (verdict === null) unreadable ??= clauses[index];
    }
    if (unreadable === undefined) return true;
    const row = view.inWindow[branch]?.[at];
    if (row !== undefined) issues.add(comparisonUnreadable(unreadable, row, branch, frame, code));
    return null;
  };
}

function clauseTest(clause: Clause, view: TableView, frame: Frame): RowTest {
  const kind = view.table.table.columns[clause.column] ?? "text";
  const sides: Sides = { kind, column: clause.column, frame, applies: false };
  if (clause.kind === "presence") {
    const blank = readBlank(view, clause.column, frame.words);
    return (branch, at) => blank(branch, at) !== clause.filled;
  }
  if (clause.kind === "member" || clause.right.kind === "text")
    return readColumn(view, clause.column, (cell) => decide(clause, cell, sides));
  const { comparison, right } = clause;
  if (right.kind === "roster") {
    const ofBranch = frame.ledger.branches.map(({ fields }) =>
      readColumn(view, clause.column, (cell) => compare(cell, fields[right.column] ?? null, comparison, sides)),
    );
    return (branch, at) => ofBranch[branch]?.(branch, at) ?? null;
  }
  return (branch, at) => {
    const row = view.inWindow[branch]?.[at];
    const cell = row === undefined ? null : fieldOf(row, clause.column);
    const beside = row === undefined ? null : fieldOf(row, right.column);
    if (isBlank(cell, frame.words) || isBlank(beside, frame.words)) return comparison === "≠";
    return compare(cell, beside, comparison, sides);
  };
}

/** Names the side that could not be read: the row's own cell, the other column's, or the branch's roster field. */
function comparisonUnreadable(clause: Clause, row: LedgerRow, branch: number, frame: Frame, code: string): Issue {
  const kind = row.range.table.columns[clause.column] ?? "text";
  const cell = fieldOf(row, clause.column);
  const sides: Sides = { kind, column: clause.column, frame, applies: false };
  const own = comparableValue(cell, sides) === null || clause.kind !== "compare" || clause.right.kind === "text";
  const { column, text, place } = own
    ? { column: clause.column, text: textOf(cell), place: placeOf(row, clause.column) }
    : clause.right.kind === "column"
      ? {
          column: clause.right.column,
          text: textOf(fieldOf(row, clause.right.column)),
          place: placeOf(row, clause.right.column),
        }
      : {
          column: clause.right.column,
          text: textOf(frame.ledger.branches[branch]?.fields[clause.right.column] ?? null),
          place: frame.ledger.branches[branch]?.place ?? null,
        };
  return issue("comparisonUnreadable", place, { code, column, text });
}

/**
 * Whether an indicator applies to a branch: `null` where the roster field it needs is blank, missing or unreadable. `≠`, `∉`, 非空
 * and 为空 always decide.
 */
export function appliesTo(
  clauses: readonly Clause[],
  branch: number,
  frame: Frame,
): { readonly verdict: Verdict; readonly column: string } {
  let undecided = "";
  for (const clause of clauses) {
    const fields = frame.ledger.branches[branch]?.fields ?? {};
    const cell = fields[clause.column] ?? null;
    const kind = ROSTER_KINDS[clause.column] ?? "text";
    const always =
      clause.kind === "presence" || (clause.kind === "member" ? clause.negated : clause.comparison === "≠");
    let verdict: Verdict;
    if (!always && (isEmptyCell(cell) || isErrorValue(cell))) verdict = null;
    else if (clause.kind === "compare" && clause.right.kind !== "text") {
      const right = fields[clause.right.column] ?? null;
      verdict =
        !always && isEmptyCell(right)
          ? null
          : compare(cell, right, clause.comparison, { kind, column: clause.column, frame, applies: true });
    } else verdict = decide(clause, cell, { kind, column: clause.column, frame, applies: true });
    if (verdict === false) return { verdict, column: clause.column };
    if (verdict === null && undecided === "") undecided = clause.column;
  }
  return { verdict: undecided === "" ? true : null, column: undecided };
}

const ROSTER_KINDS: Readonly<Record<string, ColumnKind>> = tableSchema("支部名册")?.columns ?? {};

/** Decides a clause whose right side is a literal. */
function decide(clause: Clause, cell: CellValue, sides: Sides): Verdict {
  switch (clause.kind) {
    case "presence":
      return isBlank(cell, sides.frame.words) !== clause.filled;
    case "member": {
      const verdicts = clause.values.map((value) => equal(cell, value, sides));
      if (verdicts.includes(true)) return !clause.negated;
      return verdicts.includes(null) ? null : clause.negated;
    }
    case "compare":
      return clause.right.kind === "text" ? compare(cell, clause.right.text, clause.comparison, sides) : null;
  }
}

interface Sides {
  readonly kind: ColumnKind;
  readonly column: string;
  readonly frame: Frame;
  /** In 适用 a 空值 word is *no*, 0 or plain text; in 条件 it is blank unless the comparison is yes/no. */
  readonly applies: boolean;
}

function compare(left: CellValue, right: CellValue, comparison: Comparison, sides: Sides): Verdict {
  switch (comparison) {
    case "=":
      return equal(left, right, sides);
    case "≠": {
      const same = equal(left, right, sides);
      return same === null ? null : !same;
    }
    case "≥":
    case "≤":
    case ">":
    case "<":
      return ordered(left, right, comparison, sides);
  }
}

function equal(left: CellValue, right: CellValue, sides: Sides): Verdict {
  const { frame } = sides;
  const rightText = textOf(right);
  if (isEmptyCell(left) || isErrorValue(left) || isEmptyCell(right)) return false;
  const rightNo = isNoWord(rightText, frame.words);
  if (isYesWord(rightText) || rightNo) {
    const tokens = [textOf(left), ...splitCell(textOf(left))];
    return tokens.some(
      (token) =>
        (rightNo ? isNoWord(token, frame.words) : isYesWord(token)) ||
        sameText(token, rightText) ||
        sameNumber(token, rightText),
    );
  }
  if (!sides.applies && isBlank(left, frame.words)) return false;
  switch (sides.kind) {
    case "date": {
      const days = [left, right].map((cell) => readDate(cell, frame.dates));
      return days.includes(null) ? null : days[0] === days[1];
    }
    case "category": {
      const wanted = frame.tokens(sides.column, rightText);
      return frame.tokens(sides.column, textOf(left)).some((token) => wanted.some((other) => sameText(token, other)));
    }
    case "person": {
      const wanted = personNames(rightText);
      return personNames(textOf(left)).some((name) => wanted.some((other) => sameText(name, other)));
    }
    case "period": {
      const [one, other] = [left, right].map((cell) => readPeriod(cell, frame.dates));
      return one == null || other == null
        ? sameText(textOf(left), rightText)
        : one.first === other.first && one.last === other.last;
    }
    case "number":
    case "text":
    case "yesNo": {
      const leftText =
        sides.applies && isNoWord(textOf(left), frame.words) && readNumber(rightText)?.exact === true
          ? "0"
          : textOf(left);
      return [leftText, ...splitCell(leftText)].some(
        (token) => sameText(token, rightText) || sameNumber(token, rightText),
      );
    }
  }
}

function sameText(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

function sameNumber(a: string, b: string): boolean {
  const one = readNumber(a);
  const other = readNumber(b);
  return one?.exact === true && other?.exact === true && round9(one.value) === round9(other.value);
}

function ordered(left: CellValue, right: CellValue, comparison: "≥" | "≤" | ">" | "<", sides: Sides): Verdict {
  const blank = (cell: CellValue): boolean =>
    sides.applies ? isEmptyCell(cell) || isErrorValue(cell) : isBlank(cell, sides.frame.words);
  if (blank(left) || blank(right)) return false;
  const [a, b] = [left, right].map((cell) => comparableValue(cell, sides));
  if (a == null || b == null) return null;
  const difference = round9(a) - round9(b);
  switch (comparison) {
    case "≥":
      return difference >= 0;
    case "≤":
      return difference <= 0;
    case ">":
      return difference > 0;
    case "<":
      return difference < 0;
  }
}

/** A cell as the day or the number that is compared; `null` where it cannot be read as one. */
function comparableValue(cell: CellValue, { kind, frame, applies }: Sides): number | null {
  if (kind === "date") return readDate(cell, frame.dates);
  if (applies && isNoWord(textOf(cell), frame.words)) return 0;
  const read = readNumber(cell);
  return read?.exact === true ? read.value : null;
}

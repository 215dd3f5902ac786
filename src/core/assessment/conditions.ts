import type { CellValue } from "../grid";
import { issue } from "../issues";
import type { IssueList } from "../issue-list";
import { type LedgerRow, fieldOf, placeOf } from "../ledger/ledger";
import { readDate } from "../ledger/read-date";
import { readNumber } from "../ledger/read-number";
import type { ColumnKind, TableSchema } from "../ledger/schema";
import { comparable, isEmptyCell, isErrorValue, splitCell, textOf } from "../ledger/text";
import { canonicalToken, isBlank, isNoWord, isYesWord, personNames } from "../ledger/vocabulary";
import type { Clause, Comparison } from "../scheme/condition";
import type { Frame } from "./frame";

/** Whether a row satisfies a condition; `null` where a side cannot be read as what is compared: the row is then left out. */
export type Verdict = boolean | null;

/** A condition made ready for the rows of one table. */
export type RowTest = (row: LedgerRow, branch: number) => Verdict;

/** Compiles the clauses of a 条件 for the rows of `table`; rows that cannot be decided are listed under `code`. */
export function rowTest(
  clauses: readonly Clause[],
  table: TableSchema,
  frame: Frame,
  code: string,
  issues: IssueList,
): RowTest {
  const tests = clauses.map((clause) => clauseTest(clause, table, frame));
  return (row, branch) => {
    let verdict: Verdict = true;
    for (const [index, test] of tests.entries()) {
      const one = test(row, branch);
      if (one === false) return false;
      if (one === null) {
        verdict = null;
        const column = clauses[index]?.column ?? "";
        issues.add(
          issue("comparisonUnreadable", placeOf(row, column), { code, column, text: textOf(fieldOf(row, column)) }),
        );
      }
    }
    return verdict;
  };
}

function clauseTest(clause: Clause, table: TableSchema, frame: Frame): RowTest {
  const kind = table.columns[clause.column] ?? "text";
  if (clause.kind === "compare" && clause.right.kind === "column") {
    const right = clause.right.column;
    return (row) =>
      compare(fieldOf(row, clause.column), fieldOf(row, right), clause.comparison, {
        kind,
        column: clause.column,
        frame,
        applies: false,
      });
  }
  if (clause.kind === "compare" && clause.right.kind === "roster") {
    const right = clause.right.column;
    const memo = new Map<number, (cell: CellValue) => Verdict>();
    return (row, branch) => {
      let test = memo.get(branch);
      if (test === undefined) {
        const field = frame.ledger.branches[branch]?.fields[right] ?? null;
        test = remembered((cell) =>
          compare(cell, field, clause.comparison, { kind, column: clause.column, frame, applies: false }),
        );
        memo.set(branch, test);
      }
      return test(fieldOf(row, clause.column));
    };
  }
  const test = remembered((cell) => decide(clause, cell, kind, frame, false));
  return (row) => test(fieldOf(row, clause.column));
}

/** Ledger cells repeat: each distinct value is decided once. */
function remembered(decideCell: (cell: CellValue) => Verdict): (cell: CellValue) => Verdict {
  const memo = new Map<CellValue, Verdict>();
  return (cell) => {
    const known = memo.get(cell);
    if (known !== undefined) return known;
    const verdict = decideCell(cell);
    memo.set(cell, verdict);
    return verdict;
  };
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
    } else verdict = decide(clause, cell, kind, frame, true);
    if (verdict === false) return { verdict, column: clause.column };
    if (verdict === null && undecided === "") undecided = clause.column;
  }
  return { verdict: undecided === "" ? true : null, column: undecided };
}

const ROSTER_KINDS: Readonly<Record<string, ColumnKind>> = {
  党员数: "number",
  党小组数: "number",
  成立日期: "date",
  撤销日期: "date",
  支部书记: "person",
};

/** Decides a clause whose right side is a literal. */
function decide(clause: Clause, cell: CellValue, kind: ColumnKind, frame: Frame, applies: boolean): Verdict {
  switch (clause.kind) {
    case "presence":
      return isBlank(cell, frame.words) !== clause.filled;
    case "member": {
      const context = { kind, column: clause.column, frame, applies };
      const member = clause.values.some((value) => compare(cell, value, "=", context) === true);
      return member !== clause.negated;
    }
    case "compare":
      return clause.right.kind === "text"
        ? compare(cell, clause.right.text, clause.comparison, { kind, column: clause.column, frame, applies })
        : null;
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
      const wanted = canonicalToken(sides.column, rightText, frame.words);
      return frame.tokens(sides.column, textOf(left)).some((token) => sameText(token, wanted));
    }
    case "person": {
      const wanted = personNames(rightText);
      return personNames(textOf(left)).some((name) => wanted.includes(name));
    }
    case "number":
    case "period":
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
  return one?.exact === true && other?.exact === true && one.value === other.value;
}

function ordered(left: CellValue, right: CellValue, comparison: "≥" | "≤" | ">" | "<", sides: Sides): Verdict {
  const { frame } = sides;
  const blank = (cell: CellValue): boolean =>
    sides.applies ? isEmptyCell(cell) || isErrorValue(cell) : isBlank(cell, frame.words);
  if (blank(left) || blank(right)) return false;
  const read =
    sides.kind === "date"
      ? (cell: CellValue) => readDate(cell, frame.dates)
      : (cell: CellValue) => exactNumber(cell, sides);
  const a = read(left);
  const b = read(right);
  if (a === null || b === null) return null;
  switch (comparison) {
    case "≥":
      return a >= b;
    case "≤":
      return a <= b;
    case ">":
      return a > b;
    case "<":
      return a < b;
  }
}

function exactNumber(cell: CellValue, sides: Sides): number | null {
  if (sides.applies && isNoWord(textOf(cell), sides.frame.words)) return 0;
  const read = readNumber(cell);
  return read?.exact === true ? read.value : null;
}

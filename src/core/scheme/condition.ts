import { compact } from "../ledger/text";
import { readNumber } from "../ledger/read-number";

/** The right side of a comparison. `roster` is the branch's own roster field (`@列`). */
export type Operand =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "column"; readonly column: string }
  | { readonly kind: "roster"; readonly column: string };

export type Comparison = "=" | "≠" | "≥" | "≤" | ">" | "<";

/** One clause of a 条件; clauses are joined by 且. */
export type Clause =
  | { readonly kind: "compare"; readonly column: string; readonly comparison: Comparison; readonly right: Operand }
  | { readonly kind: "member"; readonly column: string; readonly negated: boolean; readonly values: readonly string[] }
  | { readonly kind: "presence"; readonly column: string; readonly filled: boolean };

/** What is wrong with a 条件 and where: `position` counts characters from 1; `found` is the text there. */
export interface ConditionError {
  readonly code:
    | "columnUnknown"
    | "rosterColumnUnknown"
    | "operatorMissing"
    | "valueMissing"
    | "operatorRepeated"
    | "setExpected"
    | "setUnclosed"
    | "numberExpected"
    | "bracketUnclosed"
    | "clauseEmpty";
  readonly position: number;
  readonly found: string;
}

export type ParsedCondition =
  | { readonly kind: "parsed"; readonly clauses: readonly Clause[] }
  | { readonly kind: "failed"; readonly error: ConditionError };

/** The columns a condition may name: those of the table it reads, and those of the roster behind `@`. */
export interface ConditionColumns {
  readonly columns: ReadonlySet<string>;
  readonly rosterColumns: ReadonlySet<string>;
  readonly isDate: (column: string) => boolean;
  /** Whether a column holds categories: what is compared with it is then a value, unless it stands in 【】. */
  readonly isCategory: (column: string) => boolean;
}

const OPERATORS: Readonly<Record<string, Comparison | "∈" | "∉">> = {
  "!=": "≠",
  "<>": "≠",
  ">=": "≥",
  "<=": "≤",
  "=": "=",
  "≠": "≠",
  "≥": "≥",
  "≤": "≤",
  ">": ">",
  "<": "<",
  "∈": "∈",
  "∉": "∉",
};
const WIDE: Readonly<Record<string, string>> = {
  "＝": "=",
  "＞": ">",
  "＜": "<",
  "！": "!",
  "｛": "{",
  "｝": "}",
  "＠": "@",
  "，": ",",
  "（": "(",
  "）": ")",
};
const CLOSERS: Readonly<Record<string, string>> = { "{": "}", "【": "】", '"': '"', "“": "”" };

interface Failure {
  readonly error: ConditionError;
}

function isFailure(value: object | string): value is Failure {
  return typeof value === "object" && "error" in value;
}

/**
 * Parses the 条件 or 适用 of a scheme row (methodology §4): clauses `列 op 值` joined by 且, with op among
 * `= ≠ ∈ ∉ ≥ ≤ > <` (also `!= >= <=`), sets `{a,b}`, `列非空`, `列为空`; names with operators in them stand in 【】.
 * Blank text is the condition that always holds (no clause). Errors carry the position of the character.
 */
export function parseCondition(text: string, known: ConditionColumns): ParsedCondition {
  const plain = [...text].map((character) => WIDE[character] ?? character).join("");
  if (plain.trim() === "") return { kind: "parsed", clauses: [] };
  const clauses: Clause[] = [];
  for (const { start, end } of clauseSpans(plain)) {
    const clause = parseClause(plain, start, end, known);
    if (isFailure(clause)) return { kind: "failed", error: clause.error };
    clauses.push(clause);
  }
  return { kind: "parsed", clauses };
}

/** Every column of the table that a condition names, on either side. */
export function columnsOf(clauses: readonly Clause[]): string[] {
  return clauses.flatMap((clause) => [
    clause.column,
    ...(clause.kind === "compare" && clause.right.kind === "column" ? [clause.right.column] : []),
  ]);
}

/** Every roster field (`@列`) that a condition names. */
export function rosterFieldsOf(clauses: readonly Clause[]): string[] {
  return clauses.flatMap((clause) =>
    clause.kind === "compare" && clause.right.kind === "roster" ? [clause.right.column] : [],
  );
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function clauseSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    at = skipBracket(text, at);
    if (text[at] === "且") {
      spans.push({ start, end: at });
      start = at + 1;
    }
  }
  return [...spans, { start, end: text.length }];
}

/** The position of the closing character where a bracket or quotation opens at `at` and closes later; else `at`. */
function skipBracket(text: string, at: number): number {
  const closer = CLOSERS[text[at] ?? ""];
  const close = closer === undefined ? -1 : text.indexOf(closer, at + 1);
  return close < 0 ? at : close;
}

function parseClause(text: string, start: number, end: number, known: ConditionColumns): Clause | Failure {
  const body = text.slice(start, end);
  if (body.trim() === "") return fail("clauseEmpty", start, "且");
  const operator = findOperator(text, start, end);
  if (operator === null) {
    const presence = /^(.*?)(非空|为空)\s*$/su.exec(body);
    if (presence === null) return fail("operatorMissing", start + leading(body), body.trim());
    const column = readColumn(presence[1] ?? "", start, known);
    return isFailure(column) ? column : { kind: "presence", column, filled: presence[2] === "非空" };
  }
  const column = readColumn(text.slice(start, operator.at), start, known);
  if (isFailure(column)) return column;
  const from = operator.at + operator.length;
  const value = text.slice(from, end);
  const at = from + leading(value);
  if (value.trim() === "") return fail("valueMissing", from, operator.name);
  if (operator.name === "∈" || operator.name === "∉") {
    const values = readSet(value.trim(), at);
    return isFailure(values) ? values : { kind: "member", column, negated: operator.name === "∉", values };
  }
  const right = readOperand(value.trim(), at, column, known);
  if (isFailure(right)) return right;
  const ordered = operator.name !== "=" && operator.name !== "≠";
  if (ordered && right.kind === "text" && !known.isDate(column) && readNumber(right.text)?.exact !== true)
    return fail("numberExpected", at, value.trim());
  return { kind: "compare", column, comparison: operator.name, right };
}

function findOperator(
  text: string,
  start: number,
  end: number,
): { at: number; length: number; name: Comparison | "∈" | "∉" } | null {
  for (let at = start; at < end; at++) {
    if (text[at] === "【") at = skipBracket(text, at);
    for (const length of [2, 1]) {
      const name = at + length <= end ? OPERATORS[text.slice(at, at + length)] : undefined;
      if (name !== undefined) return { at, length, name };
    }
  }
  return null;
}

function readColumn(text: string, at: number, known: ConditionColumns): string | Failure {
  const trimmed = text.trim();
  const position = at + leading(text);
  if (trimmed.startsWith("【") && !trimmed.endsWith("】")) return fail("bracketUnclosed", position, trimmed);
  const name = columnNameOf(trimmed);
  return known.columns.has(name) ? name : fail("columnUnknown", position, trimmed);
}

/** A column name without its 【】, compact. */
export function columnNameOf(text: string): string {
  return compact(text.trim().replace(/^【(.*)】$/su, "$1"));
}

function readSet(text: string, at: number): readonly string[] | Failure {
  if (!text.startsWith("{")) return fail("setExpected", at, text);
  if (!text.endsWith("}")) return fail("setUnclosed", at + text.length - 1, text);
  const values = text
    .slice(1, -1)
    .split(/[,，、;；]/u)
    .map((value) => unquoted(value.trim()))
    .filter((value) => value !== "");
  return values.length === 0 ? fail("valueMissing", at + 1, text) : values;
}

function readOperand(text: string, at: number, left: string, known: ConditionColumns): Operand | Failure {
  if (text.startsWith("@")) {
    const column = columnNameOf(text.slice(1));
    return known.rosterColumns.has(column)
      ? { kind: "roster", column }
      : fail("rosterColumnUnknown", at + 1, text.slice(1));
  }
  if (text.startsWith("【")) {
    const column = columnNameOf(text);
    return known.columns.has(column) ? { kind: "column", column } : fail("columnUnknown", at, text);
  }
  const plain = unquoted(text);
  if (plain !== text) return { kind: "text", text: plain };
  const operator = findOperator(text, 0, text.length);
  if (operator !== null) return fail("operatorRepeated", at + operator.at, text);
  const column = compact(text);
  // 党建+ is a column and a value of 共建方向.
  return known.columns.has(column) && !known.isCategory(left) ? { kind: "column", column } : { kind: "text", text };
}

function unquoted(text: string): string {
  const quoted = /^(?:"(.*)"|“(.*)”)$/su.exec(text);
  return quoted?.[1] ?? quoted?.[2] ?? text;
}

function leading(text: string): number {
  return text.length - text.trimStart().length;
}

function fail(code: ConditionError["code"], at: number, found: string): Failure {
  return { error: { code, position: at + 1, found } };
}

import { hasOwn } from "../has-own";
import { type TableSchema } from "../ledger/schema";
import {
  type Clause,
  type ConditionColumns,
  type ConditionError,
  columnNameOf,
  columnsOf,
  parseCondition,
} from "./condition";

/** A 计量, parsed: what is computed per branch over the rows that satisfy the 条件 (methodology §4). */
export type Measure =
  | { readonly kind: "count" | "monthCoverage" | "quarterCoverage" | "attained" | "synchrony" | "duty" }
  | { readonly kind: "sum" | "distinct" | "mean" | "median" | "evenness"; readonly column: string }
  | { readonly kind: "categoryCoverage"; readonly column: string; readonly categories: readonly string[] }
  | { readonly kind: "share"; readonly clauses: readonly Clause[] }
  | { readonly kind: "onTime"; readonly done: string; readonly due: string }
  | { readonly kind: "within"; readonly start: string; readonly end: string; readonly days: number }
  | { readonly kind: "ratio"; readonly part: string; readonly whole: string }
  | { readonly kind: "lag"; readonly later: string; readonly earlier: string; readonly absolute: boolean };

/** What is wrong with a 计量. `condition` carries the error inside 占比( … ). */
export interface MeasureError {
  readonly code:
    | "measureUnknown"
    | "argumentsWrong"
    | "columnUnknown"
    | "dateColumnExpected"
    | "numberExpected"
    | "tableWrong"
    | "conditionWrong";
  readonly found: string;
  readonly allowed: string;
  readonly condition: ConditionError | null;
}

export type ParsedMeasure =
  { readonly kind: "parsed"; readonly measure: Measure } | { readonly kind: "failed"; readonly error: MeasureError };

/** How each 计量 is written; the keys are the names that a scheme may use. */
export const MEASURE_FORMS: Readonly<Record<string, string>> = {
  次数: "次数",
  求和: "求和(列)",
  去重: "去重(列)",
  覆盖月: "覆盖月",
  覆盖季: "覆盖季",
  覆盖类: "覆盖类(列; a,b,c)",
  占比: "占比(条件)",
  按期: "按期(完成列, 期限列)",
  限期: "限期(起列, 止列, n)",
  比率: "比率(列A/列B)",
  均值: "均值(列)",
  中位数: "中位数(列)",
  时差: "时差(列A-列B)",
  绝对时差: "绝对时差(列A-列B)",
  均衡度: "均衡度(列)",
  达成: "达成",
  三同步: "三同步",
  履职: "履职",
};

const PLAIN = {
  次数: "count",
  覆盖月: "monthCoverage",
  覆盖季: "quarterCoverage",
  达成: "attained",
  三同步: "synchrony",
  履职: "duty",
} as const;
const ONE_COLUMN = { 求和: "sum", 去重: "distinct", 均值: "mean", 中位数: "median", 均衡度: "evenness" } as const;
const OWN_TABLE: Readonly<Record<string, string>> = { 达成: "业务指标", 三同步: "任务清单", 履职: "先锋岗" };

/** Parses the 计量 of a scheme row that reads `table`. */
export function parseMeasure(text: string, table: TableSchema, known: ConditionColumns): ParsedMeasure {
  const plain = text.normalize("NFKC").trim();
  const match = /^([^()\s]+)\s*(?:\((.*)\))?$/su.exec(plain);
  const name = match?.[1] ?? plain;
  const form = isKey(MEASURE_FORMS, name) ? MEASURE_FORMS[name] : undefined;
  if (match === null || form === undefined)
    return failed("measureUnknown", text, Object.values(MEASURE_FORMS).join("、"));
  const body = match[2];
  if (isKey(PLAIN, name)) {
    const own = OWN_TABLE[name];
    if (own !== undefined && own !== table.name) return failed("tableWrong", table.name, own);
    return body === undefined || body.trim() === ""
      ? { kind: "parsed", measure: { kind: PLAIN[name] } }
      : failed("argumentsWrong", text, form);
  }
  if (body === undefined || body.trim() === "") return failed("argumentsWrong", text, form);
  if (name === "占比") {
    const condition = parseCondition(body, known);
    if (condition.kind === "parsed") return { kind: "parsed", measure: { kind: "share", clauses: condition.clauses } };
    // The position counts from the start of the cell, not of the bracket.
    const error = { ...condition.error, position: condition.error.position + plain.indexOf(body, name.length) };
    return { kind: "failed", error: { code: "conditionWrong", found: body, allowed: form, condition: error } };
  }
  return withColumns(name, body, { text, form, table });
}

interface Source {
  readonly text: string;
  readonly form: string;
  readonly table: TableSchema;
}

function withColumns(name: string, body: string, source: Source): ParsedMeasure {
  if (isKey(ONE_COLUMN, name)) return checked(source, [body], [], ([column]) => ({ kind: ONE_COLUMN[name], column }));
  if (name === "覆盖类") {
    const [column = "", list = ""] = splitOnce(body, /[;:]/u);
    const categories = list
      .split(/[,、]/u)
      .map((category) => category.trim())
      .filter((category) => category !== "");
    if (categories.length === 0) return failed("argumentsWrong", source.text, source.form);
    return checked(source, [column], [], ([only]) => ({ kind: "categoryCoverage", column: only, categories }));
  }
  if (name === "比率")
    return checked(source, splitOnce(body, /\//u), [], ([part, whole]) => ({ kind: "ratio", part, whole }), 2);
  if (name === "时差" || name === "绝对时差") {
    const columns = splitOnce(body, /[-−—–]/u);
    return checked(
      source,
      columns,
      [0, 1],
      ([later, earlier]) => ({ kind: "lag", later, earlier, absolute: name === "绝对时差" }),
      2,
    );
  }
  const parts = body.split(/[,、;]/u).map((part) => part.trim());
  if (name === "按期") return checked(source, parts, [0, 1], ([done, due]) => ({ kind: "onTime", done, due }), 2);
  const days = Number(parts[2]);
  if (parts.length !== 3) return failed("argumentsWrong", source.text, source.form);
  if (parts[2] === "" || !Number.isFinite(days) || days < 0)
    return failed("numberExpected", parts[2] ?? "", source.form);
  return checked(source, parts.slice(0, 2), [0, 1], ([start, end]) => ({ kind: "within", start, end, days }), 2);
}

/** Checks the number of columns, that the table has them, and that those at `dates` are date columns. */
function checked(
  source: Source,
  names: readonly string[],
  dates: readonly number[],
  make: (columns: readonly [string, string]) => Measure,
  count = 1,
): ParsedMeasure {
  if (names.length !== count) return failed("argumentsWrong", source.text, source.form);
  const columns = names.map(columnNameOf);
  const unknown = columns.find((column) => !hasOwn(source.table.columns, column));
  if (unknown !== undefined) return failed("columnUnknown", unknown, Object.keys(source.table.columns).join("、"));
  const notDate = dates.map((index) => columns[index] ?? "").find((column) => source.table.columns[column] !== "date");
  if (notDate !== undefined) {
    const allowed = Object.entries(source.table.columns)
      .filter(([, kind]) => kind === "date")
      .map(([column]) => column);
    return failed("dateColumnExpected", notDate, allowed.join("、"));
  }
  return { kind: "parsed", measure: make([columns[0] ?? "", columns[1] ?? ""]) };
}

/** The columns that a measure reads; for those read in groups (三同步, 履职) the range is checked apart. */
export function measureColumns(measure: Measure): string[] {
  switch (measure.kind) {
    case "sum":
    case "distinct":
    case "mean":
    case "median":
    case "evenness":
    case "categoryCoverage":
      return [measure.column];
    case "share":
      return columnsOf(measure.clauses);
    case "onTime":
      return [measure.done, measure.due];
    case "within":
      return [measure.start, measure.end];
    case "ratio":
      return [measure.part, measure.whole];
    case "lag":
      return [measure.later, measure.earlier];
    case "count":
    case "monthCoverage":
    case "quarterCoverage":
    case "attained":
    case "synchrony":
    case "duty":
      return [];
  }
}

function splitOnce(text: string, separator: RegExp): string[] {
  const outside = text.replace(/【[^】]*】/gu, (name) => "□".repeat(name.length));
  const at = outside.search(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function isKey<T extends object>(record: T, key: PropertyKey): key is keyof T {
  return hasOwn(record, key);
}

function failed(code: MeasureError["code"], found: string, allowed: string): ParsedMeasure {
  return { kind: "failed", error: { code, found, allowed, condition: null } };
}

import type { CellValue, WorkbookGrids } from "../grid";
import type { Issue, Place } from "../issue";
import { type IssueCode, issue } from "../issues";
import { readNumber } from "../ledger/read-number";
import { TABLES, type TableSchema, tableSchema } from "../ledger/schema";
import { compact, isEmptyCell, textOf } from "../ledger/text";
import { isYesWord } from "../ledger/vocabulary";
import type { SchemeLine } from "../assessment/assessment";
import { type Clause, type ConditionColumns, type ConditionError, parseCondition } from "./condition";
import { DEFAULT_SCHEME } from "./default-scheme";
import { type Measure, parseMeasure } from "./measure";
import { settingsSheet, settingsTab } from "./settings-tabs";

/** One indicator, compiled: what a row of 评分标准 says, parsed once. */
export interface Indicator {
  readonly line: SchemeLine;
  readonly measure: Measure;
  readonly condition: readonly Clause[];
  readonly applies: readonly Clause[];
}

/** The scheme in effect, in the order of its rows. */
export interface Scheme {
  readonly source: "built-in" | "workbook";
  readonly indicators: readonly Indicator[];
  /** Subsystems in order of first appearance. */
  readonly subsystems: readonly string[];
}

export type ReadScheme =
  | { readonly kind: "read"; readonly scheme: Scheme; readonly issues: readonly Issue[] }
  | { readonly kind: "refused"; readonly issues: readonly Issue[] };

/** The columns of 评分标准, in their order. */
export const SCHEME_FIELDS = [
  "代码",
  "指标",
  "子系统",
  "数据表",
  "计量",
  "条件",
  "适用",
  "下限",
  "上限",
  "方向",
  "折算",
  "分值",
  "说明",
] as const;
type Field = (typeof SCHEME_FIELDS)[number];
const NEEDED: readonly Field[] = ["代码", "子系统", "数据表", "计量", "下限", "上限", "分值"];
const LEDGERS = TABLES.filter((table) => table.dating !== "none");

/**
 * The scheme of the workbook's 评分标准, or the built-in one where the workbook has none. A scheme that cannot be read is
 * refused as a whole; every fault is listed with its cell, what stands there and what is allowed (methodology §4).
 */
export function readScheme(grids: WorkbookGrids): ReadScheme {
  const sheet = settingsSheet(grids, "评分标准");
  if (sheet === null) return builtIn([]);
  if (sheet.values.every((row) => row.every(isEmptyCell)))
    return builtIn([issue("schemeEmpty", { sheet: sheet.name, cell: "A1" })]);
  const tab = settingsTab(sheet, "代码");
  const missing = NEEDED.filter((field) => tab?.columns.has(field) !== true);
  if (tab === null || missing.length > 0)
    return {
      kind: "refused",
      issues: [
        issue(
          "schemeColumnMissing",
          { sheet: sheet.name, cell: tab?.headerCell ?? "A1" },
          { columns: missing.join("、") },
        ),
      ],
    };
  const rows = tab.rows.map(({ cells, at }): SchemeRow => ({
    value: (field) => cells[tab.columns.get(field) ?? -1] ?? null,
    place: (field) => ({ sheet: tab.sheet, cell: at(tab.columns.get(field) ?? tab.columns.get("代码") ?? 0) }),
  }));
  return compile(rows, "workbook", { sheet: tab.sheet, cell: tab.headerCell });
}

function builtIn(issues: readonly Issue[]): ReadScheme {
  const rows = DEFAULT_SCHEME.map((cells): SchemeRow => ({
    value: (field) => cells[SCHEME_FIELDS.indexOf(field)] ?? null,
    place: () => null,
  }));
  const read = compile(rows, "built-in", null);
  return read.kind === "read" ? { ...read, issues } : read;
}

interface SchemeRow {
  readonly value: (field: Field) => CellValue;
  readonly place: (field: Field) => Place | null;
}

function compile(rows: readonly SchemeRow[], source: Scheme["source"], place: Place | null): ReadScheme {
  const faults: Issue[] = [];
  const codes = new Map<string, Place | null>();
  const indicators = rows.flatMap((row) => {
    const read = readIndicator(row, codes);
    faults.push(...read.faults);
    return read.indicator === null ? [] : [read.indicator];
  });
  if (faults.length === 0 && !indicators.some((indicator) => indicator.line.points > 0))
    faults.push(issue("schemePointsZero", place));
  if (faults.length > 0) return { kind: "refused", issues: faults };
  const subsystems = [...new Set(indicators.map((indicator) => indicator.line.subsystem))];
  return { kind: "read", scheme: { source, indicators, subsystems }, issues: [] };
}

function readIndicator(
  row: SchemeRow,
  codes: Map<string, Place | null>,
): { indicator: Indicator | null; faults: Issue[] } {
  const faults: Issue[] = [];
  const code = compact(textOf(row.value("代码")));
  const fault = (kind: IssueCode, field: Field, params: Issue["params"] = {}): void => {
    faults.push(issue(kind, row.place(field), { code, ...params }));
  };
  if (code === "") fault("schemeCodeMissing", "代码");
  else if (codes.has(code)) fault("schemeCodeRepeated", "代码", { first: codes.get(code)?.cell ?? "" });
  codes.set(code, row.place("代码"));
  const subsystem = compact(textOf(row.value("子系统")));
  if (subsystem === "") fault("schemeSubsystemMissing", "子系统");
  const points = numberIn(row, "分值", fault);
  if (points !== null && points < 0) fault("schemePointsNegative", "分值", { found: points });
  const lower = numberIn(row, "下限", fault);
  const upper = numberIn(row, "上限", fault);
  if (lower !== null && upper !== null && upper <= lower) fault("schemeBoundsWrong", "上限", { lower, upper });
  const direction = compact(textOf(row.value("方向")));
  if (!["", "正向", "逆向"].includes(direction)) fault("schemeDirectionUnknown", "方向", { found: direction });
  const prorated = compact(textOf(row.value("折算")));
  if (!isYesWord(prorated) && !["", "否", "无", "×"].includes(prorated))
    fault("schemeProratedUnknown", "折算", { found: prorated });
  const table = tableSchema(compact(textOf(row.value("数据表"))));
  const texts = {
    measure: textOf(row.value("计量")).trim(),
    condition: textOf(row.value("条件")).trim(),
    applies: textOf(row.value("适用")).trim(),
  };
  if (table === null || table.dating === "none") {
    fault("schemeTableUnknown", "数据表", {
      found: textOf(row.value("数据表")),
      allowed: LEDGERS.map(({ name }) => name).join("、"),
    });
    return { indicator: null, faults };
  }
  const measure = measureIn(texts.measure, table, fault);
  const condition = conditionIn("条件", texts.condition, columnsOfTable(table), fault);
  const applies = conditionIn("适用", texts.applies, columnsOfTable(rosterSchema), fault);
  if (faults.length > 0 || measure === null || condition === null || applies === null)
    return { indicator: null, faults };
  const line: SchemeLine = {
    code,
    subsystem,
    name: textOf(row.value("指标")).trim() || code,
    table: table.name,
    ...texts,
    lower: lower ?? 0,
    upper: upper ?? 1,
    reversed: direction === "逆向",
    prorated: isYesWord(prorated),
    points: points ?? 0,
    note: textOf(row.value("说明")).trim(),
  };
  return { indicator: { line, measure, condition, applies }, faults };
}

type Fault = (kind: IssueCode, field: Field, params?: Issue["params"]) => void;

function numberIn(row: SchemeRow, field: "下限" | "上限" | "分值", fault: Fault): number | null {
  const read = readNumber(row.value(field));
  if (read?.exact === true) return read.value;
  fault("schemeNumberUnreadable", field, { field, found: textOf(row.value(field)) });
  return null;
}

function measureIn(text: string, table: TableSchema, fault: Fault): Measure | null {
  const parsed = parseMeasure(text, table, columnsOfTable(table));
  if (parsed.kind === "parsed") return parsed.measure;
  const { code, found, allowed, condition } = parsed.error;
  switch (code) {
    case "measureUnknown":
      fault("schemeMeasureUnknown", "计量", { found, allowed });
      break;
    case "argumentsWrong":
    case "numberExpected":
      fault("schemeMeasureArguments", "计量", { found, allowed });
      break;
    case "columnUnknown":
    case "dateColumnExpected":
      fault("schemeMeasureColumn", "计量", { found, allowed });
      break;
    case "tableWrong":
      fault("schemeMeasureTable", "数据表", { found, allowed });
      break;
    case "conditionWrong":
      if (condition !== null) conditionFault("计量", condition, fault);
  }
  return null;
}

function conditionIn(
  field: "条件" | "适用",
  text: string,
  known: ConditionColumns,
  fault: Fault,
): readonly Clause[] | null {
  const parsed = parseCondition(text, known);
  if (parsed.kind === "parsed") return parsed.clauses;
  conditionFault(field, parsed.error, fault);
  return null;
}

function conditionFault(field: "条件" | "适用" | "计量", error: ConditionError, fault: Fault): void {
  fault("schemeConditionWrong", field, { field, why: error.code, position: error.position, found: error.found });
}

const rosterSchema: TableSchema = TABLES[0] ?? {
  name: "",
  english: "",
  dating: "none",
  columns: {},
  required: [],
  oneOf: [],
};

/** What a condition over the rows of a table may name. */
export function columnsOfTable(table: TableSchema): ConditionColumns {
  return {
    columns: new Set(Object.keys(table.columns)),
    rosterColumns: new Set(Object.keys(rosterSchema.columns)),
    isDate: (column) => table.columns[column] === "date",
    isCategory: (column) => table.columns[column] === "category",
  };
}

import {
  BUILT_IN_LIBRARY,
  LIBRARY_FIELDS,
  type Library,
  type LibraryField,
  type LibraryMeasure,
} from "../diagnosis/library";
import type { CellValue, WorkbookGrids } from "../grid";
import type { Issue, Place } from "../issue";
import { type IssueCode, issue } from "../issues";
import { readNumber } from "../ledger/read-number";
import { compact, isEmptyCell, splitCell, textOf } from "../ledger/text";
import { DEFAULT_LINES } from "./parameters";
import type { Scheme } from "./scheme";
import { settingsSheet, settingsTab } from "./settings-tabs";

const NEEDED: readonly LibraryField[] = ["编号", "对策", "针对"];
/** 完成月数 where nothing is said. */
const USUAL_MONTHS = 3;
const MOST_MONTHS = 60;

/** The library in effect, and what is wrong with the workbook's own. */
export interface ReadLibrary {
  readonly library: Library;
  readonly issues: readonly Issue[];
}

interface LibraryRow {
  readonly value: (field: LibraryField) => CellValue;
  readonly place: (field: LibraryField) => Place;
}

/**
 * The library of the workbook's 对策库, or the built-in one where the workbook has none or nothing stands in it (methodology §7). A row
 * that cannot be used is left out and listed with its cell: no built-in measure takes its place, nor that of a 对策库 whose columns are
 * missing.
 */
export function readLibrary(grids: WorkbookGrids, scheme: Scheme): ReadLibrary {
  const sheet = settingsSheet(grids, "对策库");
  if (sheet === null) return { library: BUILT_IN_LIBRARY, issues: [] };
  const empty = { library: BUILT_IN_LIBRARY, issues: [issue("libraryEmpty", { sheet: sheet.name, cell: "A1" })] };
  if (sheet.values.every((row) => row.every(isEmptyCell))) return empty;
  const tab = settingsTab(sheet, "编号");
  const missing = NEEDED.filter((field) => tab?.columns.has(field) !== true);
  if (tab === null || missing.length > 0) {
    const place = { sheet: sheet.name, cell: tab?.headerCell ?? "A1" };
    return {
      library: { source: "workbook", measures: [] },
      issues: [issue("libraryColumnMissing", place, { columns: missing.join("、") })],
    };
  }
  if (tab.rows.length === 0) return empty;
  const rows = tab.rows.map(({ cells, at }): LibraryRow => ({
    value: (field) => cells[tab.columns.get(field) ?? -1] ?? null,
    place: (field) => ({ sheet: tab.sheet, cell: at(tab.columns.get(field) ?? tab.columns.get("编号") ?? 0) }),
  }));
  const needs = new Set([...Object.keys(DEFAULT_LINES), ...scheme.indicators.map(({ line }) => line.code)]);
  const issues: Issue[] = [];
  const first = new Map<string, Place>();
  const measures = rows.flatMap((row) => {
    const measure = readMeasure(row, needs, first, issues);
    return measure === null ? [] : [measure];
  });
  return { library: { source: "workbook", measures }, issues };
}

function readMeasure(
  row: LibraryRow,
  needs: ReadonlySet<string>,
  first: Map<string, Place>,
  issues: Issue[],
): LibraryMeasure | null {
  const text = (field: LibraryField): string => textOf(row.value(field)).trim();
  const key = compact(text("编号"));
  const fault = (code: IssueCode, field: LibraryField, params: Issue["params"] = {}): null => {
    issues.push(issue(code, row.place(field), { code: key, ...params }));
    return null;
  };
  if (key === "") return fault("libraryCodeMissing", "编号");
  const earlier = first.get(key);
  if (earlier !== undefined) return fault("libraryCodeRepeated", "编号", { first: earlier.cell });
  first.set(key, row.place("编号"));
  const task = text("对策");
  if (task === "") return fault("libraryTaskMissing", "对策");
  const months = monthsIn(row.value("完成月数"));
  if (months === null) return fault("libraryMonthsUnusable", "完成月数", { found: text("完成月数") });
  const answers = splitCell(text("针对")).map(compact);
  for (const found of answers) if (!needs.has(found)) fault("libraryAnswerUnknown", "针对", { found });
  return {
    category: text("类别"),
    aspect: text("方面"),
    key,
    task,
    owner: text("牵头"),
    months,
    answers: answers.filter((answer) => needs.has(answer)),
    moves: splitCell(text("应改善")),
  };
}

/** Whole months; the usual ones for an empty cell, `null` for anything else. */
function monthsIn(cell: CellValue): number | null {
  if (isEmptyCell(cell)) return USUAL_MONTHS;
  const read = readNumber(cell);
  const usable = read?.exact === true && Number.isInteger(read.value) && read.value >= 0 && read.value <= MOST_MONTHS;
  return usable ? read.value : null;
}

/** The fields of a measure as the cells of 对策库, in the order of its columns. */
export function libraryCells(measure: LibraryMeasure): CellValue[] {
  return LIBRARY_FIELDS.map((field) => libraryCell(measure, field));
}

function libraryCell(measure: LibraryMeasure, field: LibraryField): CellValue {
  switch (field) {
    case "类别":
      return measure.category;
    case "方面":
      return measure.aspect;
    case "编号":
      return measure.key;
    case "对策":
      return measure.task;
    case "牵头":
      return measure.owner;
    case "完成月数":
      return measure.months;
    case "针对":
      return measure.answers.join("、");
    case "应改善":
      return measure.moves.join("、");
  }
}

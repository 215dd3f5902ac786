import { type CellValue, type SheetGrid, type WorkbookGrids, cellName } from "../grid";
import type { Issue } from "../issue";
import { issueList } from "../issue-list";
import { issue } from "../issues";
import { headerLookup } from "../ledger/headers";
import { impliedMerges } from "../ledger/implied-merges";
import { type MissingColumns, missingColumns } from "../ledger/missing-columns";
import { readLedger } from "../ledger/read-ledger";
import { readPeriod } from "../ledger/read-period";
import { tableSchema } from "../ledger/schema";
import { textOf } from "../ledger/text";
import { isBlank } from "../ledger/vocabulary";
import { workbookRanges } from "../ledger/workbook-ranges";
import type { Progress, RunOptions } from "../outcome";
import { assessedTime } from "../period";
import { readSettings } from "../scheme/settings";
import { within } from "../steps";
import type { IndicatorFigure } from "./assessment";
import { frameOf } from "./frame";
import { measureBranches } from "./indicators";

/** Cells by rows, as they stand in a sheet. */
type Rows = readonly (readonly CellValue[])[];

/** One ledger table to be measured, with all that its figures depend on; dates count from 1900. */
export interface TableRequest {
  /** Canonical name of the 数据表 (methodology §2). */
  readonly table: string;
  /** The ledger with its header, read as a plain sheet is: title rows, notes, totals and blank rows may stand in it. */
  readonly cells: Rows;
  /** 评分标准 with its header; `null` is the built-in scheme. */
  readonly scheme: Rows | null;
  /** One branch a row: its 支部, and its 单位 where there is a second column. */
  readonly branches: Rows;
  /** The assessed 期间 as a cell holds it. */
  readonly period: CellValue;
  /** 支部名册 with its header; without one, methodology §C.5 holds and `branches` are branches though no row names them. */
  readonly roster: Rows | null;
  /** 参数 with its header; `null` leaves the defaults. */
  readonly parameters: Rows | null;
}

/** What a row of `branches` is. */
export type AskedBranch = "found" | "blank" | "unresolved";

/** A raw figure in the unit of its 计量, or the word for why there is none; `null` for a row that is no branch. */
export type TableFigure = number | "未评" | "不适用" | null;

/** The raw figures of one table's indicators, or why there are none. */
export type TableMeasurement =
  | {
      readonly kind: "measured";
      /** 代码 of the indicators that read the table, in scheme order. */
      readonly codes: readonly string[];
      /** Branches × indicators. */
      readonly figures: readonly (readonly TableFigure[])[];
      /** One a row of `branches`. */
      readonly branches: readonly AskedBranch[];
      readonly issues: readonly Issue[];
    }
  /** The scheme, the period or 截止日 cannot be read; places are cells of the argument, its first cell being A1. */
  | {
      readonly kind: "refused";
      readonly because: "scheme" | "period" | "asOf";
      readonly issues: readonly Issue[];
    }
  /** No header of the table was found in its cells, or none of 支部名册 in the roster. */
  | { readonly kind: "unrecognised"; readonly argument: "cells" | "roster"; readonly missing: MissingColumns };

const NO_OPTIONS: RunOptions = { period: null, asOf: null, formula: null };

/**
 * The raw figures that a run would give for the indicators of one table, if its workbook held these cells as plain sheets. The figures
 * are as measured: 审定分 does not change them. Pauses by yielding its progress.
 */
export function* measuringTable(request: TableRequest): Generator<Progress, TableMeasurement> {
  const { table, branches } = request;
  const ledgerSheet = plainSheet(table, request.cells);
  const rosterSheet = request.roster === null ? null : plainSheet("支部名册", request.roster);
  const sheets = [
    rosterSheet,
    ledgerSheet,
    request.scheme === null ? null : plainSheet("评分标准", request.scheme),
    request.parameters === null ? null : plainSheet("参数", request.parameters),
  ].filter((sheet) => sheet !== null);
  const plain: WorkbookGrids = { sheets, date1904: false, mapping: null };

  const issues = issueList();
  const settings = readSettings(plain, NO_OPTIONS);
  if (settings.kind === "refused") return { kind: "refused", because: "scheme", issues: settings.issues };
  const { words } = settings;
  const lookup = headerLookup(words.headers);
  const merged: SheetGrid[] = [];
  for (const sheet of sheets) {
    const merges = yield* within(impliedMerges(sheet.values, lookup), { stage: "recognise", done: 0, total: 1 });
    merged.push({ ...sheet, merges });
  }
  const grids: WorkbookGrids = { ...plain, sheets: merged };
  const days = readPeriod(request.period, { period: { first: 0, last: 0 }, date1904: false });
  if (days === null) {
    const unreadable = issue("periodUnreadable", null, { text: textOf(request.period) });
    return { kind: "refused", because: "period", issues: [unreadable] };
  }
  const time = assessedTime(settings, NO_OPTIONS, days, false);
  if (time === null) {
    const unreadable = issue("asOfUnreadable", null, { text: textOf(settings.parameters.asOf) });
    return { kind: "refused", because: "asOf", issues: [unreadable] };
  }

  const isName = (row: readonly CellValue[]): boolean => !isBlank(row[0], words);
  const named = branches.map((row, index) => ({
    text: isName(row) ? textOf(row[0]).trim() : "",
    unit: isBlank(row[1], words) ? "" : textOf(row[1]).trim(),
    place: { sheet: "支部", cell: cellName(index, 0) },
  }));
  const found = yield* workbookRanges(grids, words, named);
  const wholePeriod = time.assessed ?? days;
  const read = yield* readLedger(found, { words, period: days, wholePeriod, date1904: false });
  const unrecognised = (argument: "cells" | "roster", sheet: SheetGrid): TableMeasurement => {
    const schema = tableSchema(sheet.name);
    if (schema === null) throw new Error(`${sheet.name} is no table.`);
    return { kind: "unrecognised", argument, missing: missingColumns(sheet, schema, words) };
  };
  if (rosterSheet !== null && !read.ledger.hasRoster) return unrecognised("roster", rosterSheet);
  if (read.ledger.tables[table] === undefined) return unrecognised("cells", ledgerSheet);

  for (const one of [...settings.issues, ...read.issues]) issues.add(one);
  const frame = frameOf(read.ledger, settings, grids, time, issues);
  const indicators = settings.scheme.indicators.filter(({ line }) => line.table === table);
  const measured = yield* measureBranches({ ...settings.scheme, indicators }, frame, issues);
  const codes = indicators.map(({ line }) => line.code);
  const resolved = named.map(({ text, unit }) => found.resolve(text, unit));
  const asked = branches.map((row, index): AskedBranch => {
    if (!isName(row)) return "blank";
    return resolved[index]?.length === 1 ? "found" : "unresolved";
  });
  return {
    kind: "measured",
    codes,
    figures: asked.map((state, index) => {
      const own = state === "found" ? measured[resolved[index]?.[0] ?? -1] : undefined;
      return codes.map((code) => tableFigure(own?.[code]));
    }),
    branches: asked,
    issues: issues.all(),
  };
}

function plainSheet(name: string, values: Rows): SheetGrid {
  return { name, row: 0, column: 0, values, merges: [], tables: [], formats: [] };
}

/** What the tab 指标得分 shows as raw figure; a review does not make one. */
function tableFigure(figure: IndicatorFigure | undefined): TableFigure {
  if (figure === undefined) return null;
  switch (figure.computed.status) {
    case "assessed":
      return figure.raw;
    case "unassessed":
      return "未评";
    case "not_applicable":
      return "不适用";
  }
}

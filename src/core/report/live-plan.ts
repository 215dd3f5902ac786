import type { Assessment, BranchAssessment, SchemeLine } from "../assessment/assessment";
import { type TableRequest, measuringTable } from "../assessment/measure-table";
import type { Area, CellValue, GridTable, SheetGrid, WorkbookGrids } from "../grid";
import { parseMapping } from "../ledger/mapping";
import { ROWS_A_STEP } from "../ledger/range-rows";
import { compact, isEmptyCell, textOf } from "../ledger/text";
import type { Progress, RunOptions } from "../outcome";
import { settingsSheet, settingsTab } from "../scheme/settings-tabs";
import { namesUnits } from "./branches";
import { within } from "../steps";
import type { CellRef, SheetArea } from "./cells";

/** How far a formula reads beyond the last used row of a ledger's sheet, so that rows which a clerk appends are counted. */
const ROWS_BELOW = 100;

/**
 * Why the raw figures of a table stand as values: it lies in several ranges, its columns were confirmed by the clerk, the roster is not in one
 * plain range, or the cells alone, without merges, titles and formats, do not give the figures of the run.
 */
export type ValuesBecause = "severalRanges" | "mapped" | "roster" | "differs";

/** How the raw figures of one 数据表 are written: by one formula that reads `ledger`, or as values. `codes` in scheme order. */
export type LiveTable = { readonly table: string; readonly codes: readonly string[] } & (
  | { readonly kind: "formula"; readonly ledger: SheetArea }
  | { readonly kind: "values"; readonly because: ValuesBecause }
);

/** Rows of the tab that hold what formulas share: goalposts, limits and the like. */
export type SharedRow =
  | "period"
  | "availability"
  | "formula"
  | "couplingWeights"
  | "coordinationLevels"
  | "fusionLevels"
  | "bands"
  | "lower"
  | "upper"
  | "direction";

/** The numbers of an indicator in 评分标准 that the tab's formulas use. */
export type SchemeField = "下限" | "上限" | "方向" | "分值";

/** A cell of a list of settings; `value` where it holds a number that the run lists as text: the clerk may enter either. */
interface SettingCell extends CellRef {
  readonly value: number | null;
}

/** A list of settings that the formulas read, and where its cells stand that formulas refer to one by one. */
export interface LiveSettings {
  readonly place: SheetArea;
  /** The cell of an indicator's figure, by 代码 and field, or of a parameter's value, by key and 值; `null` where none holds just that. */
  readonly at: (key: string, field: string) => SettingCell | null;
}

/** What the formulas of the tab 指标得分 read. */
export interface LivePlan {
  /** The tables that the scheme reads and the workbook has, in scheme order. */
  readonly tables: readonly LiveTable[];
  /** 支部名册; `null` where the run had none. */
  readonly roster: SheetArea | null;
  /** The clerk's own 评分标准 and 参数, where the run used them as they are; else `null`, and 口径说明 lists what held. */
  readonly scheme: LiveSettings | null;
  readonly parameters: LiveSettings | null;
}

/** What a plan is made from. `lists` are 评分标准 and 参数 as 口径说明 lists them, headings first. */
export interface LiveRequest {
  readonly grids: WorkbookGrids;
  readonly assessment: Assessment;
  readonly options: RunOptions;
  readonly lists: { readonly scheme: TableRequest["branches"]; readonly parameters: TableRequest["branches"] };
}

/** The branches of a run as `MEASURES` is given them: 支部, and 单位 where the tabs name it. */
function branchCells(assessment: Assessment): CellValue[][] {
  return assessment.branches.map(({ branch, unit }) => (namesUnits(assessment) ? [branch, unit] : [branch]));
}

/**
 * Decides table by table whether one formula gives the run's raw figures, by computing what it would give. Yields progress in tables;
 * it pauses inside of them too.
 */
export function* livePlan(request: LiveRequest): Generator<Progress, LivePlan> {
  const { grids, assessment, options, lists } = request;
  const scheme = assessment.schemeSource === "workbook" ? ownScheme(grids, assessment.scheme) : null;
  const parameters = options.asOf === null && options.formula === null ? ownParameters(grids, assessment) : null;
  const roster = assessment.hasRoster ? placeOf(request, "支部名册") : null;
  const names = [...new Set(assessment.scheme.map(({ table }) => table))].filter((table) => table in assessment.tables);
  const start: Progress = { stage: "report", done: 0, total: names.length };
  const fixed = {
    scheme: scheme === null ? lists.scheme : yield* within(cellsIn(grids, scheme.place), start),
    branches: branchCells(assessment),
    period: assessment.period,
    roster: roster?.kind === "place" ? yield* within(cellsIn(grids, roster.place), start) : null,
    parameters: parameters === null ? lists.parameters : yield* within(cellsIn(grids, parameters.place), start),
  };
  const tables: LiveTable[] = [];
  for (const [index, table] of names.entries()) {
    const codes = assessment.scheme.flatMap((line) => (line.table === table ? [line.code] : []));
    const ledger = placeOf(request, table);
    const values = (because: ValuesBecause): LiveTable => ({ kind: "values", table, codes, because });
    if (roster !== null && roster.kind !== "place") tables.push(values("roster"));
    else if (ledger.kind !== "place") tables.push(values(ledger.kind));
    else {
      const progress: Progress = { stage: "report", done: index, total: names.length };
      const cells = yield* within(cellsIn(grids, ledger.place), progress);
      const isSame = yield* within(givesFigures(assessment, { ...fixed, table, cells }), progress);
      tables.push(isSame ? { kind: "formula", table, codes, ledger: ledger.place } : values("differs"));
    }
    yield { stage: "report", done: index + 1, total: names.length };
  }
  return { tables, roster: roster?.kind === "place" ? roster.place : null, scheme, parameters };
}

/** Whether the formula gives each raw figure of the run to nine digits, and 未评 and 不适用 where the run has none. */
function* givesFigures(assessment: Assessment, request: TableRequest): Generator<Progress, boolean> {
  const measured = yield* measuringTable(request);
  if (measured.kind !== "measured") return false;
  return assessment.branches.every((branch, row) =>
    measured.codes.every((code, column) => {
      const found = measured.figures[row]?.[column] ?? null;
      const wanted = rawOf(branch, code);
      return typeof found === "number" && typeof wanted === "number"
        ? Math.abs(found - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted))
        : found === wanted;
    }),
  );
}

/** What the ledger gave: a number or a word. */
function rawOf({ indicators }: BranchAssessment, code: string): number | "未评" | "不适用" {
  const figure = indicators[code];
  if (figure?.computed.status === "not_applicable") return "不适用";
  return figure?.raw ?? "未评";
}

type Place =
  | { readonly kind: "place"; readonly place: SheetArea }
  | { readonly kind: Exclude<ValuesBecause, "roster" | "differs"> };

/** The area of a table that lies in one plain range. */
function placeOf({ grids, assessment }: LiveRequest, table: string): Place {
  const mapped = grids.mapping === null ? [] : (parseMapping(grids.mapping) ?? []);
  const places = assessment.tables[table]?.ranges ?? [];
  const [only] = places;
  const grid = grids.sheets.find(({ name }) => name === only?.sheet);
  if (places.length !== 1 || only === undefined || grid === undefined) return { kind: "severalRanges" };
  if (mapped.some((range) => range.sheet === only.sheet && range.table === table)) return { kind: "mapped" };
  const others = Object.values(assessment.tables).flatMap(({ ranges }) =>
    ranges.filter((range) => range !== only && range.sheet === only.sheet).map(({ area }) => area),
  );
  return { kind: "place", place: { sheet: only.sheet, area: reach(grid, only.area, others) } };
}

/**
 * What a formula reads of a ledger. The whole of an Excel table; else from the header down past the end of the sheet, or, where another
 * table stands below, through the blank rows between.
 */
function reach(grid: SheetGrid, area: Area, others: readonly Area[]): Area {
  const own = grid.tables.find((table) => holds(table, area));
  if (own !== undefined) return own.area;
  const end = area.row + area.rowCount;
  const isOccupied = [...others, ...grid.tables.map((table) => table.area)].some(({ row }) => row >= end);
  const used = grid.row + grid.values.length;
  const next = isOccupied
    ? grid.values.findIndex((row, index) => grid.row + index >= end && row.some((cell) => !isEmptyCell(cell)))
    : -1;
  const bottom = next < 0 ? Math.max(end, used) + ROWS_BELOW : Math.min(grid.row + next, end + ROWS_BELOW);
  return { ...area, rowCount: bottom - area.row };
}

function holds({ area: outer }: GridTable, inner: Area): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rowCount <= outer.row + outer.rowCount &&
    inner.column + inner.columnCount <= outer.column + outer.columnCount
  );
}

/** The cells of an area as a formula is given them. Pauses by yielding the rows that are copied. */
function* cellsIn(grids: WorkbookGrids, { sheet, area }: SheetArea): Generator<number, CellValue[][]> {
  const grid = grids.sheets.find(({ name }) => name === sheet);
  const cells: CellValue[][] = [];
  for (let row = 0; row < area.rowCount; row += 1) {
    const values = grid?.values[area.row + row - grid.row];
    const left = area.column - (grid?.column ?? 0);
    cells.push(Array.from({ length: area.columnCount }, (_, column) => values?.[left + column] ?? null));
    if (cells.length % ROWS_A_STEP === 0) yield cells.length;
  }
  return cells;
}

/** An error value, which a formula that reads it would pass on. */
const ERROR = /^#(?:N\/A|[A-Z0-9]+[!?])$/u;

/**
 * A settings tab of the clerk's as formulas can read it; `null` where merged cells hold for more than themselves, or where a cell
 * holds an error.
 */
function ownSettings(
  grids: WorkbookGrids,
  name: string,
  keyField: string,
  isSame: (key: string, field: string, cell: CellValue) => boolean,
): LiveSettings | null {
  const sheet = settingsSheet(grids, name);
  const tab = sheet === null ? null : settingsTab(sheet, keyField);
  const hasErrors = sheet?.values.some((row) => row.some((cell) => typeof cell === "string" && ERROR.test(cell)));
  if (sheet === null || tab === null || sheet.merges.length > 0 || hasErrors === true) return null;
  const keyColumn = tab.columns.get(keyField) ?? 0;
  const area = {
    row: sheet.row,
    column: sheet.column,
    rowCount: sheet.values.length + ROWS_BELOW,
    columnCount: Math.max(...sheet.values.map((row) => row.length)),
  };
  return {
    place: { sheet: sheet.name, area },
    at: (key, field) => {
      const column = tab.columns.get(field);
      const row = sheet.values.findIndex((cells) => compact(textOf(cells[keyColumn])) === key);
      const cell = column === undefined ? null : (sheet.values[row]?.[column] ?? null);
      if (column === undefined || row < 0 || !isSame(key, field, cell)) return null;
      const value = typeof cell === "number" ? cell : null;
      return { sheet: sheet.name, row: sheet.row + row, column: sheet.column + column, value };
    },
  };
}

/** The figure of an indicator that a field of 评分标准 holds. */
export function schemeFigure(line: SchemeLine, field: SchemeField): number | string {
  switch (field) {
    case "下限":
      return line.lower;
    case "上限":
      return line.upper;
    case "分值":
      return line.points;
    case "方向":
      return line.reversed ? "逆向" : "正向";
  }
}

const SCHEME_FIELDS: readonly SchemeField[] = ["下限", "上限", "方向", "分值"];

function ownScheme(grids: WorkbookGrids, scheme: readonly SchemeLine[]): LiveSettings | null {
  return ownSettings(grids, "评分标准", "代码", (code, field, cell) => {
    const line = scheme.find((each) => each.code === code);
    const known = SCHEME_FIELDS.find((each) => each === field);
    return line !== undefined && known !== undefined && schemeFigure(line, known) === cell;
  });
}

function ownParameters(grids: WorkbookGrids, { parameters }: Assessment): LiveSettings | null {
  return ownSettings(grids, "参数", "参数", (key, _, cell) =>
    parameters.some((each) => each.key === key && each.own && each.value === textOf(cell)),
  );
}

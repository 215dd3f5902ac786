import type { CellValue, WorkbookGrids } from "../../src/core/grid";
import type { ReportCell, ReportModel } from "../../src/core/report/report-model";
import { atOnce } from "../../src/core/steps";
import type { WorksheetFunction } from "../../src/functions/declaration";
import type { ResultCell } from "../../src/functions/values";

/** What a cell holds; an error as Excel names it. */
type Value = CellValue | { readonly code: string };
type Rows = readonly (readonly Value[])[];

/** A cell or range that a formula names, zero-based, with the tab it stands on. */
export interface Named {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

const REFERENCE = /^(?:'((?:[^']|'')+)'!)?\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?/u;

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Every reference of a formula on `tab`. */
export function referencesOf(formula: string, tab: string): Named[] {
  const found: Named[] = [];
  const withoutText = formula.replace(/"[^"]*"/gu, "");
  for (let rest = withoutText; rest !== "";) {
    const match = REFERENCE.exec(rest);
    if (match !== null) found.push(named(match, tab));
    rest = rest.slice(match === null ? 1 : match[0].length);
  }
  return found;
}

function named(match: RegExpExecArray, tab: string): Named {
  const [, sheet, column = "A", row = "1", lastColumn, lastRow] = match;
  return {
    tab: sheet === undefined ? tab : sheet.replaceAll("''", "'"),
    row: Number(row) - 1,
    column: columnOf(column),
    lastRow: Number(lastRow ?? row) - 1,
    lastColumn: columnOf(lastColumn ?? column),
  };
}

/** The cell of a tab; `null` where the tab has none there. */
export function cellAt(model: ReportModel, tab: string, row: number, column: number): ReportCell | null {
  return model.tabs.find(({ name }) => name === tab)?.rows[row]?.cells[column] ?? null;
}

/** What formulas may name beside the tabs of a report: the clerk's sheets, and the functions of the add-in. */
export interface Outside {
  readonly grids: WorkbookGrids;
  readonly namespace: string;
  readonly functions: readonly WorksheetFunction[];
}

function isError(value: Value): value is { readonly code: string } {
  return typeof value === "object" && value !== null;
}

/** A result of an add-in's function as cells show it. */
function shown(result: ResultCell): Value {
  if (typeof result !== "object") return result;
  return { code: result.kind === "error" ? result.code : result.kind === "invalid" ? "#VALUE!" : "#N/A" };
}

function isMatrix(
  result: ResultCell | readonly (readonly ResultCell[])[],
): result is readonly (readonly ResultCell[])[] {
  return Array.isArray(result);
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * Computes formulas as a spreadsheet does: + − * /, =, references, the few functions that the tabs use, and those of `outside`. Each
 * cell is computed once.
 */
export function evaluator(model: ReportModel, outside: Outside | null = null) {
  const known = new Map<string, Rows>();

  const formulaAt = (tab: string, row: number, column: number, formula: string): Rows => {
    const key = `${tab}!${row}:${column}`;
    const rows = known.get(key) ?? compute(formula, tab);
    known.set(key, rows);
    return rows;
  };
  /** The cell whose formula fills a cell. */
  const anchorOf = (tab: string, row: number, column: number) =>
    (model.tabs.find(({ name }) => name === tab)?.rows ?? []).flatMap(({ cells }, top) =>
      cells.flatMap((cell, left) => {
        const { spill, formula } = cell ?? {};
        const isInside =
          spill !== undefined &&
          row >= top &&
          column >= left &&
          row < top + spill.rowCount &&
          column < left + spill.columnCount;
        return isInside && formula !== undefined ? [{ top, left, formula }] : [];
      }),
    )[0];
  const valueAt = (tab: string, row: number, column: number): Value => {
    if (!model.tabs.some(({ name }) => name === tab)) {
      const grid = outside?.grids.sheets.find(({ name }) => name === tab);
      if (grid === undefined) throw new Error(`no sheet ${tab}`);
      return grid.values[row - grid.row]?.[column - grid.column] ?? null;
    }
    const cell = cellAt(model, tab, row, column);
    if (cell?.formula !== undefined) return formulaAt(tab, row, column, cell.formula)[0]?.[0] ?? null;
    if (cell?.spilled !== true) return cell?.value ?? null;
    const anchor = anchorOf(tab, row, column);
    if (anchor === undefined) throw new Error(`nothing fills ${tab} ${row} ${column}`);
    return formulaAt(tab, anchor.top, anchor.left, anchor.formula)[row - anchor.top]?.[column - anchor.left] ?? null;
  };

  function compute(formula: string, tab: string): Rows {
    let rest = formula.replace(/^=/u, "");
    const take = (pattern: RegExp): RegExpExecArray | null => {
      const match = pattern.exec(rest);
      if (match !== null) rest = rest.slice(match[0].length);
      return match;
    };
    const one = (rows: Rows): Value => {
      if (rows.length !== 1 || rows[0]?.length !== 1) throw new Error(`not one value in ${formula}`);
      return rows[0][0] ?? null;
    };
    const arithmetic = (left: Rows, right: Rows, apply: (a: number, b: number) => Value): Rows => {
      const [a, b] = [one(left), one(right)];
      if (isError(a)) return [[a]];
      if (isError(b)) return [[b]];
      if (typeof a === "string" || typeof b === "string") return [[{ code: "#VALUE!" }]];
      return [[apply(Number(a ?? 0), Number(b ?? 0))]];
    };
    const argumentsOf = (): Rows[] => {
      const args: Rows[] = [];
      do args.push(/^[,)]/u.test(rest) ? [[null]] : comparison());
      while (take(/^,/u) !== null);
      if (take(/^\)/u) === null) throw new Error(`bracket not closed in ${formula}`);
      return args;
    };
    const builtIn = (name: string, args: readonly Rows[]): Rows => {
      const [first = [], second = [], third = []] = args;
      const numbers = args.flat(2).filter((value) => typeof value === "number");
      const failed = args.flat(2).find(isError);
      const matching = (): boolean[] => {
        const wanted = one(second);
        return first
          .flat()
          .map((value) => (wanted === ">=0" ? typeof value === "number" && value >= 0 : value === wanted));
      };
      switch (name) {
        case "IFNA": {
          const value = one(first);
          return isError(value) && value.code === "#N/A" ? second : first;
        }
        case "IF":
          return one(first) === true ? second : third;
        case "ISBLANK":
          return [[one(first) === null]];
        case "ISERROR":
          return [[isError(one(first))]];
        case "NA":
          return [[{ code: "#N/A" }]];
        case "ISNUMBER":
          return [[typeof one(first) === "number"]];
        case "ISTEXT":
          return [[typeof one(first) === "string"]];
        case "ROWS":
          return [[first.length]];
        case "COUNTIF":
          return [[matching().filter(Boolean).length]];
        case "SUMIF":
          return [[total(third.flat().map((value, index) => (matching()[index] === true ? Number(value) : 0)))]];
      }
      if (failed !== undefined) return [[failed]];
      switch (name) {
        case "SQRT":
          return [[Math.sqrt(Number(one(first)))]];
        case "SUM":
          return [[total(numbers)]];
        case "AVERAGE":
          return [[numbers.length === 0 ? { code: "#DIV/0!" } : total(numbers) / numbers.length]];
        case "STDEV.S": {
          const middle = total(numbers) / numbers.length;
          const squares = total(numbers.map((value) => (value - middle) ** 2));
          return [[numbers.length < 2 ? { code: "#DIV/0!" } : Math.sqrt(squares / (numbers.length - 1))]];
        }
        case "MAX":
          return [[Math.max(...numbers)]];
        case "MIN":
          return [[Math.min(...numbers)]];
        case "SUMPRODUCT":
          return [[total(first.flat().map((value, index) => Number(value) * Number(second.flat()[index])))]];
        default:
          throw new Error(`function not known: ${name}`);
      }
    };
    const call = (name: string): Rows => {
      const args = argumentsOf();
      const own = outside?.functions.find((fn) => `${outside.namespace}.${fn.name}` === name);
      if (own === undefined) return builtIn(name, args);
      const given = own.parameters.map(({ dimension }, index) => {
        const rows = args[index] ?? [[null]];
        return dimension === "matrix" ? rows : one(rows);
      });
      const result = atOnce(own.call(given));
      return isMatrix(result) ? result.map((row) => row.map(shown)) : [[shown(result)]];
    };
    const factor = (): Rows => {
      const text = take(/^"([^"]*)"/u);
      if (text !== null) return [[text[1] ?? ""]];
      const name = take(/^([A-Z][A-Z_.]*)\(/u);
      if (name !== null) return call(name[1] ?? "");
      if (take(/^\(/u) !== null) {
        const inner = comparison();
        if (take(/^\)/u) === null) throw new Error(`bracket not closed in ${formula}`);
        return inner;
      }
      const match = take(REFERENCE);
      if (match !== null) {
        const area = named(match, tab);
        return Array.from({ length: area.lastRow - area.row + 1 }, (_, row) =>
          Array.from({ length: area.lastColumn - area.column + 1 }, (__, column) =>
            valueAt(area.tab, area.row + row, area.column + column),
          ),
        );
      }
      const number = take(/^\d+(\.\d+)?/u);
      if (number === null) throw new Error(`cannot be read: ${rest} in ${formula}`);
      return [[Number(number[0])]];
    };
    const term = (): Rows => {
      let value = factor();
      for (let operator = take(/^[*/]/u); operator !== null; operator = take(/^[*/]/u)) {
        const times = operator[0] === "*";
        value = arithmetic(value, factor(), (a, b) => (times ? a * b : b === 0 ? { code: "#DIV/0!" } : a / b));
      }
      return value;
    };
    const sum = (): Rows => {
      let value = term();
      for (let operator = take(/^[+-]/u); operator !== null; operator = take(/^[+-]/u)) {
        const plus = operator[0] === "+";
        value = arithmetic(value, term(), (a, b) => (plus ? a + b : a - b));
      }
      return value;
    };
    function comparison(): Rows {
      const left = sum();
      const operator = take(/^[=>]/u);
      if (operator === null) return left;
      const [a, b] = [one(left), one(sum())];
      return [[operator[0] === "=" ? a === b : Number(a) > Number(b)]];
    }
    const result = comparison();
    if (rest !== "") throw new Error(`left over in ${formula}: ${rest}`);
    return result;
  }

  return (formula: string, tab: string): Rows => compute(formula, tab);
}

/** Value of a plain formula on a tab of the report. */
export function evaluate(formula: string, model: ReportModel, tab: string): Value {
  return evaluator(model)(formula, tab)[0]?.[0] ?? null;
}

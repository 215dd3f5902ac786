import type { ReportCell, ReportModel } from "../../src/core/report/report-model";

type Value = string | number | null;

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

/** Value of a plain formula as a spreadsheet computes it: + − * /, references, and the few functions that the tabs use. */
export function evaluate(formula: string, model: ReportModel, tab: string): Value {
  let rest = formula.replace(/^=/u, "");

  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest);
    if (match !== null) rest = rest.slice(match[0].length);
    return match;
  };
  const valueAt = (name: string, row: number, column: number): Value => {
    const cell = cellAt(model, name, row, column);
    if (cell?.formula !== undefined) return evaluate(cell.formula, model, name);
    return cell?.value ?? null;
  };
  const valuesOf = (area: Named): Value[] => {
    const values: Value[] = [];
    for (let row = area.row; row <= area.lastRow; row += 1) {
      for (let column = area.column; column <= area.lastColumn; column += 1)
        values.push(valueAt(area.tab, row, column));
    }
    return values;
  };
  const numeric = (value: Value): number => {
    if (typeof value !== "number") throw new Error(`not a number in ${formula}: ${String(value)}`);
    return value;
  };
  const call = (name: string): Value => {
    const args: Value[][] = [];
    do {
      const reference = REFERENCE.exec(rest);
      const range = reference?.[4] === undefined ? null : take(REFERENCE);
      args.push(range === null ? [expression()] : valuesOf(named(range, tab)));
    } while (take(/^,/u) !== null);
    if (take(/^\)/u) === null) throw new Error(`bracket not closed in ${formula}`);
    const [first = [], second = [], third = []] = args;
    const numbers = args.flat().filter((value) => typeof value === "number");
    switch (name) {
      case "SQRT":
        return Math.sqrt(numeric(first[0] ?? null));
      case "SUM":
        return numbers.reduce((sum, value) => sum + value, 0);
      case "AVERAGE":
        return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
      case "MAX":
        return Math.max(...numbers);
      case "MIN":
        return Math.min(...numbers);
      case "COUNTIF":
        return first.filter((value) => value === second[0]).length;
      case "SUMIF":
        if (second[0] !== ">=0") throw new Error(`criterion not known: ${String(second[0])}`);
        return first.reduce<number>(
          (sum, value, index) => sum + (typeof value === "number" && value >= 0 ? numeric(third[index] ?? null) : 0),
          0,
        );
      default:
        throw new Error(`function not known: ${name}`);
    }
  };
  const factor = (): Value => {
    const text = take(/^"([^"]*)"/u);
    if (text !== null) return text[1] ?? "";
    const name = take(/^([A-Z]+)\(/u);
    if (name !== null) return call(name[1] ?? "");
    const reference = take(REFERENCE);
    if (reference !== null) {
      const { tab: on, row, column } = named(reference, tab);
      return valueAt(on, row, column);
    }
    const number = take(/^\d+(\.\d+)?/u);
    if (number === null) throw new Error(`cannot be read: ${rest} in ${formula}`);
    return Number(number[0]);
  };
  const term = (): Value => {
    let value = factor();
    for (let operator = take(/^[*/]/u); operator !== null; operator = take(/^[*/]/u)) {
      const right = numeric(factor());
      value = operator[0] === "*" ? numeric(value) * right : numeric(value) / right;
    }
    return value;
  };
  function expression(): Value {
    let value = term();
    for (let operator = take(/^[+-]/u); operator !== null; operator = take(/^[+-]/u)) {
      const right = numeric(term());
      value = operator[0] === "+" ? numeric(value) + right : numeric(value) - right;
    }
    return value;
  }
  const result = expression();
  if (rest !== "") throw new Error(`left over in ${formula}: ${rest}`);
  return result;
}

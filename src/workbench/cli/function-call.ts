import type { Given } from "../functions/arguments";
import { isErrorValue, type ArgumentCell, type CallResult, type ResultCell } from "../functions/values";

/** What the command line asks for: a function, with or without its namespace, and what stands in its brackets. */
export interface FunctionCall {
  readonly name: string;
  readonly given: readonly Given[];
  readonly locale: string;
}

/** Why it cannot be carried out, in both languages. */
export interface Wrong {
  readonly wrong: string;
}

const USAGE = `npm run --silent fn -- 函数名 '参数的 JSON 数组' [--locale zh-CN|en-US]
区域写成行的数组，省略的参数写 null，错误值写 {"error":"#N/A"}。
Ranges are arrays of rows, arguments left out are null, an error value is {"error":"#N/A"}.
npm run --silent fn -- COORDINATION '[[[0.8,0.7,0.9,0.6]]]'`;

const LOCALES = ["zh-CN", "en-US"];

function cellFrom(value: unknown): ArgumentCell | undefined {
  if (value === null || typeof value === "number" || typeof value === "string" || typeof value === "boolean")
    return value;
  return isErrorValue(value) ? { error: value.error, message: null } : undefined;
}

/** An argument as a formula would give it: the rows of a range, a list as one row, or one cell; null where it is left out. */
function givenFrom(value: unknown): Given | Wrong {
  if (value === null) return null;
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const rows = list.some(Array.isArray) ? list : [list];
  const cells = rows.map((row) => (Array.isArray(row) ? row.map(cellFrom) : []));
  const width = cells[0]?.length ?? 0;
  const known = cells.map((row) => row.filter((cell) => cell !== undefined));
  if (width === 0 || known.some((row) => row.length !== width)) {
    const text = JSON.stringify(value);
    return { wrong: `既不是值，也不是等长的行组成的区域 Neither a value nor a range of rows of equal length: ${text}` };
  }
  return known;
}

/** Reads the arguments behind the command's name. */
export function functionCall(args: readonly string[]): FunctionCall | Wrong {
  const at = args.indexOf("--locale");
  const locale = at < 0 ? "zh-CN" : (args[at + 1] ?? "");
  const [name, json, more] = args.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  if (name === undefined || json === undefined || more !== undefined || !LOCALES.includes(locale))
    return { wrong: USAGE };
  const list = parsedList(json);
  if (list === null) return { wrong: `参数不是 JSON 数组 The arguments are no JSON array: ${json}` };
  const given: Given[] = [];
  for (const value of list) {
    const one = givenFrom(value);
    if (one !== null && "wrong" in one) return one;
    given.push(one);
  }
  return { name, given, locale };
}

function parsedList(json: string): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const printedCell = (cell: ResultCell): unknown =>
  isErrorValue(cell) ? { error: cell.error, ...(cell.message === null ? {} : { message: cell.message }) } : cell;

/** A result as it is printed: the value itself where it is one cell, else the rows; `failed` where that one cell is an error. */
export function printedResult(result: CallResult): { readonly json: string; readonly failed: boolean } {
  const single = result.length === 1 && result[0]?.length === 1 ? result[0][0] : undefined;
  return single === undefined
    ? { json: JSON.stringify(result.map((row) => row.map(printedCell))), failed: false }
    : { json: JSON.stringify(printedCell(single)), failed: isErrorValue(single) };
}

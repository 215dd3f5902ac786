import type { ICellData, IObjectArrayPrimitiveType, IObjectMatrixPrimitiveType, IRowData } from "@univerjs/core";
import { enteredAsArray } from "./array-formula";
import { formulaFromFile } from "./function-names";
import { scanCells, type ScannedCell, type ScannedRow, type SheetDataPlace } from "./scan-cells";
import { shiftFormula } from "./shared-formula";
import { plainText, richText, type TextPool } from "./text-pool";
import { flagAttribute, numberAttribute, parseXml } from "./xml";

/** What the cells of a sheet are read with. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly pool: TextPool;
  readonly date1904: boolean;
  /** Number of cellXfs entries: an index beyond them is an error of the writer and means the default. */
  readonly xfCount: number;
  /** Values of `cm` that mark the formula of a cell as a dynamic array. */
  readonly dynamicArrays: ReadonlySet<number>;
  /** True for a column that has a style of its own: a cell there without `s` differs from one with `s="0"`. */
  readonly columnStyled: (column: number) => boolean;
}

export interface ReadCells {
  readonly cells: IObjectMatrixPrimitiveType<ICellData>;
  readonly rows: IObjectArrayPrimitiveType<Partial<IRowData>>;
  readonly rowCount: number;
  readonly columnCount: number;
}

const ERRORS: ReadonlySet<string> = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
  "#FIELD!",
  "#BLOCKED!",
  "#CONNECT!",
  "#UNKNOWN!",
]);

const HASH = 35;

/** True for the text of an Excel error value. A cell with such a text and type 1 is that error; with type 4 it is text. */
export function isErrorText(text: string): boolean {
  return text.charCodeAt(0) === HASH && ERRORS.has(text);
}

const xfIds: string[] = [];

/** Style id of entry `index` of cellXfs. */
export function xfId(index: number): string {
  return (xfIds[index] ??= `xf${index}`);
}

/** Reads rows and cells of a sheet into Univer's form. */
export function readCells(bytes: Uint8Array, place: SheetDataPlace, context: CellContext): ReadCells {
  const cells: IObjectMatrixPrimitiveType<ICellData> = {};
  const rows: IObjectArrayPrimitiveType<Partial<IRowData>> = {};
  const shared = new Map<string, { formula: string; row: number; column: number }>();
  const decoder = new TextDecoder();
  let current: Record<number, ICellData> | null = null;
  let rowStyled = false;
  let rowCount = 0;
  let columnCount = 0;

  const onRow = (row: ScannedRow): void => {
    current = null;
    rowStyled = false;
    if (isBareRow(bytes, row)) return;
    const data = readRow(decoder.decode(bytes.subarray(row.start, row.innerStart)));
    if (data === null) return;
    rowStyled = data.s !== undefined;
    rows[row.row] = data;
    rowCount = Math.max(rowCount, row.row + 1);
  };

  const onCell = (cell: ScannedCell): void => {
    const data: ICellData = {};
    if (cell.hasValue) setValue(data, bytes, cell, context);
    if (cell.formulaEnd > cell.formulaStart) {
      const formula = readFormula(decoder.decode(bytes.subarray(cell.formulaStart, cell.formulaEnd)), cell, shared);
      if (formula !== null) data.f = formula.text;
      if (formula !== null && formula.area !== null) {
        data.ref = formula.area;
        if (!context.dynamicArrays.has(cellMark(decoder.decode(bytes.subarray(cell.start, cell.formulaStart)))))
          data.custom = { ...enteredAsArray };
      }
    }
    if (cell.xf < context.xfCount && (cell.xf > 0 || rowStyled || context.columnStyled(cell.column)))
      data.s = xfId(cell.xf);
    if (data.v === undefined && data.f === undefined && data.s === undefined) return;
    if (current === null) {
      current = cells[cell.row] ?? {};
      cells[cell.row] = current;
      if (cell.row >= rowCount) rowCount = cell.row + 1;
    }
    current[cell.column] = data;
    if (cell.column >= columnCount) columnCount = cell.column + 1;
  };

  scanCells(bytes, place.innerStart, place.innerEnd, onRow, onCell);
  return { cells, rows, rowCount, columnCount };
}

/** True for `<row r="…">`: most rows of a ledger say no more, and need no parsing. */
function isBareRow(bytes: Uint8Array, row: ScannedRow): boolean {
  const { start, innerStart } = row;
  if (innerStart - start > 16 || bytes[start + 5] !== 114 || bytes[start + 6] !== 61) return false;
  for (let at = start + 7; at < innerStart; at += 1) if (bytes[at] === 32) return false;
  return true;
}

/** Height in pixels, hidden flag and style of a row; null where it has none of them. */
function readRow(tag: string): Partial<IRowData> | null {
  const element = parseXml(tag.endsWith("/>") ? tag : `${tag.slice(0, -1)}/>`);
  const data: Partial<IRowData> = {};
  const height = numberAttribute(element, "ht");
  if (height !== null) {
    data.h = (height * 4) / 3;
    data.ia = flagAttribute(element, "customHeight") ? 0 : 1;
  }
  if (flagAttribute(element, "hidden")) data.hd = 1;
  const style = numberAttribute(element, "s");
  if (style !== null && flagAttribute(element, "customFormat")) data.s = xfId(style);
  return Object.keys(data).length === 0 ? null : data;
}

/** Fills value and type of a cell from what was scanned. */
function setValue(
  data: ICellData,
  bytes: Uint8Array,
  cell: ScannedCell,
  context: Pick<CellContext, "pool" | "sharedStrings" | "date1904">,
): void {
  const { valueStart: start, valueEnd: end } = cell;
  switch (cell.type) {
    case "n": {
      const value = parseNumber(bytes, start, end);
      if (value === null) return;
      data.v = value;
      data.t = 2;
      return;
    }
    case "s":
      setText(data, context.sharedStrings[parseNumber(bytes, start, end) ?? -1] ?? "");
      return;
    case "t":
      setText(
        data,
        cell.richEnd > cell.richStart
          ? richText(new TextDecoder().decode(bytes.subarray(cell.richStart, cell.richEnd)))
          : context.pool.text(bytes, start, end),
      );
      return;
    case "r":
      setText(data, context.pool.text(bytes, start, end));
      return;
    case "b": {
      const text = context.pool.text(bytes, start, end).trim();
      data.v = text === "1" || text === "true" ? 1 : 0;
      data.t = 3;
      return;
    }
    case "e":
      data.v = context.pool.text(bytes, start, end);
      data.t = 1;
      return;
    case "d": {
      const serial = isoSerial(context.pool.text(bytes, start, end), context.date1904);
      if (serial === null) return;
      data.v = serial;
      data.t = 2;
      return;
    }
  }
}

function setText(data: ICellData, text: string): void {
  data.v = text;
  data.t = isErrorText(text) ? 4 : 1;
}

/** Serial number of an ISO date or date and time, as Strict files may hold them. */
function isoSerial(text: string, date1904: boolean): number | null {
  const instant = Date.parse(/[zZ]$|[+-]\d\d:\d\d$/.test(text) || !text.includes("T") ? text : `${text}Z`);
  if (Number.isNaN(instant)) return null;
  const days = instant / 86400000;
  if (date1904) return days + 24107;
  // Excel counts a 29 February 1900 that never was.
  return days + 25569 > 60 ? days + 25569 : days + 25568;
}

const POWERS = Array.from({ length: 23 }, (_, exponent) => 10 ** exponent);

/**
 * Number of `bytes[start…end)`; null where it is none. Up to 15 digits and 22 places the mantissa and the power of ten are
 * exact, so that one division gives the nearest double; everything else goes through the language's own parser.
 */
function parseNumber(bytes: Uint8Array, start: number, end: number): number | null {
  let at = start;
  const negative = bytes[at] === 45;
  if (negative) at += 1;
  let mantissa = 0;
  let count = 0;
  let places = -1;
  for (; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - 48;
    if (digit >= 0 && digit <= 9) {
      mantissa = mantissa * 10 + digit;
      count += 1;
      if (places >= 0) places += 1;
    } else if (digit === -2 && places < 0) places = 0;
    else break;
  }
  if (at === end && count > 0 && count <= 15) {
    const value = places > 0 ? mantissa / (POWERS[places] ?? 1) : mantissa;
    return negative ? -value : value;
  }
  const text = String.fromCharCode(...bytes.subarray(start, end)).trim();
  if (text === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** A formula as users see it; `area` is what an array formula fills. */
interface Formula {
  readonly text: string;
  readonly area: string | null;
}

function readFormula(
  xml: string,
  cell: ScannedCell,
  shared: Map<string, { formula: string; row: number; column: number }>,
): Formula | null {
  const plain = (text: string): Formula => ({ text: `=${text}`, area: null });
  const tagEnd = xml.indexOf(">") + 1;
  const content = xml.endsWith("/>") && tagEnd === xml.length ? "" : xml.slice(tagEnd, xml.lastIndexOf("</"));
  const text = formulaFromFile(plainText(content));
  if (tagEnd <= 4 && text !== "") return plain(text);
  const element = parseXml(xml.endsWith("/>") ? xml : `${xml.slice(0, tagEnd - 1)}/>`);
  const kind = element?.attributes["t"];
  if (kind === "dataTable") return null;
  const index = element?.attributes["si"];
  if (kind === "shared" && index !== undefined) {
    if (text !== "") {
      shared.set(index, { formula: text, row: cell.row, column: cell.column });
      return plain(text);
    }
    const root = shared.get(index);
    return root === undefined
      ? null
      : plain(shiftFormula(root.formula, cell.row - root.row, cell.column - root.column));
  }
  if (text === "") return null;
  const area = kind === "array" ? element?.attributes["ref"] : undefined;
  return area === undefined ? plain(text) : { text: `=${text}`, area };
}

/** `cm` of a cell, from the cell's opening tag; 0 where it has none. */
function cellMark(tag: string): number {
  return Number(/\scm\s*=\s*["'](\d+)/.exec(tag)?.[1] ?? 0);
}

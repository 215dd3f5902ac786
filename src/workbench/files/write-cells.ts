import type { ICellData, IColumnData, IRowData, IWorksheetData, Nullable } from "@univerjs/core";
import { cellAddress, columnLetters } from "./address";
import { isEnteredAsArray } from "./array-formula";
import { CELL, codeOf, isSet } from "./engine-codes";
import { sameData } from "./equal";
import { formulaForFile } from "./function-names";
import { isErrorText } from "./read-cells";
import { scanCells, type SheetDataPlace } from "./scan-cells";
import { shiftFormula } from "./shared-formula";
import type { StyleTable } from "./style-table";
import { escapeCellText, escapeXml } from "./xml";

/** Rows and cells as the part holds them, to copy what did not change. */
export interface OriginalCells {
  readonly bytes: Uint8Array;
  readonly place: SheetDataPlace;
  readonly cells: CellMatrix;
  readonly rows: RowRecords;
}

/** The engine's sparse matrices, as plain records. */
type CellMatrix = Readonly<Record<number, Readonly<Record<number, ICellData>>>>;
type RowRecords = Readonly<Record<number, Partial<IRowData>>>;

export interface WrittenCells {
  /** Content of `<sheetData>`, without prefix; copied cells keep the prefix they had. */
  readonly xml: string;
  /** Reference of the used range, `A1` for an empty sheet. */
  readonly dimension: string;
  readonly hasFormulas: boolean;
}

/** Writes the rows of a sheet; `dynamicArray` gives the value of `cm` for dynamic arrays. A cell or row that is as it was read is copied with all it holds (runs of rich text, array formulas). */
export function writeCells(
  sheet: Partial<IWorksheetData>,
  styles: StyleTable,
  original: OriginalCells | null,
  prefix: string,
  dynamicArray: () => number,
): WrittenCells {
  const cellData: CellMatrix = sheet.cellData ?? {};
  const rowData: RowRecords = sheet.rowData ?? {};
  const columnData: Readonly<Record<number, Partial<IColumnData>>> = sheet.columnData ?? {};
  const copies = original === null ? null : collectCopies(original);
  const shared = sharedRoots(cellData);
  const indices = new Set<number>();
  for (const [row, cells] of Object.entries(cellData)) if (Object.keys(cells).length > 0) indices.add(Number(row));
  for (const [row, data] of Object.entries(rowData))
    if (rowAttributes(data, sheet, styles) !== "") indices.add(Number(row));
  const lines: string[] = [];
  const used = { top: Infinity, left: Infinity, bottom: -1, right: -1 };
  let hasFormulas = false;
  for (const row of [...indices].sort((a, b) => a - b)) {
    const cells = cellData[row] ?? {};
    const data = rowData[row];
    let line = "";
    for (const [key, cell] of Object.entries(cells)) {
      const column = Number(key);
      const copy = copies?.cells.get(row)?.get(column);
      const formula = formulaOf(cell, row, column, shared);
      if (formula !== null) hasFormulas = true;
      const xml =
        copy !== undefined && original !== null && sameData(original.cells[row]?.[column], cell)
          ? copy
          : tagged(
              writeCell(
                cell,
                formula,
                cellAddress(row, column),
                styles.index(cell.s ?? inherited(data, columnData[column])),
                dynamicArray,
              ),
              prefix,
            );
      if (xml === "") continue;
      line += xml;
      used.top = Math.min(used.top, row);
      used.left = Math.min(used.left, column);
      used.bottom = Math.max(used.bottom, row);
      used.right = Math.max(used.right, column);
    }
    const attributes =
      copies?.rows.get(row) !== undefined && sameData(original?.rows[row], data)
        ? (copies.rows.get(row) ?? "")
        : data === undefined
          ? ""
          : rowAttributes(data, sheet, styles);
    if (line === "" && attributes === "") continue;
    const name = prefix === "" ? "row" : `${prefix}:row`;
    lines.push(
      line === "" ? `<${name} r="${row + 1}"${attributes}/>` : `<${name} r="${row + 1}"${attributes}>${line}</${name}>`,
    );
  }
  const dimension =
    used.bottom < 0 ? "A1" : `${cellAddress(used.top, used.left)}:${columnLetters(used.right)}${used.bottom + 1}`;
  return { xml: lines.join(""), dimension, hasFormulas };
}

/** Style a cell without one of its own has. */
function inherited(row: Partial<IRowData> | undefined, column: Partial<IColumnData> | undefined): IRowData["s"] {
  return row?.s ?? column?.s;
}

function tagged(xml: string, prefix: string): string {
  return prefix === "" ? xml : xml.replace(/<(\/?)(?=[a-z])/g, `<$1${prefix}:`);
}

function rowAttributes(data: Nullable<Partial<IRowData>>, sheet: Partial<IWorksheetData>, styles: StyleTable): string {
  if (data === null || data === undefined) return "";
  const automatic = isSet(data.ia);
  const height = automatic ? (data.ah ?? data.h) : data.h;
  const attributes: string[] = [];
  if (data.s !== undefined && data.s !== null) attributes.push(` s="${styles.index(data.s)}" customFormat="1"`);
  if (height !== undefined && !(height === sheet.defaultRowHeight && (data.ia === undefined || isSet(data.ia))))
    attributes.push(` ht="${trimmed(height * 0.75)}"${automatic ? "" : ' customHeight="1"'}`);
  if (isSet(data.hd)) attributes.push(' hidden="1"');
  return attributes.join("");
}

function trimmed(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}

interface SharedRoot {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

/** First cells of the engine's own shared formulas (`si`), by their id. */
function sharedRoots(cells: CellMatrix): Map<string, SharedRoot> {
  const roots = new Map<string, SharedRoot>();
  for (const [row, line] of Object.entries(cells)) {
    for (const [column, cell] of Object.entries(line)) {
      if (cell.si !== undefined && cell.si !== null && cell.f !== undefined && cell.f !== null && cell.f !== "") {
        roots.set(cell.si, { formula: cell.f, row: Number(row), column: Number(column) });
      }
    }
  }
  return roots;
}

/** Formula of a cell as the file holds it; null where it has none. */
function formulaOf(
  cell: ICellData,
  row: number,
  column: number,
  shared: ReadonlyMap<string, SharedRoot>,
): string | null {
  const own = cell.f ?? "";
  if (own !== "") return formulaForFile(own.replace(/^=/, ""));
  const root = cell.si === undefined || cell.si === null ? undefined : shared.get(cell.si);
  if (root === undefined) return null;
  return formulaForFile(shiftFormula(root.formula.replace(/^=/, ""), row - root.row, column - root.column));
}

/** Value a cell shows: its own, or the text of a document in it. */
function valueOf(cell: ICellData): string | number | boolean | null {
  const value = cell.v ?? null;
  if (value !== null)
    return codeOf(cell.t) === CELL.logical ? value === 1 || value === true || value === "TRUE" : value;
  const text = cell.p?.body?.dataStream;
  return text === undefined ? null : text.replace(/\r\n$/, "").replaceAll("\r", "\n");
}

function writeCell(
  cell: ICellData,
  formula: string | null,
  address: string,
  xf: number,
  dynamicArray: () => number,
): string {
  const value = valueOf(cell);
  const area = formula === null ? null : (cell.ref ?? null);
  const mark = area === null || isEnteredAsArray(cell) ? "" : ` cm="${dynamicArray()}"`;
  const style = (xf === 0 ? "" : ` s="${xf}"`) + mark;
  const array = area === null ? "" : ` t="array" ref="${escapeXml(area)}"`;
  const f = formula === null ? "" : `<f${array}>${escapeXml(formula)}</f>`;
  if (typeof value === "boolean") return `<c r="${address}"${style} t="b">${f}<v>${value ? 1 : 0}</v></c>`;
  if (typeof value === "number" && codeOf(cell.t) !== CELL.text && codeOf(cell.t) !== CELL.forcedText) {
    return Number.isFinite(value)
      ? `<c r="${address}"${style}>${f}<v>${value}</v></c>`
      : `<c r="${address}"${style} t="e">${f}<v>#NUM!</v></c>`;
  }
  if (value === null || (value === "" && formula === null))
    return f === "" && style === "" && xf === 0 && cell.s === undefined
      ? ""
      : `<c r="${address}"${style}${f === "" ? "/>" : `>${f}</c>`}`;
  const text = String(value);
  if (codeOf(cell.t) === CELL.number && text.trim() !== "" && Number.isFinite(Number(text)))
    return `<c r="${address}"${style}>${f}<v>${Number(text)}</v></c>`;
  if (isErrorText(text) && codeOf(cell.t) !== CELL.forcedText)
    return `<c r="${address}"${style} t="e">${f}<v>${text}</v></c>`;
  if (formula !== null) return `<c r="${address}"${style} t="str">${f}<v>${escapeCellText(text)}</v></c>`;
  return `<c r="${address}"${style} t="inlineStr"><is><t${/^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : ""}>${escapeCellText(text)}</t></is></c>`;
}

/**
 * XML of the original cells and the attributes of the original rows. Cells of shared formulas are left out: they mean
 * something only together, and any one of them may have changed.
 */
function collectCopies({ bytes, place }: OriginalCells): {
  cells: Map<number, Map<number, string>>;
  rows: Map<number, string>;
} {
  const decoder = new TextDecoder();
  const cells = new Map<number, Map<number, string>>();
  const rows = new Map<number, string>();
  scanCells(
    bytes,
    place.innerStart,
    place.innerEnd,
    ({ row, start, innerStart }) => {
      const tag = decoder.decode(bytes.subarray(start, innerStart));
      // `spans` is a hint that a changed row may contradict; `r` is written anew.
      rows.set(
        row,
        tag
          .replace(/^<[^\s/>]+/, "")
          .replace(/\s*\/?>$/, "")
          .replace(/\s(?:r|spans)\s*=\s*(?:"[^"]*"|'[^']*')/g, ""),
      );
    },
    ({ row, column, start, end, formulaStart, formulaEnd }) => {
      if (
        formulaEnd > formulaStart &&
        /\st\s*=\s*["']shared/.test(decoder.decode(bytes.subarray(formulaStart, formulaEnd)))
      )
        return;
      const line = cells.get(row) ?? new Map<number, string>();
      const xml = decoder.decode(bytes.subarray(start, end));
      // A cell without `r` stands where the one before it ends: copied elsewhere it needs its address.
      line.set(
        column,
        /^<[^>]*\sr\s*=/.test(xml)
          ? xml
          : xml.replace(/^<[^\s/>]+/, (name) => `${name} r="${cellAddress(row, column)}"`),
      );
      cells.set(row, line);
    },
  );
  return { cells, rows };
}

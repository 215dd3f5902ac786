import type { IColumnData, IFreeze, IRange, IWorksheetData } from "@univerjs/core";
import { SHEET_COLUMNS, parseBox } from "./address";
import { readColour, type Palette } from "./colours";
import { readConditionalFormats } from "./conditional-formats";
import { readDataValidations } from "./data-validations";
import type { HyperlinkRecord, OriginalPackage, SheetRecord } from "./document";
import { decodeXml, partBytes, partText, relationships, type Relationship } from "./opc";
import { defaultPage, readPage } from "./page-setup";
import { readCharts } from "./read-charts";
import { readCells, xfId } from "./read-cells";
import { readTable } from "./read-table";
import { findSheetData, type SheetDataPlace } from "./scan-cells";
import type { TextPool } from "./text-pool";
import {
  child,
  childrenOf,
  descendant,
  flagAttribute,
  numberAttribute,
  parseXml,
  prefixedAttribute,
  type XmlElement,
} from "./xml";

/** A sheet as `workbook.xml` lists it. */
export interface SheetEntry {
  /** Univer's id of the sheet. */
  readonly id: string;
  readonly name: string;
  readonly state: string;
  /** Null where the relationship leads nowhere. */
  readonly part: string | null;
  readonly kind: string;
  /** Id of the workbook's relationship to the part. */
  readonly relationship: string;
}

/** What all sheets of a workbook share while they are read. */
export interface SheetContext {
  readonly pack: OriginalPackage;
  readonly sharedStrings: readonly string[];
  readonly pool: TextPool;
  readonly date1904: boolean;
  readonly xfCount: number;
  readonly palette: Palette;
  readonly dynamicArrays: ReadonlySet<number>;
}

export interface ReadSheet {
  readonly data: IWorksheetData;
  readonly record: SheetRecord;
}

/** Pixels of Excel's standard column and row, for files that do not say. */
const STANDARD_WIDTH = 64;
const STANDARD_HEIGHT = 20;

/** Univer's form of no frozen panes. */
const UNFROZEN: IFreeze = { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 };

/** Reads one sheet; null where its part is damaged. A sheet of another kind than worksheet comes back empty, its part untouched. */
export function readSheet(entry: SheetEntry, context: SheetContext): ReadSheet | null {
  const { pack } = context;
  const bytes = entry.part === null ? null : partBytes(pack, entry.part);
  if (entry.part === null || entry.kind !== "worksheet")
    return { data: emptyData(entry), record: emptyRecord(entry.part, false, entry.state) };
  if (bytes === null) return null;
  const { worksheet, source, utf8, place } = splitWorksheet(bytes);
  if (worksheet === null) return null;

  const columns = readColumns(worksheet);
  const styled = Object.entries(columns).flatMap(([column, data]) => (data.s === undefined ? [] : [Number(column)]));
  const styledColumns = new Set(styled);
  const cells =
    place === null
      ? { cells: {}, rows: {}, rowCount: 0, columnCount: 0 }
      : readCells(utf8, place, { ...context, columnStyled: (column) => styledColumns.has(column) });
  const related = relationships(pack, entry.part);
  const target = (element: XmlElement): Relationship | null => {
    const id = prefixedAttribute(element, "id");
    return related.find((relationship) => relationship.id === id) ?? null;
  };
  const format = child(worksheet, "sheetFormatPr");
  const view = descendant(worksheet, "sheetViews", "sheetView");
  const merges = readMerges(worksheet);
  const data: IWorksheetData = {
    ...emptyData(entry),
    tabColor: readColour(descendant(worksheet, "sheetPr", "tabColor"), context.palette) ?? "",
    freeze: readFreeze(view),
    rowCount: Math.max(1000, cells.rowCount + 100, ...merges.map((merge) => merge.endRow + 1)),
    columnCount: Math.max(
      50,
      cells.columnCount + 10,
      ...merges.map((merge) => merge.endColumn + 1),
      ...Object.keys(columns).map((column) => Number(column) + 1),
    ),
    zoomRatio: (numberAttribute(view, "zoomScale") ?? 100) / 100,
    defaultColumnWidth: pixels(numberAttribute(format, "defaultColWidth")) ?? STANDARD_WIDTH,
    defaultRowHeight: Math.round(((numberAttribute(format, "defaultRowHeight") ?? 15) * 4) / 3),
    mergeData: merges,
    cellData: cells.cells,
    rowData: cells.rows,
    columnData: columns,
    showGridlines: flagAttribute(view, "showGridLines", true) ? 1 : 0,
    rightToLeft: flagAttribute(view, "rightToLeft") ? 1 : 0,
  };
  const record: SheetRecord = {
    ...emptyRecord(entry.part, true, entry.state),
    tables: childrenOf(child(worksheet, "tableParts"), "tablePart").flatMap((element) => {
      const part = target(element)?.target;
      const text = part === undefined ? null : partText(pack, part);
      const table = part === undefined || text === null ? null : readTable(text, part);
      return table === null ? [] : [table];
    }),
    charts: childrenOf(worksheet, "drawing").flatMap((element) => {
      const drawing = target(element)?.target;
      return drawing === undefined ? [] : readCharts(pack, drawing);
    }),
    conditionalFormats: readConditionalFormats(worksheet, source, context.palette),
    ...readDataValidations(worksheet, source),
    ...readAutoFilter(worksheet),
    hyperlinks: childrenOf(child(worksheet, "hyperlinks"), "hyperlink").flatMap((element) =>
      readHyperlink(element, target(element)),
    ),
    page: readPage(worksheet),
    customProperties: childrenOf(child(worksheet, "customProperties"), "customPr").flatMap((element) => {
      const part = target(element)?.target;
      const value = part === undefined ? null : partBytes(pack, part);
      return value === null
        ? []
        : [
            {
              key: element.attributes["name"] ?? "",
              value: new TextDecoder("utf-16le").decode(value).replace(/\0+$/, ""),
            },
          ];
    }),
    isProtected: flagAttribute(child(worksheet, "sheetProtection"), "sheet"),
  };
  return { data, record };
}

function readAutoFilter(worksheet: XmlElement): Pick<SheetRecord, "autoFilter"> {
  const filter = child(worksheet, "autoFilter");
  const box = parseBox(filter?.attributes["ref"] ?? "");
  return filter === null || box === null ? {} : { autoFilter: { box, criteria: filter.children.length > 0 } };
}

/** A worksheet part in two halves: the rows by place in the bytes, all the rest as parsed XML with the rows taken out. */
export interface SplitWorksheet {
  readonly worksheet: XmlElement | null;
  /** Text that `worksheet` was parsed from: the part with its rows replaced by an empty `<sheetData/>` of the same prefix. */
  readonly source: string;
  readonly utf8: Uint8Array;
  readonly place: SheetDataPlace | null;
}

/** Splits a worksheet part so that its rows, which may be a hundred megabytes, are never one string. */
export function splitWorksheet(bytes: Uint8Array): SplitWorksheet {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const utf8 = utf16 ? new TextEncoder().encode(decodeXml(bytes)) : bytes;
  const place = findSheetData(utf8);
  if (place === null) {
    const source = decodeXml(utf8);
    return { worksheet: parseXml(source), source, utf8, place };
  }
  const before = decodeXml(utf8.subarray(0, place.start));
  const tag = decodeXml(utf8.subarray(place.start, place.innerStart));
  const source = `${before}${tag.endsWith("/>") ? tag : `${tag.slice(0, -1)}/>`}${decodeXml(utf8.subarray(place.end))}`;
  return { worksheet: parseXml(source), source, utf8, place };
}

/** What a worksheet without content reads as. */
export function emptySheet(entry: SheetEntry): ReadSheet {
  return { data: emptyData(entry), record: emptyRecord(entry.part, true, entry.state) };
}

function emptyData(entry: Pick<SheetEntry, "id" | "name" | "state">): IWorksheetData {
  return {
    id: entry.id,
    name: entry.name,
    tabColor: "",
    hidden: entry.state === "hidden" || entry.state === "veryHidden" ? 1 : 0,
    freeze: { ...UNFROZEN },
    rowCount: 1000,
    columnCount: 50,
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    defaultColumnWidth: STANDARD_WIDTH,
    defaultRowHeight: STANDARD_HEIGHT,
    mergeData: [],
    cellData: {},
    rowData: {},
    columnData: {},
    rowHeader: { width: 46 },
    columnHeader: { height: 20 },
    showGridlines: 1,
    rightToLeft: 0,
  };
}

function emptyRecord(part: string | null, isWorksheet: boolean, state: string): SheetRecord {
  return {
    isWorksheet,
    part,
    changed: false,
    tables: [],
    charts: [],
    conditionalFormats: [],
    hyperlinks: [],
    page: defaultPage(),
    customProperties: [],
    isProtected: false,
    ...(state === "veryHidden" ? { veryHidden: true } : {}),
  };
}

/** Width in pixels of a width in characters. */
function pixels(characters: number | null): number | null {
  return characters === null ? null : Math.round(characters * 7);
}

/** Columns past this are described by ranges that run to the sheet's edge; Univer would otherwise draw them all. */
const LAST_DESCRIBED_COLUMN = 1023;

function readColumns(worksheet: XmlElement): Record<number, Partial<IColumnData>> {
  const columns: Record<number, Partial<IColumnData>> = {};
  for (const block of childrenOf(worksheet, "cols")) {
    for (const element of childrenOf(block, "col")) {
      const first = (numberAttribute(element, "min") ?? 1) - 1;
      const last = Math.min((numberAttribute(element, "max") ?? first + 1) - 1, SHEET_COLUMNS - 1);
      const width = pixels(numberAttribute(element, "width"));
      const style = numberAttribute(element, "style");
      const data: Partial<IColumnData> = {
        ...(width === null ? {} : { w: width }),
        ...(flagAttribute(element, "hidden") ? { hd: 1 } : {}),
        ...(style === null || style === 0 ? {} : { s: xfId(style) }),
      };
      // A range to the edge is what a writer says of "all the others": describing as far as any ledger reaches is enough.
      for (let column = first; column <= Math.min(last, Math.max(first, LAST_DESCRIBED_COLUMN)); column += 1)
        columns[column] = { ...data };
    }
  }
  return columns;
}

function readMerges(worksheet: XmlElement): IRange[] {
  return childrenOf(child(worksheet, "mergeCells"), "mergeCell").flatMap((element) => {
    const box = parseBox(element.attributes["ref"] ?? "");
    return box === null ? [] : [{ startRow: box.top, startColumn: box.left, endRow: box.bottom, endColumn: box.right }];
  });
}

function readFreeze(view: XmlElement | null): IFreeze {
  const pane = child(view, "pane");
  if (pane === null || !(pane.attributes["state"] ?? "").startsWith("frozen")) return { ...UNFROZEN };
  const xSplit = numberAttribute(pane, "xSplit") ?? 0;
  const ySplit = numberAttribute(pane, "ySplit") ?? 0;
  const corner = parseBox(view?.attributes["topLeftCell"] ?? "") ?? { top: 0, left: 0 };
  return {
    xSplit,
    ySplit,
    startRow: ySplit > 0 ? corner.top + ySplit : -1,
    startColumn: xSplit > 0 ? corner.left + xSplit : -1,
  };
}

function readHyperlink(element: XmlElement, relationship: Relationship | null): HyperlinkRecord[] {
  const box = parseBox(element.attributes["ref"] ?? "");
  if (box === null) return [];
  return [
    {
      box,
      location: element.attributes["location"] ?? null,
      address: relationship?.target ?? null,
      tooltip: element.attributes["tooltip"] ?? null,
    },
  ];
}

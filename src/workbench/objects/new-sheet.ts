import type { IWorksheetData } from "@univerjs/core";
import type { SheetRecord } from "../files/document";
import { defaultPage } from "../files/page-setup";
import type { Book } from "./book";

/** Pixels of a column and a row that nothing else was said about: 8.43 characters, 15 points. */
const standardColumn = 72;
const standardRow = 20;

/** A worksheet without content. */
export function emptySheet(id: string, name: string): IWorksheetData {
  return {
    id,
    name,
    tabColor: "",
    hidden: 0,
    freeze: { xSplit: 0, ySplit: 0, startRow: -1, startColumn: -1 },
    rowCount: 1000,
    columnCount: 50,
    zoomRatio: 1,
    scrollTop: 0,
    scrollLeft: 0,
    defaultColumnWidth: standardColumn,
    defaultRowHeight: standardRow,
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

/** What a new worksheet holds beside its cells: nothing. */
export function emptyRecord(): SheetRecord {
  return {
    isWorksheet: true,
    part: null,
    changed: true,
    tables: [],
    charts: [],
    conditionalFormats: [],
    hyperlinks: [],
    page: defaultPage(),
    customProperties: [],
    isProtected: false,
  };
}

/** Adds an empty worksheet after the others and gives its id. */
export function insertSheet(book: Book, name: string): string {
  let sequence = book.sheetIds().length;
  let id: string;
  do {
    sequence += 1;
    id = `sheet${sequence}`;
  } while (book.document.sheets[id] !== undefined || book.sheetIds().includes(id));
  book.document.sheets[id] = emptyRecord();
  book.engine.insertSheet(emptySheet(id, name), book.sheetIds().length);
  book.changes.added(id);
  return id;
}

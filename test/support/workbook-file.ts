import { writeFileSync } from "node:fs";
import { CellValueType, type ICellData } from "@univerjs/core";
import type { CellValue } from "../../src/core/grid";
import type { WorkbookDocument } from "../../src/workbench/files/document";
import { save } from "../../src/workbench/files/save";
import { emptyDocument } from "../workbench/office";

/** Rows of a sheet from its first cell on. */
export type Rows = readonly (readonly CellValue[])[];

/** A workbook of plain sheets. A text that spells an error value is that error. */
export function workbookOf(sheets: Readonly<Record<string, Rows>>): WorkbookDocument {
  const document = emptyDocument(...Object.keys(sheets));
  Object.values(sheets).forEach((rows, index) => {
    const sheet = document.snapshot.sheets[document.snapshot.sheetOrder[index] ?? ""];
    if (sheet === undefined) throw new Error("a sheet is missing");
    sheet.cellData = Object.fromEntries(
      rows.map((cells, row) => [
        row,
        Object.fromEntries(cells.flatMap((value, column) => (value === null ? [] : [[column, cell(value)]]))),
      ]),
    );
    sheet.rowCount = rows.length;
    sheet.columnCount = Math.max(1, ...rows.map((cells) => cells.length));
  });
  return document;
}

/** Writes such a workbook to disk. */
export function writeWorkbook(file: string, sheets: Readonly<Record<string, Rows>>): void {
  writeFileSync(file, save(workbookOf(sheets)));
}

function cell(value: string | number | boolean): ICellData {
  if (typeof value === "number") return { v: value, t: CellValueType.NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { v: value, t: CellValueType.STRING };
}

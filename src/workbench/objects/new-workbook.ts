import { LocaleType } from "@univerjs/core";
import type { WorkbookDocument } from "../files/document";
import { emptyRecord, emptySheet } from "./new-sheet";

/** A workbook with one empty sheet of the given name. */
export function newWorkbook(sheetName: string): WorkbookDocument {
  const id = "sheet1";
  return {
    snapshot: {
      id: "workbook",
      name: "",
      appVersion: "",
      locale: LocaleType.ZH_CN,
      styles: {},
      sheetOrder: [id],
      sheets: { [id]: emptySheet(id, sheetName) },
    },
    date1904: false,
    sheets: { [id]: emptyRecord() },
    names: [],
    customXml: [],
    settings: {},
    origin: null,
  };
}

import type { CellValue } from "../grid";
import type { Words } from "../ledger/vocabulary";
import type { NewSheet } from "./new-sheet";
import { templateSheets } from "./template-sheets";

/** A sheet of that name with the columns of 任务清单 and the given rows: field → cell. It is read as a range of 任务清单. */
export function taskSheet(name: string, rows: readonly Readonly<Record<string, CellValue>>[], words: Words): NewSheet {
  const template = templateSheets(words).find((sheet) => sheet.name === "任务清单");
  if (template === undefined) throw new Error("there is no template of 任务清单");
  return {
    ...template,
    name,
    // Names of Excel tables have no brackets.
    table: name.replace(/[（）]/gu, ""),
    rows: rows.map((row) => template.columns.map(({ header }) => row[header] ?? null)),
    example: false,
  };
}

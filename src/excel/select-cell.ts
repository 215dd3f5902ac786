import type { Issue, Place } from "../core/issue";
import { excelIssue } from "./excel-issue";
import { runExcel } from "./run-excel";

/** Shows a cell or range to the clerk: its sheet comes to the front and it is selected. A hidden sheet stays hidden and is named. */
export async function selectCell({ sheet: name, cell }: Place): Promise<Issue | null> {
  const attempt = await runExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load("visibility");
    await context.sync();
    if (sheet.isNullObject) return excelIssue("sheetMissing", { sheet: name });
    if (sheet.visibility !== "Visible") {
      const code = sheet.visibility === "VeryHidden" ? "sheetVeryHidden" : "sheetHidden";
      return excelIssue(code, { sheet: name, cell }, { sheet: name, cell });
    }
    sheet.activate();
    sheet.getRange(cell).select();
    await context.sync();
    return null;
  });
  return attempt.ok ? attempt.value : attempt.issue;
}

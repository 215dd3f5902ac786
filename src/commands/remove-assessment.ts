import { excelIssue } from "../excel/excel-issue";
import { type Removal, removeTabs } from "../excel/remove-tabs";
import { exclusively } from "./exclusive";

/** 删除评估表: removes the add-in's tabs from the open workbook; with `everyTrace` the stored result and the settings too. */
export async function removeAssessment(choice: { readonly everyTrace: boolean }): Promise<Removal> {
  const removal = await exclusively(() => removeTabs(choice));
  return removal === "underWay" ? { removed: [], issues: [excelIssue("underWay")] } : removal;
}

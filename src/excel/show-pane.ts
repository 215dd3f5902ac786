import { isExcelError } from "./run-excel";

/**
 * Opens the add-in's pane, which the ribbon's commands share their page with. Where Excel does not open it, the clerk finds what
 * there is to say when she opens it herself.
 */
export async function showPane(): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
  } catch (error) {
    if (!isExcelError(error)) throw error;
  }
}

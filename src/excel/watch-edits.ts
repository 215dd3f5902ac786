import { runExcel } from "./run-excel";
import { isOwnTab } from "./tabs";

/** The origin that Excel names for changes which an add-in made; a clerk's own have another. */
const ADD_IN = "ThisLocalAddin";

/**
 * Calls back when somebody changes a cell of a sheet that is not the add-in's. The function given back ends that. Where Excel tells of no
 * changes, nothing is called.
 */
export function watchEdits(listener: () => void): () => void {
  let ended = false;
  let handler: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs> | null = null;
  const stop = (standing: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs>) => {
    // Its own context: a handler can be removed in no other. Where Excel refuses, the listener is silent all the same.
    standing.remove();
    void runExcel(async () => {
      await standing.context.sync();
    });
  };
  const tell = async (sheetId: string) => {
    const own = await runExcel((context) => isOwnTab(context, sheetId));
    if (own.ok && !own.value && !ended) listener();
  };
  void runExcel(async (context) => {
    handler = context.workbook.worksheets.onChanged.add(async ({ triggerSource, worksheetId }) => {
      if (!ended && String(triggerSource) !== ADD_IN) await tell(worksheetId);
    });
    await context.sync();
    if (ended) stop(handler);
  });
  return () => {
    if (ended) return;
    ended = true;
    if (handler !== null) stop(handler);
  };
}

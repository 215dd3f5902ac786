import { forgetMade, takeMade } from "./made-sheets";
import { runExcel } from "./run-excel";
import { listSheets, lookAtSheets } from "./tabs";
import { nextTurn } from "./turns";

/** The origin that Excel names for changes which an add-in made; a clerk's own have another. */
const ADD_IN = "ThisLocalAddin";

/** The requirement set from which on Excel tells of new names of sheets. */
const TELLS_NAMES = "1.17";

/** Handlers that stand, and the context in which alone they can be removed. */
interface Standing {
  readonly context: Excel.RequestContext;
  readonly handlers: readonly { readonly remove: () => void }[];
}

/** Queues the removal of handlers. Where Excel refuses, they are silent all the same. */
function remove({ context, handlers }: Standing): void {
  for (const handler of handlers) handler.remove();
  void runExcel(async () => {
    await context.sync();
  });
}

/**
 * Calls back when somebody changes a cell of a sheet that is not the add-in's, or adds, deletes or, where Excel tells of it, renames such a
 * sheet. The function given back ends that. Where Excel tells of no changes, nothing is called.
 */
export function watchEdits(listener: () => void): () => void {
  let ended = false;
  const standing: Standing[] = [];
  /** Ids of the clerk's sheets: of one that is deleted nothing can be asked any more. */
  const hers = new Set<string>();
  /** Ids of sheets that were added and not looked at yet. */
  const added = new Set<string>();
  let isLooking = false;
  forgetMade();
  const tell = () => {
    if (!ended) listener();
  };
  /** Those of the sheets that are the clerk's: no tabs, and not gone. */
  const ofTheClerk = async (ids: readonly string[]) => {
    const looked = await runExcel((context) => lookAtSheets(context, ids));
    return looked.ok ? looked.value.filter(({ isMarked }) => !isMarked) : [];
  };
  const tellIfHers = async (id: string) => {
    if (!ended && (await ofTheClerk([id])).length > 0) tell();
  };
  /** A run adds many tabs at once: they are looked at together. */
  const lookAtAdded = async () => {
    if (isLooking) return;
    isLooking = true;
    for (await nextTurn(); added.size > 0 && !ended; await nextTurn()) {
      const ids = [...added];
      added.clear();
      const found = await ofTheClerk(ids);
      for (const { id } of found) hers.add(id);
      if (found.filter(({ name }) => !takeMade(name)).length > 0) tell();
    }
    isLooking = false;
  };
  const keep = (one: Standing) => {
    if (ended) remove(one);
    else standing.push(one);
  };
  void runExcel(async (context) => {
    const { worksheets } = context.workbook;
    const handlers = [
      worksheets.onChanged.add(async ({ triggerSource, worksheetId }) => {
        if (String(triggerSource) !== ADD_IN) await tellIfHers(worksheetId);
      }),
      worksheets.onAdded.add(async ({ worksheetId }) => {
        added.add(worksheetId);
        await lookAtAdded();
      }),
      worksheets.onDeleted.add(({ worksheetId }) => {
        if (hers.delete(worksheetId)) tell();
        return Promise.resolve();
      }),
    ];
    const sheets = await listSheets(context, () => null);
    for (const { id, tabKey, isCopy } of sheets) if (tabKey === null && !isCopy) hers.add(id);
    keep({ context, handlers });
  });
  if (Office.context.requirements.isSetSupported("ExcelApi", TELLS_NAMES))
    void runExcel(async (context) => {
      const { worksheets } = context.workbook;
      const handlers = [worksheets.onNameChanged.add(({ worksheetId }) => tellIfHers(worksheetId))];
      await context.sync();
      keep({ context, handlers });
    });
  return () => {
    if (ended) return;
    ended = true;
    for (const one of standing.splice(0)) remove(one);
  };
}

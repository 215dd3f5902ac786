import { forgetMade, takeMade } from "./made-sheets";
import { runExcel } from "./run-excel";
import { isUnmarked, listSheets, type SheetHandle } from "./tabs";
import { nextTurn } from "./turns";

/** The origin that Excel names for changes which an add-in made; a clerk's own have another. */
const ADD_IN = "ThisLocalAddin";

/**
 * The requirement set from which on Excel tells of new names of sheets. The office.js that comes with the add-in knows that of Excel on the
 * web alone: elsewhere it refuses, and new names are not told.
 */
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
  /** Ids of the clerk's sheets but for copies of tabs, which are not read: of one that is deleted nothing can be asked any more. */
  const hers = new Set<string>();
  /** Ids of sheets that were added and not looked at yet. */
  const added = new Set<string>();
  let isLooking = false;
  forgetMade();
  const tell = () => {
    if (!ended) listener();
  };
  const tellIfHers = async (id: string) => {
    if (ended) return;
    const found = await runExcel((context) => isUnmarked(context, id));
    // Where Excel does not say whose sheet it is, it may be hers.
    if (!found.ok || found.value) tell();
  };
  /** Notes which of some sheets are the clerk's, and gives their names. */
  const noteHers = (sheets: readonly SheetHandle[]): readonly string[] => {
    const found = sheets.filter(({ tabKey, isCopy }) => tabKey === null && !isCopy);
    for (const { id } of found) hers.add(id);
    return found.map(({ name }) => name);
  };
  /** A run adds many tabs at once: they are looked at together. */
  const lookAtAdded = async () => {
    if (isLooking) return;
    isLooking = true;
    for (await nextTurn(); added.size > 0 && !ended; await nextTurn()) {
      const ids = new Set(added);
      added.clear();
      const listed = await runExcel((context) => listSheets(context, () => null));
      const names = listed.ok ? noteHers(listed.value.filter(({ id }) => ids.has(id))) : [];
      if (names.filter((name) => !takeMade(name)).length > 0) tell();
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
    try {
      noteHers(await listSheets(context, () => null));
    } finally {
      // They may stand where the list was refused.
      keep({ context, handlers });
    }
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

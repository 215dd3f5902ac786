import { CommandType, ICommandService, IUndoRedoService, type IRange, type Univer } from "@univerjs/core";
import {
  InsertColByRangeCommand,
  InsertRowByRangeCommand,
  RemoveColByRangeCommand,
  RemoveRowByRangeCommand,
} from "@univerjs/preset-sheets-core";
import type { Book } from "../../objects/book";
import type { LineShift } from "../../objects/line-shift";
import { restructure, type StructureRefusal, type StructureStep } from "../../objects/structure";

/** What the grid's own undo and redo carry out for a step. */
const stepMutation = "ronghe.mutation.structure-step";

interface StepParams {
  readonly step: number;
  readonly direction: "undo" | "redo";
}

/**
 * Lets the grid's commands for whole rows and columns be carried out in the workbook, where all that stands at the cells follows, and be undone
 * with the grid's own undo.
 */
export function carryOutStructure(
  univer: Univer,
  book: Book,
  heard: { readonly onEdit: () => void; readonly onRefused: (reason: StructureRefusal) => void },
): void {
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const history = injector.get(IUndoRedoService);
  const unitID = book.engine.workbook.getUnitId();
  const steps: StructureStep[] = [];

  commands.registerCommand({
    id: stepMutation,
    type: CommandType.MUTATION,
    handler: (_accessor, { step, direction }: StepParams) => {
      steps[step]?.[direction]();
      heard.onEdit();
      return true;
    },
  });
  const replace = (id: string, kind: LineShift["kind"], axis: LineShift["axis"]) => {
    commands.unregisterCommand(id);
    commands.registerCommand({
      id,
      type: CommandType.COMMAND,
      handler: (_accessor, { subUnitId, range }: { readonly subUnitId: string; readonly range: IRange }) => {
        const [first, last] = axis === "rows" ? [range.startRow, range.endRow] : [range.startColumn, range.endColumn];
        const result = restructure(book, subUnitId, { kind, axis, first, count: last - first + 1 });
        if (result.kind === "refused") {
          heard.onRefused(result.reason);
          return false;
        }
        const step = steps.push(result.step) - 1;
        history.pushUndoRedo({
          unitID,
          undoMutations: [{ id: stepMutation, params: { step, direction: "undo" } }],
          redoMutations: [{ id: stepMutation, params: { step, direction: "redo" } }],
        });
        heard.onEdit();
        return true;
      },
    });
  };
  replace(InsertRowByRangeCommand.id, "insert", "rows");
  replace(InsertColByRangeCommand.id, "insert", "columns");
  replace(RemoveRowByRangeCommand.id, "delete", "rows");
  replace(RemoveColByRangeCommand.id, "delete", "columns");
}

/** Forgets what the grid could undo: the workbook was written past it. */
export function forgetUndo(univer: Univer, book: Book): void {
  univer.__getInjector().get(IUndoRedoService).clearUndoRedo(book.engine.workbook.getUnitId());
}

import { CustomCommandExecutionError, ICommandService, type Univer } from "@univerjs/core";
import { AddCfCommand, DeleteCfCommand, SetCfCommand } from "@univerjs/preset-sheets-conditional-formatting";
import {
  AddRangeProtectionCommand,
  AddWorksheetProtectionCommand,
  CopySheetCommand,
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveLeftConfirmCommand,
  DeleteRangeMoveUpCommand,
  DeleteRangeMoveUpConfirmCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveDownConfirmCommand,
  InsertRangeMoveRightCommand,
  InsertRangeMoveRightConfirmCommand,
  InsertSheetCommand,
  MoveColsCommand,
  MoveRowsCommand,
  RemoveSheetCommand,
  RemoveSheetConfirmCommand,
  RenameSheetOperation,
  SetTabColorCommand,
  SetWorksheetHideCommand,
  SetWorksheetNameCommand,
  SetWorksheetOrderCommand,
  SetWorksheetShowCommand,
} from "@univerjs/preset-sheets-core";
import { AddSheetDataValidationCommand } from "@univerjs/preset-sheets-data-validation";
import { AddSheetTableCommand, DeleteSheetTableCommand } from "@univerjs/preset-sheets-table";
import type { Book } from "../../objects/book";
import type { StructureRefusal } from "../../objects/structure";

/** What the grid can do and the stand-in cannot keep: tables, charts and rules of the workbook would stay where they were. */
const refused: ReadonlySet<string> = new Set([
  InsertRangeMoveDownCommand.id,
  InsertRangeMoveRightCommand.id,
  DeleteRangeMoveLeftCommand.id,
  DeleteRangeMoveUpCommand.id,
  MoveRowsCommand.id,
  MoveColsCommand.id,
  AddCfCommand.id,
  SetCfCommand.id,
  DeleteCfCommand.id,
  AddSheetDataValidationCommand.id,
  AddSheetTableCommand.id,
  DeleteSheetTableCommand.id,
  AddRangeProtectionCommand.id,
  AddWorksheetProtectionCommand.id,
]);

/** What Excel refuses where the structure of the workbook is protected. */
const restructuring: ReadonlySet<string> = new Set([
  InsertSheetCommand.id,
  CopySheetCommand.id,
  RemoveSheetConfirmCommand.id,
  RemoveSheetCommand.id,
  RenameSheetOperation.id,
  SetWorksheetNameCommand.id,
  SetWorksheetOrderCommand.id,
  SetWorksheetHideCommand.id,
  SetWorksheetShowCommand.id,
  SetTabColorCommand.id,
]);

/** Entries of the grid's menus that lead there. */
const hiddenMenus = [
  InsertRangeMoveRightConfirmCommand.id,
  InsertRangeMoveDownConfirmCommand.id,
  DeleteRangeMoveLeftConfirmCommand.id,
  DeleteRangeMoveUpConfirmCommand.id,
  "sheet.menu.data-validation",
  "sheet.operation.open.conditional.formatting.panel",
  "sheet.contextMenu.permission",
  "sheet.command.add-range-protection-from-toolbar",
] as const;

/** The grid's menus without what the stand-in cannot keep. */
export const supportedMenu: Readonly<Record<string, { readonly hidden: true }>> = Object.fromEntries(
  hiddenMenus.map((id) => [id, { hidden: true }]),
);

/** Why something is refused in the grid: nothing of its kind can be kept, or not here. */
export type Refusal = "unsupported" | "structureProtected" | StructureRefusal;

/**
 * Refuses what the stand-in cannot keep, however it is asked for, and what a protected structure forbids, and tells why. What the add-in
 * does comes by other ways, and is refused there.
 */
export function refuseInGrid(univer: Univer, book: Book, onRefused: (reason: Refusal) => void): void {
  const reasonFor = (id: string): Refusal | null => {
    if (refused.has(id)) return "unsupported";
    return restructuring.has(id) && book.document.isStructureProtected === true ? "structureProtected" : null;
  };
  univer
    .__getInjector()
    .get(ICommandService)
    .beforeCommandExecuted(({ id }) => {
      const reason = reasonFor(id);
      if (reason === null) return;
      onRefused(reason);
      throw new CustomCommandExecutionError(`Refused in the grid: ${reason}.`);
    });
}

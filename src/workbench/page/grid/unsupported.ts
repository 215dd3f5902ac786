import { CustomCommandExecutionError, ICommandService, type Univer } from "@univerjs/core";
import { AddCfCommand, DeleteCfCommand, SetCfCommand } from "@univerjs/preset-sheets-conditional-formatting";
import {
  AddRangeProtectionCommand,
  AddWorksheetProtectionCommand,
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertColCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  MoveColsCommand,
  MoveRowsCommand,
  RemoveColCommand,
  RemoveRowCommand,
} from "@univerjs/preset-sheets-core";
import { AddSheetDataValidationCommand } from "@univerjs/preset-sheets-data-validation";
import { AddSheetTableCommand, DeleteSheetTableCommand } from "@univerjs/preset-sheets-table";

/** What the grid can do and the stand-in cannot keep: tables, charts and rules of the workbook would stay where they were. */
const refused: ReadonlySet<string> = new Set([
  // Its constant has no type.
  "sheet.command.insert-row",
  InsertColCommand.id,
  InsertRangeMoveDownCommand.id,
  InsertRangeMoveRightCommand.id,
  DeleteRangeMoveLeftCommand.id,
  DeleteRangeMoveUpCommand.id,
  RemoveRowCommand.id,
  RemoveColCommand.id,
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

/** Entries of the grid's menus that lead there. */
const hiddenMenus = [
  "sheet.menu.cell-insert",
  "sheet.menu.delete",
  "sheet.menu.data-validation",
  "sheet.operation.open.conditional.formatting.panel",
  "sheet.operation.open-table-selector",
  "sheet.table.context-insert_menu-id",
  "sheet.table.context-remove_menu-id",
  "sheet.contextMenu.permission",
  "sheet.command.add-range-protection-from-toolbar",
] as const;

/** The grid's menus without what the stand-in cannot keep. */
export const supportedMenu: Readonly<Record<string, { readonly hidden: true }>> = Object.fromEntries(
  hiddenMenus.map((id) => [id, { hidden: true }]),
);

/** Refuses what the stand-in cannot keep, however it is asked for, and tells of it. */
export function refuseUnsupported(univer: Univer, onRefused: () => void): void {
  univer
    .__getInjector()
    .get(ICommandService)
    .beforeCommandExecuted(({ id }) => {
      if (!refused.has(id)) return;
      onRefused();
      throw new CustomCommandExecutionError("The stand-in cannot keep it.");
    });
}

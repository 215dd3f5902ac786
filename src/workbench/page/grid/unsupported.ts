import { CustomCommandExecutionError, ICommandService, type Univer } from "@univerjs/core";
import { AddCfCommand, DeleteCfCommand, SetCfCommand } from "@univerjs/preset-sheets-conditional-formatting";
import {
  AddRangeProtectionCommand,
  AddWorksheetProtectionCommand,
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveLeftConfirmCommand,
  DeleteRangeMoveUpCommand,
  DeleteRangeMoveUpConfirmCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveDownConfirmCommand,
  InsertRangeMoveRightCommand,
  InsertRangeMoveRightConfirmCommand,
  MoveColsCommand,
  MoveRowsCommand,
} from "@univerjs/preset-sheets-core";
import { AddSheetDataValidationCommand } from "@univerjs/preset-sheets-data-validation";
import { AddSheetTableCommand, DeleteSheetTableCommand } from "@univerjs/preset-sheets-table";
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
export type Refusal = "unsupported" | StructureRefusal;

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

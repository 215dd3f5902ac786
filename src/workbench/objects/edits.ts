import {
  AddWorksheetMergeMutation,
  InsertSheetMutation,
  MoveRangeMutation,
  RemoveSheetMutation,
  RemoveWorksheetMergeMutation,
  SetColHiddenMutation,
  SetColVisibleMutation,
  SetFrozenMutation,
  SetRangeValuesMutation,
  SetRowHiddenMutation,
  SetRowVisibleMutation,
  SetTabColorMutation,
  SetWorksheetColWidthMutation,
  SetWorksheetHideMutation,
  SetWorksheetNameMutation,
  SetWorksheetOrderMutation,
  SetWorksheetRowHeightMutation,
  ToggleGridlinesMutation,
} from "@univerjs/preset-sheets-node-core";
import type { Box, SheetRecord } from "../files/document";
import { isRecord, textFrom } from "../wire/json";
import type { Book } from "./book";
import { boundingBox } from "./address";
import type { LiveCells } from "./engine";
import { emptyRecord } from "./new-sheet";

/** What a person did to the workbook in the grid. */
export type Edit =
  /** Cells have other contents or looks. */
  | { readonly kind: "cells"; readonly sheetId: string; readonly box: Box }
  /** A sheet looks different, or there are others. */
  | { readonly kind: "sheets" };

/** Changes of a sheet's layout: the engine has them already, the sheet has to be saved. */
const layout: ReadonlySet<string> = new Set([
  AddWorksheetMergeMutation.id,
  RemoveWorksheetMergeMutation.id,
  SetColHiddenMutation.id,
  SetColVisibleMutation.id,
  SetFrozenMutation.id,
  SetRowHiddenMutation.id,
  SetRowVisibleMutation.id,
  SetTabColorMutation.id,
  SetWorksheetColWidthMutation.id,
  SetWorksheetRowHeightMutation.id,
  ToggleGridlinesMutation.id,
]);

function boxOf(cells: LiveCells): Box | null {
  let box: Box | null = null;
  for (const [rowKey, row] of Object.entries(cells)) {
    const columns = Object.keys(row ?? {}).map(Number);
    if (columns.length === 0) continue;
    const line = {
      top: Number(rowKey),
      bottom: Number(rowKey),
      left: Math.min(...columns),
      right: Math.max(...columns),
    };
    box = box === null ? line : boundingBox(box, line);
  }
  return box;
}

/** True for cells by row and column, as mutations carry them. */
function isCells(value: unknown): value is LiveCells {
  return isRecord(value) && Object.values(value).every((row) => row === undefined || isRecord(row));
}

/**
 * Takes over what a person does in the grid, past the object model: formulas that depend on written cells become stale, changed sheets
 * are saved, new sheets get their record. Tells of each edit once it is taken over.
 */
export function followEdits(book: Book, onEdit: (edit: Edit) => void): void {
  /** Records of sheets that were removed: undoing brings the sheet back. */
  const removed = new Map<string, SheetRecord>();

  const written = (sheetId: string, value: unknown) => {
    const box = isCells(value) ? boxOf(value) : null;
    if (!isCells(value) || box === null || book.document.sheets[sheetId] === undefined) return;
    book.changed(sheetId);
    book.engine.noteWritten(sheetId, value, box);
    book.changes.byPerson(() => book.changes.written(sheetId, box));
    onEdit({ kind: "cells", sheetId, box });
  };
  const moved = (end: unknown) => {
    if (isRecord(end)) written(textFrom(end["subUnitId"]), end["value"]);
  };
  const sheetsChanged = (sheetId: string) => {
    if (book.document.sheets[sheetId] !== undefined) book.changed(sheetId);
    onEdit({ kind: "sheets" });
  };

  book.engine.onForeignMutation((id, given, nameBefore) => {
    const params: Readonly<Record<string, unknown>> = { ...given };
    const sheetId = textFrom(params["subUnitId"]);
    if (layout.has(id)) {
      sheetsChanged(sheetId);
      return;
    }
    switch (id) {
      case SetRangeValuesMutation.id:
        written(sheetId, params["cellValue"]);
        return;
      case MoveRangeMutation.id:
        moved(params["from"]);
        moved(params["to"]);
        return;
      case InsertSheetMutation.id: {
        const { sheet } = params;
        const added = isRecord(sheet) ? textFrom(sheet["id"]) : "";
        book.document.sheets[added] = removed.get(added) ?? emptyRecord();
        book.changes.byPerson(() => book.changes.added(added));
        sheetsChanged(added);
        return;
      }
      case RemoveSheetMutation.id: {
        const record = book.document.sheets[sheetId];
        if (record !== undefined) removed.set(sheetId, record);
        delete book.document.sheets[sheetId];
        book.changes.byPerson(() => book.changes.deleted(sheetId));
        onEdit({ kind: "sheets" });
        return;
      }
      case SetWorksheetNameMutation.id:
        book.changes.byPerson(() => book.sheetRenamed(sheetId, nameBefore, book.sheet(sheetId).name));
        sheetsChanged(sheetId);
        return;
      case SetWorksheetOrderMutation.id:
      case SetWorksheetHideMutation.id:
        sheetsChanged(sheetId);
    }
  });
}

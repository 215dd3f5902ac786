import type { ICellData, IObjectMatrixPrimitiveType, Nullable } from "@univerjs/core";
import type { Box } from "../files/document";
import { formatBox, parseBox } from "./address";
import type { CellMatrix, Engine, Spill } from "./engine";

/** Where a document states what an array formula fills, beside the formula; null for other cells. */
function areaOf(cell: Nullable<ICellData>, row: number, column: number): Box | null {
  const box = typeof cell?.f === "string" && typeof cell.ref === "string" ? parseBox(cell.ref) : null;
  return box?.top === row && box.left === column ? box : null;
}

const isSingle = (box: Box) => box.top === box.bottom && box.left === box.right;

/**
 * Hands the engine what array formulas filled when the document was saved. A document has such values in their cells; to the engine a
 * value in a cell would be in the formula's way.
 */
export function adoptSpills(engine: Engine, sheetId: string): void {
  const live = engine.workbook.getSheetBySheetId(sheetId)?.getConfig().cellData ?? {};
  const spills: Spill[] = [];
  const filled: CellMatrix = {};
  for (const rowKey in live) {
    const row = Number(rowKey);
    for (const columnKey in live[row]) {
      const column = Number(columnKey);
      const box = areaOf(live[row][column], row, column);
      if (box !== null && !isSingle(box)) spills.push({ row, column, box });
    }
  }
  for (const { row, column, box } of spills) {
    for (let y = box.top; y <= box.bottom; y += 1) {
      for (let x = box.left; x <= box.right; x += 1) {
        const cell = live[y]?.[x];
        if (cell === undefined) continue;
        const { v, t, s } = cell;
        if ((y !== row || x !== column) && typeof cell.f === "string") continue;
        (filled[y] ??= {})[x] = { v: v ?? null, ...(t === undefined ? {} : { t }) };
        if (y === row && x === column) continue;
        if (s === undefined || s === null) delete live[y]?.[x];
        else live[y] = { ...live[y], [x]: { s } };
      }
    }
  }
  if (spills.length > 0) engine.adoptSpills(sheetId, spills, filled);
}

/** The cells of a sheet as a document has them, values that array formulas fill among them; null where there is no such formula. */
export function withSpills(engine: Engine, sheetId: string): IObjectMatrixPrimitiveType<ICellData> | null {
  const spills = engine.arrays(sheetId);
  if (spills.length === 0) return null;
  const filled = engine.spilled(sheetId) ?? {};
  const cells: IObjectMatrixPrimitiveType<ICellData> = { ...engine.sheet(sheetId).cellData };
  const copied = new Set<number>();
  for (const { row, column, box, isBlocked } of spills) {
    const area = isBlocked ? { top: row, left: column, bottom: row, right: column } : box;
    for (let y = area.top; y <= area.bottom; y += 1) {
      if (!copied.has(y)) cells[y] = { ...cells[y] };
      copied.add(y);
      const line = (cells[y] ??= {});
      for (let x = area.left; x <= area.right; x += 1) {
        if (y === row && x === column) line[x] = { ...line[x], ref: formatBox(area) };
        else if (line[x]?.f == null) line[x] = { ...line[x], ...filled[y]?.[x] };
      }
    }
  }
  return cells;
}

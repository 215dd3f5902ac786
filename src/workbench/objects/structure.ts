import { BooleanNumber, type ICellData, type IRange } from "@univerjs/core";
import { SetFrozenMutation } from "@univerjs/preset-sheets-node-core";
import type { Box, NameRecord, SheetRecord, TableRecord } from "../files/document";
import { holdsImmovable } from "../files/immovable";
import { lastColumn, lastRow } from "./address";
import type { Book } from "./book";
import { cellBlocks } from "./cell-blocks";
import type { CellMatrix, LineLayout } from "./engine";
import { inverse, shiftBox, shiftIndex, shiftSpan, type LineShift } from "./line-shift";
import { shiftRecord } from "./shift-record";
import { shiftFormula } from "./shift-references";

/** Why rows or columns are not inserted or deleted. */
export type StructureRefusal =
  /** The sheet is protected. */
  | "protected"
  /** Cells in use would be pushed off the grid. */
  | "noRoom"
  /** A table would lose its headings or all of its rows while the rest stays. */
  | "table"
  /** The file holds something at the cells that the stand-in keeps and cannot move. */
  | "immovable";

/** What was done; `undo` takes it back exactly, `redo` does it again. */
export interface StructureStep {
  readonly undo: () => void;
  readonly redo: () => void;
}

/** A formula that was changed, with its cell as it was. */
interface Replaced {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly cell: ICellData;
}

/** Everything that is needed to take a step back. */
interface Before {
  readonly record: SheetRecord;
  /** Charts of the other sheets. */
  readonly charts: ReadonlyMap<string, SheetRecord["charts"]>;
  readonly names: readonly NameRecord[];
  readonly merges: readonly IRange[];
  readonly freeze: Freeze;
  readonly cells: CellMatrix;
  readonly layout: readonly LineLayout[];
}

interface Freeze {
  readonly startRow: number;
  readonly startColumn: number;
  readonly xSplit: number;
  readonly ySplit: number;
}

const boxOf = ({ startRow, startColumn, endRow, endColumn }: IRange): Box => ({
  top: startRow,
  left: startColumn,
  bottom: endRow,
  right: endColumn,
});

const linesOf = ({ axis }: LineShift, box: Box) =>
  axis === "rows" ? ([box.top, box.bottom] as const) : ([box.left, box.right] as const);

/** A table that keeps some of its lines must keep its headings and a row of figures. */
function leavesTableWhole({ box, hasHeaders, hasTotals }: TableRecord, shift: LineShift): boolean {
  if (shift.kind === "insert" || shift.axis === "columns") return true;
  const after = shiftBox(box, shift);
  if (after === null) return true;
  const keepsHeader = !hasHeaders || shiftIndex(box.top, shift) !== null;
  const first = box.top + (hasHeaders ? 1 : 0);
  const last = box.bottom - (hasTotals ? 1 : 0);
  return keepsHeader && shiftSpan([first, last], shift) !== null;
}

function refusalOf(book: Book, sheetId: string, shift: LineShift): StructureRefusal | null {
  const record = book.record(sheetId);
  if (record.isProtected) return "protected";
  if (holdsImmovable(book.document, sheetId)) return "immovable";
  if (!record.tables.every((table) => leavesTableWhole(table, shift))) return "table";
  const used = shift.kind === "insert" ? book.usedBox(sheetId, null, false) : null;
  const last = used === null ? 0 : linesOf(shift, used)[1];
  return last >= shift.first && last + shift.count > (shift.axis === "rows" ? lastRow : lastColumn) ? "noRoom" : null;
}

/** Frozen lines grow with what is inserted among them, and shrink with what is deleted. */
function shiftFreeze({ startRow, startColumn, xSplit, ySplit }: Freeze, shift: LineShift): Freeze {
  const isRows = shift.axis === "rows";
  const split = isRows ? ySplit : xSplit;
  if (split <= 0) return { startRow, startColumn, xSplit, ySplit };
  const span = shiftSpan([0, split - 1], shift);
  const after = span === null ? 0 : span[1] + 1;
  const moved = after - split;
  return isRows
    ? { startRow: startRow + moved, startColumn, xSplit, ySplit: after }
    : { startRow, startColumn: startColumn + moved, xSplit: after, ySplit };
}

/** Formulas of cells, names, charts and rules follow. Gives the cells as they were, at the places where they stand now. */
function shiftFormulas(book: Book, sheetId: string, shift: LineShift): readonly Replaced[] {
  const { name } = book.sheet(sheetId);
  const adjusterFor = (on: string) => (formula: string) => shiftFormula(formula, name, on === sheetId, shift);
  const replaced: Replaced[] = [];
  const changes: Replaced[] = [];
  for (const on of book.worksheetIds()) {
    const adjust = adjusterFor(on);
    const live = book.engine.cells(on);
    for (const rowKey in live) {
      for (const columnKey in live[rowKey]) {
        const [row, column] = [Number(rowKey), Number(columnKey)];
        const cell = live[row]?.[column];
        if (typeof cell?.f !== "string") continue;
        const formula = adjust(cell.f);
        // What asks for its own place has another answer where it is now.
        if (formula === cell.f && !(on === sheetId && /(?:ROW|COLUMN)\(\)/i.test(formula))) continue;
        replaced.push({ sheetId: on, row, column, cell: { f: cell.f, v: cell.v ?? null, t: cell.t ?? null } });
        changes.push({ sheetId: on, row, column, cell: { f: formula } });
      }
    }
    const record = book.record(on);
    record.charts = record.charts.map((chart) => {
      const optional = (formula: string | null) => (formula === null ? null : adjust(formula));
      const series = chart.series.map((one) => ({
        ...one,
        values: adjust(one.values),
        categories: optional(one.categories),
        xValues: optional(one.xValues),
      }));
      return JSON.stringify(series) === JSON.stringify(chart.series) ? chart : { ...chart, series, changed: true };
    });
  }
  writeFormulas(book, changes);
  book.document.names = book.document.names.map((record) => ({
    ...record,
    formula: shiftFormula(record.formula, name, record.sheet === sheetId, shift),
  }));
  book.namesChanged();
  return replaced;
}

/** Writes formulas past the change events: Excel tells of the lines, not of the formulas that follow. */
function writeFormulas(book: Book, formulas: readonly Replaced[]): void {
  const at = new Map(formulas.map((one) => [`${one.sheetId} ${one.row},${one.column}`, one.cell]));
  for (const { sheetId, box } of cellBlocks(formulas)) {
    const cells: CellMatrix = {};
    for (let row = box.top; row <= box.bottom; row += 1) {
      for (let column = box.left; column <= box.right; column += 1) {
        const cell = at.get(`${sheetId} ${row},${column}`);
        if (cell !== undefined) (cells[row] ??= {})[column] = cell;
      }
    }
    book.changed(sheetId);
    book.engine.writeCells(sheetId, cells, box);
  }
}

/** Columns that were inserted into a table have a heading, as Excel demands. */
function completeHeadings(book: Book, sheetId: string): void {
  for (const { box, hasHeaders } of book.record(sheetId).tables) {
    if (!hasHeaders) continue;
    const line = book.engine.cells(sheetId)[box.top] ?? {};
    const taken = new Set(Object.values(line).map((cell) => String(cell?.v ?? "").toLowerCase()));
    for (let column = box.left; column <= box.right; column += 1) {
      if ((line[column]?.v ?? "") !== "") continue;
      let number = 1;
      while (taken.has(`列${number}`)) number += 1;
      taken.add(`列${number}`);
      const cell = { top: box.top, bottom: box.top, left: column, right: column };
      book.engine.writeCells(sheetId, { [box.top]: { [column]: { v: `列${number}`, t: 1 } } }, cell);
    }
  }
}

/** The cells of deleted lines, and how the lines looked. */
function saved(book: Book, sheetId: string, { axis, first, count }: LineShift): Pick<Before, "cells" | "layout"> {
  const live = book.engine.cells(sheetId);
  const sheet = book.sheet(sheetId);
  const cells: CellMatrix = {};
  for (const rowKey in live) {
    const row = Number(rowKey);
    if (axis === "rows" && (row < first || row >= first + count)) continue;
    for (const columnKey in live[row]) {
      const column = Number(columnKey);
      const cell = live[row][column];
      if (cell == null || (axis === "columns" && (column < first || column >= first + count))) continue;
      (cells[row] ??= {})[column] = structuredClone(cell);
    }
  }
  const lines = Array.from({ length: count }, (_, index) => first + index);
  const layout = lines.map((line): LineLayout => ({
    ...(axis === "rows" ? sheet.rowData[line] : sheet.columnData[line]),
  }));
  return { cells, layout };
}

/** Inserted lines look as the line before them. */
function looksOfLineBefore(
  book: Book,
  sheetId: string,
  { axis, first, count }: LineShift,
): Pick<Before, "cells" | "layout"> {
  const [model, cells]: [LineLayout, CellMatrix] = [{}, {}];
  if (first > 0) {
    const sheet = book.sheet(sheetId);
    const { hd: _hidden, ...line }: LineLayout =
      (axis === "rows" ? sheet.rowData[first - 1] : sheet.columnData[first - 1]) ?? {};
    Object.assign(model, line, { hd: BooleanNumber.FALSE });
    const live = book.engine.cells(sheetId);
    for (const rowKey in live) {
      const row = Number(rowKey);
      if (axis === "rows" && row !== first - 1) continue;
      for (const columnKey in live[row]) {
        const column = Number(columnKey);
        const style = live[row][column]?.s ?? null;
        if (style === null || (axis === "columns" && column !== first - 1)) continue;
        for (let line = first; line < first + count; line += 1) {
          const [y, x] = axis === "rows" ? [line, column] : [row, line];
          (cells[y] ??= {})[x] = { s: style };
        }
      }
    }
  }
  return { cells, layout: Array.from({ length: count }, () => model) };
}

function boxAround(cells: CellMatrix): Box | null {
  const rows = Object.keys(cells).map(Number);
  const columns = rows.flatMap((row) => Object.keys(cells[row] ?? {}).map(Number));
  if (columns.length === 0) return null;
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows),
    left: columns.reduce((a, b) => Math.min(a, b)),
    right: columns.reduce((a, b) => Math.max(a, b)),
  };
}

/** Moves the cells of the sheet, and fills the place of inserted lines. */
function moveCells(
  book: Book,
  sheetId: string,
  shift: LineShift,
  filling: Pick<Before, "cells" | "layout"> | null,
  layout: { readonly merges: readonly IRange[]; readonly freeze: Freeze },
): void {
  book.engine.moveLines(sheetId, shift, filling?.layout ?? []);
  const box = filling === null ? null : boxAround(filling.cells);
  if (filling !== null && box !== null) book.engine.writeCells(sheetId, filling.cells, box);
  book.engine.setMerges(sheetId, layout.merges);
  const { freeze } = layout;
  if (JSON.stringify(freezeOf(book, sheetId)) !== JSON.stringify(freeze))
    book.engine.run(SetFrozenMutation.id, { subUnitId: sheetId, ...freeze });
}

function freezeOf(book: Book, sheetId: string): Freeze {
  const { startRow, startColumn, xSplit, ySplit } = book.sheet(sheetId).freeze;
  return { startRow, startColumn, xSplit, ySplit };
}

function mergesAfter(merges: readonly IRange[], shift: LineShift): readonly IRange[] {
  return merges.flatMap((merge) => {
    const box = shiftBox(boxOf(merge), shift);
    if (box === null || (box.top === box.bottom && box.left === box.right)) return [];
    return [{ ...merge, startRow: box.top, startColumn: box.left, endRow: box.bottom, endColumn: box.right }];
  });
}

/** Carries a step out. */
function carryOut(
  book: Book,
  sheetId: string,
  shift: LineShift,
): { readonly before: Before; readonly replaced: readonly Replaced[] } {
  const merges = book.sheet(sheetId).mergeData;
  const freeze = freezeOf(book, sheetId);
  const before: Before = {
    record: structuredClone(book.record(sheetId)),
    charts: new Map(
      book
        .worksheetIds()
        .flatMap((id) => (id === sheetId ? [] : [[id, structuredClone(book.record(id).charts)] as const])),
    ),
    names: structuredClone(book.document.names),
    merges: [...merges],
    freeze,
    ...(shift.kind === "delete" ? saved(book, sheetId, shift) : { cells: {}, layout: [] }),
  };
  const filling = shift.kind === "insert" ? looksOfLineBefore(book, sheetId, shift) : null;
  const after = { merges: mergesAfter(merges, shift), freeze: shiftFreeze(freeze, shift) };
  const { name } = book.sheet(sheetId);
  book.changed(sheetId);
  moveCells(book, sheetId, shift, filling, after);
  const replaced = shiftFormulas(book, sheetId, shift);
  shiftRecord(book.record(sheetId), shift, (formula) => shiftFormula(formula, name, true, shift));
  completeHeadings(book, sheetId);
  book.engine.endRequest();
  book.changes.moved(sheetId, shift);
  return { before, replaced };
}

function takeBack(book: Book, sheetId: string, shift: LineShift, before: Before, replaced: readonly Replaced[]): void {
  const back = inverse(shift);
  book.changed(sheetId);
  moveCells(book, sheetId, back, before, before);
  Object.assign(book.record(sheetId), structuredClone(before.record), { changed: true });
  for (const [id, charts] of before.charts) {
    const now = book.document.sheets[id];
    if (now === undefined || JSON.stringify(now.charts) === JSON.stringify(charts)) continue;
    now.charts = structuredClone(charts);
    book.changed(id);
  }
  book.document.names = structuredClone([...before.names]);
  book.namesChanged();
  writeFormulas(
    book,
    replaced.flatMap((one) => {
      if (book.document.sheets[one.sheetId] === undefined) return [];
      if (one.sheetId !== sheetId) return [one];
      const row = shift.axis === "rows" ? shiftIndex(one.row, back) : one.row;
      const column = shift.axis === "columns" ? shiftIndex(one.column, back) : one.column;
      return row === null || column === null ? [] : [{ ...one, row, column }];
    }),
  );
  book.engine.endRequest();
  book.changes.moved(sheetId, back);
}

/**
 * Inserts whole rows or columns before a line, or deletes them, as a person does in Excel: cells, merges, frozen lines, tables, charts,
 * conditional formats, validation, links, names, print set-up and every formula of the workbook follow; the page hears of it. What cannot be
 * done without loss is refused and nothing is changed.
 */
export function restructure(
  book: Book,
  sheetId: string,
  shift: LineShift,
):
  | { readonly kind: "done"; readonly step: StructureStep }
  | { readonly kind: "refused"; readonly reason: StructureRefusal } {
  const reason = refusalOf(book, sheetId, shift);
  if (reason !== null) return { kind: "refused", reason };
  const perform = () => book.changes.byPerson(() => carryOut(book, sheetId, shift));
  let done: ReturnType<typeof carryOut> = perform();
  return {
    kind: "done",
    step: {
      undo: () => book.changes.byPerson(() => takeBack(book, sheetId, shift, done.before, done.replaced)),
      redo: () => {
        done = perform();
      },
    },
  };
}

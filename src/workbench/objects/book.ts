import { SetWorksheetNameMutation } from "@univerjs/preset-sheets-node-core";
import { BooleanNumber, type ICellData, type IStyleData, type IWorksheetData, type Nullable } from "@univerjs/core";
import type { Box, NameRecord, SheetRecord, WorkbookDocument } from "../files/document";
import { ApiError } from "../wire/api-error";
import type { WireObject } from "../wire/wire-object";
import { createFunctionCalls, type CallingCell, type FunctionCalls } from "../functions/calls";
import type { FunctionTable } from "../functions/metadata";
import { isErrorValue, type CallResult } from "../functions/values";
import {
  boundingBox,
  formatBox,
  intersection,
  isUnbounded,
  isWholeColumn,
  lastColumn,
  lastRow,
  parseAddress,
  quoteSheet,
} from "./address";
import { cellBlocks } from "./cell-blocks";
import { cellContent } from "./cell-content";
import { createChangeEvents, type ChangeEvents } from "./change-events";
import { createEngine, type CellMatrix, type Engine, type Spill, type UniverFactory } from "./engine";
import { functionExecutor } from "./function-executor";
import { removeFromFormula, renameInFormula } from "./sheet-references";
import { adoptSpills, withSpills } from "./spills";
import { createStyleBook, type StyleBook } from "./styles";

/** Makes the objects that other objects lead to; one place, so that the classes need not know each other. */
export interface ObjectFactory {
  readonly range: (sheetId: string, box: Box) => WireObject;
  readonly worksheet: (sheetId: string) => WireObject;
}

/** Rows of a few are looked up one by one: a sheet has many more. */
const FEW_ROWS = 100;

/** The rows of a matrix that may hold something inside a box, from the top. */
function rowsWithin(matrix: object, { top, bottom }: Box): readonly number[] {
  if (bottom - top < FEW_ROWS) return Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  return Object.keys(matrix)
    .map(Number)
    .filter((row) => row >= top && row <= bottom);
}

/** What becomes of a style. */
export type StyleChange = (style: IStyleData) => IStyleData;

/** An open workbook: the document, the engine that holds its cells, and what lives only while it is open. */
export class Book {
  readonly engine: Engine;
  readonly styles: StyleBook;
  readonly document: WorkbookDocument;
  readonly make: ObjectFactory;
  /** The font of cells that name none. */
  readonly defaultFont: { readonly name: string; readonly size: number };
  /** Calls of the add-in's functions from formulas. */
  readonly calls: FunctionCalls = createFunctionCalls();
  readonly changes: ChangeEvents = createChangeEvents();
  calculationMode = "Automatic";
  /** Whether the add-in's pane stands beside the sheet; its page runs either way. */
  isPaneShown = false;
  activeSheet: string;
  selection: { readonly sheetId: string; readonly box: Box };
  #isSuspended = false;
  #calculating: Promise<void> | null = null;
  #hasAnswers = false;
  /** What changes made of styles: the same change comes to many ranges. */
  readonly #restyled = new WeakMap<StyleChange, Map<ICellData["s"], ICellData["s"]>>();
  /** What functions gave to the cells that call them, where there is an error among it. */
  readonly #failures = new Map<string, CallResult>();

  constructor(
    document: WorkbookDocument,
    factory: (book: Book) => ObjectFactory,
    functions: FunctionTable | null,
    makeUniver?: UniverFactory,
  ) {
    this.document = document;
    this.engine = createEngine(document.snapshot, makeUniver);
    for (const sheetId of this.worksheetIds()) adoptSpills(this.engine, sheetId);
    if (functions !== null) this.#addFunctions(functions);
    this.styles = createStyleBook(this.engine.workbook);
    this.make = factory(this);
    const standard = this.styles.of(document.snapshot.defaultStyle);
    this.defaultFont = { name: standard.ff ?? "Calibri", size: standard.fs ?? 11 };
    this.activeSheet = this.worksheetIds().find((id) => !this.isHidden(id)) ?? this.worksheetIds()[0] ?? "";
    this.selection = { sheetId: this.activeSheet, box: { top: 0, left: 0, bottom: 0, right: 0 } };
    this.namesChanged();
  }

  /** Ids of all sheets in their order, chart sheets too. */
  sheetIds(): readonly string[] {
    return this.engine.workbook.getSheetOrders();
  }

  /** Ids of the sheets with cells, in their order. */
  worksheetIds(): readonly string[] {
    return this.sheetIds().filter((id) => this.document.sheets[id]?.isWorksheet !== false);
  }

  /** The sheet's cells and layout in the engine. Fails where the sheet was deleted. */
  sheet(sheetId: string): IWorksheetData {
    this.record(sheetId);
    return this.engine.sheet(sheetId);
  }

  /** What the sheet holds beside its cells. Fails where the sheet was deleted. */
  record(sheetId: string): SheetRecord {
    const record = this.document.sheets[sheetId];
    if (record === undefined) throw new ApiError("ItemNotFound");
    return record;
  }

  sheetNamed(name: string): string | undefined {
    const wanted = name.toLowerCase();
    return this.sheetIds().find((id) => this.engine.sheet(id).name.toLowerCase() === wanted);
  }

  isHidden(sheetId: string): boolean {
    return this.engine.sheet(sheetId).hidden !== BooleanNumber.FALSE;
  }

  /** Notes that the sheet is no longer as the file has it. */
  changed(sheetId: string): void {
    this.record(sheetId).changed = true;
  }

  /** Refuses where the structure of the workbook is protected: no sheet is added, deleted, renamed, moved, hidden or shown. */
  beforeRestructuring(): void {
    if (this.document.isStructureProtected === true) throw new ApiError("AccessDenied");
  }

  /** Refuses where the sheet is protected; otherwise notes the change to come. */
  beforeWrite(sheetId: string): void {
    if (this.record(sheetId).isProtected) throw new ApiError("AccessDenied");
    this.changed(sheetId);
  }

  /** The address of a box with its sheet's name. */
  address(sheetId: string, box: Box): string {
    return `${quoteSheet(this.sheet(sheetId).name)}!${formatBox(box)}`;
  }

  /** Finds the cells that an address names; without a sheet of its own it is on the given one. */
  locate(text: string, sheetId: string): { readonly sheetId: string; readonly box: Box } | null {
    const address = parseAddress(text);
    if (address === null) return null;
    const named = address.sheet === null ? sheetId : this.sheetNamed(address.sheet);
    return named === undefined ? null : { sheetId: named, box: address.box };
  }

  /** The style that a cell shows: its own, else its row's, its column's, the sheet's. */
  styleAt(sheet: IWorksheetData, cell: Nullable<ICellData>, row: number, column: number): ICellData["s"] {
    return cell?.s ?? sheet.rowData[row]?.s ?? sheet.columnData[column]?.s ?? sheet.defaultStyle;
  }

  /** Writes cells and leaves the recalculation to the next read. */
  writeCells(sheetId: string, cells: CellMatrix, box: Box): void {
    this.engine.writeCells(sheetId, cells, box);
    this.changes.written(sheetId, box);
  }

  /**
   * Changes the style of every cell of a range. On whole rows and columns the change goes to the row or column and to the
   * cells that have a style of their own.
   */
  restyle(sheetId: string, box: Box, change: StyleChange): void {
    this.restyleEach(sheetId, box, () => change);
  }

  /** The same with a change of its own for each cell; null leaves the cell as it is. */
  restyleEach(sheetId: string, box: Box, changeAt: (row: number, column: number) => StyleChange | null): void {
    const sheet = this.sheet(sheetId);
    const cells = sheet.cellData;
    // Neighbours mostly look alike and change alike: what the last one became is what this one becomes.
    let last: StyleChange | null = null;
    let results = new Map<ICellData["s"], ICellData["s"]>();
    let before: ICellData["s"];
    let after: ICellData["s"];
    const styled = (style: ICellData["s"], row: number, column: number): ICellData["s"] => {
      const change = changeAt(row, column);
      if (change === null) return style;
      if (typeof style === "object") return this.styles.changed(style, change);
      if (change === last && style === before) return after;
      if (change !== last) {
        last = change;
        results = this.#resultsOf(change);
      }
      if (!results.has(style)) results.set(style, this.styles.changed(style, change));
      before = style;
      after = results.get(style);
      return after;
    };
    if (isUnbounded(box)) {
      if (!isWholeColumn(box)) {
        for (let row = box.top; row <= box.bottom; row += 1) {
          const data = (sheet.rowData[row] ??= {});
          setStyle(data, styled(data.s, row, box.left));
        }
      } else {
        const right = Math.min(box.right, Math.max(sheet.columnCount - 1, box.left));
        for (let column = box.left; column <= right; column += 1) {
          const data = (sheet.columnData[column] ??= {});
          setStyle(data, styled(data.s, box.top, column));
        }
      }
      for (const rowKey in cells) {
        const row = Number(rowKey);
        if (row < box.top || row > box.bottom) continue;
        for (const columnKey in cells[row]) {
          const column = Number(columnKey);
          const cell = cells[row][column];
          if (column < box.left || column > box.right || cell?.s === undefined || cell.s === null) continue;
          setStyle(cell, styled(cell.s, row, column));
        }
      }
    } else {
      sheet.rowCount = Math.max(sheet.rowCount, box.bottom + 1);
      sheet.columnCount = Math.max(sheet.columnCount, box.right + 1);
      for (let row = box.top; row <= box.bottom; row += 1) {
        let line = cells[row];
        for (let column = box.left; column <= box.right; column += 1) {
          const cell = line?.[column];
          const own = cell?.s ?? undefined;
          const style = styled(own ?? this.styleAt(sheet, cell, row, column), row, column);
          if (cell !== undefined) {
            if (style !== own) setStyle(cell, style);
          } else if (style !== undefined && style !== null) (line ??= cells[row] = {})[column] = { s: style };
        }
      }
    }
    this.engine.restyled(sheetId);
  }

  /** What a change made of the styles that it came to before. */
  #resultsOf(change: StyleChange): Map<ICellData["s"], ICellData["s"]> {
    const known = this.#restyled.get(change);
    if (known !== undefined) return known;
    const made = new Map<ICellData["s"], ICellData["s"]>();
    this.#restyled.set(change, made);
    return made;
  }

  /** Until the request ends, reading does not recalculate. */
  suspendCalculation(): void {
    this.#isSuspended = true;
  }

  /** Ends what lasts until the next sync only. */
  endRequest(): void {
    this.engine.endRequest();
    this.#isSuspended = false;
    this.changes.flush();
    if (this.#hasAnswers) void this.calculate(false);
  }

  /** Brings formula results up to date; null where they are. */
  settle(): Promise<void> | null {
    if (this.#isSuspended || this.calculationMode === "Manual") return this.#calculating;
    return this.#calculating ?? (this.engine.isStale() ? this.calculate(false) : null);
  }

  /** Calculates now; with `force` every formula of the workbook. What the page has to compute for it is asked for at the end. */
  calculate(force: boolean): Promise<void> {
    if (this.#calculating === null) {
      this.#hasAnswers = false;
      this.#calculating = this.engine.calculate(force).finally(() => {
        this.#calculating = null;
        for (const sheetId of this.engine.takeRecalculated()) if (this.document.sheets[sheetId]) this.changed(sheetId);
        this.calls.flush();
        this.calls.endCalculation();
      });
    }
    return this.#calculating;
  }

  /** The calculation under way; null where there is none. */
  calculation(): Promise<void> | null {
    return this.#calculating;
  }

  /** Waits until no result is to come any more, from the page neither. */
  async settled(): Promise<void> {
    for (;;) {
      await this.settle();
      if (this.#calculating === null && !this.#hasAnswers && !this.calls.isPending()) return;
      if (this.#hasAnswers) await this.calculate(false);
      else await (this.#calculating ?? this.calls.nextAnswer());
    }
  }

  /** Excel.CalculationState. */
  calculationState(): string {
    if (this.#calculating !== null || this.#hasAnswers || this.calls.isPending()) return "Calculating";
    return this.engine.isStale() ? "Pending" : "Done";
  }

  /** Takes the page's answers to calls; the formulas that wait for them are calculated when the request is over. */
  takeAnswers(results: unknown): void {
    this.#recalculate(this.calls.answer(results));
  }

  /** The page is gone, and with it what it had to compute. */
  pageClosed(): void {
    this.changes.detach();
    this.#recalculate(this.calls.detach());
  }

  /** The array formula that fills a cell, with the cells that it fills; null where the cell is its own. */
  spillAt(sheetId: string, row: number, column: number): Spill | null {
    return (
      this.engine
        .arrays(sheetId)
        .find(
          ({ box, isBlocked }) =>
            !isBlocked && row >= box.top && row <= box.bottom && column >= box.left && column <= box.right,
        ) ?? null
    );
  }

  /** What the add-in said of the error that a cell shows; null where it said nothing. */
  errorMessage(sheetId: string, row: number, column: number): string | null {
    const spill = this.spillAt(sheetId, row, column);
    const anchor = spill ?? { row, column };
    const cell = this.#failures.get(cellKey({ sheetId, ...anchor }))?.[row - anchor.row]?.[column - anchor.column];
    const live = this.engine.cells(sheetId)[row]?.[column];
    const shown = cellContent(live?.v == null ? this.engine.spilled(sheetId)?.[row]?.[column] : live);
    return isErrorValue(cell) && cell.error === shown ? cell.message : null;
  }

  #recalculate(cells: readonly CallingCell[]): void {
    for (const { sheetId, box } of cellBlocks(cells))
      if (this.document.sheets[sheetId] !== undefined) this.engine.invalidate(sheetId, box);
    this.#hasAnswers ||= cells.length > 0;
  }

  #addFunctions({ namespace, byName }: FunctionTable): void {
    const executors = [...byName.values()].map((fn) =>
      functionExecutor(`${namespace}.${fn.name}`, fn, this.calls.call, (cell, result) => {
        const failed = result?.some((row) => row.some(isErrorValue)) === true;
        if (failed) this.#failures.set(cellKey(cell), result);
        else this.#failures.delete(cellKey(cell));
      }),
    );
    this.engine.addFunctions(executors);
  }

  /** Tells the formulas which names there are. */
  namesChanged(): void {
    this.engine.setNames(this.document.names.map(({ name, formula, sheet }) => ({ name, formula, sheetId: sheet })));
  }

  nameRecord(name: string, sheetId: string | null): NameRecord | undefined {
    const wanted = name.toLowerCase();
    return this.document.names.find((record) => record.sheet === sheetId && record.name.toLowerCase() === wanted);
  }

  /** The smallest box around what a sheet holds inside the given one; null where it holds nothing. */
  usedBox(sheetId: string, within: Box | null, valuesOnly: boolean): Box | null {
    const sheet = this.sheet(sheetId);
    const area = within ?? { top: 0, left: 0, bottom: lastRow, right: lastColumn };
    const isUsed = (cell: Nullable<ICellData>): boolean => {
      if (cell === null || cell === undefined) return false;
      const hasContent = (cell.f ?? cell.p ?? null) !== null || ((cell.v ?? null) !== null && cell.v !== "");
      return hasContent || (!valuesOnly && (cell.s ?? null) !== null);
    };
    let used: Box | null = null;
    const include = (row: number, column: number) => {
      const cell = { top: row, left: column, bottom: row, right: column };
      used = used === null ? cell : boundingBox(used, cell);
    };
    for (const matrix of [this.engine.cells(sheetId), this.engine.spilled(sheetId) ?? {}]) {
      for (const row of rowsWithin(matrix, area)) {
        const cells = matrix[row];
        if (cells === undefined) continue;
        // Columns come in their order: the outermost used cells of a row decide, what lies between is not looked at.
        const columns = Object.keys(cells);
        const first = columns.find((key) => +key >= area.left && +key <= area.right && isUsed(cells[+key]));
        if (first === undefined) continue;
        include(row, +first);
        const last = columns.findLast((key) => +key >= area.left && +key <= area.right && isUsed(cells[+key]));
        include(row, +(last ?? first));
      }
    }
    for (const merge of valuesOnly ? [] : sheet.mergeData) {
      const box = { top: merge.startRow, left: merge.startColumn, bottom: merge.endRow, right: merge.endColumn };
      const part = within === null ? box : intersection(box, within);
      if (part !== null) {
        include(part.top, part.left);
        include(part.bottom, part.right);
      }
    }
    return used;
  }

  /** Brings a sheet to the front. */
  activate(sheetId: string): void {
    this.activeSheet = sheetId;
    if (this.selection.sheetId !== sheetId) this.selection = { sheetId, box: { top: 0, left: 0, bottom: 0, right: 0 } };
  }

  /** Brings another sheet to the front if this one is there: the next that can be seen, else the one before. */
  leave(sheetId: string): void {
    if (this.activeSheet !== sheetId) return;
    const order = this.sheetIds();
    const place = order.indexOf(sheetId);
    const next = [...order.slice(place + 1), ...order.slice(0, place).reverse()].find((id) => !this.isHidden(id));
    if (next !== undefined) this.activate(next);
  }

  /** Changes every formula of the workbook: in cells, in names, in charts. */
  rewriteFormulas(change: (formula: string) => string): void {
    for (const sheetId of this.worksheetIds()) {
      const cells: CellMatrix = {};
      let box: Box | null = null;
      const live = this.engine.cells(sheetId);
      for (const rowKey in live) {
        const row = Number(rowKey);
        for (const columnKey in live[row]) {
          const column = Number(columnKey);
          const formula = live[row][column]?.f;
          if (formula === null || formula === undefined) continue;
          const changed = change(formula);
          if (changed === formula) continue;
          (cells[row] ??= {})[column] = { f: changed };
          const cell = { top: row, left: column, bottom: row, right: column };
          box = box === null ? cell : boundingBox(box, cell);
        }
      }
      if (box !== null) {
        this.changed(sheetId);
        this.engine.writeCells(sheetId, cells, box);
      }
      for (const chart of this.record(sheetId).charts) {
        const optional = (formula: string | null) => (formula === null ? null : change(formula));
        const series = chart.series.map((one) => ({
          ...one,
          values: change(one.values),
          categories: optional(one.categories),
          xValues: optional(one.xValues),
        }));
        if (JSON.stringify(series) === JSON.stringify(chart.series)) continue;
        chart.series = series;
        chart.changed = true;
        this.changed(sheetId);
      }
    }
    for (const name of this.document.names) name.formula = change(name.formula);
    this.namesChanged();
  }

  /** Gives a sheet another name, in formulas too. */
  renameSheet(sheetId: string, name: string): void {
    const before = this.sheet(sheetId).name;
    this.changed(sheetId);
    this.engine.run(SetWorksheetNameMutation.id, { subUnitId: sheetId, name });
    this.sheetRenamed(sheetId, before, name);
  }

  /** Lets formulas follow a sheet that has got another name, and tells of it. */
  sheetRenamed(sheetId: string, before: string, name: string): void {
    if (before !== name) this.changes.renamed(sheetId, before, name);
    this.rewriteFormulas((formula) => renameInFormula(formula, before, name));
  }

  /** Deletes a sheet with all that belongs to it; formulas that pointed there become #REF!. */
  deleteSheet(sheetId: string): void {
    const { name } = this.sheet(sheetId);
    this.leave(sheetId);
    this.engine.removeSheet(sheetId);
    delete this.document.sheets[sheetId];
    this.changes.deleted(sheetId);
    this.document.names = this.document.names.filter((record) => record.sheet !== sheetId);
    this.rewriteFormulas((formula) => removeFromFormula(formula, name));
  }

  /** The document with the engine's live cells, for saving. Only rows that array formulas fill are copied. */
  toDocument(): WorkbookDocument {
    const snapshot = this.engine.workbook.getSnapshot();
    const sheets = Object.entries(snapshot.sheets).map(([id, data]) => {
      const cellData = this.document.sheets[id]?.isWorksheet === true ? withSpills(this.engine, id) : null;
      return [id, cellData === null ? data : { ...data, cellData }] as const;
    });
    return {
      ...this.document,
      snapshot: { ...snapshot, id: this.document.snapshot.id, sheets: Object.fromEntries(sheets) },
    };
  }

  dispose(): void {
    this.engine.dispose();
  }
}

const cellKey = ({ sheetId, row, column }: CallingCell): string => `${sheetId} ${row},${column}`;

function setStyle(target: { s?: Nullable<IStyleData | string> }, style: ICellData["s"]): void {
  if (style === undefined || style === null) delete target.s;
  else target.s = style;
}

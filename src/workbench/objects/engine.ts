import {
  CommandType,
  ICommandService,
  LocaleType,
  LogLevel,
  ObjectMatrix,
  Univer,
  UniverInstanceType,
  type ICellData,
  type IColumnData,
  type IExecutionOptions,
  type IRange,
  type IRowData,
  type IWorkbookData,
  type IWorksheetData,
  type Nullable,
  type Workbook,
} from "@univerjs/core";
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  IDefinedNamesService,
  IDependencyManagerService,
  IFormulaDependencyGenerator,
  IFunctionService,
  InsertColMutation,
  InsertRowMutation,
  RemoveColMutation,
  RemoveRowMutation,
  RemoveSheetMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetRangeValuesMutation,
  UniverFormulaEnginePlugin,
  UniverSheetsFormulaPlugin,
  UniverSheetsPlugin,
  type BaseFunction,
} from "@univerjs/preset-sheets-node-core";
import type { Box } from "../files/document";
import { intersection } from "./address";
import { bandOf, shiftBox, shiftIndex, type LineShift } from "./line-shift";

/** Cells to write, row → column → what changes; a property that is null is removed. */
export type CellMatrix = Record<number, Record<number, ICellData>>;

/** A live matrix of cells; rows and cells that hold nothing are absent. */
export type LiveCells = Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>> | undefined>>;

/** An array formula and the cells that it fills, its own among them. */
export interface Spill {
  readonly row: number;
  readonly column: number;
  readonly box: Box;
}

/** An array formula and the cells that it would fill were there room; blocked where there is none (`#SPILL!`). */
export interface ArrayFormula extends Spill {
  readonly isBlocked: boolean;
}

/** Height or width, look and visibility of a row or column. */
export type LineLayout = Partial<IRowData & IColumnData>;

/** A defined name as formulas see it; `sheetId` is null for the whole workbook. */
export interface EngineName {
  readonly name: string;
  readonly formula: string;
  readonly sheetId: string | null;
}

/**
 * Univer's open engine under one workbook: cells, formulas, styles. Nothing is calculated when the workbook is opened (the
 * file's cached results stand) nor when a cell is written: `calculate` brings the results up to date when they are asked for.
 */
export interface Engine {
  readonly workbook: Workbook;
  readonly sheet: (sheetId: string) => IWorksheetData;
  readonly cells: (sheetId: string) => LiveCells;
  /** The cells that array formulas spill into; undefined where the sheet has none. */
  readonly spilled: (sheetId: string) => LiveCells | undefined;
  /** The array formulas of a sheet that give more than one cell. */
  readonly arrays: (sheetId: string) => readonly ArrayFormula[];
  /** Takes over what array formulas gave when the file was saved: `cells` are those that they fill, their own cells among them. */
  readonly adoptSpills: (sheetId: string, spills: readonly Spill[], cells: CellMatrix) => void;
  /** Adds functions that formulas may call, by their names in capitals. */
  readonly addFunctions: (functions: readonly BaseFunction[]) => void;
  /** Has formulas calculated anew though nothing that they depend on was written. */
  readonly invalidate: (sheetId: string, box: Box) => void;
  readonly writeCells: (sheetId: string, cells: CellMatrix, box: Box) => void;
  /**
   * Inserts or deletes whole rows or columns: cells and layout move, with what array formulas fill and what awaits calculation. `layout` is that
   * of inserted lines in their order. Formulas stay as they are; what refers to the place is calculated anew.
   */
  readonly moveLines: (sheetId: string, shift: LineShift, layout: readonly LineLayout[]) => void;
  readonly insertSheet: (sheet: IWorksheetData, index: number) => void;
  readonly removeSheet: (sheetId: string) => void;
  /** Replaces the merged areas of a sheet; whoever draws the grid sees them when the request ends. */
  readonly setMerges: (sheetId: string, merges: readonly IRange[]) => void;
  /** Adds merged areas to those of a sheet: one call of many on a long tab, so that the others are not copied. */
  readonly addMerges: (sheetId: string, merges: readonly IRange[]) => void;
  /** Takes note of cells that somebody wrote past the host, so that what depends on them is calculated. */
  readonly noteWritten: (sheetId: string, cells: LiveCells, box: Box) => void;
  /**
   * Calls back for every change of the workbook that the host did not make, such as a person's in the grid; `nameBefore` is the name that
   * the sheet concerned had.
   */
  readonly onForeignMutation: (listener: (mutationId: string, params: object, nameBefore: string) => void) => void;
  /** Does what waits for the end of a request. */
  readonly endRequest: () => void;
  readonly run: (mutationId: string, params: object) => void;
  /** Notes that cells of a sheet look different; whoever draws the grid is told when the request ends. */
  readonly restyled: (sheetId: string) => void;
  readonly setNames: (names: readonly EngineName[]) => void;
  /** True where something was written since the last calculation and the workbook has formulas. */
  readonly isStale: () => boolean;
  /** Recalculates what depends on the cells written since the last time; everything where `force` is set. */
  readonly calculate: (force: boolean) => Promise<void>;
  /** The sheets on which results changed since this was asked the last time. */
  readonly takeRecalculated: () => readonly string[];
  readonly dispose: () => void;
}

/** Univer's setting for opening a workbook without calculating it. */
export const noInitialCalculation = 2;

/** Makes a Univer with the plugins for formulas and sheets, and whatever else its maker wants of it, such as a grid. */
export type UniverFactory = () => Univer;

/** Univer without a face. */
const bareUniver: UniverFactory = () => {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: {} },
    logLevel: LogLevel.SILENT,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin, {});
  univer.registerPlugin(UniverSheetsPlugin, {});
  univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: noInitialCalculation });
  return univer;
};

const spillError = "#SPILL!";

/**
 * Univer enters the cell of every formula into an index, one by one, for functions that compute addresses (OFFSET, INDIRECT). With
 * thousands of formulas that takes most of the time of a calculation, and hardly a workbook has such functions: where there
 * is none, the index is left out.
 */
function spareAddressIndex(generator: object): void {
  const name = "_calculateListByFunctionRefNode";
  const index: unknown = Reflect.get(generator, name);
  if (typeof index !== "function") throw new Error(`Univer has no ${name} any more.`);
  Reflect.set(generator, name, (trees: readonly { readonly addressFunctionNodes: readonly unknown[] }[]): unknown => {
    const isNeeded = trees.some(({ addressFunctionNodes }) => addressFunctionNodes.length > 0);
    const indexed: unknown = isNeeded ? Reflect.apply(index, generator, [trees]) : Promise.resolve();
    return indexed;
  });
}

let engines = 0;

const boxOf = (range: IRange): Box => ({
  top: range.startRow,
  left: range.startColumn,
  bottom: range.endRow,
  right: range.endColumn,
});
const moveMutations = {
  rows: { insert: InsertRowMutation.id, delete: RemoveRowMutation.id },
  columns: { insert: InsertColMutation.id, delete: RemoveColMutation.id },
} as const;

const rangeOf = (box: Box): IRange => ({
  startRow: box.top,
  startColumn: box.left,
  endRow: box.bottom,
  endColumn: box.right,
});

/** Opens the engine on a snapshot; the sheets of the snapshot become the engine's own and change with it. */
export function createEngine(snapshot: IWorkbookData, makeUniver: UniverFactory = bareUniver): Engine {
  const univer = makeUniver();
  // Univer keeps parsed formulas, with the functions they call, by workbook and for the whole process.
  engines += 1;
  const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, {
    ...snapshot,
    id: `${snapshot.id}-${engines}`,
  });
  const unitId = workbook.getUnitId();
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const formulas = injector.get(FormulaDataModel);
  const definedNames = injector.get(IDefinedNamesService);
  // Univer would start calculating a tenth of a second after each change; the host decides when instead.
  injector.get(IActiveDirtyManagerService).dispose();
  const dependencies = injector.get(IDependencyManagerService);
  spareAddressIndex(injector.get(IFormulaDependencyGenerator));

  let dirtyRanges: { unitId: string; sheetId: string; range: IRange }[] = [];
  let dirtySheets: Record<string, string> = {};

  const staleMerges = new Set<string>();
  const restyled = new Set<string>();

  const arrays = (sheetId: string): readonly ArrayFormula[] => {
    const found: ArrayFormula[] = [];
    const live: LiveCells = worksheet(sheetId).getCellMatrix().getMatrix();
    const rows: Readonly<Record<number, Readonly<Record<number, IRange>>>> =
      formulas.getArrayFormulaRange()[unitId]?.[sheetId] ?? {};
    for (const [row, ranges] of Object.entries(rows)) {
      for (const [column, range] of Object.entries(ranges))
        found.push({
          row: Number(row),
          column: Number(column),
          box: boxOf(range),
          isBlocked: live[Number(row)]?.[Number(column)]?.v === spillError,
        });
    }
    return found;
  };
  const invalidate = (sheetId: string, box: Box) => dirtyRanges.push({ unitId, sheetId, range: rangeOf(box) });
  /** A write to what an array formula fills concerns the formula, and whatever else had no room because of it. */
  const invalidateArrays = (sheetId: string, box: Box) => {
    const all = arrays(sheetId);
    const touched = all.filter((one) => intersection(one.box, box) !== null);
    if (touched.length === 0) return;
    const neighbours = all.filter((one) => touched.some((other) => intersection(one.box, other.box) !== null));
    for (const one of neighbours) invalidate(sheetId, one.box);
  };

  const recalculated = new Set<string>();
  const watching = commands.beforeCommandExecuted(({ id, params }, options) => {
    if (id !== SetRangeValuesMutation.id || options?.fromFormula !== true) return;
    const { subUnitId = "", cellValue = {} }: { subUnitId?: string; cellValue?: CellMatrix } = params ?? {};
    const before: LiveCells = worksheet(subUnitId).getCellMatrix().getMatrix();
    const differs = Object.entries(cellValue).some(([row, cells]) =>
      Object.entries(cells).some(([column, cell]) => before[Number(row)]?.[Number(column)]?.v !== cell.v),
    );
    // What an array formula fills besides its own cell is not among these cells.
    if (differs || arrays(subUnitId).some(({ row, column }) => cellValue[row]?.[column] !== undefined))
      recalculated.add(subUnitId);
  });

  const worksheet = (sheetId: string) => {
    const found = workbook.getSheetBySheetId(sheetId);
    if (!found) throw new Error(`No sheet ${sheetId}`);
    return found;
  };
  /** Whether the workbook has ever had a formula: found by one look at every cell, then kept up by the writes. */
  let seenFormula: boolean | null = null;
  const hasFormulas = () => {
    const sheets = seenFormula === null ? Object.values(formulas.getFormulaData()[unitId] ?? {}) : [];
    return (seenFormula ??= sheets.some((rows) => rows !== null && rows !== undefined && Object.keys(rows).length > 0));
  };
  let isOwn = false;
  const run = (mutationId: string, params: object, options: IExecutionOptions = {}) => {
    const before = isOwn;
    isOwn = true;
    try {
      if (commands.syncExecuteCommand(mutationId, { unitId, ...params }, options) === false)
        throw new Error(`Univer refused ${mutationId}`);
    } finally {
      isOwn = before;
    }
  };
  const noteFormulas = (cells: LiveCells) => {
    if (Object.values(cells).some((row) => Object.values(row ?? {}).some((cell) => (cell?.f ?? null) !== null)))
      seenFormula = true;
  };

  /** What array formulas fill moves with them; one that is cut through fills its cells anew. */
  const moveSpills = (sheetId: string, shift: LineShift) => {
    const spills = arrays(sheetId);
    if (spills.length === 0) return;
    const filled: LiveCells = formulas.getArrayFormulaCellData()[unitId]?.[sheetId] ?? {};
    const ranges: Record<number, Record<number, IRange>> = {};
    const cells: CellMatrix = {};
    const [down, right]: readonly [(row: number) => number | null, (column: number) => number | null] =
      shift.axis === "rows"
        ? [(row) => shiftIndex(row, shift), (column) => column]
        : [(row) => row, (column) => shiftIndex(column, shift)];
    for (const { row, column, box } of spills) {
      const [y, x, moved] = [down(row), right(column), shiftBox(box, shift)];
      if (y === null || x === null || moved === null) continue;
      const isWhole =
        moved.bottom - moved.top === box.bottom - box.top && moved.right - moved.left === box.right - box.left;
      (ranges[y] ??= {})[x] = rangeOf(moved);
      if (!isWhole) invalidate(sheetId, moved);
      for (let at = box.top; at <= box.bottom; at += 1) {
        for (let across = box.left; across <= box.right; across += 1) {
          const [to, toColumn, cell] = [down(at), right(across), filled[at]?.[across]];
          if (to !== null && toColumn !== null && cell != null) (cells[to] ??= {})[toColumn] = cell;
        }
      }
    }
    formulas.setArrayFormulaRange({
      ...formulas.getArrayFormulaRange(),
      [unitId]: { ...formulas.getArrayFormulaRange()[unitId], [sheetId]: ranges },
    });
    formulas.setArrayFormulaCellData({
      ...formulas.getArrayFormulaCellData(),
      [unitId]: { ...formulas.getArrayFormulaCellData()[unitId], [sheetId]: cells },
    });
  };

  return {
    workbook,
    run,
    moveLines: (sheetId, shift, layout) => {
      const info = Object.fromEntries(layout.map((line, index) => [index, { ...line }]));
      const config = worksheet(sheetId).getConfig();
      run(moveMutations[shift.axis][shift.kind], {
        subUnitId: sheetId,
        range: rangeOf(
          intersection(bandOf(shift), {
            top: 0,
            left: 0,
            bottom: Math.max(config.rowCount, shift.first + shift.count) - 1,
            right: Math.max(config.columnCount, shift.first + shift.count) - 1,
          }) ?? bandOf(shift),
        ),
        ...(shift.kind === "delete" ? {} : shift.axis === "rows" ? { rowInfo: info } : { colInfo: info }),
      });
      dirtyRanges = dirtyRanges.flatMap((dirty) => {
        const moved = dirty.sheetId === sheetId ? shiftBox(boxOf(dirty.range), shift) : boxOf(dirty.range);
        return moved === null ? [] : [{ ...dirty, range: rangeOf(moved) }];
      });
      moveSpills(sheetId, shift);
      invalidate(sheetId, bandOf(shift.kind === "insert" ? shift : { ...shift, count: 1 }));
    },
    sheet: (sheetId) => worksheet(sheetId).getConfig(),
    cells: (sheetId) => worksheet(sheetId).getCellMatrix().getMatrix(),
    spilled: (sheetId) => formulas.getArrayFormulaCellData()[unitId]?.[sheetId] ?? undefined,
    arrays,
    adoptSpills: (sheetId, spills, cells) => {
      const ranges: Record<number, Record<number, IRange>> = {};
      for (const { row, column, box } of spills) (ranges[row] ??= {})[column] = rangeOf(box);
      formulas.mergeArrayFormulaRange({ [unitId]: { [sheetId]: ranges } });
      formulas.mergeArrayFormulaCellData({ [unitId]: { [sheetId]: new ObjectMatrix(cells) } });
    },
    addFunctions: (functions) => injector.get(IFunctionService).registerExecutors(...functions),
    invalidate,
    takeRecalculated: () => {
      const sheets = [...recalculated];
      recalculated.clear();
      return sheets;
    },
    writeCells: (sheetId, cells, box) => {
      invalidateArrays(sheetId, box);
      const config = worksheet(sheetId).getConfig();
      config.rowCount = Math.max(config.rowCount, box.bottom + 1);
      config.columnCount = Math.max(config.columnCount, box.right + 1);
      // Local: Univer would otherwise look for formulas through every cell of the workbook at each write.
      run(SetRangeValuesMutation.id, { subUnitId: sheetId, cellValue: cells }, { onlyLocal: true });
      formulas.updateArrayFormulaCellData(unitId, sheetId, cells);
      formulas.updateArrayFormulaRange(unitId, sheetId, cells);
      noteFormulas(cells);
      invalidate(sheetId, box);
    },
    noteWritten: (sheetId, cells, box) => {
      invalidateArrays(sheetId, box);
      noteFormulas(cells);
      invalidate(sheetId, box);
    },
    onForeignMutation: (listener) => {
      const isForeign = (type: CommandType | undefined, options: IExecutionOptions | undefined) =>
        !isOwn && type === CommandType.MUTATION && options?.fromFormula !== true;
      let nameBefore = "";
      commands.beforeCommandExecuted(({ type, params }, options) => {
        const { subUnitId = "" }: { subUnitId?: string } = params ?? {};
        if (isForeign(type, options)) nameBefore = workbook.getSheetBySheetId(subUnitId)?.getName() ?? "";
      });
      commands.onCommandExecuted(({ id, type, params }, options) => {
        if (isForeign(type, options) && params !== undefined) listener(id, params, nameBefore);
      });
    },
    insertSheet: (sheet, index) => {
      // Not by mutation: Univer would look for formulas through every cell of the workbook, and a new sheet has none.
      workbook.addWorksheet(sheet.id, index, sheet);
      dirtySheets[sheet.id] = sheet.name;
    },
    setMerges: (sheetId, merges) => {
      worksheet(sheetId).getConfig().mergeData = [...merges];
      staleMerges.add(sheetId);
    },
    addMerges: (sheetId, merges) => {
      const { mergeData } = worksheet(sheetId).getConfig();
      for (const merge of merges) mergeData.push(merge);
      staleMerges.add(sheetId);
    },
    endRequest: () => {
      // Once for all merges of a request: Univer's index of merged cells is built anew each time.
      for (const sheetId of staleMerges) {
        const sheet = workbook.getSheetBySheetId(sheetId);
        sheet?.getSpanModel().rebuild(sheet.getConfig().mergeData);
      }
      staleMerges.clear();
      for (const subUnitId of restyled) {
        if (workbook.getSheetBySheetId(subUnitId) !== null)
          run(SetRangeValuesMutation.id, { subUnitId, cellValue: {} }, { onlyLocal: true });
      }
      restyled.clear();
    },
    removeSheet: (sheetId) => {
      dirtySheets[sheetId] = worksheet(sheetId).getName();
      dirtyRanges = dirtyRanges.filter((dirty) => dirty.sheetId !== sheetId);
      run(RemoveSheetMutation.id, { subUnitId: sheetId, subUnitName: worksheet(sheetId).getName() });
    },
    restyled: (sheetId) => restyled.add(sheetId),
    setNames: (names) => {
      const entries = names.map(({ name, formula, sheetId }, index) => {
        const id = `name${index}`;
        return [
          id,
          { id, name, formulaOrRefString: formula, ...(sheetId === null ? {} : { localSheetId: sheetId }) },
        ] as const;
      });
      definedNames.registerDefinedNames(unitId, Object.fromEntries(entries));
    },
    isStale: () => (dirtyRanges.length > 0 || Object.keys(dirtySheets).length > 0) && hasFormulas(),
    calculate: (force) =>
      new Promise((resolve) => {
        const listening = commands.onCommandExecuted((command) => {
          if (command.id !== SetFormulaCalculationNotificationMutation.id) return;
          if (!("functionsExecutedState" in (command.params ?? {}))) return;
          listening.dispose();
          resolve();
        });
        const params = {
          forceCalculation: force,
          dirtyRanges,
          dirtyNameMap: { [unitId]: dirtySheets },
          dirtyDefinedNameMap: {},
          dirtyUnitFeatureMap: {},
          dirtyUnitOtherFormulaMap: {},
          clearDependencyTreeCache: {},
        };
        dirtyRanges = [];
        dirtySheets = {};
        // Univer enters all dependencies anew at each calculation, beside those it has.
        dependencies.reset();
        void commands.executeCommand(SetFormulaCalculationStartMutation.id, params, { onlyLocal: true });
      }),
    dispose: () => {
      watching.dispose();
      univer.dispose();
    },
  };
}

import {
  ICommandService,
  LocaleType,
  LogLevel,
  Univer,
  UniverInstanceType,
  type ICellData,
  type IExecutionOptions,
  type IRange,
  type IWorkbookData,
  type IWorksheetData,
  type Nullable,
  type Workbook,
} from "@univerjs/core";
import {
  FormulaDataModel,
  IActiveDirtyManagerService,
  IDefinedNamesService,
  RemoveSheetMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetRangeValuesMutation,
  UniverFormulaEnginePlugin,
  UniverSheetsFormulaPlugin,
  UniverSheetsPlugin,
} from "@univerjs/preset-sheets-node-core";
import type { Box } from "../files/document";

/** Cells to write, row → column → what changes; a property that is null is removed. */
export type CellMatrix = Record<number, Record<number, ICellData>>;

/** A live matrix of cells; rows and cells that hold nothing are absent. */
export type LiveCells = Readonly<Record<number, Readonly<Record<number, Nullable<ICellData>>> | undefined>>;

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
  readonly writeCells: (sheetId: string, cells: CellMatrix, box: Box) => void;
  readonly insertSheet: (sheet: IWorksheetData, index: number) => void;
  readonly removeSheet: (sheetId: string) => void;
  /** Replaces the merged areas of a sheet; whoever draws the grid sees them when the request ends. */
  readonly setMerges: (sheetId: string, merges: readonly IRange[]) => void;
  /** Does what waits for the end of a request. */
  readonly endRequest: () => void;
  readonly run: (mutationId: string, params: object) => void;
  /** Tells whoever draws the grid that cells of a sheet look different. */
  readonly restyled: (sheetId: string) => void;
  readonly setNames: (names: readonly EngineName[]) => void;
  /** True where something was written since the last calculation and the workbook has formulas. */
  readonly isStale: () => boolean;
  /** Recalculates what depends on the cells written since the last time; everything where `force` is set. */
  readonly calculate: (force: boolean) => Promise<void>;
  readonly dispose: () => void;
}

/** Univer's setting for opening a workbook without calculating it. */
const noInitialCalculation = 2;

/** Opens the engine on a snapshot; the sheets of the snapshot become the engine's own and change with it. */
export function createEngine(snapshot: IWorkbookData): Engine {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: {} },
    logLevel: LogLevel.SILENT,
  });
  univer.registerPlugin(UniverFormulaEnginePlugin, {});
  univer.registerPlugin(UniverSheetsPlugin, {});
  univer.registerPlugin(UniverSheetsFormulaPlugin, { initialFormulaComputing: noInitialCalculation });
  const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, snapshot);
  const unitId = workbook.getUnitId();
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const formulas = injector.get(FormulaDataModel);
  const definedNames = injector.get(IDefinedNamesService);
  // Univer would start calculating a tenth of a second after each change; the host decides when instead.
  injector.get(IActiveDirtyManagerService).dispose();

  let dirtyRanges: {
    unitId: string;
    sheetId: string;
    range: { startRow: number; startColumn: number; endRow: number; endColumn: number };
  }[] = [];
  let dirtySheets: Record<string, string> = {};

  const staleMerges = new Set<string>();

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
  const run = (mutationId: string, params: object, options: IExecutionOptions = {}) => {
    if (commands.syncExecuteCommand(mutationId, { unitId, ...params }, options) === false)
      throw new Error(`Univer refused ${mutationId}`);
  };

  return {
    workbook,
    run,
    sheet: (sheetId) => worksheet(sheetId).getConfig(),
    cells: (sheetId) => worksheet(sheetId).getCellMatrix().getMatrix(),
    spilled: (sheetId) => formulas.getArrayFormulaCellData()[unitId]?.[sheetId] ?? undefined,
    writeCells: (sheetId, cells, box) => {
      const config = worksheet(sheetId).getConfig();
      config.rowCount = Math.max(config.rowCount, box.bottom + 1);
      config.columnCount = Math.max(config.columnCount, box.right + 1);
      // Local: Univer would otherwise look for formulas through every cell of the workbook at each write.
      run(SetRangeValuesMutation.id, { subUnitId: sheetId, cellValue: cells }, { onlyLocal: true });
      formulas.updateArrayFormulaCellData(unitId, sheetId, cells);
      formulas.updateArrayFormulaRange(unitId, sheetId, cells);
      if (
        Object.values(cells).some((row) => Object.values(row).some((cell) => cell.f !== undefined && cell.f !== null))
      )
        seenFormula = true;
      dirtyRanges.push({
        unitId,
        sheetId,
        range: { startRow: box.top, startColumn: box.left, endRow: box.bottom, endColumn: box.right },
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
    endRequest: () => {
      // Once for all merges of a request: Univer's index of merged cells is built anew each time.
      for (const sheetId of staleMerges) {
        const sheet = workbook.getSheetBySheetId(sheetId);
        sheet?.getSpanModel().rebuild(sheet.getConfig().mergeData);
      }
      staleMerges.clear();
    },
    removeSheet: (sheetId) => {
      dirtySheets[sheetId] = worksheet(sheetId).getName();
      dirtyRanges = dirtyRanges.filter((dirty) => dirty.sheetId !== sheetId);
      run(RemoveSheetMutation.id, { subUnitId: sheetId, subUnitName: worksheet(sheetId).getName() });
    },
    restyled: (sheetId) => run(SetRangeValuesMutation.id, { subUnitId: sheetId, cellValue: {} }, { onlyLocal: true }),
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
        void commands.executeCommand(SetFormulaCalculationStartMutation.id, params, { onlyLocal: true });
      }),
    dispose: () => univer.dispose(),
  };
}

import { ICommandService, IPermissionService, type Univer } from "@univerjs/core";
import {
  AddConditionalRuleMutation,
  DeleteConditionalRuleMutation,
} from "@univerjs/preset-sheets-conditional-formatting";
import {
  IRenderManagerService,
  INTERCEPTOR_POINT,
  RemoveSheetMutation,
  SetScrollOperation,
  SetSelectionsOperation,
  SetTabColorMutation,
  SetWorksheetActiveOperation,
  SheetInterceptorService,
  SheetScrollManagerService,
  SheetSkeletonManagerService,
  SheetsSelectionsService,
  WorksheetEditPermission,
  WorksheetSetCellStylePermission,
  WorksheetSetCellValuePermission,
} from "@univerjs/preset-sheets-core";
import { AddDataValidationMutation, RemoveDataValidationMutation } from "@univerjs/preset-sheets-data-validation";
import { SheetTableService } from "@univerjs/preset-sheets-table";
import type { SheetRecord, TableRecord } from "../../files/document";
import type { Book } from "../../objects/book";
import { pendingError } from "../../objects/function-executor";
import { textFrom } from "../../wire/json";
import { themeOf } from "./table-themes";
import { conditionalRule, rangeOf, validationRule } from "./rules";

/** Keeps the grid as the workbook is. */
export interface Mirror {
  /** Takes over which sheet and which cells a person has before them. */
  readonly takeSelection: () => void;
  /** Shows what the add-in did since the last time. */
  readonly refresh: () => void;
}

/** What of a sheet is drawn by parts of the grid that know nothing of the workbook's records. */
interface Drawn {
  rules: readonly string[];
  validations: readonly string[];
  tables: readonly string[];
  /** The records as they were, to see whether they changed. */
  readonly seen: Map<string, string>;
}

const pendingStyle = { it: 1, cl: { rgb: "#605E5C" } };

/**
 * Shows in the grid what lives beside its cells: the sheet in front, the selection, conditional formats, tables, rules for entering values,
 * protection, results still to come. And the other way round: the sheet and the cells that a person selects become the workbook's.
 */
export function createMirror(univer: Univer, book: Book, words: { readonly pending: string }): Mirror {
  const injector = univer.__getInjector();
  const commands = injector.get(ICommandService);
  const permissions = injector.get(IPermissionService);
  const tables = injector.get(SheetTableService);
  const { engine } = book;
  const unitId = engine.workbook.getUnitId();
  const drawn = new Map<string, Drawn>();
  let shownSheets = "";

  const shown = () => engine.workbook.getActiveSheet().getSheetId();
  const show = (subUnitId: string) => {
    if (shown() !== subUnitId) commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId, subUnitId });
  };
  const rendered = () => injector.get(IRenderManagerService).getRenderById(unitId);
  /** Where the grid was when a sheet was left; it would come back too far down by the height of the rows frozen on the other sheet. */
  let scroll = { sheetViewStartRow: 0, sheetViewStartColumn: 0, offsetX: 0, offsetY: 0 };
  commands.beforeCommandExecuted(({ id, params }) => {
    if (id !== SetWorksheetActiveOperation.id) return;
    const { subUnitId = "" }: { subUnitId?: string } = params ?? {};
    const known = rendered()?.with(SheetScrollManagerService).getScrollStateByParam({ unitId, sheetId: subUnitId });
    const { sheetViewStartRow = 0, sheetViewStartColumn = 0, offsetX = 0, offsetY = 0 } = known ?? {};
    scroll = { sheetViewStartRow, sheetViewStartColumn, offsetX, offsetY };
  });
  /** What was selected last, here or there. */
  let selected = "";
  const selectionText = () => JSON.stringify(book.selection);

  // Results that the page has yet to give.
  injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    id: "ronghe.pending",
    priority: 100,
    handler: (cell, _place, next) =>
      next(cell?.v === pendingError ? { ...cell, v: words.pending, t: 1, s: pendingStyle } : cell),
  });
  // The grid cannot show a sheet that is no more: another comes to the front before.
  commands.beforeCommandExecuted(({ id, params }) => {
    const { subUnitId = "" }: { subUnitId?: string } = params ?? {};
    if (id === RemoveSheetMutation.id && subUnitId === shown() && book.activeSheet !== subUnitId)
      show(book.activeSheet);
  });
  commands.onCommandExecuted(({ id, params }) => {
    const { subUnitId = "" }: { subUnitId?: string } = params ?? {};
    if (id === SetWorksheetActiveOperation.id && subUnitId !== "") {
      book.activate(subUnitId);
      const place = scroll;
      // Once the frozen rows and columns are laid out.
      requestAnimationFrame(() => {
        if (shown() !== subUnitId) return;
        commands.syncExecuteCommand(SetScrollOperation.id, { unitId, sheetId: subUnitId, ...place });
      });
    }
  });

  const header = (sheetId: string, { box }: TableRecord): string[] =>
    Array.from({ length: box.right - box.left + 1 }, (_, index) =>
      textFrom(engine.cells(sheetId)[box.top]?.[box.left + index]?.v),
    );
  const replaceRules = (subUnitId: string, state: Drawn, { conditionalFormats }: SheetRecord) => {
    for (const cfId of state.rules) engine.run(DeleteConditionalRuleMutation.id, { subUnitId, cfId });
    // The first in the grid's list wins, as the lowest priority does in Excel; each new rule comes to the front.
    const rules = [...conditionalFormats]
      .sort((a, b) => b.priority - a.priority)
      .flatMap((record) => conditionalRule(record) ?? []);
    for (const rule of rules) engine.run(AddConditionalRuleMutation.id, { subUnitId, rule });
    state.rules = rules.map(({ cfId }) => cfId);
  };
  const replaceValidations = (subUnitId: string, state: Drawn, { dataValidations = [] }: SheetRecord) => {
    if (state.validations.length > 0)
      engine.run(RemoveDataValidationMutation.id, { subUnitId, ruleId: [...state.validations] });
    const rules = dataValidations.flatMap((record, index) => validationRule(record, `${subUnitId}-${index}`) ?? []);
    if (rules.length > 0) engine.run(AddDataValidationMutation.id, { subUnitId, rule: rules });
    state.validations = rules.map(({ uid }) => uid);
  };
  const replaceTables = (subUnitId: string, state: Drawn, record: SheetRecord) => {
    for (const id of state.tables) tables.deleteTable(unitId, subUnitId, id);
    const kept = record.tables.filter(({ hasHeaders }) => hasHeaders);
    state.tables = kept.map((table) => {
      const id = `${subUnitId}-table${table.id}`;
      tables.addTable(unitId, subUnitId, table.name, rangeOf(table.box), header(subUnitId, table), id, {
        tableStyleId: themeOf(table),
      });
      return id;
    });
  };
  const protect = (subUnitId: string, { isProtected }: SheetRecord) => {
    const points = [WorksheetEditPermission, WorksheetSetCellValuePermission, WorksheetSetCellStylePermission];
    for (const Point of points) {
      const point = new Point(unitId, subUnitId);
      if (permissions.getPermissionPoint(point.id) == null) permissions.addPermissionPoint(point);
      permissions.updatePermissionPoint(point.id, !isProtected);
    }
  };

  const refreshSheet = (sheetId: string) => {
    const record = book.record(sheetId);
    const state = drawn.get(sheetId) ?? { rules: [], validations: [], tables: [], seen: new Map<string, string>() };
    drawn.set(sheetId, state);
    const parts: readonly (readonly [string, unknown, (id: string, state: Drawn, record: SheetRecord) => void])[] = [
      ["rules", record.conditionalFormats, replaceRules],
      ["validations", record.dataValidations ?? [], replaceValidations],
      ["tables", record.tables, replaceTables],
      ["protection", record.isProtected, (id, _state, one) => protect(id, one)],
    ];
    for (const [name, part, replace] of parts) {
      const text = JSON.stringify(part);
      const before = state.seen.get(name) ?? (name === "protection" ? "false" : "[]");
      if (text === before) continue;
      replace(sheetId, state, record);
      state.seen.set(name, text);
    }
  };

  return {
    takeSelection: () => {
      const range = injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
      const sheetId = shown();
      if (sheetId !== book.activeSheet) book.activate(sheetId);
      if (range != null) {
        const { startRow, startColumn, endRow, endColumn } = range;
        // Whole rows and columns have no first or no last.
        if ([startRow, startColumn, endRow, endColumn].every(Number.isInteger))
          book.selection = { sheetId, box: { top: startRow, left: startColumn, bottom: endRow, right: endColumn } };
      }
      selected = selectionText();
    },
    refresh: () => {
      const ids = book.worksheetIds();
      for (const id of drawn.keys()) if (!ids.includes(id)) drawn.delete(id);
      for (const id of ids) refreshSheet(id);
      const list = JSON.stringify(ids.map((id) => [id, engine.sheet(id).name]));
      const [first] = ids;
      if (list !== shownSheets && first !== undefined) {
        // The grid lists its tabs anew when it hears that one of them has a colour, even the colour that it has.
        engine.run(SetTabColorMutation.id, { subUnitId: first, color: engine.sheet(first).tabColor });
        shownSheets = list;
      }
      show(book.activeSheet);
      const { sheetId, box } = book.selection;
      if (selectionText() !== selected && sheetId === shown()) {
        selected = selectionText();
        const selection = {
          range: rangeOf(box),
          primary: {
            ...rangeOf({ ...box, bottom: box.top, right: box.left }),
            actualRow: box.top,
            actualColumn: box.left,
            isMerged: false,
            isMergedMainCell: false,
          },
          style: null,
        };
        commands.syncExecuteCommand(SetSelectionsOperation.id, {
          unitId,
          subUnitId: sheetId,
          selections: [selection],
          reveal: true,
        });
      }
      // Widths, heights and hidden rows were written past the grid.
      const skeletons = rendered()?.with(SheetSkeletonManagerService);
      skeletons?.makeDirty({ sheetId: shown() });
      skeletons?.setCurrent({ sheetId: shown() });
    },
  };
}

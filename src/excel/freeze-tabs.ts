import type { Area, CellValue } from "../core/grid";
import { cellName } from "../core/grid";
import type { Issue } from "../core/issue";
import { asInput, isFormula } from "./cell-input";
import { excelIssue } from "./excel-issue";
import { type Spills, readSpills } from "./formula-spills";
import { readAreas } from "./read-areas";
import { runExcel } from "./run-excel";
import { send } from "./send";
import { listSheets } from "./tabs";
import type { Inputs, Steps } from "./write-tab";
import { writeInputs } from "./write-tab";

/**
 * How 固化 ended. `frozen`: the tabs named hold values. `nothing`: no tab has formulas of the add-in's. `failed`: the workbook is as it
 * was, unless an issue says otherwise.
 */
export interface FreezeResult {
  readonly kind: "frozen" | "nothing" | "failed";
  readonly tabs: readonly string[];
  readonly issues: readonly Issue[];
}

/** An error value: what a cell shows that is not computed, or cannot be. */
const ERROR = /^#[A-Z]/u;

/** A tab that holds formulas of the add-in's, as it stands. */
interface LiveTab {
  readonly name: string;
  readonly isProtected: boolean;
  readonly area: Area;
  readonly formulas: readonly (readonly CellValue[])[];
  readonly values: readonly (readonly CellValue[])[];
  readonly spills: Spills;
}

/** The marked tabs in which a formula calls a function of `namespace`. */
async function liveTabs(context: Excel.RequestContext, namespace: string): Promise<LiveTab[]> {
  const sheets = await listSheets(context, (sheet) => {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex, columnIndex, rowCount, columnCount");
    const { protection } = sheet;
    protection.load("protected");
    return { used, protection };
  });
  const sources = sheets.flatMap(({ sheet, name, tabKey, more: { used, protection } }) => {
    if (tabKey === null || used.isNullObject) return [];
    const { rowIndex: row, columnIndex: column, rowCount, columnCount } = used;
    return [{ sheet, name, isProtected: protection.protected, area: { row, column, rowCount, columnCount } }];
  });
  const formulas = await readAreas(context, sources, "formulas");
  const live = sources.flatMap((source, index) => {
    const own = formulas[index] ?? [];
    const calls = own
      .flat()
      .some((cell) => typeof cell === "string" && isFormula(cell, null) && cell.includes(`${namespace}.`));
    return calls ? [{ ...source, formulas: own }] : [];
  });
  const values = await readAreas(context, live, "values");
  const spills = await readSpills(context, live);
  return live.map(({ name, isProtected, area, formulas: own }, index) => ({
    ...{ name, isProtected, area, formulas: own },
    values: values[index] ?? [],
    spills: spills[index] ?? { isFilled: () => false, isAnchor: () => false },
  }));
}

/** Why a tab cannot be frozen: it is protected, or a formula has no result. */
function obstacles(tab: LiveTab): Issue[] {
  if (tab.isProtected) return [excelIssue("tabProtected", { tab: tab.name })];
  const failed = tab.formulas.flatMap((cells, row) =>
    cells.flatMap((formula, column) => {
      const value = tab.values[row]?.[column] ?? null;
      const isComputed = isFormula(formula, value) || tab.spills.isFilled(tab.area.row + row, tab.area.column + column);
      return isComputed && typeof value === "string" && ERROR.test(value)
        ? [{ cell: cellName(tab.area.row + row, tab.area.column + column), shown: value }]
        : [];
    }),
  );
  const [first] = failed;
  if (first === undefined) return [];
  const place = { sheet: tab.name, cell: first.cell };
  return [excelIssue("freezeUnsettled", { tab: tab.name, count: failed.length, ...first }, place)];
}

/** What to write from A1 on: `input` for the cells that formulas compute, nothing for the others. */
function inputs(
  { area, formulas, values, spills }: LiveTab,
  input: (cell: { readonly formula: string; readonly value: CellValue; readonly isChild: boolean }) => Inputs[0][0],
): Inputs {
  return Array.from({ length: area.row + area.rowCount }, (_, row) =>
    Array.from({ length: area.column + area.columnCount }, (__, column) => {
      const formula = formulas[row - area.row]?.[column - area.column];
      const value = values[row - area.row]?.[column - area.column] ?? null;
      const isChild = spills.isFilled(row, column) && !spills.isAnchor(row, column);
      return isChild || isFormula(formula, value) ? input({ formula: String(formula), value, isChild }) : null;
    }),
  );
}

function* writeTabs(
  context: Excel.RequestContext,
  tabs: readonly LiveTab[],
  inputsOf: (tab: LiveTab) => Inputs,
): Steps {
  for (const tab of tabs) yield* writeInputs(context.workbook.worksheets.getItem(tab.name), inputsOf(tab));
}

/**
 * 固化: turns every formula of the tabs that call functions of `namespace` into the value that it shows, in place; looks, number
 * formats and links stay. A formula without a result is refused. If anything fails on the way, the formulas are put back.
 */
export async function freezeTabs(namespace: string): Promise<FreezeResult> {
  const failed = (...issues: readonly Issue[]): FreezeResult => ({ kind: "failed", tabs: [], issues });
  const found = await runExcel((context) => liveTabs(context, namespace));
  if (!found.ok) return failed(found.issue);
  const tabs = found.value;
  const blocked = tabs.flatMap(obstacles);
  if (blocked.length > 0) return failed(...blocked);
  if (tabs.length === 0) return { kind: "nothing", tabs: [], issues: [excelIssue("nothingToFreeze")] };
  const names = tabs.map(({ name }) => name);
  const frozen = await runExcel((context) =>
    send(
      context,
      writeTabs(context, tabs, (tab) => inputs(tab, ({ value }) => asInput(value))),
      null,
    ),
  );
  if (frozen.ok) return { kind: "frozen", tabs: names, issues: [excelIssue("frozen", { tabs: names.join("、") })] };
  const restored = await runExcel((context) =>
    send(
      context,
      writeTabs(context, tabs, (tab) => inputs(tab, ({ formula, isChild }) => (isChild ? "" : formula))),
      null,
    ),
  );
  return failed(
    frozen.issue,
    restored.ok ? excelIssue("restored") : excelIssue("restoreFailed", { tabs: names.join("、") }),
  );
}

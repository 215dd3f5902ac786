import type { CellValue } from "../core/grid";
import { cellName } from "../core/grid";
import type { Issue } from "../core/issue";
import type { ReportModel, ReportTab } from "../core/report/report-model";
import { excelIssue } from "./excel-issue";
import { partition } from "./partition";
import { readAreas } from "./read-areas";
import { runExcel } from "./run-excel";
import { isAborted } from "./send";
import type { TabNames } from "./sheet-names";
import { tabSize } from "./tab-grid";

/** What cells show while Excel waits for a function of an add-in, and where it does not know the function. */
const WAITING: readonly unknown[] = ["#BUSY!", "#GETTING_DATA"];
const UNKNOWN = "#NAME?";

/** A call of an add-in's function: its namespace, a dot, its name. */
const CALL = /[A-Z][A-Z0-9_]*\.[A-Z][A-Z0-9_]*\(/u;

/**
 * Pauses before the formulas are read again, in milliseconds: about a minute altogether, however large the workbook. Functions of an
 * add-in are asynchronous to Excel, level by level of what depends on what.
 */
const PAUSES: readonly number[] = [
  500, 500, 500, 500, 1000, 1000, 2000, 2000, 4000, 6000, 6000, 8000, 8000, 10_000, 10_000,
];

/** A cell whose formula does not show what it must give. */
interface Difference {
  readonly tab: ReportTab;
  readonly cell: string;
  readonly expected: CellValue;
  readonly value: CellValue;
}

/** One reading of the formulas. `settled` once nothing is waited for. */
export interface FormulaCheck {
  readonly settled: boolean;
  readonly differing: readonly Difference[];
}

/** Two figures that differ only in the last digits of a double are the same. */
function same(expected: string | number | null, shown: CellValue): boolean {
  if (typeof expected === "number" && typeof shown === "number") {
    return Math.abs(expected - shown) <= 1e-9 * Math.max(1, Math.abs(expected));
  }
  return (expected ?? "") === (shown ?? "");
}

/** Whether a tab has formulas that an add-in's functions compute. */
function callsFunctions({ rows }: ReportTab): boolean {
  return rows.some(({ cells }) => cells.some((cell) => cell?.formula !== undefined && CALL.test(cell.formula)));
}

/** Reads every cell that a formula of the report gives, and compares what it shows with what it must give. */
export async function compareFormulas(
  context: Excel.RequestContext,
  model: ReportModel,
  names: TabNames,
): Promise<FormulaCheck> {
  const sources = model.tabs.flatMap((tab) => {
    const { rowCount, columnCount } = tabSize(tab);
    const blocks = partition(rowCount, columnCount, (row, column) => {
      const cell = tab.rows[row]?.cells[column];
      return cell?.formula === undefined && cell?.spilled !== true ? null : 1;
    });
    const sheet = context.workbook.worksheets.getItem(names.get(tab.name) ?? tab.name);
    return blocks.map(({ area }) => ({ tab, sheet, area }));
  });
  if (sources.length === 0) return { settled: true, differing: [] };
  const shown = await readAreas(context, sources, "values");
  const differing = sources.flatMap(({ tab, area }, index) =>
    (shown[index] ?? []).flatMap((cells, row) =>
      cells.flatMap((value, column) => {
        const at = { row: area.row + row, column: area.column + column };
        const expected = tab.rows[at.row]?.cells[at.column]?.value ?? null;
        return same(expected, value) ? [] : [{ tab, cell: cellName(at.row, at.column), expected, value }];
      }),
    ),
  );
  // A cell may keep its old value while its function is under way: only what a second reading confirms is a difference.
  return { settled: differing.length === 0 || !model.tabs.some(callsFunctions), differing };
}

function isWaiting({ differing }: FormulaCheck): boolean {
  return differing.some(({ value }) => WAITING.includes(value));
}

function isSame(one: FormulaCheck, other: FormulaCheck): boolean {
  const text = ({ differing }: FormulaCheck) =>
    JSON.stringify(differing.map(({ tab, cell, value }) => [tab.key, cell, value]));
  return text(one) === text(other);
}

/** What to say of the formulas, at most one issue per tab. Of unknown functions speaks the tab that calls them, not those that refer to it. */
function issuesOf({ differing }: FormulaCheck, model: ReportModel, names: TabNames): Issue[] {
  const live = model.tabs.find(callsFunctions);
  return model.tabs.flatMap((tab) => {
    const here = differing.filter((one) => one.tab === tab);
    const sheet = names.get(tab.name) ?? tab.name;
    const unknown = live === undefined ? [] : here.filter(({ value }) => value === UNKNOWN);
    const issueAt = (code: "functionsMissing" | "formulaDiffers", found: readonly Difference[]): Issue[] => {
      const [first] = found;
      if (first === undefined) return [];
      const { cell, expected, value } = first;
      const params = { tab: sheet, count: found.length, cell };
      const shown = code === "formulaDiffers" ? { expected: String(expected ?? ""), shown: String(value ?? "") } : {};
      return [excelIssue(code, { ...params, ...shown }, { sheet, cell })];
    };
    if (unknown.length === 0) return issueAt("formulaDiffers", here);
    return tab === live ? issueAt("functionsMissing", unknown) : [];
  });
}

/** Lets Excel and the functions have their turn; no longer than until `signal` is aborted. */
function pause(milliseconds: number, signal: AbortSignal | null): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener("abort", end);
  });
}

/**
 * What to say of the formulas once they have settled: waits, with pauses in which the page is free, reading again a small constant
 * number of times. Formulas that are not done by then, or cannot be read, are said not to be compared. `pauses` in milliseconds come before each reading. Aborting `signal` ends the wait.
 */
export async function settledIssues(
  first: FormulaCheck,
  model: ReportModel,
  names: TabNames,
  signal: AbortSignal | null,
  pauses: readonly number[] = PAUSES,
): Promise<Issue[]> {
  let last = first;
  for (const wait of pauses) {
    if (last.settled || isAborted(signal)) break;
    await pause(wait, signal);
    if (isAborted(signal)) break;
    const read = await runExcel((context) => compareFormulas(context, model, names));
    if (!read.ok) return [excelIssue("formulasNotCompared"), read.issue];
    const isConfirmed = !isWaiting(read.value) && isSame(last, read.value);
    last = { ...read.value, settled: read.value.settled || isConfirmed };
  }
  return last.settled ? issuesOf(last, model, names) : [excelIssue("formulasNotCompared")];
}

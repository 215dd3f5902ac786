import type { CellValue } from "../core/grid";
import type { Issue } from "../core/issue";
import { headerForm, textOf } from "../core/ledger/text";
import { asInput } from "./cell-input";
import { excelIssue } from "./excel-issue";
import { originalOf } from "./original-sheet";
import { type Attempt, runExcel } from "./run-excel";
import { listSheets } from "./tabs";

/** Custom property of a sheet that the add-in made to receive tasks; the sheet is a ledger of the clerk's all the same. */
const RECEIVER = "ronghe.tasks";
/** Its value in earlier versions; now it is the name under which the sheet was made. */
const UNNAMED = "1";

/** A sheet that was made to receive tasks. */
export interface Receiver {
  readonly id: string;
  readonly name: string;
}

/** Whether a sheet was made to receive tasks, loaded. */
export function loadReceiverMark(sheet: Excel.Worksheet): Excel.WorksheetCustomProperty {
  const mark = sheet.customProperties.getItemOrNullObject(RECEIVER);
  mark.load("value");
  return mark;
}

/** Marks a sheet, made under `name`, as one that receives tasks. */
export function markReceiver(sheet: Excel.Worksheet, name: string): void {
  sheet.customProperties.add(RECEIVER, name);
}

/** Takes the mark off a sheet that has it. */
export function unmarkReceiver(sheet: Excel.Worksheet): void {
  sheet.customProperties.getItem(RECEIVER).delete();
}

/** Where tasks can go. */
export interface Reception {
  /** The sheet of the workbook that was made to receive them; `null` where there is none. */
  readonly receiver: Receiver | null;
  /** Whether sheets cannot be added. */
  readonly isStructureProtected: boolean;
}

/** Looks where tasks can go. Of a receiver and its copies none is taken unless it can be told which is the receiver. */
export function findReceiver(): Promise<Attempt<Reception>> {
  return runExcel(async (context) => {
    const structure = context.workbook.protection;
    structure.load("protected");
    const sheets = await listSheets(context, loadReceiverMark);
    const marked = sheets.flatMap(({ id, name, more }) =>
      more.isNullObject ? [] : [{ id, name, madeAs: more.value === UNNAMED ? null : more.value }],
    );
    const found = originalOf(marked);
    return {
      receiver: found === null ? null : { id: found.id, name: found.name },
      isStructureProtected: structure.protected,
    };
  });
}

/** A row to add: field → cell. */
export type TaskRow = Readonly<Record<string, CellValue>>;

/** The first table of a sheet as it stands. */
interface StandingTable {
  readonly id: string;
  readonly fields: readonly string[];
  readonly rowCount: number;
}

const DATE_FIELDS: readonly string[] = ["期限"];

async function standingTable(context: Excel.RequestContext, receiver: Receiver): Promise<StandingTable | null> {
  const { tables } = context.workbook.worksheets.getItem(receiver.id);
  tables.load("items/id");
  await context.sync();
  const [table] = tables.items;
  if (table === undefined) return null;
  const header = table.getHeaderRowRange();
  header.load("values");
  table.rows.load("count");
  await context.sync();
  const titles: readonly unknown[] = header.values[0] ?? [];
  const fields = titles.map((title) => (typeof title === "string" ? headerForm(textOf(title)) : ""));
  return { id: table.id, fields, rowCount: table.rows.count };
}

/**
 * Adds rows below the last one of the receiver's table; no row that stands is changed. Where that fails, those already added are taken
 * out again. Gives the issues of a failure, none where all were added.
 */
export async function addTaskRows(receiver: Receiver, rows: readonly TaskRow[]): Promise<readonly Issue[]> {
  const looked = await runExcel((context) => standingTable(context, receiver));
  if (!looked.ok) return [looked.issue];
  const table = looked.value;
  if (table === null || !["支部", "任务"].every((field) => table.fields.includes(field)))
    return [excelIssue("tasksTableChanged", { sheet: receiver.name })];
  const inputs = rows.map((row) => table.fields.map((field) => asInput(row[field] ?? null)));
  const added = await runExcel(async (context) => {
    const standing = context.workbook.tables.getItem(table.id);
    standing.rows.add(undefined, inputs);
    const body = standing.getDataBodyRange();
    table.fields.forEach((field, column) => {
      if (!DATE_FIELDS.includes(field)) return;
      const cells = body.getCell(table.rowCount, column).getResizedRange(rows.length - 1, 0);
      cells.numberFormat = rows.map(() => ["yyyy-mm-dd"]);
    });
    context.workbook.worksheets.getItem(receiver.id).activate();
    await context.sync();
  });
  return added.ok ? [] : [added.issue, await takeOut(table, receiver)];
}

/** Deletes the rows that a failed addition left: it may have failed after it was carried out. */
async function takeOut({ id, rowCount }: StandingTable, receiver: Receiver): Promise<Issue> {
  const undone = await runExcel(async (context) => {
    const { rows } = context.workbook.tables.getItem(id);
    rows.load("count");
    await context.sync();
    for (let row = rows.count - 1; row >= rowCount; row -= 1) rows.getItemAt(row).delete();
    await context.sync();
  });
  return undone.ok ? excelIssue("restored") : excelIssue("tasksLeft", { sheet: receiver.name });
}

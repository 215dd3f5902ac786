import type { WorkbookGrids } from "../core/grid";
import type { Issue } from "../core/issue";
import { unsentTasks } from "../core/ledger/unsent-tasks";
import { DEFAULT_WORDS } from "../core/ledger/vocabulary";
import { type WorkbookRanges, workbookRanges } from "../core/ledger/workbook-ranges";
import type { StandingTask } from "../core/report/standing-tasks";
import { wordsOf } from "../core/scheme/settings";
import { taskSheet } from "../core/template/task-sheet";
import { addSheets } from "../excel/add-sheets";
import { excelIssue } from "../excel/excel-issue";
import { readTasks } from "../excel/read-tasks";
import { addTaskRows, findReceiver, markReceiver, type Receiver, type TaskRow } from "../excel/received-tasks";
import { loadPrevious } from "../excel/stored-run";
import { sameSheetName } from "../excel/sheet-names";
import { exclusively } from "./exclusive";
import { inSlices } from "./in-slices";
import { readGrids } from "./read-grids";

/** What sending would do, for the clerk to confirm. */
export interface TasksPlan {
  /** Tasks that 整改任务 shows. */
  readonly tasks: number;
  /** Those of them that no 任务清单 holds yet. */
  readonly unsent: number;
  /** Tasks of the last run whose row was deleted or whose words were changed: they are not sent. */
  readonly gone: number;
  readonly sheet: string;
  /** Whether that sheet is made, or rows are added to its table. */
  readonly isNew: boolean;
}

/** How planning or sending ended. */
export type PlannedTasks =
  { readonly ok: true; readonly plan: TasksPlan } | { readonly ok: false; readonly issues: readonly Issue[] };

/** The usual name of the ledger, and that of the sheet beside a 任务清单 of the clerk's. */
const LEDGER = "任务清单";
const BESIDE = "任务清单（整改）";

interface Prepared {
  readonly plan: TasksPlan;
  readonly rows: readonly TaskRow[];
  readonly receiver: Receiver | null;
}

type Preparation =
  { readonly ok: true; readonly value: Prepared } | { readonly ok: false; readonly issues: readonly Issue[] };

/** What would be sent where; nothing is changed. */
export function planTasks(): Promise<PlannedTasks> {
  return alone(async () => {
    const prepared = await prepare();
    return prepared.ok ? { ok: true, plan: prepared.value.plan } : prepared;
  });
}

/**
 * 发送到任务清单: enters the tasks of 整改任务 that no 任务清单 holds yet, with 责任人 and 期限 as they stand there. The clerk's sheets are
 * not written: the tasks go to a sheet that is made for them, and later ones to the end of its table. If it fails, the workbook is as
 * it was.
 */
export function sendTasks(): Promise<PlannedTasks> {
  return alone(async () => {
    const prepared = await prepare();
    if (!prepared.ok) return prepared;
    const { plan, rows, receiver } = prepared.value;
    const issues = rows.length === 0 ? [] : await write(plan, rows, receiver);
    return issues.length > 0 ? failed(...issues) : { ok: true, plan };
  });
}

async function write(plan: TasksPlan, rows: readonly TaskRow[], receiver: Receiver | null): Promise<readonly Issue[]> {
  if (receiver !== null) return addTaskRows(receiver, rows);
  const sheets = [taskSheet(plan.sheet, rows, DEFAULT_WORDS)];
  const added = await addSheets(sheets, (sheet) => markReceiver(sheet, plan.sheet));
  if (added.issues.length > 0) return added.issues;
  return added.taken.length > 0 ? [excelIssue("sheetsTaken", { sheets: plan.sheet })] : [];
}

async function prepare(): Promise<Preparation> {
  const stored = await loadPrevious();
  if (!stored.ok) return failed(stored.issue);
  const standing = await readTasks(stored.value?.report ?? null);
  if (!standing.ok) return failed(standing.issue);
  if (standing.value === null) return failed(excelIssue("tasksMissing"));
  const reception = await findReceiver();
  if (!reception.ok) return failed(reception.issue);
  const { receiver, isStructureProtected } = reception.value;
  const read = await readGrids(() => undefined, null);
  if (!read.ok) return failed(read.issue);
  const found = await inSlices(workbookRanges(read.value, wordsOf(read.value)), () => undefined, null);
  if (found === "cancelled") return failed(excelIssue("cancelled"));
  const { tasks, gone } = standing.value;
  const unsent = unsentTasks(tasks, found, read.value.date1904);
  const sheet = receiver?.name ?? freeName(read.value, found);
  if (receiver === null && unsent.length > 0 && isStructureProtected)
    return failed(excelIssue("structureProtected", { tabs: sheet }));
  return {
    ok: true,
    value: {
      plan: { tasks: tasks.length, unsent: unsent.length, gone, sheet, isNew: receiver === null },
      rows: unsent.map(rowOf),
      receiver,
    },
  };
}

/** 任务清单 where the workbook has none, else the name beside it. */
function freeName({ sheets }: WorkbookGrids, { ranges }: WorkbookRanges): string {
  const isThere =
    ranges.some(({ range }) => range.table.name === LEDGER) || sheets.some(({ name }) => sameSheetName(name, LEDGER));
  return isThere ? BESIDE : LEDGER;
}

function rowOf({ branch, task, owner, due }: StandingTask): TaskRow {
  return { 任务: task, 支部: branch, 责任人: owner, 期限: due };
}

function failed(...issues: readonly Issue[]): { readonly ok: false; readonly issues: readonly Issue[] } {
  return { ok: false, issues };
}

async function alone(work: () => Promise<PlannedTasks>): Promise<PlannedTasks> {
  const done = await exclusively(work);
  return done === "underWay" ? failed(excelIssue("underWay")) : done;
}

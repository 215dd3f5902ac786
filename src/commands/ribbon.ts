import type { Addition } from "../excel/add-sheets";
import { excelIssue } from "../excel/excel-issue";
import { showPane } from "../excel/show-pane";
import { newWorkbook } from "./new-workbook";
import { announce, type RibbonNews } from "./ribbon-news";
import { tellEnd } from "./tell-end";

/** What Excel hands to a command of the ribbon, as far as it is needed: it waits until it is told that the command is over. */
interface RibbonEvent {
  readonly completed: () => void;
}

type End = Omit<Extract<RibbonNews, { kind: "ended" }>, "kind">;

/** Adds the templates to an end whatever happens: a bug, too, is told. */
async function templatesAdded(): Promise<End> {
  try {
    return endOf(await newWorkbook());
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { command: "newWorkbook", outcome: "failed", issues: [excelIssue("unexpected", { message: text })] };
  }
}

function endOf({ added, taken, issues }: Addition): End {
  const left = taken.length > 0 ? [excelIssue("sheetsTaken", { sheets: taken.join("、") })] : [];
  const outcome = issues.length > 0 ? "failed" : added.length > 0 ? "done" : "refused";
  return { command: "newWorkbook", outcome, issues: [...issues, ...left] };
}

/** 新建评估工作簿 on the ribbon: ends on the first of the new sheets; names that were taken are told. */
export async function newWorkbookCommand(event: RibbonEvent): Promise<void> {
  try {
    await tellEnd(await templatesAdded());
  } finally {
    event.completed();
  }
}

/** The key combination of 打开窗格; its button needs no command. */
export async function showPaneCommand(event: RibbonEvent): Promise<void> {
  try {
    await showPane();
  } finally {
    event.completed();
  }
}

/** 帮助 on the ribbon: opens the pane on its help. */
export async function helpCommand(event: RibbonEvent): Promise<void> {
  try {
    announce({ kind: "help" });
    await showPane();
  } finally {
    event.completed();
  }
}

import { excelIssue } from "../excel/excel-issue";
import { freezeTabs } from "../excel/freeze-tabs";
import { callerOptions, endRun } from "../excel/settings";
import { NAMESPACE } from "../functions/namespace";
import { chosenLocale } from "./chosen-locale";
import { type CommandEnd, endReport } from "./end-report";
import { exclusively } from "./exclusive";
import { tellEnd } from "./tell-end";
import { textsIn } from "./texts";

/** Freezes to an end whatever happens: a bug, too, is told to whoever waits. */
async function freezeToEnd(): Promise<CommandEnd> {
  try {
    const end = await exclusively(() => freezeTabs(NAMESPACE));
    if (end === "underWay") return { outcome: "failed", because: null, issues: [excelIssue("underWay")] };
    const { kind, issues } = end;
    switch (kind) {
      case "frozen":
        return { outcome: "frozen", because: null, issues };
      case "nothing":
        return { outcome: "refused", because: "nothingToFreeze", issues };
      case "failed":
        return { outcome: "failed", because: null, issues };
    }
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { outcome: "failed", because: null, issues: [excelIssue("unexpected", { message: text })] };
  }
}

/**
 * 固化为数值: turns the assessment tabs that are written as formulas into values, in place. A caller that left options hears of the end in
 * the document's settings; without one, it is told to the clerk.
 */
export async function freeze(event: Pick<Office.AddinCommands.Event, "completed">): Promise<void> {
  try {
    const caller = callerOptions();
    const end = await freezeToEnd();
    if (caller !== null) await endRun(endReport(end, textsIn(caller.locale ?? chosenLocale()).issue));
    else {
      const outcome = end.outcome === "refused" || end.outcome === "failed" ? end.outcome : "done";
      await tellEnd({ command: "freeze", outcome, issues: end.issues });
    }
  } finally {
    event.completed();
  }
}

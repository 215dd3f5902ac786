import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { WorkbookDocument } from "../files/document";
import { open } from "../files/open";
import { save } from "../files/save";
import type { Host } from "../host";
import { createHost } from "../host";
import { installedMemberTables } from "../transport/member-tables";
import { openPage } from "../transport/page";
import { addInFunctions } from "./add-in-functions";
import type { Call } from "./arguments";
import type { Console } from "./console";
import { type RibbonCommand, ribbonCommand } from "./manifest";
import type { Moment } from "./moment";
import type { RunReport } from "./run-report";
import { parseRunReport } from "./run-report";
import { reasonOf, type Targets, targetsOf } from "./targets";
import { fill, reasonText, words } from "./words";
import { type Output, writeWhole } from "./write-whole";

/** Settings by which the add-in is told what to do and tells what it does. */
const OPTIONS = "ronghe.options";
const RUN = "ronghe.run";

/** How many issues of one severity are printed; the tab 数据核验 has them all. */
const MOST_PRINTED = 20;

/** How the command ends, for the shell. */
export const EXIT = { done: 0, incomplete: 1, unusable: 2, nothing: 3, interrupted: 130 } as const;

/** What surrounds a call: where it speaks, the built add-in, and the moment that it takes place in. */
export interface Surroundings {
  readonly console: Console;
  readonly addInFolder: string;
  readonly moment: Moment | null;
}

/** What a button has done to a workbook: its report, the workbook as it is now, and the way to save it. */
export interface Pressed {
  readonly report: RunReport;
  readonly document: WorkbookDocument;
  readonly targets: Targets;
  /** Writes the workbook, with more files beside it; null where that went well, else the exit code. */
  readonly write: (beside: readonly Output[]) => number | null;
}

/** Opens the page that the manifest names, presses its button, and gives the report that the command leaves. */
async function pressButton(
  host: Host,
  command: RibbonCommand,
  { addInFolder, moment, console }: Surroundings,
): Promise<RunReport | null> {
  const page = await openPage({
    host,
    distFolder: addInFolder,
    // The page lies beside the manifest, wherever both are served.
    pagePath: path.posix.basename(new URL(command.pageUrl).pathname),
    onConsole: (level, text) => {
      if (level === "error") console.say(text);
    },
    ...(moment ?? {}),
  });
  try {
    const ready: unknown = page.window.eval("Office.onReady()");
    await ready;
    await page.invokeCommand(command.functionName);
    // Formulas of the add-in are computed by its page.
    await host.settle();
    return parseRunReport(host.settings.all()[RUN]);
  } finally {
    page.close();
  }
}

/** Without the settings that concern this run only. */
function withoutRunSettings(document: WorkbookDocument): WorkbookDocument {
  const lasting = Object.entries(document.settings).filter(([key]) => key !== OPTIONS && key !== RUN);
  return { ...document, settings: Object.fromEntries(lasting) };
}

/** Prints what the run found: the worst first, each kind up to a limit; notes only where they concern the run as a whole. */
function printIssues(call: Call, { console }: Surroundings, report: RunReport): void {
  const text = words(call.locale);
  for (const severity of ["error", "warning", "info"]) {
    const listed = report.issues.filter(
      (issue) => issue.severity === severity && (severity !== "info" || issue.sheet === null),
    );
    for (const { sheet, cell, message } of listed.slice(0, MOST_PRINTED)) {
      const place = sheet === null ? "" : ` ${sheet}${cell === null || cell === "" ? "" : `!${cell}`}`;
      console.say(`[${text.severities[severity] ?? severity}]${place} ${message}`);
    }
    const more = listed.length - MOST_PRINTED;
    if (more > 0) console.say(`[${text.severities[severity] ?? severity}] ${fill(text.moreIssues, { count: more })}`);
  }
}

/**
 * Opens a workbook, presses the button of the add-in that executes `functionName`, prints what it reports, and hands the outcome on; gives the
 * exit code.
 */
export async function pressOnFile(
  call: Call,
  functionName: string,
  surroundings: Surroundings,
  then: (pressed: Pressed) => Promise<number>,
): Promise<number> {
  const { console, addInFolder, moment } = surroundings;
  const text = words(call.locale);
  const unusable = (message: string, values: Readonly<Record<string, string>> = {}): number => {
    console.say(fill(message, values));
    return EXIT.unusable;
  };
  const because = (code: string): string => reasonText(call.locale, code);
  const stage = (name: string, done = 0, total = 1) => console.progress(text.stages[name] ?? name, done, total);

  const found = targetsOf(call);
  if (!existsSync(call.input)) return unusable(text.file.inputNotFound, { path: call.input });
  if (found.kind === "wrong") {
    const { why, path: file, reason } = found;
    return unusable(text.file[why], { path: file, reason: because(reason), extension: reason });
  }
  const { targets } = found;
  const manifest = path.join(addInFolder, "manifest.xml");
  const command = existsSync(manifest) ? ribbonCommand(readFileSync(manifest, "utf8"), functionName) : null;
  if (command === null) return unusable(text.notBuilt);

  stage("open");
  const bytes = readInput(call.input);
  if (typeof bytes === "string")
    return unusable(text.file.inputUnreadable, { path: call.input, reason: because(bytes) });
  const opened = open(bytes, { addIn: command.addIn.id });
  if (opened.kind === "failed") return unusable(text.open[opened.failure], { path: call.input });

  stage("load");
  const { period, asOf, formula, formulas, locale } = call;
  const document = { ...opened.document, addIn: opened.document.addIn ?? command.addIn };
  const options = JSON.stringify({ period, asOf, formula, formulas, locale });
  document.settings = { ...document.settings, [OPTIONS]: options };
  const functions = addInFunctions(command, addInFolder);
  const tables = installedMemberTables(addInFolder);
  const host = createHost(document, { tables, locale, ...(functions === undefined ? {} : { functions }) });
  try {
    host.settings.onChange((settings) => {
      const report = parseRunReport(settings[RUN]);
      if (report !== null && report.outcome === null) stage(report.stage, report.done, report.total);
    });
    const report = await pressButton(host, command, surroundings);
    if (report === null) return unusable(text.silent);
    printIssues(call, surroundings, report);
    const changed = withoutRunSettings(host.toDocument());
    return await then({
      report,
      targets,
      document: changed,
      write: (beside) => {
        stage("save");
        const content = save(changed, moment === null ? {} : { modified: new Date(moment.clock()) });
        const outputs: Output[] = [{ file: targets.output, content }, ...beside];
        const reason = written(outputs);
        if (reason === null) {
          console.say(fill(text.written, { path: targets.output }));
          return null;
        }
        return unusable(text.file.cannotWrite, {
          path: outputs.map(({ file }) => file).join("、"),
          reason: because(reason),
        });
      },
    });
  } finally {
    host.dispose();
  }
}

/** The bytes of a file, or why it cannot be read. */
function readInput(file: string): Uint8Array | string {
  try {
    return statSync(file).isDirectory() ? "EISDIR" : readFileSync(file);
  } catch (error) {
    return reasonOf(error);
  }
}

/** Writes the files; null where that went well, else why it did not. */
function written(outputs: readonly Output[]): string | null {
  try {
    writeWhole(outputs);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}

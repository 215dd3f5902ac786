import { confirmColumn, type ConfirmedColumn, forgetRange, ignoreRange } from "../commands/column-mapping";
import { exclusively } from "../commands/exclusive";
import { lookAtWorkbook } from "../commands/look-at-workbook";
import { throttled } from "../commands/progress";
import { onRibbonNews } from "../commands/ribbon-news";
import { textsIn } from "../commands/texts";
import type { Issue } from "../core/issue";
import type { Addition } from "../excel/add-sheets";
import { excelIssue } from "../excel/excel-issue";
import { keepChoices, keptChoices } from "../excel/kept-settings";
import { RECORD_TAB } from "../excel/read-record";
import { selectCell } from "../excel/select-cell";
import { watchEdits } from "../excel/watch-edits";
import { NAMESPACE } from "../functions/namespace";
import type { Locale } from "../i18n";
import type { PaneTexts } from "../i18n/pane.zh-CN";
import type { ColumnsToConfirm, Confirmation } from "./mapping-view";
import type { Done, PaneServices } from "./services";
import { paneTexts } from "./texts";
import { thrownIssue } from "./thrown";

/** Issues whose own words are those of Excel or of the program. */
const OPAQUE: ReadonlySet<string> = new Set(["unexpected", "excelFailed"]);
/** What an issue holds that only whoever helps understands: words of Excel, rules of a report. */
const DETAILS: readonly string[] = ["message", "rule", "where"];

function done<T>(value: T): Done<T> {
  return { ok: true, value };
}

function refused(...issues: readonly Issue[]): Done<never> {
  return { ok: false, issues };
}

/** What became of an action that gives an issue where it did not work. */
function ended(issue: Issue | null): Done<null> {
  return issue === null ? done(null) : refused(issue);
}

/** A bug, too, is told, in words of the product. */
async function guarded<T>(work: () => Promise<Done<T>>): Promise<Done<T>> {
  try {
    return await work();
  } catch (error) {
    return refused(thrownIssue(error));
  }
}

function confirmed(end: ConfirmedColumn, text: string): Done<string> {
  switch (end.kind) {
    case "kept":
      return done(text);
    case "failed":
      return refused(end.issue);
    case "refused":
      throw new Error(`the view offered columns that cannot be confirmed: ${end.why}`);
  }
}

/** Keeps what the clerk decided of all columns of a range at once. */
async function confirm(
  range: ColumnsToConfirm,
  { table, fields }: Confirmation,
  { kept, ignored }: PaneTexts["mapping"],
): Promise<Done<string>> {
  const columns = range.columns.map((column) => ({
    ...column,
    field: Object.keys(fields).find((field) => fields[field] === column.header) ?? null,
  }));
  // One of the columns is confirmed by name, the others go with it as they are now.
  const named = columns.find(({ field }) => field !== null);
  const { sheet } = range;
  if (table === null || named?.field == null) return confirmed(await ignoreRange(range), ignored({ sheet }));
  return confirmed(await confirmColumn({ ...range, table, columns }, named.field, named.header), kept({ sheet }));
}

function added({ added: names, taken, issues }: Addition, texts: PaneTexts): Done<string> {
  if (issues.length > 0) return refused(...issues);
  const { tools, marks } = texts;
  const kept = taken.length > 0 ? tools.taken({ sheets: taken.join(marks.list) }) : "";
  return done(names.length > 0 ? `${tools.added({ sheets: names.join(marks.list) })}${kept}` : kept);
}

/**
 * The services of the pane on the workbook that is open in Excel, speaking `locale`. What changes the workbook is loaded when it is first
 * asked for: a look at the ledgers does without.
 */
export function excelServices(locale: Locale): PaneServices {
  const texts = paneTexts(locale);
  const { issue: words, fix } = textsIn(locale);
  const sentence = (issue: Issue) => (OPAQUE.has(issue.code) ? texts.unexpected : words(issue));
  return {
    open: (signal) =>
      guarded(async () => {
        const seen = await lookAtWorkbook(keptChoices(), { onProgress: () => undefined, signal });
        if (seen.kind === "failed") return refused(seen.issue);
        const { look, tabs } = seen;
        const assessed = tabs.some(({ key }) => key !== RECORD_TAB);
        // What was chosen while it was looked at is kept by now.
        return done({ look, choices: keptChoices(), assessed, removable: tabs.length > 0 });
      }),
    saveChoices: (choices) => guarded(async () => ended(await keepChoices(choices))),
    run: async (choices, onProgress, signal) => {
      try {
        const { runChosen } = await import("../commands/run-chosen");
        const end = await runChosen(choices, locale, { onProgress: throttled(onProgress), signal });
        switch (end.kind) {
          case "assessed":
            return {
              kind: "assessed",
              report: {
                ...end.overview,
                comparison: end.changes === null ? { kind: "first" } : { kind: "compared", changes: end.changes },
                issues: end.issues.filter(({ severity }) => severity !== "info"),
              },
            };
          case "cancelled":
            // That it was cancelled and the workbook is as it was, the pane says itself.
            return {
              kind: "cancelled",
              issues: end.issues.filter(({ code }) => code !== "cancelled" && code !== "restored"),
            };
          case "refused":
          case "failed":
            return { kind: "failed", issues: end.issues };
        }
      } catch (error) {
        return { kind: "failed", issues: [thrownIssue(error)] };
      }
    },
    lastResult: () =>
      guarded(async () => {
        const { lastRun } = await import("../commands/run-chosen");
        const overview = await lastRun();
        return done(overview === null ? null : { ...overview, comparison: { kind: "recalled" }, issues: [] });
      }),
    watchEdits,
    onRibbonNews,
    select: (place) => guarded(async () => ended(await selectCell({ ...place, cell: place.cell || "A1" }))),
    confirmColumns: (range, confirmation) => guarded(() => confirm(range, confirmation, texts.mapping)),
    forgetColumns: (range) =>
      guarded(async () => confirmed(await forgetRange(range), texts.mapping.forgotten({ sheet: range.sheet }))),
    copyScheme: () =>
      guarded(async () => {
        const { copyScheme } = await import("../commands/new-workbook");
        return added(await copyScheme(), texts);
      }),
    newWorkbook: () =>
      guarded(async () => {
        const { newWorkbook } = await import("../commands/new-workbook");
        return added(await newWorkbook(), texts);
      }),
    planTasks: () =>
      guarded(async () => {
        const { planTasks } = await import("../commands/send-tasks");
        const end = await planTasks();
        return end.ok ? done(end.plan) : refused(...end.issues);
      }),
    sendTasks: () =>
      guarded(async () => {
        const { sendTasks } = await import("../commands/send-tasks");
        const end = await sendTasks();
        if (!end.ok) return refused(...end.issues);
        const { tasks, unsent, sheet } = end.plan;
        return done(unsent === 0 ? texts.tasks.nothing({ tasks }) : texts.tasks.sent({ sheet, unsent }));
      }),
    freeze: () =>
      guarded(async () => {
        const { freezeTabs } = await import("../excel/freeze-tabs");
        const end = await exclusively(() => freezeTabs(NAMESPACE));
        if (end === "underWay") return refused(excelIssue("underWay"));
        if (end.kind === "failed") return refused(...end.issues);
        if (end.kind === "nothing") return done(texts.tools.nothingToFreeze);
        return done(texts.tools.frozen({ tabs: end.tabs.join(texts.marks.list) }));
      }),
    removeTabs: (everyTrace) =>
      guarded(async () => {
        const { removeAssessment } = await import("../commands/remove-assessment");
        const { removed, issues } = await removeAssessment({ everyTrace });
        if (issues.length > 0) return refused(...issues);
        return done(
          removed.length > 0
            ? texts.tools.removed({ tabs: removed.join(texts.marks.list) })
            : texts.tools.nothingRemoved,
        );
      }),
    sentence,
    fix,
    detail: ({ params }) => {
      const held = DETAILS.flatMap((key) => (params[key] === undefined ? [] : [String(params[key])]));
      return held.length > 0 ? held.join(" ") : null;
    },
  };
}

import type { Area } from "../core/grid";
import { areaName } from "../core/grid";
import type { Issue } from "../core/issue";
import type { CellPlace, Entry, Findings } from "../core/report/find-entries";
import { findingEntries } from "../core/report/find-entries";
import type { KeptTab } from "../core/report/keep-entries";
import { keepEntries } from "../core/report/keep-entries";
import type { LeftTab, ReportModel, ReportTab } from "../core/report/report-model";
import { keptMessages, staleNote } from "../i18n/workbook-kept";
import { earlierTab } from "./earlier-tab";
import { excelIssue } from "./excel-issue";
import type { Attempt } from "./run-excel";
import { runExcel } from "./run-excel";
import type { AbandonedTab, StandingTab, Survey } from "./survey";
import { tabSize } from "./tab-grid";
import { theme } from "./theme";
import { inTurns, turns } from "./turns";
import type { Own } from "./write-tab";

/** What Excel shows of a number that the clerk entered. */
export interface NumberPattern extends CellPlace {
  readonly pattern: string;
}

/** How a tab that stands is written anew. */
export interface Renewal {
  readonly standing: StandingTab;
  /** What the run empties before it writes. */
  readonly cleared: Area;
  readonly vacated: readonly CellPlace[];
  readonly own: Own;
  /** False where the clerk moved rows or columns of the product's, or what was written is not known: their looks cannot be put back. */
  readonly canBePutBack: boolean;
  readonly patterns: readonly NumberPattern[];
}

/** A line of a tab that says of itself that it was not updated: `from` is what stood there. */
export interface StaleLine extends CellPlace {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** A report with what is the clerk's in it, ready to be written. */
export interface Preparation {
  readonly model: ReportModel;
  readonly renewals: ReadonlyMap<string, Renewal>;
  readonly staleLines: readonly StaleLine[];
  readonly issues: readonly Issue[];
}

/** A column that differs by no more was not changed by hand: screens of other resolutions round to other points. */
const SAME_WIDTH = 2;

/** As many of the product's cells that were changed are listed in one message. */
const MOST_LISTED = 20;

/** The whole of a tab, from A1. */
export function areaOfTab(tab: ReportTab): Area {
  const { rowCount, columnCount } = tabSize(tab);
  return { row: 0, column: 0, rowCount, columnCount };
}

/** The area from A1 that covers everything given. */
export function extent(areas: readonly (Area | null)[]): Area {
  const reach = (end: (area: Area) => number) => Math.max(1, ...areas.map((area) => (area === null ? 0 : end(area))));
  return {
    row: 0,
    column: 0,
    rowCount: reach(({ row, rowCount }) => row + rowCount),
    columnCount: reach(({ column, columnCount }) => column + columnCount),
  };
}

/** What of a tab is printed, as the report sets it. */
function printedArea(tab: ReportTab): Area {
  const { rowCount, columnCount } = tabSize(tab);
  const { first, last } = tab.printed ?? { first: 0, last: rowCount - 1 };
  return { row: first, column: 0, rowCount: last - first + 1, columnCount };
}

/** Column widths and print area that the clerk has changed since the tab was written. */
function ownLayout(
  tab: ReportTab,
  before: LeftTab | null,
  { widths, printArea }: StandingTab,
  { isMoved, areColumnsMoved }: Findings,
): Own {
  if (before === null) return { widths: [], printArea: null };
  const { columnPoints } = theme(before.look);
  const areAlike = !areColumnsMoved && before.tab.widths.length === tab.widths.length;
  const wasPrinted = areaName(printedArea(before.tab));
  return {
    widths: areAlike
      ? before.tab.widths.map((width, column) => {
          const now = widths[column] ?? 0;
          return Math.abs(now - columnPoints(width)) > SAME_WIDTH ? now : null;
        })
      : [],
    // Rows that were inserted have moved the print area too: then it is no sign of her will.
    printArea: isMoved || printArea === null || printArea.replace(/\$/gu, "") === wasPrinted ? null : printArea,
  };
}

/** Reads how the numbers look that the clerk entered: one round trip, none where there are none. */
async function readPatterns(
  tabs: readonly { readonly id: string; readonly key: string; readonly entries: readonly Entry[] }[],
): Promise<Attempt<ReadonlyMap<Entry, string>>> {
  const numbers = tabs.flatMap(({ id, entries }) =>
    entries.flatMap((entry) => (typeof entry.value === "number" ? [{ id, entry }] : [])),
  );
  if (numbers.length === 0) return { ok: true, value: new Map() };
  return runExcel(async (context) => {
    const cells = numbers.map(({ id, entry }) => {
      const cell = context.workbook.worksheets.getItem(id).getCell(entry.at.row, entry.at.column);
      cell.load("numberFormat");
      return { entry, cell };
    });
    await context.sync();
    return new Map(
      cells.flatMap(({ entry, cell }) => {
        const pattern: unknown = cell.numberFormat[0]?.[0];
        return typeof pattern === "string" && pattern !== "General" ? [[entry, pattern] as const] : [];
      }),
    );
  });
}

/** The line of a tab that this run does not make, saying so; null where it says so already or cannot be told. */
function staleLine(abandoned: AbandonedTab, before: LeftTab | null): StaleLine | null {
  const { subtitle, isProtected, id } = abandoned;
  if (subtitle === null || before === null || isProtected) return null;
  const { row, column, shown } = subtitle;
  const written = before.tab.rows[row]?.cells[column]?.value;
  if (typeof shown !== "string" || shown !== written || shown.includes(staleNote)) return null;
  return { id, row, column, from: shown, to: `${shown}　${staleNote}` };
}

/** A tab as it stands once its line is written. */
function withLine({ tab, look }: LeftTab, line: StaleLine | null): LeftTab {
  if (line === null) return { tab, look };
  const rows = tab.rows.map((row, index) =>
    index === line.row
      ? {
          ...row,
          cells: row.cells.map((cell, at) =>
            at === line.column && cell !== null ? { ...cell, value: line.to } : cell,
          ),
        }
      : row,
  );
  return { tab: { ...tab, rows }, look };
}

function replacedIssues({ name }: StandingTab, { replaced }: KeptTab): Issue[] {
  const [first] = replaced;
  if (first === undefined) return [];
  const listed = replaced
    .slice(0, MOST_LISTED)
    .map(({ cell, value, formula }) => `${cell}（${formula ?? String(value ?? "")}）`);
  const cells = `${listed.join("、")}${replaced.length > listed.length ? "……" : ""}`;
  return [
    excelIssue("entriesReplaced", { tab: name, count: replaced.length, cells }, { sheet: name, cell: first.cell }),
  ];
}

function apartIssues(tabs: readonly { readonly standing: StandingTab; readonly kept: KeptTab }[]): Issue[] {
  const moved = tabs.filter(({ kept }) => kept.newlyApart > 0);
  if (moved.length === 0) return [];
  const count = moved.reduce((sum, { kept }) => sum + kept.newlyApart, 0);
  const names = moved.map(({ standing, kept }) => `${standing.name}（${kept.newlyApart}处）`);
  return [excelIssue("entriesApart", { count, tabs: names.join("、") })];
}

/** A tab of the report for which one stands, that which an earlier run wrote there, and what the clerk did to it. */
interface Found {
  readonly tab: ReportTab;
  readonly standing: StandingTab;
  readonly before: LeftTab | null;
  readonly findings: Findings;
}

/**
 * Prepares a report for a workbook in which tabs of an earlier run stand (`survey`): what the clerk wrote on them, the widths and the print
 * area that she changed go into the tabs that take their places; of tabs that this run does not make one line changes.
 */
export async function keepOwn(
  model: ReportModel,
  previous: ReportModel | null,
  survey: Survey,
): Promise<Attempt<Preparation>> {
  const found: Found[] = [];
  for (const tab of model.tabs) {
    const standing = survey.standing.find(({ key }) => key === tab.key);
    if (standing === undefined) continue;
    const before = earlierTab(previous, tab.key);
    const findings = await inTurns(findingEntries(before?.tab ?? null, standing.cells));
    found.push({ tab, standing, before, findings });
  }
  const read = await readPatterns(
    found.map(({ tab, standing, findings }) => ({ id: standing.id, key: tab.key, entries: findings.entries })),
  );
  if (!read.ok) return read;
  const patternOf = (entry: Entry) => read.value.get(entry) ?? null;
  const tabs: { readonly standing: StandingTab; readonly kept: KeptTab; readonly renewal: Renewal }[] = [];
  const turn = turns();
  for (const { tab, standing, before, findings } of found) {
    if (turn.isOver()) await turn.next();
    const kept = keepEntries(tab, before?.tab ?? null, findings, keptMessages, patternOf);
    const renewal: Renewal = {
      standing,
      cleared: extent([kept.cleared, findings.isMoved ? standing.area : null]),
      vacated: kept.vacated,
      own: ownLayout(kept.tab, before, standing, findings),
      canBePutBack: before !== null && !findings.isMoved,
      patterns: findings.entries.flatMap((entry) => {
        const pattern = patternOf(entry);
        return pattern === null ? [] : [{ ...entry.at, pattern }];
      }),
    };
    tabs.push({ standing, kept, renewal });
  }
  const keptTabs = new Map(tabs.map(({ kept }) => [kept.tab.key, kept.tab]));
  const others = survey.abandoned.map((abandoned) => {
    const before = earlierTab(previous, abandoned.key);
    return { abandoned, before, line: staleLine(abandoned, before) };
  });
  const left = others.flatMap(({ before, line }) => (before === null ? [] : [withLine(before, line)]));
  const names = survey.abandoned.map(({ name }) => name).join("、");
  return {
    ok: true,
    value: {
      model: {
        ...model,
        tabs: model.tabs.map((tab) => keptTabs.get(tab.key) ?? tab),
        ...(left.length === 0 ? {} : { left }),
      },
      renewals: new Map(tabs.map(({ standing, renewal }) => [standing.key, renewal])),
      staleLines: others.flatMap(({ line }) => (line === null ? [] : [line])),
      issues: [
        ...tabs.flatMap(({ standing, kept }) => replacedIssues(standing, kept)),
        ...apartIssues(tabs),
        ...(names === "" ? [] : [excelIssue("tabsNotUpdated", { tabs: names })]),
      ],
    },
  };
}

import { HEADING_ROWS } from "./heading";
import type { Cuts, DrawnTab } from "./page";
import { cutsAt, pageBreaks } from "./page-breaks";
import type { ReportTab } from "./report-model";

/** A tab whose links above the title are not printed. */
function printedPart(tab: DrawnTab): DrawnTab {
  return tab.printed === undefined
    ? { ...tab, printed: { first: HEADING_ROWS.title, last: tab.rows.length - 1 } }
    : tab;
}

/**
 * What `draw` draws, with the headings of tables that run over several printed pages on each of them: drawn once to see where pages end, and
 * once more if a table does. `tabOf` gives the tab in it; `bodySize` is the size of body text in points.
 */
export function paged<T>(draw: (cuts: Cuts) => T, tabOf: (drawn: T) => DrawnTab, bodySize: number): T {
  const drawn = draw([]);
  const cuts = neededCuts(tabOf(drawn), bodySize);
  return cuts === null ? drawn : draw(cuts);
}

/** The same of a tab whose drawing pauses by yielding, because it is large. */
export function* pagedInSteps<T>(
  draw: (cuts: Cuts) => Generator<void, T>,
  tabOf: (drawn: T) => DrawnTab,
  bodySize: number,
): Generator<void, T> {
  const drawn = yield* draw([]);
  yield;
  const cuts = neededCuts(tabOf(drawn), bodySize);
  return cuts === null ? drawn : yield* draw(cuts);
}

/** Where the tables of a drawn tab are cut by pages; `null` where no table runs over one. */
function neededCuts(drawn: DrawnTab, bodySize: number): Cuts | null {
  const tab = printedPart(drawn);
  const cuts = cutsAt(pageBreaks(tab, tab.tables, bodySize), tab, tab.tables);
  return cuts.every(({ size }) => size === 0) ? null : cuts;
}

/** A drawn tab as it goes into the report: with the rows before which its pages begin, and what stands at their foot. */
export function finished(drawn: DrawnTab, footer: string, bodySize: number): ReportTab {
  const { tables, ...tab } = printedPart(drawn);
  const breaks = new Set(pageBreaks(tab, tables, bodySize));
  const rows = tab.rows.map(({ cells, height }, row) => ({
    cells,
    ...(height === undefined ? {} : { height }),
    ...(breaks.has(row) ? { breakBefore: true } : {}),
  }));
  return { ...tab, rows, footer };
}

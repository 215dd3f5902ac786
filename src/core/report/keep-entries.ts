import type { Area } from "../grid";
import { text } from "./cells";
import type { CellPlace, Entry, Findings, Replaced } from "./find-entries";
import { apartName, contentsOf, rowIdentity } from "./find-entries";
import { coveredWidth, neededHeight, page } from "./page";
import type { Entered, ReportCell, ReportRow, ReportTab } from "./report-model";

/** The words of the section at the foot of a tab in which entries without a place of their own stand. */
export interface KeptMessages {
  readonly heading: string;
  readonly note: string;
  /** What it was about, where it stood, what it says. */
  readonly columns: readonly [string, string, string];
  /** What an entry was about that stood in an empty place. */
  readonly nowhere: string;
}

/** A tab as it is to be written over the one that stands, with the clerk's entries. */
export interface KeptTab {
  readonly tab: ReportTab;
  /** How many of her entries have no place of their own in it and stand at its foot, among them how many for the first time. */
  readonly apart: number;
  readonly newlyApart: number;
  /** Cells of the product's in which she wrote something else that is no longer there. */
  readonly replaced: readonly Replaced[];
  /** What is to be emptied before: her entries beside it stay as they are. */
  readonly cleared: Area;
  /** Cells beside that area of which the entry has moved to the foot. */
  readonly vacated: readonly CellPlace[];
}

/** Excel's number format of an entry that is a number; null where it is not known. */
export type PatternOf = (entry: Entry) => string | null;

/** Columns of the section, and the width of those that a narrower tab lacks. */
const SECTION_COLUMNS = 3;
const COLUMN_WIDTH = 20;

interface Size {
  readonly rowCount: number;
  readonly columnCount: number;
}

function sizeOf(tab: ReportTab | null): Size {
  if (tab === null) return { rowCount: 0, columnCount: 0 };
  const columnCount = tab.rows.reduce((most, { cells }) => Math.max(most, cells.length), tab.widths.length);
  return { rowCount: tab.rows.length, columnCount };
}

/** The cells of the clerk's on a tab, by name. */
function inputsOf(tab: ReportTab): ReadonlyMap<string, CellPlace> {
  return new Map(
    tab.rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) => (cell?.input === undefined ? [] : [[cell.input, { row, column }] as const])),
    ),
  );
}

/** The entry for each cell of hers: what stands in it, else what was once set apart for want of it. */
function placed(entries: readonly Entry[], inputs: ReadonlyMap<string, CellPlace>): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  for (const isApart of [false, true]) {
    for (const entry of entries) {
      const { name } = entry;
      if (entry.isApart === isApart && name !== null && inputs.has(name) && !found.has(name)) found.set(name, entry);
    }
  }
  return found;
}

/** An entry as it stands in a cell of hers at `place`; a formula is at home only where she wrote it. */
function enteredAt(entry: Entry, place: CellPlace, patternOf: PatternOf): Entered {
  const isHome = entry.at.row === place.row && entry.at.column === place.column;
  const pattern = patternOf(entry);
  return {
    value: entry.value,
    ...(entry.formula !== null && isHome ? { formula: entry.formula } : {}),
    ...(pattern === null ? {} : { pattern }),
  };
}

/** The rows of a tab with her entries in their cells, as high as these need. */
function filledRows(
  tab: ReportTab,
  entries: ReadonlyMap<string, Entry>,
  inputs: ReadonlyMap<string, CellPlace>,
  patternOf: PatternOf,
): readonly ReportRow[] {
  const rows = new Map<number, ReportRow>();
  for (const [name, entry] of entries) {
    const place = inputs.get(name);
    const row = place === undefined ? undefined : (rows.get(place.row) ?? tab.rows[place.row]);
    const cell = place === undefined ? null : (row?.cells[place.column] ?? null);
    if (place === undefined || row === undefined || cell === null) continue;
    const filled: ReportCell = { ...cell, entered: enteredAt(entry, place, patternOf) };
    const cells = row.cells.map((each, column) => (column === place.column ? filled : each));
    const height = Math.max(row.height ?? 0, heightAt(tab, place, filled));
    rows.set(place.row, { ...row, cells, ...(height > 0 ? { height } : {}) });
  }
  return tab.rows.map((row, index) => rows.get(index) ?? row);
}

/** Height that a cell needs; 0 where one line does, and for cells over several rows, which have room. */
function heightAt(tab: ReportTab, { row, column }: CellPlace, cell: ReportCell): number {
  const merged = tab.merges.find((area) => area.row === row && area.column === column);
  if (merged !== undefined && merged.rowCount > 1) return 0;
  return neededHeight(cell, coveredWidth(tab.widths, column, merged?.columnCount ?? 1));
}

/** The tab with the section at its foot, which is not printed; the tab itself where no entry stands there. */
function withSection(tab: ReportTab, apart: readonly Entry[], messages: KeptMessages, patternOf: PatternOf): ReportTab {
  if (apart.length === 0) return tab;
  const { rowCount, columnCount } = sizeOf(tab);
  const widths = Array.from(
    { length: Math.max(columnCount, SECTION_COLUMNS) },
    (_, column) => tab.widths[column] ?? COLUMN_WIDTH,
  );
  const sheet = page(widths);
  const spans = sheet.spread([3, 1, 6]);
  sheet.space(1);
  sheet.line(text(messages.heading, "section"));
  sheet.line(text(messages.note, "note"));
  sheet.table(
    messages.columns.map((heading, column) => ({ heading, span: spans[column] ?? 1 })),
    apart.map((entry, index) => {
      const pattern = patternOf(entry);
      const entered = { value: entry.formula ?? entry.value, ...(pattern === null ? {} : { pattern }) };
      return [
        text(entry.label === "" ? messages.nowhere : entry.label),
        text(entry.cell),
        { value: null, role: "input", input: apartName(index, entry), entered },
      ];
    }),
  );
  const { key, name, orientation, freeze } = tab;
  const section = sheet.tab({ key, name, orientation, freeze });
  return {
    ...tab,
    widths,
    printed: tab.printed ?? { first: 0, last: rowCount - 1 },
    rows: [...tab.rows, ...section.rows],
    merges: [...tab.merges, ...section.merges.map((area) => ({ ...area, row: area.row + rowCount }))],
  };
}

/**
 * The tab that is to be written over one that stands, with what the clerk wrote (`findings`): her entries go into the cells of hers that
 * bear the same name; entries beside and below the tab stay where they are, as long as the tab does not reach them and the row
 * beside them is about the same; all others stand in a section at the foot, until she empties them there or their cell is back. `previous`
 * is the tab as it was written, null where that is not known: then texts that the new tab has too are not hers. Nor are they on a tab that
 * the run has read.
 */
export function keepEntries(
  tab: ReportTab,
  previous: ReportTab | null,
  findings: Findings,
  messages: KeptMessages,
  patternOf: PatternOf,
): KeptTab {
  const inputs = inputsOf(tab);
  const written = placed(findings.entries, inputs);
  const [before, now] = [sizeOf(previous), sizeOf(tab)];
  const known =
    previous === null
      ? new Set([...contentsOf(tab), messages.heading, messages.note, messages.nowhere, ...messages.columns])
      : tab.isRead === true
        ? contentsOf(tab)
        : null;
  const homeless = findings.entries.filter(
    (entry) =>
      entry.value !== "" &&
      !(entry.name !== null && written.get(entry.name) === entry) &&
      known?.has(entry.value) !== true,
  );
  /** Whether an entry stays untouched where it is, on a tab that is `rowCount` rows long. */
  const stays = ({ name, isApart, at }: Entry, rowCount: number): boolean => {
    if (name !== null || isApart || findings.isMoved || previous === null) return false;
    if (at.row >= Math.max(before.rowCount, rowCount)) return true;
    if (at.column < Math.max(before.columnCount, now.columnCount, SECTION_COLUMNS)) return false;
    return at.row < now.rowCount && rowIdentity(previous, at.row) === rowIdentity(tab, at.row);
  };
  const filled = { ...tab, rows: filledRows(tab, written, inputs, patternOf) };
  // The section may reach entries below the tab, which then belong into it too.
  let kept = filled;
  let apart: readonly Entry[] = [];
  for (;;) {
    const { rowCount } = sizeOf(kept);
    const next = homeless.filter((entry) => !stays(entry, rowCount));
    if (next.length === apart.length) break;
    apart = next;
    kept = withSection(filled, apart, messages, patternOf);
  }
  const cleared = clearedArea(before, sizeOf(kept));
  return {
    tab: kept,
    apart: apart.length,
    replaced: findings.replaced.filter(({ value }) => known?.has(value) !== true),
    newlyApart: apart.filter(({ isApart }) => !isApart).length,
    cleared,
    vacated: apart
      .map(({ at }) => at)
      .filter(({ row, column }) => row >= cleared.rowCount || column >= cleared.columnCount),
  };
}

function clearedArea(before: Size, now: Size): Area {
  return {
    row: 0,
    column: 0,
    rowCount: Math.max(1, before.rowCount, now.rowCount),
    columnCount: Math.max(1, before.columnCount, now.columnCount),
  };
}

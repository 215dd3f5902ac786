import type { WorkbookGrids } from "../grid";
import { cellName } from "../grid";
import type { Issue } from "../issue";
import { issue } from "../issues";
import type { Progress } from "../outcome";
import type { Branch, BranchResolver } from "./branches";
import { type NamedBranch, foundBranches, titleNames } from "./found-branches";
import { fillDown } from "./fill-down";
import { headerLookup } from "./headers";
import { type MappedRange, lostHeaders, parseMapping } from "./mapping";
import { ROWS_A_STEP } from "./range-rows";
import { type RawRange, type RecogniseContext, type SheetRanges, recogniseSheet, rowsOutside } from "./recognise";
import { type Roster, rosterIndex, rosterOf } from "./roster";
import { TABLES } from "./schema";
import { type PreparedSheet, prepareSheet } from "./sheet";
import { headerForm, isEmptyCell } from "./text";
import type { TitleReader } from "./titles";
import type { Vocabulary } from "./vocabulary";

/** Tabs that hold settings, not ledgers. */
const SETTINGS_TABS: readonly string[] = ["评分标准", "参数", "对策库"];

/** The ranges of a workbook and the branches that they name. */
export interface WorkbookRanges {
  readonly ranges: readonly RawRange[];
  readonly branches: readonly Branch[];
  readonly resolve: BranchResolver;
  /** `null` without 支部名册. */
  readonly roster: Roster | null;
  /** What the clerk confirmed of ranges that are found no more. */
  readonly stale: readonly MappedRange[];
  readonly issues: readonly Issue[];
}

/**
 * Recognises every range of a workbook (methodology §2, recognition), whatever the period. A title can name a branch only once the
 * branches are known, so sheets whose titles matter are looked at twice: first for the roster, then for all. Without a roster
 * `named` are branches too, after those that the ledgers name. Yields progress in rows of the sheets, each counted for both looks.
 */
export function* workbookRanges(
  grids: WorkbookGrids,
  words: Vocabulary,
  named: readonly NamedBranch[] = [],
): Generator<Progress, WorkbookRanges> {
  const issues: Issue[] = [];
  const mapped = storedMapping(grids.mapping, issues);
  const sheets = grids.sheets.filter((sheet) => !SETTINGS_TABS.includes(headerForm(sheet.name))).map(prepareSheet);
  const base = { words, lookup: headerLookup(words.headers), mapped };
  const rows = rowCounter(sheets);
  const first: FirstLook[] = [];
  for (const sheet of sheets) first.push(yield* rows.counted(sheet, withoutTitles(sheet, base)));
  const rosterRanges = first
    .flatMap(({ found }) => found.ranges)
    .filter(({ range }) => range.table.name === "支部名册");
  if (rosterRanges.length > 0) {
    const roster = rosterOf(rosterRanges, words, issues);
    const index = rosterIndex(roster.branches);
    const found = yield* again(sheets, first, { ...base, titles: index.inTitle }, rows);
    const ranges = listed(sheets, found, issues);
    const stale = yield* rows.standing(staleIn(mapped, ranges, sheets, issues));
    return { ranges, branches: roster.branches, resolve: index.resolve, roster, stale, issues };
  }
  const titles = titleNames();
  const found = listed(sheets, yield* again(sheets, first, { ...base, titles: titles.read }, rows), issues);
  const stale = yield* rows.standing(staleIn(mapped, found, sheets, issues));
  const inLedgers: NamedBranch[] = [];
  for (const raw of inTableOrder(found)) inLedgers.push(...(yield* rows.standing(namesIn(raw, titles.names, words))));
  const { branches, resolve } = foundBranches([...inLedgers, ...named]);
  // Titles have numbered the names they met; from now on the number is the branch's.
  const ranges = found.map((raw): RawRange => {
    const name = raw.range.branch === null ? undefined : titles.names[raw.range.branch];
    const branch = name === undefined ? null : (resolve(name, "")[0] ?? null);
    return { ...raw, range: { ...raw.range, branch } };
  });
  return { ranges, branches, resolve, roster: null, stale, issues };
}

function storedMapping(text: string | null, issues: Issue[]): readonly MappedRange[] {
  if (text === null || text.trim() === "") return [];
  const mapped = parseMapping(text);
  if (mapped === null) issues.push(issue("mappingUnreadable", null));
  return mapped ?? [];
}

/** Puts the pauses of recognition into rows: of all sheets, two looks each. */
interface RowCounter {
  /** A look at one sheet, which yields the row that is next. */
  readonly counted: <T>(sheet: PreparedSheet, steps: Generator<number, T>) => Generator<Progress, T>;
  /** A look that is not needed. */
  readonly passed: (sheet: PreparedSheet) => void;
  /** Work between the looks. */
  readonly standing: <T>(steps: Generator<number, T>) => Generator<Progress, T>;
}

function rowCounter(sheets: readonly PreparedSheet[]): RowCounter {
  const total = 2 * sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  function* told<T>(steps: Generator<number, T>, isCounted: boolean): Generator<Progress, T> {
    // Rows around Excel tables are looked at first, those inside afterwards.
    let furthest = 0;
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      if (isCounted) furthest = Math.max(furthest, step.value);
      yield { stage: "recognise", done: done + furthest, total };
    }
  }
  return {
    *counted(sheet, steps) {
      const found = yield* told(steps, true);
      done += sheet.rows.length;
      yield { stage: "recognise", done, total };
      return found;
    },
    passed: (sheet) => {
      done += sheet.rows.length;
    },
    standing: (steps) => told(steps, false),
  };
}

type BaseContext = Omit<RecogniseContext, "titles">;

interface FirstLook {
  readonly found: SheetRanges;
  /** Whether a title could have changed what was found. */
  readonly asked: boolean;
}

function* withoutTitles(sheet: PreparedSheet, base: BaseContext): Generator<number, FirstLook> {
  let asked = false;
  // Any title may turn out to name a branch: the header below it ends a roster that stands above.
  const titles: TitleReader = () => {
    asked = true;
    return 0;
  };
  const found = yield* recogniseSheet(sheet, { ...base, titles });
  return { found, asked };
}

function* again(
  sheets: readonly PreparedSheet[],
  first: readonly FirstLook[],
  context: RecogniseContext,
  rows: RowCounter,
): Generator<Progress, readonly SheetRanges[]> {
  const found: SheetRanges[] = [];
  for (const [index, sheet] of sheets.entries()) {
    const before = first[index];
    if (before?.asked === false) {
      found.push(before.found);
      rows.passed(sheet);
    } else found.push(yield* rows.counted(sheet, recogniseSheet(sheet, context)));
  }
  return found;
}

/** All ranges in sheet order; what was found beside them is listed. */
function listed(sheets: readonly PreparedSheet[], found: readonly SheetRanges[], issues: Issue[]): RawRange[] {
  const ranges = found.flatMap((sheet) => sheet.ranges);
  sheets.forEach((sheet, index) => {
    issues.push(...(found[index]?.issues ?? []));
    issues.push(...unread(sheet, found[index]?.ranges ?? []));
  });
  return ranges;
}

/** The confirmed ranges that were not found, each listed with the headers that are lost. */
function* staleIn(
  mapped: readonly MappedRange[],
  found: readonly RawRange[],
  sheets: readonly PreparedSheet[],
  issues: Issue[],
): Generator<number, readonly MappedRange[]> {
  const used = new Set(found.map((raw) => raw.mapped));
  const stale: MappedRange[] = [];
  for (const range of mapped) {
    if (range.table === null || used.has(range)) continue;
    stale.push(range);
    const sheet = sheets.find(({ grid }) => grid.name === range.sheet) ?? null;
    const { headers, at } = yield* lostHeaders(range, sheet);
    const cell =
      sheet === null || at === null ? "A1" : cellName(sheet.grid.row + at.row, sheet.grid.column + at.column);
    issues.push(
      issue("mappingStale", { sheet: range.sheet, cell }, { table: range.table, columns: headers.join("、") }),
    );
  }
  return stale;
}

function unread({ grid, rows }: PreparedSheet, ranges: readonly RawRange[]): Issue[] {
  if (ranges.length === 0)
    return grid.values.every((row) => row.every(isEmptyCell))
      ? []
      : [issue("sheetNotRead", { sheet: grid.name, cell: cellName(grid.row, grid.column) })];
  const outside = rowsOutside({ grid, rows, repeats: new Map() }, ranges);
  return outside === null
    ? []
    : [issue("rowsAfterEnd", { sheet: grid.name, cell: cellName(outside.first, grid.column) }, { rows: outside.rows })];
}

function inTableOrder(ranges: readonly RawRange[]): RawRange[] {
  return TABLES.flatMap((table) => ranges.filter(({ range }) => range.table === table));
}

/** The branches that a range names: in its 支部 cells, or by its title. */
function* namesIn(
  { range, rows }: RawRange,
  titles: readonly string[],
  words: Vocabulary,
): Generator<number, NamedBranch[]> {
  const place = (row: number): NamedBranch["place"] => ({
    sheet: range.sheet,
    cell: cellName(row, range.column + (range.columns["支部"] ?? 0)),
  });
  if (range.columns["支部"] === undefined) {
    const title = range.branch === null ? undefined : titles[range.branch];
    return title === undefined ? [] : [{ text: title, unit: "", place: place(range.firstRow) }];
  }
  const fill = fillDown(range, words);
  const seen = new Set<string>();
  const names: NamedBranch[] = [];
  for (const [index, raw] of rows.entries()) {
    if (index % ROWS_A_STEP === 0) yield index;
    const { branch, unit } = fill.row(raw);
    const key = `${unit}\u0000${branch}`;
    if (branch === "" || seen.has(key)) continue;
    seen.add(key);
    names.push({ text: branch, unit, place: place(raw.row) });
  }
  return names;
}

import type { CellValue } from "../grid";
import { cellName } from "../grid";
import { atOnce } from "../steps";
import { matchLines } from "./match-lines";
import type { ReportCell, ReportTab } from "./report-model";

/** The cells of a tab as it stands, from A1 on: what they show, and the formulas that give it. What another cell's formula fills is null. */
export interface StandingCells {
  readonly values: readonly (readonly CellValue[])[];
  readonly formulas: readonly (readonly (string | null)[])[];
}

/** A place on a tab, zero-based. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Something that the clerk wrote on a tab. */
export interface Entry {
  /** Name of the cell of hers that it was written in; null elsewhere. */
  readonly name: string | null;
  /** What the row is about, for people: empty where it says nothing. */
  readonly label: string;
  /** Where it stands. */
  readonly at: CellPlace;
  /** Where it was written: another cell than `at` once it was set apart. */
  readonly cell: string;
  /** What it shows; an empty text where she emptied a cell of hers. */
  readonly value: string | number | boolean;
  readonly formula: string | null;
  /** True for what an earlier run set apart. */
  readonly isApart: boolean;
}

/** A cell of the product's in which the clerk wrote something else: where it stood, and what. */
export interface Replaced {
  readonly cell: string;
  /** What the cell shows, and the formula that gives it. */
  readonly value: CellValue;
  readonly formula: string | null;
}

/** What the clerk did to a tab since it was written. */
export interface Findings {
  readonly entries: readonly Entry[];
  readonly replaced: readonly Replaced[];
  /** True where rows or columns are no longer where they were, or where they were is not known. */
  readonly isMoved: boolean;
  /** True where that is so of columns. */
  readonly areColumnsMoved: boolean;
}

/** Beginning of the name of a cell that holds what was set apart: `kept:<number>:<cell>:<name>`. */
const APART = "kept:";

/** Name of the cell that holds an entry set apart; the number tells two of the same cell from each other. */
export function apartName(index: number, { cell, name }: Pick<Entry, "cell" | "name">): string {
  return `${APART}${index}:${cell}:${name ?? ""}`;
}

/** The cell and the name that `apartName` was given; null for any other name. */
function parseApart(name: string): { readonly cell: string; readonly name: string | null } | null {
  if (!name.startsWith(APART)) return null;
  const [, , cell = "", ...rest] = name.split(":");
  const own = rest.join(":");
  return { cell, name: own === "" ? null : own };
}

/** Two contents that a reader of the tab cannot tell apart. */
function isSame(written: ReportCell["value"], shown: CellValue): boolean {
  if (typeof written === "number" && typeof shown === "number") {
    return Math.abs(written - shown) <= 1e-9 * Math.max(1, Math.abs(written));
  }
  return plain(written) === plain(shown);
}

function plain(value: CellValue): CellValue {
  return typeof value === "string" ? value.replace(/\r/gu, "") : (value ?? "");
}

const isEmpty = (value: CellValue) => value === null || value === "";

/** Text in quotation marks, a sheet's name, or the address of cells. */
const PIECES = /"(?:[^"]|"")*"|'(?:[^']|'')+'!|[^\s!"'()+\-*/^&=<>,;:{}]+!|\$?[A-Z]{1,3}\$?\d+/gu;

/** What of a formula stays when sheets are renamed and rows inserted: all but its references. */
function shapeOf(formula: string): string {
  return formula
    .replace(PIECES, (piece) => (piece.startsWith('"') ? piece : piece.endsWith("!") ? "" : "@"))
    .replace(/\s/gu, "")
    .replace(/#REF!/gu, "@");
}

/** The first text of a row that the product wrote: what the row is about. */
function rowLabel(tab: ReportTab | null, row: number): string {
  const cells = tab?.rows[row]?.cells ?? [];
  const named = cells.find((cell) => typeof cell?.value === "string" && cell.input === undefined);
  return typeof named?.value === "string" ? named.value : "";
}

/** Texts at the beginning of a row of a record that tell it from all others: 期间, 单位, 支部. */
const RECORD_TEXTS = 3;

/**
 * What tells a row of a tab from others, from run to run: the names of the clerk's cells in it; in a record its first texts; else what it
 * is about. Two tasks of one branch are about the same, and yet not the same row.
 */
export function rowIdentity(tab: ReportTab, row: number): string {
  const cells = tab.rows[row]?.cells ?? [];
  const names = cells.flatMap((cell) => cell?.input ?? []);
  if (names.length > 0) return names.join("\u0000");
  if (tab.isRead !== true) return rowLabel(tab, row);
  const texts = cells.flatMap((cell) => (typeof cell?.value === "string" ? [cell.value] : []));
  return texts.slice(0, RECORD_TEXTS).join("\u0000");
}

/** What an entry is about: what the name of its cell says in Chinese or by a number (`note:第一支部:N3-4`), and what its row says. */
function labelOf(name: string | null, row: string): string {
  const said = (name ?? "")
    .split(":")
    .filter((part) => /[^\u0020-\u007e]|\d/u.test(part))
    // Of a branch without 单位 the key begins with the stroke that stands behind it.
    .map((part) => part.replace(/^\//u, ""));
  return [...said, ...(said.includes(row) || row === "" ? [] : [row])].join("　");
}

/** Whether a cell always holds the same: a text or number of the product's, no formula and no place for the clerk. */
function isFixed(cell: ReportCell | null | undefined): cell is ReportCell {
  return (
    cell !== null &&
    cell !== undefined &&
    !isEmpty(cell.value) &&
    cell.input === undefined &&
    cell.formula === undefined &&
    cell.spilled !== true
  );
}

/** Everything that a tab says, whether or not it is a formula's. */
export function contentsOf(tab: ReportTab): ReadonlySet<CellValue> {
  return new Set(tab.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell === null ? [] : [plain(cell.value)]))));
}

const columnsOf = (rows: readonly { readonly length: number }[]) =>
  rows.reduce((most, { length }) => Math.max(most, length), 0);

/** Where the rows and columns of a tab stand now. */
function* matched(
  previous: ReportTab,
  { values, formulas }: StandingCells,
): Generator<void, Readonly<Record<"rows" | "columns", readonly (number | null)[]>>> {
  const ours = contentsOf(previous);
  const known = (row: number, column: number): string => {
    const value = values[row]?.[column] ?? null;
    return isEmpty(value) || formulas[row]?.[column] != null || !ours.has(plain(value)) ? "" : String(plain(value));
  };
  const join = (texts: readonly string[]) => texts.filter((text) => text !== "").join("\u0000");
  const fixed = (cell: ReportCell | null | undefined) => (isFixed(cell) ? String(plain(cell.value)) : "");
  const width = Math.max(columnsOf(values), columnsOf(previous.rows.map(({ cells }) => cells)));
  const columns = Array.from({ length: width }, (_, column) => column);
  const height = Math.max(values.length, previous.rows.length);
  const rows = matchLines(
    previous.rows.map(({ cells }) => join(cells.map(fixed))),
    Array.from({ length: height }, (_, row) => join(columns.map((column) => known(row, column)))),
  );
  yield;
  const across = matchLines(
    columns
      .slice(0, columnsOf(previous.rows.map(({ cells }) => cells)))
      .map((column) => join(previous.rows.map(({ cells }) => fixed(cells[column])))),
    columns.map((column) => join(rows.map((row) => (row === null ? "" : known(row, column))))),
  );
  return { rows, columns: across };
}

/** The other way round: for each line as it stands, which it was; lines of the clerk's own are missing. */
function inverse(lines: readonly (number | null)[]): ReadonlyMap<number, number> {
  return new Map(lines.flatMap((at, line) => (at === null ? [] : [[at, line] as const])));
}

/** Every text that stands on a tab of which is not known what was written there. */
function unknownEntries({ values, formulas }: StandingCells): Entry[] {
  return values.flatMap((cells, row) =>
    cells.flatMap((value, column): Entry[] =>
      typeof value !== "string" || value === "" || formulas[row]?.[column] != null
        ? []
        : [entry(null, "", { row, column }, value, null)],
    ),
  );
}

function entry(
  name: string | null,
  label: string,
  at: CellPlace,
  value: Entry["value"],
  formula: string | null,
): Entry {
  return { name, label, at, cell: cellName(at.row, at.column), value, formula, isApart: false };
}

/**
 * What the clerk did to a tab since the report `previous` was written: her own entries, in the cells that are hers and elsewhere, and
 * what she wrote in place of the product's. Rows and columns that she inserted, deleted or sorted are found again by what they say. Where
 * `previous` is not known, every text may be hers.
 */
export function findEntries(previous: ReportTab | null, standing: StandingCells): Findings {
  return atOnce(findingEntries(previous, standing));
}

/** The same, pausing by yielding: a tab may hold the pages of many branches. */
export function* findingEntries(previous: ReportTab | null, standing: StandingCells): Generator<void, Findings> {
  if (previous === null)
    return { entries: unknownEntries(standing), replaced: [], isMoved: true, areColumnsMoved: true };
  const now = yield* matched(previous, standing);
  yield;
  const areMoved = (lines: readonly (number | null)[]) => lines.some((at, line) => at !== line);
  const areColumnsMoved = areMoved(now.columns);
  const isMoved = areColumnsMoved || areMoved(now.rows);
  const was = { rows: inverse(now.rows), columns: inverse(now.columns) };
  const ours = isMoved ? contentsOf(previous) : null;
  const cells = standing.values.flatMap((line, row) =>
    line.flatMap((value, column) => {
      const formula = standing.formulas[row]?.[column] ?? null;
      if (isEmpty(value) && formula === null) return [];
      const from = { row: was.rows.get(row) ?? -1, column: was.columns.get(column) ?? -1 };
      return [
        {
          at: { row, column },
          value: value ?? "",
          formula,
          row: from.row,
          cell: previous.rows[from.row]?.cells[from.column] ?? null,
        },
      ];
    }),
  );
  yield;
  const computed = cells.filter(({ cell }) => cell?.formula !== undefined || cell?.spilled === true);
  // Where no formula is left the tab was turned into values: what stands there is what they gave.
  const isFrozen = computed.every(({ formula }) => formula === null);
  const entries: Entry[] = [];
  const replaced: Replaced[] = [];
  for (const { at, value, formula, row, cell } of cells) {
    if (formula === null && cell !== null && isSame(cell.value, value)) continue;
    const label = rowLabel(previous, row);
    if (cell?.input !== undefined) {
      const apart = parseApart(cell.input);
      if (apart === null) entries.push(entry(cell.input, labelOf(cell.input, label), at, value, formula));
      else entries.push({ ...entry(apart.name, label, at, value, formula), cell: apart.cell, isApart: true });
      continue;
    }
    const isComputed = cell?.formula !== undefined || cell?.spilled === true;
    if (isComputed && (isFrozen || (formula !== null && shapeOf(formula) === shapeOf(cell.formula ?? "")))) continue;
    if (cell === null || isEmpty(cell.value)) {
      if (formula === null && ours?.has(plain(value)) === true) continue;
      entries.push(entry(null, label, at, value, formula));
      continue;
    }
    replaced.push({ cell: cellName(at.row, at.column), value, formula });
    if (formula !== null || typeof value === "string") entries.push(entry(null, label, at, value, formula));
  }
  return { entries: [...entries, ...emptied(previous, now, standing)], replaced, isMoved, areColumnsMoved };
}

/** Cells of the clerk's from which she took away what the product had proposed. */
function emptied(
  previous: ReportTab,
  now: { readonly rows: readonly (number | null)[]; readonly columns: readonly (number | null)[] },
  { values, formulas }: StandingCells,
): Entry[] {
  return previous.rows.flatMap(({ cells }, line) =>
    cells.flatMap((cell, across): Entry[] => {
      if (cell?.input === undefined || isEmpty(cell.value) || parseApart(cell.input) !== null) return [];
      const [row, column] = [now.rows[line], now.columns[across]];
      if (typeof row !== "number" || typeof column !== "number") return [];
      const isStanding = !isEmpty(values[row]?.[column] ?? null) || formulas[row]?.[column] != null;
      return isStanding
        ? []
        : [entry(cell.input, labelOf(cell.input, rowLabel(previous, line)), { row, column }, "", null)];
    }),
  );
}

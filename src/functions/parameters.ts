import { type DayRange, FIRST_YEAR, dayOf } from "../core/calendar";
import type { CellValue } from "../core/grid";
import { type DateContext, readDate } from "../core/ledger/read-date";
import { readQuotient } from "../core/ledger/read-number";
import { readPeriod } from "../core/ledger/read-period";
import { TABLES } from "../core/ledger/schema";
import { compact, textOf } from "../core/ledger/text";
import { DEFAULT_WORDS, isBlank, vocabulary } from "../core/ledger/vocabulary";
import type { Parameter, Texts } from "./declaration";
import { type Cell, type Cells, type Checked, type Failure, invalid, isMissing, value } from "./values";

/** How a parameter is named and described. */
export interface ParameterTexts {
  readonly label: Texts;
  readonly description: Texts;
}

/** A rectangle of `T` by rows. */
export type Rows<T> = readonly (readonly T[])[];

/** The words that an assessment tab shows where there is no figure. */
export const UNASSESSED = "未评";
export const NOT_APPLICABLE = "不适用";

/** A score as the score tab shows it: a number, or why there is none; `null` is blank. */
export type Score = number | typeof UNASSESSED | typeof NOT_APPLICABLE | null;

/** The words of the product in effect where nobody gave 参数: a cell that holds a 空值 word is blank. */
const words = vocabulary(
  DEFAULT_WORDS,
  TABLES.flatMap((table) => Object.keys(table.columns)),
);

/** A date without a year cannot be read where no period is given: the year that nobody means stands in for it. */
const NO_PERIOD: DayRange = { first: dayOf(FIRST_YEAR, 1, 1) ?? 0, last: dayOf(FIRST_YEAR, 1, 1) ?? 0 };
const WITHOUT_YEAR = /^\s*[\d一二三四五六七八九十]{1,3}\s*月/u;

/** What a cell shows, for messages. */
function shown(cell: CellValue): string {
  return typeof cell === "boolean" ? String(cell).toUpperCase() : textOf(cell);
}

/** Which cell of an argument is meant; nothing where there is only one. */
function placeIn(cells: Cells, row: number, column: number): Readonly<Record<string, number>> {
  return cells.length === 1 && cells[0]?.length === 1 ? {} : { row: row + 1, column: column + 1 };
}

/** What is wrong with one cell of an argument. */
type Complaint = (text: string, place: Readonly<Record<string, number>>) => Failure;

/** Reads every cell; the first error of a cell or complaint, in reading order, is what comes back. */
function readEach<T>(cells: Cells, read: (cell: CellValue) => T | Complaint): Checked<Rows<T>> {
  const rows: T[][] = [];
  for (const [i, row] of cells.entries()) {
    const out: T[] = [];
    for (const [j, cell] of row.entries()) {
      if (typeof cell === "object" && cell !== null) return cell;
      const found = read(cell);
      if (isComplaint(found)) return found(shown(cell), placeIn(cells, i, j));
      out.push(found);
    }
    rows.push(out);
  }
  return value(rows);
}

function isComplaint<T>(found: T | Complaint): found is Complaint {
  return typeof found === "function";
}

/** The number in a cell; `null` where it is missing (blank, a 空值 word, 未评, 不适用); a complaint where it is neither. */
function numberIn(cell: CellValue): number | null | Complaint {
  if (typeof cell === "number") return cell;
  if (isMissingCell(cell)) return null;
  return readQuotient(cell) ?? ((text, place) => invalid("numberExpected", { text, ...place }));
}

/** The score in a cell: as `numberIn`, but 未评 and 不适用 stay what they are. */
function scoreIn(cell: CellValue): Score | Complaint {
  return cell === UNASSESSED || cell === NOT_APPLICABLE ? cell : numberIn(cell);
}

/** `#VALUE!` for a number outside `limits`; `place` says which cell of the argument holds it. */
export function bounded(number: number, limits: Limits, place: Readonly<Record<string, number>> = {}): Failure | null {
  const { least = -Infinity, most = Infinity, slack = 0 } = limits;
  if (number >= least - slack && number <= most + slack && (limits.whole !== true || Number.isInteger(number)))
    return null;
  return invalid(limits.whole === true ? "wholeExpected" : "outOfRange", {
    text: String(number),
    least: String(least),
    most: String(most),
    ...place,
  });
}

/** The range of a number, both ends inside; `whole` asks for an integer. */
export interface Limits {
  readonly least?: number;
  readonly most?: number;
  readonly whole?: boolean;
  /** How far a number may miss an end, as sums do. */
  readonly slack?: number;
}

/** An index or a share: 0–1, within the 1e-9 that is clamped (methodology §5). */
export const UNIT: Limits = { least: 0, most: 1, slack: 1e-9 };

function required<T>(
  texts: ParameterTexts,
  dimension: Parameter<T>["dimension"],
  read: Parameter<T>["read"],
): Parameter<T> {
  return { ...texts, dimension, optional: false, read };
}

/** The one cell of a scalar argument; where a range was given, its first. */
function single(cells: Cells): Cell {
  return cells[0]?.[0] ?? null;
}

/** The parameter, but it may be left out: then, and where its cells are all blank, it is `fallback`. */
export function optional<T>(parameter: Parameter<T>, fallback: T): Parameter<T> {
  return {
    ...parameter,
    optional: true,
    read: (cells) => (isMissing(cells) ? value(fallback) : parameter.read(cells)),
  };
}

/** As {@link optional}, where a required parameter stands behind it: its place in the formula must stay, but may be empty. */
export function blankable<T>(parameter: Parameter<T>, fallback: T): Parameter<T> {
  return { ...optional(parameter, fallback), optional: false };
}

/** One number inside `limits`; it must not be missing. */
export function number(texts: ParameterTexts, limits: Limits = {}): Parameter<number> {
  return required(texts, "scalar", (cells) => {
    const read = readEach([[single(cells)]], numberIn);
    if (read.kind !== "value") return read;
    const found = read.value[0]?.[0] ?? null;
    if (found === null) return invalid("missingArgument");
    return bounded(found, limits) ?? value(found);
  });
}

/** Numbers by rows, each inside `limits`; `null` where one is missing. */
export function numbers(texts: ParameterTexts, limits: Limits = {}): Parameter<Rows<number | null>> {
  return required(texts, "matrix", (cells) => {
    const read = readEach(cells, numberIn);
    if (read.kind !== "value") return read;
    for (const [i, row] of read.value.entries()) {
      for (const [j, found] of row.entries()) {
        const outside = found === null ? null : bounded(found, limits, placeIn(cells, i, j));
        if (outside !== null) return outside;
      }
    }
    return read;
  });
}

/** Numbers by rows of which none may be missing, each inside `limits`. */
export function wholeNumbers(texts: ParameterTexts, limits: Limits = {}): Parameter<Rows<number>> {
  const reader = numbers(texts, limits);
  return required(texts, "matrix", (cells) => {
    const read = reader.read(cells);
    if (read.kind !== "value") return read;
    const rows: number[][] = [];
    for (const [i, row] of read.value.entries()) {
      const out: number[] = [];
      for (const [j, found] of row.entries()) {
        if (found === null) return invalid("missingCell", placeIn(cells, i, j));
        out.push(found);
      }
      rows.push(out);
    }
    return value(rows);
  });
}

/** Scores by rows: numbers inside `limits`, 未评, 不适用 or `null`. */
export function scores(texts: ParameterTexts, limits: Limits = {}): Parameter<Rows<Score>> {
  return required(texts, "matrix", (cells) => {
    const read = readEach(cells, scoreIn);
    if (read.kind !== "value") return read;
    for (const [i, row] of read.value.entries()) {
      for (const [j, found] of row.entries()) {
        const outside = typeof found === "number" ? bounded(found, limits, placeIn(cells, i, j)) : null;
        if (outside !== null) return outside;
      }
    }
    return read;
  });
}

/** Cells as they are, by rows, without errors; `null` is blank. */
export function table(texts: ParameterTexts): Parameter<Rows<CellValue>> {
  // A ledger may have a million cells: they are looked at, not copied.
  return required(texts, "matrix", (cells) =>
    cells.every(holdsNoError) ? value(cells) : readEach(cells, (cell) => cell),
  );
}

/** Cells as they are, by rows, an error as the text that its cell shows: in a sheet of the clerk's own it is blank and harms nothing. */
export function sheet(texts: ParameterTexts): Parameter<Rows<CellValue>> {
  const plain = (cell: Cell): CellValue => (typeof cell === "object" && cell !== null ? cell.code : cell);
  const read = (cells: Cells): Checked<Rows<CellValue>> =>
    value(cells.map((row) => (holdsNoError(row) ? row : row.map(plain))));
  return { ...required(texts, "matrix", read), keepsErrors: true };
}

function holdsNoError(row: readonly Cell[]): row is readonly CellValue[] {
  for (const cell of row) if (typeof cell === "object" && cell !== null) return false;
  return true;
}

/** The parameter, but its cells must not all be blank. */
export function filled<T>(parameter: Parameter<T>): Parameter<T> {
  return {
    ...parameter,
    read: (cells) => (isMissing(cells) ? invalid("missingArgument") : parameter.read(cells)),
  };
}

/** One cell, whatever it holds; it must not be blank. */
export function anyCell(texts: ParameterTexts): Parameter<CellValue> {
  return required(texts, "scalar", (cells) => {
    const found = single(cells);
    if (found === null) return invalid("missingArgument");
    return typeof found === "object" ? found : value(found);
  });
}

/** One text, without white space around it; it must not be blank. */
export function text(texts: ParameterTexts): Parameter<string> {
  return required(texts, "scalar", (cells) => {
    const read = readEach([[single(cells)]], textOf);
    if (read.kind !== "value") return read;
    const found = read.value[0]?.[0]?.trim() ?? "";
    return found === "" ? invalid("missingArgument") : value(found);
  });
}

/** One of the words of `meanings`, compared without white space, width and case. */
export function choice<T>(texts: ParameterTexts, meanings: Readonly<Record<string, T>>): Parameter<T> {
  const known = new Map(Object.entries(meanings).map(([word, meaning]) => [compact(word).toLowerCase(), { meaning }]));
  const inner = text(texts);
  return required(texts, "scalar", (cells) => {
    const read = inner.read(cells);
    if (read.kind !== "value") return read;
    const found = known.get(compact(read.value).toLowerCase());
    return found === undefined
      ? invalid("choiceUnknown", { text: read.value, allowed: Object.keys(meanings).join(", ") })
      : value(found.meaning);
  });
}

/**
 * Whether less is better. −1 is no word for it: as a direction it would be, but then 1, which is TRUE here, would be its opposite.
 */
export const YES_OR_NO: Readonly<Record<string, boolean>> = {
  TRUE: true,
  FALSE: false,
  是: true,
  否: false,
  "1": true,
  "0": false,
  逆向: true,
  正向: false,
  "-": true,
  "+": false,
};

/** The day in a cell; `null` where it is blank. A date without a year needs `period`. */
function dayIn(period: DayRange | null): (cell: CellValue) => number | null | Complaint {
  const context: DateContext = { period: period ?? NO_PERIOD, date1904: false };
  return (cell) => {
    if (isMissingCell(cell)) return null;
    if (period === null && typeof cell === "string" && WITHOUT_YEAR.test(cell.normalize("NFKC")))
      return (text, place) => invalid("yearMissing", { text, ...place });
    const day = typeof cell === "boolean" ? null : readDate(cell, context);
    return day ?? ((text, place) => invalid("dateExpected", { text, ...place }));
  };
}

/** Days (1900-system serials) by rows; `null` is missing. A date must say its year. */
export function dates(texts: ParameterTexts): Parameter<Rows<number | null>> {
  return required(texts, "matrix", (cells) => readEach(cells, dayIn(null)));
}

/** Reads the cells of an argument once the period is known that supplies a missing year; `null` is no period. */
export type DatesIn = (period: DayRange | null) => Checked<Rows<number | null>>;

/** As {@link dates}, where a date without year takes the period's. A failure does not name its parameter. */
export function datesInPeriod(texts: ParameterTexts): Parameter<DatesIn> {
  const cells = table(texts);
  return required(texts, "matrix", (given) => {
    const read = cells.read(given);
    return read.kind === "value" ? value((days) => readEach(read.value, dayIn(days))) : read;
  });
}

/** The day in one cell, `null` where it is blank; a date without year needs `period`. */
export function dayOfCell(cell: CellValue, period: DayRange | null): Checked<number | null> {
  const found = dayIn(period)(cell);
  return isComplaint(found) ? found(shown(cell), {}) : value(found);
}

/** The number in one cell, `null` where it is missing; `place` says which cell of the argument it is. */
export function numberOfCell(cell: CellValue, place: Readonly<Record<string, number>> = {}): Checked<number | null> {
  const found = numberIn(cell);
  return isComplaint(found) ? found(shown(cell), place) : value(found);
}

/** Whether a cell is missing: blank, a 空值 word, 未评 or 不适用. */
export function isMissingCell(cell: CellValue): boolean {
  return isBlank(cell, words) || cell === UNASSESSED || cell === NOT_APPLICABLE;
}

/** One day, which must not be missing. */
export function date(texts: ParameterTexts): Parameter<number> {
  return required(texts, "scalar", (cells) => {
    const read = readEach([[single(cells)]], dayIn(null));
    if (read.kind !== "value") return read;
    const found = read.value[0]?.[0] ?? null;
    return found === null ? invalid("missingArgument") : value(found);
  });
}

/** The days of one 期间, as text, as a year, or as a date on a day 1. */
export function period(texts: ParameterTexts): Parameter<DayRange> {
  return required(texts, "scalar", (cells) => {
    const read = readEach([[single(cells)]], (cell) =>
      isBlank(cell, words)
        ? null
        : (readPeriod(cell, { period: NO_PERIOD, date1904: false }) ??
          ((found, place): Failure => invalid("periodExpected", { text: found, ...place }))),
    );
    if (read.kind !== "value") return read;
    const found = read.value[0]?.[0] ?? null;
    return found === null ? invalid("missingArgument") : value(found);
  });
}

import { type HeaderLookup, anyHeader, headerLookup, headerText, textCells } from "./headers";
import { ROWS_A_STEP } from "./range-rows";
import { TABLES } from "./schema";
import type { PreparedSheet } from "./sheet";
import { headerForm } from "./text";

/**
 * One range whose columns the clerk has confirmed. The setting `ronghe.mapping` holds them as JSON:
 * `{"version":1,"ranges":[{"sheet":"活动","table":"活动台账","columns":{"支部":"党支部名称","日期":"时间"}}]}` — `columns` maps a field to
 * the text of its header (of a two-row header: both texts joined, or one of them); `"table":null` says that the range is no
 * ledger. A range is found by its header texts, so that inserted rows and columns do not matter.
 */
export interface MappedRange {
  readonly sheet: string;
  readonly table: string | null;
  readonly columns: Readonly<Record<string, string>>;
}

/** The confirmed ranges in the stored text; `null` where it is not of that form. */
export function parseMapping(text: string): readonly MappedRange[] | null {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    // Reported by the caller as mappingUnreadable.
    return null;
  }
  if (!isRecord(stored) || stored["version"] !== 1 || !Array.isArray(stored["ranges"])) return null;
  const ranges = stored["ranges"].map(mappedRange);
  const read = ranges.filter((range) => range !== null);
  return read.length === ranges.length ? read : null;
}

function mappedRange(value: unknown): MappedRange | null {
  if (!isRecord(value)) return null;
  const { sheet, table, columns } = value;
  if (typeof sheet !== "string" || !isRecord(columns)) return null;
  if (table !== null && (typeof table !== "string" || !TABLES.some(({ name }) => name === table))) return null;
  const texts = Object.entries(columns).flatMap(([field, header]) =>
    typeof header === "string" && header !== "" ? [[field, header] as const] : [],
  );
  return texts.length === Object.keys(columns).length && texts.length > 0
    ? { sheet, table, columns: Object.fromEntries(texts) }
    : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The confirmed ranges of one sheet, made ready for finding their headers. */
export interface SheetMapping {
  readonly ranges: readonly MappedRange[];
  readonly lookup: HeaderLookup;
}

/** The part of a mapping that concerns a sheet; `null` where it says nothing about it. */
export function mappingOf(mapped: readonly MappedRange[], sheet: string): SheetMapping | null {
  const ranges = mapped.filter((range) => range.sheet === sheet);
  if (ranges.length === 0) return null;
  const forms = ranges.flatMap(({ columns }) => Object.values(columns)).map(headerForm);
  return { ranges, lookup: headerLookup(new Map(forms.map((form) => [form, form]))) };
}

/** A header found by a mapping: the confirmed range, and where its fields stand. */
export interface MappedHeader {
  readonly range: MappedRange;
  readonly row: number;
  readonly height: 1 | 2;
  readonly cells: number;
  readonly columns: Readonly<Record<string, number>>;
}

/** The confirmed header that starts in a row, of one row or (unless `single`) of two. */
export function mappedHeaderAt(
  sheet: PreparedSheet,
  row: number,
  mapping: SheetMapping,
  single: boolean,
): MappedHeader | null {
  const upper = sheet.rows[row] ?? [];
  const lower = single ? undefined : sheet.rows[row + 1];
  const { lookup, ranges } = mapping;
  if (!anyHeader(upper, lookup) && (lower === undefined || !mayJoin(upper, lower, lookup))) return null;
  const cells = textCells(upper);
  const inOne = upper.map((cell) => formsOf(headerText(cell), "", lookup));
  for (const range of ranges) {
    const columns = placesOf(range, inOne);
    // Header cells merged downwards make the header two rows high, also where the confirmed columns stand in one.
    const merged = lower !== undefined && [...(sheet.repeats.get(row + 1) ?? [])].some(([, from]) => from.row === row);
    if (columns !== null) return { range, row, height: merged ? 2 : 1, cells, columns };
  }
  if (lower === undefined) return null;
  const inTwo = upper.map((cell, column) => formsOf(headerText(cell), headerText(lower[column]), lookup));
  for (const range of ranges) {
    const columns = placesOf(range, inTwo);
    if (columns !== null) return { range, row, height: 2, cells: Math.max(cells, textCells(lower)), columns };
  }
  return null;
}

function mayJoin(
  upper: PreparedSheet["rows"][number],
  lower: PreparedSheet["rows"][number],
  lookup: HeaderLookup,
): boolean {
  return upper.some((cell, column) => lookup.joined(headerText(cell), headerText(lower[column])) !== null);
}

/** The confirmed header texts that a column can stand for. */
function formsOf(upper: string, lower: string, lookup: HeaderLookup): readonly (string | null)[] {
  return [
    lookup.joined(upper, lower),
    lower === "" ? null : lookup.field(lower),
    upper === "" ? null : lookup.field(upper),
  ];
}

/** Field → column, or `null` where a confirmed column is not among these. */
function placesOf(
  range: MappedRange,
  forms: readonly (readonly (string | null)[])[],
): Readonly<Record<string, number>> | null {
  const places = Object.entries(range.columns).map(([field, text]) => {
    const wanted = headerForm(text);
    return [field, forms.findIndex((own) => own.includes(wanted))] as const;
  });
  return places.every(([, column]) => column >= 0) ? Object.fromEntries(places) : null;
}

/** What a sheet lacks of a confirmed range, and the cell (indices into its rows) where the rest begins; `null` where none is there. */
export interface LostHeaders {
  readonly headers: readonly string[];
  readonly at: { readonly row: number; readonly column: number } | null;
}

/**
 * The header texts of a confirmed range that do not stand in the row, or the two rows, of a sheet that hold most of them. All of them where no
 * row holds any, and where a row that holds them all belongs to another range. Pauses by yielding the row that is next.
 */
export function* lostHeaders(range: MappedRange, sheet: PreparedSheet | null): Generator<number, LostHeaders> {
  const texts = Object.values(range.columns);
  const lookup = headerLookup(new Map(texts.map((text) => [headerForm(text), headerForm(text)])));
  let best: LostHeaders = { headers: texts, at: null };
  for (const [row, upper] of (sheet?.rows ?? []).entries()) {
    if (row % ROWS_A_STEP === 0) yield row;
    const lower = sheet?.rows[row + 1] ?? [];
    if (!anyHeader(upper, lookup) && !mayJoin(upper, lower, lookup)) continue;
    for (const below of [[], lower]) {
      const forms = upper.map((cell, column) => formsOf(headerText(cell), headerText(below[column]), lookup));
      const found = new Set(forms.flat());
      const headers = texts.filter((text) => !found.has(headerForm(text)));
      const column = forms.findIndex((own) => own.some((form) => form !== null));
      if (headers.length > 0 && headers.length < best.headers.length) best = { headers, at: { row, column } };
    }
  }
  return best;
}

/** What the scanner met last, in byte offsets of the part; one object is filled again and again, so copy what must be kept. */
export interface ScannedRow {
  /** Zero-based. */
  row: number;
  start: number;
  /** After the opening tag; equal to `end` where the row has no content of its own. */
  innerStart: number;
}

/** One `<c>`: where it stands and where its pieces are. Empty pieces have equal offsets. */
export interface ScannedCell {
  row: number;
  column: number;
  /** Index into cellXfs. */
  xf: number;
  type: CellType;
  start: number;
  end: number;
  /** Content of `<v>`; for an inline string of one run, of its `<t>`. */
  valueStart: number;
  valueEnd: number;
  hasValue: boolean;
  /** The whole `<f …>…</f>`. */
  formulaStart: number;
  formulaEnd: number;
  /** Content of `<is>` where it has several runs or phonetic text. */
  richStart: number;
  richEnd: number;
  /** True where the cell carries attributes other than r, s and t (`cm`, `vm`, `ph`). */
  hasExtras: boolean;
}

/** `t` of a cell: n number, s shared string, t inline string, r text result of a formula, b logical, e error, d ISO date. */
export type CellType = "n" | "s" | "t" | "r" | "b" | "e" | "d";

/** Where the rows of a worksheet stand in its part. */
export interface SheetDataPlace {
  /** Of the whole `<sheetData>` element. */
  readonly start: number;
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly end: number;
}

const LT = 60;
const GT = 62;
const SLASH = 47;
const BANG = 33;
const COLON = 58;
const EQUALS = 61;
const QUOTE = 34;
const APOSTROPHE = 39;
const SPACE = 32;
const LOWER_C = 99;
const LOWER_F = 102;
const LOWER_I = 105;
const LOWER_R = 114;
const LOWER_S = 115;
const LOWER_T = 116;
const LOWER_V = 118;

/** Finds `<sheetData>` by bytes: the part of a large sheet is never turned into one string. */
export function findSheetData(bytes: Uint8Array): SheetDataPlace | null {
  const opening = findTag(bytes, "sheetData", 0);
  if (opening === null) return null;
  if (opening.selfClosing)
    return { start: opening.start, innerStart: opening.end, innerEnd: opening.end, end: opening.end };
  const closing = findLast(bytes, "sheetData");
  return closing === null || closing.start < opening.end
    ? null
    : { start: opening.start, innerStart: opening.end, innerEnd: closing.start, end: closing.end };
}

function findTag(
  bytes: Uint8Array,
  name: string,
  from: number,
): { start: number; end: number; selfClosing: boolean } | null {
  for (let at = bytes.indexOf(LT, from); at >= 0; at = bytes.indexOf(LT, at + 1)) {
    const afterPrefix = skipPrefix(bytes, at + 1);
    if (!matches(bytes, afterPrefix, name)) continue;
    const end = tagEnd(bytes, at);
    return { start: at, end, selfClosing: bytes[end - 2] === SLASH };
  }
  return null;
}

/** The last closing tag of that name: what follows the rows is short, so the search runs from the end. */
function findLast(bytes: Uint8Array, name: string): { start: number; end: number } | null {
  for (let at = bytes.lastIndexOf(LT); at > 0; at = bytes.lastIndexOf(LT, at - 1)) {
    if (bytes[at + 1] === SLASH && matches(bytes, skipPrefix(bytes, at + 2), name))
      return { start: at, end: tagEnd(bytes, at) };
  }
  return null;
}

function skipPrefix(bytes: Uint8Array, at: number): number {
  for (let end = at; end < bytes.length; end += 1) {
    const byte = bytes[end];
    if (byte === COLON) return end + 1;
    if (byte === undefined || byte === SPACE || byte === GT || byte === SLASH || byte < SPACE) return at;
  }
  return at;
}

function matches(bytes: Uint8Array, at: number, name: string): boolean {
  for (let index = 0; index < name.length; index += 1) if (bytes[at + index] !== name.charCodeAt(index)) return false;
  const next = bytes[at + name.length];
  return next === undefined || next === GT || next === SLASH || next <= SPACE;
}

/** Offset after the `>` of the tag at `at`; a `>` inside a quoted attribute does not end it. */
function tagEnd(bytes: Uint8Array, at: number): number {
  let quote = 0;
  for (let index = at; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
    else if (byte === GT) return index + 1;
  }
  return bytes.length;
}

/**
 * Walks rows and cells between `from` and `to`. A row or a cell without `r` follows the one before it, as the format allows.
 * `onRow` comes before the row's cells, `onRowEnd` after them.
 */
export function scanCells(
  bytes: Uint8Array,
  from: number,
  to: number,
  onRow: (row: ScannedRow) => void,
  onCell: (cell: ScannedCell) => void,
  onRowEnd?: (end: number) => void,
): void {
  const row: ScannedRow = { row: -1, start: 0, innerStart: 0 };
  const cell: ScannedCell = {
    row: 0,
    column: -1,
    xf: 0,
    type: "n",
    start: 0,
    end: 0,
    valueStart: 0,
    valueEnd: 0,
    hasValue: false,
    formulaStart: 0,
    formulaEnd: 0,
    richStart: 0,
    richEnd: 0,
    hasExtras: false,
  };
  let inCell = false;
  let inlineStart = 0;
  let texts = 0;
  let at = from;
  while (at < to) {
    if (bytes[at] !== LT) {
      at += 1;
      continue;
    }
    const start = at;
    let byte = bytes[at + 1];
    if (byte === BANG) {
      at = skipMarkup(bytes, at, to);
      continue;
    }
    const closing = byte === SLASH;
    at += closing ? 2 : 1;
    let nameStart = at;
    for (
      byte = bytes[at];
      byte !== undefined && byte !== GT && byte !== SPACE && byte !== SLASH && byte > SPACE;
      byte = bytes[at]
    ) {
      if (byte === COLON) nameStart = at + 1;
      at += 1;
    }
    const length = at - nameStart;
    const first = bytes[nameStart];

    if (closing) {
      at = bytes[at] === GT ? at + 1 : tagEnd(bytes, at);
      if (length === 1 && first === LOWER_C && inCell) {
        cell.end = at;
        inCell = false;
        onCell(cell);
      } else if (length === 3 && !inCell) onRowEnd?.(at);
      else if (length === 2 && inCell) {
        // </is>: one plain <t> has been taken as the value already.
        if (texts !== 1) {
          cell.richStart = inlineStart;
          cell.richEnd = start;
          cell.hasValue = true;
        }
      }
      continue;
    }

    if (length === 1 && first === LOWER_C && !inCell) {
      cell.start = start;
      cell.column += 1;
      cell.xf = 0;
      cell.type = "n";
      cell.valueStart = cell.valueEnd = cell.formulaStart = cell.formulaEnd = cell.richStart = cell.richEnd = 0;
      cell.hasValue = false;
      cell.hasExtras = false;
      texts = 0;
      let selfClosing = false;
      for (;;) {
        byte = bytes[at];
        if (byte === undefined || byte === GT) break;
        if (byte <= SPACE) {
          at += 1;
          continue;
        }
        if (byte === SLASH) {
          selfClosing = true;
          at += 1;
          continue;
        }
        const attribute = byte;
        const attributeStart = at;
        while (at < to && bytes[at] !== EQUALS) at += 1;
        const single = at - attributeStart === 1;
        at += 1;
        while (at < to && bytes[at] !== QUOTE && bytes[at] !== APOSTROPHE) at += 1;
        const quote = bytes[at];
        at += 1;
        const valueStart = at;
        while (at < to && bytes[at] !== quote) at += 1;
        if (single && attribute === LOWER_R) {
          let column = 0;
          for (let index = valueStart; index < at; index += 1) {
            const letter = (bytes[index] ?? 0) & 0xdf;
            if (letter < 65 || letter > 90) break;
            column = column * 26 + letter - 64;
          }
          if (column > 0) cell.column = column - 1;
        } else if (single && attribute === LOWER_S) cell.xf = digits(bytes, valueStart, at);
        else if (single && attribute === LOWER_T) cell.type = cellType(bytes, valueStart, at);
        else cell.hasExtras = true;
        at += 1;
      }
      at += 1;
      cell.row = row.row;
      if (selfClosing) {
        cell.end = at;
        onCell(cell);
      } else inCell = true;
      continue;
    }

    if (length === 1 && inCell && (first === LOWER_V || first === LOWER_T || first === LOWER_F)) {
      at = bytes[at] === GT ? at + 1 : tagEnd(bytes, at);
      const contentStart = at;
      if (bytes[at - 2] !== SLASH) while (at < to && !(bytes[at] === LT && bytes[at + 1] === SLASH)) at += 1;
      if (first === LOWER_F) {
        cell.formulaStart = start;
        if (bytes[contentStart - 2] !== SLASH) at = tagEnd(bytes, at);
        cell.formulaEnd = at;
      } else {
        cell.valueStart = contentStart;
        cell.valueEnd = at;
        cell.hasValue = true;
        if (first === LOWER_T) texts += 1;
      }
      continue;
    }

    if (length === 3 && first === LOWER_R && !inCell) {
      row.start = start;
      row.row += 1;
      at = tagEnd(bytes, start);
      row.innerStart = at;
      const named = rowNumber(bytes, nameStart + 3, at);
      if (named > 0) row.row = named - 1;
      cell.column = -1;
      onRow(row);
      if (bytes[at - 2] === SLASH) onRowEnd?.(at);
      continue;
    }

    at = tagEnd(bytes, start);
    if (inCell && length === 2 && first === LOWER_I) inlineStart = at;
    // Phonetic text (<rPh>) is no part of the string: what holds it is read as rich.
    else if (inCell && length === 3) texts += 2;
  }
}

/** Skips a comment or CDATA section that stands between tags. */
function skipMarkup(bytes: Uint8Array, at: number, to: number): number {
  const comment = bytes[at + 2] === 45;
  const mark = comment ? 45 : 93;
  for (let index = at + 4; index < to; index += 1)
    if (bytes[index] === GT && bytes[index - 1] === mark && bytes[index - 2] === mark) return index + 1;
  return to;
}

function digits(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let index = start; index < end; index += 1) value = value * 10 + (bytes[index] ?? 48) - 48;
  return value;
}

/** The `r` of a row; 0 without one. */
function rowNumber(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at + 2 < end; at += 1) {
    if ((bytes[at - 1] ?? 0) > SPACE || bytes[at] !== LOWER_R || bytes[at + 1] !== EQUALS) continue;
    let stop = at + 3;
    while (stop < end && bytes[stop] !== bytes[at + 2]) stop += 1;
    return digits(bytes, at + 3, stop);
  }
  return 0;
}

function cellType(bytes: Uint8Array, start: number, end: number): CellType {
  const first = bytes[start];
  if (first === LOWER_S) return end - start === 1 ? "s" : "r";
  if (first === LOWER_I) return "t";
  if (first === 98) return "b";
  if (first === 101) return "e";
  if (first === 100) return "d";
  return "n";
}

import type { Box } from "../files/document";

/** Excel's grid: the last row and column, zero-based. */
export const lastRow = 1_048_575;
export const lastColumn = 16_383;

/** An address taken apart; `sheet` is null where it names none. */
export interface Address {
  readonly sheet: string | null;
  readonly box: Box;
}

/** Column letters of a zero-based index: 0 → A, 26 → AA. */
export function columnLetters(index: number): string {
  let letters = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The zero-based index of column letters: A → 0, aa → 26. */
export function columnIndex(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

function boxOf(top: number, left: number, bottom: number, right: number): Box | null {
  const box = {
    top: Math.min(top, bottom),
    left: Math.min(left, right),
    bottom: Math.max(top, bottom),
    right: Math.max(left, right),
  };
  return box.top < 0 || box.left < 0 || box.bottom > lastRow || box.right > lastColumn ? null : box;
}

/** Reads `A1`, `$A$1:C3`, `A:C` or `2:5`; null where the text is none of these or leaves the grid. */
export function parseBox(text: string): Box | null {
  const plain = text.replaceAll("$", "").trim();
  const cells = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/i.exec(plain);
  if (cells !== null) {
    const [, column = "", row = "", toColumn = column, toRow = row] = cells;
    return boxOf(Number(row) - 1, columnIndex(column), Number(toRow) - 1, columnIndex(toColumn));
  }
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(plain);
  if (columns !== null) return boxOf(0, columnIndex(columns[1] ?? ""), lastRow, columnIndex(columns[2] ?? ""));
  const rows = /^(\d{1,7}):(\d{1,7})$/.exec(plain);
  if (rows !== null) return boxOf(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, lastColumn);
  return null;
}

/** Reads an address that may name its sheet (`'一 支部'!A1:B2`); null where it cannot be read. */
export function parseAddress(text: string): Address | null {
  const named = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/.exec(text.trim());
  const box = parseBox(named?.[3] ?? text);
  if (box === null) return null;
  const sheet = named?.[1]?.replaceAll("''", "'") ?? named?.[2] ?? null;
  return { sheet, box };
}

/** True where the range spans every row, or every column. */
export const isWholeColumn = (box: Box): boolean => box.top === 0 && box.bottom === lastRow;
export const isWholeRow = (box: Box): boolean => box.left === 0 && box.right === lastColumn;
export const isUnbounded = (box: Box): boolean => isWholeColumn(box) || isWholeRow(box);

/** The address of a box within its sheet, as Excel writes it. */
export function formatBox(box: Box): string {
  if (isWholeColumn(box)) return `${columnLetters(box.left)}:${columnLetters(box.right)}`;
  if (isWholeRow(box)) return `${box.top + 1}:${box.bottom + 1}`;
  const first = columnLetters(box.left) + (box.top + 1);
  const last = columnLetters(box.right) + (box.bottom + 1);
  return first === last ? first : `${first}:${last}`;
}

/** The same with `$` before every part, as defined names and charts refer. */
export function formatAbsoluteBox(box: Box): string {
  return formatBox(box).replaceAll(/[A-Z]+|\d+/g, (part) => `$${part}`);
}

/** A sheet's name as it stands in an address: quoted unless it is a plain identifier that cannot be taken for a cell. */
export function quoteSheet(name: string): string {
  const isPlain =
    /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && parseBox(name) === null && !/^(?:R\d*)?(?:C\d*)?$/i.test(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

export const rowCount = (box: Box): number => box.bottom - box.top + 1;
export const columnCount = (box: Box): number => box.right - box.left + 1;

export function intersection(a: Box, b: Box): Box | null {
  // Most boxes do not meet: nothing is made for those.
  if (a.top > b.bottom || b.top > a.bottom || a.left > b.right || b.left > a.right) return null;
  return {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
}

export function boundingBox(a: Box, b: Box): Box {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

export const sameBox = (a: Box, b: Box): boolean =>
  a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;

export const contains = (outer: Box, inner: Box): boolean =>
  outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right;

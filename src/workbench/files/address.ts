import type { Box } from "./document";

/** Largest sheet Excel knows. */
export const SHEET_ROWS = 1048576;
export const SHEET_COLUMNS = 16384;

/** Column letters of a zero-based column: 0 → `A`. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Zero-based column of column letters, any case: `A` → 0. */
export function columnIndex(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** `B5` for (4, 1). */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** `A1:C7`, or `A1` for one cell. */
export function boxAddress(box: Box): string {
  const first = cellAddress(box.top, box.left);
  const last = cellAddress(box.bottom, box.right);
  return first === last ? first : `${first}:${last}`;
}

/** `$A$1:$C$7`, always with both corners. */
export function absoluteAddress(box: Box): string {
  return `$${columnLetters(box.left)}$${box.top + 1}:$${columnLetters(box.right)}$${box.bottom + 1}`;
}

const AREA = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;
const ROWS = /^\$?(\d{1,7}):\$?(\d{1,7})$/;
const COLUMNS = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;

/** Box of an A1 reference without sheet: cells, whole rows (`3:4`) or whole columns (`A:B`); null for anything else. */
export function parseBox(reference: string): Box | null {
  const cells = AREA.exec(reference);
  if (cells !== null) {
    const [, left = "", top = "", right = left, bottom = top] = cells;
    return ordered(Number(top) - 1, columnIndex(left), Number(bottom) - 1, columnIndex(right));
  }
  const rows = ROWS.exec(reference);
  if (rows !== null) return ordered(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, SHEET_COLUMNS - 1);
  const columns = COLUMNS.exec(reference);
  if (columns !== null) return ordered(0, columnIndex(columns[1] ?? ""), SHEET_ROWS - 1, columnIndex(columns[2] ?? ""));
  return null;
}

function ordered(row: number, column: number, otherRow: number, otherColumn: number): Box {
  return {
    top: Math.min(row, otherRow),
    left: Math.min(column, otherColumn),
    bottom: Math.max(row, otherRow),
    right: Math.max(column, otherColumn),
  };
}

/** Boxes of a list of references separated by spaces (`sqref`). */
export function parseBoxes(references: string): Box[] {
  return references.split(/\s+/).flatMap((reference) => {
    const box = parseBox(reference);
    return box === null ? [] : [box];
  });
}

/** A sheet's name as it stands before `!` in a formula, always in quotes as Excel accepts them everywhere. */
export function quotedSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

/** Splits `'支部''名册'!$A$1:$B$2` into sheet and reference; null where there is no sheet. */
export function splitSheetReference(formula: string): { sheet: string; reference: string } | null {
  const quoted = /^'((?:[^']|'')+)'!(.+)$/s.exec(formula);
  if (quoted !== null) return { sheet: (quoted[1] ?? "").replaceAll("''", "'"), reference: quoted[2] ?? "" };
  const plain = /^([^'!,()]+)!(.+)$/s.exec(formula);
  return plain === null ? null : { sheet: plain[1] ?? "", reference: plain[2] ?? "" };
}

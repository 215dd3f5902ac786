import { isRecord } from "../wire/json";
import { columnIndex, columnLetters } from "./address";
import { shiftSpan, type LineShift } from "./line-shift";

const cell = String.raw`\$?[A-Z]{1,3}\$?\d{1,7}`;
const place = String.raw`(?:${cell}(?::${cell})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_.(!\[$])`;
const quoted = String.raw`'(?:[^']|'')*'`;
const word = String.raw`[\p{L}\p{N}_.\\$]+`;

/**
 * What a formula is made of, as far as references go: texts; references to other workbooks; columns of tables in brackets; references
 * with the sheet that they name; and words, which are taken whole so that `LOG10(` or `一季度2` is none.
 */
const part = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    String.raw`\[[^\]]*\][^!\s(),"]*!(?:${place})?`,
    String.raw`\[(?:[^\[\]]|\[[^\]]*\])*\]`,
    String.raw`(?:(?<sheet>${quoted}|${word}(?::${word})?)!)?(?<place>${place})`,
    quoted,
    word,
  ].join("|"),
  "giu",
);

/** One end of a reference: `$B$4`, `$B` or `$4`. */
const end = /^(\$?)([A-Z]*)(\$?)(\d*)$/i;

function lineOf(text: string, { axis }: LineShift): number | null {
  const [, , letters = "", , digits = ""] = end.exec(text) ?? [];
  if (axis === "rows") return digits === "" ? null : Number(digits) - 1;
  return letters === "" ? null : columnIndex(letters);
}

function withLine(text: string, line: number, { axis }: LineShift): string {
  const [, first = "", letters = "", second = "", digits = ""] = end.exec(text) ?? [];
  if (axis === "columns") return `${first}${columnLetters(line)}${second}${digits}`;
  return letters === "" ? `${first}${second}${line + 1}` : `${first}${letters}${second}${line + 1}`;
}

/** A reference within its sheet after rows or columns were inserted or deleted there. */
function shiftPlace(text: string, shift: LineShift): string {
  const [from = "", to = from] = text.split(":");
  const [a, b] = [lineOf(from, shift), lineOf(to, shift)];
  if (a === null || b === null) return text;
  const span = shiftSpan([Math.min(a, b), Math.max(a, b)], shift);
  if (span === null) return "#REF!";
  const [low, high] = span;
  if (from === to && !text.includes(":")) return withLine(from, low, shift);
  return `${withLine(from, a <= b ? low : high, shift)}:${withLine(to, a <= b ? high : low, shift)}`;
}

/**
 * A formula after rows or columns were inserted into a sheet or deleted from it: references move as Excel's do, those that lost their cells are
 * `#REF!`. `isOwn` is true where the formula stands on that sheet, so that references without a sheet mean it. References that span sheets
 * (`一月:三月!A1`) stay as they are.
 */
export function shiftFormula(formula: string, sheetName: string, isOwn: boolean, shift: LineShift): string {
  const wanted = sheetName.toLowerCase();
  return formula.replace(part, (found, ...rest: unknown[]) => {
    const groups: unknown = rest.at(-1);
    const { sheet, place: reference } = isRecord(groups) ? groups : {};
    if (typeof reference !== "string") return found;
    if (typeof sheet !== "string") return isOwn ? shiftPlace(reference, shift) : found;
    const named = sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
    if (named.toLowerCase() !== wanted) return found;
    const moved = shiftPlace(reference, shift);
    return moved === "#REF!" ? moved : `${sheet}!${moved}`;
  });
}

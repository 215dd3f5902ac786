import { CellValueType, type ICellData } from "@univerjs/core";
import { dateToSerial, parseValue } from "numfmt";
import { ApiError } from "../wire/api-error";
import { isErrorText } from "./cell-content";
import { dateSystemOffset, isTextPattern } from "./number-format";

/** What entering a value changes in a cell; `pattern` is the number format that the entry brings with it. */
export interface Entry {
  readonly cell: ICellData;
  readonly pattern?: string;
}

const longestText = 32_767;

/** Everything that a new content replaces. */
const replaced = { f: null, si: null, p: null, ref: null, xf: null } as const;

const textEntry = (text: string): Entry => {
  if (text.length > longestText) throw new ApiError("InvalidArgument", "The text is longer than a cell can hold.");
  // Type 4 tells a text that spells an error value from the error itself.
  return { cell: { ...replaced, v: text, t: isErrorText(text) ? CellValueType.FORCE_STRING : CellValueType.STRING } };
};
const numberEntry = (value: number, pattern?: string): Entry => ({
  cell: { ...replaced, v: value, t: CellValueType.NUMBER },
  ...(pattern === undefined ? {} : { pattern }),
});

/** A cell without content. */
export const emptyEntry: Entry = { cell: { ...replaced, v: null } };

function chineseDate(text: string): number | null {
  const found = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$/.exec(text);
  if (found === null) return null;
  return dateToSerial([Number(found[1]), Number(found[2]), Number(found[3] ?? 1)]);
}

/** The number or date that a text with a digit in it spells, with its number format; null where it spells none. */
function parsedNumber(text: string): ReturnType<typeof parseValue> {
  const chinese = chineseDate(text);
  return chinese === null ? parseValue(text) : { v: chinese, z: 'yyyy"年"m"月"d"日"' };
}

function enterText(text: string, pattern: string, date1904: boolean): Entry {
  if (text === "") return emptyEntry;
  if (text.startsWith("'")) return textEntry(text.slice(1));
  if (isTextPattern(pattern)) return textEntry(text);
  if (text.startsWith("=") && text.length > 1) return { cell: { ...replaced, f: text, v: null } };
  const trimmed = text.trim();
  if (/^(?:true|false)$/i.test(trimmed))
    return { cell: { ...replaced, v: trimmed.toLowerCase() === "true" ? 1 : 0, t: CellValueType.BOOLEAN } };
  if (isErrorText(trimmed)) return { cell: { ...replaced, v: trimmed.toUpperCase(), t: CellValueType.STRING } };
  const parsed = /\d/.test(trimmed) ? parsedNumber(trimmed) : null;
  if (parsed !== null && typeof parsed.v === "number") {
    const isDate = parsed.z !== undefined && /[ymd]/i.test(parsed.z.replaceAll(/"[^"]*"/g, ""));
    const value = isDate && date1904 ? parsed.v - dateSystemOffset : parsed.v;
    return numberEntry(value, pattern === "General" ? parsed.z : undefined);
  }
  // As in the formula bar: a sign or an at-sign that does not begin a number begins a formula.
  if (/^[+\-@]./.test(text)) return { cell: { ...replaced, f: `=${text}`, v: null } };
  return textEntry(text);
}

/**
 * What Excel makes of a value given to `values` or `formulas`: text is entered as if typed (`=1+1` a formula, `12` a number,
 * `50%` a number with its format, `2021-4-6` a date, `TRUE` a boolean), a leading apostrophe or a text format (`@`) keeps it
 * text, `''` empties the cell. Null is not for this function: it leaves the cell alone.
 */
export function enter(value: unknown, pattern: string, date1904: boolean): Entry {
  switch (typeof value) {
    case "number":
      if (!Number.isFinite(value)) throw new ApiError("InvalidArgument");
      return isTextPattern(pattern) ? textEntry(String(value)) : numberEntry(value);
    case "boolean":
      return { cell: { ...replaced, v: value ? 1 : 0, t: CellValueType.BOOLEAN } };
    case "string":
      return enterText(value, pattern, date1904);
    default:
      throw new ApiError("InvalidArgument");
  }
}

import { format, isDateFormat, isTextFormat } from "numfmt";
import { isErrorText, type CellContent } from "./cell-content";

/** Days between the origins of the 1900 and the 1904 date system. */
export const dateSystemOffset = 1462;

/**
 * A cell's text as Excel shows it in a column that is wide enough. A format that cannot be read shows the value as General
 * does, and so does a date before the calendar's first day (Excel would show `####`).
 */
export function cellText(content: CellContent, pattern: string, date1904: boolean): string {
  if (content === "") return "";
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  if (typeof content === "string") {
    return pattern === "General" || pattern === "@" || isErrorText(content) ? content : textOf(pattern, content);
  }
  const serial = date1904 && isDateFormat(pattern) ? content + dateSystemOffset : content;
  return textOf(pattern, serial);
}

function textOf(pattern: string, value: string | number): string {
  try {
    return format(pattern, value, { locale: "zh-CN", throws: true });
  } catch {
    return format("General", value, { locale: "zh-CN" });
  }
}

/** True where cells of this format hold whatever is entered as text. */
export const isTextPattern = (pattern: string): boolean => isTextFormat(pattern);

import type { CellValue } from "../grid";

const WHITE_SPACE = /[\s\p{Z}]+/gu;
const NOT_NAME = /[\s\p{Z}\p{P}\p{S}]+/gu;
const BRACKETED =
  /\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|〖[^〖〗]*〗|《[^《》]*》|〈[^〈〉]*〉|「[^「」]*」|『[^『』]*』|\{[^{}]*\}/gu;
const BRACKETS = /[()[\]【】〔〕〖〗《》〈〉「」『』{}]/gu;
const HEADER_NOISE = /[*★#:、,。]/gu;

/** The text of a cell as the clerk sees it, logical values as 是 and 否; empty for an empty cell. */
export function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "是" : "否";
  return typeof value === "number" ? String(value) : value;
}

/** ASCII without spaces, and Chinese characters: NFKC leaves them as they are. Most cells of a ledger hold nothing else. */
const PLAIN = /^[!-~\u4e00-\u9fff]*$/u;
/** The same without capitals. */
const PLAIN_LOWER = /^[!-@[-~\u4e00-\u9fff]*$/u;

/** NFKC without any white space: full-width forms become plain ones. */
export function compact(text: string): string {
  return PLAIN.test(text) ? text : text.normalize("NFKC").replace(WHITE_SPACE, "");
}

/** Comparison form of text: compact and lower case (methodology §C.16). */
export function comparable(text: string): string {
  return PLAIN_LOWER.test(text) ? text : compact(text).toLowerCase();
}

/** A name as written: NFKC without spaces, punctuation and symbols (methodology §2, branches). */
export function writtenName(text: string): string {
  return text.normalize("NFKC").replace(NOT_NAME, "");
}

/** Normal form of a header (methodology §2, recognition). A header that is nothing but a bracket keeps its content. */
export function headerForm(text: string): string {
  const plain = compact(text).replace(HEADER_NOISE, "");
  let bare = plain;
  for (let before = ""; before !== bare;) {
    before = bare;
    bare = bare.replace(BRACKETED, "");
  }
  return bare === "" ? plain.replace(BRACKETS, "") : bare;
}

/** Splits a cell that names several things: on `、，,；;/` and line breaks. Tokens are trimmed; empty ones are dropped. */
export function splitCell(text: string): string[] {
  return text
    .split(/[、，,；;/／\r\n]+/u)
    .map((token) => token.trim())
    .filter((token) => token !== "");
}

/** What a cell names, each distinct thing once, in comparison form. */
export function namesIn(text: string): string[] {
  return [...new Set(splitCell(text).map(comparable))];
}

/** Whether a cell is physically empty or white space. */
export function isEmptyCell(value: CellValue | undefined): boolean {
  return value === null || value === undefined || (typeof value === "string" && value.trim() === "");
}

const ERROR_VALUES: ReadonlySet<string> = new Set([
  "#N/A",
  "#REF!",
  "#VALUE!",
  "#DIV/0!",
  "#NAME?",
  "#NUM!",
  "#NULL!",
  "#SPILL!",
  "#CALC!",
  "#GETTING_DATA",
  "#BUSY!",
  "#FIELD!",
  "#UNKNOWN!",
  "#CONNECT!",
  "#BLOCKED!",
]);

/** Whether a cell holds an error value. */
export function isErrorValue(value: CellValue | undefined): value is string {
  return typeof value === "string" && value.startsWith("#") && ERROR_VALUES.has(value.trim().toUpperCase());
}

import type { CellValue } from "../grid";
import { type DayRange, FIRST_YEAR, LAST_YEAR, civilOf, dayOf, holds } from "../calendar";
import { chineseNumber } from "./numerals";

/** What a date cell is read against: the assessed period supplies a missing year, the workbook its date system. */
export interface DateContext {
  readonly period: DayRange;
  readonly date1904: boolean;
}

const DAYS_1900_TO_1904 = 1462;

const CHINESE_PART = /[〇零一二两三四五六七八九十]+(?=[年月日号])/gu;
const WEEKDAY = /\(?(?:星期|周|礼拜)[一二三四五六日天末1-7]\)?|\([一二三四五六日]\)/gu;
const TIME =
  /(?:T|上午|下午|早上|中午|晚上|晚|早|凌晨)?\d{1,2}(?::\d{2}){1,2}(?:\.\d+)?Z?|(?:上午|下午|早上|中午|晚上|凌晨)?\d{1,2}[时点](?:\d{1,2}分?|半|整)?(?:\d{1,2}秒)?|上午|下午|晚上|中午|早上|凌晨/gu;
const EIGHT = /^(\d{4})(\d{2})(\d{2})(?!\d)/u;
const SIX = /^(\d{4})(\d{2})(?!\d)/u;
const CHINESE = /^(\d{4}|\d{2})年(\d{1,2})月(?:份)?(?:(\d{1,2})[日号]?)?/u;
const SEPARATED = /^(\d{4}|\d{2})([./-])(\d{1,2})\2(\d{1,2})(?!\d)/u;
const MONTH_ONLY = /^(\d{4})([./-])(\d{1,2})(?!\d)/u;
const WITHOUT_YEAR = /^(\d{1,2})月(?:份)?(?:(\d{1,2})[日号]?)?/u;
const SPAN_OR_END = /^(?:[-~—–―至到、及和与].*|[.,;。]|[前起止初底许]|[上中下]旬|左右|以前|之前)?$/u;

/**
 * The day in a cell (methodology §2, values, and §C.15), as a 1900-system serial; `null` where it cannot be read. A span gives its
 * first day; time and weekday are dropped; a date without year takes the year that puts it inside the period, else the
 * period's first year.
 */
export function readDate(cell: CellValue | undefined, context: DateContext): number | null {
  if (typeof cell === "number") return fromNumber(cell, context);
  if (typeof cell !== "string") return null;
  const text = withArabicParts(cell.normalize("NFKC").replace(/[○◯]/gu, "〇").replace(WEEKDAY, " "))
    .replace(/[\s\p{Z}]+/gu, " ")
    .trim();
  if (/^\d{5}(?:\.\d+)?$/u.test(text)) return fromNumber(Number(text), context);
  return fromText(
    text
      .replace(TIME, " ")
      .replace(/ *([./\-年月日号~至]) */gu, "$1")
      .trim(),
    context.period,
  );
}

function fromNumber(value: number, context: DateContext): number | null {
  const whole = Math.floor(value);
  if (value === whole && whole >= 10_000_000 && whole <= 99_999_999)
    return fromParts(Math.floor(whole / 10_000), Math.floor(whole / 100) % 100, whole % 100);
  if (value === whole && whole >= 100_000 && whole <= 999_999)
    return fromParts(Math.floor(whole / 100), whole % 100, 1);
  if (whole < 20_000 || whole > 80_000) return null;
  return context.date1904 ? whole + DAYS_1900_TO_1904 : whole;
}

function fromText(text: string, period: DayRange): number | null {
  for (const pattern of [EIGHT, SIX]) {
    const match = pattern.exec(text);
    if (match !== null)
      return ends(text, match) ? fromParts(Number(match[1]), Number(match[2]), Number(match[3] ?? 1)) : null;
  }
  const chinese = CHINESE.exec(text);
  if (chinese !== null)
    return ends(text, chinese) ? fromParts(fullYear(chinese[1]), Number(chinese[2]), Number(chinese[3] ?? 1)) : null;
  const separated = SEPARATED.exec(text);
  if (separated !== null)
    return ends(text, separated) ? fromParts(fullYear(separated[1]), Number(separated[3]), Number(separated[4])) : null;
  const month = MONTH_ONLY.exec(text);
  if (month !== null) return ends(text, month) ? fromParts(Number(month[1]), Number(month[3]), 1) : null;
  const bare = WITHOUT_YEAR.exec(text);
  return bare !== null && ends(text, bare) ? inPeriod(Number(bare[1]), Number(bare[2] ?? 1), period) : null;
}

function ends(text: string, match: RegExpExecArray): boolean {
  return SPAN_OR_END.test(text.slice(match[0].length).replace(/[\s()]+/gu, ""));
}

function inPeriod(month: number, day: number, period: DayRange): number | null {
  const firstYear = civilOf(period.first).year;
  for (let year = firstYear; year <= civilOf(period.last).year; year++) {
    const candidate = fromParts(year, month, day);
    if (candidate !== null && holds(period, candidate)) return candidate;
  }
  return fromParts(firstYear, month, day);
}

function fullYear(text: string | undefined): number {
  const year = Number(text);
  return year < 100 ? 2000 + year : year;
}

function fromParts(year: number, month: number, day: number): number | null {
  return year < FIRST_YEAR || year > LAST_YEAR ? null : dayOf(year, month, day);
}

function withArabicParts(text: string): string {
  return text.replace(CHINESE_PART, (part) => String(chineseNumber(part) ?? part));
}

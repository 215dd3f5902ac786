import type { CellValue } from "../grid";
import { type DayRange, FIRST_YEAR, LAST_YEAR, civilOf, dayOf, monthOf, monthsRange } from "../calendar";
import { chineseNumber } from "./numerals";
import { compact } from "./text";
import { type DateContext, readDate } from "./read-date";

const ORDINALS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, "1": 1, "2": 2, "3": 3, "4": 4 };

/**
 * The days of a 期间 as text (methodology §2, values, and §3): `2021`, `2021年`, `2021H1`, `2021年上半年`, `2021Q2`,
 * `2021年第二季度`, `2021-04`, `2021年4月`, `2021.4`, `202104`; or two days in words or figures (§D.8): `2021-03-01~2021-06-30`,
 * `2021年3月1日至2021年6月30日`, `2021/3/1-2021/6/30`. `null` where it cannot be read.
 */
export function parsePeriod(text: string): DayRange | null {
  const plain = compact(text)
    .toUpperCase()
    .replace(/^[〇零一二三四五六七八九]{4}(?=年)/u, (year) => String(chineseNumber(year) ?? year));
  const days = spanned(plain);
  if (days !== null) return days;
  const match = /^(\d{4})(.*)$/u.exec(plain);
  if (match === null) return null;
  const year = Number(match[1]);
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const part = partOfYear(match[2] ?? "");
  return part === null ? null : monthsRange(year * 12 + part.month - 1, part.months);
}

function partOfYear(rest: string): { month: number; months: number } | null {
  if (/^(?:年度?)?$/u.test(rest)) return { month: 1, months: 12 };
  const half = /^(?:年度?|-)?(?:H([12])|(上|下)半年)$/u.exec(rest);
  if (half !== null) return { month: half[1] === "1" || half[2] === "上" ? 1 : 7, months: 6 };
  const quarter = /^(?:年度?|-)?(?:Q([1-4])|第?([一二三四1-4])季度)$/u.exec(rest);
  if (quarter !== null) return { month: ((ORDINALS[quarter[1] ?? quarter[2] ?? ""] ?? 1) - 1) * 3 + 1, months: 3 };
  const month = /^(?:[-./]?(\d{2})|[-./](\d)|年(\d{1,2}|[一二三四五六七八九十]+)月(?:份)?)$/u.exec(rest);
  if (month === null) return null;
  const named = month[1] ?? month[2] ?? month[3] ?? "";
  const number = /^\d/u.test(named) ? Number(named) : (chineseNumber(named) ?? 0);
  return number >= 1 && number <= 12 ? { month: number, months: 1 } : null;
}

/** Two days, both with their year; a hyphen joins only days that are written without one. */
const SPAN = /^(.+?)(?:[~至到]|TO)(.+)$|^([\d./年月日号]+)[-–—]([\d./年月日号]+)$/u;
const DAY = /^(\d{4})(?:([-./])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号])$/u;

function spanned(text: string): DayRange | null {
  const [, from, to, fromPlain = "", toPlain = ""] = SPAN.exec(text) ?? [];
  const [first, last] = [dayIn(from ?? fromPlain), dayIn(to ?? toPlain)];
  return first === null || last === null || last < first ? null : { first, last };
}

function dayIn(text: string): number | null {
  const parts = DAY.exec(text);
  if (parts === null) return null;
  const [year, month, day] = [parts[1], parts[3] ?? parts[5], parts[4] ?? parts[6]].map(Number);
  if (year === undefined || month === undefined || day === undefined) return null;
  return year < FIRST_YEAR || year > LAST_YEAR ? null : dayOf(year, month, day);
}

const DAY_ONE = /^(?:(\d{4}[./-]\d{1,2})[./-]0?1|(\d{4}年\d{1,2}月)0?1[日号]|(\d{6})01)$/u;

/**
 * The 期间 in a cell: as {@link parsePeriod}; a number 1990–2100 is a year, 202104 a month; a date on a day 1, be it a date cell or
 * written out with its year, is that month.
 */
export function readPeriod(cell: CellValue | undefined, context: DateContext): DayRange | null {
  if (typeof cell === "string") return parsePeriod(compact(cell).replace(DAY_ONE, "$1$2$3"));
  if (typeof cell !== "number") return null;
  const named = parsePeriod(String(cell));
  if (named !== null) return named;
  const day = readDate(cell, context);
  return day === null || civilOf(day).day !== 1 ? null : monthsRange(monthOf(day), 1);
}

/** The shortest name of a range of days in the form of methodology §3: `2021`, `2021H1`, `2021Q2`, `2021-04` or first~last. */
export function periodName(range: DayRange, iso: (day: number) => string): string {
  const start = civilOf(range.first);
  const candidates = [
    { name: String(start.year), months: 12, at: start.month === 1 },
    { name: `${start.year}H${start.month === 1 ? 1 : 2}`, months: 6, at: start.month % 6 === 1 },
    { name: `${start.year}Q${Math.ceil(start.month / 3)}`, months: 3, at: start.month % 3 === 1 },
    { name: `${start.year}-${String(start.month).padStart(2, "0")}`, months: 1, at: true },
  ];
  const found = candidates.find(({ months, at }) => {
    const days = monthsRange(start.year * 12 + start.month - 1, months);
    return at && days.first === range.first && days.last === range.last;
  });
  return found?.name ?? `${iso(range.first)}~${iso(range.last)}`;
}

import type { CellValue } from "../grid";
import { chineseNumber } from "./numerals";
import { compact } from "./text";

/**
 * A number read from a cell. `exact` is false where anything stood in the cell that is neither number, unit nor a tolerated
 * prefix or suffix; `percent` where the text says % or 百分之.
 */
export interface ReadNumber {
  readonly value: number;
  readonly exact: boolean;
  readonly percent: boolean;
}

const UNIT_WORDS =
  "人次|场次|批次|件次|户次|车次|个月|工作日|公里|小时|分钟|课时|学时|学分|周年|元|人|名|位|次|件|个|条|项|篇|场|期|份|岁|天|日|周|月|年|分|户|起|宗|本|册|支|组|家|处|批|班|票|例|则|幅|张|套|台|辆|节|遍|届|轮|封|案";
const NUMERAL = "〇零一二两三四五六七八九十百千";
const NUMBER = new RegExp(
  `百分之(?<share>\\d+(?:\\.\\d+)?|[${NUMERAL}万亿]+)` +
    `|(?<digits>\\d+(?:\\.\\d+)?|\\.\\d+)(?<scale>[十百千]?)|(?<numeral>[${NUMERAL}][${NUMERAL}万亿]*)`,
  "u",
);
const PREFIX = /^[约近共超]*$/u;
const AFTER = new RegExp(`^[余多几]?(?<large>[万亿]*)[余多几]?(?<percent>%?)(?<rest>.*)$`, "u");
const RANGE_TAIL = new RegExp(
  `^(?:${UNIT_WORDS})?[-~—–―至到]+[约近共超]*(?:百分之)?(?:\\d+(?:\\.\\d+)?|[${NUMERAL}万亿]+)[余多几]?[万亿]*[余多几]?%?(?:${UNIT_WORDS})?$`,
  "u",
);
const UNIT_TAIL = new RegExp(`^(?:${UNIT_WORDS})?[余多几]?$`, "u");
const FRACTION = /^(\d+(?:\.\d+)?)\/(\d+(?:\.\d+)?)$/u;
const SCALES: Readonly<Record<string, number>> = { "": 1, 十: 10, 百: 100, 千: 1000 };

/**
 * The first number in a cell (methodology §2, values): thousands commas, full-width and Chinese numerals, 万 and 亿, percentages,
 * ranges (the first number), the usual prefixes, suffixes and unit words. A minus counts only at the very start, directly
 * before the first digit. `null` where there is no number.
 */
export function readNumber(cell: CellValue | undefined): ReadNumber | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? { value: cell, exact: true, percent: false } : null;
  const found = typeof cell === "string" ? parse(cell) : null;
  return found === null ? null : { value: found.value, exact: found.leftovers.length === 0, percent: found.percent };
}

/** What stands in a text beside its number that {@link readNumber} cannot account for; nothing where the text holds no number. */
export function leftoversOf(text: string): readonly string[] {
  return parse(text)?.leftovers ?? [];
}

/** The number in a cell with nothing left over, where a fraction such as `2/3` is a number too; `null` where it is none. */
export function readQuotient(cell: CellValue | undefined): number | null {
  const fraction = typeof cell === "string" ? FRACTION.exec(compact(cell)) : null;
  if (fraction !== null) return Number(fraction[2]) === 0 ? null : Number(fraction[1]) / Number(fraction[2]);
  const read = readNumber(cell);
  return read?.exact === true ? read.value : null;
}

function parse(
  cell: string,
): { readonly value: number; readonly percent: boolean; readonly leftovers: readonly string[] } | null {
  const text = compact(cell)
    .replace(/(?<=\d),(?=\d{3}(?!\d))/gu, "")
    .replace(/^−/u, "-");
  const found = NUMBER.exec(text);
  if (found === null) return null;
  const groups = found.groups ?? {};
  const before = text.slice(0, found.index);
  const negative = before === "-" && groups["digits"] !== undefined;
  const tail = AFTER.exec(text.slice(found.index + found[0].length))?.groups ?? {};
  const share = groups["share"];
  const percent = share !== undefined || tail["percent"] === "%";
  let value = magnitude(share ?? groups["digits"] ?? groups["numeral"] ?? "") * (SCALES[groups["scale"] ?? ""] ?? 1);
  for (const unit of tail["large"] ?? "") value *= unit === "万" ? 1e4 : 1e8;
  if (percent) value /= 100;
  const rest = tail["rest"] ?? "";
  const leftovers = [
    ...(negative || PREFIX.test(before) ? [] : [before]),
    ...(UNIT_TAIL.test(rest) || RANGE_TAIL.test(rest) ? [] : [rest]),
  ];
  return { value: negative ? -value : value, percent, leftovers };
}

function magnitude(text: string): number {
  return /^[\d.]/u.test(text) ? Number(text) : (chineseNumber(text) ?? 0);
}

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const CHINESE = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;

/**
 * Value of a run of Chinese numerals: 十二 → 12, 二〇二一 → 2021, 两万三千 → 23000. `null` where it holds any other character
 * or is empty.
 */
export function chineseNumber(text: string): number | null {
  if (text === "") return null;
  let total = 0;
  let section = 0;
  let digits: number | null = null;
  for (const character of text) {
    const digit = DIGITS[character];
    const small = SMALL_UNITS[character];
    if (digit !== undefined) digits = digits === null ? digit : digits * 10 + digit;
    else if (small !== undefined) {
      section += (digits ?? (section === 0 ? 1 : 0)) * small;
      digits = null;
    } else if (character === "万") {
      // 一亿二千万: what stands before 亿 is not multiplied again.
      total += (section + (digits ?? 0)) * 1e4;
      section = 0;
      digits = null;
    } else if (character === "亿") {
      total = (total + section + (digits ?? 0)) * 1e8;
      section = 0;
      digits = null;
    } else return null;
  }
  return total + section + (digits ?? 0);
}

/** A number from 0 to 99 in Chinese: 4 → 四, 12 → 十二. Larger numbers stay digits. */
export function inChinese(value: number): string {
  const ones = CHINESE[value % 10] ?? "";
  const tens = CHINESE[Math.floor(value / 10)] ?? "";
  if (value < 10) return ones;
  if (value >= 100) return String(value);
  return `${value < 20 ? "" : tens}十${value % 10 === 0 ? "" : ones}`;
}

/** A day in Chinese words: `2021-04-06` → 2021年4月6日. A text that is no day stays as it is. */
export function dateZhCN(iso: string): string {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso) ?? [];
  return year === "" ? iso : `${year}年${Number(month)}月${Number(day)}日`;
}

/** What a period in the form of methodology §3 consists of, in words; a text that is none stays as it is. */
interface PeriodWords {
  readonly year: (year: string) => string;
  readonly half: (year: string, half: number) => string;
  readonly quarter: (year: string, quarter: number) => string;
  readonly month: (year: string, month: number) => string;
  readonly span: (first: string, last: string) => string;
}

function named(text: string, words: PeriodWords): string {
  const [, year = "", part = "", number = ""] =
    /^(\d{4})(?:(H(?=[12]$)|Q(?=[1-4]$)|-(?=\d\d$))(\d+))?$/u.exec(text) ?? [];
  if (year === "") {
    const [, first = "", last = ""] = /^(\d{4}-\d{2}-\d{2})~(\d{4}-\d{2}-\d{2})$/u.exec(text) ?? [];
    return first === "" ? text : words.span(first, last);
  }
  switch (part) {
    case "H":
      return words.half(year, Number(number));
    case "Q":
      return words.quarter(year, Number(number));
    case "-":
      return words.month(year, Number(number));
    default:
      return words.year(year);
  }
}

const HALVES = ["上", "下"];
const QUARTERS = ["一", "二", "三", "四"];

/** A period in Chinese words: `2021Q2` → 2021年第二季度. A text that is no period stays as it is. */
export function periodZhCN(text: string): string {
  return named(text, {
    year: (year) => `${year}年`,
    half: (year, half) => `${year}年${HALVES[half - 1] ?? ""}半年`,
    quarter: (year, quarter) => `${year}年第${QUARTERS[quarter - 1] ?? ""}季度`,
    month: (year, month) => `${year}年${month}月`,
    span: (first, last) => `${dateZhCN(first)}至${dateZhCN(last)}`,
  });
}

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

/** A period in English words: `2021H1` → first half of 2021. A text that is no period stays as it is. */
export function periodEnUS(text: string): string {
  return named(text, {
    year: (year) => year,
    half: (year, half) => `${half === 1 ? "first" : "second"} half of ${year}`,
    quarter: (year, quarter) => `Q${quarter} ${year}`,
    month: (year, month) => `${MONTHS[month - 1] ?? ""} ${year}`,
    span: (first, last) => `${first} to ${last}`,
  });
}

import { type DayRange, civilOf, monthsRange } from "./calendar";
import type { CellValue, WorkbookGrids } from "./grid";
import type { Issue } from "./issue";
import { issue } from "./issues";
import { readDate } from "./ledger/read-date";
import { parsePeriod } from "./ledger/read-period";
import { headerAt, headerLookup, tableOf } from "./ledger/headers";
import { prepareSheet } from "./ledger/sheet";
import type { Vocabulary } from "./ledger/vocabulary";

export type ChosenPeriod =
  | { readonly kind: "chosen"; readonly days: DayRange; readonly issues: readonly Issue[] }
  | { readonly kind: "refused"; readonly because: "period" | "nothing"; readonly issues: readonly Issue[] };

const EARLIEST = 1990;
const LATEST = 2100;

/** The period as named; without one, the year that holds most ledger rows (the earlier of equals), which is said. */
export function choosePeriod(grids: WorkbookGrids, named: string | null, words: Vocabulary): ChosenPeriod {
  if (named !== null) {
    const days = parsePeriod(named);
    return days === null
      ? { kind: "refused", because: "period", issues: [issue("periodUnreadable", null, { text: named })] }
      : { kind: "chosen", days, issues: [] };
  }
  const years = new Map<number, number>();
  for (const year of datedYears(grids, words)) years.set(year, (years.get(year) ?? 0) + 1);
  const best = [...years].sort(([a, rows], [b, others]) => others - rows || a - b)[0];
  if (best === undefined) return { kind: "refused", because: "nothing", issues: [issue("nothingToRead", null)] };
  return {
    kind: "chosen",
    days: monthsRange(best[0] * 12, 12),
    issues: [issue("periodGuessed", null, { period: String(best[0]) })],
  };
}

/** The years of the 日期 and 期限 cells below recognised headers. */
function* datedYears(grids: WorkbookGrids, words: Vocabulary): Generator<number> {
  const lookup = headerLookup(words);
  // Only dates that name their year can vote, so the period that would complete a date is of no matter.
  const dates = { period: { first: 0, last: 0 }, date1904: grids.date1904 };
  for (const grid of grids.sheets) {
    const sheet = prepareSheet(grid);
    let columns: readonly number[] = [];
    for (let row = 0; row < sheet.rows.length; row++) {
      const header = headerAt(sheet, row, lookup, false);
      if (header !== null && tableOf(header, [grid.name], { branch: true, category: true }) !== null) {
        columns = header.columns
          .filter(({ field }) => field === "日期" || field === "期限")
          .map(({ column }) => column);
      } else {
        for (const column of columns) {
          const day = dayIn(sheet.rows[row]?.[column] ?? null, dates);
          if (day !== null) yield civilOf(day).year;
        }
      }
    }
  }
}

function dayIn(cell: CellValue, dates: { readonly period: DayRange; readonly date1904: boolean }): number | null {
  if (typeof cell === "string" && /^\s*(?:\d{1,2}|[一二三四五六七八九十]+)月/u.test(cell.normalize("NFKC")))
    return null;
  const day = readDate(cell, dates);
  return day !== null && civilOf(day).year >= EARLIEST && civilOf(day).year <= LATEST ? day : null;
}

import { type DayRange, inside } from "../calendar";
import { type LedgerRow, fieldOf } from "../ledger/ledger";
import { comparable, compact, textOf } from "../ledger/text";
import { personNames } from "../ledger/vocabulary";

/**
 * What the rows of a table with 期间 are about (methodology §C.6): the 指标 of 业务指标, the person of 先锋岗, person and 类型 of 星级记录,
 * the branch itself in 队伍梯队. A row that names nobody stands for itself.
 */
export function itemOf(row: LedgerRow): string {
  const text = (field: string): string => textOf(fieldOf(row, field));
  const person = (): string => personNames(text("姓名")).map(comparable).join("、") || itself(row);
  switch (row.range.table.name) {
    case "业务指标":
      return comparable(text("指标"));
    case "先锋岗":
      return person();
    case "星级记录":
      return `${person()}\u0000${compact(text("类型"))}`;
    case "队伍梯队":
      return "";
    default:
      return itself(row);
  }
}

function itself(row: LedgerRow): string {
  return `\u0000${row.range.sheet}\u0000${row.row}`;
}

/** Rows without those whose 期间 lies inside that of a longer row of the same item; rows of the same 期间 stay. */
export function withoutOverlaps<T extends { readonly span: DayRange | null }>(
  rows: readonly T[],
  item: (row: T) => string,
): readonly T[] {
  const spans = new Map<string, Map<string, DayRange>>();
  for (const row of rows) {
    if (row.span === null) continue;
    const own = spans.get(item(row)) ?? new Map<string, DayRange>();
    spans.set(item(row), own.set(`${row.span.first}~${row.span.last}`, row.span));
  }
  return rows.filter(({ span }, index) => {
    const row = rows[index];
    if (span === null || row === undefined) return true;
    return ![...(spans.get(item(row))?.values() ?? [])].some((other) => longer(other, span) && inside(span, other));
  });
}

function longer(one: DayRange, other: DayRange): boolean {
  return one.last - one.first > other.last - other.first;
}

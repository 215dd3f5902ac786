import type { DayRange } from "../calendar";
import { issue } from "../issues";
import type { IssueList } from "../issue-list";
import { type LedgerRow, fieldOf, hasColumn, placeOf } from "../ledger/ledger";
import { readNumber } from "../ledger/read-number";
import { DUTIES } from "../ledger/schema";
import { compact } from "../ledger/text";
import { isBlank } from "../ledger/vocabulary";
import { attainment } from "../methods/attainment";
import { round9 } from "../methods/round9";
import { mean } from "../methods/statistics";
import type { CellReader } from "./cells";
import { type Computed, figure, missing } from "./computed";
import type { Frame } from "./frame";
import { itemOf, withoutOverlaps } from "./overlaps";

interface Item {
  readonly item: string;
  readonly row: LedgerRow;
  readonly span: DayRange;
  readonly value: number;
}

/** Mean over items of the mean over their rows; a row inside the 期间 of a longer row of its item is dropped (methodology §C.6). */
function itemMean(items: readonly Item[]): Computed {
  const groups = new Map<string, number[]>();
  const kept = withoutOverlaps(items, ({ item }) => item);
  for (const { item, value } of kept) {
    const group = groups.get(item);
    if (group === undefined) groups.set(item, [value]);
    else group.push(value);
  }
  const value = mean([...groups.values()].map(mean).filter((own) => own !== null));
  return value === null
    ? missing("noItems")
    : figure(
        value,
        kept.map(({ row }) => row),
      );
}

/** 达成: mean over the 指标 of how far each comes between its own goalposts; rows that cannot be used are listed. */
export function attained(frame: Frame, read: CellReader, issues: IssueList): (rows: readonly LedgerRow[]) => Computed {
  const valueOf = read.number("数值");
  const lowerOf = read.number("下限");
  const upperOf = read.number("上限");
  const itemIn = (row: LedgerRow): Item | null => {
    const value = valueOf(row);
    const lower = lowerOf(row);
    const upper = upperOf(row);
    if (value === null || lower === null || upper === null || row.span === null) return null;
    const direction = isBlank(fieldOf(row, "方向"), frame.words) ? "正向" : compact(read.text(row, "方向"));
    const fault =
      direction !== "正向" && direction !== "逆向"
        ? issue("directionUnknown", placeOf(row, "方向"), { text: direction })
        : percentMixed(row, frame)
          ? issue("percentMixed", placeOf(row, "数值"), {
              text: read.text(row, "数值"),
              lower: read.text(row, "下限"),
              upper: read.text(row, "上限"),
            })
          : null;
    const score = fault === null ? attainment(value, lower, upper, direction === "逆向") : null;
    if (score === null) {
      issues.add(fault ?? issue("boundsWrong", placeOf(row, "上限"), { lower, upper }));
      return null;
    }
    return { item: itemOf(row), row, span: row.span, value: score };
  };
  return (rows) => itemMean(rows.map(itemIn).filter((item) => item !== null));
}

/** A percentage beside goalposts above 1, or the reverse (§C.14). */
function percentMixed(row: LedgerRow, frame: Frame): boolean {
  const sides = ["数值", "下限", "上限"].map((field) => {
    const cell = fieldOf(row, field);
    const read = readNumber(cell);
    const formatted = typeof cell === "number" && frame.percentCell(row, field);
    return { value: read?.value ?? 0, percent: formatted || read?.percent === true };
  });
  const [value, ...posts] = sides;
  if (value === undefined) return false;
  if (value.percent) return posts.some((post) => !post.percent && round9(Math.abs(post.value)) > 1);
  return round9(value.value) > 1 && posts.some((post) => post.percent);
}

/** 履职: mean over the persons of the share of duties done in their posts. */
export function duty(frame: Frame): (rows: readonly LedgerRow[]) => Computed {
  return (rows) =>
    itemMean(
      rows.flatMap((row): Item[] => {
        const duties = DUTIES.filter((name) => hasColumn(row.range, name));
        if (duties.length === 0 || row.span === null) return [];
        const done = duties.filter((name) => dutyDone(row, name, frame)).length;
        return [{ item: itemOf(row), row, span: row.span, value: done / duties.length }];
      }),
    );
}

/** Whether a duty cell counts: a positive number, or any filled text that is not just a number. */
export function dutyDone(row: LedgerRow, name: string, frame: { readonly words: Frame["words"] }): boolean {
  const cell = fieldOf(row, name);
  if (isBlank(cell, frame.words)) return false;
  const read = readNumber(cell);
  return read?.exact === true ? read.value > 0 : true;
}

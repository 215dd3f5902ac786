import { type DayRange, inside, monthOf, quarterOf, wholeQuarters } from "../calendar";
import { issue } from "../issues";
import type { IssueList } from "../issue-list";
import { type LedgerRange, type LedgerRow, fieldOf, hasColumn, placeOf } from "../ledger/ledger";
import { readNumber } from "../ledger/read-number";
import { DUTIES, STAGES } from "../ledger/schema";
import { comparable, compact, textOf } from "../ledger/text";
import { canonicalToken, isBlank, personNames } from "../ledger/vocabulary";
import { attainment } from "../methods/attainment";
import { evenness } from "../methods/evenness";
import { mean, median } from "../methods/statistics";
import { type ReasonCode, reason } from "../reasons";
import type { Measure } from "../scheme/measure";
import type { Reason } from "./assessment";
import { type CellReader, cellReader } from "./cells";
import type { RowTest } from "./conditions";
import { type Frame, windowMonths } from "./frame";

/** A raw figure: its value or why there is none, and the rows that took part. */
export interface RawFigure {
  readonly raw: number | null;
  readonly reason: Reason | null;
  readonly rows: readonly LedgerRow[];
}

/** What a measure is computed over: the branch, its window, and the rows that satisfy the 条件. */
export interface MeasureInput {
  readonly branch: number;
  readonly window: DayRange;
  readonly rows: readonly LedgerRow[];
}

/** A measure made ready for one indicator. */
export type ComputeMeasure = (input: MeasureInput) => RawFigure;

/** Whether a range has what a measure needs beyond named columns: a pair of stage columns (三同步), a duty column (履职). */
export function rangeServes(measure: Measure, range: LedgerRange): boolean {
  switch (measure.kind) {
    case "synchrony":
      return STAGES.some(([party, business]) => hasColumn(range, party) && hasColumn(range, business));
    case "duty":
      return DUTIES.some((duty) => hasColumn(range, duty));
    default:
      return true;
  }
}

/** Compiles a 计量 (methodology §4). `share` is the test of 占比's own condition. */
export function computeMeasure(
  measure: Measure,
  frame: Frame,
  issues: IssueList,
  share: RowTest | null,
): ComputeMeasure {
  const read = cellReader(frame, issues);
  switch (measure.kind) {
    case "count":
      return ({ rows }) => figure(rows.length, rows);
    case "sum":
      return ({ rows }) => {
        const numbers = numbersOf(rows, measure.column, read);
        if (rows.length > 0 && numbers.length === 0) return missing("noNumbers", rows, { columns: measure.column });
        return figure(
          numbers.reduce((sum, value) => sum + value, 0),
          rows,
        );
      };
    case "distinct":
      return ({ rows }) => figure(new Set(rows.flatMap((row) => valuesOf(row, measure.column, frame))).size, rows);
    case "monthCoverage":
      return ({ rows, window }) =>
        figure(
          new Set(rows.flatMap(({ day }) => (day === null ? [] : [monthOf(day)]))).size / windowMonths(window),
          rows,
        );
    case "quarterCoverage":
      return ({ rows, window }) => {
        const quarters = wholeQuarters(window);
        const seen = new Set(rows.flatMap(({ day }) => (day === null ? [] : [quarterOf(day)])));
        return quarters.length === 0
          ? missing("noQuarter", rows)
          : figure(quarters.filter((quarter) => seen.has(quarter)).length / quarters.length, rows);
      };
    case "categoryCoverage": {
      const listed = new Set(
        measure.categories.map((category) => canonicalToken(measure.column, category, frame.words)),
      );
      return ({ rows }) => {
        const found = new Set(
          rows.flatMap((row) => tokensOf(row, measure.column, frame)).filter((token) => listed.has(token)),
        );
        return figure(found.size / listed.size, rows);
      };
    }
    case "share":
      return ({ rows, branch }) => {
        const verdicts = rows.map((row) => share?.(row, branch) ?? null);
        const decided = verdicts.filter((verdict) => verdict !== null);
        return decided.length === 0
          ? missing("noRows", rows)
          : figure(
              decided.filter(Boolean).length / decided.length,
              rows.filter((_, index) => verdicts[index] !== null),
            );
      };
    case "onTime":
      return ({ rows }) => onTime(rows, measure.done, measure.due, frame, read);
    case "within":
      return ({ rows }) => within(rows, measure, frame, read);
    case "ratio":
      return ({ rows }) => ratio(rows, measure.part, measure.whole, read, issues);
    case "mean":
    case "median":
      return ({ rows }) => {
        const value = (measure.kind === "mean" ? mean : median)(numbersOf(rows, measure.column, read));
        return value === null ? missing("noNumbers", rows, { columns: measure.column }) : figure(value, rows);
      };
    case "lag":
      return ({ rows }) => lag(rows, measure.later, measure.earlier, measure.absolute, read);
    case "evenness":
      return ({ rows }) => {
        const vocabulary = frame.words.categories[measure.column]?.values ?? null;
        const values = rows
          .flatMap((row) => valuesOf(row, measure.column, frame))
          .filter((value) => vocabulary === null || vocabulary.includes(value));
        const counts = new Map<string, number>();
        for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
        const even = evenness([...counts.values()], vocabulary?.length ?? counts.size);
        return even === null
          ? missing(values.length === 0 ? "noRows" : "oneCategory", rows, { column: measure.column })
          : figure(even, rows);
      };
    case "attained":
      return ({ rows }) => attained(rows, frame, read, issues);
    case "synchrony":
      return ({ rows }) => synchrony(rows, frame.parameters.syncWindow, read);
    case "duty":
      return ({ rows }) => duty(rows, frame);
  }
}

function figure(raw: number, rows: readonly LedgerRow[]): RawFigure {
  return { raw, reason: null, rows };
}

function missing(code: ReasonCode, rows: readonly LedgerRow[], params: Reason["params"] = {}): RawFigure {
  const table = rows[0]?.range.table.name;
  return { raw: null, reason: reason(code, table === undefined ? params : { table, ...params }), rows: [] };
}

function numbersOf(rows: readonly LedgerRow[], column: string, read: CellReader): number[] {
  return rows.map((row) => read.number(row, column)).filter((value) => value !== null);
}

/** The canonical tokens of a category cell. */
export function tokensOf(row: LedgerRow, column: string, frame: Frame): readonly string[] {
  const cell = fieldOf(row, column);
  if (!isBlank(cell, frame.words)) return frame.tokens(column, textOf(cell));
  // A row with 党建+ filled and 共建方向 blank is 党建+.
  return column === "共建方向" && !isBlank(fieldOf(row, "党建+"), frame.words) ? DERIVED : [];
}

const DERIVED: readonly string[] = ["党建+"];

/** The values of a cell for counting distinct ones: tokens of a category column, else the whole cell. */
function valuesOf(row: LedgerRow, column: string, frame: Frame): readonly string[] {
  if (row.range.table.columns[column] === "category") return [...new Set(tokensOf(row, column, frame))];
  const cell = fieldOf(row, column);
  return isBlank(cell, frame.words) ? [] : [comparable(textOf(cell))];
}

function onTime(
  rows: readonly LedgerRow[],
  doneColumn: string,
  dueColumn: string,
  frame: Frame,
  read: CellReader,
): RawFigure {
  const used: LedgerRow[] = [];
  let met = 0;
  let pending = 0;
  for (const row of rows) {
    const due = read.day(row, dueColumn);
    if (typeof due !== "number") continue;
    const done = read.day(row, doneColumn);
    if (done === "unreadable") continue;
    if (done === "blank" && due > frame.asOf) {
      pending++;
      continue;
    }
    used.push(row);
    if (typeof done === "number" && done <= due) met++;
  }
  if (used.length > 0) return figure(met / used.length, used);
  return pending > 0 ? missing("nothingDue", rows) : missing("noDates", rows, { columns: dueColumn });
}

function within(
  rows: readonly LedgerRow[],
  measure: { readonly start: string; readonly end: string; readonly days: number },
  frame: Frame,
  read: CellReader,
): RawFigure {
  const used: LedgerRow[] = [];
  let met = 0;
  let pending = 0;
  for (const row of rows) {
    const start = read.day(row, measure.start);
    if (typeof start !== "number") continue;
    const end = read.day(row, measure.end);
    if (end === "unreadable") continue;
    if (end === "blank" && start + measure.days > frame.asOf) {
      pending++;
      continue;
    }
    used.push(row);
    if (typeof end === "number" && end <= start + measure.days) met++;
  }
  if (used.length > 0) return figure(met / used.length, used);
  return pending > 0 ? missing("nothingDue", rows) : missing("noDates", rows, { columns: measure.start });
}

function ratio(
  rows: readonly LedgerRow[],
  part: string,
  whole: string,
  read: CellReader,
  issues: IssueList,
): RawFigure {
  const used: LedgerRow[] = [];
  let above = 0;
  let below = 0;
  for (const row of rows) {
    const a = read.number(row, part);
    const b = read.number(row, whole);
    if (a === null || b === null) continue;
    if (a > b) issues.add(issue("partAboveWhole", placeOf(row, part), { part, whole, partValue: a, wholeValue: b }));
    used.push(row);
    above += Math.min(a, b);
    below += b;
  }
  if (used.length === 0) return missing("noNumbers", rows, { columns: `${part}、${whole}` });
  return below > 0 ? figure(above / below, used) : missing("noDenominator", rows, { columns: whole });
}

function lag(
  rows: readonly LedgerRow[],
  later: string,
  earlier: string,
  absolute: boolean,
  read: CellReader,
): RawFigure {
  const used: LedgerRow[] = [];
  const days: number[] = [];
  for (const row of rows) {
    const a = read.day(row, later);
    const b = read.day(row, earlier);
    if (typeof a !== "number" || typeof b !== "number") continue;
    used.push(row);
    days.push(absolute ? Math.abs(a - b) : a - b);
  }
  const middle = median(days);
  return middle === null ? missing("noDates", rows, { columns: `${later}、${earlier}` }) : figure(middle, used);
}

function synchrony(rows: readonly LedgerRow[], window: number, read: CellReader): RawFigure {
  const used: LedgerRow[] = [];
  const shares: number[] = [];
  for (const row of rows) {
    const gaps = STAGES.flatMap(([party, business]) => {
      const a = read.day(row, party);
      const b = read.day(row, business);
      return typeof a === "number" && typeof b === "number" ? [Math.abs(a - b)] : [];
    });
    if (gaps.length === 0) continue;
    used.push(row);
    shares.push(gaps.filter((gap) => gap <= window).length / gaps.length);
  }
  const value = mean(shares);
  return value === null ? missing("noStages", rows) : figure(value, used);
}

interface Item {
  readonly item: string;
  readonly row: LedgerRow;
  readonly span: DayRange;
  readonly value: number;
}

/** Mean over items of the mean over their rows; a row inside the 期间 of a longer row of its item is dropped (§C.6). */
function itemMean(items: readonly Item[]): { readonly value: number | null; readonly rows: readonly LedgerRow[] } {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(item.item, [...(groups.get(item.item) ?? []), item]);
  const kept = [...groups.values()].map(longestRows);
  const means = kept.map((group) => mean(group.map(({ value }) => value))).filter((value) => value !== null);
  return { value: mean(means), rows: kept.flat().map(({ row }) => row) };
}

/** Rows of one item without those whose 期间 lies inside that of a longer row; rows of the same 期间 stay. */
export function longestRows<T extends { readonly span: DayRange }>(rows: readonly T[]): T[] {
  const length = (span: DayRange): number => span.last - span.first;
  return rows.filter(
    (row) => !rows.some((other) => length(other.span) > length(row.span) && inside(row.span, other.span)),
  );
}

function attained(rows: readonly LedgerRow[], frame: Frame, read: CellReader, issues: IssueList): RawFigure {
  const items: Item[] = [];
  for (const row of rows) {
    const value = read.number(row, "数值");
    const lower = read.number(row, "下限");
    const upper = read.number(row, "上限");
    if (value === null || lower === null || upper === null || row.span === null) continue;
    const direction = isBlank(fieldOf(row, "方向"), frame.words) ? "正向" : compact(read.text(row, "方向"));
    if (direction !== "正向" && direction !== "逆向") {
      issues.add(issue("directionUnknown", placeOf(row, "方向"), { text: direction }));
      continue;
    }
    if (percentMixed(row, frame)) {
      issues.add(
        issue("percentMixed", placeOf(row, "数值"), {
          text: read.text(row, "数值"),
          lower: read.text(row, "下限"),
          upper: read.text(row, "上限"),
        }),
      );
      continue;
    }
    const score = attainment(value, lower, upper, direction === "逆向");
    if (score === null) issues.add(issue("boundsWrong", placeOf(row, "上限"), { lower, upper }));
    else items.push({ item: comparable(read.text(row, "指标")), row, span: row.span, value: score });
  }
  const { value, rows: used } = itemMean(items);
  return value === null ? missing("noItems", rows) : figure(value, used);
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
  if (value.percent) return posts.some((post) => !post.percent && Math.abs(post.value) > 1);
  return value.value > 1 && posts.some((post) => post.percent);
}

function duty(rows: readonly LedgerRow[], frame: Frame): RawFigure {
  const items = rows.flatMap((row): Item[] => {
    const duties = DUTIES.filter((name) => hasColumn(row.range, name));
    if (duties.length === 0 || row.span === null) return [];
    const done = duties.filter((name) => dutyDone(row, name, frame)).length;
    const person = personNames(textOf(fieldOf(row, "姓名"))).join("、");
    return [
      {
        item: person === "" ? `\u0000${row.range.sheet}\u0000${row.row}` : person,
        row,
        span: row.span,
        value: done / duties.length,
      },
    ];
  });
  const { value, rows: used } = itemMean(items);
  return value === null ? missing("noItems", rows) : figure(value, used);
}

/** Whether a duty cell counts: a positive number, or any filled text that is not just a number. */
export function dutyDone(row: LedgerRow, name: string, frame: { readonly words: Frame["words"] }): boolean {
  const cell = fieldOf(row, name);
  if (isBlank(cell, frame.words)) return false;
  const read = readNumber(cell);
  return read?.exact === true ? read.value > 0 : true;
}

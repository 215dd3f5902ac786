import { type DayRange, monthOf, quarterOf, wholeQuarters } from "../calendar";
import { issue } from "../issues";
import type { IssueList } from "../issue-list";
import { type LedgerRange, type LedgerRow, fieldOf, hasColumn, placeOf } from "../ledger/ledger";
import { readDate } from "../ledger/read-date";
import { readNumber } from "../ledger/read-number";
import { DUTIES, STAGES } from "../ledger/schema";
import { comparable, compact, splitCell, textOf } from "../ledger/text";
import { isBlank, personNames } from "../ledger/vocabulary";
import { attainment } from "../methods/attainment";
import { evenness } from "../methods/evenness";
import { round9 } from "../methods/round9";
import { mean, median } from "../methods/statistics";
import { type ReasonCode, reason } from "../reasons";
import { type Measure, measureColumns } from "../scheme/measure";
import type { Reason } from "./assessment";
import type { CellReader } from "./cells";
import { perCell } from "./columns";
import type { RowTest } from "./conditions";
import { type Frame, type TableView, windowMonths } from "./frame";
import { itemOf, withoutOverlaps } from "./overlaps";

/** A raw figure: its value or why there is none, and the rows that took part. */
export interface RawFigure {
  readonly raw: number | null;
  readonly reason: Reason | null;
  readonly rows: readonly LedgerRow[];
}

/** What a measure is computed over: the branch, its window, and those of its rows that satisfy the 条件. */
export interface MeasureInput {
  readonly branch: number;
  readonly window: DayRange;
  readonly rows: readonly LedgerRow[];
  /** Where each of `rows` stands among the branch's rows that count. */
  readonly at: readonly number[];
}

/** A measure made ready for one indicator. */
export type ComputeMeasure = (input: MeasureInput) => RawFigure;

/** What making a measure ready needs: the table it reads, the frame, a reader, and the test of 占比's own condition. */
export interface MeasureContext {
  readonly view: TableView;
  readonly frame: Frame;
  readonly read: CellReader;
  readonly issues: IssueList;
  readonly share: RowTest | null;
}

const ATTAINED: readonly string[] = ["指标", "数值", "下限", "上限"];

/** Whether a range has what a measure needs beyond named columns: a pair of stage columns (三同步), a duty column (履职). */
export function rangeServes(measure: Measure, range: LedgerRange): boolean {
  switch (measure.kind) {
    case "synchrony":
      return STAGES.some(([party, business]) => hasColumn(range, party) && hasColumn(range, business));
    case "duty":
      return DUTIES.some((duty) => hasColumn(range, duty));
    case "attained":
      return ATTAINED.every((column) => hasColumn(range, column));
    default:
      return true;
  }
}

/** The columns of which {@link rangeServes} wants some. */
export function groupedColumns(measure: Measure): readonly string[] {
  switch (measure.kind) {
    case "synchrony":
      return STAGES.flat();
    case "duty":
      return DUTIES;
    case "attained":
      return ATTAINED;
    default:
      return [];
  }
}

/** Compiles a 计量 (methodology §4). */
export function computeMeasure(measure: Measure, context: MeasureContext): ComputeMeasure {
  const compute = computer(measure, context);
  const about = { table: context.view.table.table.name, columns: measureColumns(measure).join("、") };
  // 达成 and 履职 leave rows out first and look at what overlaps then; every other measure takes the rows as they are.
  const overlaps =
    context.view.table.table.dating === "period" && measure.kind !== "attained" && measure.kind !== "duty";
  return (input) => {
    const { raw, reason: why, rows } = compute(overlaps ? longestOf(input) : input);
    return why === null
      ? { raw, reason: why, rows }
      : { raw, reason: reason(why.code, { ...about, ...why.params }), rows };
  };
}

/** The input without rows that a longer 期间 of the same item covers. */
function longestOf(input: MeasureInput): MeasureInput {
  const kept = withoutOverlaps(
    input.rows.map((row, index) => ({ row, at: input.at[index] ?? -1, span: row.span })),
    ({ row }) => itemOf(row),
  );
  return { ...input, rows: kept.map(({ row }) => row), at: kept.map(({ at }) => at) };
}

/** A raw figure whose reason need not name the table and the columns of the measure. */
interface Computed {
  readonly raw: number | null;
  readonly reason: { readonly code: ReasonCode; readonly params: Reason["params"] } | null;
  readonly rows: readonly LedgerRow[];
}

function computer(measure: Measure, context: MeasureContext): (input: MeasureInput) => Computed {
  const { frame, read, issues } = context;
  switch (measure.kind) {
    case "count":
      return ({ rows }) => figure(rows.length, rows);
    case "sum":
      return ({ rows }) => {
        const { numbers, used } = numbersOf(rows, measure.column, read);
        return rows.length > 0 && numbers.length === 0
          ? missing("noNumbers")
          : figure(
              numbers.reduce((sum, value) => sum + value, 0),
              used,
            );
      };
    case "distinct": {
      const values = valueReader(measure.column, context);
      return ({ rows, at, branch }) => {
        const found = new Set<string>();
        for (const index of at) for (const value of values(branch, index)) found.add(value);
        return figure(found.size, rows);
      };
    }
    case "monthCoverage":
      return ({ rows, window }) => {
        const months = windowMonths(window);
        return figure(touched(rows, monthOf, monthOf(window.first), months).size / months, rows);
      };
    case "quarterCoverage":
      return ({ rows, window }) => {
        const quarters = wholeQuarters(window);
        const [first] = quarters;
        return first === undefined
          ? missing("noQuarter")
          : figure(touched(rows, quarterOf, first, quarters.length).size / quarters.length, rows);
      };
    case "categoryCoverage": {
      const listed = new Set(measure.categories.flatMap((category) => tokensIn(category, measure.column, context)));
      const values = tokenReaderOf(measure.column, context);
      return ({ rows, at, branch }) => {
        const found = new Set<string>();
        for (const index of at)
          for (const value of values(branch, index)) {
            if (listed.has(value)) found.add(value);
          }
        return figure(found.size / listed.size, rows);
      };
    }
    case "share":
      return ({ rows, at, branch }) => {
        const verdicts = at.map((index) => context.share?.(branch, index) ?? null);
        const decided = rows.filter((_, index) => verdicts[index] !== null);
        return decided.length === 0
          ? missing("noRows")
          : figure(verdicts.filter((verdict) => verdict === true).length / decided.length, decided);
      };
    case "onTime":
      return ({ rows }) => punctual(rows, { start: measure.due, days: 0, done: measure.done }, frame.asOf, read);
    case "within":
      return ({ rows }) =>
        punctual(rows, { start: measure.start, days: measure.days, done: measure.end }, frame.asOf, read);
    case "ratio":
      return ({ rows }) => ratio(rows, measure.part, measure.whole, read, issues);
    case "mean":
    case "median":
      return ({ rows }) => {
        const { numbers, used } = numbersOf(rows, measure.column, read);
        const value = (measure.kind === "mean" ? mean : median)(numbers);
        return value === null ? missing("noNumbers") : figure(value, used);
      };
    case "lag":
      return ({ rows }) => lag(rows, measure.later, measure.earlier, measure.absolute, read);
    case "evenness": {
      const vocabulary = isCategory(measure.column, context)
        ? (frame.words.categories[measure.column]?.values.map(comparable) ?? null)
        : null;
      const values = valueReader(measure.column, context);
      return ({ rows, at, branch }) => {
        const counts = new Map<string, number>();
        const used = rows.filter((_, index) => {
          const own = values(branch, at[index] ?? -1).filter((value) => vocabulary?.includes(value) !== false);
          for (const value of own) counts.set(value, (counts.get(value) ?? 0) + 1);
          return own.length > 0;
        });
        const even = evenness([...counts.values()], vocabulary?.length ?? counts.size);
        return even === null
          ? missing(counts.size === 0 ? "noRows" : "oneCategory", { column: measure.column })
          : figure(even, used);
      };
    }
    case "attained":
      return ({ rows }) => attained(rows, frame, read, issues);
    case "synchrony":
      return ({ rows }) => synchrony(rows, frame.parameters.syncWindow, read);
    case "duty":
      return ({ rows }) => duty(rows, frame);
  }
}

/** A figure beyond what a number can hold is none. */
function figure(raw: number, rows: readonly LedgerRow[]): Computed {
  return Number.isFinite(raw) ? { raw, reason: null, rows } : missing("noNumbers");
}

function missing(code: ReasonCode, params: Reason["params"] = {}): Computed {
  return { raw: null, reason: { code, params }, rows: [] };
}

/**
 * The months or quarters among `count` from `first` on in which a row lies; a row with a 期间 lies in all that it touches.
 */
function touched(
  rows: readonly LedgerRow[],
  numberOf: (day: number) => number,
  first: number,
  count: number,
): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { day, span } of rows) {
    if (day !== null) found.add(numberOf(day));
    else if (span !== null) for (let at = numberOf(span.first); at <= numberOf(span.last); at++) found.add(at);
  }
  for (const at of found) if (at < first || at >= first + count) found.delete(at);
  return found;
}

function numbersOf(
  rows: readonly LedgerRow[],
  column: string,
  read: CellReader,
): { readonly numbers: readonly number[]; readonly used: readonly LedgerRow[] } {
  const numbers: number[] = [];
  const used = rows.filter((row) => {
    const value = read.number(row, column);
    if (value !== null) numbers.push(value);
    return value !== null;
  });
  return { numbers, used };
}

function isCategory(column: string, { view }: MeasureContext): boolean {
  return view.table.table.columns[column] === "category";
}

/** What a text of a column names: canonical categories, persons, else what stands between the separators; in comparison form. */
function tokensIn(text: string, column: string, context: MeasureContext): readonly string[] {
  switch (context.view.table.table.columns[column]) {
    case "category":
      return [...new Set(context.frame.tokens(column, text).map(comparable))];
    case "person":
      return [...new Set(personNames(text).map(comparable))];
    default:
      return [...new Set(splitCell(text).map(comparable))];
  }
}

/** What the cells of a column name, for 覆盖类. */
function tokenReaderOf(column: string, context: MeasureContext): (branch: number, at: number) => readonly string[] {
  return perCell(context.view.column(column), (cell) =>
    isBlank(cell, context.frame.words) ? [] : tokensIn(textOf(cell), column, context),
  );
}

/** The values of the cells of a column, for counting distinct ones: categories and persons one by one, else the whole cell. */
function valueReader(column: string, context: MeasureContext): (branch: number, at: number) => readonly string[] {
  const kind = context.view.table.table.columns[column];
  if (kind === "category" || kind === "person") return tokenReaderOf(column, context);
  return perCell(context.view.column(column), (cell) => {
    if (isBlank(cell, context.frame.words)) return [];
    const day = kind === "date" ? readDate(cell, context.frame.dates) : null;
    return [day === null ? comparable(textOf(cell)) : String(day)];
  });
}

/**
 * 按期 and 限期: of the rows with a start, the share of those done at most `days` after it; rows not done whose days end after 截止日
 * are left out, unreadable dates leave their row out.
 */
function punctual(
  rows: readonly LedgerRow[],
  measure: { readonly start: string; readonly days: number; readonly done: string },
  asOf: number,
  read: CellReader,
): Computed {
  const used: LedgerRow[] = [];
  let met = 0;
  let pending = 0;
  for (const row of rows) {
    const start = read.day(row, measure.start);
    if (typeof start !== "number") continue;
    const done = read.day(row, measure.done);
    if (done === "unreadable") continue;
    const due = start + measure.days;
    if (done === "blank" && due > asOf) {
      pending++;
      continue;
    }
    used.push(row);
    if (typeof done === "number" && done <= due) met++;
  }
  if (used.length > 0) return figure(met / used.length, used);
  return pending > 0 ? missing("nothingDue") : missing("noDates", { columns: measure.start });
}

function ratio(rows: readonly LedgerRow[], part: string, whole: string, read: CellReader, issues: IssueList): Computed {
  const used: LedgerRow[] = [];
  let above = 0;
  let below = 0;
  for (const row of rows) {
    const a = read.number(row, part);
    const b = read.number(row, whole);
    if (a === null || b === null) continue;
    if (round9(a) > round9(b))
      issues.add(issue("partAboveWhole", placeOf(row, part), { part, whole, partValue: a, wholeValue: b }));
    used.push(row);
    above += Math.min(a, b);
    below += b;
  }
  if (used.length === 0) return missing("noNumbers");
  return below > 0 ? figure(above / below, used) : missing("noDenominator", { columns: whole });
}

function lag(
  rows: readonly LedgerRow[],
  later: string,
  earlier: string,
  absolute: boolean,
  read: CellReader,
): Computed {
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
  return middle === null ? missing("noDates") : figure(middle, used);
}

function synchrony(rows: readonly LedgerRow[], window: number, read: CellReader): Computed {
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
  return value === null ? missing("noStages") : figure(value, used);
}

interface Item {
  readonly item: string;
  readonly row: LedgerRow;
  readonly span: DayRange;
  readonly value: number;
}

/** Mean over items of the mean over their rows; a row inside the 期间 of a longer row of its item is dropped (methodology §C.6). */
function itemMean(items: readonly Item[]): { readonly value: number | null; readonly rows: readonly LedgerRow[] } {
  const groups = new Map<string, Item[]>();
  for (const item of withoutOverlaps(items, ({ item }) => item)) {
    const group = groups.get(item.item);
    if (group === undefined) groups.set(item.item, [item]);
    else group.push(item);
  }
  const kept = [...groups.values()];
  const means = kept.map((group) => mean(group.map(({ value }) => value))).filter((value) => value !== null);
  return { value: mean(means), rows: kept.flat().map(({ row }) => row) };
}

function attained(rows: readonly LedgerRow[], frame: Frame, read: CellReader, issues: IssueList): Computed {
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
    else items.push({ item: itemOf(row), row, span: row.span, value: score });
  }
  const { value, rows: used } = itemMean(items);
  return value === null ? missing("noItems") : figure(value, used);
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

function duty(rows: readonly LedgerRow[], frame: Frame): Computed {
  const items = rows.flatMap((row): Item[] => {
    const duties = DUTIES.filter((name) => hasColumn(row.range, name));
    if (duties.length === 0 || row.span === null) return [];
    const done = duties.filter((name) => dutyDone(row, name, frame)).length;
    return [{ item: itemOf(row), row, span: row.span, value: done / duties.length }];
  });
  const { value, rows: used } = itemMean(items);
  return value === null ? missing("noItems") : figure(value, used);
}

/** Whether a duty cell counts: a positive number, or any filled text that is not just a number. */
export function dutyDone(row: LedgerRow, name: string, frame: { readonly words: Frame["words"] }): boolean {
  const cell = fieldOf(row, name);
  if (isBlank(cell, frame.words)) return false;
  const read = readNumber(cell);
  return read?.exact === true ? read.value > 0 : true;
}

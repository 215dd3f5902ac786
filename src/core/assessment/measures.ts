import type { DayRange } from "../calendar";
import { issue } from "../issues";
import type { IssueList } from "../issue-list";
import { type LedgerRange, type LedgerRow, hasColumn, placeOf } from "../ledger/ledger";
import { readDate } from "../ledger/read-date";
import { DUTIES, STAGES } from "../ledger/schema";
import { comparable, namesIn, textOf } from "../ledger/text";
import { isBlank, personNames } from "../ledger/vocabulary";
import { evenness } from "../methods/evenness";
import { round9 } from "../methods/round9";
import { mean, median } from "../methods/statistics";
import { reason } from "../reasons";
import { type Measure, measureColumns } from "../scheme/measure";
import type { Reason } from "./assessment";
import type { CellReader } from "./cells";
import { type Computed, figure, missing } from "./computed";
import type { RowTest } from "./conditions";
import { coverage } from "./coverage";
import { lag, punctual, synchrony } from "./date-measures";
import { type Frame, type TableView, readColumn } from "./frame";
import { attained, duty } from "./item-measures";
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

function computer(measure: Measure, context: MeasureContext): (input: MeasureInput) => Computed {
  const { frame, read, issues } = context;
  switch (measure.kind) {
    case "count":
      return ({ rows }) => figure(rows.length, rows);
    case "sum": {
      const numberOf = read.number(measure.column);
      return ({ rows }) => {
        const { numbers, used } = numbersOf(rows, numberOf);
        return rows.length > 0 && numbers.length === 0
          ? missing("noNumbers")
          : figure(
              numbers.reduce((sum, value) => sum + value, 0),
              used,
            );
      };
    }
    case "distinct": {
      const values = valueReader(measure.column, context);
      return ({ rows, at, branch }) => {
        const found = new Set<string>();
        for (const index of at) for (const value of values(branch, index)) found.add(value);
        return figure(found.size, rows);
      };
    }
    case "monthCoverage":
      return covered("month");
    case "quarterCoverage":
      return covered("quarter");
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
      return overRows(punctual({ start: measure.due, days: 0, done: measure.done }, frame.asOf, read));
    case "within":
      return overRows(punctual({ start: measure.start, days: measure.days, done: measure.end }, frame.asOf, read));
    case "ratio":
      return overRows(ratio(measure.part, measure.whole, read, issues));
    case "mean":
    case "median": {
      const numberOf = read.number(measure.column);
      return ({ rows }) => {
        const { numbers, used } = numbersOf(rows, numberOf);
        const value = (measure.kind === "mean" ? mean : median)(numbers);
        return value === null ? missing("noNumbers") : figure(value, used);
      };
    }
    case "lag":
      return overRows(lag(measure.later, measure.earlier, measure.absolute, read));
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
      return overRows(attained(frame, read, issues));
    case "synchrony":
      return overRows(synchrony(frame.parameters.syncWindow, read));
    case "duty":
      return overRows(duty(frame));
  }
}

function overRows(compute: (rows: readonly LedgerRow[]) => Computed): (input: MeasureInput) => Computed {
  return ({ rows }) => compute(rows);
}

/** 覆盖月, 覆盖季: a row lies on its day, or in all that its 期间 touches. */
function covered(unit: "month" | "quarter"): (input: MeasureInput) => Computed {
  return ({ rows, window }) => {
    const spans = rows.flatMap(({ day, span }) => (day !== null ? [{ first: day, last: day }] : (span ?? [])));
    const share = coverage(spans, window, unit);
    return share === null ? missing("noQuarter") : figure(share, rows);
  };
}

function numbersOf(
  rows: readonly LedgerRow[],
  numberOf: (row: LedgerRow) => number | null,
): { readonly numbers: readonly number[]; readonly used: readonly LedgerRow[] } {
  const numbers: number[] = [];
  const used = rows.filter((row) => {
    const value = numberOf(row);
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
      return namesIn(text);
  }
}

/** What the cells of a column name, for 覆盖类. */
function tokenReaderOf(column: string, context: MeasureContext): (branch: number, at: number) => readonly string[] {
  return readColumn(context.view, column, (cell) =>
    isBlank(cell, context.frame.words) ? [] : tokensIn(textOf(cell), column, context),
  );
}

/** The values of the cells of a column, for counting distinct ones: categories and persons one by one, else the whole cell. */
function valueReader(column: string, context: MeasureContext): (branch: number, at: number) => readonly string[] {
  const kind = context.view.table.table.columns[column];
  if (kind === "category" || kind === "person") return tokenReaderOf(column, context);
  return readColumn(context.view, column, (cell) => {
    if (isBlank(cell, context.frame.words)) return [];
    const day = kind === "date" ? readDate(cell, context.frame.dates) : null;
    return [day === null ? comparable(textOf(cell)) : String(day)];
  });
}

function ratio(
  part: string,
  whole: string,
  read: CellReader,
  issues: IssueList,
): (rows: readonly LedgerRow[]) => Computed {
  const partOf = read.number(part);
  const wholeOf = read.number(whole);
  return (rows) => {
    let above = 0;
    let below = 0;
    const used = rows.filter((row) => {
      const a = partOf(row);
      const b = wholeOf(row);
      if (a === null || b === null) return false;
      if (round9(a) > round9(b))
        issues.add(issue("partAboveWhole", placeOf(row, part), { part, whole, partValue: a, wholeValue: b }));
      above += Math.min(a, b);
      below += b;
      return true;
    });
    if (used.length === 0) return missing("noNumbers");
    return below > 0 ? figure(above / below, used) : missing("noDenominator", { columns: whole });
  };
}

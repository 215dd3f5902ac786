import type { DayRange } from "../calendar";
import { issue } from "../issues";
import { type IssueList, issueList } from "../issue-list";
import { type LedgerRange, type LedgerRow, hasColumn, placeOf } from "../ledger/ledger";
import { compact } from "../ledger/text";
import { isBlank } from "../ledger/vocabulary";
import { attainment } from "../methods/attainment";
import { round9 } from "../methods/round9";
import { clampToUnit } from "../methods/unit-interval";
import type { Progress } from "../outcome";
import { type ReasonCode, reason } from "../reasons";
import { columnsOf, rosterFieldsOf } from "../scheme/condition";
import { measureColumns } from "../scheme/measure";
import type { Indicator, Scheme } from "../scheme/scheme";
import type { FigureStatus, IndicatorFigure, Reason, ReviewRecord } from "./assessment";
import { type CellReader, cellReader } from "./cells";
import { appliesTo, rowTest } from "./conditions";
import { evidenceOf } from "./evidence";
import { type Frame, type TableView, windowMonths } from "./frame";
import { type RawFigure, computeMeasure, groupedColumns, rangeServes } from "./measures";

/** The figures of one branch by 代码, in scheme order. */
export type BranchFigures = Readonly<Record<string, IndicatorFigure>>;

/** Pairs of branch and indicator between two pauses. */
const FIGURES_A_STEP = 8;

/**
 * Every indicator of every branch: raw figure, attainment (methodology §4), status, evidence and review. Yields progress in branches.
 *
 * Branch by branch, for the rows of one branch fit a processor's cache and those of all do not; issues are listed indicator by indicator
 * all the same.
 */
export function* measureBranches(
  scheme: Scheme,
  frame: Frame,
  issues: IssueList,
): Generator<Progress, readonly BranchFigures[]> {
  const total = frame.ledger.branches.length;
  yield { stage: "measure", done: 0, total };
  const reviews = reviewsOf(scheme, frame, cellReader(frame, issues), issues);
  const makers = scheme.indicators.map((indicator) => {
    const own = issueList();
    return { indicator, own, figureOf: indicatorReader(indicator, frame, cellReader(frame, own), own) };
  });
  const branches: BranchFigures[] = [];
  let figures = 0;
  for (let branch = 0; branch < total; branch++) {
    const found: Record<string, IndicatorFigure> = {};
    for (const { indicator, own, figureOf } of makers) {
      const { code } = indicator.line;
      found[code] = withReview(figureOf(branch), reviews.get(reviewKey(branch, code)) ?? null, indicator, own);
      if (++figures % FIGURES_A_STEP === 0) yield { stage: "measure", done: branch, total };
    }
    branches.push(found);
  }
  for (const { own } of makers) for (const one of own.all()) issues.add(one);
  yield { stage: "measure", done: total, total };
  return branches;
}

function indicatorReader(
  indicator: Indicator,
  frame: Frame,
  read: CellReader,
  issues: IssueList,
): (branch: number) => IndicatorFigure {
  const { line } = indicator;
  const view = frame.views[line.table];
  const compute = view === undefined ? null : rawFigures(indicator, view, frame, read, issues);
  const rosterMissing = reason("rosterMissing");
  return (branch) => {
    const empty = (status: FigureStatus, why: Reason): IndicatorFigure => ({
      raw: null,
      score: null,
      points: line.points,
      status,
      reviewed: false,
      reason: why,
      evidence: null,
      computed: { score: null, status },
      review: null,
    });
    const window = frame.windows[branch] ?? null;
    if (window === null) return empty("not_applicable", reason("noWindow"));
    const applies = appliesTo(indicator.applies, branch, frame);
    if (applies.verdict === false) return empty("not_applicable", reason("notApplicable", { condition: line.applies }));
    if (applies.verdict === null)
      return empty(
        "unassessed",
        frame.ledger.hasRoster ? reason("appliesUndecided", { column: applies.column }) : rosterMissing,
      );
    if (compute === null) return empty("unassessed", reason("tableMissing", { table: line.table }));
    const { raw, reason: why, rows } = compute(branch, window);
    if (raw === null) return empty("unassessed", why ?? reason("noRows", { table: line.table }));
    const scale = line.prorated ? windowMonths(window) / 12 : 1;
    const score = attainment(raw, line.lower * scale, line.upper * scale, line.reversed);
    return {
      raw,
      score,
      points: line.points,
      status: "assessed",
      reviewed: false,
      reason: null,
      evidence: evidenceOf(line.table, rows),
      computed: { score, status: "assessed" },
      review: null,
    };
  };
}

/** The raw figure of one indicator for a branch with a window, from the ranges that have every column it names. */
function rawFigures(
  { line, measure, condition }: Indicator,
  view: TableView,
  frame: Frame,
  read: CellReader,
  issues: IssueList,
): (branch: number, window: DayRange) => RawFigure {
  const named = [...new Set([...measureColumns(measure), ...columnsOf(condition)])];
  const { ranges } = view.table;
  const usable = new Set(
    ranges.filter((range) => named.every((column) => hasColumn(range, column)) && rangeServes(measure, range)),
  );
  const rosterFields = rosterFieldsOf(measure.kind === "share" ? [...condition, ...measure.clauses] : condition);
  const test = rowTest(condition, view, frame, line.code, issues);
  const share = measure.kind === "share" ? rowTest(measure.clauses, view, frame, line.code, issues) : null;
  const compute = computeMeasure(measure, { view, frame, read, issues, share });
  const none = (code: ReasonCode, params: Reason["params"] = {}): RawFigure => ({
    raw: null,
    reason: reason(code, params),
    rows: [],
  });

  return (branch, window) => {
    if (view.table.read === 0) return none("tableEmpty", { table: line.table });
    const holding = [...(view.ranges[branch] ?? [])];
    if (usable.size === 0 || (holding.length > 0 && !holding.some((range) => usable.has(range)))) {
      const lacked = lacking([...named, ...groupedColumns(measure)], usable.size === 0 ? ranges : holding);
      return none("columnsMissing", { table: line.table, columns: lacked.join("、") });
    }
    const fields = frame.ledger.branches[branch]?.fields ?? {};
    const blank = rosterFields.find((field) => isBlank(fields[field] ?? null, frame.words));
    if (blank !== undefined)
      return frame.ledger.hasRoster ? none("rosterFieldBlank", { column: blank }) : none("rosterMissing");
    const own = view.inWindow[branch] ?? [];
    if (condition.length === 0 && usable.size === ranges.length)
      return compute({ branch, window, rows: own, at: view.positions(branch) });
    const rows: LedgerRow[] = [];
    const at: number[] = [];
    for (const [index, row] of own.entries()) {
      if ((usable.size === ranges.length || usable.has(row.range)) && test(branch, index) === true) {
        rows.push(row);
        at.push(index);
      }
    }
    return compute({ branch, window, rows, at });
  };
}

/** The columns that no range has; where each is found somewhere but never together, all of them. */
function lacking(columns: readonly string[], ranges: readonly LedgerRange[]): readonly string[] {
  const absent = columns.filter((column) => !ranges.some((range) => hasColumn(range, column)));
  return absent.length > 0 ? absent : columns;
}

/**
 * The last valid 审定 of each branch and 代码, with what was entered beside it (methodology §5 and §C.17). Only rows of the period as
 * named are looked at; those of a branch without a window are listed as ignored.
 */
function reviewsOf(
  scheme: Scheme,
  frame: Frame,
  read: CellReader,
  issues: IssueList,
): ReadonlyMap<string, ReviewRecord> {
  const limits = new Map(scheme.indicators.map(({ line }) => [line.code, line.points]));
  const reviews = new Map<string, ReviewRecord>();
  const selfOf = read.number("自评分");
  const recheckOf = read.number("复核分");
  const approvedOf = read.number("审定分");
  for (const row of frame.views["自评复核"]?.table.rows ?? []) {
    if (row.span?.first !== frame.period.first || row.span.last !== frame.period.last) continue;
    const code = compact(read.text(row, "代码"));
    const limit = limits.get(code);
    const approved = approvedOf(row);
    const ignore = (why: string): void => {
      if (!read.blank(row, "审定分"))
        issues.add(issue("reviewIgnored", placeOf(row, "审定分"), { code, why, text: read.text(row, "审定分") }));
    };
    const valid =
      limit !== undefined && approved !== null && round9(approved) >= 0 && round9(approved) <= round9(limit);
    if (row.branches.length === 0) continue;
    if (limit === undefined) ignore("codeUnknown");
    else if (approved !== null && !valid) ignore("outOfRange");
    else if (approved !== null && limit === 0) ignore("noPoints");
    else if (approved !== null || read.blank(row, "审定分")) {
      const record: ReviewRecord = {
        self: selfOf(row),
        recheck: recheckOf(row),
        approved,
        comment: read.text(row, "复核意见"),
        approver: read.text(row, "审定人"),
        place: placeOf(row, "审定分"),
      };
      for (const branch of row.branches) {
        const key = reviewKey(branch, code);
        if (frame.windows[branch] == null) ignore("noWindow");
        else if (approved !== null || reviews.get(key)?.approved == null) reviews.set(key, record);
      }
    }
  }
  return reviews;
}

function reviewKey(branch: number, code: string): string {
  return `${branch}\u0000${code}`;
}

/** Sets s = 审定分 ÷ 分值 where an approved review applies; the computed value is kept beside it. */
function withReview(
  figure: IndicatorFigure,
  review: ReviewRecord | null,
  { line }: Indicator,
  issues: IssueList,
): IndicatorFigure {
  if (review === null) return figure;
  const { approved } = review;
  if (approved === null) return { ...figure, review };
  if (figure.status === "not_applicable") {
    const text = String(approved);
    issues.add(issue("reviewIgnored", review.place, { code: line.code, why: "notApplicable", text }));
    return { ...figure, review };
  }
  const score = clampToUnit(approved / line.points);
  return { ...figure, review, reviewed: true, score, status: "assessed", reason: null };
}

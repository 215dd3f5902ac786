import { issue } from "../issues";
import type { IssueList } from "../issue-list";
import { fieldOf, hasColumn, placeOf } from "../ledger/ledger";
import { compact, textOf } from "../ledger/text";
import { isBlank } from "../ledger/vocabulary";
import { attainment } from "../methods/attainment";
import type { Progress } from "../outcome";
import { type ReasonCode, reason } from "../reasons";
import { columnsOf, rosterFieldsOf } from "../scheme/condition";
import { measureColumns } from "../scheme/measure";
import type { Indicator, Scheme } from "../scheme/scheme";
import type { FigureStatus, IndicatorFigure, Reason, ReviewRecord } from "./assessment";
import { cellReader } from "./cells";
import { appliesTo, rowTest } from "./conditions";
import { evidenceOf } from "./evidence";
import { type Frame, windowMonths } from "./frame";
import { computeMeasure, rangeServes } from "./measures";

/** The figures of one branch by 代码, in scheme order. */
export type BranchFigures = Readonly<Record<string, IndicatorFigure>>;

/**
 * Every indicator of every branch: raw figure, attainment (methodology §4), status, evidence and review. Yields progress per
 * indicator and branch.
 */
export function* measureBranches(
  scheme: Scheme,
  frame: Frame,
  issues: IssueList,
): Generator<Progress, readonly BranchFigures[]> {
  const branches = frame.ledger.branches.map((): Record<string, IndicatorFigure> => ({}));
  const total = scheme.indicators.length;
  const reviews = reviewsOf(scheme, frame, issues);
  for (const [index, indicator] of scheme.indicators.entries()) {
    const computeFor = indicatorReader(indicator, frame, issues);
    for (const [branch, figures] of branches.entries()) {
      const figure = computeFor(branch);
      const code = indicator.line.code;
      figures[code] = withReview(figure, reviews.get(`${branch}\u0000${code}`) ?? null, indicator, issues);
      if (branch % 8 === 7) yield { stage: "measure", done: index, total };
    }
    yield { stage: "measure", done: index + 1, total };
  }
  return branches;
}

function indicatorReader(indicator: Indicator, frame: Frame, issues: IssueList): (branch: number) => IndicatorFigure {
  const { line, measure } = indicator;
  const view = frame.views[line.table];
  const named = [...new Set([...measureColumns(measure), ...columnsOf(indicator.condition)])];
  const rosterFields = [
    ...rosterFieldsOf(indicator.condition),
    ...(measure.kind === "share" ? rosterFieldsOf(measure.clauses) : []),
  ];
  const usable = new Set(
    view?.table.ranges.filter(
      (range) => named.every((column) => hasColumn(range, column)) && rangeServes(measure, range),
    ),
  );
  const missingColumns =
    view === undefined || usable.size > 0
      ? ""
      : lacking(
          named,
          view.table.ranges.map((range) => (column: string) => hasColumn(range, column)),
        );
  const schema = view?.table.table;
  const test = schema === undefined ? null : rowTest(indicator.condition, schema, frame, line.code, issues);
  const share =
    schema === undefined || measure.kind !== "share"
      ? null
      : rowTest(measure.clauses, schema, frame, line.code, issues);
  const compute = computeMeasure(measure, frame, issues, share);
  const allUsable = usable.size === view?.table.ranges.length;

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
    const unassessed = (code: ReasonCode, params: Reason["params"] = {}): IndicatorFigure =>
      empty("unassessed", reason(code, params));
    const window = frame.windows[branch] ?? null;
    if (window === null) return empty("not_applicable", reason("noWindow"));
    const applies = appliesTo(indicator.applies, branch, frame);
    if (applies.verdict === false) return empty("not_applicable", reason("notApplicable", { condition: line.applies }));
    if (applies.verdict === null)
      return frame.ledger.hasRoster
        ? unassessed("appliesUndecided", { column: applies.column })
        : unassessed("rosterMissing");
    if (view === undefined) return unassessed("tableMissing", { table: line.table });
    if (view.table.read === 0) return unassessed("tableEmpty", { table: line.table });
    const columns = missingColumns === "" ? named.join("、") : missingColumns;
    const holding = [...(view.ranges[branch] ?? [])];
    if (usable.size === 0 || (holding.length > 0 && !holding.some((range) => usable.has(range))))
      return unassessed("columnsMissing", { table: line.table, columns });
    const blankField = rosterFields.find((field) =>
      isBlank(frame.ledger.branches[branch]?.fields[field] ?? null, frame.words),
    );
    if (blankField !== undefined)
      return frame.ledger.hasRoster
        ? unassessed("rosterFieldBlank", { column: blankField })
        : unassessed("rosterMissing");
    const own = view.inWindow[branch] ?? [];
    const rows = own.filter(
      (row) =>
        (allUsable || usable.has(row.range)) && (indicator.condition.length === 0 || test?.(row, branch) === true),
    );
    const { raw, reason: why, rows: used } = compute({ branch, window, rows });
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
      evidence: evidenceOf(line.table, used),
      computed: { score, status: "assessed" },
      review: null,
    };
  };
}

/** The columns that no range has; where each is found somewhere but never together, all of them. */
function lacking(named: readonly string[], ranges: readonly ((column: string) => boolean)[]): string {
  const absent = named.filter((column) => !ranges.some((has) => has(column)));
  return (absent.length > 0 ? absent : named).join("、");
}

/** The last valid 审定 of each branch and 代码, with what was entered beside it (methodology §5 and §C.17). */
function reviewsOf(scheme: Scheme, frame: Frame, issues: IssueList): ReadonlyMap<string, ReviewRecord> {
  const points = new Map(scheme.indicators.map(({ line }) => [compact(line.code), line.points]));
  const reviews = new Map<string, ReviewRecord>();
  const read = cellReader(frame, issues);
  frame.views["自评复核"]?.inWindow.forEach((rows, branch) => {
    for (const row of rows) {
      const code = compact(textOf(fieldOf(row, "代码")));
      const limit = points.get(code);
      const ignore = (why: string): void =>
        issues.add(issue("reviewIgnored", placeOf(row, "审定分"), { code, why, text: read.text(row, "审定分") }));
      if (limit === undefined) {
        ignore("codeUnknown");
        continue;
      }
      const key = `${branch}\u0000${code}`;
      const record: ReviewRecord = {
        self: read.number(row, "自评分"),
        recheck: read.number(row, "复核分"),
        approved: read.number(row, "审定分"),
        comment: read.text(row, "复核意见"),
        approver: read.text(row, "审定人"),
        place: placeOf(row, "审定分"),
      };
      const approved = record.approved;
      const blank = isBlank(fieldOf(row, "审定分"), frame.words);
      if (approved !== null && (approved < 0 || approved > limit)) ignore("outOfRange");
      else if (approved !== null && limit === 0) ignore("noPoints");
      else if (approved !== null || (blank && reviews.get(key)?.approved == null)) reviews.set(key, record);
    }
  });
  return reviews;
}

/** Sets s = 审定分 ÷ 分值 where an approved review applies; the computed value is kept beside it. */
function withReview(
  figure: IndicatorFigure,
  review: ReviewRecord | null,
  indicator: Indicator,
  issues: IssueList,
): IndicatorFigure {
  if (review === null) return figure;
  if (review.approved === null) return { ...figure, review };
  if (figure.status === "not_applicable") {
    const why = figure.reason?.code === "noWindow" ? "noWindow" : "notApplicable";
    issues.add(issue("reviewIgnored", review.place, { code: indicator.line.code, why, text: String(review.approved) }));
    return { ...figure, review };
  }
  return {
    ...figure,
    review,
    reviewed: true,
    score: review.approved / indicator.line.points,
    status: "assessed",
    reason: null,
  };
}

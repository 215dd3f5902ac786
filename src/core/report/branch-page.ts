import type {
  Assessment,
  BranchAssessment,
  Evidence,
  Finding,
  IndicatorFigure,
  SchemeLine,
} from "../assessment/assessment";
import { dayOfIso, monthsTouched } from "../calendar";
import { cellName, type Area } from "../grid";
import type { Place } from "../issue";
import { boundariesOf, missedTables } from "./branches";
import {
  columnReference,
  computed,
  computedFigure,
  figure,
  header,
  level,
  linked,
  reference,
  status,
  text,
} from "./cells";
import { longDate } from "./diagnosis-tab";
import { evidenceWords } from "./evidence-words";
import { groupedScheme, rawFormat, statusWord } from "./indicator-lines";
import { coveredWidth, type Entry, type Page, type Wide } from "./page";
import { pageRoom } from "./paper";
import { drawBlocks, plannedRow, type PageBlock, type PlannedRow } from "./page-blocks";
import { proposedMeasures } from "./proposed-measures";
import type { FigureFormat, ReportCell, Role } from "./report-model";
import type { ReportMessages } from "./report-messages";
import { ruleLine, ruleText } from "./rule-shown";
import type { IndexKey, ScoresTab } from "./scores-tab";
import { textWidth } from "./text-width";

/** Columns of the page in three equal parts: 0–3, 4–8, 9–13. */
export const BRANCH_PAGE_WIDTHS: readonly number[] = [10, 10, 7.5, 7.5, 10.5, 6.5, 6.5, 7, 7.5, 7, 7, 7, 7, 7];

const COLUMNS = BRANCH_PAGE_WIDTHS.length;

/** What the pages of the branches are drawn from and on. */
export interface BranchDrawing {
  readonly sheet: Page;
  /** Name of the tab that the page stands on. */
  readonly tab: string;
  readonly assessment: Assessment;
  readonly messages: ReportMessages;
  readonly scores: ScoresTab;
  /** Size of body text in points. */
  readonly bodySize: number;
  /** Where a problem of a branch stands in 问题诊断; `null` where that tab is not made. */
  readonly problemAt: (branch: number, problem: string) => Place | null;
}

/** Heights of rows in points, and what they may grow by. */
const HEIGHTS = {
  heading: { least: 15.75, grow: 3.75 },
  header: { least: 15.75, grow: 3.75 },
  body: { least: 15.75, grow: 3.75 },
  indicator: { least: 14.25, grow: 5.25 },
  gap: { least: 3, grow: 3.75 },
  card: { least: 15.75, grow: 2.25 },
  cardFigure: { least: 24.75, grow: 3 },
  note: { least: 15, grow: 2 },
  opinion: { least: 27, grow: 108 },
  signature: { least: 19.5, grow: 10.5 },
} as const;

const POINTS: FigureFormat = { decimals: 2, percent: false };

function wide(cell: ReportCell, span: number): Wide {
  return { cell, span };
}

function row(
  entries: readonly Entry[],
  { least, grow }: { readonly least: number; readonly grow: number },
): PlannedRow {
  return plannedRow(BRANCH_PAGE_WIDTHS, entries, least, grow);
}

function filler(role: Role, count: number): ReportCell[] {
  return Array.from({ length: count }, () => ({ value: null, role }));
}

/** Characters that columns `first` to `last` hold. */
function widthOf(first: number, last: number): number {
  return coveredWidth(BRANCH_PAGE_WIDTHS, first, last - first + 1) - 0.5;
}

const GAP: PlannedRow = { entries: [], height: HEIGHTS.gap.least, grow: HEIGHTS.gap.grow };

/** A branch by its place in the assessment, with the limits of the bands that its figures fall in. */
interface Subject extends BranchDrawing {
  readonly branch: BranchAssessment;
  readonly index: number;
  /** What stays the same of the branch's own cells from run to run. */
  readonly key: string;
}

/** An index of the branch, by reference to 指标得分. */
function indexCell(
  { assessment, messages, scores, index }: Subject,
  key: IndexKey,
  value: number | null,
  format: FigureFormat,
  limits: readonly number[] = boundariesOf(assessment).subsystem,
): ReportCell {
  return computed(figure(value, format, messages.words.unassessed, limits), reference(scores.at(index, key)));
}

/** Who is assessed, for which days, and how the branch stands. */
function headingRows(subject: Subject): PlannedRow[] {
  const { assessment, messages, branch, scores, index } = subject;
  const { words, branchPage } = messages;
  const limits = boundariesOf(assessment);
  const label = (value: string): ReportCell => text(value, "label");
  const missing = assessment.hasRoster ? words.blank : branchPage.noRoster;
  const entered = (value: string | null): ReportCell =>
    value === null ? { ...text(missing), tone: "unassessed" } : text(value);
  const { window } = branch;
  const days =
    window === null
      ? { ...text(branchPage.noWindow), tone: "unassessed" as const }
      : text(branchPage.days(longDate(window.first), longDate(window.last)));
  const named = (key: IndexKey, value: string | null): ReportCell => ({
    ...computed(level(value, words.unassessed), reference(scores.at(index, key))),
    align: "left",
  });
  const number = (key: IndexKey, value: number | null, format: FigureFormat, bounds: readonly number[]) =>
    ({ ...indexCell(subject, key, value, format, bounds), align: "left" }) as const;
  return [
    row(
      [
        label(words.branch),
        wide(label(branch.branch), 3),
        label(words.unit),
        wide(text(branch.unit ?? words.noUnit), 4),
        wide(label(branchPage.secretary), 2),
        wide(entered(branch.secretary), 3),
      ],
      HEIGHTS.heading,
    ),
    row(
      [
        label(branchPage.kind),
        entered(branch.kind),
        label(words.availability),
        number("availability", branch.availability, "share", limits.availability),
        label(branchPage.window),
        wide(days, 4),
        wide(label(words.linkage), 2),
        number("linkage", branch.linkage, "index", limits.linkage),
        ...filler("body", 2),
      ],
      HEIGHTS.heading,
    ),
    row(
      [
        label(words.fusion),
        number("fusion", branch.fusion, "points", limits.fusion),
        wide(named("fusionLevel", branch.fusionLevel), 2),
        label(words.coordination),
        number("coordination", branch.coordination, "index", limits.coordination),
        wide(named("coordinationLevel", branch.coordinationLevel), 3),
        wide(label(words.total), 2),
        number("total", branch.total, "points", limits.total),
        wide(named("band", branch.band), 2),
      ],
      HEIGHTS.heading,
    ),
    ...branch.adjustments
      .filter(({ counted }) => counted)
      .map((adjustment) =>
        row(
          [wide({ ...linked(branchPage.adjustment(adjustment), adjustment.place), role: "label" }, COLUMNS)],
          HEIGHTS.heading,
        ),
      ),
  ];
}

/** Columns of one card: its name and index, then the words and figures beside them. */
const CARDS = [
  { first: 0, span: 2 },
  { first: 4, span: 3 },
  { first: 9, span: 3 },
] as const;

/** A card for each subsystem: index, availability, points won; `won` gives the formula that adds up the points. */
function cardRows(subject: Subject, won: (subsystem: string) => string | null): PlannedRow[] {
  const { assessment, messages, branch } = subject;
  const { words, branchPage } = messages;
  const limits = boundariesOf(assessment);
  const rows: PlannedRow[] = [];
  for (let start = 0; start < assessment.subsystems.length; start += CARDS.length) {
    const above: Entry[] = [];
    const below: Entry[] = [];
    CARDS.forEach(({ first, span }, at) => {
      const name = assessment.subsystems[start + at];
      if (name === undefined) return;
      const own = branch.subsystems[name];
      const index = indexCell(subject, `index:${name}`, own?.index ?? null, "index", limits.subsystem);
      const availability = indexCell(
        subject,
        `availability:${name}`,
        own?.availability ?? null,
        "share",
        limits.availability,
      );
      const lines = assessment.scheme.filter(({ subsystem }) => subsystem === name);
      const scores = lines.flatMap(({ code, points }) => {
        const score = branch.indicators[code]?.score ?? null;
        return score === null ? [] : [score * points];
      });
      const points = figure(
        scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0),
        POINTS,
        words.unassessed,
      );
      const formula = won(name);
      above.push(
        wide(text(branchPage.subsystem(name), "stripLabel", "centre"), span),
        text(words.availability, "stripLabel", "right"),
        { ...availability, role: "stripLabel" },
      );
      below.push(
        wide({ ...index, role: "stripFigure", align: "centre" }, span),
        text(branchPage.won, "stripLabel", "right"),
        { ...(formula === null ? points : computedFigure(points, formula)), role: "stripLabel" },
      );
      const next = CARDS.find(({ first: column }) => column > first)?.first ?? COLUMNS;
      for (const entries of [above, below])
        entries.push(...Array.from({ length: next - first - span - 2 }, () => null));
    });
    rows.push(row(above, HEIGHTS.card), row(below, HEIGHTS.cardFigure));
  }
  return rows;
}

/** The last of its indicator's columns that a row needs for 自评, 复核 and 审定. */
const REVIEW = { first: 8, count: 3 } as const;

/** Table and rows behind a figure, as many of the rows as the place holds. */
function sourceWords(
  evidence: Evidence | null,
  width: number,
  messages: ReportMessages,
  write: (source: string, rows: string) => string,
): { readonly words: string; readonly place: Place } | null {
  const MOST_RUNS = 4;
  for (let runs = MOST_RUNS; runs > 0; runs -= 1) {
    const found = evidenceWords(evidence, runs, messages);
    if (found === null) return null;
    const words = write(found.source, found.rows);
    if (textWidth(words) <= width) return { words, place: found.place };
  }
  const found = evidenceWords(evidence, 1, messages);
  return found === null ? null : { words: found.source, place: found.place };
}

function evidenceCell(found: IndicatorFigure, width: number, { messages }: Subject): ReportCell {
  const { branchPage } = messages;
  if (found.status !== "assessed")
    return text(found.reason === null ? messages.words.none : messages.reason(found.reason));
  const source = sourceWords(found.evidence, width, messages, branchPage.source);
  if (found.reviewed && found.review !== null) {
    const words = source === null ? branchPage.noEvidence : branchPage.reviewed(source.words);
    return linked(textWidth(words) <= width ? words : branchPage.noEvidence, found.review.place);
  }
  return source === null ? text(messages.words.none) : linked(source.words, source.place);
}

/** Part of a year's goalposts that the window of the branch is measured against (docs/methodology.md §4). */
function prorating({ branch }: Subject, { prorated }: SchemeLine): number {
  const [first, last] = [dayOfIso(branch.window?.first ?? ""), dayOfIso(branch.window?.last ?? "")];
  return prorated && first !== null && last !== null ? monthsTouched({ first, last }) / 12 : 1;
}

function indicatorRow(subject: Subject, line: SchemeLine, reviews: boolean): PlannedRow {
  const { messages, scores, branch, index } = subject;
  const { words, branchPage } = messages;
  const found = branch.indicators[line.code];
  const name = `${line.code} ${line.name}`;
  const named = wide(text(line.reversed ? branchPage.reversed(name) : name), 2);
  if (found === undefined) return row([named], HEIGHTS.indicator);
  const places = scores.indicatorAt(index, line.code);
  const part = prorating(subject, line);
  const [lower, upper] = [line.lower * part, line.upper * part];
  const goalpost = (value: number): ReportCell => {
    const format = rawFormat(line.measure, value);
    return figure(value, format === "count" && !Number.isInteger(value) ? POINTS : format, "");
  };
  const missing = statusWord(found.status, messages);
  const raw = figure(found.raw, rawFormat(line.measure, found.raw ?? 0), statusWord(found.computed.status, messages), [
    lower,
    upper,
  ]);
  const attained = figure(found.score, "index", missing);
  const won = figure(found.score === null ? null : found.score * line.points, POINTS, missing);
  const reviewed = (value: number | null): ReportCell => ({ ...figure(value, POINTS, words.blank), align: "centre" });
  const last = COLUMNS - 1;
  const first = REVIEW.first + (reviews ? REVIEW.count : 0);
  return row(
    [
      named,
      computed(raw, reference(places.raw)),
      goalpost(lower),
      goalpost(upper),
      computed({ ...attained, ...(found.reviewed ? { role: "label" as const } : {}) }, reference(places.attainment)),
      figure(line.points, Number.isInteger(line.points) ? "count" : POINTS, ""),
      { ...computed(won, reference(places.points)), align: "centre" },
      ...(!reviews
        ? []
        : found.review === null
          ? filler("figure", REVIEW.count)
          : [found.review.self, found.review.recheck, found.review.approved].map(reviewed)),
      wide(evidenceCell(found, widthOf(first, last), subject), last - first + 1),
    ],
    HEIGHTS.indicator,
  );
}

/** Heading, cards and indicators: what the branch was found to have done. */
function scoreBlock(subject: Subject, top: number): PageBlock {
  const { assessment, messages, branch } = subject;
  const { branchPage } = messages;
  const lines = groupedScheme(assessment);
  const reviews = lines.some(({ code }) => (branch.indicators[code]?.review ?? null) !== null);
  const heading = [...headingRows(subject), GAP];
  const CARD_ROWS = 2;
  const cards = CARD_ROWS * Math.ceil(assessment.subsystems.length / CARDS.length);
  // Cards, a gap and the heading of the table stand above the indicators.
  const first = top + heading.length + cards + 2;
  const WON_COLUMN = 7;
  const won = (subsystem: string): string | null => {
    const at = lines.findIndex((line) => line.subsystem === subsystem);
    const count = lines.filter((line) => line.subsystem === subsystem).length;
    if (at < 0) return null;
    return `SUM(${columnReference({ row: first + at, column: WON_COLUMN }, first + at + count - 1)})`;
  };
  const [name = "", ...figures] = branchPage.indicatorHeadings;
  const review = reviews ? branchPage.reviewHeadings : [];
  const before = REVIEW.first + review.length;
  return {
    rows: [
      ...heading,
      ...cardRows(subject, won),
      GAP,
      row(
        [
          wide(header(name), 2),
          ...figures.map(header),
          ...review.map(header),
          wide(header(branchPage.evidence), COLUMNS - before),
        ],
        HEIGHTS.header,
      ),
      ...lines.map((line) => indicatorRow(subject, line, reviews)),
      GAP,
    ],
  };
}

/** Columns of the block of carriers, obstacles and problems. */
const CHART_SPAN = 4;
const CARRIER_SPAN = 1;
const RIGHT = CHART_SPAN + CARRIER_SPAN + 1;
const DECISIVE_SPAN = COLUMNS - RIGHT - 3;
const SOURCE_SPAN = COLUMNS - RIGHT - 4;

/** The figure that decided a problem against its line; the reason where the problem is 未评. */
function decisive(finding: Finding, { messages }: Subject): string {
  const { diagnosis, branchPage, words } = messages;
  const reached = finding.rules.filter((rule) => rule.level === finding.level);
  const [rule] = reached;
  if (rule === undefined) return words.none;
  const value = ruleText(rule);
  if (value === null) return rule.reason === null ? words.unassessed : messages.reason(rule.reason);
  const colour = finding.level === "红" ? "红" : "黄";
  const said = diagnosis.reached(rule.figure, value, colour, ruleLine(rule, colour === "红" ? "red" : "yellow"));
  return finding.level === "绿" || reached.length === 1 ? said : branchPage.several(said, reached.length);
}

/** Obstacles, then problems, in the right part of the page. */
function rightColumn(subject: Subject): Entry[][] {
  const { assessment, messages, branch, index, problemAt, scores } = subject;
  const { branchPage } = messages;
  const [obstacle = "", degree = "", source = ""] = branchPage.obstacleHeadings;
  const [problem = "", light = "", reached = ""] = branchPage.problemHeadings;
  const obstacles = branch.obstacles.map(([code, share]): Entry[] => {
    const line = assessment.scheme.find((each) => each.code === code);
    const found = branch.indicators[code];
    const evidence = found?.evidence ?? null;
    const words = sourceWords(
      evidence,
      widthOf(RIGHT + 4, COLUMNS - 1),
      messages,
      (_, rows) => `${evidence?.table ?? ""}${rows}`,
    );
    const attainment = scores.indicatorAt(index, code).attainment;
    return [
      wide(text(line === undefined ? code : `${code} ${line.name}`), 3),
      { ...figure(share, "share", ""), align: "centre" },
      wide(
        words === null
          ? linked(messages.tabs.scores, {
              sheet: messages.tabs.scores,
              cell: cellName(attainment.row, attainment.column),
            })
          : linked(words.words, words.place),
        SOURCE_SPAN,
      ),
    ];
  });
  const problems = branch.findings.map((finding): Entry[] => {
    const place = problemAt(index, finding.problem);
    return [
      wide(text(finding.problem), 2),
      status(finding.level, messages.lights),
      wide(linked(decisive(finding, subject), place), DECISIVE_SPAN),
    ];
  });
  return [
    [wide(header(obstacle), 3), header(degree), wide(header(source), SOURCE_SPAN)],
    ...(obstacles.length === 0 ? [[wide(text(branchPage.noObstacles), COLUMNS - RIGHT)]] : obstacles),
    [wide(header(problem), 2), header(light), wide(header(reached), DECISIVE_SPAN)],
    ...problems,
  ];
}

/** Radar and figures of the carriers on the left, obstacles and problems on the right. */
function carrierBlock(subject: Subject): PageBlock {
  const { sheet, tab, messages, branch, index } = subject;
  const { branchPage } = messages;
  const right = rightColumn(subject);
  const { counts, reason, evidence } = branch.carriers;
  const blank: Entry[] = Array.from({ length: RIGHT }, () => null);
  if (counts === null) {
    const why = reason === null ? messages.words.unassessed : messages.reason(reason);
    return {
      rows: [
        ...right.map((entries, at) =>
          carrierRow(
            at === 0
              ? [text(branchPage.noCarriers(why), "note", "centre"), ...filler("note", RIGHT - 1)]
              : filler("note", RIGHT),
            entries,
          ),
        ),
        GAP,
      ],
      finish: (first) => sheet.merge({ row: first, column: 0, rowCount: right.length, columnCount: RIGHT }),
    };
  }
  const [carrier = "", times = ""] = branchPage.carrierHeadings;
  const source = evidenceWords(evidence, 1, messages);
  const chart: Entry[] = Array.from({ length: CHART_SPAN }, () => null);
  const left: Entry[][] = [
    [...chart, wide(header(carrier), CARRIER_SPAN), header(times)],
    ...counts.map(({ carrier: name, count }): Entry[] => [
      ...chart,
      wide(text(name), CARRIER_SPAN),
      { ...figure(count, "count", ""), align: "centre" },
    ]),
    ...(source === null
      ? []
      : [[...chart, wide(linked(source.source, source.place), CARRIER_SPAN + 1)] satisfies Entry[]]),
  ];
  const length = Math.max(left.length, right.length);
  while (left.length < length) left.push(blank);
  const draws = counts.length >= 3 && counts.some(({ count }) => count > 0);
  return {
    rows: [
      ...left.map((entries, at) => row([...entries, ...(right[at] ?? [])], HEIGHTS.body)),
      row([wide(text(branchPage.carriers(counts), "note"), COLUMNS)], HEIGHTS.note),
      GAP,
    ],
    finish: (first) => {
      if (!draws) return;
      const strip = (column: number, columnCount: number): Area => ({
        row: first + 1,
        column,
        rowCount: counts.length,
        columnCount,
      });
      sheet.chart({
        name: `carriers:${index + 1}`,
        kind: "radar",
        title: branchPage.carrierChart,
        sheet: tab,
        categories: strip(CHART_SPAN, 1),
        series: [{ name: times, values: strip(CHART_SPAN + CARRIER_SPAN, 1) }],
        place: { row: first, column: 0, rowCount: length, columnCount: CHART_SPAN },
      });
    },
  };
}

/** One row of the block where a reason on the left wraps over several rows, and does not make one of them higher. */
function carrierRow(left: readonly ReportCell[], right: readonly Entry[]): PlannedRow {
  return { ...row([...filler("note", RIGHT), ...right], HEIGHTS.body), entries: [...left, ...right] };
}

/** The measures as tasks; whom and by when are the clerk's to change. */
function measureBlock(subject: Subject): PageBlock {
  const { assessment, messages, branch, key } = subject;
  const { branchPage } = messages;
  const spans = [2, 8, 2, 2];
  const measures = proposedMeasures(assessment, branch, messages);
  const missed = missedTables(assessment, branch);
  const input = (value: string, name: string): ReportCell => ({ value, role: "input", input: `${name}:${key}` });
  return {
    rows: [
      row(
        branchPage.measureHeadings.map((heading, at) => wide(header(heading), spans[at] ?? 1)),
        HEIGHTS.header,
      ),
      ...(measures.length === 0
        ? [row([wide(text(branchPage.noMeasures), COLUMNS)], HEIGHTS.body)]
        : measures.map(({ key: measure, answers, task, owner, due }) =>
            row(
              [
                text(answers),
                text(task),
                input(owner.replace(/\n/gu, ""), `owner:${measure}`),
                input(longDate(due), `due:${measure}:${messages.period(assessment.period)}`),
              ].map((cell, at) => wide(cell, spans[at] ?? 1)),
              HEIGHTS.body,
            ),
          )),
      ...(missed.length === 0
        ? []
        : [row([wide(text(messages.diagnosis.absentTables(missed), "note"), COLUMNS)], HEIGHTS.note)]),
      GAP,
    ],
  };
}

const OPINION_SPANS = [6, COLUMNS - 6] as const;

function signingBlock({ messages, key, assessment }: Subject): PageBlock {
  const { branchPage } = messages;
  // What was said and signed of one period must not stand under the figures of another.
  const opinion = (name: string, whose: string): ReportCell => ({
    value: null,
    role: "input",
    input: `${name}:${key}:${messages.period(assessment.period)}${whose}`,
  });
  return {
    rows: [
      row(
        [
          wide(header(branchPage.branchOpinion), OPINION_SPANS[0]),
          wide(header(branchPage.committeeOpinion), OPINION_SPANS[1]),
        ],
        HEIGHTS.header,
      ),
      row(
        [
          wide(opinion("opinion", branchPage.branchOpinion), OPINION_SPANS[0]),
          wide(opinion("committee", branchPage.committeeOpinion), OPINION_SPANS[1]),
        ],
        HEIGHTS.opinion,
      ),
      row([wide(text(branchPage.signature, "signature"), COLUMNS)], HEIGHTS.signature),
    ],
  };
}

/** A branch as its own cells are named, whatever else is in the tab. */
export function branchKey({ unit, branch }: BranchAssessment): string {
  const part = (name: string): string => name.replace(/[\\/]/gu, (sign) => `\\${sign}`);
  return `${part(unit ?? "")}/${part(branch)}`;
}

/** The page of the branch at `index`: one upright A4 page, more only where a scheme is too long for one. */
export function branchPage(drawing: BranchDrawing, index: number, breakBefore: boolean): void {
  const branch = drawing.assessment.branches[index];
  if (branch === undefined) return;
  const { sheet, messages } = drawing;
  const subject: Subject = { ...drawing, branch, index, key: branchKey(branch) };
  const blocks: readonly PageBlock[] =
    branch.window === null
      ? [
          {
            rows: [
              ...headingRows(subject),
              GAP,
              row([wide(text(messages.branchPage.noWindowNote), COLUMNS)], HEIGHTS.body),
              GAP,
            ],
          },
          signingBlock(subject),
        ]
      : [scoreBlock(subject, sheet.length()), carrierBlock(subject), measureBlock(subject), signingBlock(subject)];
  drawBlocks(sheet, blocks, pageRoom(BRANCH_PAGE_WIDTHS, "portrait", drawing.bodySize), breakBefore);
}

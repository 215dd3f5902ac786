import { areaName, cellName } from "../grid";
import { civilOf, dayOfIso } from "../calendar";
import type { Assessment, BranchAssessment, Finding, RuleFinding } from "../assessment/assessment";
import type { Place } from "../issue";
import { stepwise } from "../steps";
import { boundariesOf, branchLabel, missedTables } from "./branches";
import { header, computed, figure, linked, status, text, type SheetArea } from "./cells";
import { evidenceWords } from "./evidence-words";
import { heading, type Heading } from "./heading";
import { page, type Entry, type Page, type DrawnTab } from "./page";
import { pageRoom, rowHeight, USUAL_BODY } from "./paper";
import { proposedMeasures } from "./proposed-measures";
import type { ReportCell } from "./report-model";
import type { ReportMessages } from "./report-messages";
import { ruleFigure, ruleLine, ruleText } from "./rule-shown";
import type { IndexKey, ScoresTab } from "./scores-tab";
import { shownText } from "./shown";

/** 问题, 状态, 诊断项, 数值, 黄线, 红线, 依据, 所在行或未评原因. */
const WIDTHS = [15.5, 9, 12, 9, 9, 9, 15, 21.5] as const;

/** Points of the rows on the page of a branch, and the most that they take where it has room. */
const ROWS = { least: 21, most: 33 } as const;

/** Row spans named in a cell before the rest is only counted. */
const SPANS_SHOWN = 4;

/** The tab 问题诊断 and where the problems of a branch stand; `null` for a branch that is not diagnosed. */
export interface DiagnosisTab {
  readonly tab: DrawnTab;
  readonly at: (branch: number, problem: string) => Place | null;
  /** Where the lights of all branches stand, one area for each problem. */
  readonly lights: readonly SheetArea[];
}

interface Drawing {
  readonly sheet: Page;
  readonly assessment: Assessment;
  readonly messages: ReportMessages;
  readonly scores: ScoresTab;
  /** First row of each problem of each branch, as found while drawing. */
  readonly places: Map<string, number>;
  /** The same, as an earlier drawing found them. */
  readonly at: DiagnosisTab["at"];
  /** Points that the rows of a branch take at least. */
  readonly least: number;
  /** Size of body text in points. */
  readonly bodySize: number;
}

function placeKey(branch: number, problem: string): string {
  return `${branch}/${problem}`;
}

/** `yyyy年m月d日` of a day written yyyy-mm-dd. */
export function longDate(date: string): string {
  const serial = dayOfIso(date);
  if (serial === null) return date;
  const civil = civilOf(serial);
  return `${civil.year}年${civil.month}月${civil.day}日`;
}

/** Figures of §7 that come from an index, and where the index stands. */
function indexOf(assessment: Assessment, figure: string): IndexKey | null {
  const [first] = assessment.couplingSubsystems;
  if (figure === "联结度") return "linkage";
  if (figure === "协调度") return "coordination";
  return figure === "两翼差" && first !== undefined ? `index:${first}` : null;
}

/** What a figure came from: the table, linked to the first of its rows, and which rows; or the index in 指标得分. */
function evidenceCells(
  { assessment, messages, scores }: Drawing,
  branch: number,
  rule: RuleFinding,
): readonly [ReportCell, string] {
  const words = evidenceWords(rule.evidence, SPANS_SHOWN, messages);
  if (words !== null) return [linked(words.source, words.place), words.rows];
  const key = indexOf(assessment, rule.figure);
  if (key === null || rule.value === null) return [text(messages.words.none), messages.words.none];
  const { row, column } = scores.at(branch, key);
  const place = { sheet: messages.tabs.scores, cell: cellName(row, column) };
  return [linked(messages.tabs.scores, place), messages.diagnosis.indexCell(place.cell)];
}

function ruleCells(drawing: Drawing, branch: number, rule: RuleFinding): ReportCell[] {
  const { messages } = drawing;
  const [evidence, rows] = evidenceCells(drawing, branch, rule);
  const limit = (line: "yellow" | "red"): ReportCell => text(ruleLine(rule, line), "figure", "centre");
  return [
    text(rule.figure),
    ruleFigure(rule, messages.words.unassessed),
    limit("yellow"),
    limit("red"),
    evidence,
    text(rule.value === null && rule.reason !== null ? messages.reason(rule.reason) : rows),
  ];
}

function findingRows(drawing: Drawing, branch: number, finding: Finding): void {
  const { sheet, messages, places, least } = drawing;
  finding.rules.forEach((rule, index) => {
    const light: ReportCell = index === 0 ? status(finding.level, messages.lights) : { value: null, role: "body" };
    const name: ReportCell = index === 0 ? text(finding.problem, "label") : { value: null, role: "label" };
    sheet.row([name, light, ...ruleCells(drawing, branch, rule)], { least });
  });
  const row = sheet.length() - finding.rules.length;
  places.set(placeKey(branch, finding.problem), row);
  for (const column of [0, 1]) sheet.merge({ row, column, rowCount: finding.rules.length, columnCount: 1 });
}

function obstacleRows({ sheet, assessment, messages, least }: Drawing, branch: BranchAssessment): void {
  const { diagnosis } = messages;
  if (branch.obstacles.length === 0) {
    sheet.line(text(diagnosis.noObstacle, "note"));
    return;
  }
  const parts = branch.obstacles.map(([code, degree]) => {
    const name = assessment.scheme.find((line) => line.code === code)?.name ?? code;
    return diagnosis.obstacle(name, code, shownText(degree, [], "share"));
  });
  sheet.row([text(diagnosis.obstacles, "label"), { span: WIDTHS.length - 1, cell: text(parts.join("；")) }], { least });
}

function measureRows({ sheet, assessment, messages, least }: Drawing, branch: BranchAssessment): void {
  const { diagnosis } = messages;
  const rows = proposedMeasures(assessment, branch, messages).map(({ answers, task, owner, due, moves }) => [
    text(answers),
    text(task),
    text(owner),
    text(longDate(due)),
    text(moves),
  ]);
  if (rows.length === 0) return;
  const spans = [1, 4, 1, 1, 1];
  const wide = (cells: readonly ReportCell[]) => cells.map((cell, index): Entry => ({ span: spans[index] ?? 1, cell }));
  const head = () => sheet.row(wide(diagnosis.measureHeadings.map(header)));
  sheet.lines(head, rows, (cells) => sheet.row(wide(cells), { least }));
}

function branchSection(drawing: Drawing, index: number, branch: BranchAssessment, breakBefore: boolean): void {
  const { sheet, assessment, messages } = drawing;
  const { words, diagnosis } = messages;
  const boundaries = boundariesOf(assessment);
  const said = (value: number | null, format: "index" | "points", limits: readonly number[]) =>
    value === null ? words.unassessed : shownText(value, limits, format);
  sheet.line(text(branchLabel(assessment, branch), "section"), { breakBefore });
  if (branch.window === null) {
    sheet.line(text(diagnosis.noWindow));
    return;
  }
  sheet.line(
    text(
      diagnosis.standing(
        said(branch.coordination, "index", boundaries.coordination),
        said(branch.linkage, "index", boundaries.linkage),
        said(branch.fusion, "points", boundaries.fusion),
        branch.fusionLevel ?? words.unassessed,
      ),
    ),
  );
  const head = () => sheet.row(diagnosis.headings.map(header));
  sheet.lines(head, branch.findings, (finding) => {
    findingRows(drawing, index, finding);
  });
  obstacleRows(drawing, branch);
  measureRows(drawing, branch);
  const missed = missedTables(assessment, branch);
  if (missed.length > 0) sheet.line(text(diagnosis.absentTables(missed), "note"));
}

/** Points that the rows of a branch may take so that its page is filled, but no more than reads well. */
function fittingRow(drawing: Drawing, index: number, branch: BranchAssessment): number {
  const sheet = page(WIDTHS);
  branchSection({ ...drawing, sheet, places: new Map(), least: ROWS.least }, index, branch, false);
  const rows = sheet.tab({ key: "", name: "", orientation: "portrait", freeze: { rows: 0, columns: 0 } }).rows;
  const heights = rows.map(({ cells, height }) => ({
    height: (rowHeight(cells, height, drawing.bodySize) * USUAL_BODY) / drawing.bodySize,
    grows: cells.some((cell) => cell?.role === "body" || cell?.role === "figure"),
  }));
  const room = pageRoom(WIDTHS, "portrait", drawing.bodySize);
  const filled = (least: number) =>
    heights.reduce((sum, { height, grows }) => sum + (grows ? Math.max(height, least) : height), 0);
  let least: number = ROWS.most;
  while (least > ROWS.least && filled(least) > room) least -= 0.75;
  return least;
}

/** `cell` with a link to a place, where there is one. */
function leading(cell: ReportCell, place: Place | null): ReportCell {
  return place === null ? cell : { ...cell, link: { sheet: place.sheet, cell: place.cell } };
}

/** Branches, linked to their findings, by problems: a light each, and how many there are of each. Gives the areas of the lights. */
function matrix({ sheet, assessment, messages, at }: Drawing): SheetArea[] {
  const { words, lights, diagnosis } = messages;
  const problems = assessment.branches[0]?.findings.map(({ problem }) => problem) ?? [];
  sheet.line(text(diagnosis.summary, "section"));
  const spans = sheet.spread([2, ...problems.map(() => 1)]);
  const wide = (cells: readonly ReportCell[]) => cells.map((cell, index): Entry => ({ span: spans[index] ?? 1, cell }));
  const head = () => sheet.row(wide([words.branch, ...problems].map(header)));
  const [first = 0] = sheet.lines(head, assessment.branches, (branch, index) => {
    sheet.row(
      wide([
        leading(text(branchLabel(assessment, branch), "label"), at(index, problems[0] ?? "")),
        ...branch.findings.map(({ level }) => status(level, lights)),
      ]),
    );
  });
  const rowCount = sheet.length() - first;
  const areas = problems.map((_, index): SheetArea => {
    const column = spans.slice(0, index + 1).reduce((sum, span) => sum + span, 0);
    return { sheet: messages.tabs.diagnosis, area: { row: first, column, rowCount, columnCount: 1 } };
  });
  for (const light of ["红", "黄", "绿", "未评"] as const) {
    const counts = areas.map(({ area }, index) => {
      const count = assessment.branches.filter(({ findings }) => findings[index]?.level === light).length;
      return computed(
        { ...figure(count, "count", ""), align: "centre" as const },
        `COUNTIF(${areaName(area)},"${lights[light]}")`,
      );
    });
    sheet.row(wide([text(diagnosis.counted(lights[light]), "label"), ...counts]), { foot: true });
  }
  for (const note of diagnosis.notes) sheet.line(text(note, "note"));
  return areas;
}

/** What is red, then what is yellow, with the figures that reached their line. */
function list({ sheet, assessment, messages, at }: Drawing): void {
  const { diagnosis, lights } = messages;
  const rows = (["红", "黄"] as const).flatMap((light) =>
    assessment.branches.flatMap((branch, index) =>
      branch.findings
        .filter((finding) => finding.level === light)
        .map((finding) => {
          const reached = finding.rules
            .filter((rule) => rule.level === light)
            .map((rule) =>
              diagnosis.reached(
                rule.figure,
                ruleText(rule) ?? "",
                light,
                ruleLine(rule, light === "红" ? "red" : "yellow"),
              ),
            );
          return [
            text(branchLabel(assessment, branch), "label"),
            leading(text(finding.problem), at(index, finding.problem)),
            status(light, lights),
            text(reached.join("；")),
          ];
        }),
    ),
  );
  sheet.line(text(diagnosis.list, "section"));
  if (rows.length === 0) {
    sheet.line(text(diagnosis.noneListed));
    return;
  }
  const spans = [2, 2, 1, 3];
  sheet.table(
    diagnosis.listHeadings.map((heading, index) => ({ heading, span: spans[index] ?? 1 })),
    rows,
  );
}

/** The tab 问题诊断: all lights, then for each branch its lights with figures, lines and evidence, what holds it back, and the tasks that answer. Pauses by yielding. */
export function* diagnosisTab(
  assessment: Assessment,
  messages: ReportMessages,
  own: Heading,
  scores: ScoresTab,
): Generator<void, DiagnosisTab> {
  // The lights link to rows further down: where those stand, a first drawing tells.
  const { at } = yield* draw(assessment, messages, own, scores, null);
  return yield* draw(assessment, messages, own, scores, at);
}

/** Draws the tab; without `at`, to learn where its rows stand, heights do not matter. */
function* draw(
  assessment: Assessment,
  messages: ReportMessages,
  own: Heading,
  scores: ScoresTab,
  at: DiagnosisTab["at"] | null,
): Generator<void, DiagnosisTab> {
  const sheet = page(WIDTHS, own.cuts);
  const places = new Map<string, number>();
  const drawing: Drawing = {
    sheet,
    assessment,
    messages,
    scores,
    places,
    at: at ?? (() => null),
    least: ROWS.least,
    bodySize: own.bodySize,
  };
  const frame = heading(sheet, own, assessment, messages);
  const lights = matrix(drawing);
  list(drawing);
  // A page for each branch, to be handed out by itself.
  yield* stepwise(assessment.branches, (branch, index) => {
    // A single branch stands under the lights, on what is left of their page.
    const alone = assessment.branches.length === 1;
    const least = alone || at === null ? ROWS.least : fittingRow(drawing, index, branch);
    branchSection({ ...drawing, least }, index, branch, !alone);
  });
  return {
    tab: sheet.tab({
      ...frame,
      orientation: "portrait",
      freeze: { rows: 0, columns: 0 },
    }),
    at: (branch, problem) => {
      const row = places.get(placeKey(branch, problem));
      return row === undefined ? null : { sheet: own.name, cell: cellName(row, 0) };
    },
    lights,
  };
}

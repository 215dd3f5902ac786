import type { Assessment, BranchAssessment } from "../assessment/assessment";
import { competitionRanks } from "../methods/rank";
import { boundariesOf, branchLabel, meanOf, namesUnits, nameWidth, type Boundaries } from "./branches";
import { columnReference, computed, computedFigure, figure, level, reference, status, text } from "./cells";
import { heading, type Heading } from "./heading";
import { page, type Entry, type Page } from "./page";
import type { ReportCell, ReportTab } from "./report-model";
import type { ReportMessages } from "./report-messages";
import type { IndexKey, ScoresTab } from "./scores-tab";
import { shownText } from "./shown";
import { textWidth } from "./text-width";

/** The tab 融合总览 and where its lights stand, one column for each problem. */
export interface OverviewTab {
  readonly tab: ReportTab;
  readonly lights: {
    readonly first: number;
    readonly last: number;
    readonly columns: readonly { readonly problem: string; readonly column: number }[];
  };
}

/** More branches than fit a screen: from here on the headings stay in view. */
const SCREENFUL = 15;

/** Most branches whose table, charts and findings can still be read on one page. */
const ONE_PAGE = 14;

/** The tallest chart that leaves room for findings, notes and signature on its page. */
const MOST_CHART_ROWS = 22;

/** Whether table, charts, findings and signature stand on one page. */
function fitsOnePage(assessment: Assessment): boolean {
  return assessment.branches.length <= ONE_PAGE;
}

/** The problems in their order. */
function problemsOf(assessment: Assessment): string[] {
  return assessment.branches[0]?.findings.map(({ problem }) => problem) ?? [];
}

/** How many of `values` are each of `names`, and how many are missing. */
function tally(
  names: readonly string[],
  values: readonly (string | null)[],
): { readonly name: string | null; readonly count: number }[] {
  return [...names, null].map((name) => ({ name, count: values.filter((value) => value === name).length }));
}

interface Drawing {
  readonly sheet: Page;
  readonly assessment: Assessment;
  readonly messages: ReportMessages;
  readonly boundaries: Boundaries;
  readonly scores: ScoresTab;
}

/** The five figures on top; the red count is completed once the lights stand. */
function strip(
  { sheet, assessment, messages, boundaries }: Drawing,
  lights: { readonly areas: readonly string[]; readonly red: number },
): void {
  const { overview, words } = messages;
  const { branches } = assessment;
  const spans = sheet.spread([2, 3, 3, 2, 2]);
  const counts = (names: readonly string[], values: readonly (string | null)[]) => {
    const each = tally(names, values).filter(({ name, count }) => name !== null || count > 0);
    return {
      label: each.map(({ name }) => name ?? words.unassessed).join("／"),
      value: each.map(({ count }) => String(count)).join(" / "),
    };
  };
  const fusion = counts(
    messages.levels.fusion,
    branches.map(({ fusionLevel }) => fusionLevel),
  );
  const bands = counts(
    messages.levels.bands,
    branches.map(({ band }) => band),
  );
  const assessed = branches.filter((branch) => branch.fusion !== null || branch.total !== null).length;
  const rate = meanOf(branches.map(({ availability }) => availability));
  const red: ReportCell = {
    value: lights.red,
    role: "stripFigure",
    format: "count",
    align: "centre",
    ...(lights.red > 0 ? { tone: "red" as const } : {}),
  };
  const cards: readonly (readonly [label: string, cell: ReportCell])[] = [
    [overview.stripBranches, text(`${assessed} / ${branches.length}`, "stripFigure", "centre")],
    [overview.stripFusion(fusion.label), text(fusion.value, "stripFigure", "centre")],
    [overview.stripBands(bands.label), text(bands.value, "stripFigure", "centre")],
    [
      overview.stripRed,
      lights.areas.length === 0
        ? red
        : computed(red, lights.areas.map((area) => `COUNTIF(${area},"${messages.lights.红}")`).join("+")),
    ],
    [
      overview.stripRate,
      { ...figure(rate, "share", words.unassessed, boundaries.availability), role: "stripFigure", align: "centre" },
    ],
  ];
  sheet.row(
    cards.map(([label], index): Entry => ({ span: spans[index] ?? 1, cell: text(label, "stripLabel", "centre") })),
  );
  sheet.row(cards.map(([, cell], index): Entry => ({ span: spans[index] ?? 1, cell })));
  sheet.space(1, { height: 8 });
}

/** Headings of the table of branches, in the order of its columns. */
function headings({ assessment, messages }: Drawing): string[] {
  const { words } = messages;
  return [
    words.branch,
    ...(namesUnits(assessment) ? [words.unit] : []),
    ...assessment.subsystems.map((name) => messages.scores.subsystemIndex(name)),
    words.coupling,
    words.development,
    words.coordination,
    words.coordinationLevel,
    words.linkage,
    words.fusion,
    words.fusionLevel,
    words.total,
    words.band,
    words.availability,
    ...(assessment.showRanks ? [words.rank] : []),
    ...problemsOf(assessment),
  ];
}

function branchRows(drawing: Drawing): ReportCell[][] {
  const { assessment, messages, boundaries, scores } = drawing;
  const { words } = messages;
  const ranks = competitionRanks(
    assessment.branches.map(({ fusion }) => fusion),
    "descending",
  );
  return assessment.branches.map((branch, index) => {
    const from = (key: IndexKey) => reference(scores.at(index, key));
    const number = (
      key: IndexKey,
      value: number | null,
      format: "index" | "points" | "share",
      limits: readonly number[],
    ) => computed(figure(value, format, words.unassessed, limits), from(key));
    const named = (key: IndexKey, value: string | null) => computed(level(value, words.unassessed), from(key));
    return [
      text(branch.branch, "label"),
      ...(namesUnits(assessment) ? [text(branch.unit ?? words.noUnit)] : []),
      ...assessment.subsystems.map((name) =>
        number(`index:${name}`, branch.subsystems[name]?.index ?? null, "index", boundaries.subsystem),
      ),
      number("coupling", branch.coupling, "index", []),
      number("development", branch.development, "index", []),
      number("coordination", branch.coordination, "index", boundaries.coordination),
      named("coordinationLevel", branch.coordinationLevel),
      number("linkage", branch.linkage, "index", boundaries.linkage),
      number("fusion", branch.fusion, "points", boundaries.fusion),
      named("fusionLevel", branch.fusionLevel),
      number("total", branch.total, "points", boundaries.total),
      named("band", branch.band),
      number("availability", branch.availability, "share", boundaries.availability),
      ...(assessment.showRanks ? [figure(ranks[index] ?? null, "count", words.unassessed)] : []),
      ...branch.findings.map((finding) => status(finding.level, messages.lights)),
    ];
  });
}

/** Means of the figures that exist, under each column of figures. */
function meanRow({ assessment, messages, boundaries }: Drawing, first: number, last: number): ReportCell[] {
  const blank: ReportCell = { value: null, role: "label" };
  type Average = (column: number) => ReportCell;
  const average =
    (
      of: (branch: BranchAssessment) => number | null,
      format: "index" | "points" | "share",
      limits: readonly number[],
    ): Average =>
    (column) =>
      computedFigure(
        figure(meanOf(assessment.branches.map(of)), format, messages.words.unassessed, limits),
        `AVERAGE(${columnReference({ row: first, column }, last)})`,
      );
  const empty: Average = () => blank;
  const columns: readonly Average[] = [
    () => text(messages.words.mean, "label"),
    ...(namesUnits(assessment) ? [empty] : []),
    ...assessment.subsystems.map((name) =>
      average((branch) => branch.subsystems[name]?.index ?? null, "index", boundaries.subsystem),
    ),
    average(({ coupling }) => coupling, "index", []),
    average(({ development }) => development, "index", []),
    average(({ coordination }) => coordination, "index", boundaries.coordination),
    empty,
    average(({ linkage }) => linkage, "index", boundaries.linkage),
    average(({ fusion }) => fusion, "points", boundaries.fusion),
    empty,
    average(({ total }) => total, "points", boundaries.total),
    empty,
    average(({ availability }) => availability, "share", boundaries.availability),
    ...(assessment.showRanks ? [empty] : []),
    ...problemsOf(assessment).map(() => empty),
  ];
  return columns.map((cell, column) => cell(column));
}

function widthsOf(assessment: Assessment): number[] {
  return [
    nameWidth(
      assessment.branches.map(({ branch }) => branch),
      12,
      20,
    ),
    ...(namesUnits(assessment)
      ? [
          nameWidth(
            assessment.branches.map(({ unit }) => unit ?? ""),
            8,
            18,
          ),
        ]
      : []),
    ...assessment.subsystems.map(() => 7),
    ...[8, 8, 8, 10, 8, 10.5, 10, 7.5, 7, 8],
    ...(assessment.showRanks ? [6] : []),
    // A name of five characters stands in one line; longer ones take two.
    ...problemsOf(assessment).map((problem) => (textWidth(problem) > 8 ? 10.5 : 9)),
  ];
}

/** Three sentences: how the branches stand, which problem weighs most, which indicators hold them back. */
function findings({ assessment, messages, boundaries }: Drawing): string[] {
  const { overview } = messages;
  const { branches } = assessment;
  const mean = meanOf(branches.map(({ fusion }) => fusion));
  const assessed = branches.filter(({ fusion }) => fusion !== null).length;
  const standing =
    mean === null
      ? overview.noneStands(branches.length)
      : overview.stands(
          assessed,
          shownText(mean, boundaries.fusion, "points"),
          tally(
            messages.levels.fusion,
            branches.map(({ fusionLevel }) => fusionLevel),
          ).flatMap(({ name, count }) => (name !== null && count > 0 ? [{ name, count }] : [])),
        );
  const lights = problemsOf(assessment).map((problem) => {
    const levels = branches.map((branch) => branch.findings.find((finding) => finding.problem === problem)?.level);
    return {
      problem,
      red: levels.filter((each) => each === "红").length,
      yellow: levels.filter((each) => each === "黄").length,
      green: levels.filter((each) => each === "绿").length,
    };
  });
  const worst = [...lights].sort((one, other) => other.red - one.red || other.yellow - one.yellow)[0];
  const sum = (of: "red" | "yellow" | "green") => lights.reduce((total, each) => total + each[of], 0);
  const diagnosed =
    worst === undefined || sum("red") + sum("yellow") + sum("green") === 0
      ? overview.noneDiagnosed
      : sum("red") + sum("yellow") === 0
        ? overview.allGreen
        : overview.diagnosed(sum("red"), sum("yellow"), worst.problem, worst.red, worst.yellow);
  const held = new Map<string, number>();
  for (const { obstacles } of branches) for (const [code] of obstacles) held.set(code, (held.get(code) ?? 0) + 1);
  const leading = assessment.scheme
    .flatMap(({ code, name }) =>
      (held.get(code) ?? 0) > 0 ? [{ name: `${code} ${name}`, count: held.get(code) ?? 0 }] : [],
    )
    .sort((one, other) => other.count - one.count)
    .slice(0, 3);
  return [standing, diagnosed, leading.length === 0 ? overview.noObstacle : overview.obstacles(leading)];
}

/** The two charts side by side on rows kept free for them. */
function charts({ sheet, assessment, messages, scores }: Drawing): void {
  const { fusion, profile } = scores.chartData;
  if (fusion === null) {
    sheet.line(text(messages.overview.noChart));
    return;
  }
  const rows = Math.min(MOST_CHART_ROWS, Math.max(11, Math.ceil(fusion.categories.rowCount * 0.75) + 4));
  const first = sheet.length();
  sheet.space(rows, { breakBefore: !fitsOnePage(assessment) });
  const [left = 1] = sheet.spread([3, 2]);
  sheet.chart({
    name: "fusion",
    kind: "bar",
    title: messages.overview.fusionChart,
    sheet: messages.tabs.scores,
    categories: fusion.categories,
    series: [{ name: messages.words.fusion, values: fusion.values }],
    place: { row: first, column: 0, rowCount: rows, columnCount: profile === null ? sheet.columns : left },
    categoryTitle: messages.words.branch,
    valueTitle: messages.words.fusion,
    valueRange: { min: 0, max: 100 },
  });
  if (profile === null) return;
  sheet.chart({
    name: "profile",
    kind: "radar",
    title: messages.overview.profileChart(assessment.branches.length),
    sheet: messages.tabs.scores,
    categories: profile.categories,
    series: profile.series,
    place: { row: first, column: left, rowCount: Math.min(rows, 16), columnCount: sheet.columns - left },
    valueRange: { min: 0, max: 1 },
  });
}

function notes({ sheet, assessment, messages }: Drawing): void {
  const vetoed = assessment.branches.filter((branch) => branch.vetoed).map((branch) => branchLabel(assessment, branch));
  for (const note of messages.overview.notes(assessment)) sheet.line(text(note, "note"));
  if (vetoed.length > 0) sheet.line(text(messages.overview.vetoed(vetoed), "note"));
}

/** The tab 融合总览: the page that a leader signs. */
export function overviewTab(
  assessment: Assessment,
  messages: ReportMessages,
  own: Heading,
  scores: ScoresTab,
): OverviewTab {
  const sheet = page(widthsOf(assessment));
  const drawing: Drawing = { sheet, assessment, messages, boundaries: boundariesOf(assessment), scores };
  heading(sheet, own, assessment, messages);

  const problems = problemsOf(assessment);
  const STRIP_ROWS = 3;
  const header = sheet.length() + STRIP_ROWS;
  const first = header + 1;
  const last = first + assessment.branches.length - 1;
  const columns = problems.map((problem, index) => ({ problem, column: sheet.columns - problems.length + index }));
  const [leftmost] = columns;
  const rightmost = columns[columns.length - 1];
  const areas =
    leftmost === undefined || rightmost === undefined
      ? []
      : [`${reference({ row: first, column: leftmost.column })}:${reference({ row: last, column: rightmost.column })}`];
  const red = assessment.branches
    .flatMap((branch) => branch.findings)
    .filter((finding) => finding.level === "红").length;
  strip(drawing, { areas, red });
  sheet.table(
    headings(drawing).map((heading) => ({ heading, span: 1 })),
    branchRows(drawing),
  );
  const fusionColumn = headings(drawing).indexOf(messages.words.fusion);
  sheet.row(meanRow(drawing, first, last));
  sheet.scale({
    kind: "bar",
    area: { row: first, column: fusionColumn, rowCount: assessment.branches.length, columnCount: 1 },
    min: 0,
    max: 100,
  });

  charts(drawing);
  sheet.line(text(messages.overview.findings, "section"), { height: 24 });
  findings(drawing).forEach((sentence, index) => sheet.line(text(messages.overview.numbered(index + 1, sentence))));
  notes(drawing);
  sheet.line(text(messages.overview.signature, "signature"));
  const long = assessment.branches.length > SCREENFUL;
  return {
    tab: sheet.tab({
      key: own.key,
      name: own.name,
      orientation: "landscape",
      freeze: { rows: long ? first : 0, columns: 1 },
      ...(long ? { titleRows: { first: header, last: header } } : {}),
      ...(fitsOnePage(assessment) ? { onePage: true } : {}),
    }),
    lights: { first, last, columns },
  };
}

import type { Assessment, BranchAssessment, Finding, Light } from "../assessment/assessment";
import { cellName, type Area } from "../grid";
import { competitionRanks } from "../methods/rank";
import { round9 } from "../methods/round9";
import { boundariesOf, branchLabel, meanOf, namesUnits, nameWidth, shortUnits, type Boundaries } from "./branches";
import {
  header,
  absent,
  areaReference,
  columnReference,
  computed,
  figure,
  level,
  linked,
  live,
  reference,
  status,
  text,
  type CellRef,
} from "./cells";
import type { ChartData } from "./chart-data";
import type { DiagnosisTab } from "./diagnosis-tab";
import { heading, type Heading } from "./heading";
import { groupedScheme } from "./indicator-lines";
import { coveredWidth, neededHeight, page, type Entry, type Page, type Wide, type DrawnTab } from "./page";
import { columnPoints, printedArea, roleHeight, USUAL_BODY } from "./paper";
import type { FigureFormat, ReportCell, ReportChart } from "./report-model";
import type { ReportMessages } from "./report-messages";
import type { DefinitionOf, IndexKey, ScoresTab } from "./scores-tab";
import { limitText, shownText } from "./shown";
import { lineCount, textWidth } from "./text-width";

/** Other tabs that 融合总览 refers to; 问题诊断 is `null` where it is not made. */
interface Sources {
  readonly scores: ScoresTab;
  readonly diagnosis: DiagnosisTab | null;
  readonly definitionOf: DefinitionOf;
}

/** More branches than fit a screen: from here on the headings stay in view. */
const SCREENFUL = 15;

/** Rows that the charts cover on a page of their own. */
const CHART_ROWS = 19;

/** Points of the smallest printed body text that is read with ease. */
const LEAST_PRINTED = 8.8;

/** Heights of rows in points where everything stands on one page. */
const HEIGHTS = {
  stripLabel: 27.75,
  stripFigure: 25.5,
  gap: 3,
  line: 15,
  text: 13.75,
  section: 21,
  note: 12.75,
  signature: 21,
} as const;

/** Heights of the charts on the page of the table: what is read at all, and what is not yet out of proportion. */
const CHARTS = { least: 165, most: 300 } as const;

/** More points than this, and their names would overlap. */
const MOST_LABELLED = 24;

/** Where the axes cross in a run without a gate for subsystems. */
const MIDDLE = 0.5;

/** Characters for the greatest obstacle of a branch: with a longer name, its code says which. */
const OBSTACLE_WIDTH = 16.5;

/** Lights from the heaviest on. */
const BY_WEIGHT: readonly Light[] = ["红", "黄", "绿", "未评"];

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

/** What the page is drawn from. */
interface Frame extends Sources {
  readonly assessment: Assessment;
  readonly messages: ReportMessages;
  readonly boundaries: Boundaries;
}

interface Drawing extends Frame {
  readonly sheet: Page;
  /** Whether table, charts, findings and signature stand on one page. */
  readonly onePage: boolean;
}

/** The five figures on top; red findings are counted where their lights stand. */
function strip({ sheet, assessment, messages, boundaries, diagnosis }: Drawing): void {
  const { overview, words } = messages;
  const { branches } = assessment;
  const redFindings = branches.flatMap(({ findings }) => findings).filter(({ level }) => level === "红").length;
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
    value: redFindings,
    role: "stripFigure",
    format: "count",
    align: "centre",
    ...(redFindings > 0 ? { tone: "red" as const } : {}),
  };
  const cards: readonly (readonly [label: string, cell: ReportCell])[] = [
    [overview.stripBranches, text(`${assessed} / ${branches.length}`, "stripFigure", "centre")],
    [overview.stripFusion(fusion.label), text(fusion.value, "stripFigure", "centre")],
    [overview.stripBands(bands.label), text(bands.value, "stripFigure", "centre")],
    [
      overview.stripRed,
      diagnosis === null || diagnosis.lights.length === 0
        ? red
        : computed(
            red,
            diagnosis.lights.map((area) => `COUNTIF(${areaReference(area)},"${messages.lights.红}")`).join("+"),
          ),
    ],
    [
      overview.stripRate,
      { ...figure(rate, "share", words.unassessed, boundaries.availability), role: "stripFigure", align: "centre" },
    ],
  ];
  sheet.row(
    cards.map(([label], index): Entry => ({ span: spans[index] ?? 1, cell: text(label, "stripLabel", "centre") })),
    { height: HEIGHTS.stripLabel },
  );
  sheet.row(
    cards.map(([, cell], index): Entry => ({ span: spans[index] ?? 1, cell })),
    { height: HEIGHTS.stripFigure },
  );
  sheet.space(1, { height: HEIGHTS.gap });
}

/** A column of the table of branches. `key` is what it shows of 指标得分, by which its definition is found. */
interface TableColumn {
  readonly heading: string;
  readonly key: string | null;
  readonly width: number;
  readonly cell: (branch: BranchAssessment, index: number) => ReportCell;
  /** The figure of which a mean stands under the column. */
  readonly mean?: {
    readonly of: (branch: BranchAssessment) => number | null;
    readonly format: FigureFormat;
    readonly limits: readonly number[];
  };
}

/** The heaviest problem of a branch: by light, then by how many of its rules reach that light, then in the order of the problems. */
function worstFinding({ findings }: BranchAssessment): Finding | null {
  const weight = ({ level, rules }: Finding): readonly [number, number] => [
    BY_WEIGHT.indexOf(level),
    -rules.filter((rule) => rule.level === level).length,
  ];
  return (
    [...findings].sort((one, other) => {
      const [[light, rules], [otherLight, otherRules]] = [weight(one), weight(other)];
      return light - otherLight || rules - otherRules;
    })[0] ?? null
  );
}

/** Its name, linked to the figures that it follows from; 无 where nothing is yellow or red. */
function worstCell({ messages, diagnosis }: Frame, branch: BranchAssessment, index: number): ReportCell {
  const worst = worstFinding(branch);
  if (worst === null || worst.level === "未评") return { ...absent(messages.words.unassessed), align: "left" };
  if (worst.level === "绿") return text(messages.words.none);
  return linked(worst.problem, diagnosis?.at(index, worst.problem) ?? null);
}

/** The indicator that costs a branch most points, linked to its attainment. */
function obstacleCell({ assessment, messages, scores }: Frame, branch: BranchAssessment, index: number): ReportCell {
  const { words, overview } = messages;
  const [first] = branch.obstacles;
  const isAssessed = Object.values(branch.indicators).some(({ score }) => score !== null);
  if (first === undefined) return isAssessed ? text(words.none) : { ...absent(words.unassessed), align: "left" };
  const [code, degree] = first;
  const name = assessment.scheme.find((line) => line.code === code)?.name ?? code;
  const { sheet, row, column } = scores.indicatorAt(index, code).attainment;
  const share = shownText(degree, [], { decimals: 0, percent: true });
  const whole = overview.held(name, share);
  return linked(
    textWidth(whole) < OBSTACLE_WIDTH ? whole : overview.held(code, share),
    sheet === undefined ? null : { sheet, cell: cellName(row, column) },
  );
}

/** The columns of the table: who, the indices with their levels, what weighs most and what holds back most. */
function columnsOf(frame: Frame): readonly TableColumn[] {
  const { assessment, messages, boundaries, scores } = frame;
  const { words } = messages;
  const from = (index: number, key: IndexKey) => reference(scores.at(index, key));
  const number = (
    key: IndexKey,
    heading: string,
    width: number,
    of: (branch: BranchAssessment) => number | null,
    format: FigureFormat,
    limits: readonly number[],
  ): TableColumn => ({
    heading,
    key,
    width,
    cell: (branch, index) => computed(figure(of(branch), format, words.unassessed, limits), from(index, key)),
    mean: { of, format, limits },
  });
  const named = (
    key: IndexKey,
    heading: string,
    width: number,
    of: (branch: BranchAssessment) => string | null,
  ): TableColumn => ({
    heading,
    key,
    width,
    cell: (branch, index) => computed(level(of(branch), words.unassessed), from(index, key)),
  });
  const ranks = competitionRanks(
    assessment.branches.map(({ fusion }) => fusion),
    "descending",
  );
  const names = assessment.branches.map(({ branch }) => branch);
  const short = shortUnits(assessment);
  const units = assessment.branches.map(({ unit }) => short(unit ?? ""));
  const worst = assessment.branches.map(worstFinding);
  return [
    {
      heading: words.branch,
      key: null,
      width: nameWidth(names, 12, 18.5),
      cell: ({ branch }) => text(branch, "label"),
    },
    ...(namesUnits(assessment)
      ? [
          {
            heading: words.unit,
            key: null,
            width: nameWidth(units, 8, 14) - 1.5,
            cell: ({ unit }: BranchAssessment) => text(unit === null ? words.noUnit : short(unit)),
          },
        ]
      : []),
    ...assessment.subsystems.map((name) =>
      number(
        `index:${name}`,
        messages.scores.subsystemIndex(name),
        5.5,
        ({ subsystems }) => subsystems[name]?.index ?? null,
        "index",
        boundaries.subsystem,
      ),
    ),
    number("coupling", words.coupling, 7, ({ coupling }) => coupling, "index", []),
    number("development", words.development, 7, ({ development }) => development, "index", []),
    number("coordination", words.coordination, 7, (branch) => branch.coordination, "index", boundaries.coordination),
    named("coordinationLevel", words.coordinationLevel, 8.5, ({ coordinationLevel }) => coordinationLevel),
    number("linkage", words.linkage, 7, ({ linkage }) => linkage, "index", boundaries.linkage),
    number("fusion", words.fusion, 9, ({ fusion }) => fusion, "points", boundaries.fusion),
    named("fusionLevel", words.fusionLevel, 8.5, ({ fusionLevel }) => fusionLevel),
    number("total", words.total, 6.5, ({ total }) => total, "points", boundaries.total),
    named("band", words.band, 5, ({ band }) => band),
    number("availability", words.availability, 6.5, (branch) => branch.availability, "share", boundaries.availability),
    ...(assessment.showRanks
      ? [
          {
            heading: words.rank,
            key: "rank",
            width: 5,
            cell: (_: BranchAssessment, index: number) => figure(ranks[index] ?? null, "count", words.unassessed),
          },
        ]
      : []),
    {
      heading: messages.overview.light,
      key: null,
      width: Math.max(5.5, ...worst.map((found) => textWidth(messages.lights[found?.level ?? "未评"]) + 0.5)),
      cell: (branch) => status(worstFinding(branch)?.level ?? "未评", messages.lights),
    },
    {
      heading: messages.overview.worst,
      key: "problem",
      width: Math.max(10, ...worst.map((found) => textWidth(found?.problem ?? "") + 0.5)),
      cell: (branch, index) => worstCell(frame, branch, index),
    },
    {
      heading: messages.overview.obstacle,
      key: "obstacle",
      width: OBSTACLE_WIDTH,
      cell: (branch, index) => obstacleCell(frame, branch, index),
    },
  ];
}

/** Means of the figures that exist, under each column of figures; 未评 where there are none, now or once the ledgers change. */
function meanRow(
  { assessment, messages }: Frame,
  columns: readonly TableColumn[],
  first: number,
  last: number,
): ReportCell[] {
  const { words } = messages;
  return columns.map(({ mean }, column) => {
    if (column === 0) return text(words.mean, "label");
    if (mean === undefined) return { value: null, role: "label" };
    const range = columnReference({ row: first, column }, last);
    const average = figure(meanOf(assessment.branches.map(mean.of)), mean.format, words.unassessed, mean.limits);
    const formula = `IF(COUNTIF(${range},"${words.unassessed}")=${assessment.branches.length},"${words.unassessed}",AVERAGE(${range}))`;
    return live(average, formula, mean.format);
  });
}

/** A sentence of the findings and the cell that its figures can be followed from. */
interface Sentence {
  readonly words: string;
  readonly source: { readonly sheet: string; readonly cell: string } | null;
}

/** Three sentences: how the branches stand, which problem weighs most, which indicators hold them back. */
function findings({ assessment, messages, boundaries, scores, diagnosis }: Frame): Sentence[] {
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
  const place = ({ sheet, row, column }: CellRef): Sentence["source"] =>
    sheet === undefined ? null : { sheet, cell: cellName(row, column) };
  const [lit] = diagnosis?.lights ?? [];
  const [line] = groupedScheme(assessment);
  return [
    { words: standing, source: place(scores.at(0, "fusion")) },
    { words: diagnosed, source: lit === undefined ? null : place({ ...lit.area, sheet: lit.sheet }) },
    {
      words: leading.length === 0 ? overview.noObstacle : overview.obstacles(leading),
      source: line === undefined ? null : place(scores.indicatorAt(0, line.code).attainment),
    },
  ];
}

/** The sentences, each with its number, and the cells that link to where their figures stand. */
function findingCells(drawing: Drawing): { readonly sentence: ReportCell; readonly source: ReportCell }[] {
  const { overview } = drawing.messages;
  return findings(drawing).map(({ words, source }, index) => ({
    sentence: text(overview.numbered(index + 1, words)),
    source: source === null ? text("") : linked(overview.source(source.sheet), source),
  }));
}

/** The findings across the page. */
function findingRows(drawing: Drawing): void {
  const { sheet, messages } = drawing;
  sheet.line(text(messages.overview.findings, "section"), { height: HEIGHTS.section });
  const [wide = 1, narrow = 1] = sheet.spread([8, 1]);
  for (const { sentence, source } of findingCells(drawing)) {
    sheet.row([
      { span: wide, cell: sentence },
      { span: narrow, cell: source },
    ]);
  }
}

/** Names for points of a chart: without the ending that all branches share, where the rest still tells them apart. */
function pointNames(
  assessment: Assessment,
  branches: readonly BranchAssessment[],
): ReadonlyMap<BranchAssessment, string> {
  const whole = branches.map((branch) => branchLabel(assessment, branch).replace(/\s+/gu, " "));
  const short = whole.map((name) => name.replace(/(?:党总支|党支部|支部)$/u, ""));
  const names = short.every((name) => name !== "") && new Set(short).size === new Set(whole).size ? short : whole;
  return new Map(branches.map((branch, index) => [branch, names[index] ?? ""]));
}

/** Where the axes of the quadrants cross: the gate that 评选 sets for subsystems. */
function crossingOf(assessment: Assessment): number {
  return assessment.branches[0]?.gates.subsystems.threshold ?? MIDDLE;
}

type Quadrants = NonNullable<ChartData["quadrants"]>;

/** What a name takes of the axes, by character across, and up: on the page of the table, and on a page of their own. */
const NAME = { shared: { across: 0.0165, up: 0.15 }, own: { across: 0.0085, up: 0.06 } } as const;

/**
 * The names that can stand above their points without covering one another or other points, those of the lower levels first;
 * blank for the others.
 */
function placedNames(
  { wings, series }: Quadrants,
  names: ReadonlyMap<BranchAssessment, string>,
  size: (typeof NAME)[keyof typeof NAME],
): readonly string[][] {
  const at = ({ subsystems }: BranchAssessment) => wings.map((wing) => subsystems[wing]?.index ?? 0);
  const points = series.flatMap(({ branches }) => branches.map(at));
  const taken: (readonly [across: number, up: number, half: number])[] = [];
  return [...series]
    .reverse()
    .map(({ branches }) =>
      branches.map((branch) => {
        const name = names.get(branch) ?? "";
        const [across = 0, up = 0] = at(branch);
        const half = (textWidth(name) * size.across) / 2;
        const covers =
          taken.some(([left, low, other]) => Math.abs(left - across) < half + other && Math.abs(low - up) < size.up) ||
          points.some(
            ([left = 0, high = 0]) => Math.abs(left - across) < half && high > up && high - up < size.up * 1.3,
          );
        if (!covers) taken.push([across, up, half]);
        return covers ? "" : name;
      }),
    )
    .reverse();
}

function quadrantChart({ assessment, messages, onePage }: Drawing, quadrants: Quadrants, place: Area): ReportChart {
  const { wings, series } = quadrants;
  const { words, scores, levels, overview, tabs } = messages;
  const [across, up] = wings.map((name) => scores.subsystemIndex(name));
  const drawn = series.flatMap(({ branches }) => branches);
  const size = onePage ? NAME.shared : NAME.own;
  const labels = placedNames(quadrants, pointNames(assessment, drawn), size);
  const unit = { min: 0, max: 1 };
  const crossing = crossingOf(assessment);
  return {
    name: "quadrants",
    kind: "scatter",
    title: overview.quadrantChart(across ?? "", up ?? ""),
    sheet: tabs.scores,
    categories: series[0]?.across ?? place,
    series: series.map(({ level: name, across: categories, up: values }, index) => ({
      name: name ?? words.unassessed,
      categories,
      values,
      colour: name === null ? levels.fusion.length : levels.fusion.indexOf(name),
      ...(drawn.length > MOST_LABELLED ? {} : { labels: labels[index] ?? [] }),
    })),
    place,
    categoryTitle: across ?? "",
    valueTitle: up ?? "",
    categoryRange: unit,
    valueRange: unit,
    valueStep: onePage ? 0.2 : 0.1,
    crossing: { category: crossing, value: crossing },
  };
}

function quadrantWords({ assessment, messages }: Frame, { wings, series }: Quadrants): string {
  const crossing = crossingOf(assessment);
  const counts = { both: 0, across: 0, up: 0, neither: 0 };
  const drawn = series.flatMap(({ branches }) => branches);
  for (const { subsystems } of drawn) {
    const [across, up] = wings.map((name) => round9(subsystems[name]?.index ?? 0) >= round9(crossing));
    counts[across === true ? (up === true ? "both" : "across") : up === true ? "up" : "neither"] += 1;
  }
  const [across = "", up = ""] = wings.map((name) => messages.scores.subsystemIndex(name));
  return messages.overview.quadrants(across, up, limitText(crossing, "index"), {
    ...counts,
    missing: assessment.branches.length - drawn.length,
  });
}

function levelChart(
  { assessment, messages }: Frame,
  { categories, values }: NonNullable<ChartData["levels"]>,
  place: Area,
): ReportChart {
  const most = Math.max(
    ...tally(
      messages.levels.fusion,
      assessment.branches.map(({ fusionLevel }) => fusionLevel),
    ).map(({ count }) => count),
  );
  const step = Math.max(1, Math.ceil(most / 5));
  return {
    name: "levels",
    kind: "bar",
    title: messages.overview.levelChart,
    sheet: messages.tabs.scores,
    categories,
    series: [{ name: messages.words.branches, values }],
    place,
    categoryTitle: messages.words.fusionLevel,
    valueTitle: messages.words.branches,
    valueRange: { min: 0, max: step * (Math.floor(most / step) + 1) },
    valueStep: step,
  };
}

function levelWords({ assessment, messages }: Frame): string {
  const counts = tally(
    messages.levels.fusion,
    assessment.branches.map(({ fusionLevel }) => fusionLevel),
  );
  return messages.overview.levels(
    counts.flatMap(({ name, count }) => (name === null ? [] : [{ name, count }])),
    counts.find(({ name }) => name === null)?.count ?? 0,
  );
}

/** What the charts show, beneath them; `spans` are their columns. */
function chartWords(drawing: Frame, [left = 1, right = 1]: readonly number[]): Wide[] {
  const { overview } = drawing.messages;
  const { quadrants, levels } = drawing.scores.chartData;
  return [
    { span: left, cell: text(quadrants === null ? overview.noQuadrants : quadrantWords(drawing, quadrants)) },
    { span: right, cell: text(levels === null ? overview.noLevels : levelWords(drawing)) },
  ];
}

/** The two charts side by side over `rowCount` rows kept free for them in the columns that `spans` count; one alone takes both places. */
function drawCharts(drawing: Drawing, row: number, rowCount: number, [left = 1, right = 1]: readonly number[]): void {
  const { sheet, scores } = drawing;
  const { quadrants, levels } = scores.chartData;
  const whole = { row, rowCount, column: 0, columnCount: left + right };
  const [first, second] =
    quadrants === null || levels === null
      ? [whole, whole]
      : [
          { ...whole, columnCount: left },
          { ...whole, column: left, columnCount: right },
        ];
  if (quadrants !== null) sheet.chart(quadrantChart(drawing, quadrants, first));
  if (levels !== null) sheet.chart(levelChart(drawing, levels, second));
}

/** The charts on a page of their own, and the findings beneath them. */
function chartsOnOwnPage(drawing: Drawing): void {
  const { sheet } = drawing;
  const row = sheet.length();
  sheet.space(CHART_ROWS, { breakBefore: true });
  const [left = 1] = sheet.spread([3, 2]);
  const spans = [left, sheet.columns - left];
  drawCharts(drawing, row, CHART_ROWS, spans);
  sheet.row(chartWords(drawing, spans));
  findingRows(drawing);
}

/** Parts of the page that quadrants, levels, findings and their sources take beside one another. */
const BESIDE = [7.6, 3.4, 5, 1.8] as const;

/** Points of a row of wrapped body text. */
function textHeight(cell: ReportCell, width: number): number {
  const lines = typeof cell.value === "string" ? lineCount(cell.value, width - 0.5) : 1;
  return Math.max(HEIGHTS.line, lines * HEIGHTS.text + 1.5);
}

/** Points of the words beneath the charts where the findings stand beside them. */
function wordsHeight(frame: Frame, widths: readonly number[]): number {
  const [first = 1, second = 1] = page(widths).spread(BESIDE);
  const heights = chartWords(frame, [first, second]).map(({ cell, span }, index) =>
    textHeight(cell, coveredWidth(widths, index * first, span)),
  );
  return Math.max(...heights);
}

/** The charts over `room` points with the findings to their right. */
function chartsBesideFindings(drawing: Drawing, widths: readonly number[], room: number): void {
  const { sheet, messages } = drawing;
  const [first = 1, second = 1, wide = 1, narrow = 1] = sheet.spread(BESIDE);
  const spans = [first, second];
  const lines = findingCells(drawing);
  const needed = lines.map(({ sentence }) => textHeight(sentence, coveredWidth(widths, first + second, wide)));
  const left = room - HEIGHTS.section - needed.reduce((sum, height) => sum + height, 0);
  const spare = Math.max(0, left) / Math.max(1, lines.length);
  const free = Array.from({ length: first + second }, () => null);
  const row = sheet.row([...free, { span: wide + narrow, cell: text(messages.overview.findings, "section") }], {
    height: HEIGHTS.section,
  });
  lines.forEach(({ sentence, source }, index) => {
    sheet.row([...free, { span: wide, cell: sentence }, { span: narrow, cell: source }], {
      height: Math.floor((needed[index] ?? 0) + spare),
    });
  });
  drawCharts(drawing, row, 1 + lines.length, spans);
  sheet.row([...chartWords(drawing, spans), { span: wide + narrow, cell: text("") }], {
    height: wordsHeight(drawing, widths),
  });
}

/**
 * Points that the charts have on the page of the table beside title, subtitle and rows of `taken` points: what is left where the page is
 * scaled to its width, or, where that is too little, the least of them if the page can be scaled to it and still be read; null where it
 * cannot. Heights are those of `ReportRow.height`.
 */
function chartsRoom(widths: readonly number[], taken: number, bodySize: number): number | null {
  const paper = printedArea("landscape");
  const width = widths.reduce((sum, each) => sum + columnPoints(each, bodySize), 0);
  const top = roleHeight("title", bodySize) + roleHeight("subtitle", bodySize);
  const left = (scale: number) => ((paper.height / scale - top) * USUAL_BODY) / bodySize - taken;
  const leastScale = LEAST_PRINTED / bodySize;
  const room = left(Math.min(1, Math.max(leastScale, paper.width / width)));
  if (room >= CHARTS.least) return Math.min(CHARTS.most, room);
  return left(leastScale) >= CHARTS.least ? CHARTS.least : null;
}

/** What stands under the table and its charts. */
function noteCells({ assessment, messages }: Frame): ReportCell[] {
  const vetoed = assessment.branches.filter((branch) => branch.vetoed).map((branch) => branchLabel(assessment, branch));
  const notes = messages.overview.notes(assessment);
  const said = vetoed.length > 0 ? messages.overview.vetoed(vetoed) : "";
  return notes.map((note, index) => text(index === notes.length - 1 ? note + said : note, "note"));
}

/** The tab 融合总览: the page that a leader signs. */
export function overviewTab(
  assessment: Assessment,
  messages: ReportMessages,
  own: Heading,
  sources: Sources,
): DrawnTab {
  const frame: Frame = { assessment, messages, boundaries: boundariesOf(assessment), ...sources };
  const columns = columnsOf(frame);
  const widths = columns.map(({ width }) => width);
  const { quadrants, levels } = sources.scores.chartData;
  const head = columns.map(({ heading: words, key }): ReportCell => {
    const place = key === null ? null : sources.definitionOf(key);
    const cell = header(words);
    return place === null ? cell : { ...cell, link: { sheet: place.sheet, cell: place.cell } };
  });
  const rows = assessment.branches.map((branch, index) => columns.map(({ cell }) => cell(branch, index)));
  const heightOf = (cells: readonly ReportCell[]): number =>
    Math.max(...cells.map((cell, column) => textHeight(cell, widths[column] ?? 0)));
  const notes = noteCells(frame).map((cell) => ({
    cell,
    height: Math.max(HEIGHTS.note, neededHeight(cell, coveredWidth(widths, 0, widths.length))),
  }));
  const drawn = quadrants !== null || levels !== null;
  const headHeight = Math.max(HEIGHTS.section, ...head.map((cell, column) => neededHeight(cell, widths[column] ?? 0)));
  const taken = [
    HEIGHTS.stripLabel + HEIGHTS.stripFigure + HEIGHTS.gap,
    headHeight,
    ...rows.map(heightOf),
    HEIGHTS.line,
    ...(drawn ? [wordsHeight(frame, widths)] : []),
    ...notes.map(({ height }) => height),
    HEIGHTS.signature,
  ].reduce((sum, height) => sum + height, 0);
  const room = chartsRoom(widths, taken, own.bodySize);
  const onePage = room !== null;
  const sheet = page(widths, own.cuts);
  const drawing: Drawing = { ...frame, sheet, onePage };
  const { titleRows, ...named } = heading(sheet, own, assessment, messages);
  strip(drawing);
  const headings = () => sheet.row(head, { height: headHeight });
  const [first = 0] = sheet.lines(headings, rows, (cells) =>
    sheet.row(cells, onePage ? { height: heightOf(cells) } : {}),
  );
  const last = sheet.length() - 1;
  sheet.row(meanRow(drawing, columns, first, last), { foot: true, ...(onePage ? { height: HEIGHTS.line } : {}) });
  sheet.scale({
    kind: "bar",
    area: {
      row: first,
      column: columns.findIndex(({ key }) => key === "fusion"),
      rowCount: last - first + 1,
      columnCount: 1,
    },
    min: 0,
    max: 100,
  });

  if (!drawn) {
    sheet.line(text(messages.overview.noLevels));
    findingRows(drawing);
  } else if (room !== null) chartsBesideFindings(drawing, widths, room);
  else chartsOnOwnPage(drawing);
  for (const { cell, height } of notes) sheet.line(cell, { height });
  sheet.line(text(messages.overview.signature, "signature"), { height: HEIGHTS.signature });
  const long = assessment.branches.length > SCREENFUL;
  return sheet.tab({
    ...named,
    orientation: "landscape",
    freeze: { rows: long ? first : 0, columns: 1 },
    ...(onePage ? { onePage: true } : { titleRows }),
  });
}

import { branchName } from "../branch-name";
import type { Assessment } from "../assessment/assessment";
import { isoOf } from "../calendar";
import { type Area, cellName } from "../grid";
import { round9 } from "../methods/round9";
import { branchKey } from "../trend/snapshot";
import { movementOf, type Trend, type TrendBranch, type TrendPeriod, valuesIn } from "../trend/trend";
import { boundariesOf, meanOf, nameWidth } from "./branches";
import { header, absent, columnReference, computed, computedFigure, figure, linked, reference, text } from "./cells";
import { longDate } from "./diagnosis-tab";
import { heading, HEADING_ROWS, type Heading, type HeadingFrame } from "./heading";
import { page, type Entry, type Page, type DrawnTab } from "./page";
import type { ReportCell, ReportChart, ReportSeries } from "./report-model";
import type { ReportMessages } from "./report-messages";
import type { ScoresTab } from "./scores-tab";
import { shownText } from "./shown";
import { TREND_FIGURES, type TrendFigure } from "./trend-messages";

/** Where the record of a period begins, so that its figures can be followed there; `null` for a run that is not recorded. */
export type RecordPlace = (period: string) => { readonly sheet: string; readonly cell: string } | null;

/** Most periods that fit the width of a page. */
export const MOST_PERIODS = 12;

/** Fewest columns of the page: as many as the table of means has. */
const LEAST_COLUMNS = 9;

/** Width of all periods together, in characters of body text, where they are few. */
const VALUES_WIDTH = 110;

/** Up to so many periods columns show more than lines. */
const MOST_COLUMNS = 3;

/** Most branches whose lines can be told apart in one chart. */
const MOST_LINES = 5;

/** Rows that a chart takes. */
const CHART_ROWS = 13;

/** Rows of a figure's table: of each branch, and of the mean below. */
interface FigureRows {
  readonly branches: readonly number[];
  readonly mean: number;
}

/** Rows of the tables that formulas name before they are drawn. */
type TableRows = Readonly<Record<TrendFigure, FigureRows>>;

interface Drawing {
  readonly sheet: Page;
  readonly assessment: Assessment;
  readonly messages: ReportMessages;
  readonly trend: Trend;
  readonly scores: ScoresTab;
  readonly place: RecordPlace;
  readonly own: Heading;
  /** Whether branches of more than one 单位 are shown. */
  readonly withUnits: boolean;
  /** How many columns of the page a period covers: of few periods several, so that the table of means finds its columns. */
  readonly span: number;
}

function formatOf(name: TrendFigure): "points" | "index" {
  return name === "fusion" || name === "total" ? "points" : "index";
}

/** Name of a figure, as the other tabs call it. */
function wordOf({ messages }: Drawing, name: TrendFigure): string {
  return messages.words[name];
}

function meanIn(trend: Trend, period: number, name: TrendFigure): number | null {
  return meanOf(valuesIn(trend, period, name));
}

function periodName({ messages }: Drawing, { period }: TrendPeriod): string {
  return messages.period(period);
}

/** Column of a period in the tables of branches; what changed stands after the last period. */
function columnOf({ withUnits, span }: Drawing, period: number): number {
  return (withUnits ? 2 : 1) + period * span;
}

/** How much a figure rose or fell, in words and with the decimals in which the figure is shown; empty where it did not. */
function changeText({ messages: { trend: words } }: Drawing, by: number, name: TrendFigure): string {
  const change = round9(by);
  if (change === 0) return "";
  const shown = shownText(Math.abs(change), [0], formatOf(name));
  return change > 0 ? words.rose(shown) : words.fell(shown);
}

/** What the chart of the given figures shows: how they moved from the period before to the last, on average over the branches that have them in both. */
function comparison(drawing: Drawing, names: readonly TrendFigure[]): string {
  const { trend, messages, assessment } = drawing;
  const now = trend.periods.length - 1;
  const boundaries = boundariesOf(assessment);
  const sentences = names.map((name) => {
    const movement = movementOf(trend, name);
    if (movement === null) return messages.trend.unavailable(wordOf(drawing, name));
    const { before, after, isOfAll, branches } = movement;
    const shown = (value: number) => shownText(value, boundaries[name], formatOf(name));
    const word = wordOf(drawing, name);
    return messages.trend.moved(
      isOfAll ? word : messages.trend.ofBoth(word, branches),
      shown(before),
      shown(after),
      changeText(drawing, after - before, name),
    );
  });
  const name = (period: number) => {
    const found = trend.periods[period];
    return found === undefined ? "" : periodName(drawing, found);
  };
  return messages.trend.compared(name(now - 1), name(now), sentences);
}

/** What the reader has to know before comparing: other schemes, periods cut short, periods left out, branches new or gone. */
function cautions(drawing: Drawing): string[] {
  const { trend, messages } = drawing;
  const { trend: words } = messages;
  const changed = trend.periods.filter(({ schemeChanged }) => schemeChanged === true);
  const cut = trend.periods.flatMap((period) =>
    period.cutAt === null ? [] : [words.cut(periodName(drawing, period), longDate(isoOf(period.cutAt)))],
  );
  const names = (branches: readonly TrendBranch[]) =>
    branches.map((branch) => branchName(branch, drawing.trend.branches));
  return [
    ...(changed.length > 0 ? [words.schemeNote(changed.map((period) => periodName(drawing, period)))] : []),
    ...(cut.length > 0 ? [words.cutNote(cut)] : []),
    ...(trend.otherPeriods.length > 0 ? [words.otherNote(trend.otherPeriods.map(messages.period))] : []),
    ...(trend.earlier > 0 ? [words.earlierNote(trend.earlier)] : []),
    ...(trend.joined.length > 0 ? [words.joined(names(trend.joined))] : []),
    ...(trend.gone.length > 0 ? [words.gone(names(trend.gone))] : []),
  ];
}

/** The table of means; its figures are those under the tables of the branches. */
function means(drawing: Drawing, tables: TableRows): void {
  const { sheet, trend, messages, assessment, place } = drawing;
  const { trend: words } = messages;
  const boundaries = boundariesOf(assessment);
  const spans = sheet.spread([3, 2.4, 1.4, 1.6, 1.6, 1.8, 1.6, 2.2, 2]);
  sheet.line(text(words.means, "section"));
  sheet.table(
    words.meansHeadings.map((each, index) => ({ heading: each, span: spans[index] ?? 1 })),
    trend.periods.map((period, index) => {
      const mean = (name: TrendFigure): ReportCell =>
        computedFigure(
          figure(meanIn(trend, index, name), formatOf(name), messages.words.unassessed, boundaries[name]),
          reference({ row: tables[name].mean, column: columnOf(drawing, index) }),
        );
      const found = place(period.period);
      return [
        text(periodName(drawing, period), "label"),
        text(isoOf(period.cutAt ?? period.last), "body", "centre"),
        figure(period.branches, "count", ""),
        mean("coordination"),
        mean("linkage"),
        mean("fusion"),
        mean("total"),
        text(
          period.schemeChanged === null
            ? words.schemeUnknown
            : period.schemeChanged
              ? words.schemeChanged
              : words.schemeSame,
          "body",
          "centre",
        ),
        found === null
          ? {
              ...linked(messages.tabs.scores, { sheet: messages.tabs.scores, cell: cellName(HEADING_ROWS.title, 0) }),
              align: "centre" as const,
            }
          : { ...linked(words.rows(Number(found.cell.replace(/^\D+/u, ""))), found), align: "centre" as const },
      ];
    }),
  );
}

/** A figure of a branch in a period: from 指标得分 where it is the run's own, from the record else. */
function branchCell(drawing: Drawing, branch: TrendBranch, period: number, name: TrendFigure): ReportCell {
  const { trend, assessment, messages, scores } = drawing;
  const snapshot = branch.snapshots[period] ?? null;
  if (snapshot === null) return absent(messages.trend.noRecord);
  const cell = figure(
    snapshot.figures[name],
    formatOf(name),
    messages.words.unassessed,
    boundariesOf(assessment)[name],
  );
  if (trend.periods[period]?.period !== assessment.period) return cell;
  const own = assessment.branches.findIndex((each) => branchKey(each) === branchKey(branch));
  return own < 0 ? cell : computed(cell, reference(scores.at(own, name)));
}

/** The table of one figure: branches by periods, what changed against the period before, and the means below. Gives its rows. */
function branchTable(drawing: Drawing, name: TrendFigure): FigureRows {
  const { sheet, trend, messages, assessment, withUnits } = drawing;
  const { trend: words } = messages;
  const periods = trend.periods.length;
  const wide = (cell: ReportCell): Entry => ({ span: drawing.span, cell });
  const format = formatOf(name);
  const changeOf = (now: number | null, before: number | null): ReportCell =>
    now === null || before === null
      ? text(words.schemeUnknown, "body", "centre")
      : figure(now - before, format, "", [0]);
  /** The change as a formula over the two cells to the left. */
  const difference = (cell: ReportCell, row: number): ReportCell =>
    computedFigure(
      cell,
      `${reference({ row, column: columnOf(drawing, periods - 1) })}-${reference({ row, column: columnOf(drawing, periods - 2) })}`,
    );
  sheet.line(text(words.figures[name], "section"));
  if (trend.periods.every((_, period) => meanIn(trend, period, name) === null)) {
    sheet.line(text(words.noneAssessed));
    return UNKNOWN_ROWS;
  }
  const head: Entry[] = [
    header(messages.words.branch),
    ...(withUnits ? [header(messages.words.unit)] : []),
    ...[...trend.periods.map((period) => periodName(drawing, period)), words.change].map((each) => wide(header(each))),
  ];
  const branches = sheet.lines(
    () => sheet.row(head),
    trend.branches,
    (branch) => {
      const value = (period: number) => branch.snapshots[period]?.figures[name] ?? null;
      sheet.row([
        text(branch.branch, "label"),
        ...(withUnits ? [text(branch.unit ?? messages.words.noUnit)] : []),
        ...trend.periods.map((_, period) => wide(branchCell(drawing, branch, period, name))),
        wide(difference(changeOf(value(periods - 1), value(periods - 2)), sheet.length())),
      ]);
    },
  );
  const [first = 0] = branches;
  const last = sheet.length() - 1;
  const mean = sheet.row(
    [
      text(messages.words.mean, "label"),
      ...(withUnits ? [text("", "label")] : []),
      ...trend.periods.map((_, period) =>
        wide(
          computedFigure(
            figure(meanIn(trend, period, name), format, messages.words.unassessed, boundariesOf(assessment)[name]),
            `AVERAGE(${columnReference({ row: first, column: columnOf(drawing, period) }, last)})`,
          ),
        ),
      ),
      // Not the difference of the two means: they may be over different branches.
      wide(
        computedFigure(
          changeOf(movementOf(trend, name)?.mean ?? null, 0),
          `AVERAGE(${columnReference({ row: first, column: columnOf(drawing, periods) }, last)})`,
        ),
      ),
    ],
    { foot: true },
  );
  return { branches, mean };
}

/** A line of a chart: its figures by period, and where they stand on the page. */
interface Line {
  readonly name: string;
  readonly format: "points" | "index";
  readonly values: readonly (number | null)[];
  readonly at: (period: number) => { readonly row: number; readonly column: number };
}

/** The lines of all charts in the order of their columns below the printed page: means of the four figures, then F of each branch. */
function linesOf(
  drawing: Drawing,
  tables: TableRows,
): { readonly means: readonly Line[]; readonly branches: readonly Line[] } {
  const { trend } = drawing;
  const at = (row: number) => (period: number) => ({ row, column: columnOf(drawing, period) });
  return {
    means: TREND_FIGURES.map((name) => ({
      name: wordOf(drawing, name),
      format: formatOf(name),
      values: trend.periods.map((_, period) => meanIn(trend, period, name)),
      at: at(tables[name].mean),
    })),
    branches:
      trend.branches.length > MOST_LINES
        ? []
        : trend.branches.map((branch, row) => ({
            name: branchName(branch, drawing.trend.branches),
            format: "points" as const,
            values: branch.snapshots.map((one) => one?.figures.fusion ?? null),
            at: at(tables.fusion.branches[row] ?? 0),
          })),
  };
}

/** A chart over the periods: columns where there are few, lines else. Lines without a figure are left out; `null` where none is left. */
function chart(
  { sheet, trend, messages, own }: Drawing,
  lines: readonly Line[],
  dataRow: number,
  firstColumn: number,
  {
    title,
    ...frame
  }: Pick<ReportChart, "name" | "place" | "valueTitle" | "valueRange"> & {
    readonly title: (lines: readonly string[]) => string;
  },
): void {
  const area = (column: number): Area => ({ row: dataRow, column, rowCount: trend.periods.length, columnCount: 1 });
  const series = lines.flatMap(({ name, values }, index): ReportSeries[] =>
    values.every((value) => value === null)
      ? []
      : [{ name, values: area(firstColumn + index), ...(lines.length > 1 ? { colour: index } : {}) }],
  );
  if (series.length === 0) return;
  sheet.chart({
    ...frame,
    title: title(series.map(({ name }) => name)),
    kind: trend.periods.length <= MOST_COLUMNS ? "column" : "line",
    sheet: own.name,
    categories: area(0),
    series,
    categoryTitle: messages.trend.meansHeadings[0] ?? "",
  });
}

/** The charts on rows kept free for them, and beneath them what they show. */
function charts(drawing: Drawing, { means: mean, branches }: ReturnType<typeof linesOf>, dataRow: number): void {
  const { sheet, trend, messages } = drawing;
  const { trend: words } = messages;
  const points = { valueTitle: words.points, valueRange: { min: 0, max: 100 } };
  const [left = 1] = sheet.spread([1, 1]);
  const first = sheet.length();
  sheet.space(CHART_ROWS);
  const place = (row: number, column: number, columnCount: number): Area => ({
    row,
    column,
    rowCount: CHART_ROWS,
    columnCount,
  });
  chart(drawing, mean.slice(0, 2), dataRow, 1, {
    name: "points",
    title: words.meansChart,
    place: place(first, 0, left),
    ...points,
  });
  chart(drawing, mean.slice(2), dataRow, 3, {
    name: "indices",
    title: words.meansChart,
    place: place(first, left, sheet.columns - left),
    valueTitle: words.index,
    valueRange: { min: 0, max: 1 },
  });
  sheet.line(text(comparison(drawing, TREND_FIGURES)));
  const movement = movementOf(trend, "fusion");
  sheet.line(
    text(
      movement === null ? words.noneMoved : words.branchesMoved(movement, changeText(drawing, movement.mean, "fusion")),
    ),
  );
  if (branches.length === 0) {
    sheet.line(text(words.manyBranches(trend.branches.length), "note"));
    return;
  }
  if (branches.every(({ values }) => values.every((value) => value === null))) return;
  const second = sheet.length();
  sheet.space(CHART_ROWS);
  chart(drawing, branches, dataRow, 1 + TREND_FIGURES.length, {
    name: "branches",
    title: () => words.branchesChart,
    place: place(second, 0, sheet.columns),
    ...points,
  });
  sheet.line(text(words.branchesShown(trend.branches.length, trend.periods.length)));
}

/** The figures of the charts, a row each period, below the printed page: what does not exist stays empty, so that no line falls to zero. */
function chartData(drawing: Drawing, lines: readonly Line[]): number {
  const { sheet, trend, messages } = drawing;
  const { trend: words } = messages;
  sheet.line(text(words.chartData, "section"));
  sheet.line(text(words.chartNote, "note"));
  sheet.row([words.meansHeadings[0] ?? "", ...lines.map(({ name }) => name)].map(header));
  const first = sheet.length();
  trend.periods.forEach((period, index) =>
    sheet.row([
      text(periodName(drawing, period), "label"),
      ...lines.map(({ values, format, at }): ReportCell => {
        const value = values[index] ?? null;
        return value === null
          ? { value: null, role: "figure" }
          : computed(figure(value, format, ""), reference(at(index)));
      }),
    ]),
  );
  return first;
}

/** Where formulas and charts find what stands further down: known once the page was drawn. */
interface Layout {
  readonly tables: TableRows;
  readonly data: number;
}

const UNKNOWN_ROWS: FigureRows = { branches: [], mean: 0 };

const UNKNOWN_LAYOUT: Layout = {
  tables: { fusion: UNKNOWN_ROWS, total: UNKNOWN_ROWS, coordination: UNKNOWN_ROWS, linkage: UNKNOWN_ROWS },
  data: 0,
};

/** Draws the whole page; gives its frame, and where the tables and the figures of the charts came to stand. */
function draw(
  drawing: Drawing,
  layout: Layout,
): { readonly frame: HeadingFrame; readonly layout: Layout; readonly printed: number } {
  const { sheet, assessment, messages, own } = drawing;
  const frame = heading(sheet, own, assessment, messages);
  means(drawing, layout.tables);
  for (const caution of cautions(drawing)) sheet.line(text(caution));
  sheet.line(text(messages.trend.note, "note"));
  const lines = linesOf(drawing, layout.tables);
  charts(drawing, lines, layout.data);
  const tables = {
    fusion: branchTable(drawing, "fusion"),
    total: branchTable(drawing, "total"),
    coordination: branchTable(drawing, "coordination"),
    linkage: branchTable(drawing, "linkage"),
  };
  const printed = sheet.length() - 1;
  return { frame, layout: { tables, data: chartData(drawing, [...lines.means, ...lines.branches]) }, printed };
}

function widthsOf({ trend, withUnits, span }: Pick<Drawing, "trend" | "withUnits" | "span">): number[] {
  const values = trend.periods.length + 1;
  return [
    nameWidth([...trend.branches.map(({ branch }) => branch), ...trend.periods.map(({ period }) => period)], 14, 22),
    ...(withUnits
      ? [
          nameWidth(
            trend.branches.map(({ unit }) => unit ?? ""),
            8,
            18,
          ),
        ]
      : []),
    ...Array.from({ length: values * span }, () => Math.round((10 * Math.max(10, VALUES_WIDTH / values)) / span) / 10),
  ];
}

/** The tab 趋势: how the figures moved over periods of the same length, from the record and this run. */
export function trendTab(
  assessment: Assessment,
  messages: ReportMessages,
  own: Heading,
  scores: ScoresTab,
  trend: Trend,
  place: RecordPlace,
): DrawnTab {
  const withUnits = new Set(trend.branches.map(({ unit }) => unit)).size > 1;
  const span = Math.ceil(LEAST_COLUMNS / (trend.periods.length + 1));
  const empty = (): Drawing => ({
    sheet: page(widthsOf({ trend, withUnits, span }), own.cuts),
    assessment,
    messages,
    own,
    trend,
    scores,
    place,
    withUnits,
    span,
  });
  const { layout } = draw(empty(), UNKNOWN_LAYOUT);
  const drawing = empty();
  const { frame, printed } = draw(drawing, layout);
  return drawing.sheet.tab({
    ...frame,
    orientation: "landscape",
    freeze: { rows: 0, columns: 1 },
    printed: { first: HEADING_ROWS.title, last: printed },
  });
}

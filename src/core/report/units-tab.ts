import type { Assessment, UnitSummary } from "../assessment/assessment";
import { boundariesOf } from "./branches";
import { columnReference, computed, computedFigure, figure, header, live as liveCell, reference, text } from "./cells";
import { heading, HEADING_ROWS, type Heading } from "./heading";
import { page, type Entry, type Page, type DrawnTab } from "./page";
import type { ReportCell } from "./report-model";
import type { ReportMessages } from "./report-messages";
import type { IndexKey, ScoresTab } from "./scores-tab";
import { shownText } from "./shown";

/** Beyond so many separate runs of rows a unit's figures are values: Excel takes 255 arguments and 8192 characters a formula. */
const MOST_RUNS = 60;

const NAME_WIDTH = 20;
/** All columns of figures together: with the names they fill a portrait page. */
const FIGURES_WIDTH = 79;
const CHART_ROWS = 12;

/** Most units that fit on one page with their charts. */
const ONE_PAGE = 8;

/** One index of the summary: the key of its figures in `UnitSummary`, and where it stands in 指标得分. */
interface Index {
  readonly key: string;
  readonly column: IndexKey;
  readonly heading: string;
  readonly format: "index" | "points";
  readonly limits: readonly number[];
}

/** Formulas over the rows of one unit in 指标得分. */
interface UnitFormulas {
  /** How many of its branches have a word in a column. */
  readonly count: (key: IndexKey, word: string) => string;
  readonly mean: (key: IndexKey) => string;
  readonly spread: (key: IndexKey) => string;
}

interface Drawing {
  readonly sheet: Page;
  readonly assessment: Assessment;
  readonly messages: ReportMessages;
  readonly indices: readonly Index[];
  /** The formulas of each unit; `null` where its rows are too scattered for them. */
  readonly formulas: readonly (UnitFormulas | null)[];
  /** Whether 指标得分 follows the ledgers, so that a figure may appear where there is none now. */
  readonly live: boolean;
}

/** Whether the tab is made: only where there is more than one 院. */
export function hasUnits({ units }: Assessment): boolean {
  return units.filter(({ unit }) => unit !== null).length > 1;
}

function indicesOf(assessment: Assessment, { words, scores }: ReportMessages): Index[] {
  const limits = boundariesOf(assessment);
  return [
    ...assessment.subsystems.map((name): Index => ({
      key: name,
      column: `index:${name}`,
      heading: scores.subsystemIndex(name),
      format: "index",
      limits: limits.subsystem,
    })),
    {
      key: "D",
      column: "coordination",
      heading: words.coordination,
      format: "index",
      limits: limits.coordination,
    },
    { key: "L", column: "linkage", heading: words.linkage, format: "index", limits: limits.linkage },
    { key: "F", column: "fusion", heading: words.fusion, format: "points", limits: limits.fusion },
  ];
}

/** Indices of a unit's branches as runs of neighbours. */
function runsOf(assessment: Assessment, unit: string | null): { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  assessment.branches.forEach((branch, index) => {
    if (branch.unit !== unit) return;
    const before = runs[runs.length - 1];
    if (before?.last === index - 1) before.last = index;
    else runs.push({ first: index, last: index });
  });
  return runs;
}

function formulasOf(
  assessment: Assessment,
  { unit, branches }: UnitSummary,
  scores: ScoresTab,
  { words }: ReportMessages,
  live: boolean,
): UnitFormulas | null {
  const runs = runsOf(assessment, unit);
  if (runs.length > MOST_RUNS) return null;
  const areas = (key: IndexKey) =>
    runs.map(({ first, last }) => columnReference(scores.at(first, key), scores.at(last, key).row));
  const count = (key: IndexKey, word: string) =>
    areas(key)
      .map((area) => `COUNTIF(${area},"${word}")`)
      .join("+");
  // Words are counted, not numbers: an error is no 未评, and comes through.
  const missing = (key: IndexKey) => count(key, words.unassessed);
  const over = (name: string, key: IndexKey) => `${name}(${areas(key).join(",")})`;
  return {
    count,
    mean: (key) =>
      live ? `IF(${missing(key)}=${branches},"${words.unassessed}",${over("AVERAGE", key)})` : over("AVERAGE", key),
    spread: (key) =>
      live ? `IF(${missing(key)}+1>${branches - 1},"${words.none}",${over("STDEV.S", key)})` : over("STDEV.S", key),
  };
}

const COVERED: ReportCell = { value: null, role: "header" };

/** Headings over two rows: single ones stand over both, groups over their parts. Returns the first row below. */
function headings(
  sheet: Page,
  singles: readonly string[],
  groups: readonly { readonly heading: string; readonly parts: readonly string[] }[],
): number {
  const top = sheet.row([
    ...singles.map(header),
    ...groups.map(({ heading: title, parts }): Entry => ({ span: parts.length, cell: header(title) })),
  ]);
  sheet.row([...singles.map(() => COVERED), ...groups.flatMap(({ parts }) => parts.map(header))]);
  singles.forEach((_, column) => {
    sheet.merge({ row: top, column, rowCount: 2, columnCount: 1 });
  });
  return sheet.length();
}

/** How many branches stand in each of some levels, and in none: one cell each. */
function countCells(
  { messages, formulas }: Drawing,
  index: number,
  key: IndexKey,
  levels: readonly string[],
  found: Readonly<Record<string, number>>,
  branches: number,
): ReportCell[] {
  const known = levels.map((name) => found[name] ?? 0);
  const counts = [...known, branches - known.reduce((sum, count) => sum + count, 0)];
  const own = formulas[index] ?? null;
  return [...levels, messages.words.unassessed].map((name, at) => {
    const cell = figure(counts[at] ?? 0, "count", "");
    return own === null ? cell : computed(cell, own.count(key, name));
  });
}

/** A row under the units that adds up the columns of counts. */
function sums(sheet: Page, label: string, first: number, rows: readonly (readonly ReportCell[])[]): void {
  const last = sheet.length() - 1;
  const totals = (rows[0] ?? []).map((_, column) =>
    rows.reduce((sum, cells) => {
      const value = cells[column]?.value;
      return typeof value === "number" ? sum + value : sum;
    }, 0),
  );
  sheet.row([
    text(label, "label"),
    ...totals.map((total, index) =>
      computed(figure(total, "count", ""), `SUM(${columnReference({ row: first, column: index + 1 }, last)})`),
    ),
  ]);
}

/** A table of counts with its sums; returns the first row of its units. */
function countTable(
  { sheet, assessment, messages }: Drawing,
  groups: readonly { readonly heading: string; readonly parts: readonly string[] }[],
  cells: (unit: UnitSummary, index: number) => readonly ReportCell[],
): number {
  const { words, units } = messages;
  const first = headings(sheet, [words.unit, words.branches], groups);
  const rows = assessment.units.map((unit, index) => [figure(unit.branches, "count", ""), ...cells(unit, index)]);
  rows.forEach((own, index) => {
    sheet.row([text(assessment.units[index]?.unit ?? words.noUnit, "label"), ...own]);
  });
  sums(sheet, units.wholeNumber, first, rows);
  return first;
}

/** Mean and spread of every index, a row a unit; returns the first row of the units. */
function figureTable(drawing: Drawing): number {
  const { sheet, assessment, messages, indices, formulas, live } = drawing;
  const { words } = messages;
  const first = headings(
    sheet,
    [words.unit],
    indices.map(({ heading: title }) => ({ heading: title, parts: [words.mean, words.spread] })),
  );
  const shown = (cell: ReportCell, formula: string | null, format: Index["format"]) =>
    formula === null ? cell : live ? liveCell(cell, formula, format) : computedFigure(cell, formula);
  assessment.units.forEach(({ unit, figures }, index) => {
    const own = formulas[index] ?? null;
    sheet.row([
      text(unit ?? words.noUnit, "label"),
      ...indices.flatMap(({ key, column, format, limits }) => {
        const { mean = null, spread = null } = figures[key] ?? {};
        return [
          shown(figure(mean, format, words.unassessed, limits), own?.mean(column) ?? null, format),
          shown(figure(spread, format, words.none), own?.spread(column) ?? null, format),
        ];
      }),
    ]);
  });
  return first;
}

interface ChartPlaces {
  /** First row of the units in the table of levels and in that of indices. */
  readonly levels: number;
  readonly figures: number;
  /** First row of the charts. */
  readonly charts: number;
  readonly besides: boolean;
}

/** The charts, and below the printed page the means that exist: a unit without one is not drawn as zero. */
function charts({ sheet, assessment, messages, indices }: Drawing, own: Heading, places: ChartPlaces): void {
  const { units: says, words, levels } = messages;
  const at = indices.findIndex(({ key }) => key === "F");
  const column = 1 + 2 * at;
  const known = assessment.units.flatMap(({ unit, figures }, index) => {
    const mean = figures["F"]?.mean ?? null;
    return mean === null ? [] : [{ name: unit ?? words.noUnit, row: places.figures + index, mean }];
  });
  sheet.line(text(says.chartData, "section"));
  sheet.row([header(words.unit), header(words.fusion)]);
  const top = sheet.length();
  for (const { name, row, mean } of known)
    sheet.row([
      text(name, "label"),
      computed(figure(mean, "points", "", indices[at]?.limits ?? []), reference({ row, column })),
    ]);
  const strip = (row: number, first: number, rowCount: number) => ({ row, column: first, rowCount, columnCount: 1 });
  const [half = 1] = sheet.spread([1, 1]);
  // Steps of whole branches: a chart divides its axis into halves of one by itself.
  const most = Math.max(1, ...assessment.units.flatMap(({ fusionLevels }) => Object.values(fusionLevels)));
  const step = Math.ceil(most / 5);
  const place = (second: boolean) => ({
    row: places.charts + (second && !places.besides ? CHART_ROWS : 0),
    column: second && places.besides ? half : 0,
    rowCount: CHART_ROWS,
    columnCount: places.besides ? (second ? sheet.columns - half : half) : sheet.columns,
  });
  sheet.chart({
    name: "fusion",
    kind: "column",
    title: says.fusionChart,
    sheet: own.name,
    categories: strip(top, 0, known.length),
    series: [{ name: words.fusion, values: strip(top, 1, known.length) }],
    place: place(false),
    categoryTitle: words.unit,
    valueTitle: words.fusion,
    valueRange: { min: 0, max: 100 },
  });
  sheet.chart({
    name: "levels",
    kind: "column",
    title: says.levelChart,
    sheet: own.name,
    categories: strip(places.levels, 0, assessment.units.length),
    series: [...levels.fusion, words.unassessed].map((name, index) => ({
      name,
      values: strip(places.levels, 2 + index, assessment.units.length),
    })),
    place: place(true),
    categoryTitle: words.unit,
    valueTitle: says.branchCount,
    valueRange: { min: 0, max: step * Math.ceil(most / step) },
    valueStep: step,
  });
}

/** What the charts show, in a sentence. */
function sentence({ assessment, messages, indices }: Drawing): string {
  const means = assessment.units.flatMap(({ figures }) => figures["F"]?.mean ?? []);
  const limits = indices.find(({ key }) => key === "F")?.limits ?? [];
  const shown = (value: number) => shownText(value, limits, "points");
  const counts = messages.levels.fusion.map((name) => ({
    name,
    count: assessment.units.reduce((sum, { fusionLevels }) => sum + (fusionLevels[name] ?? 0), 0),
  }));
  return messages.units.shown(
    means.length,
    shown(Math.min(...means)),
    shown(Math.max(...means)),
    counts.filter(({ count }) => count > 0),
  );
}

/**
 * The tab 单位汇总: by 院 the branches in each level and band, mean and spread of the indices, as formulas over 指标得分. Made where
 * `hasUnits` holds; `live` says that 指标得分 follows the ledgers.
 */
export function unitsTab(
  assessment: Assessment,
  messages: ReportMessages,
  own: Heading,
  scores: ScoresTab,
  live: boolean,
): DrawnTab {
  const { units: says, words, levels } = messages;
  const indices = indicesOf(assessment, messages);
  const fusion = [...levels.fusion, words.unassessed];
  const bands = [...levels.bands, words.unassessed];
  const coordination = [...levels.coordination, words.unassessed];
  const columns = Math.max(1 + fusion.length + bands.length, 1 + coordination.length, 2 * indices.length);
  const sheet = page([
    NAME_WIDTH,
    ...Array.from({ length: columns }, () => Math.floor((10 * FIGURES_WIDTH) / columns) / 10),
  ]);
  const drawing: Drawing = {
    sheet,
    assessment,
    messages,
    indices,
    formulas: assessment.units.map((unit) => formulasOf(assessment, unit, scores, messages, live)),
    live,
  };
  const frame = heading(sheet, own, assessment, messages);
  sheet.line(text(says.distribution, "section"));
  const first = countTable(
    drawing,
    [
      { heading: words.fusionLevel, parts: fusion },
      { heading: words.band, parts: bands },
    ],
    (unit, index) => [
      ...countCells(drawing, index, "fusionLevel", levels.fusion, unit.fusionLevels, unit.branches),
      ...countCells(drawing, index, "band", levels.bands, unit.bands, unit.branches),
    ],
  );
  sheet.line(text(says.coordination, "section"));
  countTable(drawing, [{ heading: words.coordinationLevel, parts: coordination }], (unit, index) =>
    countCells(drawing, index, "coordinationLevel", levels.coordination, unit.coordinationLevels, unit.branches),
  );
  sheet.line(text(says.figures, "section"));
  const figures = figureTable(drawing);
  const drawn = assessment.units.some(({ figures: found }) => found["F"]?.mean != null);
  const besides = assessment.units.length <= ONE_PAGE;
  const chartsAt = sheet.length();
  if (drawn) {
    sheet.space(besides ? CHART_ROWS : 2 * CHART_ROWS, { breakBefore: !besides });
    sheet.line(text(sentence(drawing)));
  } else sheet.line(text(says.notShown));
  for (const note of says.notes) sheet.line(text(note, "note"));
  sheet.row([
    text(says.remark, "label"),
    { span: sheet.columns - 1, cell: { value: null, role: "input", input: "remark" } },
  ]);
  sheet.line(text(says.signature, "signature"));
  const last = sheet.length() - 1;
  if (drawn) charts(drawing, own, { levels: first, figures, charts: chartsAt, besides });
  return sheet.tab({
    ...frame,
    orientation: "portrait",
    freeze: { rows: HEADING_ROWS.count, columns: 1 },
    printed: { first: HEADING_ROWS.title, last },
    ...(besides ? { onePage: true } : {}),
  });
}

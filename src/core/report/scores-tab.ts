import type { Assessment, BranchAssessment, FigureStatus, SchemeLine } from "../assessment/assessment";
import type { Place } from "../issue";
import { boundariesOf, branchLabel, meanOf, namesUnits, nameWidth, shortUnits, type Boundaries } from "./branches";
import {
  header,
  absent,
  columnReference,
  computed,
  computedFigure,
  figure,
  level,
  linked,
  live,
  reference,
  text,
  type CellRef,
} from "./cells";
import { drawChartData, type ChartData } from "./chart-data";
import { heading, HEADING_ROWS, type Heading } from "./heading";
import { groupedScheme, rawFormat, statusWord } from "./indicator-lines";
import { liveFormulas, type LiveFormulas, type LivePlaces, type LiveScores, UNKNOWN_PLACES } from "./live-formulas";
import { liveSection } from "./live-section";
import { page, type Entry, type Page, type DrawnTab } from "./page";
import type { FigureFormat, ReportCell } from "./report-model";
import type { ReportMessages } from "./report-messages";

/** Width of a column of figures: 100.0%, and 不适用 in words. */
const FIGURE_WIDTH = 6.5;

/** Points of a row of figures: two tables of a dozen branches stand on a page. */
const FIGURE_ROW = { least: 18 } as const;

/** A figure of the index block, by which other tabs refer to it. */
export type IndexKey =
  | `index:${string}`
  | `availability:${string}`
  | "availability"
  | "coupling"
  | "development"
  | "coordination"
  | "coordinationLevel"
  | "linkage"
  | "fusion"
  | "fusionLevel"
  | "base"
  | "bonus"
  | "deduction"
  | "total"
  | "band";

/** Cells of one indicator of one branch. */
export interface IndicatorPlaces {
  readonly attainment: CellRef;
  readonly raw: CellRef;
  readonly points: CellRef;
}

/** The tab 指标得分 and where its figures stand. */
export interface ScoresTab {
  readonly tab: DrawnTab;
  readonly at: (branch: number, key: IndexKey) => CellRef;
  /** Where an indicator of a branch stands in 达成度, 原始值 and 得分. */
  readonly indicatorAt: (branch: number, code: string) => IndicatorPlaces;
  readonly chartData: ChartData;
}

/** One column of the index block. */
interface IndexColumn {
  readonly key: IndexKey;
  readonly heading: string;
  readonly span: number;
  /** Whether the column holds numbers, so that a mean can stand below. */
  readonly numeric: boolean;
  readonly boundaries: readonly number[];
  readonly format: FigureFormat;
  readonly cell: (branch: BranchAssessment) => ReportCell;
  /** Plain arithmetic that gives the figure from others of the same row. */
  readonly formula?: (at: (key: IndexKey) => string) => string;
  readonly value?: (branch: BranchAssessment) => number | null;
}

function indexColumns(assessment: Assessment, boundaries: Boundaries, messages: ReportMessages): IndexColumn[] {
  const { words } = messages;
  const number = (
    key: IndexKey,
    heading: string,
    format: FigureFormat,
    limits: readonly number[],
    value: (branch: BranchAssessment) => number | null,
    formula?: IndexColumn["formula"],
  ): IndexColumn => ({
    key,
    heading,
    span: 1,
    numeric: true,
    boundaries: limits,
    format,
    value,
    cell: (branch) => figure(value(branch), format, words.unassessed, limits),
    ...(formula === undefined ? {} : { formula }),
  });
  const named = (
    key: IndexKey,
    heading: string,
    span: number,
    value: (branch: BranchAssessment) => string | null,
  ): IndexColumn => ({
    key,
    heading,
    span,
    numeric: false,
    boundaries: [],
    format: "text",
    cell: (branch) => level(value(branch), words.unassessed),
  });
  const { linkageSubsystem, couplingSubsystems } = assessment;
  // The coupled ones side by side and in their order, so that one range holds what a formula couples.
  const subsystems = new Set([...couplingSubsystems, ...assessment.subsystems]);
  return [
    ...[...subsystems]
      .filter((name) => assessment.subsystems.includes(name))
      .map((name) =>
        number(
          `index:${name}`,
          messages.scores.subsystemIndex(name),
          "index",
          boundaries.subsystem,
          (branch) => branch.subsystems[name]?.index ?? null,
        ),
      ),
    number("coupling", words.coupling, "index", [], (branch) => branch.coupling),
    number("development", words.development, "index", [], (branch) => branch.development),
    number(
      "coordination",
      words.coordination,
      "index",
      boundaries.coordination,
      (branch) => branch.coordination,
      (at) => `SQRT(${at("coupling")}*${at("development")})`,
    ),
    named("coordinationLevel", words.coordinationLevel, 2, (branch) => branch.coordinationLevel),
    number(
      "linkage",
      words.linkage,
      "index",
      boundaries.linkage,
      (branch) => branch.linkage,
      (at) => at(`index:${linkageSubsystem}`),
    ),
    number(
      "fusion",
      words.fusion,
      "points",
      boundaries.fusion,
      (branch) => branch.fusion,
      (at) => `100*SQRT(${at("coordination")}*${at("linkage")})`,
    ),
    named("fusionLevel", words.fusionLevel, 2, (branch) => branch.fusionLevel),
    number("base", words.base, "points", [], (branch) => branch.base),
    number("bonus", words.bonus, "points", [], (branch) => branch.bonus),
    number("deduction", words.deduction, "points", [], (branch) => branch.deduction),
    number(
      "total",
      words.total,
      "points",
      boundaries.total,
      (branch) => branch.total,
      (at) => `MAX(0,${at("base")}+${at("bonus")}-${at("deduction")})`,
    ),
    named("band", words.band, 1, (branch) => branch.band),
    ...assessment.subsystems.map((name) =>
      number(
        `availability:${name}`,
        messages.scores.subsystemAvailability(name),
        "share",
        boundaries.availability,
        (branch) => branch.subsystems[name]?.availability ?? null,
      ),
    ),
    number("availability", words.availability, "share", boundaries.availability, (branch) => branch.availability),
  ];
}

/** The first columns of a row: 支部 and, where named, 单位. */
function names(assessment: Assessment, branch: BranchAssessment, messages: ReportMessages): ReportCell[] {
  return namesUnits(assessment)
    ? [
        text(branch.branch, "label"),
        text(branch.unit === null ? messages.words.noUnit : shortUnits(assessment)(branch.unit)),
      ]
    : [text(branch.branch, "label")];
}

/** A heading that links to where its figures are defined. */
function defined(heading: string, place: Place | null): ReportCell {
  const cell = header(heading);
  return place === null ? cell : { ...cell, link: { sheet: place.sheet, cell: place.cell } };
}

function nameHeadings(assessment: Assessment, messages: ReportMessages): ReportCell[] {
  const headings = namesUnits(assessment) ? [messages.words.branch, messages.words.unit] : [messages.words.branch];
  return headings.map(header);
}

/** A row that names itself in the first column and leaves 单位 empty. */
function ownRow(assessment: Assessment, label: string): ReportCell[] {
  return namesUnits(assessment) ? [text(label, "label"), { value: null, role: "label" }] : [text(label, "label")];
}

/** Rows of the branches in a block. */
type BranchRows = readonly number[];

/** Where an indicator or an index is defined; `null` where it is not. */
export type DefinitionOf = (key: string) => Place | null;

interface Drawing {
  readonly sheet: Page;
  readonly assessment: Assessment;
  readonly messages: ReportMessages;
  readonly lines: readonly SchemeLine[];
  /** First column of figures. */
  readonly left: number;
  readonly definitionOf: DefinitionOf;
  /** The number of the next section. */
  readonly next: () => number;
  /** The formulas of a live tab; `null` where it is written as values and plain arithmetic. */
  readonly formulas: LiveFormulas | null;
}

/** The heading of a section, with its number. */
function section({ sheet, messages, next }: Drawing, title: string): void {
  sheet.line(text(messages.scores.numbered(next(), title), "section"));
}

/** A row of figures under their headings; gives its index. */
function figureRow(sheet: Page, entries: readonly Entry[]): number {
  return sheet.row(entries, FIGURE_ROW);
}

/** A row of means under the table above it. */
function meanRow(sheet: Page, entries: readonly Entry[]): void {
  sheet.row(entries, { ...FIGURE_ROW, foot: true });
}

/** The mean below a column of figures. */
function meanCell({ formulas }: Drawing, cell: ReportCell, range: string, format: FigureFormat): ReportCell {
  return formulas === null ? computedFigure(cell, `AVERAGE(${range})`) : live(cell, formulas.average(range), format);
}

/**
 * Two rows of headings: 代码, linked to its definition, and the name. Some programs show a linked text in one line only, so the link is
 * on what is short. The headings on the left stand over both rows and those `above` them.
 */
function headingRows({ sheet, lines, left, assessment, messages, definitionOf }: Drawing, above = 0): void {
  const own = nameHeadings(assessment, messages);
  const hidden = own.map((): ReportCell => ({ value: null, role: "header" }));
  const top = sheet.row([
    ...(above === 0 ? own : hidden),
    ...lines.map(({ code }) => defined(code, definitionOf(code))),
  ]);
  sheet.row([...hidden, ...lines.map(({ name }) => header(name))]);
  for (let column = 0; column < left; column += 1) {
    sheet.merge({ row: top - above, column, rowCount: 2 + above, columnCount: 1 });
  }
}

/** 分值 of an indicator, in as few decimals as it has. */
function pointsCell(points: number): ReportCell {
  return figure(points, Number.isInteger(points) ? "count" : { decimals: 2, percent: false }, "");
}

/** 达成度: branch × indicator under its 分值, with a colour scale, means below. `weights` is the row of 得分 that 分值 comes from. */
function attainmentBlock(drawing: Drawing, weights: number): BranchRows {
  const { sheet, assessment, messages, lines, left, formulas } = drawing;
  section(drawing, messages.scores.attainment);
  const groups = assessment.subsystems
    .map((name) => ({ name, count: lines.filter(({ subsystem }) => subsystem === name).length }))
    .filter(({ count }) => count > 0);
  const head = () => {
    sheet.row([
      ...nameHeadings(assessment, messages),
      ...groups.map(({ name, count }): Entry => ({ span: count, cell: header(name) })),
    ]);
    headingRows(drawing, 1);
  };
  const pointsRow = () =>
    figureRow(sheet, [
      ...ownRow(assessment, messages.words.points),
      ...lines.map(({ code, points }, position) =>
        computed(pointsCell(points), formulas?.weight(code) ?? reference({ row: weights, column: left + position })),
      ),
    ]);
  const branchRow = (branch: BranchAssessment, index: number) => {
    figureRow(sheet, [
      ...names(assessment, branch, messages),
      ...lines.map((line, position) => {
        const found = branch.indicators[line.code];
        const cell = figure(found?.score ?? null, "index", statusWord(found?.status ?? "unassessed", messages));
        const shown: ReportCell = found?.reviewed === true ? { ...cell, role: "label" } : cell;
        return formulas === null
          ? shown
          : live(shown, formulas.attainment(line, branch, index, left + position), "index");
      }),
    ]);
  };
  const rows = sheet.lines(head, assessment.branches, branchRow, pointsRow);
  const [first = 0] = rows;
  const last = sheet.length() - 1;
  meanRow(sheet, [
    ...ownRow(assessment, messages.words.mean),
    ...lines.map(({ code }, index) => {
      const average = meanOf(assessment.branches.map((branch) => branch.indicators[code]?.score ?? null));
      const range = columnReference({ row: first, column: left + index }, last);
      return meanCell(drawing, figure(average, "index", messages.words.unassessed), range, "index");
    }),
  ]);
  sheet.scale({
    kind: "colour",
    area: { row: first, column: left, rowCount: last - first + 1, columnCount: lines.length },
    min: 0,
    max: 1,
  });
  sheet.line(text(messages.scores.attainmentNote, "note"));
  return rows;
}

function rawBlock(drawing: Drawing): BranchRows {
  const { sheet, assessment, messages, lines, formulas } = drawing;
  section(drawing, messages.scores.raw);
  const head = () => {
    headingRows(drawing);
  };
  const rows = sheet.lines(head, assessment.branches, (branch, index) => {
    figureRow(sheet, [
      ...names(assessment, branch, messages),
      ...lines.map(({ code, measure, lower, upper, prorated }) => {
        const found = branch.indicators[code];
        const raw = found?.raw ?? null;
        const format = rawFormat(measure, raw ?? 0);
        const missing = statusWord(found?.computed.status ?? "unassessed", messages);
        const cell = figure(raw, format, missing, prorated ? [] : [lower, upper]);
        const formula = formulas?.raw(code, index) ?? null;
        return formula === null ? cell : live(cell, formula, format);
      }),
    ]);
  });
  sheet.line(text(messages.scores.rawNote, "note"));
  return rows;
}

/** Rows of the block 得分: of 分值, and of the branches. */
interface PointsRows {
  readonly weights: number;
  readonly rows: BranchRows;
}

/** 得分: 分值 × 达成度, so that the sums behind U and 百分制 can be followed. Returns the rows of 分值 and of the branches. */
function pointsBlock(drawing: Drawing, attainment: BranchRows): PointsRows {
  const { sheet, assessment, messages, lines, left, formulas } = drawing;
  section(drawing, messages.scores.points);
  const head = () => {
    headingRows(drawing);
  };
  let weights = 0;
  const pointsRow = () => {
    weights = figureRow(sheet, [
      ...ownRow(assessment, messages.words.points),
      ...lines.map(({ code, points }) => {
        const cell = pointsCell(points);
        const source = formulas?.weight(code) ?? null;
        return source === null ? cell : computed(cell, source);
      }),
    ]);
  };
  const branchRow = (branch: BranchAssessment, index: number) => {
    figureRow(sheet, [
      ...names(assessment, branch, messages),
      ...lines.map(({ code, points }, position) => {
        const found = branch.indicators[code];
        const score = found?.score ?? null;
        const cell = figure(
          score === null ? null : score * points,
          { decimals: 2, percent: false },
          statusWord(found?.status ?? "unassessed", messages),
        );
        const column = left + position;
        const [attained, weight] = [attainment[index] ?? 0, weights].map((row) => reference({ row, column }));
        if (attained === undefined || weight === undefined) return cell;
        return formulas === null
          ? computedFigure(cell, `${attained}*${weight}`)
          : live(cell, formulas.points(attained, weight), { decimals: 2, percent: false });
      }),
    ]);
  };
  const rows = sheet.lines(head, assessment.branches, branchRow, pointsRow);
  return { weights, rows };
}

/** Share of 分值 won, over the indicators in columns `from` to `to` of one branch's row of 得分. */
function shareWon(points: PointsRows, branch: number, from: number, to: number): string {
  const across = (row: number) => `${reference({ row, column: from })}:${reference({ row, column: to })}`;
  const won = across(points.rows[branch] ?? 0);
  return `SUM(${won})/SUMIF(${won},">=0",${across(points.weights)})`;
}

interface IndexBlock {
  readonly rows: BranchRows;
  readonly columns: readonly (IndexColumn & { readonly column: number })[];
}

function indexBlock(
  drawing: Drawing,
  columns: readonly IndexColumn[],
  attainment: BranchRows,
  points: PointsRows,
): IndexBlock {
  const { sheet, assessment, messages, lines, left, formulas } = drawing;
  let next = left;
  const placed = columns.map((each) => {
    const column = next;
    next += each.span;
    return { ...each, column };
  });
  section(drawing, messages.scores.indices);
  const head = () => {
    sheet.row([
      ...nameHeadings(assessment, messages),
      ...placed.map(({ heading, span }): Entry => ({ span, cell: header(heading) })),
    ]);
    figureRow(sheet, [
      ...ownRow(assessment, messages.scores.rule),
      ...placed.map(({ key, span }): Entry => {
        const place = drawing.definitionOf(key);
        return { span, cell: { ...linked(place === null ? "" : messages.scores.see, place), align: "centre" } };
      }),
    ]);
  };
  const inRow = (row: number) => (key: string) =>
    reference({ row, column: placed.find((each) => each.key === key)?.column ?? left });
  const columnsOf = (subsystem: string | null) => {
    const positions = lines.flatMap((line, position) =>
      subsystem === null || line.subsystem === subsystem ? [left + position] : [],
    );
    return { first: positions[0] ?? left, last: positions[positions.length - 1] ?? left };
  };
  const plainFormula = ({ key, formula }: IndexColumn, branch: number, row: number): string | null => {
    if (formula !== undefined) return formula(inRow(row));
    const subsystem = assessment.subsystems.find((name) => key === `index:${name}`);
    if (key !== "base" && subsystem === undefined) return null;
    const across = columnsOf(subsystem ?? null);
    return `${key === "base" ? "100*" : ""}${shareWon(points, branch, across.first, across.last)}`;
  };
  const written = (column: IndexColumn, cell: ReportCell, branch: number, row: number): ReportCell => {
    if (formulas === null) {
      const formula = plainFormula(column, branch, row);
      return formula === null ? cell : computedFigure(cell, formula);
    }
    const places = { at: inRow(row), attainment: attainment[branch] ?? 0, columns: columnsOf };
    const formula = formulas.index(column.key, places);
    return formula === null ? cell : live(cell, formula, column.format);
  };
  const rows = sheet.lines(head, assessment.branches, (branch, index) => {
    const row = sheet.length();
    figureRow(sheet, [
      ...names(assessment, branch, messages),
      ...placed.map((column): Entry => ({ span: column.span, cell: written(column, column.cell(branch), index, row) })),
    ]);
  });
  const [first = 0] = rows;
  const last = sheet.length() - 1;
  meanRow(sheet, [
    ...ownRow(assessment, messages.words.mean),
    ...placed.map(({ value, span, format, boundaries, column }): Entry => {
      if (value === undefined) return { span, cell: { value: null, role: "figure" } };
      const average = figure(meanOf(assessment.branches.map(value)), format, messages.words.unassessed, boundaries);
      return { span, cell: meanCell(drawing, average, columnReference({ row: first, column }, last), format) };
    }),
  ]);
  for (const note of messages.scores.indexNotes(assessment.formula)) sheet.line(text(note, "note"));
  return { rows, columns: placed };
}

/** Why figures are missing: one line per indicator and reason, with the branches it holds for. */
function missingBlock(drawing: Drawing): void {
  const { sheet, assessment, messages, lines } = drawing;
  const groups = new Map<
    string,
    { readonly line: SchemeLine; readonly status: FigureStatus; readonly why: string; readonly branches: string[] }
  >();
  for (const line of lines) {
    for (const branch of assessment.branches) {
      const found = branch.indicators[line.code];
      if (found === undefined || found.status === "assessed") continue;
      const why = found.reason === null ? messages.words.none : messages.reason(found.reason);
      const key = JSON.stringify([line.code, found.status, why]);
      const group = groups.get(key) ?? { line, status: found.status, why, branches: [] };
      group.branches.push(branchLabel(assessment, branch));
      groups.set(key, group);
    }
  }
  section(drawing, messages.scores.missing);
  if (groups.size === 0) {
    sheet.line(text(messages.scores.noneMissing));
    return;
  }
  const spans = sheet.spread([5, 2, 10, 8]);
  const columns = messages.scores.missingHeadings.map((heading, index) => ({ heading, span: spans[index] ?? 1 }));
  sheet.table(
    columns,
    [...groups.values()].map(({ line, status, why, branches }) => [
      text(`${line.code} ${line.name}`),
      { ...absent(statusWord(status, messages)), align: "centre" },
      text(
        branches.length === assessment.branches.length && branches.length > 1
          ? messages.scores.allBranches
          : branches.join("、"),
      ),
      text(why),
    ]),
  );
}

/** 自评, 复核 and 审定 points beside what the ledger gave, where there are any. */
function reviewBlock(drawing: Drawing): void {
  const { sheet, assessment, messages, lines } = drawing;
  const rows = assessment.branches.flatMap((branch) =>
    lines.flatMap(({ code, name }) => {
      const found = branch.indicators[code];
      if (found === undefined || found.review === null) return [];
      const { self, recheck, approved, approver, comment, place } = found.review;
      const points = (value: number | null) => figure(value, { decimals: 2, percent: false }, messages.words.blank);
      return [
        [
          linked(branchLabel(assessment, branch), place),
          text(`${code} ${name}`),
          figure(found.computed.score, "index", statusWord(found.computed.status, messages)),
          points(self),
          points(recheck),
          points(approved),
          figure(found.score, "index", statusWord(found.status, messages)),
          text(found.reviewed ? messages.words.yes : messages.words.no, "body", "centre"),
          text(approver),
          text(comment),
        ],
      ];
    }),
  );
  if (rows.length === 0) return;
  section(drawing, messages.scores.reviews);
  const spans = sheet.spread([5, 5, 2.5, 2, 2, 2, 2.5, 2, 3, 8]);
  sheet.table(
    messages.scores.reviewHeadings.map((heading, index) => ({ heading, span: spans[index] ?? 1 })),
    rows,
  );
  sheet.line(text(messages.scores.reviewNote, "note"));
}

/** One drawing of the tab, and the places that its formulas refer to. */
interface Drawn extends ScoresTab {
  readonly places: LivePlaces;
}

/** The tab 指标得分: attainment, raw figures, points and indices of every branch, and why figures are missing. Pauses by yielding. */
export function* scoresTab(
  assessment: Assessment,
  messages: ReportMessages,
  own: Heading,
  liveScores: LiveScores | null,
  definitionOf: DefinitionOf,
): Generator<void, ScoresTab> {
  // Formulas refer to cells further down: where those stand, a first drawing tells.
  const { places } = draw(assessment, messages, own, liveScores, definitionOf, UNKNOWN_PLACES);
  yield;
  const { tab, at, indicatorAt, chartData } = draw(assessment, messages, own, liveScores, definitionOf, places);
  return { tab, at, indicatorAt, chartData };
}

function draw(
  assessment: Assessment,
  messages: ReportMessages,
  own: Heading,
  liveScores: LiveScores | null,
  definitionOf: DefinitionOf,
  places: LivePlaces,
): Drawn {
  const lines = groupedScheme(assessment);
  const columns = indexColumns(assessment, boundariesOf(assessment), messages);
  const left = namesUnits(assessment) ? 2 : 1;
  const figures = Math.max(
    lines.length,
    columns.reduce((sum, { span }) => sum + span, 0),
  );
  const sheet = page(
    [
      nameWidth(
        assessment.branches.map(({ branch }) => branch),
        12,
        18.5,
      ),
      ...(left === 2
        ? [
            nameWidth(
              assessment.branches.map(({ unit }) => shortUnits(assessment)(unit ?? "")),
              8,
              14,
            ),
          ]
        : []),
      ...Array.from({ length: figures }, () => FIGURE_WIDTH),
    ],
    own.cuts,
  );
  const formulas = liveScores === null ? null : liveFormulas(liveScores, assessment, messages, places, left);
  let sections = 0;
  const next = () => (sections += 1);
  const drawing: Drawing = { sheet, assessment, messages, lines, left, definitionOf, next, formulas };
  const frame = heading(sheet, own, assessment, messages);
  const attainment = attainmentBlock(drawing, places.weights);
  // What is not there stands under what is: short, it fills the page that a whole further table does not fit.
  missingBlock(drawing);
  reviewBlock(drawing);
  const raw = rawBlock(drawing);
  const points = pointsBlock(drawing, attainment);
  const indices = indexBlock(drawing, columns, attainment, points);
  const last = sheet.length() - 1;
  const based =
    liveScores === null || formulas === null
      ? UNKNOWN_PLACES
      : liveSection({
          ...{ sheet, assessment, messages, lines, left, formulas, live: liveScores },
          headings: nameHeadings(assessment, messages),
          labelled: (label) => ownRow(assessment, label),
          formatOf: ({ measure }, raw) => rawFormat(measure, raw),
        });
  const at = (branch: number, key: IndexKey): CellRef => ({
    row: indices.rows[branch] ?? 0,
    column: indices.columns.find((column) => column.key === key)?.column ?? left,
  });
  const chartData = drawChartData({ sheet, assessment, messages, left, at, isLive: formulas !== null });
  return {
    tab: sheet.tab({
      ...frame,
      orientation: "landscape",
      freeze: { rows: 0, columns: left },
      printed: { first: HEADING_ROWS.title, last },
    }),
    at: (branch, key) => ({ sheet: messages.tabs.scores, ...at(branch, key) }),
    indicatorAt: (branch, code) => {
      const column = left + lines.findIndex((line) => line.code === code);
      const place = (rows: BranchRows): CellRef => ({ sheet: messages.tabs.scores, row: rows[branch] ?? 0, column });
      return { attainment: place(attainment), raw: place(raw), points: place(points.rows) };
    },
    chartData,
    places: { raw, weights: points.weights, shared: based.shared, measured: based.measured },
  };
}

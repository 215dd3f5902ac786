import type { Assessment } from "../assessment/assessment";
import { areaName, cellName } from "../grid";
import type { Place } from "../issue";
import { branchLabel } from "./branches";
import { figure, linked, text } from "./cells";
import { definedBy, drawDefinitions } from "./definitions";
import { longDate } from "./diagnosis-tab";
import { heading, type Heading } from "./heading";
import type { LivePlan, LiveRequest, LiveSettings } from "./live-plan";
import { page, type Page, type DrawnTab } from "./page";
import type { ReportCell } from "./report-model";
import type { ReportMessages } from "./report-messages";
import { countFormat, limitText } from "./shown";
import type { TabKind } from "./tab-kinds";

/** 代码, 指标, 子系统, 数据表, 计量, 条件, 适用, 下限, 上限, 方向, 折算, 分值, 说明. */
const WIDTHS = [7, 16, 8, 12, 26, 26, 18, 8, 8, 7, 6, 7, 14] as const;

/** Columns of the tab that name, rule and remark of a definition cover. */
const DEFINITION_SPANS = [2, 4, 7] as const;

/** Columns of the tab that 参数, 值 and 来源 cover. */
const PARAMETER_SPANS = [3, 4, 3] as const;

/** The parameter that says up to which day things count. */
const CLOSING_DAY = "截止日";

interface Drawing {
  readonly sheet: Page;
  readonly assessment: Assessment;
  readonly messages: ReportMessages;
  readonly live: LivePlan | null;
}

/** What stands beside the tabs when they are written: the time of the run and the add-in's version. */
export interface Imprint {
  readonly generatedAt: string;
  readonly version: string;
}

/** A number of the scheme with as many decimals as it was given. */
function plain(value: number): ReportCell {
  const decimals = limitText(value, "index").split(".")[1]?.length ?? 0;
  return figure(value, { decimals, percent: false }, "");
}

/** A table whose columns cover the given numbers of the tab's columns. */
function table(
  { sheet }: Drawing,
  headings: readonly string[],
  spans: readonly number[],
  rows: readonly (readonly ReportCell[])[],
): readonly number[] {
  return sheet.table(
    headings.map((heading, index) => ({ heading, span: spans[index] ?? 1 })),
    rows,
  );
}

/** Period, scheme, formula, version and time of the run; 生成时间 is the only line that differs between identical runs. */
function basis(drawing: Drawing, imprint: Imprint): void {
  const { sheet, assessment, messages } = drawing;
  const { method } = messages;
  sheet.line(text(method.basis, "section"));
  const lines: readonly (readonly [string, string])[] = [
    [
      method.labels.period,
      method.periodLine(
        messages.period(assessment.period),
        longDate(assessment.firstDay),
        longDate(assessment.lastDay),
      ),
    ],
    [method.labels.asOf, longDate(assessment.asOf)],
    [method.labels.scheme, method.schemeSource[assessment.schemeSource]],
    [method.labels.fingerprint, assessment.schemeFingerprint],
    [method.labels.rules, assessment.rulesFingerprint],
    [method.labels.library, method.librarySource(assessment.library)],
    [method.labels.formula, method.formulaName[assessment.formula]],
    [method.labels.definition, method.formulaDefinition[assessment.formula]],
    [method.labels.coupled, assessment.couplingSubsystems.join("、")],
    [method.labels.linked, assessment.linkageSubsystem],
    [method.labels.roster, assessment.hasRoster ? method.withRoster : method.withoutRoster],
    [method.labels.version, imprint.version],
    [method.labels.generatedAt, imprint.generatedAt],
  ];
  const [first = 1, second = 1] = sheet.spread([1, 5]);
  for (const [label, value] of lines) {
    sheet.row([
      { span: first, cell: text(label, "label") },
      { span: second, cell: text(value) },
    ]);
  }
}

function tables(drawing: Drawing): void {
  const { sheet, assessment, messages, live } = drawing;
  const { method, words } = messages;
  sheet.line(text(method.tables, "section"));
  table(
    drawing,
    method.tableHeadings,
    [2, 3, 2, 2, 2, 2],
    Object.entries(assessment.tables).map(([name, summary]) => [
      text(name, "label"),
      text(
        summary.ranges.map(({ sheet: on, area }) => messages.checks.place(on, areaName(area))).join("；") || words.none,
      ),
      text(
        summary.ranges
          .filter(({ missing }) => missing.length > 0)
          .map(({ sheet: on, missing }) =>
            summary.ranges.length > 1 ? method.missingOn(on, missing) : missing.join("、"),
          )
          .join("；") || words.none,
      ),
      figure(summary.read, "count", ""),
      figure(summary.inWindow, "count", ""),
      figure(summary.leftOut, "count", ""),
    ]),
  );
  sheet.line(text(method.tableNote, "note"));
  if (live === null) return;
  for (const note of method.liveNotes(live.tables)) sheet.line(text(note, "note"));
}

/** The scheme in effect, a row per indicator, in the columns of 评分标准. */
function schemeRows(assessment: Assessment, messages: ReportMessages): ReportCell[][] {
  const { method, words } = messages;
  return assessment.scheme.map((line) => [
    text(line.code, "label"),
    text(line.name),
    text(line.subsystem, "body", "centre"),
    text(line.table),
    text(line.measure),
    text(line.condition),
    text(line.applies),
    plain(line.lower),
    plain(line.upper),
    text(line.reversed ? method.reversed : method.straight, "body", "centre"),
    text(line.prorated ? words.yes : words.no, "body", "centre"),
    plain(line.points),
    text(line.note),
  ]);
}

function scheme({ sheet, assessment, messages }: Drawing): readonly number[] {
  const { method } = messages;
  sheet.line(text(method.scheme, "section"));
  const rows = sheet.table(
    method.schemeHeadings.map((heading) => ({ heading, span: 1 })),
    schemeRows(assessment, messages),
  );
  sheet.line(text(method.schemeNote(assessment.schemeSource), "note"));
  return rows;
}

/**
 * 参数 in effect, a row per key. 截止日 is shown as a day, also where its cell holds Excel's number of it; formulas that read the list are told it
 * wherever it comes from.
 */
function parameterRows(assessment: Assessment, messages: ReportMessages, isRead: boolean): ReportCell[][] {
  const { method, words } = messages;
  return assessment.parameters.map(({ key, value, own }) => [
    text(key, "label"),
    text(key === CLOSING_DAY && (isRead || value !== "") ? assessment.asOf : value === "" ? words.none : value),
    text(own ? method.own : method.usual, own ? "label" : "body", "centre"),
  ]);
}

function parameters(drawing: Drawing): readonly number[] {
  const { sheet, assessment, messages, live } = drawing;
  const { method } = messages;
  sheet.line(text(method.parameters, "section"));
  return table(drawing, method.parameterHeadings, PARAMETER_SPANS, parameterRows(assessment, messages, live !== null));
}

/** 评分标准 and 参数 as the tab lists them where formulas read them, headings first. */
export function settingsLists(assessment: Assessment, messages: ReportMessages): LiveRequest["lists"] {
  const cells = (headings: readonly string[], rows: readonly (readonly ReportCell[])[]) => [
    headings,
    ...rows.map((row) => row.map(({ value }) => value)),
  ];
  return {
    scheme: cells(messages.method.schemeHeadings, schemeRows(assessment, messages)),
    parameters: cells(messages.method.parameterHeadings, parameterRows(assessment, messages, true)),
  };
}

/** A list of the tab as formulas read it; `columns` says where its fields stand. */
function listed(
  sheet: string,
  keys: readonly string[],
  first: number,
  columns: Readonly<Record<string, number>>,
  columnCount: number,
): LiveSettings {
  return {
    place: { sheet, area: { row: first - 1, column: 0, rowCount: keys.length + 1, columnCount } },
    at: (key, field) => {
      const [row, column] = [keys.indexOf(key), columns[field]];
      return row < 0 || column === undefined ? null : { sheet, row: first + row, column, value: null };
    },
  };
}

function adjustments(drawing: Drawing): void {
  const { sheet, assessment, messages } = drawing;
  const { method } = messages;
  sheet.line(text(method.adjustments, "section"));
  const rows = assessment.branches.flatMap((branch) =>
    branch.adjustments.map((row) => [
      linked(branchLabel(assessment, branch), row.place),
      text(row.kind, "body", "centre"),
      figure(row.points, countFormat(row.points), ""),
      text(row.reason),
      text(row.basis),
      text(row.approver),
      text(row.counted ? method.counted : method.pending, "body", "centre"),
    ]),
  );
  if (rows.length === 0) sheet.line(text(method.noAdjustments));
  else table(drawing, method.adjustmentHeadings, [2, 1, 1, 1, 1, 1, 2], rows);
}

function weights(drawing: Drawing): void {
  const { sheet, assessment, messages } = drawing;
  const { method } = messages;
  sheet.line(text(method.weights, "section"));
  table(
    drawing,
    method.weightHeadings,
    [1, 3, 1, 1, 1],
    assessment.scheme.flatMap(({ code, name }) => {
      const found = assessment.comparisonWeights[code];
      if (found === undefined) return [];
      return [
        [
          text(code, "label"),
          text(name),
          figure(found.scheme, "share", messages.words.none),
          figure(found.entropy, "share", messages.words.none),
          figure(found.critic, "share", messages.words.none),
        ],
      ];
    }),
  );
  sheet.line(text(method.weightNote, "note"));
}

/** A kind of tab that a run did not make: the clerk left it out, or it has nothing to say. */
export interface OmittedTab {
  readonly kind: TabKind;
  readonly because: "leftOut" | "silent";
}

function omittedTabs(drawing: Drawing, omitted: readonly OmittedTab[]): void {
  const { sheet, messages } = drawing;
  const words = messages.method.omitted;
  sheet.line(text(words.title, "section"));
  if (omitted.length === 0) sheet.line(text(words.none));
  else
    table(
      drawing,
      words.headings,
      [3, 6],
      omitted.map(({ kind, because }) => [
        text(messages.tabs[kind], "label"),
        text(because === "leftOut" ? words.leftOut : words.silent[kind]),
      ]),
    );
}

/** The tab 口径说明, and where its lists stand that formulas of 指标得分 may read. */
export interface MethodTab {
  readonly tab: DrawnTab;
  readonly scheme: LiveSettings;
  readonly parameters: LiveSettings;
  /** Where an indicator (by its 代码) or a figure of 指标得分 is defined; `null` where it is not. */
  readonly definitionOf: (key: string) => Place | null;
}

/**
 * The tab 口径说明: from what, by which rules and with which settings the figures were made; with `live`, which of them are formulas.
 */
export function methodTab(
  assessment: Assessment,
  messages: ReportMessages,
  own: Heading,
  imprint: Imprint,
  live: LivePlan | null,
  omitted: readonly OmittedTab[],
): MethodTab {
  const sheet = page(WIDTHS, own.cuts);
  const drawing: Drawing = { sheet, assessment, messages, live };
  const frame = heading(sheet, own, assessment, messages);
  basis(drawing, imprint);
  tables(drawing);
  const schemeRows = scheme(drawing);
  const definitions = drawDefinitions(sheet, assessment, messages.method.definitions, DEFINITION_SPANS);
  const [parameterRow = 0] = parameters(drawing);
  adjustments(drawing);
  weights(drawing);
  sheet.line(text(messages.method.methods, "section"));
  messages.method
    .methodNotes(assessment)
    .forEach((note, index) => sheet.line(text(messages.overview.numbered(index + 1, note))));
  omittedTabs(drawing, omitted);
  const rowOf = (key: string): number | null => {
    const line = assessment.scheme.findIndex(({ code }) => code === key);
    const figure = definedBy(key);
    return line >= 0 ? (schemeRows[line] ?? null) : figure === null ? null : (definitions.get(figure) ?? null);
  };
  const [keySpan = 1, valueSpan = 1] = PARAMETER_SPANS;
  return {
    tab: sheet.tab({
      ...frame,
      orientation: "landscape",
      freeze: { rows: 0, columns: 0 },
    }),
    scheme: listed(
      messages.tabs.method,
      assessment.scheme.map(({ code }) => code),
      schemeRows[0] ?? 0,
      Object.fromEntries(messages.method.schemeHeadings.map((heading, column) => [heading, column])),
      WIDTHS.length,
    ),
    parameters: listed(
      messages.tabs.method,
      assessment.parameters.map(({ key }) => key),
      parameterRow,
      { 值: keySpan },
      keySpan + valueSpan,
    ),
    definitionOf: (key) => {
      const row = rowOf(key);
      return row === null ? null : { sheet: messages.tabs.method, cell: cellName(row, 0) };
    },
  };
}

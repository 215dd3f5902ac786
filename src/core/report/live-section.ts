import type { Assessment, SchemeLine } from "../assessment/assessment";
import { namesUnits } from "./branches";
import { header, areaReference, type CellRef, computed, figure, reference, text } from "./cells";
import { type LiveFormulas, type LivePlaces, type LiveScores, UNKNOWN_PLACES } from "./live-formulas";
import { schemeFigure, type SchemeField, type SharedRow } from "./live-plan";
import type { Entry, Page } from "./page";
import type { FigureFormat, ReportCell } from "./report-model";
import type { ReportMessages } from "./report-messages";
import { limitText } from "./shown";

/** What the section is drawn from. */
export interface LiveDrawing {
  readonly sheet: Page;
  readonly assessment: Assessment;
  readonly messages: ReportMessages;
  readonly lines: readonly SchemeLine[];
  readonly left: number;
  readonly live: LiveScores;
  readonly formulas: LiveFormulas;
  /** Heading cells of 支部 and, where named, 单位; the row of a label; the cells that name a branch. */
  readonly headings: readonly ReportCell[];
  readonly labelled: (label: string) => readonly ReportCell[];
  /** How the raw figure of an indicator is shown. */
  readonly formatOf: (line: SchemeLine, raw: number) => FigureFormat;
}

/** A number as it was set. */
function setting(value: number): ReportCell {
  const decimals = limitText(value, "index").split(".")[1]?.length ?? 0;
  return figure(value, { decimals, percent: false }, "");
}

/** `cell`, as a plain reference to the cell of the settings that holds it, where there is one. */
function referring(cell: ReportCell, source: CellRef | null): ReportCell {
  return source === null ? cell : computed(cell, reference(source));
}

/** Period, limits and goalposts, which the formulas above refer to. */
function sharedRows({
  sheet,
  assessment,
  messages,
  lines,
  live,
  headings,
  labelled,
}: LiveDrawing): LivePlaces["shared"] {
  const { labels } = messages.live;
  const { thresholds } = assessment;
  const row = (key: SharedRow, cells: readonly ReportCell[]) => sheet.row([...labelled(labels[key]), ...cells]);
  const parameter = (key: string) => {
    const source = live.parameters.at(key, "值");
    const value = source?.value ?? assessment.parameters.find((each) => each.key === key)?.value ?? "";
    return referring(typeof value === "number" ? setting(value) : text(value, "figure", "right"), source);
  };
  const scheme = (key: SharedRow, field: SchemeField) =>
    row(
      key,
      lines.map((line) => {
        const value = schemeFigure(line, field);
        const cell = typeof value === "number" ? setting(value) : text(value, "figure", "right");
        return referring(cell, live.scheme.at(line.code, field));
      }),
    );
  return {
    period: row("period", [text(assessment.period, "figure", "right")]),
    availability: row("availability", [parameter("可评率下限")]),
    formula: row("formula", [parameter("耦合公式")]),
    couplingWeights:
      assessment.couplingWeights === null
        ? UNKNOWN_PLACES.shared.couplingWeights
        : row("couplingWeights", assessment.couplingWeights.map(setting)),
    coordinationLevels: row("coordinationLevels", thresholds.coordination.map(setting)),
    fusionLevels: row("fusionLevels", thresholds.fusion.map(setting)),
    bands: row("bands", thresholds.bands.map(setting)),
    ...goalpostRows(sheet, [...headings, ...lines.map(({ code }) => header(code))], scheme),
  };
}

function goalpostRows(
  sheet: Page,
  headings: readonly ReportCell[],
  row: (key: SharedRow, field: SchemeField) => number,
): Pick<LivePlaces["shared"], "lower" | "upper" | "direction"> {
  sheet.row(headings);
  return { lower: row("lower", "下限"), upper: row("upper", "上限"), direction: row("direction", "方向") };
}

/** The cells that one `MEASURES` per table fills: branches × indicators, the tables side by side. */
function measuredBlock(drawing: LiveDrawing): LivePlaces["measured"] {
  const { sheet, assessment, messages, lines, left, live, formulas, headings, labelled, formatOf } = drawing;
  const tables = live.plan.tables.filter((table) => table.kind === "formula");
  if (tables.length === 0) return {};
  let next = left;
  const placed = tables.map((table) => {
    const column = next;
    next += table.codes.length;
    return { table, column };
  });
  const top = sheet.row([
    ...headings,
    ...placed.map(({ table }): Entry => ({ span: table.codes.length, cell: header(table.table) })),
  ]);
  for (let column = 0; column < left; column += 1) sheet.merge({ row: top, column, rowCount: 2, columnCount: 1 });
  sheet.row([
    ...headings.map((): ReportCell => ({ value: null, role: "header" })),
    ...placed.flatMap(({ table }) => table.codes.map(header)),
  ]);
  const first = sheet.length();
  const named = { row: first, column: 0, rowCount: assessment.branches.length, columnCount: left };
  const branches = areaReference({ sheet: messages.tabs.scores, area: named });
  for (const [index, branch] of assessment.branches.entries()) {
    const unit: ReportCell[] = namesUnits(assessment) ? [text(branch.unit ?? "", "label")] : [];
    sheet.row([
      ...labelled(branch.branch).slice(0, 1),
      ...unit,
      ...placed.flatMap(({ table }) =>
        table.codes.map((code, position): ReportCell => {
          const found = branch.indicators[code];
          const { words } = messages;
          const word = found?.computed.status === "not_applicable" ? words.notApplicable : words.unassessed;
          const raw = found?.raw ?? null;
          const line = lines.find((each) => each.code === code);
          const format = line === undefined ? "text" : formatOf(line, raw ?? 0);
          const cell: ReportCell = { ...figure(raw, format, word), format };
          if (index > 0 || position > 0) return { ...cell, spilled: true };
          const spill = { rowCount: assessment.branches.length, columnCount: table.codes.length };
          return { ...computed(cell, formulas.measures(table, branches)), spill };
        }),
      ),
    ]);
  }
  return Object.fromEntries(
    placed.flatMap(({ table, column }) =>
      table.codes.map((code, position) => [code, { row: first, column: column + position, anchor: column }] as const),
    ),
  );
}

/** What the formulas above are based on, below the printed part; tells where its cells stand. */
export function liveSection(drawing: LiveDrawing): Pick<LivePlaces, "shared" | "measured"> {
  const { sheet, messages } = drawing;
  sheet.line(text(messages.live.section, "section"));
  for (const note of messages.live.notes) sheet.line(text(note, "note"));
  const shared = sharedRows(drawing);
  return { shared, measured: measuredBlock(drawing) };
}

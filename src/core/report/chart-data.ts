import type { Assessment, BranchAssessment } from "../assessment/assessment";
import { wingsOf } from "../diagnosis/problems";
import type { Area } from "../grid";
import { branchLabel } from "./branches";
import {
  header,
  absent,
  columnReference,
  computed,
  computedFigure,
  figure,
  reference,
  text,
  type CellRef,
} from "./cells";
import type { Page } from "./page";
import type { ReportCell } from "./report-model";
import type { ReportMessages } from "./report-messages";

/** Points of one 融合等级 in the quadrants: `null` for branches that have both indices and no F. */
export interface QuadrantSeries {
  readonly level: string | null;
  readonly across: Area;
  readonly up: Area;
  readonly branches: readonly BranchAssessment[];
}

/** Where the charts of 融合总览 find their figures; `null` where there are none to draw. */
export interface ChartData {
  readonly quadrants: { readonly wings: readonly [string, string]; readonly series: readonly QuadrantSeries[] } | null;
  readonly levels: { readonly names: readonly string[]; readonly categories: Area; readonly values: Area } | null;
}

/** What the figures of the charts are drawn from: the rows of branches on the same sheet. */
export interface ChartSource {
  readonly sheet: Page;
  readonly assessment: Assessment;
  readonly messages: ReportMessages;
  /** First column of figures. */
  readonly left: number;
  /** The cell of a figure of a branch: an index, or 融合等级. */
  readonly at: (branch: number, key: `index:${string}` | "fusion" | "fusionLevel") => CellRef;
  /** Whether the figures are formulas that may show errors, which a count would pass over. */
  readonly isLive: boolean;
}

/** The two indices that the quadrants set against each other; `null` in a scheme that has not two. */
function quadrantWings({ subsystems, couplingSubsystems }: Assessment): readonly [string, string] | null {
  const [across, up] = wingsOf(subsystems, couplingSubsystems);
  return across === undefined || up === undefined ? null : [across, up];
}

function strip(row: number, column: number, rowCount: number): Area {
  return { row, column, rowCount, columnCount: 1 };
}

function labelled({ sheet, left }: ChartSource, label: ReportCell, cells: readonly ReportCell[]): void {
  sheet.row([{ span: left, cell: label }, ...cells]);
}

function head(source: ChartSource, label: string, headings: readonly string[]): void {
  labelled(source, header(label), headings.map(header));
}

/** Branches with both indices, those of one level together: a chart draws a series from consecutive cells. */
function quadrants(source: ChartSource): ChartData["quadrants"] {
  const { sheet, assessment, messages, left, at } = source;
  const wings = quadrantWings(assessment);
  if (wings === null) return null;
  const drawn = assessment.branches.flatMap((branch, index) => {
    const [across, up] = wings.map((name) => branch.subsystems[name]?.index ?? null);
    return across == null || up == null ? [] : [{ branch, index, values: [across, up] }];
  });
  if (drawn.length === 0) return null;
  head(
    source,
    messages.words.branch,
    wings.map((name) => messages.scores.subsystemIndex(name)),
  );
  const series = [...messages.levels.fusion, null].flatMap((level): QuadrantSeries[] => {
    const own = drawn.filter(({ branch }) => branch.fusionLevel === level);
    if (own.length === 0) return [];
    const first = sheet.length();
    for (const { branch, index, values } of own) {
      labelled(
        source,
        text(branchLabel(assessment, branch), "label"),
        values.map((value, wing) =>
          computedFigure(figure(value, "index", ""), reference(at(index, `index:${wings[wing] ?? ""}`))),
        ),
      );
    }
    return [
      {
        level,
        across: strip(first, left, own.length),
        up: strip(first, left + 1, own.length),
        branches: own.map(({ branch }) => branch),
      },
    ];
  });
  return { wings, series };
}

/** How many branches stand at each 融合等级, and how many at none. */
function levels(source: ChartSource): ChartData["levels"] {
  const { sheet, assessment, messages, left, at, isLive } = source;
  const { branches } = assessment;
  if (branches.every(({ fusionLevel }) => fusionLevel === null)) return null;
  const missing = branches.some(({ fusionLevel }) => fusionLevel === null);
  const names = [...messages.levels.fusion, ...(missing ? [messages.words.unassessed] : [])];
  head(source, messages.words.fusionLevel, [messages.words.branches]);
  const first = sheet.length();
  const columnOf = (key: "fusion" | "fusionLevel") => columnReference(at(0, key), at(branches.length - 1, key).row);
  const sum = `SUM(${columnOf("fusion")})`;
  const counting = (name: string) => {
    const counted = `COUNTIF(${columnOf("fusionLevel")},"${name}")`;
    return isLive ? `IF(ISERROR(${sum}),${sum},${counted})` : counted;
  };
  for (const name of names) {
    const count = branches.filter(({ fusionLevel }) => (fusionLevel ?? messages.words.unassessed) === name).length;
    const label =
      name === messages.words.unassessed ? { ...absent(name), align: "left" as const } : text(name, "label");
    labelled(source, label, [computed(figure(count, "count", ""), counting(name))]);
  }
  return { names, categories: strip(first, 0, names.length), values: strip(first, left, names.length) };
}

/** Draws the figures of the charts under a heading of their own: only what exists, so that a branch that is 未评 is not drawn as zero. */
export function drawChartData(source: ChartSource): ChartData {
  const { sheet, assessment, messages } = source;
  const wings = quadrantWings(assessment) ?? [];
  const nothing = assessment.branches.every(
    ({ fusionLevel, subsystems }) =>
      fusionLevel === null && wings.some((name) => (subsystems[name]?.index ?? null) === null),
  );
  if (nothing) return { quadrants: null, levels: null };
  sheet.line(text(messages.scores.chartData, "section"));
  sheet.line(text(messages.scores.chartNote, "note"));
  return { quadrants: quadrants(source), levels: levels(source) };
}

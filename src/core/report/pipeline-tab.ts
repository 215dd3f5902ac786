import type { Assessment, BranchPipeline, PipelineCounts } from "../assessment/assessment";
import { PIPELINE_STAGES } from "../outputs/pipeline";
import { columnReference, computed, computedFigure, figure, header, reference, text } from "./cells";
import { HEADING_ROWS, type Heading } from "./heading";
import { centred, evidenceCell, reasonCell } from "./output-cells";
import { outputPage, type OutputPage } from "./output-page";
import type { DrawnTab, Entry } from "./page";
import type { ReportMessages } from "./report-messages";
import type { ReportCell } from "./report-model";
import { countFormat, shownText } from "./shown";

/** Counts stand behind branch and 期间. */
const FIRST_COUNT = 2;

const CHART_ROWS = 10;

/** Sums over the branches: head counts of those that have them, and shares over those that have both. */
interface Sums {
  readonly counts: PipelineCounts;
  readonly shares: PipelineCounts;
  readonly branches: number;
}

/** Whether any branch has head counts in the period. */
export function hasPipeline({ outputs }: Assessment): boolean {
  return outputs.pipelines.some(({ periods }) => periods.length > 0);
}

function sumsOf(pipelines: readonly BranchPipeline[]): Sums {
  const found = pipelines.filter(({ periods }) => periods.length > 0);
  const add = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
  const at = (stage: number) => found.flatMap(({ counts }) => counts[stage] ?? []);
  const counts = PIPELINE_STAGES.map((_, stage) => (at(stage).length === 0 ? null : add(at(stage))));
  const shares = PIPELINE_STAGES.slice(1).map((_, before) => {
    const both = found.flatMap(({ counts: own }) => {
      const [one, other] = [own[before] ?? null, own[before + 1] ?? null];
      return one === null || other === null ? [] : [{ one, other }];
    });
    const of = add(both.map(({ one }) => one));
    return of === 0 ? null : add(both.map(({ other }) => other)) / of;
  });
  return { counts, shares, branches: found.length };
}

function countCells(counts: PipelineCounts, words: ReportMessages["words"]): ReportCell[] {
  return PIPELINE_STAGES.map((_, stage) => {
    const value = counts[stage] ?? null;
    return centred(figure(value, value === null ? "count" : countFormat(value), words.unassessed));
  });
}

/** Shares of the counts that stand in `row`, as formulas over them where they follow from them. */
function shareCells(
  { counts, shares }: Pick<Sums, "counts" | "shares">,
  words: ReportMessages["words"],
  row: number | null,
): ReportCell[] {
  return shares.map((share, index) => {
    const missing = counts[index] == null || counts[index + 1] == null;
    const cell = centred(figure(share, "share", missing ? words.unassessed : words.none));
    if (row === null) return cell;
    const at = (stage: number) => reference({ row, column: FIRST_COUNT + stage });
    return computedFigure(cell, `${at(index + 1)}/${at(index)}`);
  });
}

/** Head counts and shares of every branch and 期间, and their sums; returns the row of the sums. */
function table({ sheet, assessment, messages, labels, keys, notes, section }: OutputPage, sums: Sums): number {
  const { pipeline: says, words } = messages;
  section(says.table);
  const head = () => sheet.row(says.headings(PIPELINE_STAGES).map(header));
  const [first = 0] = sheet.lines(head, assessment.outputs.pipelines, ({ reason, periods }, index) => {
    const label = labels[index] ?? "";
    const remark = (period: string): Entry => notes.note(keys[index] ?? "", period);
    if (periods.length === 0) {
      const across = sheet.columns - 2;
      const why: Entry = reason === null ? { span: across, cell: text("") } : reasonCell(reason, across, messages);
      sheet.row([text(label, "label"), why, remark("")]);
    }
    for (const { period, counts, conversions, evidence } of periods) {
      sheet.row([
        text(label, "label"),
        text(messages.period(period), "body", "centre"),
        ...countCells(counts, words),
        ...shareCells({ counts, shares: conversions }, words, sheet.length()),
        evidenceCell(evidence, messages),
        remark(period),
      ]);
    }
  });
  // Of a branch with several 期间 the mean is added, which no column shows.
  const adds = assessment.outputs.pipelines.every(({ periods }) => periods.length <= 1);
  const last = sheet.length() - 1;
  const total = sheet.row(
    [
      text(says.total, "label"),
      text(says.totalOf(sums.branches), "body", "centre"),
      ...countCells(sums.counts, words).map((cell, stage) =>
        adds
          ? computedFigure(cell, `SUM(${columnReference({ row: first, column: FIRST_COUNT + stage }, last)})`)
          : cell,
      ),
      ...shareCells(sums, words, null),
      text(""),
      text(""),
    ],
    { foot: true },
  );
  for (const note of says.notes) sheet.line(text(note, "note"));
  return total;
}

/** What the chart of the sums shows, in a sentence. */
function sentence({ messages }: OutputPage, sums: Sums): string {
  return messages.pipeline.shown(
    sums.branches,
    PIPELINE_STAGES.flatMap((name, stage) => {
      const count = sums.counts[stage] ?? null;
      const share = stage === 0 ? null : (sums.shares[stage - 1] ?? null);
      return count === null
        ? []
        : [
            {
              name,
              count: shownText(count, [], countFormat(count)),
              share: share === null ? null : shownText(share, [], "share"),
            },
          ];
    }),
  );
}

function doubts({ sheet, assessment, messages, labels, keys, notes, section }: OutputPage): void {
  const { pipeline: says } = messages;
  section(says.doubts);
  const found = assessment.outputs.pipelines.flatMap(({ periods }, index) =>
    periods.flatMap((period) =>
      period.doubts.map((doubt) => ({
        doubt,
        period: period.period,
        evidence: period.evidence,
        label: labels[index] ?? "",
        key: keys[index] ?? "",
      })),
    ),
  );
  if (found.length === 0) {
    sheet.line(text(says.noDoubts));
    return;
  }
  const spans = [1, 1, PIPELINE_STAGES.length + 2, 2, 1];
  sheet.table(
    says.doubtHeadings.map((title, index) => ({ heading: title, span: spans[index] ?? 1 })),
    found.map(({ doubt, period, evidence, label, key }) => [
      text(label, "label"),
      text(messages.period(period), "body", "centre"),
      text(says.doubt(doubt)),
      evidenceCell(evidence, messages),
      notes.note("doubt", key, period, doubt.kind, doubt.stage),
    ]),
  );
}

/** The chart of the sums, and below the printed page the figures that it shows: a stage that is 未评 is not drawn as zero. */
function chart(
  { sheet, messages }: OutputPage,
  own: Heading,
  sums: Sums,
  rows: { readonly total: number; readonly chart: number },
): void {
  const { pipeline: says } = messages;
  sheet.line(text(says.chartData, "section"));
  sheet.row([header(says.stage), header(says.people)]);
  const first = sheet.length();
  PIPELINE_STAGES.forEach((name, stage) => {
    const count = sums.counts[stage] ?? null;
    if (count !== null)
      sheet.row([
        text(name, "label"),
        computed(figure(count, countFormat(count), ""), reference({ row: rows.total, column: FIRST_COUNT + stage })),
      ]);
  });
  const rowCount = sheet.length() - first;
  const strip = (column: number) => ({ row: first, column, rowCount, columnCount: 1 });
  sheet.chart({
    name: "pipeline",
    kind: "bar",
    title: says.chart,
    sheet: own.name,
    categories: strip(0),
    series: [{ name: says.people, values: strip(1) }],
    place: { row: rows.chart, column: 0, rowCount: CHART_ROWS, columnCount: sheet.columns },
    categoryTitle: says.stage,
    valueTitle: says.people,
  });
}

/** The tab 队伍梯队: head counts from 干警 to 先进, how many pass from each stage to the next, and figures to be checked. */
export function pipelineTab(assessment: Assessment, messages: ReportMessages, own: Heading): DrawnTab {
  const drawing = outputPage(assessment, messages, own, 20, [
    12.5,
    ...PIPELINE_STAGES.map(() => 6),
    ...PIPELINE_STAGES.slice(1).map(() => 7.5),
    12.5,
    8.5,
  ]);
  const { sheet, frame } = drawing;
  const sums = sumsOf(assessment.outputs.pipelines);
  const total = table(drawing, sums);
  const drawn = sums.counts.some((count) => count !== null);
  const at = sheet.length();
  if (drawn) {
    sheet.space(CHART_ROWS);
    sheet.line(text(sentence(drawing, sums)));
  }
  doubts(drawing);
  sheet.line(text(messages.pipeline.signature, "signature"));
  const last = sheet.length() - 1;
  if (drawn) chart(drawing, own, sums, { total, chart: at });
  return sheet.tab({
    ...frame,
    orientation: "portrait",
    freeze: { rows: HEADING_ROWS.count, columns: 1 },
    printed: { first: HEADING_ROWS.title, last },
  });
}

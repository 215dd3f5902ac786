import type { Assessment, BranchAssessment, Gate } from "../assessment/assessment";
import { round9 } from "../methods/round9";
import { boundariesOf, branchLabel, namesUnits, nameWidth } from "./branches";
import { absent, computed, figure, linked, reference, text } from "./cells";
import { heading, HEADING_ROWS, type Heading } from "./heading";
import { page, type Entry, type Page } from "./page";
import type { ReportCell, ReportTab } from "./report-model";
import type { ReportMessages } from "./report-messages";
import type { IndexKey, ScoresTab } from "./scores-tab";
import { limitText, shownText } from "./shown";

interface Drawing {
  readonly sheet: Page;
  readonly assessment: Assessment;
  readonly messages: ReportMessages;
  readonly scores: ScoresTab;
}

/** Branches as they stand in 评选: passers by rank, then the others in roster order. */
function ordered(assessment: Assessment): { readonly branch: BranchAssessment; readonly index: number }[] {
  return assessment.branches
    .map((branch, index) => ({ branch, index }))
    .sort(
      (one, other) =>
        (one.branch.rank ?? Number.POSITIVE_INFINITY) - (other.branch.rank ?? Number.POSITIVE_INFINITY) ||
        one.index - other.index,
    );
}

/** Places to give: the share of the branches that have an F, rounded up (docs/methodology.md §8). */
function quotaOf(assessment: Assessment): { readonly counted: number; readonly places: number } {
  const counted = assessment.branches.filter(({ fusion }) => fusion !== null).length;
  return { counted, places: Math.ceil(round9(assessment.thresholds.quota * counted)) };
}

function gateCells({ assessment, messages, scores }: Drawing, branch: BranchAssessment, index: number): ReportCell[] {
  const { words, selection } = messages;
  const verdict = (gate: Gate): ReportCell => text(gate.passed ? selection.passed : selection.failed, "body", "centre");
  const shown = (
    gate: Gate,
    format: "index" | "points" | "share",
    limits: readonly number[],
    key?: IndexKey,
  ): ReportCell[] => {
    const cell = figure(
      gate.value,
      format,
      words.unassessed,
      gate.threshold === null ? limits : [...limits, gate.threshold],
    );
    return [key === undefined ? cell : computed(cell, reference(scores.at(index, key))), verdict(gate)];
  };
  const boundaries = boundariesOf(assessment);
  const { gates } = branch;
  return [
    verdict(gates.veto),
    ...shown(gates.availability, "share", boundaries.availability, "availability"),
    ...shown(gates.subsystems, "index", boundaries.subsystem),
    ...shown(gates.fusion, "points", boundaries.fusion, "fusion"),
    ...shown(gates.total, "points", boundaries.total, "total"),
  ];
}

function robustnessCells({ messages }: Drawing, branch: BranchAssessment): ReportCell[] {
  const { words, selection } = messages;
  const { robustness } = branch;
  if (robustness === null) return [absent(words.none), absent(words.none), absent(words.none), absent(words.none)];
  const rank = (value: number) => shownText(value, [], Number.isInteger(value) ? "count" : "points");
  const { change, code } = robustness.leaveOneOut;
  return [
    figure(robustness.median, Number.isInteger(robustness.median) ? "count" : "points", ""),
    text(selection.interval(rank(robustness.low), rank(robustness.high)), "body", "centre"),
    figure(robustness.selected, "share", ""),
    text(code === null || change === 0 ? selection.unchanged : selection.leaveOneOut(change, code), "body", "centre"),
  ];
}

function branchTable(drawing: Drawing): void {
  const { sheet, assessment, messages, scores } = drawing;
  const { words, selection } = messages;
  const names = namesUnits(assessment) ? [words.branch, words.unit] : [words.branch];
  const threshold = (of: "availability" | "subsystems" | "fusion" | "total", format: "index" | "points" | "share") => {
    const value = assessment.branches[0]?.gates[of].threshold ?? null;
    return value === null ? "" : `≥ ${limitText(value, format)}`;
  };
  const gates = [
    selection.gateAvailability(threshold("availability", "share")),
    selection.gateSubsystems(threshold("subsystems", "index")),
    selection.gateFusion(threshold("fusion", "points")),
    selection.gateTotal(threshold("total", "points")),
  ];
  const top = sheet.row([
    ...names.map((name) => text(name, "header", "centre")),
    text(selection.gateVeto, "header", "centre"),
    ...gates.map((gate): Entry => ({ span: 2, cell: text(gate, "header", "centre") })),
    text(words.rank, "header", "centre"),
    text(selection.result, "header", "centre"),
    { span: 4, cell: text(selection.robustness, "header", "centre") },
  ]);
  const upright = names.length + 1;
  const covered = (count: number): ReportCell[] =>
    Array.from({ length: count }, () => ({ value: null, role: "header" }));
  sheet.row([
    ...covered(upright),
    ...gates.flatMap(() => [text(selection.figure, "header", "centre"), text(selection.verdict, "header", "centre")]),
    ...covered(2),
    ...selection.robustnessHeadings.map((heading) => text(heading, "header", "centre")),
  ]);
  for (const column of [...Array.from({ length: upright }, (_, each) => each), upright + 8, upright + 9])
    sheet.merge({ row: top, column, rowCount: 2, columnCount: 1 });
  for (const { branch, index } of ordered(assessment)) {
    sheet.row([
      text(branch.branch, "label"),
      ...(names.length === 2 ? [text(branch.unit ?? words.noUnit)] : []),
      ...gateCells({ sheet, assessment, messages, scores }, branch, index),
      figure(branch.rank, "count", words.none),
      text(
        branch.selected ? selection.selected : branch.rank === null ? selection.notIn : selection.passedOnly,
        branch.selected ? "label" : "body",
        "centre",
      ),
      ...robustnessCells(drawing, branch),
    ]);
  }
}

/** Pairs that cannot be told apart, vetoes with their grounds, veto rows whose branch is unknown. */
function remarks({ sheet, assessment, messages }: Drawing): void {
  const { selection } = messages;
  const label = (index: number) => {
    const branch = assessment.branches[index];
    return branch === undefined ? "" : branchLabel(assessment, branch);
  };
  sheet.line(text(selection.indistinguishable, "section"));
  if (assessment.indistinguishable.length === 0) sheet.line(text(selection.noneIndistinguishable));
  for (const [one, other] of assessment.indistinguishable) sheet.line(text(selection.pair(label(one), label(other))));

  const vetoes = assessment.branches.flatMap((branch) =>
    branch.adjustments
      .filter(({ kind, counted }) => kind === "一票否决" && counted)
      .map((row) => [
        linked(branchLabel(assessment, branch), row.place),
        text(selection.vetoed, "body", "centre"),
        text(row.reason),
        text(row.basis),
        text(row.approver),
      ]),
  );
  const pending = assessment.pendingVetoes.map((row) => [
    linked(row.text, row.place),
    text(selection.pending, "body", "centre"),
    text(row.reason),
    text(""),
    text(""),
  ]);
  if (vetoes.length + pending.length === 0) return;
  sheet.line(text(selection.vetoes, "section"));
  const spans = sheet.spread([4, 2, 8, 5, 2]);
  sheet.table(
    selection.vetoHeadings.map((heading, index) => ({ heading, span: spans[index] ?? 1 })),
    [...vetoes, ...pending],
  );
  if (pending.length > 0) sheet.line(text(selection.pendingNote, "note"));
}

/** The tab 先进支部评选: gates, ranks among those that pass them, how firm the ranks are. */
export function selectionTab(
  assessment: Assessment,
  messages: ReportMessages,
  own: Heading,
  scores: ScoresTab,
): ReportTab {
  const { selection } = messages;
  const sheet = page([
    nameWidth(
      assessment.branches.map(({ branch }) => branch),
      12,
      22,
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
    ...[11, 9, 8.5, 9, 8.5, 9, 8.5, 9, 8.5, 7, 9, 10, 10, 10, 18],
  ]);
  const drawing: Drawing = { sheet, assessment, messages, scores };
  heading(sheet, own, assessment, messages);
  const { counted, places } = quotaOf(assessment);
  const passed = assessment.branches.filter(({ rank }) => rank !== null).length;
  const chosen = assessment.branches
    .filter(({ selected }) => selected)
    .map((branch) => branchLabel(assessment, branch));
  sheet.line(text(selection.quota(limitText(assessment.thresholds.quota, "share"), counted, places, passed)));
  sheet.line(text(chosen.length === 0 ? selection.noneSelected : selection.outcome(chosen), "label"));
  branchTable(drawing);
  for (const note of selection.notes(assessment)) sheet.line(text(note, "note"));
  remarks(drawing);
  sheet.line(text(selection.signature, "signature"));
  return sheet.tab({
    key: own.key,
    name: own.name,
    orientation: "landscape",
    freeze: { rows: 0, columns: 1 },
    titleRows: HEADING_ROWS.repeated,
  });
}

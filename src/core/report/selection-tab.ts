import type { Assessment, BranchAssessment, Gate } from "../assessment/assessment";
import { round9 } from "../methods/round9";
import { boundariesOf, branchLabel, namesUnits, nameWidth } from "./branches";
import { header, absent, computed, figure, linked, reference, text } from "./cells";
import { heading, type Heading } from "./heading";
import { page, type Entry, type Page, type DrawnTab } from "./page";
import type { ReportCell } from "./report-model";
import type { ReportMessages } from "./report-messages";
import type { IndexKey, ScoresTab } from "./scores-tab";
import { countFormat, limitText, shownText } from "./shown";

interface Drawing {
  readonly sheet: Page;
  readonly assessment: Assessment;
  readonly messages: ReportMessages;
  readonly scores: ScoresTab;
  /** Whether ranks and how firm they are are shown, or only who is selected. */
  readonly isRanked: boolean;
}

/** Branches as they stand in 评选: passers by rank, then the others in roster order; all in roster order without ranks. */
function ordered({ assessment, isRanked }: Drawing): { readonly branch: BranchAssessment; readonly index: number }[] {
  const rostered = assessment.branches.map((branch, index) => ({ branch, index }));
  if (!isRanked) return rostered;
  return rostered.sort(
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
  const rank = (value: number) => shownText(value, [], countFormat(value));
  const { change, code } = robustness.leaveOneOut;
  return [
    figure(robustness.median, countFormat(robustness.median), ""),
    text(selection.interval(rank(robustness.low), rank(robustness.high)), "body", "centre"),
    figure(robustness.selected, "share", ""),
    text(code === null || change === 0 ? selection.unchanged : selection.leaveOneOut(change, code), "body", "centre"),
  ];
}

function branchTable(drawing: Drawing): void {
  const { sheet, assessment, messages, isRanked } = drawing;
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
  const head = () => {
    const top = sheet.row([
      ...names.map(header),
      header(selection.gateVeto),
      ...gates.map((gate): Entry => ({ span: 2, cell: header(gate) })),
      ...(isRanked ? [header(words.rank)] : []),
      header(selection.result),
      ...(isRanked ? [{ span: 4, cell: header(selection.robustness) }] : []),
    ]);
    const upright = names.length + 1;
    const covered = (count: number): ReportCell[] =>
      Array.from({ length: count }, () => ({ value: null, role: "header" }));
    sheet.row([
      ...covered(upright),
      ...gates.flatMap(() => [header(selection.figure), header(selection.verdict)]),
      ...covered(isRanked ? 2 : 1),
      ...(isRanked ? selection.robustnessHeadings.map(header) : []),
    ]);
    const last = isRanked ? [upright + 8, upright + 9] : [upright + 8];
    for (const column of [...Array.from({ length: upright }, (_, each) => each), ...last])
      sheet.merge({ row: top, column, rowCount: 2, columnCount: 1 });
  };
  sheet.lines(head, ordered(drawing), ({ branch, index }) => {
    sheet.row([
      text(branch.branch, "label"),
      ...(names.length === 2 ? [text(branch.unit ?? words.noUnit)] : []),
      ...gateCells(drawing, branch, index),
      ...(isRanked ? [figure(branch.rank, "count", words.none)] : []),
      text(
        branch.selected ? selection.selected : branch.rank === null ? selection.notIn : selection.passedOnly,
        branch.selected ? "label" : "body",
        "centre",
      ),
      ...(isRanked ? robustnessCells(drawing, branch) : []),
    ]);
  });
}

/** Groups of branches in the order by F, of which each cannot be told apart from the next. */
function indistinguishableGroups({ indistinguishable }: Assessment): readonly (readonly number[])[] {
  const groups: number[][] = [];
  for (const [one, next] of indistinguishable) {
    const group = groups.find((members) => members[members.length - 1] === one);
    if (group === undefined) groups.push([one, next]);
    else group.push(next);
  }
  return groups;
}

/** Places that several branches share, best first. */
function jointPlaces({
  branches,
}: Assessment): readonly { readonly rank: number; readonly branches: readonly BranchAssessment[] }[] {
  const ranks = [...new Set(branches.flatMap(({ rank }) => (rank === null ? [] : [rank])))].sort((a, b) => a - b);
  return ranks
    .map((rank) => ({ rank, branches: branches.filter((branch) => branch.rank === rank) }))
    .filter((place) => place.branches.length > 1);
}

/** Joint places, and branches that cannot be told apart. */
function rankRemarks({ sheet, assessment, messages }: Drawing): void {
  const { selection } = messages;
  for (const { rank, branches } of jointPlaces(assessment))
    sheet.line(
      text(
        selection.joint(
          rank,
          branches.map((branch) => branchLabel(assessment, branch)),
        ),
      ),
    );
  sheet.line(text(selection.indistinguishable, "section"));
  const groups = indistinguishableGroups(assessment);
  if (groups.length === 0) sheet.line(text(selection.noneIndistinguishable));
  for (const [index, members] of groups.entries()) {
    const names = members.flatMap((member) => {
      const branch = assessment.branches[member];
      return branch === undefined ? [] : [branchLabel(assessment, branch)];
    });
    sheet.line(text(selection.group(index + 1, names)));
  }
  if (groups.length > 0) sheet.line(text(selection.groupNote, "note"));
}

/** Vetoes with their grounds, veto rows whose branch is unknown. */
function vetoRemarks({ sheet, assessment, messages }: Drawing): void {
  const { selection } = messages;
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

/** Widths of the columns after the names: gates with their figures, result; ranks and how firm they are. */
const RANKED_WIDTHS = [11, 9, 8.5, 9, 8.5, 9, 8.5, 9, 8.5, 7, 9, 10, 10, 10, 18] as const;
const UNRANKED_WIDTHS = [13, 11, 10, 11, 10, 11, 10, 11, 10, 13] as const;

/** The tab 先进支部评选: gates and who is selected; with `isRanked` ranks among those that pass the gates, and how firm the ranks are. */
export function selectionTab(
  assessment: Assessment,
  messages: ReportMessages,
  own: Heading,
  scores: ScoresTab,
  isRanked: boolean,
): DrawnTab {
  const { selection } = messages;
  const sheet = page(
    [
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
      ...(isRanked ? RANKED_WIDTHS : UNRANKED_WIDTHS),
    ],
    own.cuts,
  );
  const drawing: Drawing = { sheet, assessment, messages, scores, isRanked };
  const frame = heading(sheet, own, assessment, messages);
  const { counted, places } = quotaOf(assessment);
  const passed = assessment.branches.filter(({ rank }) => rank !== null).length;
  const chosen = assessment.branches
    .filter(({ selected }) => selected)
    .map((branch) => branchLabel(assessment, branch));
  sheet.line(text(selection.quota(limitText(assessment.thresholds.quota, "share"), counted, places, passed)));
  sheet.line(text(chosen.length === 0 ? selection.noneSelected : selection.outcome(chosen), "label"));
  branchTable(drawing);
  for (const note of isRanked ? selection.notes(assessment) : selection.unrankedNotes) sheet.line(text(note, "note"));
  if (isRanked) rankRemarks(drawing);
  vetoRemarks(drawing);
  sheet.line(text(selection.signature, "signature"));
  return sheet.tab({
    ...frame,
    orientation: "landscape",
    freeze: { rows: 0, columns: 1 },
  });
}

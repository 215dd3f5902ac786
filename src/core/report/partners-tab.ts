import type { Assessment, BranchPartners } from "../assessment/assessment";
import { HEARING_KINDS } from "../outputs/hearings";
import { uncoveredPartners } from "../outputs/partners";
import { figure, header, text } from "./cells";
import { HEADING_ROWS, type Heading } from "./heading";
import { centred, dayCell, evidenceCell, reasonCell, rowsCell, spanned } from "./output-cells";
import { outputPage, type OutputPage } from "./output-page";
import type { DrawnTab, Entry, Page } from "./page";
import type { ReportMessages } from "./report-messages";
import type { ReportCell } from "./report-model";

/** Partners with a column of their own; the others share one. */
const COLUMNS = 10;

/** Pairs of partner and branch that are written out, and names in a cell. */
const LISTED = 200;
const NAMED = 6;

const PARTNER_WIDTH = 9;

/** Whether there is anything to say: a partner, an activity in a 共建方向, or a hearing. */
export function hasPartners({ outputs }: Assessment): boolean {
  const { partners, hearings } = outputs;
  return (
    partners.partners.length > 0 ||
    partners.branches.some(({ directions }) => directions.some(({ count }) => count > 0)) ||
    hearings.some((each) => each.hearings.count > 0)
  );
}

function count(value: number): ReportCell {
  return centred(figure(value, "count", ""));
}

/** A heading row over columns of the given spans, to be drawn. */
function headings(sheet: Page, titles: readonly string[], spans: readonly number[]): () => void {
  return () => sheet.row(spanned(titles.map(header), spans));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

/** Branch × partner: how many activities; a pair without any is a dash, as empty cells would look forgotten. */
function matrix({ sheet, assessment, messages, labels, section }: OutputPage): void {
  const { partners: says, words } = messages;
  const { partners, branches } = assessment.outputs.partners;
  section(says.matrix);
  if (partners.length === 0) {
    sheet.line(text(says.noPartners));
    return;
  }
  const shown = partners.slice(0, COLUMNS);
  const rest = partners.length > shown.length;
  const spans = sheet.spread([2.2, 0.8, 0.8, 1.2, ...shown.map(() => 1), ...(rest ? [0.9] : [])]);
  const head = headings(
    sheet,
    [...says.matrixHeadings, ...shown.map(({ name }) => name), ...(rest ? [says.others] : [])],
    spans,
  );
  const dash: ReportCell = text(says.uncovered, "body", "centre");
  const pair = (value: number): ReportCell => (value === 0 ? dash : count(value));
  const [first = 0] = sheet.lines(head, branches, (branch, index) => {
    const name = text(labels[index] ?? "", "label");
    if (branch.reason !== null) {
      sheet.row([{ span: spans[0] ?? 1, cell: name }, reasonCell(branch.reason, sum(spans.slice(1)), messages)]);
      return;
    }
    const countOf = (partner: number) => branch.partners.find((own) => own.partner === partner)?.count ?? 0;
    const others = branch.partners.filter(({ partner }) => partner >= shown.length);
    sheet.row(
      spanned(
        [
          name,
          count(branch.partners.length),
          count(branch.activities.count),
          dayCell(branch.activities.last, words.none),
          ...shown.map((_, partner) => pair(countOf(partner))),
          ...(rest ? [pair(sum(others.map((own) => own.count)))] : []),
        ],
        spans,
      ),
    );
  });
  const rowCount = sheet.length() - first;
  const left = sum(spans.slice(0, 4));
  const width = sum(spans.slice(4, 4 + shown.length));
  sheet.scale({
    kind: "colour",
    area: { row: first, column: left, rowCount, columnCount: width },
    min: 0,
    max: Math.max(1, ...branches.flatMap((branch) => branch.partners.map((own) => own.count))),
  });
  const others = partners.slice(shown.length);
  const footRow = (label: string, of: (partner: (typeof partners)[number]) => number, last: number | null) => {
    sheet.row(
      [
        { span: left, cell: text(label, "label") },
        ...shown.map((partner, index): Entry => ({
          span: spans[4 + index] ?? 1,
          cell: count(of(partner)),
        })),
        ...(rest
          ? [
              {
                span: spans[4 + shown.length] ?? 1,
                cell: last === null ? text("") : count(last),
              },
            ]
          : []),
      ],
      { foot: true },
    );
  };
  footRow(says.total, (partner) => partner.count, sum(others.map((partner) => partner.count)));
  footRow(says.branchesOf, (partner) => partner.branches, null);
  sheet.line(text(says.columns(partners.length, shown.length), "note"));
  for (const note of says.matrixNotes) sheet.line(text(note, "note"));
}

/** Activities by 共建方向, and what a branch has not: directions, and partners that several others have. */
function gaps({ sheet, assessment, messages, labels, keys, notes, section }: OutputPage): void {
  const { partners: says } = messages;
  const { partners, directions, branches } = assessment.outputs.partners;
  section(says.gaps);
  const spans = sheet.spread([2.2, ...directions.map(() => 1), 2.4, 4, 2]);
  const head = headings(sheet, says.gapHeadings(directions), spans);
  const listed = (names: readonly string[]) =>
    text(names.length === 0 ? says.allCovered : says.names(names.slice(0, NAMED), names.length));
  const directed = (branch: BranchPartners): Entry[] => {
    const own = spans.slice(1, directions.length + 2);
    if (branch.directionReason !== null) return [reasonCell(branch.directionReason, sum(own), messages)];
    return spanned(
      [
        ...branch.directions.map((tally) => count(tally.count)),
        listed(directions.filter((_, index) => branch.directions[index]?.count === 0)),
      ],
      own,
    );
  };
  sheet.lines(head, branches, (branch, index) => {
    const label = labels[index] ?? "";
    const [name, , uncovered, remark] = [spans[0], null, spans[directions.length + 2], spans[directions.length + 3]];
    sheet.row([
      { span: name ?? 1, cell: text(label, "label") },
      ...directed(branch),
      branch.reason === null
        ? {
            span: uncovered ?? 1,
            cell: listed(
              uncoveredPartners(assessment.outputs.partners, index).flatMap((each) => partners[each]?.name ?? []),
            ),
          }
        : reasonCell(branch.reason, uncovered ?? 1, messages),
      { span: remark ?? 1, cell: notes.note("gaps", keys[index] ?? "") },
    ]);
  });
  sheet.line(text(says.gapNote, "note"));
}

/** Who from outside took part in hearings. */
function hearings({ sheet, assessment, messages, labels, keys, notes, section }: OutputPage): void {
  const { partners: says, words } = messages;
  const found = assessment.outputs.hearings;
  if (!found.some((each) => each.hearings.count > 0)) return;
  section(says.hearings);
  const spans = sheet.spread([2.2, 1, 1.3, ...HEARING_KINDS.map(() => 1.1), 0.8, 2.4, 1.8, 1.8]);
  sheet.lines(headings(sheet, says.hearingHeadings(HEARING_KINDS), spans), found, (branch, index) => {
    const label = labels[index] ?? "";
    const remark: Entry = { span: spans[spans.length - 1] ?? 1, cell: notes.note("hearings", keys[index] ?? "") };
    if (branch.reason !== null) {
      const name: Entry = { span: spans[0] ?? 1, cell: text(label, "label") };
      sheet.row([name, reasonCell(branch.reason, sum(spans.slice(1, -1)), messages), remark]);
      return;
    }
    const absent = HEARING_KINDS.filter((_, kind) => branch.kinds?.[kind]?.count === 0);
    const kinds = branch.kinds;
    sheet.row([
      ...spanned(
        [
          text(label, "label"),
          count(branch.hearings.count),
          dayCell(branch.hearings.last, words.none),
          ...HEARING_KINDS.map((_, kind) => centred(figure(kinds?.[kind]?.count ?? null, "count", words.unassessed))),
          centred(figure(kinds === null ? null : branch.others, "count", words.unassessed)),
          text(
            kinds === null
              ? says.kindsUnknown
              : branch.hearings.count === 0
                ? says.noHearing
                : absent.length === 0
                  ? says.allCovered
                  : absent.join("、"),
          ),
          evidenceCell(branch.hearings.evidence, messages),
        ],
        spans,
      ),
      remark,
    ]);
  });
  sheet.line(text(says.hearingNote, "note"));
}

/** Every pair of partner and branch with its rows, partner by partner. */
function list({ sheet, assessment, messages, labels, section }: OutputPage): void {
  const { partners: says, words } = messages;
  const { partners, branches } = assessment.outputs.partners;
  const pairs = branches
    .flatMap((branch, index) => branch.partners.map((own) => ({ ...own, label: labels[index] ?? "" })))
    .sort((one, other) => one.partner - other.partner);
  if (pairs.length === 0) return;
  section(says.list);
  const spans = sheet.spread([3.6, 3, 1.2, 2.2, 2.4, 3.6]);
  sheet.lines(headings(sheet, says.listHeadings, spans), pairs.slice(0, LISTED), (pair) => {
    sheet.row(
      spanned(
        [
          text(partners[pair.partner]?.name ?? "", "label"),
          text(pair.label),
          count(pair.count),
          dayCell(pair.last, words.none),
          evidenceCell(pair.evidence, messages),
          rowsCell(pair.evidence, messages),
        ],
        spans,
      ),
    );
  });
  if (pairs.length > LISTED) sheet.line(text(says.more(LISTED, pairs.length - LISTED), "note"));
}

/** The tab 共建矩阵: branches × partners, gaps, who took part in hearings, and the rows behind every pair. */
export function partnersTab(assessment: Assessment, messages: ReportMessages, own: Heading): DrawnTab {
  const drawing = outputPage(assessment, messages, own, 22, [
    ...[7.5, 7.5, 11],
    ...Array.from({ length: COLUMNS + 1 }, () => PARTNER_WIDTH),
  ]);
  const { sheet, frame } = drawing;
  matrix(drawing);
  gaps(drawing);
  hearings(drawing);
  list(drawing);
  sheet.line(text(messages.partners.signature, "signature"));
  return sheet.tab({
    ...frame,
    orientation: "landscape",
    freeze: { rows: HEADING_ROWS.count, columns: 1 },
  });
}

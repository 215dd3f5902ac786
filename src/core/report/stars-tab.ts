import type { Assessment } from "../assessment/assessment";
import { figure, linked, text } from "./cells";
import { heading, HEADING_ROWS, type Heading } from "./heading";
import { noteCells } from "./note-cells";
import { page, type DrawnTab } from "./page";
import { countFormat } from "./shown";
import type { ReportMessages } from "./report-messages";

const WIDTHS = [16, 11, 12, 24, 9, 9, 17];

/** Whether there is anything to say: a star, or something to check in 星级记录. */
export function hasStars({ stars, starChecks }: Assessment): boolean {
  return stars.length + starChecks.length > 0;
}

/** The tab 月度与季度之星: the first-placed posts of each month and quarter, and what 星级记录 shows beside them. */
export function starsTab(assessment: Assessment, messages: ReportMessages, own: Heading): DrawnTab {
  const { stars: says, words } = messages;
  const sheet = page(WIDTHS, own.cuts);
  const { note } = noteCells();
  const frame = heading(sheet, own, assessment, messages);
  sheet.line(text(says.stars, "section"));
  if (assessment.stars.length === 0) sheet.line(text(says.none));
  else {
    sheet.table(
      says.headings.map((title) => ({ heading: title, span: 1 })),
      assessment.stars.map((star) => [
        text(messages.period(star.period), "label"),
        text(star.kind, "body", "centre"),
        linked(star.name, star.place),
        text(star.branch),
        figure(star.duties, "count", ""),
        figure(star.sum, countFormat(star.sum), ""),
        note(star.period, star.kind, star.branch, star.name),
      ]),
    );
  }
  for (const line of says.notes) sheet.line(text(line, "note"));
  sheet.line(text(says.checks, "section"));
  if (assessment.starChecks.length === 0) sheet.line(text(says.noChecks));
  else {
    const spans = [1, 1, 1, 3, 1];
    sheet.table(
      says.checkHeadings.map((title, index) => ({ heading: title, span: spans[index] ?? 1 })),
      assessment.starChecks.map((check) => [
        text(messages.period(check.period), "label"),
        text(check.kind, "body", "centre"),
        linked(check.name ?? words.none, check.place),
        text(says.check[check.code]),
        note(check.code, check.period, check.kind, check.name ?? ""),
      ]),
    );
    sheet.line(text(says.checkNote, "note"));
  }
  sheet.line(text(says.signature, "signature"));
  return sheet.tab({
    ...frame,
    orientation: "portrait",
    freeze: { rows: HEADING_ROWS.count, columns: 0 },
  });
}

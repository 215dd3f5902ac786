import type { Assessment } from "../assessment/assessment";
import { branchLabel, nameWidth } from "./branches";
import { text } from "./cells";
import { heading, type Heading, type HeadingFrame } from "./heading";
import { noteCells, type NoteCells } from "./note-cells";
import { page, type Page } from "./page";
import type { ReportMessages } from "./report-messages";

/** A page under construction whose first column names the branches. */
export interface OutputPage {
  readonly sheet: Page;
  readonly frame: HeadingFrame;
  readonly assessment: Assessment;
  readonly messages: ReportMessages;
  /** Names of the branches, in their order. */
  readonly labels: readonly string[];
  /** What names the remarks on each branch: 单位 and 支部, whatever other branches there are beside it. */
  readonly keys: readonly string[];
  readonly notes: NoteCells;
  /** Adds the heading of the next section, with its number. */
  readonly section: (title: string) => void;
}

/** A page with its heading; its first column is at most `widest` characters wide, the others as `widths` say. */
export function outputPage(
  assessment: Assessment,
  messages: ReportMessages,
  own: Heading,
  widest: number,
  widths: readonly number[],
): OutputPage {
  const labels = assessment.branches.map((branch) => branchLabel(assessment, branch));
  const keys = assessment.branches.map(({ unit, branch }) => (unit === null ? branch : `${unit}:${branch}`));
  const sheet = page([nameWidth(labels, 14, widest), ...widths], own.cuts);
  const frame = heading(sheet, own, assessment, messages);
  let sections = 0;
  return {
    ...{ sheet, frame, assessment, messages, labels, keys, notes: noteCells() },
    section: (title) => {
      sections += 1;
      sheet.line(text(messages.scores.numbered(sections, title), "section"));
    },
  };
}

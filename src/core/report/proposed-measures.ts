import type { Assessment, BranchAssessment } from "../assessment/assessment";
import { dayOf, isoOf, monthOf, monthsRange } from "../calendar";
import { dueMonths } from "../diagnosis/measures";
import type { ReportMessages } from "./report-messages";

/** A measure proposed to a branch, in words: what it answers, the task, who leads it, the day by which, the figures it should move. */
export interface ProposedMeasure {
  readonly key: string;
  readonly answers: string;
  readonly task: string;
  readonly owner: string;
  /** yyyy-mm-dd */
  readonly due: string;
  readonly moves: string;
}

/** Last day of the month that is `months` after 截止日's; 截止日 itself where it cannot be read. */
function dueDate(asOf: string, months: number): string {
  const [year = 0, month = 0, day = 0] = asOf.split("-").map(Number);
  const start = dayOf(year, month, day);
  return start === null ? asOf : isoOf(monthsRange(monthOf(start) + months, 1).last);
}

/** The measures of a branch in their order; one whose words are not known is left out. */
export function proposedMeasures(
  assessment: Assessment,
  branch: BranchAssessment,
  messages: ReportMessages,
): readonly ProposedMeasure[] {
  return branch.measures.flatMap(({ key, answers }) => {
    const words = messages.measure(key);
    if (words === null) return [];
    const line = assessment.scheme.find(({ code }) => code === answers);
    return [
      {
        key,
        answers: line === undefined ? answers : `${line.code} ${line.name}`,
        task: words.task,
        owner: messages.diagnosis.owner(words.owner, branch.secretary),
        due: dueDate(assessment.asOf, dueMonths(key)),
        moves: words.moves,
      },
    ];
  });
}

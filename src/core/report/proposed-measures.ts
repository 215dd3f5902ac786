import type { Assessment, BranchAssessment } from "../assessment/assessment";
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

/** The measures of a branch in their order. */
export function proposedMeasures(
  assessment: Assessment,
  branch: BranchAssessment,
  messages: ReportMessages,
): readonly ProposedMeasure[] {
  return branch.measures.map(({ key, answers, task, owner, moves, due }) => {
    const line = assessment.scheme.find(({ code }) => code === answers);
    return {
      key,
      answers: line === undefined ? answers : `${line.code} ${line.name}`,
      task,
      owner: messages.diagnosis.owner(owner, branch.secretary),
      due,
      moves: moves.join("、"),
    };
  });
}

import type { Assessment } from "../assessment/assessment";
import { checksTab } from "./checks-tab";
import { diagnosisTab } from "./diagnosis-tab";
import type { LivePlan } from "./live-plan";
import { methodTab } from "./method-tab";
import { overviewTab } from "./overview-tab";
import type { ReportMessages } from "./report-messages";
import type { ReportModel } from "./report-model";
import { scoresTab } from "./scores-tab";
import { selectionTab } from "./selection-tab";

/** What a report needs beside the assessment: the words of the tabs, the time of the run as text, the add-in's version. */
export interface ReportContext {
  readonly messages: ReportMessages;
  readonly generatedAt: string;
  readonly version: string;
  /** How 指标得分 is written as live formulas, and the namespace of the functions; `null` for values and plain arithmetic. */
  readonly live: { readonly namespace: string; readonly plan: LivePlan } | null;
}

/** The tabs of one run, from an assessment that holds at least one branch. */
export function buildReport(assessment: Assessment, context: ReportContext): ReportModel {
  const { messages, live } = context;
  const method = methodTab(assessment, messages, context, live?.plan ?? null);
  const scores = scoresTab(
    assessment,
    messages,
    live === null
      ? null
      : {
          ...live,
          scheme: live.plan.scheme ?? method.scheme,
          parameters: live.plan.parameters ?? method.parameters,
        },
  );
  const overview = overviewTab(assessment, messages, scores);
  return {
    version: 1,
    tabs: [
      overview.tab,
      scores.tab,
      diagnosisTab(assessment, messages, overview, scores),
      selectionTab(assessment, messages, scores),
      checksTab(assessment, messages),
      method.tab,
    ],
  };
}

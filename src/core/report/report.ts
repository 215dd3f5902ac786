import { cellName } from "../grid";
import type { Assessment } from "../assessment/assessment";
import type { ReportChoices } from "../choices";
import type { Progress } from "../outcome";
import { atOnce, within } from "../steps";
import { brandsTab, hasBrands } from "./brands-tab";
import { branchTabNames, branchTabs } from "./branch-tab";
import { checksTab } from "./checks-tab";
import { diagnosisTab } from "./diagnosis-tab";
import type { Heading, TabName } from "./heading";
import { historyTab, type HistoryTab } from "./history-tab";
import type { LivePlan } from "./live-plan";
import { methodTab, type OmittedTab } from "./method-tab";
import { overviewTab } from "./overview-tab";
import { type PastRuns, pastRuns, type StandingRecord } from "./past-runs";
import type { ReportMessages } from "./report-messages";
import type { ReportModel, ReportTab } from "./report-model";
import { scoresTab } from "./scores-tab";
import { selectionTab } from "./selection-tab";
import type { Cuts, DrawnTab } from "./page";
import { hasPartners, partnersTab } from "./partners-tab";
import { hasPipeline, pipelineTab } from "./pipeline-tab";
import { finished, paged, pagedInSteps } from "./printed";
import { hasStars, starsTab } from "./stars-tab";
import { hasTasks, tasksTab } from "./tasks-tab";
import { TAB_KINDS, type TabKind } from "./tab-kinds";
import { type RecordPlace, trendTab } from "./trend-tab";
import { hasUnits, unitsTab } from "./units-tab";

/** What a report needs beside the assessment: the words of the tabs, the clerk's choices, the time of the run as text, the add-in's version. */
export interface ReportContext {
  readonly messages: ReportMessages;
  readonly choices: ReportChoices;
  readonly generatedAt: string;
  readonly version: string;
  /** How 指标得分 is written as live formulas, and the namespace of the functions; `null` for values and plain arithmetic. */
  readonly live: { readonly namespace: string; readonly plan: LivePlan } | null;
  /** What earlier runs left in the workbook; nothing where it is missing. */
  readonly past?: StandingRecord;
}

const always = (): boolean => true;

/** Whether an assessment has something to say in a kind of tab. */
const SPEAKS: Readonly<Partial<Record<TabKind, (assessment: Assessment, past: PastRuns) => boolean>>> = {
  overview: always,
  branch: always,
  scores: always,
  diagnosis: always,
  tasks: hasTasks,
  selection: always,
  stars: hasStars,
  partners: hasPartners,
  brands: hasBrands,
  pipeline: hasPipeline,
  units: hasUnits,
  trend: (_, { trend }) => trend !== null,
  history: (_, { record }) => record !== null,
  checks: always,
  method: always,
};

/** The tabs of a run, in their order: those with something to say that the clerk did not leave out; and the others with the reason. */
function plannedTabs(
  assessment: Assessment,
  past: PastRuns,
  { messages, choices }: ReportContext,
): { readonly tabs: readonly TabName[]; readonly omitted: readonly OmittedTab[] } {
  const omitted = TAB_KINDS.flatMap((kind): OmittedTab[] => {
    if (choices.omittedTabs.includes(kind)) return [{ kind, because: "leftOut" }];
    return SPEAKS[kind]?.(assessment, past) === true ? [] : [{ kind, because: "silent" }];
  });
  const made = TAB_KINDS.filter((kind) => !omitted.some((one) => one.kind === kind));
  const tabs = made.flatMap((kind) =>
    kind === "branch"
      ? branchTabNames(assessment, choices.branchPages, messages)
      : [{ key: kind, name: messages.tabs[kind] }],
  );
  return { tabs, omitted };
}

/** Where the record of a period begins: in the tab that this run writes, else where it stood. */
function recordPlace(written: HistoryTab | null, standing: RecordPlace): RecordPlace {
  if (written === null) return standing;
  return (period) => {
    const row = written.rowOf(period);
    return row === null ? null : { sheet: written.tab.name, cell: cellName(row, 0) };
  };
}

/** The tabs of one run, from an assessment that holds at least one branch. */
export function buildReport(assessment: Assessment, context: ReportContext): ReportModel {
  return atOnce(buildingReport(assessment, context));
}

/** The same, tab by tab: pauses by yielding its progress in tabs. */
export function* buildingReport(assessment: Assessment, context: ReportContext): Generator<Progress, ReportModel> {
  const { messages, live, choices } = context;
  const past = pastRuns(assessment, messages, context.generatedAt, choices.history, context.past ?? null);
  const { tabs, omitted } = plannedTabs(assessment, past, context);
  const { bodySize } = choices.look;
  const own = (key: TabKind, cuts: Cuts = []): Heading => ({ key, name: messages.tabs[key], tabs, bodySize, cuts });
  const tab = (key: TabKind, draw: (own: Heading) => DrawnTab) =>
    paged(
      (cuts) => draw(own(key, cuts)),
      (drawn) => drawn,
      bodySize,
    );
  const drawMethod = (cuts: Cuts) =>
    methodTab(assessment, messages, own("method", cuts), context, live?.plan ?? null, omitted);
  // Formulas of a live report read the lists of 口径说明 whole: no headings stand between their lines.
  const method = live === null ? paged(drawMethod, (drawn) => drawn.tab, bodySize) : drawMethod([]);
  const started: Progress = { stage: "report", done: 0, total: tabs.length };
  yield started;
  const drawingScores = pagedInSteps(
    (cuts) =>
      scoresTab(
        assessment,
        messages,
        own("scores", cuts),
        live === null
          ? null
          : {
              ...live,
              scheme: live.plan.scheme ?? method.scheme,
              parameters: live.plan.parameters ?? method.parameters,
            },
        method.definitionOf,
      ),
    (drawn) => drawn.tab,
    bodySize,
  );
  const scores = yield* within(drawingScores, started);
  const kinds = new Set(tabs.map(({ key }) => key.split("/")[0]));
  const drawingDiagnosis = pagedInSteps(
    (cuts) => diagnosisTab(assessment, messages, own("diagnosis", cuts), scores),
    (drawn) => drawn.tab,
    bodySize,
  );
  const diagnosis = kinds.has("diagnosis") ? yield* within(drawingDiagnosis, started) : null;
  const history =
    past.record === null
      ? null
      : historyTab(assessment, messages, own("history"), past.record, context.past?.date1904 ?? false);
  const { trend } = past;
  const problemAt = diagnosis?.at ?? (() => null);
  const drawn: Readonly<Partial<Record<Exclude<TabKind, "branch">, () => DrawnTab>>> = {
    overview: () =>
      tab("overview", (heading) =>
        overviewTab(assessment, messages, heading, { scores, diagnosis, definitionOf: method.definitionOf }),
      ),
    scores: () => scores.tab,
    ...(diagnosis === null ? {} : { diagnosis: () => diagnosis.tab }),
    tasks: () => tasksTab(assessment, messages, own("tasks"), scores, problemAt),
    selection: () =>
      tab("selection", (heading) => selectionTab(assessment, messages, heading, scores, choices.selectionRanks)),
    stars: () => tab("stars", (heading) => starsTab(assessment, messages, heading)),
    partners: () => tab("partners", (heading) => partnersTab(assessment, messages, heading)),
    brands: () => tab("brands", (heading) => brandsTab(assessment, messages, heading)),
    pipeline: () => tab("pipeline", (heading) => pipelineTab(assessment, messages, heading)),
    units: () => unitsTab(assessment, messages, own("units"), scores, live !== null),
    ...(trend === null
      ? {}
      : {
          trend: () =>
            tab("trend", (heading) =>
              trendTab(assessment, messages, heading, scores, trend, recordPlace(history, past.standing)),
            ),
        }),
    ...(history === null ? {} : { history: () => history.tab }),
    checks: () => tab("checks", (heading) => checksTab(assessment, messages, heading)),
    method: () => method.tab,
  };
  const footer = messages.footer(assessment);
  const made: ReportTab[] = [];
  for (const kind of TAB_KINDS) {
    if (!kinds.has(kind)) continue;
    if (kind === "branch") {
      const pages = branchTabs(assessment, messages, tabs, { scores, bodySize, problemAt });
      const progress: Progress = { stage: "report", done: made.length, total: tabs.length };
      for (const each of yield* within(pages, progress)) made.push(finished(each, footer, bodySize));
    } else {
      const drawing = drawn[kind]?.();
      if (drawing !== undefined) made.push(finished(drawing, footer, bodySize));
    }
    yield { stage: "report", done: made.length, total: tabs.length };
  }
  return { version: 2, look: choices.look, tabs: made };
}

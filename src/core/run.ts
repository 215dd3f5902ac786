import { type Assessment, type BranchAssessment } from "./assessment/assessment";
import { type AdjustmentTotals, adjustmentsOf, pendingVetoes } from "./assessment/adjustments";
import { comparisonWeights } from "./assessment/comparison-weights";
import { carrierReader } from "./assessment/carriers";
import { type Frame, frameOf } from "./assessment/frame";
import { type BranchFigures, measureBranches } from "./assessment/indicators";
import { BANDS, type Indices, indicesOf, stepsFromTop } from "./assessment/indices";
import { tableSummaries } from "./assessment/table-summaries";
import { unitSummaries } from "./assessment/units";
import { isoOf } from "./calendar";
import { measuresFor } from "./diagnosis/measures";
import { problemFinder } from "./diagnosis/problems";
import { sentTasks } from "./diagnosis/sent-tasks";
import { schemeFingerprint } from "./fingerprint";
import type { WorkbookGrids } from "./grid";
import { type IssueList, issueList } from "./issue-list";
import type { Place } from "./issue";
import { issue } from "./issues";
import { unitInName } from "./ledger/branches";
import { dataChecks } from "./ledger/checks";
import { readLedger } from "./ledger/read-ledger";
import { periodName } from "./ledger/read-period";
import { textOf } from "./ledger/text";
import { isBlank } from "./ledger/vocabulary";
import { workbookRanges } from "./ledger/workbook-ranges";
import { levelOf } from "./methods/level";
import type { Outcome, Progress, RunOptions } from "./outcome";
import { furtherOutputs } from "./outputs/further-outputs";
import { assessedTime, choosePeriod } from "./period";
import { answerableCodes } from "./scheme/answerable-codes";
import { type Settings, readSettings } from "./scheme/settings";
import { type Award, gatesOf, indistinguishablePairs, passesAll, selectedBy } from "./selection/awards";
import { robustness } from "./selection/robustness";
import { starChecks, starsOf } from "./selection/stars";
import { stepwise, within } from "./steps";

/**
 * One run, from grids to the assessment: the stages in their order. Each stage pauses by yielding its progress; the outcome does not depend
 * on where it pauses, nor on anything but the arguments.
 */
export function* run(grids: WorkbookGrids, options: RunOptions): Generator<Progress, Outcome> {
  const issues = issueList();
  const settings = readSettings(grids, options);
  if (settings.kind === "refused") return { kind: "refused", because: "scheme", issues: settings.issues };
  for (const one of settings.issues) issues.add(one);
  yield { stage: "scheme", done: 1, total: 1 };

  const { words } = settings;
  const { date1904 } = grids;
  const found = yield* workbookRanges(grids, words);
  const period = yield* choosePeriod(options.period, { ranges: found.ranges, date1904, words });
  if (period.kind === "refused") return { kind: "refused", because: period.because, issues: period.issues };
  for (const one of period.issues) issues.add(one);
  const time = assessedTime(settings, options, period.days, date1904);
  if (time === null)
    return {
      kind: "refused",
      because: "option",
      issues: [issue("asOfUnreadable", null, { text: options.asOf ?? textOf(settings.parameters.asOf) })],
    };

  for (const one of time.issues) issues.add(one);

  const wholePeriod = time.assessed ?? time.days;
  const read = yield* readLedger(found, { words, period: time.days, wholePeriod, date1904 });
  for (const one of read.issues) issues.add(one);
  const { ledger } = read;
  if (!ledger.hasRoster && ledger.tables["活动台账"] === undefined)
    return { kind: "refused", because: "nothing", issues: [...issues.all(), issue("nothingToRead", null)] };
  if (ledger.branches.length === 0)
    return { kind: "refused", because: "nothing", issues: [...issues.all(), issue("noBranches", null)] };

  const frame = frameOf(ledger, settings, grids, time, issues);
  yield { stage: "measure", done: 0, total: ledger.branches.length };
  const figures = yield* measureBranches(settings.scheme, frame, issues);
  const indices = yield* indexBranches(figures, frame, settings, issues);
  const findings = yield* diagnoseBranches(frame, indices, issues);
  const selection = yield* selectBranches(figures, indices, settings);
  yield* dataChecks(frame, settings.scheme.indicators, issues);
  const sentAt = sentTasks(frame.ledger);
  yield LAST;
  const parts = { frame, carriersOf: carrierReader(frame), sentAt, settings, figures, findings };
  return { kind: "assessed", assessment: yield* assessmentOf({ ...parts, ...indices, ...selection }, issues) };
}

/** Progress while what the stages found is put together: that of the last stage, which is done. */
const LAST: Progress = { stage: "checks", done: 1, total: 1 };

/** The indices of every branch, with 加减分 and 百分制. */
interface BranchIndices {
  readonly indices: readonly Indices[];
  readonly adjustments: readonly AdjustmentTotals[];
  readonly totals: readonly (number | null)[];
}

function* indexBranches(
  figures: readonly BranchFigures[],
  frame: Frame,
  settings: Settings,
  issues: IssueList,
): Generator<Progress, BranchIndices> {
  const indices = figures.map((own) => indicesOf(own, settings.scheme, settings.parameters));
  const adjustments = adjustmentsOf(frame, issues);
  yield { stage: "indices", done: 1, total: 1 };
  return { indices, adjustments, totals: indices.map(({ base }, branch) => totalOf(base, adjustments[branch])) };
}

function* diagnoseBranches(
  frame: Frame,
  { indices }: BranchIndices,
  issues: IssueList,
): Generator<Progress, readonly BranchAssessment["findings"][]> {
  const findingsOf = problemFinder(frame, issues);
  const findings: BranchAssessment["findings"][] = [];
  for (const [branch, own] of indices.entries()) {
    findings.push(findingsOf(branch, own));
    yield { stage: "diagnosis", done: branch + 1, total: indices.length };
  }
  return findings;
}

/** Gates, awards and robustness of every branch. */
interface BranchSelection {
  readonly gates: readonly BranchAssessment["gates"][];
  readonly awards: readonly Award[];
  readonly drawn: readonly BranchAssessment["robustness"][];
}

function* selectBranches(
  figures: readonly BranchFigures[],
  { indices, adjustments, totals }: BranchIndices,
  { scheme, parameters }: Settings,
): Generator<Progress, BranchSelection> {
  const gates = indices.map((own, branch) =>
    gatesOf(own, totals[branch] ?? null, adjustments[branch]?.vetoed === true, parameters),
  );
  const passed = gates.map(passesAll);
  const fusions = indices.map(({ fusion }) => fusion);
  const awards = selectedBy(fusions, totals, passed, parameters.quota);
  const drawn = yield* robustness({ figures, fusions, passed, totals }, scheme, parameters);
  return { gates, awards, drawn };
}

/** Everything the stages found, put together. */
function* assessmentOf(parts: Parts, issues: IssueList): Generator<Progress, Assessment> {
  const { frame, settings, figures, indices, drawn } = parts;
  const vetoes = pendingVetoes(frame, issues);
  const branches = yield* within(
    stepwise(frame.ledger.branches, (_, branch) => branchAssessment(branch, parts)),
    LAST,
  );
  const stars = starsOf(frame);
  yield LAST;
  const checked = starChecks(frame);
  yield LAST;
  const outputs = yield* within(furtherOutputs(frame, issues), LAST);
  const weights = comparisonWeights(settings.scheme, figures);
  yield LAST;
  const tables = tableSummaries(frame);
  yield LAST;
  return {
    ...headOf(settings, frame),
    branches,
    indistinguishable: indistinguishablePairs(
      indices.map(({ fusion }) => fusion),
      drawn,
    ),
    pendingVetoes: vetoes,
    units: unitSummaries(branches, settings.scheme.subsystems),
    stars,
    starChecks: checked,
    outputs,
    comparisonWeights: weights,
    tables,
    issues: issues.all(),
  };
}

function totalOf(base: number | null, adjustment: AdjustmentTotals | undefined): number | null {
  return base === null ? null : Math.max(0, base + (adjustment?.bonus ?? 0) - (adjustment?.deduction ?? 0));
}

interface Parts extends BranchIndices, BranchSelection {
  readonly frame: Frame;
  readonly carriersOf: (branch: number) => BranchAssessment["carriers"];
  readonly settings: Settings;
  readonly figures: readonly BranchFigures[];
  readonly findings: readonly BranchAssessment["findings"][];
  readonly sentAt: (branch: number, task: string) => Place | null;
}

function branchAssessment(branch: number, parts: Parts): BranchAssessment {
  const { frame, settings } = parts;
  const { name = "", unit = "", fields = {} } = frame.ledger.branches[branch] ?? {};
  const figures = parts.figures[branch] ?? {};
  const indices = parts.indices[branch] ?? indicesOf({}, settings.scheme, settings.parameters);
  const adjustments = parts.adjustments[branch] ?? { adjustments: [], bonus: 0, deduction: 0, vetoed: false };
  const findings = parts.findings[branch] ?? [];
  const total = parts.totals[branch] ?? null;
  const window = frame.windows[branch] ?? null;
  const answered = answerableCodes(settings.scheme, settings.library);
  const text = (field: string): string | null => {
    const cell = fields[field] ?? null;
    return isBlank(cell, frame.words) ? null : textOf(cell).trim();
  };
  return {
    branch: name,
    unit: unit !== "" ? unit : unitInName(name),
    kind: text("类型"),
    secretary: text("支部书记"),
    window: window === null ? null : { first: isoOf(window.first), last: isoOf(window.last) },
    absentTables: Object.entries(frame.views).flatMap(([table, view]) =>
      view.ranges[branch]?.size === 0 ? [table] : [],
    ),
    carriers: parts.carriersOf(branch),
    indicators: figures,
    ...indices,
    bonus: adjustments.bonus,
    deduction: adjustments.deduction,
    total,
    band: total === null ? null : levelOf(total, stepsFromTop(settings.parameters.bands, BANDS)),
    vetoed: adjustments.vetoed,
    adjustments: adjustments.adjustments,
    findings,
    measures: measuresFor(
      findings,
      indices.obstacles.filter(([code]) => answered.has(code)),
      settings.library.measures,
      isoOf(frame.asOf),
    ).map((measure) => ({ ...measure, sent: parts.sentAt(branch, measure.task) })),
    gates: parts.gates[branch] ?? gatesOf(indices, total, adjustments.vetoed, settings.parameters),
    selected: parts.awards[branch]?.selected === true,
    rank: parts.awards[branch]?.rank ?? null,
    robustness: parts.drawn[branch] ?? null,
  };
}

type Head = Omit<
  Assessment,
  | "branches"
  | "indistinguishable"
  | "pendingVetoes"
  | "units"
  | "stars"
  | "starChecks"
  | "outputs"
  | "comparisonWeights"
  | "tables"
  | "issues"
>;

function headOf(settings: Settings, frame: Frame): Head {
  const { scheme, parameters } = settings;
  return {
    period: periodName(frame.period, isoOf),
    firstDay: isoOf(frame.period.first),
    lastDay: isoOf(frame.assessed?.last ?? frame.period.first),
    asOf: isoOf(frame.asOf),
    formula: parameters.formula,
    schemeFingerprint: schemeFingerprint(scheme, { ...parameters, asOf: isoOf(frame.asOf) }),
    rulesFingerprint: schemeFingerprint(scheme, { ...parameters, asOf: null, showRanks: false }),
    schemeSource: scheme.source,
    library: { source: settings.library.source, measures: settings.library.measures.length },
    scheme: scheme.indicators.map(({ line }) => line),
    subsystems: scheme.subsystems,
    couplingSubsystems: parameters.couplingSubsystems,
    couplingWeights: parameters.couplingWeights,
    linkageSubsystem: parameters.linkageSubsystem,
    hasRoster: frame.ledger.hasRoster,
    date1904: frame.dates.date1904,
    parameters: settings.shown,
    thresholds: {
      availability: parameters.availability,
      bands: parameters.bands,
      coordination: parameters.coordinationLevels,
      fusion: parameters.fusionLevels,
      quota: parameters.quota,
      draws: parameters.draws,
      seed: parameters.seed,
      spread: parameters.spread,
    },
    showRanks: parameters.showRanks,
  };
}

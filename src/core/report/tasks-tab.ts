import type { Assessment, BranchAssessment, Measure, RuleFinding } from "../assessment/assessment";
import { firstSpans } from "../assessment/evidence";
import { dayOfIso } from "../calendar";
import { cellName } from "../grid";
import type { Place } from "../issue";
import { branchLabel, nameWidth } from "./branches";
import { computed, figure, linked, reference, text, type CellRef } from "./cells";
import type { DiagnosisTab } from "./diagnosis-tab";
import { heading, HEADING_ROWS, type Heading } from "./heading";
import { rawFormat, statusWord } from "./indicator-lines";
import { noteCells } from "./note-cells";
import { page, type DrawnTab } from "./page";
import type { ReportCell } from "./report-model";
import type { ReportMessages } from "./report-messages";
import { ruleFigure, ruleGoal, ruleLine, ruleText } from "./rule-shown";
import type { ScoresTab } from "./scores-tab";
import { limitText, shownText } from "./shown";
import { TASK_INPUTS } from "./task-columns";

/** Days by which a workbook that counts from 1904 counts less. */
const DAYS_TO_1904 = 1462;

/** Widths of the columns after 支部. */
const WIDTHS = [34, 20, 10, 13, 11.5, 13, 8.5, 11, 8.5, 12] as const;

interface Drawing {
  readonly assessment: Assessment;
  readonly messages: ReportMessages;
  readonly scores: ScoresTab;
  /** Where 问题诊断 says what; nothing where that tab is not made. */
  readonly diagnosed: DiagnosisTab["at"];
}

/** A figure that a task should move: what it is called, where it is now, where it should be, whether it is there already. */
interface Moved {
  readonly name: string;
  readonly now: ReportCell;
  readonly goal: string;
  readonly reached: boolean;
}

/** Whether there is a task for anybody. */
export function hasTasks({ branches }: Assessment): boolean {
  return branches.some(({ measures }) => measures.length > 0);
}

function placeIn(sheet: string, { row, column }: CellRef): Place {
  return { sheet, cell: cellName(row, column) };
}

function ruleOf(
  branch: BranchAssessment,
  name: string,
): { readonly problem: string; readonly rule: RuleFinding } | null {
  for (const { problem, rules } of branch.findings) {
    const rule = rules.find(({ figure: own }) => own === name);
    if (rule !== undefined) return { problem, rule };
  }
  return null;
}

/** Where a 诊断项 stands now: an index by reference to 指标得分, any other figure linked to the first row that it came from. */
function ruleNow(
  { messages, scores }: Drawing,
  index: number,
  branch: BranchAssessment,
  rule: RuleFinding,
): ReportCell {
  const key = rule.figure === "联结度" ? "linkage" : rule.figure === "协调度" ? "coordination" : null;
  if (key !== null) {
    const value = branch[key];
    const cell = ruleFigure({ ...rule, value }, messages.words.unassessed);
    return value === null ? cell : computed(cell, reference(scores.at(index, key)));
  }
  const cell = ruleFigure(rule, messages.words.unassessed);
  const [first] = rule.evidence === null ? [] : firstSpans(rule.evidence, 1);
  return first === undefined ? cell : { ...cell, link: { sheet: first.sheet, cell: `A${first.first}` } };
}

/** A 诊断项 as a figure to move: to the side of its 黄线 on which it is green. */
function movedRule(drawing: Drawing, index: number, branch: BranchAssessment, rule: RuleFinding): Moved {
  return {
    name: rule.figure,
    now: ruleNow(drawing, index, branch, rule),
    goal: ruleGoal(rule),
    reached: rule.level === "绿",
  };
}

/** An indicator as a figure to move: to the goalpost at which it is attained in full. */
function movedIndicator(
  { messages, scores }: Drawing,
  index: number,
  branch: BranchAssessment,
  line: Assessment["scheme"][number],
): Moved {
  const found = branch.indicators[line.code];
  const raw = found?.raw ?? null;
  const format = rawFormat(line.measure, raw ?? 0);
  const cell = figure(
    raw,
    format,
    statusWord(found?.computed.status ?? "unassessed", messages),
    line.prorated ? [] : [line.lower, line.upper],
  );
  const goal = line.reversed ? `≤ ${limitText(line.lower, format)}` : `≥ ${limitText(line.upper, format)}`;
  return {
    name: messages.tasks.indicator(line.code, line.name),
    now: raw === null ? cell : computed(cell, reference(scores.indicatorAt(index, line.code).raw)),
    goal: line.prorated ? messages.tasks.yearly(goal) : goal,
    reached: found?.score === 1,
  };
}

function movedFigure(drawing: Drawing, index: number, branch: BranchAssessment, name: string): Moved | null {
  const { scheme } = drawing.assessment;
  const coded = scheme.find(({ code }) => code === name);
  const rule = ruleOf(branch, name)?.rule;
  const line = coded ?? (rule === undefined ? scheme.find((each) => each.name === name) : undefined);
  if (line !== undefined) return movedIndicator(drawing, index, branch, line);
  return rule === undefined ? null : movedRule(drawing, index, branch, rule);
}

/**
 * The one figure by which a task is judged: of those that its measure names, then the one that asked for it, the first that is not yet
 * where it should be; else the first that there is.
 */
function judgedBy(drawing: Drawing, index: number, branch: BranchAssessment, measure: Measure): Moved | null {
  const all = [...measure.moves, measure.figure].flatMap((name) => {
    const moved = movedFigure(drawing, index, branch, name);
    return moved === null ? [] : [moved];
  });
  const isFigure = ({ now }: Moved) => typeof now.value === "number";
  return all.find((moved) => isFigure(moved) && !moved.reached) ?? all.find(isFigure) ?? all[0] ?? null;
}

/** What a task answers, with its figure, and the tab in which it is found, linked. */
function reasonCells(drawing: Drawing, index: number, branch: BranchAssessment, measure: Measure): ReportCell[] {
  const { assessment, messages, scores, diagnosed } = drawing;
  const line = assessment.scheme.find(({ code }) => code === measure.answers);
  const obstacle = branch.obstacles.find(([code]) => code === measure.answers);
  if (line !== undefined && obstacle !== undefined) {
    const words = messages.tasks.obstacle(line.code, line.name, shownText(obstacle[1], [], "share"));
    const place = placeIn(messages.tabs.scores, scores.indicatorAt(index, line.code).attainment);
    return [text(words), { ...linked(messages.tabs.scores, place), align: "centre" }];
  }
  const found = ruleOf(branch, measure.figure);
  if (found === null) return [text(measure.answers), text(messages.words.none, "body", "centre")];
  const { rule } = found;
  const color = rule.level === "红" ? "红" : "黄";
  const words = messages.tasks.finding(
    measure.answers,
    rule.figure,
    ruleText(rule) ?? messages.words.unassessed,
    color,
    ruleLine(rule, color === "红" ? "red" : "yellow"),
  );
  const place = diagnosed(index, measure.answers);
  return [
    text(words),
    { ...(place === null ? text(messages.words.none) : linked(place.sheet, place)), align: "centre" },
  ];
}

/** The day as a date of the workbook; what is no day stays a text. */
function dateCell(due: string, date1904: boolean): ReportCell {
  const serial = dayOfIso(due);
  if (serial === null) return text(due, "input", "centre");
  return { value: date1904 ? serial - DAYS_TO_1904 : serial, role: "input", format: "date", align: "centre" };
}

/** The tab 整改任务: every measure of every branch as a task with owner, day and the figure by which it is judged. */
export function tasksTab(
  assessment: Assessment,
  messages: ReportMessages,
  own: Heading,
  scores: ScoresTab,
  diagnosed: DiagnosisTab["at"],
): DrawnTab {
  const { tasks: says, words } = messages;
  const drawing: Drawing = { assessment, messages, scores, diagnosed };
  const labels = assessment.branches.map((branch) => branchLabel(assessment, branch));
  const sheet = page([6, nameWidth(labels, 12, 18), ...WIDTHS]);
  const { note } = noteCells();
  const frame = heading(sheet, own, assessment, messages);
  const rows = assessment.branches.flatMap((branch, index) =>
    branch.measures.map((measure) => {
      const moved = judgedBy(drawing, index, branch, measure);
      const about = [branch.unit ?? "", branch.branch, measure.key];
      return [
        text(labels[index] ?? branch.branch, "label"),
        text(measure.task),
        ...reasonCells(drawing, index, branch, measure),
        {
          ...text(says.person(measure.owner, branch.secretary), "input"),
          input: [TASK_INPUTS.owner, ...about].join(":"),
        },
        // A day that she set for one period says nothing of the same task in the next.
        {
          ...dateCell(measure.due, assessment.date1904),
          input: [TASK_INPUTS.due, ...about, messages.period(assessment.period)].join(":"),
        },
        text(moved?.name ?? words.none),
        moved?.now ?? text(words.none, "body", "right"),
        text(moved?.goal ?? words.none, "body", "centre"),
        measure.sent === null
          ? text(says.notSent, "body", "centre")
          : { ...linked(says.sent, measure.sent), align: "centre" as const },
        note(...about),
      ];
    }),
  );
  const branches = assessment.branches.filter(({ measures }) => measures.length > 0);
  const sent = branches.flatMap(({ measures }) => measures).filter((measure) => measure.sent !== null);
  const [first = 0] = sheet.table(
    says.headings.map((title) => ({ heading: title, span: 1 })),
    rows.map((row, index): ReportCell[] => [{ ...figure(index + 1, "count", ""), align: "centre" }, ...row]),
  );
  sheet.line(text(says.summary(rows.length, branches.length, sent.length)));
  for (const line of says.notes) sheet.line(text(line, "note"));
  sheet.line(text(says.signature, "signature"));
  return sheet.tab({
    ...frame,
    orientation: "landscape",
    freeze: { rows: first, columns: 2 },
    titleRows: { first: HEADING_ROWS.repeated.first, last: first - 1 },
    filter: { row: first - 1, column: 0, rowCount: rows.length + 1, columnCount: sheet.columns },
  });
}

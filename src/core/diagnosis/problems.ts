import { monthOf, quarterOf } from "../calendar";
import type { Evidence, Finding, Light, Reason, RuleFinding } from "../assessment/assessment";
import { evidenceOf } from "../assessment/evidence";
import { type Frame, windowMonths } from "../assessment/frame";
import type { Indices } from "../assessment/indices";
import { computeMeasure, rangeServes, tokensOf } from "../assessment/measures";
import type { IssueList } from "../issue-list";
import { type LedgerRow, fieldOf, hasColumn } from "../ledger/ledger";
import { textOf } from "../ledger/text";
import { PROCEDURAL, isBlank } from "../ledger/vocabulary";
import { round9 } from "../methods/round9";
import { type ReasonCode, reason } from "../reasons";
import type { DEFAULT_LINES } from "../scheme/parameters";
import { similarForms, titleForm } from "./title-similarity";

export type FigureName = keyof typeof DEFAULT_LINES;

/** Which side of its lines a figure is bad on, and whether standing on the line is bad already. */
interface Side {
  readonly bad: "high" | "low";
  readonly inclusive: boolean;
}

const HIGH: Side = { bad: "high", inclusive: true };
const LOW: Side = { bad: "low", inclusive: false };

/** The five problems with their figures (methodology §7), in the order in which they are printed. */
export const PROBLEMS: Readonly<Record<string, Readonly<Partial<Record<FigureName, Side>>>>> = {
  思想认识模糊性: { 未结合率: HIGH, 忙时弱化: LOW },
  两张皮: { 联结度: LOW, 协调度: LOW, 两翼差: HIGH, 事务化: HIGH },
  宣传片面化: { 宣传融合率: { bad: "low", inclusive: true } },
  慢一拍: { 部署时差: { bad: "high", inclusive: false }, 三同步: LOW },
  老一套: { 形式单一: HIGH, 主题雷同: HIGH },
};

const ROUTINE: readonly string[] = ["集中学习", "传达文件", "发展党员"];
const SITTING: readonly string[] = ["集中学习", "座谈研讨", "传达文件"];
const PUBLICITY: readonly string[] = ["党员先进性", "融合"];
const FEWEST_ACTIVITIES = 6;
const FEWEST_PUBLICITY = 3;
const FEWEST_MONTHS = 6;
const LIGHTS = ["绿", "黄", "红"] as const;

interface Figure {
  readonly value: number | null;
  readonly reason: Reason | null;
  readonly evidence: Evidence | null;
}

type Compute = (branch: number, indices: Indices) => Figure;

/** Diagnoses branches one at a time: the returned function gives the findings of one branch in the order of {@link PROBLEMS}. */
export function problemFinder(
  frame: Frame,
  issues: IssueList,
): (branch: number, indices: Indices) => readonly Finding[] {
  const figures = figureReaders(frame, issues);
  return (branch, indices) =>
    Object.entries(PROBLEMS).map(([problem, sides]) => {
      const rules = (Object.keys(figures) satisfies string[]).flatMap((name): RuleFinding[] => {
        const side = isFigure(name) ? sides[name] : undefined;
        if (!isFigure(name) || side === undefined) return [];
        const lines = frame.parameters.lines[name] ?? { yellow: NaN, red: NaN };
        const { value, reason: why, evidence } = figures[name](branch, indices);
        const level: Light = value === null ? "未评" : lightOf(value, lines, side);
        return [
          { figure: name, value, level, yellow: lines.yellow, red: lines.red, bad: side.bad, reason: why, evidence },
        ];
      });
      return { problem, level: worst(rules.map((rule) => rule.level)), rules };
    });
  function isFigure(name: string): name is FigureName {
    return Object.hasOwn(figures, name);
  }
}

function lightOf(value: number, lines: { readonly yellow: number; readonly red: number }, side: Side): Light {
  const beyond = (line: number): boolean => {
    const difference = round9(value) - round9(line);
    return side.inclusive && difference === 0 ? true : side.bad === "high" ? difference > 0 : difference < 0;
  };
  return beyond(lines.red) ? "红" : beyond(lines.yellow) ? "黄" : "绿";
}

/** The worst of the computed levels; 未评 only where none was computed. */
function worst(levels: readonly Light[]): Light {
  return [...LIGHTS].reverse().find((light) => levels.includes(light)) ?? "未评";
}

function figureReaders(frame: Frame, issues: IssueList): Readonly<Record<FigureName, Compute>> {
  const memo = new Map<string, readonly LedgerRow[]>();
  /** A of methodology §7: activities in the window that are not 程序性会议, from ranges that have the columns. */
  const activities = (branch: number, columns: readonly string[]): readonly LedgerRow[] => {
    const key = `${branch}\u0000${columns.join()}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const rows = (frame.views["活动台账"]?.inWindow[branch] ?? []).filter(
      (row) =>
        columns.every((column) => hasColumn(row.range, column)) &&
        !tokensOf(row, "类别", frame).some((token) => PROCEDURAL.includes(token)),
    );
    memo.set(key, rows);
    return rows;
  };
  const ofActivities =
    (
      columns: readonly string[],
      fewest: number,
      share: (rows: readonly LedgerRow[]) => { readonly rows: readonly LedgerRow[]; readonly hits: number },
    ): Compute =>
    (branch) => {
      const unread = lacking(frame, branch, "活动台账", columns);
      if (unread !== null) return unread;
      const { rows, hits } = share(activities(branch, columns));
      if (rows.length === 0) return none("noActivities");
      if (rows.length < fewest) return none("tooFewRows", { found: rows.length, needed: fewest });
      return { value: hits / rows.length, reason: null, evidence: evidenceOf("活动台账", rows) };
    };
  const categoryShare = (categories: readonly string[], fewest: number): Compute =>
    ofActivities(["类别"], fewest, (rows) => ({
      rows,
      hits: rows.filter((row) => tokensOf(row, "类别", frame).some((token) => categories.includes(token))).length,
    }));
  return {
    未结合率: ofActivities(["类别", "业务结合点"], 1, (rows) => ({
      rows,
      hits: rows.filter((row) => isBlank(fieldOf(row, "业务结合点"), frame.words)).length,
    })),
    忙时弱化: (branch) => busyMonths(branch, frame, activities(branch, ["类别"])),
    联结度: (_, { linkage }) => given(linkage, frame.parameters.linkageSubsystem),
    协调度: (_, { coordination }) => given(coordination, frame.parameters.couplingSubsystems.join("、")),
    两翼差: (_, { subsystems }) => {
      const [party, business] = frame.parameters.couplingSubsystems.map((name) => subsystems[name]?.index ?? null);
      return given(
        party == null || business == null ? null : Math.abs(party - business),
        frame.parameters.couplingSubsystems.slice(0, 2).join("、"),
      );
    },
    事务化: categoryShare(ROUTINE, 1),
    宣传融合率: (branch) => publicity(branch, frame),
    部署时差: measured(
      "任务清单",
      { kind: "lag", later: "党建部署日", earlier: "业务部署日", absolute: false },
      ["党建部署日", "业务部署日"],
      frame,
      issues,
    ),
    三同步: measured("任务清单", { kind: "synchrony" }, [], frame, issues),
    形式单一: categoryShare(SITTING, FEWEST_ACTIVITIES),
    主题雷同: ofActivities(["类别", "主题"], FEWEST_ACTIVITIES, (rows) => {
      const titled = rows.filter((row) => !isBlank(fieldOf(row, "主题"), frame.words));
      return { rows: titled, hits: twins(titled) };
    }),
  };
}

function none(code: ReasonCode, params: Reason["params"] = {}): Figure {
  return { value: null, reason: reason(code, params), evidence: null };
}

function given(value: number | null, subsystems: string): Figure {
  return value === null ? none("subsystemUnassessed", { subsystems }) : { value, reason: null, evidence: null };
}

/** Why a table cannot serve a branch at all; `null` where it can. */
function lacking(frame: Frame, branch: number, table: string, columns: readonly string[]): Figure | null {
  const view = frame.views[table];
  if (frame.windows[branch] == null) return none("noWindow");
  if (view === undefined) return none("tableMissing", { table });
  const holding = [...(view.ranges[branch] ?? [])];
  const served = holding.length === 0 || holding.some((range) => columns.every((column) => hasColumn(range, column)));
  return served ? null : none("columnsMissing", { table, columns: columns.join("、") });
}

/** A figure that is a 计量 of the scheme's language. */
function measured(
  table: string,
  measure: Parameters<typeof computeMeasure>[0],
  columns: readonly string[],
  frame: Frame,
  issues: IssueList,
): Compute {
  const compute = computeMeasure(measure, frame, issues, null);
  return (branch) => {
    const window = frame.windows[branch] ?? null;
    const unread = lacking(frame, branch, table, columns);
    if (window === null || unread !== null) return unread ?? none("noWindow");
    const rows = (frame.views[table]?.inWindow[branch] ?? []).filter(
      (row) => columns.every((column) => hasColumn(row.range, column)) && rangeServes(measure, row.range),
    );
    const figure = compute({ branch, window, rows });
    return {
      value: figure.raw,
      reason: figure.raw === null ? (figure.reason ?? reason("noRows", { table })) : null,
      evidence: figure.raw === null ? null : evidenceOf(table, figure.rows),
    };
  };
}

/** Mean activities per month in the busiest casework months ÷ over all months. */
function busyMonths(branch: number, frame: Frame, activities: readonly LedgerRow[]): Figure {
  const window = frame.windows[branch] ?? null;
  const unread = lacking(frame, branch, "活动台账", ["类别"]) ?? lacking(frame, branch, "办案效果", []);
  if (window === null || unread !== null) return unread ?? none("noWindow");
  const months = windowMonths(window);
  if (months < FEWEST_MONTHS) return none("tooFewMonths", { found: months, needed: FEWEST_MONTHS });
  const cases = frame.views["办案效果"]?.inWindow[branch] ?? [];
  if (cases.length === 0) return none("noCases");
  if (activities.length === 0) return none("noActivities");
  const perMonth = byMonth(cases);
  const counts = [...perMonth.values()].sort((a, b) => b - a);
  const edge = counts[Math.min(Math.ceil(months / 4), counts.length) - 1] ?? 0;
  const busiest = [...perMonth].filter(([, count]) => count >= edge).map(([month]) => month);
  const busy = activities.filter(({ day }) => day !== null && busiest.includes(monthOf(day)));
  return {
    value: busy.length / busiest.length / (activities.length / months),
    reason: null,
    evidence: evidenceOf("活动台账", busy),
  };
}

function byMonth(rows: readonly LedgerRow[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { day } of rows) if (day !== null) counts.set(monthOf(day), (counts.get(monthOf(day)) ?? 0) + 1);
  return counts;
}

function publicity(branch: number, frame: Frame): Figure {
  const unread = lacking(frame, branch, "宣传", ["主题类型"]);
  if (unread !== null) return unread;
  const typed = (frame.views["宣传"]?.inWindow[branch] ?? []).filter(
    (row) => hasColumn(row.range, "主题类型") && !isBlank(fieldOf(row, "主题类型"), frame.words),
  );
  if (typed.length < FEWEST_PUBLICITY) return none("tooFewRows", { found: typed.length, needed: FEWEST_PUBLICITY });
  const hits = typed.filter((row) =>
    tokensOf(row, "主题类型", frame).some((token) => PUBLICITY.includes(token)),
  ).length;
  return { value: hits / typed.length, reason: null, evidence: evidenceOf("宣传", typed) };
}

/** How many activities have a twin in the same calendar quarter. */
function twins(rows: readonly LedgerRow[]): number {
  const quarters = new Map<number, Map<string, number>>();
  for (const row of rows) {
    if (row.day === null) continue;
    const quarter = quarters.get(quarterOf(row.day)) ?? new Map<string, number>();
    quarters.set(quarterOf(row.day), quarter);
    const form = titleForm(textOf(fieldOf(row, "主题")));
    quarter.set(form, (quarter.get(form) ?? 0) + 1);
  }
  let count = 0;
  for (const quarter of quarters.values()) {
    const similar = similarForms([...quarter.keys()]);
    for (const [form, times] of quarter) if (times > 1 || similar.has(form)) count += times;
  }
  return count;
}

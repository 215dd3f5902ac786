import { hasOwn } from "../has-own";
import { monthOf, quarterOf } from "../calendar";
import type { Evidence, Finding, Light, Reason, RuleFinding } from "../assessment/assessment";
import { evidenceOf } from "../assessment/evidence";
import { type Frame, type TableView, readBlank, readColumn, windowMonths } from "../assessment/frame";
import type { Indices } from "../assessment/indices";
import { cellReader } from "../assessment/cells";
import { computeMeasure, rangeServes } from "../assessment/measures";
import type { IssueList } from "../issue-list";
import { type LedgerRange, type LedgerRow, hasColumn } from "../ledger/ledger";
import { textOf } from "../ledger/text";
import { PROCEDURAL, isBlank } from "../ledger/vocabulary";
import { round9 } from "../methods/round9";
import { type ReasonCode, reason } from "../reasons";
import type { Measure } from "../scheme/measure";
import { DEFAULT_LINES } from "../scheme/parameters";
import { type Title, similarTitles, titleForm, titleOf } from "./title-similarity";

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

const WINGS: readonly string[] = ["党建", "业务"];
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
        const lines = frame.parameters.lines[name] ?? DEFAULT_LINES[name];
        const { value, reason: why, evidence } = figures[name](branch, indices);
        const level: Light = value === null ? "未评" : lightOf(value, lines, side);
        return [
          { figure: name, value, level, yellow: lines.yellow, red: lines.red, bad: side.bad, reason: why, evidence },
        ];
      });
      return { problem, level: worst(rules.map((rule) => rule.level)), rules };
    });
  function isFigure(name: string): name is FigureName {
    return hasOwn(figures, name);
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

/** A set of a branch's rows that count, and where they stand among them. */
interface Chosen {
  readonly rows: readonly LedgerRow[];
  readonly at: readonly number[];
}

function figureReaders(frame: Frame, issues: IssueList): Readonly<Record<FigureName, Compute>> {
  const view = frame.views["活动台账"];
  const named = view === undefined ? null : categoryReader(view, "类别", frame);
  const blank = view === undefined ? null : readBlank(view, "业务结合点", frame.words);
  const titled = view === undefined ? null : titleReader(view, frame);
  const anyOf =
    (categories: readonly string[]) =>
    (branch: number, at: number): boolean =>
      named?.(branch, at).some((category) => categories.includes(category)) === true;
  const procedural = anyOf(PROCEDURAL);
  const memo = new Map<string, Chosen>();
  /** A of methodology §7: activities in the window that are not 程序性会议, from ranges that have the columns. */
  const activities = (branch: number, columns: readonly string[]): Chosen => {
    const usable = new Set(
      view?.table.ranges.filter((range) => columns.every((column) => hasColumn(range, column))) ?? [],
    );
    const key = `${branch}\u0000${usable.size === view?.table.ranges.length ? "" : columns.join()}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const chosen = chosenRows(
      view?.inWindow[branch] ?? [],
      (row, at) => usable.has(row.range) && !procedural(branch, at),
    );
    memo.set(key, chosen);
    return chosen;
  };
  const ofActivities =
    (
      columns: readonly string[],
      fewest: number,
      share: (branch: number, chosen: Chosen) => { readonly rows: readonly LedgerRow[]; readonly hits: number },
    ): Compute =>
    (branch) => {
      const unread = lacking(frame, branch, "活动台账", columns);
      if (unread !== null) return unread;
      const { rows, hits } = share(branch, activities(branch, columns));
      if (rows.length === 0) return none("noActivities");
      if (rows.length < fewest) return none("tooFewRows", { found: rows.length, needed: fewest });
      return { value: hits / rows.length, reason: null, evidence: evidenceOf("活动台账", rows) };
    };
  const shareOf =
    (test: (branch: number, at: number) => boolean) =>
    (branch: number, { rows, at }: Chosen) => ({
      rows,
      hits: at.filter((index) => test(branch, index)).length,
    });
  return {
    未结合率: ofActivities(
      ["类别", "业务结合点"],
      1,
      shareOf((branch, at) => blank?.(branch, at) === true),
    ),
    忙时弱化: (branch) => busyMonths(branch, frame, activities(branch, ["类别"]).rows),
    联结度: (_, { linkage }) => given(linkage, frame.parameters.linkageSubsystem),
    协调度: (_, { coordination }) => given(coordination, frame.parameters.couplingSubsystems.join("、")),
    两翼差: (_, { subsystems }) => {
      const wings = wingsOf(Object.keys(subsystems), frame.parameters.couplingSubsystems);
      const [party, business] = wings.map((name) => subsystems[name]?.index ?? null);
      return given(party == null || business == null ? null : Math.abs(party - business), wings.join("、"));
    },
    事务化: ofActivities(["类别"], 1, shareOf(anyOf(ROUTINE))),
    宣传融合率: publicity(frame),
    部署时差: measured(
      "任务清单",
      { kind: "lag", later: "党建部署日", earlier: "业务部署日", absolute: false },
      ["党建部署日", "业务部署日"],
      frame,
      issues,
    ),
    三同步: measured("任务清单", { kind: "synchrony" }, [], frame, issues),
    形式单一: ofActivities(["类别"], FEWEST_ACTIVITIES, shareOf(anyOf(SITTING))),
    主题雷同: ofActivities(["类别", "主题"], FEWEST_ACTIVITIES, (branch, { rows, at }) => {
      const titles: { readonly title: Title; readonly quarter: number }[] = [];
      const used = rows.filter((row, index) => {
        const { title } = titled?.(branch, at[index] ?? -1) ?? { title: null };
        if (title !== null && row.day !== null) titles.push({ title, quarter: quarterOf(row.day) });
        return title !== null;
      });
      return { rows: used, hits: twins(titles) };
    }),
  };
}

function chosenRows(rows: readonly LedgerRow[], wanted: (row: LedgerRow, at: number) => boolean): Chosen {
  const at: number[] = [];
  const kept = rows.filter((row, index) => {
    const keep = wanted(row, index);
    if (keep) at.push(index);
    return keep;
  });
  return { rows: kept, at };
}

function categoryReader(
  view: TableView,
  field: string,
  frame: Frame,
): (branch: number, at: number) => readonly string[] {
  return readColumn(view, field, (cell) => (isBlank(cell, frame.words) ? [] : frame.tokens(field, textOf(cell))));
}

/** The two wings of 两翼差: 党建 and 业务; in a scheme that has not both, the first two coupling subsystems. */
export function wingsOf(subsystems: readonly string[], coupling: readonly string[]): readonly string[] {
  return WINGS.every((name) => subsystems.includes(name)) ? WINGS : coupling.slice(0, 2);
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
  measure: Measure,
  columns: readonly string[],
  frame: Frame,
  issues: IssueList,
): Compute {
  const view = frame.views[table];
  const read = cellReader(frame, issues);
  const compute = view === undefined ? null : computeMeasure(measure, { view, frame, read, issues, share: null });
  const serves = (range: LedgerRange): boolean =>
    columns.every((column) => hasColumn(range, column)) && rangeServes(measure, range);
  return (branch) => {
    const window = frame.windows[branch] ?? null;
    const unread = lacking(frame, branch, table, columns);
    if (window === null || compute === null || unread !== null) return unread ?? none("noWindow");
    const chosen = chosenRows(view?.inWindow[branch] ?? [], ({ range }) => serves(range));
    const { raw, reason: why, rows } = compute({ branch, window, ...chosen });
    return {
      value: raw,
      reason: raw === null ? (why ?? reason("noRows", { table })) : null,
      evidence: raw === null ? null : evidenceOf(table, rows),
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

/** Share of 党员先进性 or 融合 among the pieces that state a 主题类型. */
function publicity(frame: Frame): Compute {
  const view = frame.views["宣传"];
  const themes = view === undefined ? null : categoryReader(view, "主题类型", frame);
  return (branch) => {
    const unread = lacking(frame, branch, "宣传", ["主题类型"]);
    if (unread !== null) return unread;
    const { rows, at } = chosenRows(
      view?.inWindow[branch] ?? [],
      ({ range }, index) => hasColumn(range, "主题类型") && (themes?.(branch, index).length ?? 0) > 0,
    );
    if (rows.length < FEWEST_PUBLICITY) return none("tooFewRows", { found: rows.length, needed: FEWEST_PUBLICITY });
    const hits = at.filter((index) => themes?.(branch, index).some((theme) => PUBLICITY.includes(theme)) === true);
    return { value: hits.length / rows.length, reason: null, evidence: evidenceOf("宣传", rows) };
  };
}

/** The comparison form of a branch's i-th title; `null` where it is blank. */
function titleReader(view: TableView, frame: Frame): (branch: number, at: number) => { readonly title: Title | null } {
  const forms = new Map<string, Title>();
  return readColumn(view, "主题", (cell) => {
    if (isBlank(cell, frame.words)) return { title: null };
    const form = titleForm(textOf(cell));
    const title = forms.get(form) ?? titleOf(form);
    forms.set(form, title);
    return { title };
  });
}

/** How many of the titles have a twin in their own quarter. */
function twins(titles: readonly { readonly title: Title; readonly quarter: number }[]): number {
  const quarters = new Map<number, Map<Title, number>>();
  for (const { title, quarter } of titles) {
    let counts = quarters.get(quarter);
    if (counts === undefined) quarters.set(quarter, (counts = new Map<Title, number>()));
    counts.set(title, (counts.get(title) ?? 0) + 1);
  }
  let count = 0;
  for (const counts of quarters.values()) {
    const similar = similarTitles([...counts.keys()]);
    for (const [title, times] of counts) if (times > 1 || similar.has(title)) count += times;
  }
  return count;
}

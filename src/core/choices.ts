import type { RunOptions } from "./outcome";
import type { ReportLook } from "./report/report-model";
import { OPTIONAL_TABS, type TabKind } from "./report/tab-kinds";

/** How the tabs of a run are made. */
export interface ReportChoices {
  /** Whether the score tab is written as values or as live formulas. */
  readonly formulas: "values" | "live";
  /** Optional tabs that are not made. */
  readonly omittedTabs: readonly TabKind[];
  /** 支部评估表: one tab with a page a branch, or one tab each. */
  readonly branchPages: "one" | "each";
  /** Whether 先进支部评选 shows ranks, or only who is selected. */
  readonly selectionRanks: boolean;
  /** Whether the run is added to 历史记录, from which 趋势 is drawn. */
  readonly history: boolean;
  readonly look: ReportLook;
}

/** What the clerk chose in the pane, kept in the workbook; `null` leaves a choice to 参数 or to the data. */
export interface Choices extends RunOptions, ReportChoices {
  /** Whether ranks are shown outside 评选. */
  readonly showRanks: boolean | null;
  /** Language of the pane and of messages; `null` is Office's. */
  readonly locale: "zh-CN" | "en-US" | null;
  /** Whether the first-run screen was seen or skipped. */
  readonly introduced: boolean;
}

/** Sizes of body text that can be chosen, in points. */
export const BODY_SIZES: readonly number[] = [10, 11, 12, 14];

/** How the tabs are made where nothing was chosen; 历史记录 is kept only where the clerk switched it on. */
export const USUAL_REPORT: ReportChoices = {
  formulas: "values",
  omittedTabs: [],
  branchPages: "one",
  selectionRanks: true,
  history: false,
  look: { fonts: "safe", bodySize: 11 },
};

/** The choices of a workbook in which nothing was chosen. */
export const NO_CHOICES: Choices = {
  ...USUAL_REPORT,
  period: null,
  asOf: null,
  formula: null,
  showRanks: null,
  locale: null,
  introduced: false,
};

/** The choices in what a workbook holds: what is not known or not of its kind counts as not chosen. */
export function parseChoices(stored: unknown): Choices {
  const held = fieldsOf(stored);
  if (held === null) return NO_CHOICES;
  const text = (key: string): string | null => {
    const value = held.get(key);
    return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
  };
  const flag = (key: string): boolean | null => {
    const value = held.get(key);
    return typeof value === "boolean" ? value : null;
  };
  return {
    period: text("period"),
    asOf: text("asOf"),
    formula: oneOf(held.get("formula"), ["standard", "wang2021"]),
    formulas: oneOf(held.get("formulas"), ["values", "live"]) ?? NO_CHOICES.formulas,
    omittedTabs: OPTIONAL_TABS.filter((kind) => listOf(held.get("omittedTabs")).includes(kind)),
    branchPages: oneOf(held.get("branchPages"), ["one", "each"]) ?? NO_CHOICES.branchPages,
    selectionRanks: flag("selectionRanks") ?? NO_CHOICES.selectionRanks,
    history: flag("history") ?? NO_CHOICES.history,
    look: lookOf(held.get("look")),
    showRanks: flag("showRanks"),
    locale: oneOf(held.get("locale"), ["zh-CN", "en-US"]),
    introduced: flag("introduced") ?? NO_CHOICES.introduced,
  };
}

/** The choices with a tab made or left out. */
export function withTab(choices: Choices, kind: TabKind, isMade: boolean): Choices {
  const isOmitted = (one: TabKind) => (one === kind ? !isMade : choices.omittedTabs.includes(one));
  return { ...choices, omittedTabs: OPTIONAL_TABS.filter(isOmitted) };
}

function fieldsOf(stored: unknown): ReadonlyMap<string, unknown> | null {
  if (typeof stored !== "object" || stored === null || Array.isArray(stored)) return null;
  return new Map<string, unknown>(Object.entries(stored));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function lookOf(stored: unknown): ReportLook {
  const held = fieldsOf(stored);
  const bodySize = BODY_SIZES.find((size) => size === held?.get("bodySize"));
  return {
    fonts: oneOf(held?.get("fonts"), ["safe", "official"]) ?? NO_CHOICES.look.fonts,
    bodySize: bodySize ?? NO_CHOICES.look.bodySize,
  };
}

function oneOf<const T extends string>(value: unknown, words: readonly T[]): T | null {
  return words.find((word) => word === value) ?? null;
}

import type { RunOptions } from "./outcome";

/** What the clerk chose in the pane, kept in the workbook; `null` leaves a choice to 参数 or to the data. */
export interface Choices extends RunOptions {
  /** Whether the score tab is written as values or as live formulas. */
  readonly formulas: "values" | "live";
  /** Whether ranks are shown outside 评选. */
  readonly showRanks: boolean | null;
  /** Language of the pane and of messages; `null` is Office's. */
  readonly locale: "zh-CN" | "en-US" | null;
  /** Whether the first-run screen was seen or skipped. */
  readonly introduced: boolean;
}

/** The choices of a workbook in which nothing was chosen. */
export const NO_CHOICES: Choices = {
  period: null,
  asOf: null,
  formula: null,
  formulas: "values",
  showRanks: null,
  locale: null,
  introduced: false,
};

/** The choices in what a workbook holds: what is not known or not of its kind counts as not chosen. */
export function parseChoices(stored: unknown): Choices {
  if (typeof stored !== "object" || stored === null || Array.isArray(stored)) return NO_CHOICES;
  const held = new Map<string, unknown>(Object.entries(stored));
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
    showRanks: flag("showRanks"),
    locale: oneOf(held.get("locale"), ["zh-CN", "en-US"]),
    introduced: flag("introduced") ?? NO_CHOICES.introduced,
  };
}

function oneOf<const T extends string>(value: unknown, words: readonly T[]): T | null {
  return words.find((word) => word === value) ?? null;
}

import type { RuleFinding } from "../assessment/assessment";
import { PROBLEMS } from "../diagnosis/problems";
import { figure } from "./cells";
import type { FigureFormat, ReportCell } from "./report-model";
import { limitText, shownText } from "./shown";

/** How the figures of §7 are shown where they are not shares. */
const FORMATS: Readonly<Record<string, FigureFormat>> = {
  联结度: "index",
  协调度: "index",
  两翼差: "index",
  部署时差: "days",
};

function formatOf(rule: RuleFinding): FigureFormat {
  return FORMATS[rule.figure] ?? "share";
}

/** Figures that have reached a line when they stand on it. */
const ON_LINE: ReadonlySet<string> = new Set(
  Object.values(PROBLEMS).flatMap((sides) =>
    Object.entries(sides).flatMap(([figure, side]) => (side.inclusive ? [figure] : [])),
  ),
);

/** The rule's figure, shown on its own side of both lines. */
export function ruleFigure(rule: RuleFinding, word: string): ReportCell {
  return figure(rule.value, formatOf(rule), word, [rule.yellow, rule.red]);
}

/** The rule's figure inside a sentence; `null` where it could not be computed. */
export function ruleText(rule: RuleFinding): string | null {
  return rule.value === null ? null : shownText(rule.value, [rule.yellow, rule.red], formatOf(rule));
}

/** Where the rule's figure is green: on the other side of its 黄线, `＜ 40%`, `≥ 0.5`, `≤ 7`. */
export function ruleGoal(rule: RuleFinding): string {
  const onLine = ON_LINE.has(rule.figure);
  const operator = rule.bad === "high" ? (onLine ? "＜" : "≤") : onLine ? "＞" : "≥";
  return `${operator} ${limitText(rule.yellow, formatOf(rule))}`;
}

/** A line of the rule with its comparison: `≥ 40%`, `＜ 0.5`, `＞ 7`. */
export function ruleLine(rule: RuleFinding, line: "yellow" | "red"): string {
  const onLine = ON_LINE.has(rule.figure);
  const operator = rule.bad === "high" ? (onLine ? "≥" : "＞") : onLine ? "≤" : "＜";
  return `${operator} ${limitText(rule[line], formatOf(rule))}`;
}

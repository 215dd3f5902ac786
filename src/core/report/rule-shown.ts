import type { RuleFinding } from "../assessment/assessment";
import { figure } from "./cells";
import type { FigureFormat, ReportCell } from "./report-model";
import { limitText, shownText } from "./shown";

/** How a figure of §7 is shown, and whether the figure on its line is already beyond it (`≥`, `≤`) or not yet (`>`, `<`). */
interface RuleLook {
  readonly format: FigureFormat;
  readonly onLine: boolean;
}

const LOOKS: Readonly<Record<string, RuleLook>> = {
  未结合率: { format: "share", onLine: true },
  忙时弱化: { format: "share", onLine: false },
  联结度: { format: "index", onLine: false },
  协调度: { format: "index", onLine: false },
  两翼差: { format: "index", onLine: true },
  事务化: { format: "share", onLine: true },
  宣传融合率: { format: "share", onLine: true },
  部署时差: { format: "days", onLine: false },
  三同步: { format: "share", onLine: false },
  形式单一: { format: "share", onLine: true },
  主题雷同: { format: "share", onLine: true },
};

const PLAIN: RuleLook = { format: "index", onLine: true };

function lookOf(rule: RuleFinding): RuleLook {
  return LOOKS[rule.figure] ?? PLAIN;
}

/** The rule's figure, shown on its own side of both lines. */
export function ruleFigure(rule: RuleFinding, word: string): ReportCell {
  return figure(rule.value, lookOf(rule).format, word, [rule.yellow, rule.red]);
}

/** The rule's figure inside a sentence; `null` where it could not be computed. */
export function ruleText(rule: RuleFinding): string | null {
  return rule.value === null ? null : shownText(rule.value, [rule.yellow, rule.red], lookOf(rule).format);
}

/** A line of the rule with its comparison: `≥ 40%`, `＜ 0.5`, `＞ 7`. */
export function ruleLine(rule: RuleFinding, line: "yellow" | "red"): string {
  const { format, onLine } = lookOf(rule);
  const operator = rule.bad === "high" ? (onLine ? "≥" : "＞") : onLine ? "≤" : "＜";
  return `${operator} ${limitText(rule[line], format)}`;
}

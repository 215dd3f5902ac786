import type { Assessment } from "../assessment/assessment";
import { text } from "./cells";
import type { Page } from "./page";

/** A figure whose definition 口径说明 states. */
export const DEFINED = [
  "raw",
  "attainment",
  "points",
  "index",
  "availability",
  "coupling",
  "development",
  "coordination",
  "coordinationLevel",
  "linkage",
  "fusion",
  "fusionLevel",
  "base",
  "bonus",
  "deduction",
  "total",
  "band",
  "rank",
  "problem",
  "obstacle",
] as const;

export type Defined = (typeof DEFINED)[number];

/** What a figure is called, how it is computed, and what else is to be known of it. */
export interface Definition {
  readonly name: string;
  readonly rule: string;
  readonly remark: string;
}

/** The words of the definitions, with the limits and names that the run used. */
export interface DefinitionMessages {
  readonly title: string;
  readonly headings: readonly string[];
  readonly definition: (figure: Defined, assessment: Assessment) => Definition;
}

/** The definition under which a figure of 指标得分 falls: `index:党建` under that of subsystem indices. */
export function definedBy(key: string): Defined | null {
  const kind = key.split(":")[0];
  return DEFINED.find((name) => name === kind) ?? null;
}

/** Draws the definitions onto a page; gives the row of each. `spans` says how many columns each heading covers. */
export function drawDefinitions(
  sheet: Page,
  assessment: Assessment,
  words: DefinitionMessages,
  spans: readonly number[],
): ReadonlyMap<Defined, number> {
  sheet.line(text(words.title, "section"));
  const figures = DEFINED.filter((figure) => figure !== "rank" || assessment.showRanks);
  const rows = sheet.table(
    words.headings.map((heading, index) => ({ heading, span: spans[index] ?? 1 })),
    figures.map((figure) => {
      const { name, rule, remark } = words.definition(figure, assessment);
      return [text(name, "label"), text(rule), text(remark)];
    }),
  );
  return new Map(figures.map((figure, index) => [figure, rows[index] ?? 0]));
}

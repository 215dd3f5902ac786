import { type Step, levelOf } from "../core/methods/level";
import { type Example, type Texts, type WorksheetFunction, about, defineFunction } from "./declaration";
import { type Limits, bounded, numbers } from "./parameters";
import { type Scale, stepsParameter } from "./steps-parameter";
import { type ResultCell, unavailable } from "./values";

/** What tells the functions that name the step of a figure apart. */
export interface LevelFunction {
  readonly name: string;
  readonly description: Texts;
  /** The figure: its name, and what it is. */
  readonly figure: { readonly label: Texts; readonly description: Texts };
  /** Where a figure of the product's own scale lies; another scale has its own range. */
  readonly limits: Limits;
  readonly scale: Scale;
  readonly defaults: readonly Step[];
  readonly help: readonly Texts[];
  readonly examples: readonly Example[];
}

/** `LEVEL`, `FUSION_LEVEL` and `BAND`: the step of a scale that holds a figure, cell by cell. */
export function levelFunction(own: LevelFunction): WorksheetFunction {
  return defineFunction({
    name: own.name,
    description: own.description,
    parameters: {
      figure: numbers(own.figure),
      steps: stepsParameter(
        {
          label: { "zh-CN": "等级表", "en-US": "steps" },
          description: {
            "zh-CN": `两列：下限、名称，次序不限，下限空白为不设下限；或只给 ${own.scale.bounds} 个下限。省略用默认等级。`,
            "en-US": `Rows of lower bound and name in any order, a blank bound is no limit; or ${own.scale.bounds} bounds alone.`,
          },
        },
        own.scale,
      ),
    },
    result: { type: "any", dimension: "matrix" },
    gives: { "zh-CN": "与数值同形的等级名称。", "en-US": "Names of the steps, same shape as the figures." },
    help: [
      ...own.help,
      {
        "zh-CN": "各档为左闭右开区间 [a, b)，按九位小数比较。空格或未评为 #N/A；低于最低下限也为 #N/A。",
        "en-US":
          "Steps are intervals [a, b), compared on nine decimals. A figure that is missing, or below the lowest bound, gives #N/A.",
      },
    ],
    examples: own.examples,
    evaluate: ({ figure, steps }) => {
      const nameOf = (found: number | null): ResultCell => {
        if (found === null) return unavailable("unassessed", {}, "figure");
        const outside = steps === null ? bounded(found, own.limits) : null;
        if (outside !== null) return about(outside, "figure");
        const scale = steps ?? own.defaults;
        const lowest = Math.min(...scale.map(({ from }) => from));
        return levelOf(found, scale) ?? unavailable("belowBounds", { value: found, bound: lowest });
      };
      return figure.map((row) => row.map(nameOf));
    },
  });
}

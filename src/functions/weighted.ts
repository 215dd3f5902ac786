import { round9 } from "../core/methods/round9";
import { weightedMean } from "../core/methods/weighted-mean";
import { DEFAULT_PARAMETERS } from "../core/scheme/parameters";
import { defineFunction } from "./declaration";
import { NOT_APPLICABLE, type Score, number, optional, scores } from "./parameters";
import { columnOf, valueSets } from "./shapes";
import { type ResultCell, unavailable } from "./values";
import { asMany, weightsParameter } from "./weights-parameter";

/** `WEIGHTED`: weighted mean over the scores that are present (methodology §5, subsystem index). */
export const weighted = defineFunction({
  name: "WEIGHTED",
  description: {
    "zh-CN": "子系统指数：按分值加权平均已评的达成度；可评率不足为 #N/A。",
    "en-US": "Subsystem index: weighted mean of the scores that are present; #N/A where too few of them are.",
  },
  parameters: {
    scores: scores({
      label: { "zh-CN": "达成度", "en-US": "scores" },
      description: {
        "zh-CN": "一行或一列；多行多列时每行为一组。空格同“未评”，“不适用”连同其分值不计。",
        "en-US":
          "A row or a column; of a rectangle, each row is one set. A blank is 未评; 不适用 leaves with its weight.",
      },
    }),
    weights: weightsParameter({
      label: { "zh-CN": "分值", "en-US": "weights" },
      description: {
        "zh-CN": "与一组达成度个数相同，一行或一列，只看比例。",
        "en-US": "As many as the scores of a set, in a row or a column; only their ratios matter.",
      },
    }),
    minimum: optional(
      number(
        {
          label: { "zh-CN": "可评率下限", "en-US": "minimum availability" },
          description: {
            "zh-CN": "0 至 1，默认三分之二；可写作文本“2/3”。",
            "en-US": "0–1, two thirds where left out; the text 2/3 is read.",
          },
        },
        { least: 0, most: 1 },
      ),
      DEFAULT_PARAMETERS.availability,
    ),
  },
  result: { type: "any", dimension: "matrix" },
  gives: {
    "zh-CN": "每组一个加权平均值。",
    "en-US": "One mean per set of scores.",
  },
  help: [
    {
      "zh-CN":
        "指数 = Σ(分值 × 达成度) ÷ Σ分值，只算已评的。可评率 = 已评分值 ÷ 适用分值：未评留在分母，不适用连同分值去掉。可评率按九位小数与下限比较，低于下限即为 #N/A。",
      "en-US":
        "Index = Σ(weight × score) ÷ Σ weight over what was assessed. Availability = weight assessed ÷ weight applicable: 未评 stays in the denominator, 不适用 leaves with its weight. It is compared with the minimum on nine decimals; below it the result is #N/A.",
    },
  ],
  examples: [
    { arguments: [[[0.5, 1, 0.8]], [[2, 1, 1]], null], result: 0.7, digits: 9 },
    { arguments: [[[0.5], ["未评"], ["不适用"]], [[4], [2], [6]], "2/3"], result: 0.5, digits: 9 },
    {
      arguments: [
        [
          [1, 0.5],
          [0.2, 0.6],
        ],
        [[3, 1]],
        null,
      ],
      result: [[0.875], [0.3]],
      digits: 9,
    },
    { arguments: [[[0.5, "未评"]], [[1, 1]], null], result: { error: "#N/A" } },
    { arguments: [[[0.5, 0.6]], [[1, 2, 3]], null], result: { error: "#VALUE!" } },
  ],
  evaluate: ({ scores: given, weights, minimum }) => {
    const sets = valueSets(given);
    const fitting = asMany(weights, sets[0]?.length ?? 0, "weights");
    return fitting.kind === "value" ? columnOf(sets.map((set) => indexOf(set, fitting.value, minimum))) : fitting;
  },
});

function indexOf(set: readonly Score[], weights: readonly number[], minimum: number): ResultCell {
  const applicable = set
    .map((score, index) => ({ score, weight: weights[index] ?? 0 }))
    .filter(({ score }) => score !== NOT_APPLICABLE);
  const { mean, availability } = weightedMean(
    applicable.map(({ score }) => (typeof score === "number" ? score : null)),
    applicable.map(({ weight }) => weight),
    minimum,
  );
  if (availability === null) return unavailable("nothingApplicable");
  if (mean !== null) return mean;
  return minimum === 0
    ? unavailable("nothingCounted", {}, "scores")
    : unavailable("belowAvailability", { availability: round9(availability), minimum: round9(minimum) });
}

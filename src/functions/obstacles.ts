import { obstacleDegrees } from "../core/methods/obstacle-degree";
import { clampToUnit } from "../core/methods/unit-interval";
import { defineFunction } from "./declaration";
import { type Score, UNASSESSED, UNIT, scores } from "./parameters";
import { shapedAs, valueSets } from "./shapes";
import type { ResultCell } from "./values";
import { asMany, weightsParameter } from "./weights-parameter";

/** `OBSTACLES`: obstacle degrees of indicators (methodology §5). */
export const obstacles = defineFunction({
  name: "OBSTACLES",
  description: {
    "zh-CN": "障碍度：每个指标在失分中所占的份额，同一组合计为 1。",
    "en-US": "Obstacle degrees: the share of each indicator in the points lost; they sum to 1 per set.",
  },
  parameters: {
    scores: scores(
      {
        label: { "zh-CN": "达成度", "en-US": "scores" },
        description: {
          "zh-CN": "0 至 1，一行或一列；多行多列时每行为一组。“未评”“不适用”原样返回。",
          "en-US": "0–1, in a row or a column; of a rectangle, each row is one set. 未评 and 不适用 are passed on.",
        },
      },
      UNIT,
    ),
    weights: weightsParameter({
      label: { "zh-CN": "分值", "en-US": "weights" },
      description: {
        "zh-CN": "与一组达成度个数相同，一行或一列，只看比例。",
        "en-US": "As many as the scores of a set, in a row or a column; only their ratios matter.",
      },
    }),
  },
  result: { type: "any", dimension: "matrix" },
  gives: { "zh-CN": "与达成度同形，0 至 1。", "en-US": "Same shape as the scores, 0–1." },
  help: [
    {
      "zh-CN":
        "障碍度 = 分值 × (1 − 达成度) ÷ Σ[分值 × (1 − 达成度)]，只算已评的；空格得“未评”。全部达成时都为 0。障碍度模型，同 R 包 mathmodels，该包列出的是未除以合计的数。",
      "en-US":
        "Obstacle degree = weight × (1 − score) ÷ Σ[weight × (1 − score)] over what was assessed; a blank gives 未评. All are 0 where nothing is missing. The model is that of the R package mathmodels, which prints it without the division.",
    },
  ],
  examples: [
    { arguments: [[[0.5, 1, 0]], [[2, 5, 3]]], result: [[0.25, 0, 0.75]], digits: 9 },
    {
      arguments: [
        [[0.8], ["未评"], ["不适用"], [0.4]],
        [[3], [2], [1], [1]],
      ],
      result: [[0.5], ["未评"], ["不适用"], [0.5]],
      digits: 9,
    },
    { arguments: [[[1, 1]], [[3, 2]]], result: [[0, 0]] },
    { arguments: [[[0.5, 1.2]], [[1, 1]]], result: { error: "#VALUE!" } },
  ],
  evaluate: ({ scores: given, weights }) => {
    const sets = valueSets(given);
    const fitting = asMany(weights, sets[0]?.length ?? 0, "weights");
    return fitting.kind === "value"
      ? shapedAs(
          given,
          sets.map((set) => degreesOf(set, fitting.value)),
        )
      : fitting;
  },
});

/** The degrees of one set; what was not assessed weighs nothing and keeps its word. */
function degreesOf(set: readonly Score[], weights: readonly number[]): readonly ResultCell[] {
  const degrees = obstacleDegrees(
    set.map((score) => (typeof score === "number" ? clampToUnit(score) : 1)),
    weights,
  );
  return set.map((score, index) => (typeof score === "number" ? (degrees[index] ?? 0) : (score ?? UNASSESSED)));
}

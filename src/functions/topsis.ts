import { topsis as closenessOf } from "../core/methods/topsis";
import { directionsOf, twoDirections, weightsOf } from "./decision-matrix";
import { defineFunction } from "./declaration";
import { optional, wholeNumbers } from "./parameters";
import { columnOf } from "./shapes";
import { unavailable } from "./values";

/** `TOPSIS`: closeness of alternatives to the ideal (methodology §11). */
export const topsis = defineFunction({
  name: "TOPSIS",
  description: {
    "zh-CN": "优劣解距离法：各方案与理想解的贴近度，0 至 1，越大越好。",
    "en-US": "TOPSIS: closeness of each alternative to the ideal one, 0–1, the larger the better.",
  },
  parameters: {
    matrix: wholeNumbers({
      label: { "zh-CN": "矩阵", "en-US": "matrix" },
      description: {
        "zh-CN": "每行一个方案，每列一项准则，不能缺数。",
        "en-US": "A row per alternative, a column per criterion; no value may be missing.",
      },
    }),
    weights: optional(
      wholeNumbers(
        {
          label: { "zh-CN": "权重", "en-US": "weights" },
          description: {
            "zh-CN": "每列一个，不再归一；省略为相等。",
            "en-US": "One per column, used as given; equal where left out.",
          },
        },
        { least: 0 },
      ),
      null,
    ),
    directions: twoDirections,
  },
  result: { type: "number", dimension: "matrix" },
  gives: { "zh-CN": "一列，每行一个贴近度。", "en-US": "A column, one closeness per row." },
  help: [
    {
      "zh-CN":
        "各列除以其平方和的平方根，乘以权重；理想解取各列最优值，负理想解取各列最劣值；贴近度 = 到负理想解的距离 ÷ 两个距离之和。各行没有差别时为 #N/A。",
      "en-US":
        "Columns are divided by the root of their sum of squares and multiplied by their weight; the ideal takes the best of each column, the anti-ideal the worst; closeness = distance to the anti-ideal ÷ sum of both distances. #N/A where rows do not differ.",
    },
    {
      "zh-CN": "来源：C. L. Hwang、K. Yoon（1981）；G. H. Tzeng、J. J. Huang（2011）。",
      "en-US": "Source: C. L. Hwang, K. Yoon (1981); G. H. Tzeng, J. J. Huang (2011).",
    },
  ],
  examples: [
    {
      arguments: [
        [
          [5, 8, 4],
          [7, 6, 8],
          [8, 8, 6],
          [7, 4, 6],
        ],
        [[0.3, 0.4, 0.3]],
        null,
      ],
      result: [[0.5037], [0.6581], [0.7482], [0.334]],
      digits: 4,
      source: "topsis_tzeng2011",
    },
    {
      arguments: [
        [
          [2, 8],
          [5, 1],
          [3, 6],
        ],
        [[0.6, 0.4]],
        [["正向", "逆向"]],
      ],
      result: [[0], [1], [0.3111391]],
      digits: 7,
      source: "topsis_3x2_extremes",
    },
    {
      arguments: [
        [
          [2, 8],
          [2, 8],
        ],
        null,
        null,
      ],
      result: { error: "#N/A" },
    },
  ],
  evaluate: ({ matrix, weights, directions }) => {
    const width = matrix[0]?.length ?? 0;
    const weighing = weightsOf(weights, width);
    if (weighing.kind !== "value") return weighing;
    const each = directionsOf(directions, width);
    if (each.kind !== "value") return each;
    const closeness = closenessOf(matrix, weighing.value, each.value);
    return closeness === null ? unavailable("allAlike", {}, "matrix") : columnOf(closeness);
  },
});

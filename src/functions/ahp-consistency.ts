import { ahpConsistency as consistencyOf } from "../core/methods/ahp";
import { ahpMethod, comparisonMatrix, matrixFailure } from "./comparison-matrix";
import { defineFunction } from "./declaration";

/** `AHP_CONSISTENCY`: whether pairwise comparisons contradict each other (methodology §5). */
export const ahpConsistency = defineFunction({
  name: "AHP_CONSISTENCY",
  description: {
    "zh-CN": "层次分析法的一致性检验：λmax、CI、CR 和结论。",
    "en-US": "Consistency of an AHP matrix: λmax, CI, CR and the verdict.",
  },
  parameters: { matrix: comparisonMatrix, method: ahpMethod },
  result: { type: "any", dimension: "matrix" },
  gives: {
    "zh-CN": "一行四格：λmax、CI、CR、“一致”或“不一致”。",
    "en-US": "A row of four: λmax, CI, CR, and 一致 (consistent) or 不一致 (inconsistent).",
  },
  help: [
    {
      "zh-CN":
        "λmax 为 (A·w) 各项与 w 之比的平均，w 用所选方法的权重；CI = (λmax − n) ÷ (n − 1)；CR = CI ÷ RI。CR 小于 0.1 为一致，否则应重新比较。n ≤ 2 时 CR 为 0；CI 不小于 0。n = 1 至 15 的 RI：0、0、0.58、0.90、1.12、1.24、1.32、1.41、1.45、1.49、1.51、1.48、1.56、1.57、1.59。",
      "en-US":
        "λmax is the mean of (A·w) over w, w being the weights of the method; CI = (λmax − n) ÷ (n − 1); CR = CI ÷ RI. Below 0.1 the comparisons are consistent, else they should be reconsidered. For n ≤ 2 CR is 0; CI is not below 0. RI for n = 1 to 15: 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59.",
    },
    {
      "zh-CN": "矩阵的要求与 AHP_WEIGHTS 相同，且不超过 15 阶。来源：T. L. Saaty（1980）。",
      "en-US": "The matrix is as for AHP_WEIGHTS, with at most 15 rows. Source: T. L. Saaty (1980).",
    },
  ],
  examples: [
    {
      arguments: [
        [
          [1, 0.5, 4, 3, 3],
          [2, 1, 7, 5, 5],
          [0.25, "1/7", 1, 0.5, "1/3"],
          ["1/3", 0.2, 2, 1, 1],
          ["1/3", 0.2, 3, 1, 1],
        ],
        null,
      ],
      result: [[5.072084, 0.0180211, 0.01609027, "一致"]],
      digits: 6,
      source: "ahp_travel_5x3_hierarchy",
    },
    {
      arguments: [
        [
          [1, 9, "1/9"],
          ["1/9", 1, 9],
          [9, "1/9", 1],
        ],
        null,
      ],
      result: [[10.1111111, 3.55555556, 6.1302682, "不一致"]],
      digits: 8,
    },
    {
      arguments: [
        [
          [1, 7],
          ["1/7", 1],
        ],
        null,
      ],
      result: [[2, 0, 0, "一致"]],
      digits: 9,
    },
  ],
  evaluate: ({ matrix, method }) => {
    const found = consistencyOf(matrix, method);
    if (found.kind === "fault") return matrixFailure(found.fault, matrix);
    const { lambdaMax, consistencyIndex, consistencyRatio, acceptable } = found;
    return [[lambdaMax, consistencyIndex, consistencyRatio, acceptable ? "一致" : "不一致"]];
  },
});

import { ahpWeights as weightsFrom } from "../core/methods/ahp";
import { ahpMethod, comparisonMatrix, matrixFailure } from "./comparison-matrix";
import { defineFunction } from "./declaration";
import { columnOf } from "./shapes";

/** `AHP_WEIGHTS`: weights from pairwise comparisons (methodology §5). */
export const ahpWeights = defineFunction({
  name: "AHP_WEIGHTS",
  description: {
    "zh-CN": "层次分析法：由两两比较的判断矩阵求权重，合计为 1。",
    "en-US": "AHP: weights from a matrix of pairwise comparisons; they sum to 1.",
  },
  parameters: { matrix: comparisonMatrix, method: ahpMethod },
  result: { type: "number", dimension: "matrix" },
  gives: { "zh-CN": "一列，每个指标一个权重。", "en-US": "A column, one weight per criterion." },
  help: [
    {
      "zh-CN":
        "特征根法取最大特征值的特征向量；根法取各行的几何平均，再归一；和法先将各列归一，再按行平均。三法在完全一致的矩阵上结果相同，否则第三位小数起可能不同，引用时应写明方法。",
      "en-US":
        "eigenvector is the principal eigenvector; geometric normalises the geometric means of the rows; columns averages the normalised columns. On a fully consistent matrix they agree, else they may differ from the third decimal on: say which one was used.",
    },
    {
      "zh-CN":
        "矩阵须为方阵，各值大于零，对角线为 1，对称位置互为倒数；允许误差 0.05，因此 1/3 可写 0.33。1/3 直接键入单元格会成为日期，请写 =1/3 或设为文本。",
      "en-US":
        "The matrix must be square and positive, with ones on the diagonal and reciprocals across it, to within 0.05, so that 0.33 may stand for 1/3. Typed into a cell, 1/3 becomes a date: write =1/3, or format the cell as text.",
    },
    {
      "zh-CN": "来源：T. L. Saaty（1980）；姜启源《数学模型》（和法、根法）。",
      "en-US": "Source: T. L. Saaty (1980), The Analytic Hierarchy Process; 和法 and 根法 as in 姜启源, 数学模型.",
    },
  ],
  examples: [
    {
      arguments: [
        [
          [1, 6, 3],
          ["1/6", 1, "1/2"],
          ["1/3", 2, 1],
        ],
        null,
      ],
      result: [[0.666666667], [0.111111111], [0.222222222]],
      digits: 9,
      source: "ahp_consistent_3x3",
    },
    {
      arguments: [
        [
          [1, 0.5, 4, 3, 3],
          [2, 1, 7, 5, 5],
          [0.25, "1/7", 1, 0.5, "1/3"],
          ["1/3", 0.2, 2, 1, 1],
          ["1/3", 0.2, 3, 1, 1],
        ],
        "和法",
      ],
      result: [[0.26228108], [0.47439499], [0.0544921], [0.09853357], [0.11029827]],
      digits: 6,
      source: "ahp_travel_three_methods",
    },
    {
      arguments: [
        [
          [1, 3],
          [3, 1],
        ],
        null,
      ],
      result: { error: "#VALUE!" },
    },
  ],
  evaluate: ({ matrix, method }) => {
    const found = weightsFrom(matrix, method);
    return found.kind === "weights" ? columnOf(found.weights) : matrixFailure(found.fault, matrix);
  },
});

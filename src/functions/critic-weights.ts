import { criticWeights as weightsOfColumns } from "../core/methods/critic-weights";
import { directionsOf, threeDirections } from "./decision-matrix";
import { defineFunction } from "./declaration";
import { wholeNumbers } from "./parameters";
import { unavailable } from "./values";

/** One row tells nothing apart (as the comparison weights of the assessment, methodology §D.17). */
const FEWEST_ROWS = 2;

/** `CRITIC_WEIGHTS`: weights by contrast and conflict of columns (methodology §5). */
export const criticWeights = defineFunction({
  name: "CRITIC_WEIGHTS",
  description: {
    "zh-CN": "CRITIC 法：各列差异越大、与其他列越不相关，权重越大，合计为 1。",
    "en-US": "CRITIC weights: a column weighs by its contrast and by its conflict with the others; they sum to 1.",
  },
  parameters: {
    matrix: wholeNumbers({
      label: { "zh-CN": "矩阵", "en-US": "matrix" },
      description: {
        "zh-CN": "每行一个对象，每列一项指标，不能缺数。",
        "en-US": "A row per object, a column per indicator; no value may be missing.",
      },
    }),
    directions: threeDirections,
  },
  result: { type: "number", dimension: "matrix" },
  gives: { "zh-CN": "一行，每列一个权重。", "en-US": "A row, one weight per column." },
  help: [
    {
      "zh-CN":
        "各列按方向折算到 0 至 1（“原值”列不折算）；各值本来都在 0 至 1 的矩阵视为已折算，不再拉伸，逆向列取 1 − x。信息量 = 标准差（n − 1）× Σ(1 − 与各列的皮尔逊相关系数)，权重为其占比。各值相同的列权重为 0，不影响其他列；各列都相同或完全相关时权重相等。",
      "en-US":
        "Columns are scaled onto 0–1 by direction (a 原值 column is not); a matrix that lies within 0–1 counts as scaled and is not stretched again, a 逆向 column is then 1 − x. Information = standard deviation (n − 1) × Σ(1 − Pearson's r with each column); weights are its shares. A constant column weighs 0 and changes nothing else; where all are constant, or say the same, weights are equal.",
    },
    {
      "zh-CN": "来源：D. Diakoulaki、G. Mavrotas、L. Papayannakis（1995）。",
      "en-US":
        "Source: D. Diakoulaki, G. Mavrotas, L. Papayannakis (1995), Computers & Operations Research 22(7), 763–770.",
    },
  ],
  examples: [
    {
      arguments: [
        [
          [61, 1.08, 4.33],
          [20.7, 0.26, 4.34],
          [16.3, 1.98, 2.53],
          [9, 3.29, 1.65],
          [5.4, 2.77, 2.33],
          [4, 4.12, 1.21],
          [-6.1, 3.52, 2.1],
          [-34.6, 3.31, 0.98],
        ],
        null,
      ],
      result: [[0.20222554, 0.48090173, 0.31687273]],
      digits: 8,
      source: "critic_diakoulaki1995",
    },
    {
      arguments: [
        [
          [1, 7],
          [2, 7],
        ],
        null,
      ],
      result: [[1, 0]],
    },
  ],
  evaluate: ({ matrix, directions }) => {
    if (matrix.length < FEWEST_ROWS)
      return unavailable("tooFewRows", { needed: FEWEST_ROWS, found: matrix.length }, "matrix");
    const each = directionsOf(directions, matrix[0]?.length ?? 0);
    if (each.kind !== "value") return each;
    const weights = weightsOfColumns(matrix, each.value);
    if (weights === null) throw new Error("A matrix of numbers with a direction per column has no CRITIC weights.");
    return [weights];
  },
});

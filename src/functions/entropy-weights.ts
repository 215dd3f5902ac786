import { comparable } from "../core/ledger/text";
import { type EntropyScaling, entropyWeights as weightsOfColumns } from "../core/methods/entropy-weights";
import type { Direction } from "../core/methods/normalise";
import { directionsOf, threeDirections } from "./decision-matrix";
import { type Parameter, defineFunction } from "./declaration";
import { type Rows, optional, text, wholeNumbers } from "./parameters";
import { type Failure, invalid, unavailable, value } from "./values";

/** One row tells nothing apart (as the comparison weights of the assessment, methodology §D.17). */
const FEWEST_ROWS = 2;

const MINMAX = /^(?:minmax|极差)(?::(?<margin>\d*\.?\d+))?$/u;
const RAW = new Set(["raw", "原值"]);
const MARGIN_BELOW = 0.5;

function scaling(): Parameter<EntropyScaling> {
  const written = text({
    label: { "zh-CN": "折算", "en-US": "scaling" },
    description: {
      "zh-CN": "minmax（默认）折算到 0 至 1；minmax:0.002 折算到 0.002 至 0.998；raw 不折算。",
      "en-US": "minmax (default) onto 0–1; minmax:0.002 onto 0.002–0.998; raw takes figures as they are.",
    },
  });
  return {
    ...written,
    read: (cells) => {
      const read = written.read(cells);
      if (read.kind !== "value") return read;
      const word = comparable(read.value);
      if (RAW.has(word)) return value({ kind: "raw" });
      const found = MINMAX.exec(word);
      if (found === null) return invalid("choiceUnknown", { text: read.value, allowed: "minmax, raw, minmax:0.002" });
      const margin = Number(found.groups?.["margin"] ?? 0);
      if (margin < MARGIN_BELOW) return value({ kind: "minmax", margin });
      return invalid("belowExpected", { text: read.value, least: "0", below: String(MARGIN_BELOW) });
    },
  };
}

/** `ENTROPY_WEIGHTS`: weights by how far columns tell objects apart (methodology §5). */
export const entropyWeights = defineFunction({
  name: "ENTROPY_WEIGHTS",
  description: {
    "zh-CN": "熵权法：各列差异越大，权重越大，合计为 1。",
    "en-US": "Entropy weights: the more a column tells the rows apart, the more it weighs; they sum to 1.",
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
    scaling: optional<EntropyScaling>(scaling(), { kind: "minmax", margin: 0 }),
  },
  result: { type: "number", dimension: "matrix" },
  gives: { "zh-CN": "一行，每列一个权重。", "en-US": "A row, one weight per column." },
  help: [
    {
      "zh-CN":
        "p = 各值占本列合计的比重，e = −Σ p·ln p ÷ ln m（m 为行数），权重 = (1 − e) ÷ Σ(1 − e)。各值相同的列权重为 0；各列都相同时权重相等。",
      "en-US":
        "p = share of a value in its column's sum, e = −Σ p·ln p ÷ ln m for m rows, weight = (1 − e) ÷ Σ(1 − e). A constant column weighs 0; where all are constant the weights are equal.",
    },
    {
      "zh-CN":
        "文献做法不一，须写明：minmax 按方向折算到 0 至 1，0·ln 0 计 0；minmax:ε 折算到 ε 至 1 − ε（R 包 mathmodels 用 ε = 0.002）；raw 直接用原始数据，不看方向。不折算的列不能有负数。",
      "en-US":
        "Sources differ, so say which: minmax scales onto 0–1 by direction, with 0·ln 0 = 0; minmax:ε onto ε to 1 − ε (R package mathmodels: ε = 0.002); raw takes the figures as they are, whatever the directions. Columns that are not scaled may hold no negative number.",
    },
  ],
  examples: [
    {
      arguments: [
        [
          [3, 10],
          [5, 20],
          [2, 15],
          [7, 25],
        ],
        [["+", "-"]],
        "minmax:0.002",
      ],
      result: [[0.5452618, 0.4547382]],
      digits: 7,
      source: "entropy_4x2_mathmodels",
    },
    {
      arguments: [
        [
          [1, 2],
          [3, 3],
        ],
        null,
        "raw",
      ],
      result: [[0.8666059, 0.1333941]],
      digits: 7,
    },
    {
      arguments: [
        [
          [3, 10],
          [5, null],
        ],
        null,
        null,
      ],
      result: { error: "#VALUE!" },
    },
  ],
  evaluate: ({ matrix, directions, scaling: scale }) => {
    if (matrix.length < FEWEST_ROWS)
      return unavailable("tooFewRows", { needed: FEWEST_ROWS, found: matrix.length }, "matrix");
    const each = directionsOf(directions, matrix[0]?.length ?? 0);
    if (each.kind !== "value") return each;
    const weights = weightsOfColumns(matrix, each.value, scale);
    return weights === null ? negativeIn(matrix, scale.kind === "raw" ? null : each.value) : [weights];
  },
});

/** The first negative number of a column that is not scaled; of any column where directions play no part. */
function negativeIn(matrix: Rows<number>, directions: readonly Direction[] | null): Failure {
  for (const [i, row] of matrix.entries()) {
    for (const [j, found] of row.entries()) {
      if (found < 0 && (directions === null || directions[j] === "given"))
        return invalid(
          "outOfRange",
          { text: String(found), least: "0", most: "Infinity", row: i + 1, column: j + 1 },
          "matrix",
        );
    }
  }
  throw new Error("A matrix of numbers has no entropy weights, and no column that is not scaled is negative.");
}

import { type WeightCombination, combineWeights as combined } from "../core/methods/combine-weights";
import { defineFunction } from "./declaration";
import { type Rows, choice, optional, wholeNumbers } from "./parameters";
import { columnOf } from "./shapes";
import { type Checked, type Failure, invalid, value } from "./values";

/** `COMBINE_WEIGHTS`: one set of weights of several (methodology §11). */
export const combineWeights = defineFunction({
  name: "COMBINE_WEIGHTS",
  description: {
    "zh-CN": "组合赋权：把几组权重（如主观、客观）合成一组，合计为 1。",
    "en-US": "Combined weights: one set of several, such as subjective and objective ones; they sum to 1.",
  },
  parameters: {
    columns: wholeNumbers(
      {
        label: { "zh-CN": "权重组", "en-US": "weights" },
        description: {
          "zh-CN": "每行一项指标，每列一组权重，只看各列内的比例。",
          "en-US": "A row per indicator, a column per set of weights; only ratios within a column matter.",
        },
      },
      { least: 0 },
    ),
    method: optional<WeightCombination>(
      choice<WeightCombination>(
        {
          label: { "zh-CN": "方法", "en-US": "method" },
          description: {
            "zh-CN": "linear 线性（默认）、multiplicative 乘法、geometric 几何平均。",
            "en-US": "linear (default), multiplicative or geometric.",
          },
        },
        {
          linear: "linear",
          multiplicative: "multiplicative",
          geometric: "geometric",
          线性: "linear",
          乘法: "multiplicative",
          几何平均: "geometric",
        },
      ),
      "linear",
    ),
    alpha: optional(
      wholeNumbers(
        {
          label: { "zh-CN": "α", "en-US": "alpha" },
          description: {
            "zh-CN": "两组线性合成时第一组所占的份额（0 至 1），或每组一个系数；省略为相等。",
            "en-US":
              "Share of the first of two sets in linear (0–1), or one coefficient per set; equal where left out.",
          },
        },
        { least: 0 },
      ),
      null,
    ),
  },
  result: { type: "number", dimension: "matrix" },
  gives: { "zh-CN": "一列，每项指标一个权重。", "en-US": "A column, one weight per indicator." },
  help: [
    {
      "zh-CN":
        "各组先除以合计。linear：Σ α·w，两组时为 α·w₁ + (1 − α)·w₂；multiplicative：各组相乘后归一；geometric：几何平均后归一。α 为一个数时只用于 linear；每组一个系数时也是 geometric 的指数（先归一）；multiplicative 不用 α。",
      "en-US":
        "Every set is divided by its sum. linear: Σ α·w, of two sets α·w₁ + (1 − α)·w₂; multiplicative: their product, normalised; geometric: their geometric mean, normalised. A single α counts in linear only; one coefficient per set is also the exponent in geometric (divided by their sum); multiplicative uses none.",
    },
    {
      "zh-CN":
        "multiplicative 和 geometric 要求各权重大于零，否则一组的 0 会抹去其他各组；有 0 时请用 linear。ENTROPY_WEIGHTS 给出一行，与一列的权重合成前先用 TRANSPOSE 转置。",
      "en-US":
        "multiplicative and geometric want weights above zero, or the zero of one set would silence all others: use linear then. ENTROPY_WEIGHTS gives a row: TRANSPOSE it before it stands beside a column.",
    },
  ],
  examples: [
    {
      arguments: [
        [
          [0.4, 0.25],
          [0.3, 0.2],
          [0.2, 0.3],
          [0.1, 0.25],
        ],
        "linear",
        0.6,
      ],
      result: [[0.34], [0.26], [0.24], [0.16]],
      digits: 7,
      source: "combine_weights",
    },
    {
      arguments: [
        [
          [0.4, 0.25],
          [0.3, 0.2],
          [0.2, 0.3],
          [0.1, 0.25],
        ],
        "multiplicative",
        null,
      ],
      result: [[0.4081633], [0.244898], [0.244898], [0.1020408]],
      digits: 6,
      source: "combine_weights",
    },
    {
      arguments: [
        [
          [0.4, 0.25],
          [0.3, 0.2],
          [0.2, 0.3],
          [0.1, 0.25],
        ],
        "geometric",
        null,
      ],
      result: [[0.3279556], [0.2540333], [0.2540333], [0.1639778]],
      digits: 7,
      source: "combine_weights",
    },
    {
      arguments: [
        [
          [0.5, 1],
          [0.5, 0],
        ],
        "geometric",
        null,
      ],
      result: { error: "#VALUE!" },
    },
  ],
  evaluate: ({ columns, method, alpha }) => {
    const sets = (columns[0] ?? []).map((_, j) => columns.map((row) => row[j] ?? 0));
    const importance = importanceOf(alpha?.flat() ?? null, method, sets.length);
    if (importance.kind !== "value") return importance;
    const weights = combined(sets, method, importance.value ?? undefined);
    return weights === null ? zeroIn(columns) : columnOf(weights);
  },
});

/** One coefficient per set; `null` where all count alike. */
function importanceOf(
  alpha: readonly number[] | null,
  method: WeightCombination,
  sets: number,
): Checked<readonly number[] | null> {
  if (alpha === null) return value(null);
  const [share] = alpha;
  if (alpha.length === 1 && share !== undefined) {
    if (share > 1) return invalid("outOfRange", { text: String(share), least: "0", most: "1" }, "alpha");
    if (method !== "linear") return value(null);
    if (sets === 2) return value([share, 1 - share]);
  }
  if (alpha.length !== sets) return invalid("countDiffers", { needed: sets, found: alpha.length }, "alpha");
  return alpha.some((each) => each > 0) ? value(alpha) : invalid("weightsZero", {}, "alpha");
}

/** Why sets of weights that are not negative cannot be combined: a set is all zero, or a zero would be multiplied. */
function zeroIn(columns: Rows<number>): Failure {
  const allZero = columns[0]?.some((_, j) => columns.every((row) => row[j] === 0)) ?? true;
  if (allZero) return invalid("weightsZero", {}, "columns");
  const row = columns.findIndex((weights) => weights.includes(0));
  const column = columns[row]?.indexOf(0) ?? 0;
  return invalid("positiveExpected", { text: "0", row: row + 1, column: column + 1 }, "columns");
}

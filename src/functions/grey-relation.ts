import { greyRelation as gradesOf } from "../core/methods/grey-relation";
import { defineFunction } from "./declaration";
import { number, optional, wholeNumbers } from "./parameters";
import { columnOf } from "./shapes";
import { invalid } from "./values";

const DISTINGUISHING = 0.5;

/** `GREY_RELATION`: grey relational grades (methodology §11). */
export const greyRelation = defineFunction({
  name: "GREY_RELATION",
  description: {
    "zh-CN": "灰色关联度：各比较序列与参考序列变化的接近程度，0 至 1。",
    "en-US": "Grey relational grade: how closely each series follows the reference, 0–1.",
  },
  parameters: {
    reference: wholeNumbers({
      label: { "zh-CN": "参考序列", "en-US": "reference" },
      description: { "zh-CN": "一行或一列，不能缺数。", "en-US": "A row or a column; no value may be missing." },
    }),
    series: wholeNumbers({
      label: { "zh-CN": "比较序列", "en-US": "series" },
      description: {
        "zh-CN": "每行一个序列，与参考序列等长；只有一个时也可为一列。",
        "en-US": "One series per row, as long as the reference; a single one may stand in a column.",
      },
    }),
    rho: optional(
      number(
        {
          label: { "zh-CN": "分辨系数", "en-US": "rho" },
          description: {
            "zh-CN": "大于 0，至多 1；省略为 0.5。",
            "en-US": "ρ, above 0, at most 1; 0.5 where left out.",
          },
        },
        { least: 0, most: 1 },
      ),
      DISTINGUISHING,
    ),
  },
  result: { type: "number", dimension: "matrix" },
  gives: { "zh-CN": "一列，每个序列一个关联度。", "en-US": "A column, one grade per series." },
  help: [
    {
      "zh-CN":
        "Δ 为比较序列与参考序列逐点之差的绝对值，关联系数 = (最小 Δ + ρ·最大 Δ) ÷ (Δ + ρ·最大 Δ)，最小、最大取自全部序列；关联度为其平均。各序列都与参考序列相同时为 1。",
      "en-US":
        "Δ is the absolute difference from the reference, point by point; coefficient = (least Δ + ρ·largest Δ) ÷ (Δ + ρ·largest Δ), least and largest over all series; the grade is its mean. Where no series differs from the reference, it is 1.",
    },
    {
      "zh-CN":
        "数据按原值计算。单位不同的序列应先化为可比，如除以各自的第一个值（初值化），或用 NORMALISE。来源：邓聚龙（1982）。",
      "en-US":
        "Data are taken as given. Bring series of different units to a common scale first: divide each by its first value (initial-value scaling), or use NORMALISE. Source: J. L. Deng (1982).",
    },
  ],
  examples: [
    {
      arguments: [
        [[0.9, 0.8, 0.7]],
        [
          [0.9, 0.7, 0.8],
          [0.8, 0.9, 0.7],
          [0.7, 0.8, 0.9],
        ],
        0.5,
      ],
      result: [[0.6666667], [0.6666667], [0.5555556]],
      digits: 7,
      source: "gra_3x3",
    },
    { arguments: [[[1], [2], [3]], [[1], [2], [4]], null], result: 0.777777778, digits: 9 },
    { arguments: [[[1, 2, 3]], [[1, 2]], null], result: { error: "#VALUE!" } },
  ],
  evaluate: ({ reference, series, rho }) => {
    if (rho <= 0) return invalid("positiveExpected", { text: String(rho) }, "rho");
    const points = reference.flat();
    const oneInAColumn = points.length > 1 && series.length === points.length && series[0]?.length === 1;
    const grades = gradesOf(points, oneInAColumn ? [series.flat()] : series, rho);
    if (grades !== null) return columnOf(grades);
    const found = `${series.length}×${series[0]?.length ?? 0}`;
    return invalid("shapeDiffers", { needed: `${series.length}×${points.length}`, found }, "series");
  },
});

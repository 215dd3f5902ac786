import { ofOrdinarySize } from "../core/methods/normalise";
import { rankIntervals as intervalsOf } from "../core/methods/rank-intervals";
import { DEFAULT_PARAMETERS } from "../core/scheme/parameters";
import { weightsOf } from "./decision-matrix";
import { defineFunction } from "./declaration";
import { number, numbers, optional, wholeNumbers } from "./parameters";
import { invalid, unavailable } from "./values";

/** The most draws, as 抽样次数 (methodology §10). */
const MOST_DRAWS = 100_000;
/** The largest seed, as 随机种子 (methodology §10). */
const LARGEST_SEED = 4_294_967_295;
/** Most ranks that are drawn in one cell: functions are synchronous, and Excel waits for them. */
const MOST_RANKS = 10_000_000;
/** Rows of a sheet. */
const MOST_ROWS = 1_048_576;

/** `RANK_INTERVALS`: how firmly ranks by weighted mean stand where weights are redrawn (methodology §11). */
export const rankIntervals = defineFunction({
  name: "RANK_INTERVALS",
  description: {
    "zh-CN": "名次区间：随机扰动权重，看加权平均分的名次是否稳定。",
    "en-US": "Rank intervals: how firmly ranks by weighted mean stand where weights are redrawn at random.",
  },
  parameters: {
    scores: numbers({
      label: { "zh-CN": "分数", "en-US": "scores" },
      description: {
        "zh-CN": "每行一个对象，每列一项指标；空格、未评、不适用为缺数。",
        "en-US": "A row per object, a column per indicator; blank, 未评 and 不适用 are missing.",
      },
    }),
    weights: wholeNumbers(
      {
        label: { "zh-CN": "权重", "en-US": "weights" },
        description: { "zh-CN": "每列一个，只看比例。", "en-US": "One per column; only their ratios matter." },
      },
      { least: 0 },
    ),
    spread: optional(
      number(
        {
          label: { "zh-CN": "扰动幅度", "en-US": "spread" },
          description: {
            "zh-CN": "权重上下浮动的比例，0 至 1（不含 1）；省略为 0.25。",
            "en-US": "How far weights move, from 0 to below 1; 0.25 where left out.",
          },
        },
        { least: 0 },
      ),
      DEFAULT_PARAMETERS.spread,
    ),
    draws: optional(
      number(
        {
          label: { "zh-CN": "抽样次数", "en-US": "draws" },
          description: { "zh-CN": "1 至 100000；省略为 1000。", "en-US": "1 to 100000; 1000 where left out." },
        },
        { least: 1, most: MOST_DRAWS, whole: true },
      ),
      DEFAULT_PARAMETERS.draws,
    ),
    seed: optional(
      number(
        {
          label: { "zh-CN": "随机种子", "en-US": "seed" },
          description: {
            "zh-CN": "0 至 4294967295 的整数；省略为 2021。",
            "en-US": "A whole number from 0 to 4294967295; 2021 where left out.",
          },
        },
        { least: 0, most: LARGEST_SEED, whole: true },
      ),
      DEFAULT_PARAMETERS.seed,
    ),
    top: optional(
      number(
        {
          label: { "zh-CN": "前几名", "en-US": "top" },
          description: {
            "zh-CN": "求进入前 k 名的概率，k 为 1 及以上的整数；省略为 1。",
            "en-US": "k: the chance to be among the first k is given; a whole number from 1, 1 where left out.",
          },
        },
        { least: 1, most: MOST_ROWS, whole: true },
      ),
      1,
    ),
  },
  result: { type: "any", dimension: "matrix" },
  gives: {
    "zh-CN": "每行四格：名次的中位数、5% 分位、95% 分位、进入前 k 名的概率。",
    "en-US": "Four cells per row: median, 5 % and 95 % quantile of the rank, chance to be among the first k.",
  },
  help: [
    {
      "zh-CN": "“先进支部评选”表按融合指数 F 排名并考察其稳定性；本函数按加权平均分排名，两者的名次不必相同。",
      "en-US":
        "The tab 先进支部评选 ranks by the fusion index F; this function ranks by the weighted mean, so ranks need not agree.",
    },
    {
      "zh-CN":
        "每次抽样按列序为各权重取一个系数，在 1 − 扰动幅度与 1 + 扰动幅度之间均匀分布；各行取现有分数的加权平均，由高到低排名，小数九位相同者并列（1、2、2、4）。分位数用第 7 型（同 PERCENTILE.INC）。随机数为 mulberry32，同一种子结果相同。一行没有可用的分数，结果为 #N/A。",
      "en-US":
        "Per draw every weight takes a factor, in the order of the columns, uniform between 1 − spread and 1 + spread; rows are ranked by the weighted mean of the scores they have, the highest first, ties on nine decimals joint (1, 2, 2, 4). Quantiles are of type 7 (as PERCENTILE.INC). The generator is mulberry32: the same seed gives the same result. A row without a score to use gives #N/A.",
    },
    {
      "zh-CN": "抽样次数至多 100000，且行数乘以抽样次数不超过 10000000，否则为 #VALUE!。",
      "en-US": "At most 100000 draws, and rows times draws at most 10000000; else #VALUE!.",
    },
  ],
  examples: [
    {
      arguments: [
        [
          [0.9, 0.8],
          [0.6, 0.7],
          [0.6, 0.7],
        ],
        [[2, 1]],
        null,
        null,
        null,
        null,
      ],
      result: [
        [1, 1, 1, 1],
        [2, 2, 2, 0],
        [2, 2, 2, 0],
      ],
    },
    {
      arguments: [
        [
          [0.9, 0.5],
          [0.5, 0.88],
          ["未评", 0.4],
        ],
        [[1, 1]],
        0.25,
        100,
        2021,
        1,
      ],
      result: [
        [1, 1, 2, 0.6],
        [2, 1, 2, 0.4],
        [3, 3, 3, 0],
      ],
    },
    { arguments: [[[1], [2]], 1, 1, null, null, null], result: { error: "#VALUE!" } },
  ],
  evaluate: ({ scores, weights, spread, draws, seed, top }) => {
    if (spread >= 1) return invalid("belowExpected", { text: String(spread), least: "0", below: "1" }, "spread");
    if (scores.length * draws > MOST_RANKS)
      return invalid("tooManyDraws", { most: MOST_RANKS, found: scores.length * draws }, "draws");
    const weighing = weightsOf(weights, scores[0]?.length ?? 0);
    if (weighing.kind !== "value") return weighing;
    return intervalsOf(scores, ofOrdinarySize(weighing.value), { spread, draws, seed }, top).map((row, index) => {
      if (row !== null) return [row.median, row.low, row.high, row.top];
      const failure = unavailable("noScores", { row: index + 1 }, "scores");
      return [failure, failure, failure, failure];
    });
  },
});

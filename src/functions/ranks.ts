import { competitionRanks } from "../core/methods/rank";
import { defineFunction } from "./declaration";
import { choice, numbers, optional } from "./parameters";
import { shapedAs, valueSets } from "./shapes";

/** `RANKS`: competition ranks 1, 2, 2, 4 (methodology §8). */
export const ranks = defineFunction({
  name: "RANKS",
  description: {
    "zh-CN": "名次：1、2、2、4 式，相同者并列，空格和未评没有名次。",
    "en-US": "Competition ranks 1, 2, 2, 4: equal scores share a rank, missing ones have none.",
  },
  parameters: {
    scores: numbers({
      label: { "zh-CN": "得分", "en-US": "scores" },
      description: {
        "zh-CN": "一行或一列；多行多列时每行各自排名。",
        "en-US": "A row or a column; of a rectangle, each row is ranked by itself.",
      },
    }),
    descending: optional(
      choice(
        {
          label: { "zh-CN": "降序", "en-US": "descending" },
          description: {
            "zh-CN": "TRUE 或“降序”（默认）：最大者为第 1；FALSE 或“升序”：最小者为第 1。",
            "en-US": "TRUE (default): the largest is first; FALSE: the smallest is first.",
          },
        },
        {
          TRUE: true,
          FALSE: false,
          降序: true,
          升序: false,
          descending: true,
          ascending: false,
          是: true,
          否: false,
          "1": true,
          "0": false,
        },
      ),
      true,
    ),
  },
  result: { type: "any", dimension: "matrix" },
  gives: {
    "zh-CN": "与得分同形；没有得分的为空文本。",
    "en-US": "Same shape as the scores; empty text where there is none.",
  },
  help: [
    {
      "zh-CN": "按九位小数相同的并列，并列之后的名次相应跳过；没有得分的不占名次。",
      "en-US":
        "Scores that are equal on nine decimals tie, and the ranks behind a tie are skipped; a missing score takes no rank.",
    },
  ],
  examples: [
    { arguments: [[[90], [85], [85], [70]], null], result: [[1], [2], [2], [4]] },
    { arguments: [[[3, "未评", 1]], false], result: [[2, "", 1]] },
    { arguments: [[[90, 80]], "倒序"], result: { error: "#VALUE!" } },
  ],
  evaluate: ({ scores, descending }) =>
    shapedAs(
      scores,
      valueSets(scores).map((set) =>
        competitionRanks(set, descending ? "descending" : "ascending").map((rank) => rank ?? ""),
      ),
    ),
});

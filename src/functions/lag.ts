import { median } from "../core/methods/statistics";
import { defineFunction } from "./declaration";
import { dates } from "./parameters";
import { pairsOf } from "./shapes";
import { unavailable } from "./values";

/** `LAG`: median of the days between two dates (methodology §4, 时差). */
export const lag = defineFunction({
  name: "LAG",
  description: {
    "zh-CN": "时差：日期 A 减日期 B 的天数，取中位数。",
    "en-US": "Lag: the median of date A minus date B, in days.",
  },
  parameters: {
    later: dates({
      label: { "zh-CN": "日期A", "en-US": "dates A" },
      description: {
        "zh-CN": "如党建部署日；任意形状。",
        "en-US": "For example when the Party side deployed; any shape.",
      },
    }),
    earlier: dates({
      label: { "zh-CN": "日期B", "en-US": "dates B" },
      description: {
        "zh-CN": "如业务部署日；与日期A 同形，或只有一个。",
        "en-US": "For example when the casework side did; same shape as A, or one date.",
      },
    }),
  },
  result: { type: "number", dimension: "scalar" },
  gives: { "zh-CN": "天数；A 早于 B 时为负。", "en-US": "Days; negative where A is earlier than B." },
  help: [
    {
      "zh-CN": "只算两个日期俱全的；一对也没有时为 #N/A。不计时刻。",
      "en-US":
        "Over the pairs with both dates; where there is none the result is #N/A. The time of day does not count.",
    },
  ],
  examples: [
    {
      arguments: [
        [["2021-03-10"], ["2021-03-20"], [null]],
        [["2021-03-01"], ["2021-03-05"], ["2021-04-01"]],
      ],
      result: 12,
    },
    { arguments: ["2021年3月1日", "2021.3.8"], result: -7 },
    { arguments: [[["2021-03-10", "无"]], [[null, "2021-03-10"]]], result: { error: "#N/A" } },
    { arguments: ["3月1日", "2021-03-08"], result: { error: "#VALUE!" } },
  ],
  evaluate: ({ later, earlier }) => {
    const pairs = pairsOf(later, earlier, "earlier");
    if (pairs.kind !== "value") return pairs;
    const days = pairs.value.flatMap(([a, b]) => (a === null || b === null ? [] : [a - b]));
    return median(days) ?? unavailable("noPairs");
  },
});

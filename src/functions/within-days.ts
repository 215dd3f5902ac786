import { defineFunction } from "./declaration";
import { dates, number } from "./parameters";
import { asOfParameter, punctualShare } from "./punctual-share";

/** `WITHIN_DAYS`: share of what was answered within some days (methodology §4, 限期). */
export const withinDays = defineFunction({
  name: "WITHIN_DAYS",
  description: {
    "zh-CN": "限期率：在起日后规定天数内办结的份额，如七日内回复群众来信。",
    "en-US": "Within a limit: the share that ended at most so many days after it began, such as letters answered.",
  },
  parameters: {
    start: dates({
      label: { "zh-CN": "起日", "en-US": "start dates" },
      description: { "zh-CN": "没有起日的不计。", "en-US": "What has none does not count." },
    }),
    end: dates({
      label: { "zh-CN": "止日", "en-US": "end dates" },
      description: {
        "zh-CN": "与起日同形；空格为未办结。",
        "en-US": "Same shape as the start dates; a blank is not ended.",
      },
    }),
    days: number(
      {
        label: { "zh-CN": "天数", "en-US": "days" },
        description: { "zh-CN": "规定的天数。", "en-US": "How many days are allowed." },
      },
      { least: 0 },
    ),
    asOf: asOfParameter,
  },
  result: { type: "number", dimension: "scalar" },
  gives: { "zh-CN": "0 至 1。", "en-US": "A share, 0–1." },
  help: [
    {
      "zh-CN":
        "止日 − 起日不超过规定天数的算限期内。给出截止日时，未办结且限期在该日之后才到的不计。没有可算的为 #N/A。",
      "en-US":
        "It is within the limit where end − start is at most so many days. With “as of”, what has not ended and has days left after it is left out. Where nothing is left the result is #N/A.",
    },
  ],
  examples: [
    {
      arguments: [
        [["2021-03-01"], ["2021-03-01"], ["2021-03-28"]],
        [["2021-03-08"], ["2021-03-09"], [null]],
        7,
        "2021-03-31",
      ],
      result: 0.5,
    },
    { arguments: [[["2021-03-01"], ["2021-03-28"]], [["2021-03-08"], [null]], "7天", null], result: 0.5 },
    { arguments: ["2021-03-28", null, 7, "2021-03-31"], result: { error: "#N/A" } },
    { arguments: ["2021-03-28", "2021-03-29", -1, null], result: { error: "#VALUE!" } },
  ],
  evaluate: ({ start, end, days, asOf }) =>
    punctualShare({ rows: start, key: "start" }, { rows: end, key: "end" }, days, asOf),
});

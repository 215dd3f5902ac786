import { defineFunction } from "./declaration";
import { dates } from "./parameters";
import { asOfParameter, punctualShare } from "./punctual-share";

/** `ON_TIME`: share of what was done by its due date (methodology §4, 按期). */
export const onTime = defineFunction({
  name: "ON_TIME",
  description: {
    "zh-CN": "按期率：有期限的事项中，按期限完成的份额。",
    "en-US": "On time: of what has a due date, the share that was done by it.",
  },
  parameters: {
    done: dates({
      label: { "zh-CN": "完成日", "en-US": "done dates" },
      description: { "zh-CN": "空格为未完成。", "en-US": "A blank is not done." },
    }),
    due: dates({
      label: { "zh-CN": "期限", "en-US": "due dates" },
      description: {
        "zh-CN": "与完成日同形，或只有一个；没有期限的不计。",
        "en-US": "Same shape as the done dates, or one date; what has none does not count.",
      },
    }),
    asOf: asOfParameter,
  },
  result: { type: "number", dimension: "scalar" },
  gives: { "zh-CN": "0 至 1。", "en-US": "A share, 0–1." },
  help: [
    {
      "zh-CN":
        "完成日不晚于期限的算按期。给出截止日时，未完成且期限在该日之后的不计，期限正是该日而未完成的算未按期。没有可算的为 #N/A。",
      "en-US":
        "Done on or before the due date is on time. With “as of”, what is not done and due later is left out; what is due on that very day and not done is late. Where nothing is left the result is #N/A.",
    },
  ],
  examples: [
    {
      arguments: [
        [["2021-03-01"], ["2021-03-12"], [null], [null]],
        [["2021-03-01"], ["2021-03-10"], ["2021-03-31"], ["2021-06-30"]],
        "2021-03-31",
      ],
      result: 0.333333333,
      digits: 9,
    },
    { arguments: [[["2021-03-01", null]], "2021-03-31", null], result: 0.5 },
    { arguments: [null, "2021-06-30", "2021-03-31"], result: { error: "#N/A" } },
    { arguments: ["已办结", "2021-06-30", null], result: { error: "#VALUE!" } },
  ],
  evaluate: ({ done, due, asOf }) => punctualShare({ rows: due, key: "due" }, { rows: done, key: "done" }, 0, asOf),
});

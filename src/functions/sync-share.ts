import { mean } from "../core/methods/statistics";
import { synchronousShare } from "../core/methods/synchrony";
import { DEFAULT_PARAMETERS } from "../core/scheme/parameters";
import { defineFunction } from "./declaration";
import { dates, number, optional } from "./parameters";
import { pairedSets } from "./shapes";
import { unavailable } from "./values";

/** `SYNC_SHARE`: how far Party and casework stages go together (methodology §4, 三同步). */
export const syncShare = defineFunction({
  name: "SYNC_SHARE",
  description: {
    "zh-CN": "三同步：各任务中党建与业务同步进行的环节所占份额的平均值。",
    "en-US": "Synchrony: mean over tasks of the share of stages at which Party and casework dates go together.",
  },
  parameters: {
    party: dates({
      label: { "zh-CN": "党建日期", "en-US": "party dates" },
      description: {
        "zh-CN": "每行一项任务，每列一个环节（部署、落实、考核）。",
        "en-US": "One task per row, one stage per column (deployed, implemented, assessed).",
      },
    }),
    business: dates({
      label: { "zh-CN": "业务日期", "en-US": "business dates" },
      description: { "zh-CN": "与党建日期同形。", "en-US": "Same shape as the party dates." },
    }),
    window: optional(
      number(
        {
          label: { "zh-CN": "同步窗口", "en-US": "window" },
          description: {
            "zh-CN": "相差不超过多少天算同步，默认 7。",
            "en-US": "Days by which two dates may differ, 7 where left out.",
          },
        },
        { least: 0 },
      ),
      DEFAULT_PARAMETERS.syncWindow,
    ),
  },
  result: { type: "number", dimension: "scalar" },
  gives: { "zh-CN": "0 至 1。", "en-US": "A share, 0–1." },
  help: [
    {
      "zh-CN":
        "每项任务：同步的环节数 ÷ 两个日期俱全的环节数，再对各任务取平均。没有一个环节俱全的任务不计；全部如此时为 #N/A。",
      "en-US":
        "Per task: stages that go together ÷ stages with both dates; then the mean over tasks. A task without such a stage is left out; where all are, the result is #N/A.",
    },
  ],
  examples: [
    {
      arguments: [
        [
          ["2021-03-01", "2021-04-01"],
          ["2021-03-01", null],
        ],
        [
          ["2021-03-08", "2021-04-20"],
          ["2021-03-02", "2021-05-01"],
        ],
        null,
      ],
      result: 0.75,
    },
    { arguments: [[["2021-03-01"]], [["2021-03-09"]], 10], result: 1 },
    { arguments: [[["2021-03-01", null]], [[null, "2021-03-01"]], null], result: { error: "#N/A" } },
    { arguments: [[["2021-03-01", "2021-03-02"]], [["2021-03-01"]], null], result: { error: "#VALUE!" } },
  ],
  evaluate: ({ party, business, window }) => {
    const tasks = pairedSets(party, business, "business");
    if (tasks.kind !== "value") return tasks;
    const shares = tasks.value.map((stages) => synchronousShare(stages, window)).filter((share) => share !== null);
    return mean(shares) ?? unavailable("noPairs");
  },
});

import { coordinationSteps } from "../core/assessment/indices";
import { DEFAULT_PARAMETERS } from "../core/scheme/parameters";
import { levelFunction } from "./level-function";
import { UNIT } from "./parameters";

/** `LEVEL`: 协调等级 of a coordination degree D (methodology §5). */
export const level = levelFunction({
  name: "LEVEL",
  description: {
    "zh-CN": "协调等级：协调度 D 属于哪一级，由极度失调至优质协调。",
    "en-US": "Level of a coordination degree D, from 极度失调 to 优质协调.",
  },
  figure: {
    label: { "zh-CN": "协调度", "en-US": "coordination" },
    description: {
      "zh-CN": "D，0 至 1；自定等级表时不限。",
      "en-US": "D, 0–1; any figure where you give your own steps.",
    },
  },
  limits: UNIT,
  scale: { bounds: DEFAULT_PARAMETERS.coordinationLevels.length, steps: coordinationSteps },
  defaults: coordinationSteps(DEFAULT_PARAMETERS.coordinationLevels),
  help: [
    {
      "zh-CN":
        "默认：极度失调 <0.1，严重失调 <0.2，中度失调 <0.3，轻度失调 <0.4，濒临失调 <0.5，勉强协调 <0.6，初级协调 <0.7，中级协调 <0.8，良好协调 <0.9，其余为优质协调。",
      "en-US":
        "Default: 极度失调 <0.1, 严重失调 <0.2, 中度失调 <0.3, 轻度失调 <0.4, 濒临失调 <0.5, 勉强协调 <0.6, 初级协调 <0.7, 中级协调 <0.8, 良好协调 <0.9, else 优质协调.",
    },
  ],
  examples: [
    { arguments: [0.736, null], result: "中级协调" },
    { arguments: [[[0.6, 0.5999999999, 0.59]], null], result: [["初级协调", "初级协调", "勉强协调"]] },
    {
      arguments: [
        [[0.3], [0.8]],
        [
          [0.5, "高"],
          [null, "低"],
        ],
      ],
      result: [["低"], ["高"]],
    },
    { arguments: ["未评", null], result: { error: "#N/A" } },
    { arguments: [73.6, null], result: { error: "#VALUE!" } },
  ],
});

import { FUSION_LEVELS, stepsFromTop } from "../core/assessment/indices";
import { DEFAULT_PARAMETERS } from "../core/scheme/parameters";
import { levelFunction } from "./level-function";

/** `FUSION_LEVEL`: 融合等级 of a fusion index F (methodology §5). */
export const fusionLevel = levelFunction({
  name: "FUSION_LEVEL",
  description: {
    "zh-CN": "融合等级：融合指数 F 属于深度融合、基本融合、浅层融合还是两张皮。",
    "en-US": "Level of a fusion index F: 深度融合, 基本融合, 浅层融合 or 两张皮.",
  },
  figure: {
    label: { "zh-CN": "融合指数", "en-US": "fusion" },
    description: {
      "zh-CN": "F，0 至 100；自定等级表时不限。",
      "en-US": "F, 0–100; any figure where you give your own steps.",
    },
  },
  limits: { least: 0, most: 100, slack: 1e-7 },
  scale: {
    bounds: DEFAULT_PARAMETERS.fusionLevels.length,
    steps: (bounds) => stepsFromTop([...bounds].reverse(), FUSION_LEVELS),
  },
  defaults: stepsFromTop(DEFAULT_PARAMETERS.fusionLevels, FUSION_LEVELS),
  help: [
    {
      "zh-CN": "默认：深度融合 ≥80，基本融合 ≥65，浅层融合 ≥50，其余为两张皮。",
      "en-US": "Default: 深度融合 ≥80, 基本融合 ≥65, 浅层融合 ≥50, else 两张皮.",
    },
  ],
  examples: [
    { arguments: [72, null], result: "基本融合" },
    { arguments: [[[80], [64.9], [0]], null], result: [["深度融合"], ["浅层融合"], ["两张皮"]] },
    { arguments: [72, [[85, 75, 60]]], result: "浅层融合" },
    { arguments: [null, null], result: { error: "#N/A" } },
  ],
});

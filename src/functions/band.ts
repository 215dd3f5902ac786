import { BANDS, stepsFromTop } from "../core/assessment/indices";
import { DEFAULT_PARAMETERS } from "../core/scheme/parameters";
import { levelFunction } from "./level-function";

/** `BAND`: 档次 of a 百分制 total (methodology §5). */
export const band = levelFunction({
  name: "BAND",
  description: {
    "zh-CN": "档次：百分制得分属于优秀、良好、一般还是较差。",
    "en-US": "Band of a total on the scale of 100: 优秀, 良好, 一般 or 较差.",
  },
  figure: {
    label: { "zh-CN": "百分制", "en-US": "total" },
    description: {
      "zh-CN": "得分，不小于 0；有加分时可以超过 100。",
      "en-US": "The total, not below 0; with a bonus it may exceed 100.",
    },
  },
  limits: { least: 0 },
  scale: {
    bounds: DEFAULT_PARAMETERS.bands.length,
    steps: (bounds) => stepsFromTop([...bounds].reverse(), BANDS),
  },
  defaults: stepsFromTop(DEFAULT_PARAMETERS.bands, BANDS),
  help: [
    {
      "zh-CN": "默认：优秀 ≥90，良好 ≥80，一般 ≥60，其余为较差。",
      "en-US": "Default: 优秀 ≥90, 良好 ≥80, 一般 ≥60, else 较差.",
    },
  ],
  examples: [
    { arguments: [86.5, null], result: "良好" },
    { arguments: [[[104, 90, 59.9]], null], result: [["优秀", "优秀", "较差"]] },
    {
      arguments: [
        "85分",
        [
          [60, "合格"],
          [85, "优良"],
        ],
      ],
      result: "优良",
    },
    {
      arguments: [
        50,
        [
          [60, "合格"],
          [85, "优良"],
        ],
      ],
      result: { error: "#N/A" },
    },
    { arguments: [-5, null], result: { error: "#VALUE!" } },
  ],
});

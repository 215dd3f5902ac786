import { attainment } from "../core/methods/attainment";
import { defineFunction } from "./declaration";
import { NOT_APPLICABLE, UNASSESSED, YES_OR_NO, choice, optional, scores, wholeNumbers } from "./parameters";
import { at, cellByCell, commonShape } from "./shapes";
import { invalid } from "./values";

/** `ATTAIN`: attainment of figures between their goalposts (methodology §4, attainment). */
export const attain = defineFunction({
  name: "ATTAIN",
  description: {
    "zh-CN": "达成度：按下限、上限把原始值折算为 0 至 1，逐格计算。",
    "en-US": "Attainment: a raw figure scaled between its goalposts to 0–1, cell by cell.",
  },
  parameters: {
    figure: scores({
      label: { "zh-CN": "原始值", "en-US": "figure" },
      description: {
        "zh-CN": "一个数或一片区域；“未评”“不适用”原样返回，空格得未评。",
        "en-US": "A number or a range; 未评 and 不适用 are passed on, a blank cell gives 未评.",
      },
    }),
    lower: wholeNumbers({
      label: { "zh-CN": "下限", "en-US": "lower" },
      description: { "zh-CN": "得 0 的值。", "en-US": "The figure that gives 0." },
    }),
    upper: wholeNumbers({
      label: { "zh-CN": "上限", "en-US": "upper" },
      description: {
        "zh-CN": "得 1 的值，须大于下限。",
        "en-US": "The figure that gives 1; above the lower goalpost.",
      },
    }),
    reversed: optional(
      choice(
        {
          label: { "zh-CN": "逆向", "en-US": "reverse" },
          description: {
            "zh-CN": "TRUE 或“逆向”：越小越好。省略为正向。",
            "en-US": "TRUE or 逆向: less is better. More is better where left out.",
          },
        },
        YES_OR_NO,
      ),
      false,
    ),
  },
  result: { type: "any", dimension: "matrix" },
  gives: {
    "zh-CN": "与原始值同形，0 至 1。",
    "en-US": "Same shape as the figures, 0–1.",
  },
  help: [
    {
      "zh-CN":
        "达成度 = (原始值 − 下限) ÷ (上限 − 下限)，小于 0 取 0，大于 1 取 1；逆向为 1 减该值。下限、上限是固定的，不随其他支部变化。",
      "en-US":
        "Attainment = (figure − lower) ÷ (upper − lower), cut off at 0 and 1; reversed: one minus that. The goalposts are fixed; other branches do not move them.",
    },
  ],
  examples: [
    { arguments: [0.8, 0.6, 0.95, null], result: 0.571428571, digits: 9 },
    { arguments: [[[12], ["未评"], [45]], 0, 30, "逆向"], result: [[0.6], ["未评"], [0]] },
    { arguments: [[[1, 11, -1]], 0, 10, null], result: [[0.1, 1, 0]], source: "goalposts_cap_COINr" },
    { arguments: [3, 5, 5, null], result: { error: "#VALUE!" } },
  ],
  evaluate: ({ figure, lower, upper, reversed }) => {
    const shape = commonShape({ figure, lower, upper });
    if (shape.kind !== "value") return shape;
    return cellByCell(shape.value, (row, column) => {
      const found = at(figure, row, column, null);
      if (found === null || found === UNASSESSED || found === NOT_APPLICABLE) return found ?? UNASSESSED;
      const [from, to] = [at(lower, row, column, 0), at(upper, row, column, 0)];
      return (
        attainment(found, from, to, reversed) ??
        invalid("goalpostsReversed", { lower: String(from), upper: String(to) }, "upper")
      );
    });
  },
});

import { fusion as fusionIndex } from "../core/methods/fusion";
import { defineFunction } from "./declaration";
import { UNIT, numbers } from "./parameters";
import { at, cellByCell, commonShape } from "./shapes";
import { unavailable } from "./values";

/** `FUSION`: fusion index F = 100·√(D·L) (methodology §5). */
export const fusion = defineFunction({
  name: "FUSION",
  description: {
    "zh-CN": "融合指数 F：由协调度 D 和联结度 L 合成，0 至 100，逐格计算。",
    "en-US": "Fusion index F of coordination degree D and linkage L, 0–100, cell by cell.",
  },
  parameters: {
    coordination: numbers(
      {
        label: { "zh-CN": "协调度", "en-US": "coordination" },
        description: { "zh-CN": "协调度 D，0 至 1。", "en-US": "Coordination degree D, 0–1." },
      },
      UNIT,
    ),
    linkage: numbers(
      {
        label: { "zh-CN": "联结度", "en-US": "linkage" },
        description: { "zh-CN": "联结度 L，0 至 1。", "en-US": "Linkage L, 0–1." },
      },
      UNIT,
    ),
  },
  result: { type: "any", dimension: "matrix" },
  gives: { "zh-CN": "与参数同形，0 至 100。", "en-US": "Same shape as the arguments, 0–100." },
  help: [
    {
      "zh-CN":
        "F = 100 × √(D × L)。只均衡而不结合是两张皮，只结合而无实绩是做样子，几何平均要求两者兼备。任一未评，该格为 #N/A。",
      "en-US":
        "F = 100·√(D·L). Balance without ties is two skins, ties without substance are show; the geometric mean wants both. Where either was not assessed the cell is #N/A.",
    },
  ],
  examples: [
    { arguments: [0.81, 0.64], result: 72, digits: 9 },
    {
      arguments: [
        [[0.9], [0.5], ["未评"]],
        [[0.4], [0], [1]],
      ],
      result: [[60], [0], [{ error: "#N/A" }]],
      digits: 9,
    },
    { arguments: [81, 0.64], result: { error: "#VALUE!" } },
  ],
  evaluate: ({ coordination, linkage }) => {
    const shape = commonShape({ coordination, linkage });
    if (shape.kind !== "value") return shape;
    return cellByCell(shape.value, (row, column) => {
      const d = at(coordination, row, column, null);
      const l = at(linkage, row, column, null);
      return fusionIndex(d, l) ?? unavailable("unassessed", {}, d === null ? "coordination" : "linkage");
    });
  },
});

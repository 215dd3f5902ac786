import { coordination as coordinationDegree } from "../core/methods/coordination";
import { formulaParameter, indicesParameter } from "./coupling-parameters";
import { defineFunction } from "./declaration";
import { optional } from "./parameters";
import { columnOf, valueSets } from "./shapes";
import { invalid, unavailable } from "./values";
import { asMany, weightsParameter } from "./weights-parameter";

/** `COORDINATION`: coupling coordination degree D = √(C·T) (methodology §5). */
export const coordination = defineFunction({
  name: "COORDINATION",
  description: {
    "zh-CN": "协调度 D：各子系统指数是否都高且均衡，0 至 1。",
    "en-US": "Coordination degree D: whether the subsystem indices are high and balanced, 0–1.",
  },
  parameters: {
    indices: indicesParameter,
    weights: optional<readonly number[] | null>(
      weightsParameter({
        label: { "zh-CN": "权重", "en-US": "weights" },
        description: {
          "zh-CN": "各子系统的权重，只看比例；省略为相等。",
          "en-US": "One weight per subsystem, only their ratios matter; equal where left out.",
        },
      }),
      null,
    ),
    formula: formulaParameter,
  },
  result: { type: "any", dimension: "matrix" },
  gives: { "zh-CN": "每组指数一个协调度。", "en-US": "One degree per set of indices." },
  help: [
    {
      "zh-CN": "D = √(C·T)。T 是各指数的加权平均，C 是耦合度（见 COUPLING）。有一个指数未评，结果为 #N/A。",
      "en-US":
        "D = √(C·T). T is the weighted mean of the indices, C their coupling degree (see COUPLING). An index that was not assessed gives #N/A.",
    },
  ],
  examples: [
    { arguments: [[[0.8, 0.6]], null, null], result: 0.736354, digits: 6 },
    {
      arguments: [[[0.0162, 0.272, 0.2655]], [[0.4, 0.3, 0.3]], "wang2021"],
      result: 0.274,
      digits: 3,
      source: "ccd_3system_mathmodels_wang2021",
    },
    {
      arguments: [[[0.8179733, 0.3246648, 0.6590316, 0.1308531]], null, "standard"],
      result: 0.6237105,
      digits: 7,
      source: "ccd_4system_standard",
    },
    { arguments: [[[0.8, null]], null, null], result: { error: "#N/A" } },
  ],
  evaluate: ({ indices, weights, formula }) => {
    const sets = valueSets(indices);
    const fitting = weights === null ? null : asMany(weights, sets[0]?.length ?? 0, "weights");
    if (fitting !== null && fitting.kind !== "value") return fitting;
    return columnOf(
      sets.map((set) => {
        const known = set.filter((index) => index !== null);
        if (known.length < set.length) return unavailable("unassessed", {}, "indices");
        const found = coordinationDegree(known, fitting?.value ?? null, formula);
        return found?.coordination ?? invalid("tooFew", { needed: 2, found: known.length }, "indices");
      }),
    );
  },
});

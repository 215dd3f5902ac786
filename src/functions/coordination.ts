import { coordination as coordinationDegree } from "../core/methods/coordination";
import type { CouplingFormula } from "../core/methods/coupling";
import { defineFunction } from "./declaration";
import { choice, numbers, optional, wholeNumbers } from "./parameters";
import { columnOf, valueSets } from "./shapes";
import { invalid, unavailable } from "./values";

/** The parameter 耦合公式 of `COUPLING` and `COORDINATION`. */
export const formulaParameter = optional<CouplingFormula>(
  choice<CouplingFormula>(
    {
      label: { "zh-CN": "耦合公式", "en-US": "formula" },
      description: {
        "zh-CN": "wang2021（默认）或 standard。",
        "en-US": "wang2021 (default) or standard.",
      },
    },
    { wang2021: "wang2021", standard: "standard" },
  ),
  "wang2021",
);

/** The parameter 子系统指数 of `COUPLING` and `COORDINATION`. */
export const indicesParameter = numbers(
  {
    label: { "zh-CN": "子系统指数", "en-US": "indices" },
    description: {
      "zh-CN": "两个及以上 0 至 1 的指数，一行或一列；多行多列时每行为一组。",
      "en-US": "Two or more indices, 0–1, in a row or a column; of a rectangle, each row is one set.",
    },
  },
  { least: -1e-9, most: 1 + 1e-9 },
);

/** `COORDINATION`: coupling coordination degree D = √(C·T) (methodology §5). */
export const coordination = defineFunction({
  name: "COORDINATION",
  description: {
    "zh-CN": "协调度 D：各子系统指数是否都高且均衡，0 至 1。",
    "en-US": "Coordination degree D: whether the subsystem indices are high and balanced, 0–1.",
  },
  parameters: {
    indices: indicesParameter,
    weights: optional(
      wholeNumbers(
        {
          label: { "zh-CN": "权重", "en-US": "weights" },
          description: {
            "zh-CN": "各子系统的权重，只看比例；省略为相等。",
            "en-US": "One weight per subsystem, only their ratios matter; equal where left out.",
          },
        },
        { least: 0 },
      ),
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
  ],
  evaluate: ({ indices, weights, formula }) =>
    columnOf(
      valueSets(indices).map((set) => {
        const known = set.filter((index) => index !== null);
        if (known.length < set.length) return unavailable("unassessed", {}, "indices");
        if (known.length < 2) return invalid("tooFew", { needed: 2, found: known.length }, "indices");
        const alphas = weights === null ? null : weights.flat();
        if (alphas !== null && alphas.length !== known.length)
          return invalid("countDiffers", { needed: known.length, found: alphas.length }, "weights");
        return coordinationDegree(known, alphas, formula)?.coordination ?? invalid("weightsZero", {}, "weights");
      }),
    ),
});

import { coupling as couplingDegree } from "../core/methods/coupling";
import { formulaParameter, indicesParameter } from "./coupling-parameters";
import { defineFunction } from "./declaration";
import { columnOf, valueSets } from "./shapes";
import { invalid, unavailable } from "./values";

/** `COUPLING`: coupling degree C of subsystem indices (methodology §5). */
export const coupling = defineFunction({
  name: "COUPLING",
  description: {
    "zh-CN": "耦合度 C：各子系统指数是否均衡，0 至 1。",
    "en-US": "Coupling degree C: how even the subsystem indices are, 0–1.",
  },
  parameters: { indices: indicesParameter, formula: formulaParameter },
  result: { type: "any", dimension: "matrix" },
  gives: { "zh-CN": "每组指数一个耦合度。", "en-US": "One degree per set of indices." },
  help: [
    {
      "zh-CN":
        "wang2021：C = √{[1 − Σ|uᵢ − uⱼ| ÷ (n(n−1)/2)] · [Π(uᵢ ÷ max u)]^(1/(n−1))}，出自王淑佳等（2021），自然资源学报 36(3)；standard：C = (Πuᵢ)^(1/n) ÷ 平均值。指数全为 0 时 C 为 0。有一个指数未评，结果为 #N/A。",
      "en-US":
        "wang2021: C = √{[1 − Σ|uᵢ − uⱼ| ÷ (n(n−1)/2)] · [Π(uᵢ ÷ max u)]^(1/(n−1))}, from Wang et al. (2021), Journal of Natural Resources 36(3); standard: C = (Πuᵢ)^(1/n) ÷ mean. Indices that are all 0 give 0. An index that was not assessed gives #N/A.",
    },
  ],
  examples: [
    { arguments: [[[0.8, 0.6]], null], result: 0.774597, digits: 6 },
    {
      arguments: [[[0.0162, 0.272, 0.2655]], "wang2021"],
      result: 0.447,
      digits: 3,
      source: "ccd_3system_mathmodels_wang2021",
    },
    {
      arguments: [[[0.8179733, 0.3246648, 0.6590316, 0.1308531]], "standard"],
      result: 0.8051958,
      digits: 7,
      source: "ccd_4system_standard",
    },
    { arguments: [[[0.8, "未评"]], null], result: { error: "#N/A" } },
    { arguments: [[[80, 60]], null], result: { error: "#VALUE!" } },
  ],
  evaluate: ({ indices, formula }) =>
    columnOf(
      valueSets(indices).map((set) => {
        const known = set.filter((index) => index !== null);
        if (known.length < set.length) return unavailable("unassessed", {}, "indices");
        return couplingDegree(known, formula) ?? invalid("tooFew", { needed: 2, found: known.length }, "indices");
      }),
    ),
});

import type { CouplingFormula } from "../core/methods/coupling";
import { UNIT, choice, numbers, optional } from "./parameters";

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
  UNIT,
);

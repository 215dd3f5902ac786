import { clampToUnit, unitValues } from "./unit-interval";

/** The two formulas of the coupling degree C that are offered (参数 耦合公式). */
export type CouplingFormula = "standard" | "wang2021";

/**
 * Coupling degree (耦合度) C of two or more subsystem indices, 0–1: how evenly they are developed.
 *
 * - `standard`: C = (Π u_i)^{1/n} ÷ mean(u). It depends only on the ratios of the indices.
 * - `wang2021`: C = √{[1 − Σ_{i>j}|u_i − u_j| ÷ (n(n−1)/2)] · [Π (u_i ÷ max u)]^{1/(n−1)}}, which spreads over the whole
 *   of [0, 1] where the standard one crowds near 1.
 *
 * All indices zero give C = 0. Indices lie in [0, 1] (1e-9 of tolerance); `null` for fewer than two or for one outside.
 *
 * Source: 王淑佳, 孔伟, 任亮, 治丹丹, 戴彬婷 (2021), 国内耦合协调度模型的误区及修正, 自然资源学报 36(3), 793–810,
 * doi:10.31497/zrzyxb.20210319 (the normative form of the standard formula and the modified one).
 */
export function coupling(values: readonly number[], formula: CouplingFormula): number | null {
  const indices = unitValues(values);
  if (indices === null || indices.length < 2) return null;
  const largest = Math.max(...indices);
  if (largest === 0) return 0;
  // Both formulas are functions of the ratios to the largest index: no product can underflow, and equal indices give 1 exactly.
  const ratios = indices.map((index) => index / largest);
  return clampToUnit(formula === "standard" ? standard(ratios) : wang2021(indices, ratios));
}

function standard(ratios: readonly number[]): number {
  const n = ratios.length;
  const geometricMean = ratios.reduce((product, ratio) => product * ratio ** (1 / n), 1);
  const arithmeticMean = ratios.reduce((sum, ratio) => sum + ratio, 0) / n;
  return geometricMean / arithmeticMean;
}

function wang2021(indices: readonly number[], ratios: readonly number[]): number {
  const n = indices.length;
  let distance = 0;
  for (const [i, one] of indices.entries()) {
    for (const other of indices.slice(0, i)) distance += Math.abs(one - other);
  }
  const closeness = 1 - distance / ((n * (n - 1)) / 2);
  const ratio = ratios.reduce((product, each) => product * each ** (1 / (n - 1)), 1);
  return Math.sqrt(closeness * ratio);
}

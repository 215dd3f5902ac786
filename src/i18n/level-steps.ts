/** Levels, best first, with the limits from which they hold: 深度融合≥80，…，其余为两张皮. */
export function levelSteps(names: readonly string[], limits: readonly number[]): string {
  const falling = [...limits].sort((one, other) => other - one);
  const steps = falling.map((limit, index) => `${names[index] ?? ""}≥${limit}`);
  return `${steps.join("，")}，其余为${names[names.length - 1] ?? ""}`;
}

import { round9 } from "./round9";

/** One step of a scale: its name, and the smallest value that reaches it (−∞ for a step without lower limit). */
export interface Step {
  readonly from: number;
  readonly name: string;
}

/**
 * The name of the step [a, b) that holds `value`: the highest whose lower bound is reached, compared on nine decimals. The steps
 * stand in any order, no bound twice. `null` where the value is below them all.
 */
export function levelOf(value: number, steps: readonly Step[]): string | null {
  let reached: Step | null = null;
  for (const step of steps)
    if (round9(value) >= round9(step.from) && (reached === null || step.from > reached.from)) reached = step;
  return reached?.name ?? null;
}

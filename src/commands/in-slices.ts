import { turns } from "../excel/turns";

/**
 * Runs a computation that can pause, in slices short enough for the page to stay alive; `onStep` hears of each step. Ends with
 * `"cancelled"` at the first pause after `signal` was aborted.
 */
export async function inSlices<Step, Result>(
  steps: Generator<Step, Result, unknown>,
  onStep: (step: Step) => void,
  signal: AbortSignal | null = null,
): Promise<Result | "cancelled"> {
  const turn = turns();
  for (;;) {
    if (signal?.aborted === true) return "cancelled";
    const next = steps.next();
    if (next.done === true) return next.value;
    onStep(next.value);
    if (turn.isOver()) await turn.next();
  }
}

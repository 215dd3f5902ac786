import { inTurns } from "../excel/turns";

/**
 * Runs a computation that can pause, in slices short enough for the page to stay alive; `onStep` hears of each step. Ends with
 * `"cancelled"` at the first pause after `signal` was aborted.
 */
export function inSlices<Step, Result>(
  steps: Generator<Step, Result, unknown>,
  onStep: (step: Step) => void,
  signal: AbortSignal | null = null,
): Promise<Result | "cancelled"> {
  return inTurns(watched(steps, onStep, signal));
}

function* watched<Step, Result>(
  steps: Generator<Step, Result, unknown>,
  onStep: (step: Step) => void,
  signal: AbortSignal | null,
): Generator<void, Result | "cancelled"> {
  for (;;) {
    if (signal?.aborted === true) return "cancelled";
    const step = steps.next();
    if (step.done === true) return step.value;
    onStep(step.value);
    yield;
  }
}

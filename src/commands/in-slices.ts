/** How long a computation may hold the page before Excel and the pane get their turn, in milliseconds. */
const SLICE = 30;

/** Lets everything else that waits have its turn. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * Runs a computation that can pause, in slices short enough for the page to stay alive; `onStep` hears of each step. Ends with
 * `"cancelled"` at the first pause after `signal` was aborted.
 */
export async function inSlices<Step, Result>(
  steps: Generator<Step, Result, unknown>,
  onStep: (step: Step) => void,
  signal: AbortSignal | null = null,
): Promise<Result | "cancelled"> {
  let started = performance.now();
  for (;;) {
    if (signal?.aborted === true) return "cancelled";
    const next = steps.next();
    if (next.done === true) return next.value;
    onStep(next.value);
    if (performance.now() - started < SLICE) continue;
    await pause();
    started = performance.now();
  }
}

import { REQUEST_BYTES } from "./payload";
import { turns } from "./turns";
import type { Steps } from "./write-tab";

/**
 * Sends queued steps, as few requests as their size allows; Excel neither calculates nor redraws meanwhile. The page stays alive while
 * they are queued. Stops between two requests once `signal` is aborted.
 */
export async function send(context: Excel.RequestContext, steps: Steps, signal: AbortSignal | null): Promise<void> {
  const hold = () => {
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
  };
  const turn = turns();
  // office.js takes its time to put a large request together: not on top of the time that queueing took.
  const flush = async () => {
    await turn.next();
    await context.sync();
  };
  hold();
  let bytes = 0;
  for (const queued of steps) {
    bytes += queued;
    if (turn.isOver()) await turn.next();
    if (bytes < REQUEST_BYTES) continue;
    await flush();
    if (isAborted(signal)) return;
    hold();
    bytes = 0;
  }
  await flush();
}

/** Whether the work was called off. */
export function isAborted(signal: AbortSignal | null): boolean {
  return signal?.aborted === true;
}

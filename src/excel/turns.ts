/**
 * How long work may hold the page before Excel and the pane get their turn, in milliseconds. The page is to answer within 50: the rest is for
 * the step that is under way when the time is over.
 */
const TURN = 20;

/** The turns that long work takes: it asks whether its own is over, and lets everything else that waits go first. */
export interface Turns {
  readonly isOver: () => boolean;
  readonly next: () => Promise<void>;
}

/**
 * Lets everything else that waits have its turn. By a message and not by a timer: browsers slow down the timers of a page that nobody sees,
 * to one a second and then one a minute, and the pane is closed while a button of the ribbon or a formula computes.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** The turns of work that begins now. */
export function turns(): Turns {
  let started = performance.now();
  return {
    isOver: () => performance.now() - started >= TURN,
    next: async () => {
      await nextTurn();
      started = performance.now();
    },
  };
}

/** Runs steps to their end in turns, the first of which is one of its own. */
export async function inTurns<T>(steps: Generator<unknown, T>): Promise<T> {
  const turn = turns();
  await turn.next();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (turn.isOver()) await turn.next();
  }
}

import type { Progress } from "./outcome";

/** Runs steps to their end without a pause. */
export function atOnce<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Runs steps as part of a larger one, whose progress stands still meanwhile. */
export function* within<T>(steps: Generator<unknown, T>, progress: Progress): Generator<Progress, T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield progress;
  }
}

/** Makes something of each item of a list, and pauses after each. */
export function* stepwise<Item, Made>(
  items: readonly Item[],
  make: (item: Item, index: number) => Made,
): Generator<void, Made[]> {
  const made: Made[] = [];
  for (const [index, item] of items.entries()) {
    made.push(make(item, index));
    yield;
  }
  return made;
}

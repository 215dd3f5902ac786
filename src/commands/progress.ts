/** Progress is told at most this often within a stage, in milliseconds. */
const INTERVAL = 250;

/** Hears how far a run is. */
export type OnProgress = (stage: string, done: number, total: number) => void;

/** Passes on the first word of each stage, and after that no more than a few a second. */
export function throttled(tell: OnProgress): OnProgress {
  let lastStage: string | null = null;
  let lastTime = 0;
  return (stage, done, total) => {
    const now = performance.now();
    if (stage === lastStage && now - lastTime < INTERVAL) return;
    lastStage = stage;
    lastTime = now;
    tell(stage, done, total);
  };
}

import { useEffect, useState } from "react";

/**
 * How long something may stand still before the clerk is told what Excel may be waiting for, in milliseconds: longer than a large
 * request takes.
 */
const STANDSTILL = 8000;

/** Whether what is under way has stayed at the same point for long: Excel makes it wait while a cell is being edited. `false` is nothing under way. */
export function useStandstill(point: string | boolean): boolean {
  const [still, setStill] = useState(false);
  useEffect(() => {
    setStill(false);
    if (point === false) return undefined;
    const timer = setTimeout(() => setStill(true), STANDSTILL);
    return () => clearTimeout(timer);
  }, [point]);
  return still;
}

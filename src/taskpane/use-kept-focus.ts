import { useEffect, useRef } from "react";
import { FIRST_STEP } from "./use-return-focus";

/** The id of what came of the last action. */
export const NOTICE = "notice";

/**
 * Keeps the reading in the pane: where what had the focus is gone and nothing took it over, it goes on at what came of the action, else at
 * the first step. The focus stays in the worksheet where it is there.
 */
export function useKeptFocus(): void {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      last.current = target instanceof Element ? target : null;
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);
  useEffect(() => {
    const isGone = last.current?.isConnected === false;
    if (!isGone || !document.hasFocus() || document.activeElement !== document.body) return;
    (document.getElementById(NOTICE) ?? document.getElementById(FIRST_STEP))?.focus();
  });
}

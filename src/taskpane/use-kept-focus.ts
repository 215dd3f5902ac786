import { useEffect, useRef } from "react";
import { FIRST_STEP } from "./use-return-focus";

/** The id of what came of the last action. */
export const NOTICE = "notice";

/** So many of the things that had the focus are remembered: several go at once with a question or a view. */
const REMEMBERED = 8;

/** Gives the focus to the first of the elements that takes it: what is folded away does not. */
function focusFirst(elements: readonly (HTMLElement | null)[]): void {
  for (const element of elements) {
    element?.focus();
    if (document.activeElement !== document.body) return;
  }
}

/**
 * Keeps the reading in the pane: where what had the focus is gone and nothing took it over, it goes on at what came of the action, else where
 * the focus was before, else at the first step. The focus stays in the worksheet where it is there.
 */
export function useKeptFocus(): void {
  /** What had the focus, the latest first. */
  const held = useRef<readonly HTMLElement[]>([]);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const before = held.current.filter((element) => element !== target && element.isConnected);
      held.current = [target, ...before].slice(0, REMEMBERED);
    };
    document.addEventListener("focusin", remember);
    return () => document.removeEventListener("focusin", remember);
  }, []);
  useEffect(() => {
    const isGone = held.current[0]?.isConnected === false;
    if (!isGone || !document.hasFocus() || document.activeElement !== document.body) return;
    const before = held.current.filter(({ isConnected }) => isConnected);
    focusFirst([document.getElementById(NOTICE), ...before, document.getElementById(FIRST_STEP)]);
  });
}

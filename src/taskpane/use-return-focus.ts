import { useCallback, useEffect, useRef } from "react";
import type { View } from "./pane-state";

/** The id of the first step's heading: where the reading goes on if what opened a view is not there any more. */
export const FIRST_STEP = "step-1";

/**
 * Brings the focus back to what opened a view when the clerk returns from it to the steps. Call the function given back before
 * a view is opened; only what has an id is found again.
 */
export function useReturnFocus(view: View["kind"]): () => void {
  const opener = useRef("");
  const before = useRef(view);
  useEffect(() => {
    const left = before.current;
    before.current = view;
    if (view !== "steps" || left === "steps" || !document.hasFocus()) return;
    if (document.activeElement !== document.body) return;
    const target = document.getElementById(opener.current) ?? document.getElementById(FIRST_STEP);
    opener.current = "";
    // What is folded away cannot have the focus.
    target?.closest("details")?.setAttribute("open", "");
    target?.focus();
  }, [view]);
  return useCallback(() => {
    opener.current = document.activeElement?.id ?? "";
  }, []);
}

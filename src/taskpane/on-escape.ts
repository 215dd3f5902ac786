import type { KeyboardEvent } from "react";

/** Calls `close` when Escape is pressed inside; what stands around does not hear of it. */
export function onEscape(close: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    close();
  };
}

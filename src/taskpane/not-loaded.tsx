import type { ReactNode } from "react";
import { useTexts } from "./texts";

function NotLoaded(): ReactNode {
  return <p role="alert">{useTexts().notLoaded}</p>;
}

/**
 * What is shown instead of a view whose file did not come: the server does not answer, or holds another version by now. Without it
 * React would take the whole pane away.
 */
export function notLoaded(): { readonly default: () => ReactNode } {
  return { default: NotLoaded };
}

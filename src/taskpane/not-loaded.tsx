import type { ReactNode } from "react";
import { useTexts } from "./texts";
import { isNotLoaded } from "./thrown";

function NotLoaded(): ReactNode {
  return <p role="alert">{useTexts().notLoaded}</p>;
}

/**
 * What is shown instead of a view whose file did not come: the server does not answer, or holds another version by now. Without it
 * React would take the whole pane away.
 */
export function notLoaded(error: unknown): { readonly default: () => ReactNode } {
  if (!isNotLoaded(error)) throw error;
  return { default: NotLoaded };
}

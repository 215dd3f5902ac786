import type { Issue } from "../core/issue";
import type { ResultChanges } from "../core/summary/result-changes";

/** The ribbon's commands that change the workbook. */
export type RibbonCommand = "assess" | "freeze" | "newWorkbook";

/** What a command of the ribbon has to say to the pane, which shares its page: how it ended, or that help is asked for. */
export type RibbonNews =
  /** An assessment begins; its end follows. */
  | { readonly kind: "began" }
  | {
      readonly kind: "ended";
      readonly command: RibbonCommand;
      readonly outcome: "done" | "refused" | "failed";
      readonly issues: readonly Issue[];
      /** Of an assessment: what changed since the one before it; `null` where there was none. */
      readonly changes?: ResultChanges | null;
    }
  | { readonly kind: "help" };

type Listener = (news: RibbonNews) => void;

const listeners = new Set<Listener>();
/** News that came before anybody listened: the pane may open because of them. */
let unheard: RibbonNews | null = null;

/** Tells the pane; where none listens yet, the last news wait for it. */
export function announce(news: RibbonNews): void {
  unheard = listeners.size === 0 ? news : null;
  for (const listener of listeners) listener(news);
}

/** Listens to the ribbon's commands; news that waited come at once. The function given back ends it. */
export function onRibbonNews(listener: Listener): () => void {
  listeners.add(listener);
  if (unheard !== null) {
    const waiting = unheard;
    unheard = null;
    listener(waiting);
  }
  return () => listeners.delete(listener);
}

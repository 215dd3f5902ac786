import { hasOwn } from "../core/has-own";
import { ISSUES } from "../core/issues";
import { showPane } from "../excel/show-pane";
import { announce, type RibbonNews } from "./ribbon-news";

/**
 * Tells how a command of the ribbon ended, for which no caller and perhaps no pane waits. The pane, which shares its page, hears of
 * it; what did not work, or asks for a look beyond what stands in the tabs, opens the pane. Done without more to say, the
 * command has ended on the sheet that shows it.
 */
export async function tellEnd(end: Omit<Extract<RibbonNews, { kind: "ended" }>, "kind">): Promise<void> {
  announce({ kind: "ended", ...end });
  // What concerns the ledgers stands in 数据核验.
  const asksForALook = end.issues.some(({ code, severity }) => severity !== "info" && !hasOwn(ISSUES, code));
  if (end.outcome !== "done" || asksForALook) await showPane();
}

import type { TabKind } from "../core/report/tab-kinds";
import type { PaneTexts } from "../i18n/pane.zh-CN";

/** What a tab that can be left out is called in the pane. */
export function tabName({ names }: PaneTexts["tabs"], kind: TabKind): string {
  return Object.entries(names).find(([key]) => key === kind)?.[1] ?? kind;
}

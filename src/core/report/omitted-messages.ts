import type { TabKind } from "./tab-kinds";

/** The words by which 口径说明 says which tabs were not made, and why. */
export interface OmittedMessages {
  readonly title: string;
  readonly headings: readonly string[];
  readonly none: string;
  /** The clerk left the tab out. */
  readonly leftOut: string;
  /** Why a tab has nothing to say. */
  readonly silent: Readonly<Record<TabKind, string>>;
}

/** The kinds of assessment tabs in the order in which they stand. */
export const TAB_KINDS = [
  "overview",
  "branch",
  "scores",
  "diagnosis",
  "tasks",
  "selection",
  "stars",
  "partners",
  "brands",
  "pipeline",
  "units",
  "trend",
  "history",
  "checks",
  "method",
] as const;

export type TabKind = (typeof TAB_KINDS)[number];

/** Tabs that are always made, because the figures of the others come from them. */
const ALWAYS: readonly TabKind[] = ["overview", "scores", "method"];

/** Tabs that follow from another choice. */
const FOLLOWING: readonly TabKind[] = ["history"];

/** The tabs that the clerk may leave out. */
export const OPTIONAL_TABS: readonly TabKind[] = TAB_KINDS.filter(
  (kind) => !ALWAYS.includes(kind) && !FOLLOWING.includes(kind),
);

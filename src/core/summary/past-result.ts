/** What later runs and the pane need of a branch's result. */
export interface PastBranch {
  readonly branch: string;
  readonly unit: string | null;
  readonly band: string | null;
  readonly coordinationLevel: string | null;
  readonly fusionLevel: string | null;
  readonly total: number | null;
  readonly coordination: number | null;
  readonly linkage: number | null;
  readonly fusion: number | null;
  /** The five problems with their lights. */
  readonly problems: readonly { readonly problem: string; readonly level: string }[];
  readonly indicators: readonly { readonly code: string; readonly status: string; readonly reason: string | null }[];
}

/** An issue as a result holds it. */
export interface PastIssue {
  readonly code: string;
  readonly severity: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly message: string;
}

/** A result that a run has left in the workbook (methodology §9), as far as it is needed again. */
export interface PastResult {
  readonly period: string;
  readonly asOf: string;
  readonly schemeFingerprint: string;
  readonly branches: readonly PastBranch[];
  readonly issues: readonly PastIssue[];
}

type Held = ReadonlyMap<string, unknown>;

/** Reads a stored result; `null` where the text is not one, be it damaged or of a later version. */
export function parseResult(text: string): PastResult | null {
  const held = heldIn(parseJson(text));
  if (held === null) return null;
  const [period, asOf, schemeFingerprint] = [
    textIn(held, "period"),
    textIn(held, "asOf"),
    textIn(held, "schemeFingerprint"),
  ];
  const branches = listIn(held, "branches", pastBranch);
  const issues = listIn(held, "issues", pastIssue);
  if (period === null || asOf === null || schemeFingerprint === null || branches === null || issues === null)
    return null;
  return { period, asOf, schemeFingerprint, branches, issues };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Whoever asks is told that there is no result.
    return null;
  }
}

function heldIn(value: unknown): Held | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : null;
}

function textIn(held: Held, key: string): string | null {
  const value = held.get(key);
  return typeof value === "string" ? value : null;
}

function numberIn(held: Held, key: string): number | null {
  const value = held.get(key);
  return typeof value === "number" ? value : null;
}

/** Every item of a list; `null` where there is no list or one of its items cannot be read. */
function listIn<T>(held: Held, key: string, read: (item: Held) => T | null): readonly T[] | null {
  const list: unknown = held.get(key);
  if (!Array.isArray(list)) return null;
  const items = list.map((item) => {
    const own = heldIn(item);
    return own === null ? null : read(own);
  });
  const whole = items.filter((item) => item !== null);
  return whole.length === items.length ? whole : null;
}

/** The entries of a record of records. */
function entriesIn(held: Held, key: string): readonly (readonly [string, Held])[] {
  return [...(heldIn(held.get(key)) ?? [])].flatMap(([name, value]) => {
    const own = heldIn(value);
    return own === null ? [] : [[name, own] as const];
  });
}

function pastBranch(held: Held): PastBranch | null {
  const branch = textIn(held, "branch");
  if (branch === null) return null;
  return {
    branch,
    unit: textIn(held, "unit"),
    band: textIn(held, "band"),
    coordinationLevel: textIn(held, "coordinationLevel"),
    fusionLevel: textIn(held, "fusionLevel"),
    total: numberIn(held, "total"),
    coordination: numberIn(held, "coordination"),
    linkage: numberIn(held, "linkage"),
    fusion: numberIn(held, "fusion"),
    problems: entriesIn(held, "problems").map(([problem, own]) => ({ problem, level: textIn(own, "level") ?? "未评" })),
    indicators: entriesIn(held, "indicators").map(([code, own]) => ({
      code,
      status: textIn(own, "status") ?? "",
      reason: textIn(own, "reason"),
    })),
  };
}

function pastIssue(held: Held): PastIssue | null {
  const [code, severity, message] = [textIn(held, "code"), textIn(held, "severity"), textIn(held, "message")];
  if (code === null || severity === null || message === null) return null;
  return { code, severity, message, sheet: textIn(held, "sheet"), cell: textIn(held, "cell") };
}

/** Fields of the result that another implementation words in its own way. */
const OWN_WORDS: ReadonlySet<string> = new Set(["schemeFingerprint", "reason", "issues"]);

const TOLERANCE = 1e-9;
/** Shares of draws may differ where ranks are decided by rounding. */
const SHARE_TOLERANCE = 0.002;

/** Where a result differs from an expected one: a line per field; numbers within 1e-9 are equal. */
export function differences(actual: unknown, expected: unknown, path = ""): string[] {
  if (typeof expected === "number" && typeof actual === "number") {
    const tolerance = path.endsWith(".robustness.selected") ? SHARE_TOLERANCE : TOLERANCE;
    return Math.abs(actual - expected) <= tolerance ? [] : [`${path}: ${actual} ≠ ${expected}`];
  }
  if (typeof expected !== "object" || expected === null || typeof actual !== "object" || actual === null) {
    return actual === expected ? [] : [`${path}: ${JSON.stringify(actual)} ≠ ${JSON.stringify(expected)}`];
  }
  const own = new Map<string, unknown>(Object.entries(actual));
  const other = new Map<string, unknown>(Object.entries(expected));
  const keys = [...new Set([...own.keys(), ...other.keys()])].filter((key) => !OWN_WORDS.has(key));
  return keys.flatMap((key) => differences(own.get(key), other.get(key), `${path}.${key}`));
}

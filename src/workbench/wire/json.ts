/** True for a plain JSON object (not an array, not null). */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as a list; anything else gives an empty one. */
export function listFrom(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value as text; anything else gives the fallback. */
export function textFrom(value: unknown, fallback = ""): string {
  return typeof value === "string" ? value : fallback;
}

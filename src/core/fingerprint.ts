import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Parameters } from "./scheme/parameters";
import type { Scheme } from "./scheme/scheme";

const DIGITS = 12;

/**
 * Fingerprint of the scheme's rows and the parameters in effect (methodology §9): the first 12 hex digits of the SHA-256 of their
 * canonical JSON (keys in order, no white space). The column mapping is not part of it.
 */
export function schemeFingerprint(scheme: Scheme, parameters: Parameters): string {
  const content = { parameters, scheme: scheme.indicators.map(({ line }) => line) };
  return bytesToHex(sha256(utf8ToBytes(canonical(content)))).slice(0, DIGITS);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`;
}

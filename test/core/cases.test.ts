import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../../src/core/run";
import { type Result, toResult } from "../../src/core/result";
import { drain } from "../support/drain";
import { readGrids } from "../support/grids";

interface Case {
  readonly file: string;
  readonly period: string;
  readonly options: { readonly asOf?: string; readonly formula?: "standard" | "wang2021" };
  readonly expected: string;
}

const folder = join(__dirname, "../cases");
const cases: readonly Case[] = JSON.parse(readFileSync(join(folder, "cases.json"), "utf8"));

/** Fields that another implementation words in its own way. */
const OWN_WORDS = new Set(["schemeFingerprint", "reason", "issues"]);

function differences(actual: unknown, expected: unknown, path: string): string[] {
  if (typeof expected === "number" && typeof actual === "number") {
    const tolerance = path.endsWith(".robustness.selected") ? 0.002 : 1e-9;
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

describe.each(cases)("$file", ({ file, period, options, expected }) => {
  it("gives the figures of the independent implementation", () => {
    const outcome = drain(
      run(readGrids(join(folder, file)), { period, asOf: options.asOf ?? null, formula: options.formula ?? null }),
    );
    if (outcome.kind !== "assessed") throw new Error(JSON.stringify(outcome));
    const result: Result = toResult(outcome.assessment, { issue: ({ code }) => code, reason: ({ code }) => code });
    const wanted: unknown = JSON.parse(readFileSync(join(folder, expected), "utf8"));
    expect(differences(result, wanted, "")).toEqual([]);
  });
});

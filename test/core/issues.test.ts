import { readFileSync } from "node:fs";
import path from "node:path";
import type { Issue } from "../../src/core/issue";
import { ISSUES } from "../../src/core/issues";
import { run } from "../../src/core/run";
import { messages } from "../../src/i18n";
import { atOnce } from "../../src/core/steps";
import { cases } from "../support/cases";
import { readGrids } from "../support/grids";

const texts = new Map(Object.entries(messages("zh-CN").issues));

/** An issue as the clerk reads it: severity, code, cell, message. */
function lineOf({ severity, code, place, params }: Issue): string {
  const cell = place === null ? "—" : `${place.sheet}!${place.cell}`;
  return [severity, code, cell, texts.get(code)?.(params) ?? ""].join(" | ");
}

const goldens = cases().flatMap((one) => {
  const golden = path.join(__dirname, "../golden/issues", one.name.replace(/\.xlsx$/u, ".txt"));
  return one.name.startsWith("large-") ? [] : [{ ...one, golden }];
});

describe.each(goldens)("the issues of $name", ({ file, period, asOf, formula, golden }) => {
  const outcome = atOnce(run(readGrids(file), { period, asOf, formula }));
  const issues = outcome.kind === "assessed" ? outcome.assessment.issues : outcome.issues;

  test("read as the list reviewed in test/golden/issues", () => {
    expect(issues.map(lineOf).join("\n")).toBe(readFileSync(golden, "utf8").trimEnd());
  });

  test("leave no parameter of a message open and have the severity of their code", () => {
    expect(issues.map(lineOf).filter((line) => /[{}]|undefined|NaN/u.test(line))).toEqual([]);
    const severities = new Map<string, string>(Object.entries(ISSUES));
    expect(issues.filter(({ code, severity }) => severities.get(code) !== severity)).toEqual([]);
  });
});

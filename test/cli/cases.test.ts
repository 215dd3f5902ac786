import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { cases } from "../support/cases";
import { assessHere } from "../support/command";
import { differences } from "../support/differences";

const folder = mkdtempSync(path.join(os.tmpdir(), "ronghe-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(cases())("$name through the command", ({ name, file, period, asOf, formula, expected }) => {
  it("gives the figures of the independent implementation, and the exit code that they call for", async () => {
    const { code, printed } = await assessHere([
      file,
      ...["--period", period, "-o", path.join(folder, name), "--json", "-", "--force"],
      ...(asOf === null ? [] : ["--as-of", asOf]),
      ...(formula === null ? [] : ["--formula", formula]),
    ]);
    const result: unknown = JSON.parse(printed);
    expect(differences(result, expected)).toEqual([]);
    expect(code).toBe(lacksFigures(expected) ? 1 : 0);
  });
});

/** Whether some branch that exists in the period has neither F nor 百分制. */
function lacksFigures(expected: unknown): boolean {
  const branches: readonly unknown[] = Object(expected).branches;
  return branches.some((branch) => {
    const { fusion, total, indicators } = Object(branch);
    const exists = Object.values(Object(indicators)).some((figure) => Object(figure).status !== "not_applicable");
    return exists && fusion === null && total === null;
  });
}

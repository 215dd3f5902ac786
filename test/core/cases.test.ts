import { toResult } from "../../src/core/result";
import { run } from "../../src/core/run";
import { atOnce } from "../../src/core/steps";
import { cases } from "../support/cases";
import { differences } from "../support/differences";
import { readGrids } from "../support/grids";

describe.each(cases())("$name", ({ file, period, asOf, formula, expected }) => {
  it("gives the figures of the independent implementation", () => {
    const outcome = atOnce(run(readGrids(file), { period, asOf, formula }));
    if (outcome.kind !== "assessed") throw new Error(JSON.stringify(outcome));
    const result = toResult(outcome.assessment, { issue: ({ code }) => code, reason: ({ code }) => code });
    expect(differences(result, expected)).toEqual([]);
  });
});

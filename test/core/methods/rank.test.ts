import fc from "fast-check";

import { competitionRanks } from "../../../src/core/methods/rank";
import { figure } from "./arbitraries";

describe("competitionRanks", () => {
  it("ranks 1, 2, 2, 4, the largest first", () => {
    expect(competitionRanks([70, 90, 80, 80], "descending")).toEqual([4, 1, 2, 2]);
  });

  it("ranks the smallest first where asked", () => {
    expect(competitionRanks([70, 90, 80, 80], "ascending")).toEqual([1, 4, 2, 2]);
  });

  it("shares a rank between values that are equal on nine decimals", () => {
    expect(competitionRanks([0.3, 0.1 + 0.2, 0.300000001], "descending")).toEqual([2, 2, 1]);
    expect(competitionRanks([-1e-12, 0], "ascending")).toEqual([1, 1]);
  });

  it("leaves what was not assessed without a rank, and takes none for it", () => {
    expect(competitionRanks([null, 5, null, 7], "descending")).toEqual([null, 2, null, 1]);
    expect(competitionRanks([], "descending")).toEqual([]);
  });

  it("is one more than the number of better values", () => {
    const values = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), figure), { maxLength: 30 });
    fc.assert(
      fc.property(values, (list) => {
        const better = (value: number): number => list.filter((other) => other - value > 0.5e-9).length;
        fc.pre(list.every((a) => list.every((b) => a === b || Math.abs(a - b) > 1e-8)));
        expect(competitionRanks(list, "descending")).toEqual(list.map((value) => better(value) + 1));
      }),
    );
  });
});

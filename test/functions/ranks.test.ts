import fc from "fast-check";
import { ranks } from "../../src/functions/ranks";
import { called } from "./called";

describe("RANKS", () => {
  it("gives equal scores the same rank and skips the ranks behind them", () => {
    expect(called(ranks, [[[80], [90], [80], [70]]])).toEqual([[2], [1], [2], [4]]);
  });

  it("takes scores that are equal on nine decimals for equal", () => {
    expect(called(ranks, [[[0.1 + 0.2, 0.3, 0.3 + 1e-8]]])).toEqual([[2, 2, 1]]);
  });

  it("gives missing scores empty text; they take no rank", () => {
    expect(called(ranks, [[[80], ["未评"], [null], ["不适用"], [90], ["无"]]])).toEqual([
      [2],
      [""],
      [""],
      [""],
      [1],
      [""],
    ]);
  });

  it.each([[false], ["升序"], ["ascending"]])("begins with the smallest where %p is given", (descending) => {
    expect(called(ranks, [[[80, 90, 70]], descending])).toEqual([[2, 3, 1]]);
  });

  it("ranks each row of a rectangle by itself", () => {
    expect(
      called(ranks, [
        [
          [1, 2, 3],
          [9, 9, 8],
        ],
      ]),
    ).toEqual([
      [3, 2, 1],
      [1, 1, 3],
    ]);
  });

  it("refuses what is no number, and says which cell", () => {
    expect(called(ranks, [[[80], ["优秀"]]])).toEqual({
      error: "#VALUE!",
      message: "“得分”第2行第1列应为数值，现为“优秀”。",
    });
  });

  it("gives every score one more than the number of better ones, in whatever order they stand", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 12 }), (scores) => {
        const better = (score: number): number => scores.filter((other) => other > score).length;
        expect(called(ranks, [[scores]])).toEqual([scores.map((score) => better(score) + 1)]);
      }),
    );
  });
});

import fc from "fast-check";
import { weighted } from "../../src/functions/weighted";
import { called } from "./called";

describe("WEIGHTED", () => {
  it("keeps 未评 and blanks in the denominator of the availability, and takes 不适用 out with its weight", () => {
    const scores = [["不适用", 0.5, "未评", null]];
    // Of 8 applicable points 6 were assessed.
    expect(called(weighted, [scores, [[90, 6, 1, 1]], 0.75])).toBe(0.5);
    expect(called(weighted, [scores, [[90, 6, 1, 1]], 0.76])).toEqual({
      error: "#N/A",
      message: "可评率为 0.75，低于 0.76，记为未评。",
    });
  });

  it("looks at the ratios of weights only, however large they are", () => {
    expect(called(weighted, [[[0.5, 1]], [[1e308, 1e308]]])).toBe(0.75);
  });

  it("compares the availability on nine decimals with two thirds, or with the minimum given as number or text", () => {
    const scores = [[0.5, 0.5, "未评"]];
    expect(called(weighted, [scores, [[1, 1, 1]]])).toBe(0.5);
    expect(called(weighted, [scores, [[0.1, 0.1, 0.1]], "2/3"])).toBe(0.5);
    expect(called(weighted, [scores, [[1, 1, 1]], "70%"])).toMatchObject({ error: "#N/A" });
    expect(called(weighted, [scores, [[1, 0.99, 1]]])).toMatchObject({ error: "#N/A" });
  });

  it("has no result where nothing is applicable, and none where nothing was assessed, whatever the minimum", () => {
    expect(called(weighted, [[["不适用", "不适用"]], [[1, 2]]])).toEqual({
      error: "#N/A",
      message: "没有适用的分值，无法计算。",
    });
    expect(called(weighted, [[["未评", null]], [[1, 2]], 0])).toMatchObject({ error: "#N/A" });
  });

  it("gives one mean per row of a rectangle; a column of scores is one set, whichever way the weights lie", () => {
    const rows = [
      [1, 0],
      ["未评", 0.5],
      ["不适用", 0.5],
    ];
    expect(called(weighted, [rows, [[1], [3]]])).toEqual([[0.25], [0.5], [0.5]]);
    expect(called(weighted, [rows, [[3, 1]]])).toEqual([[0.75], [expect.objectContaining({ error: "#N/A" })], [0.5]]);
    expect(called(weighted, [[[1], [0]], [[1, 3]]])).toBe(0.25);
  });

  it("does not hold scores within [0, 1]", () => {
    expect(called(weighted, [[[12, 8]], [[1, 1]]])).toBe(10);
  });

  it("refuses weights that are too few, negative, missing or all zero", () => {
    const scores = [[0.5, 0.6]];
    expect(called(weighted, [scores, [[1]]])).toEqual({ error: "#VALUE!", message: "“分值”应有 2 个值，现有 1 个。" });
    expect(called(weighted, [scores, [[1, -1]]])).toMatchObject({ error: "#VALUE!" });
    expect(called(weighted, [scores, [[1, null]]])).toMatchObject({ error: "#VALUE!" });
    expect(called(weighted, [scores, [[0, 0]]])).toEqual({ error: "#VALUE!", message: "“分值”不能全为零。" });
    expect(
      called(weighted, [
        [[1, 2, 3, 4]],
        [
          [1, 1],
          [1, 1],
        ],
      ]),
    ).toMatchObject({ error: "#VALUE!" });
  });

  it("lies between the scores, and scaling the weights or turning the order changes nothing", () => {
    const pairs = fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.01, max: 100, noNaN: true })),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(pairs, fc.double({ min: 0.01, max: 100, noNaN: true }), (items, factor) => {
        const scores = items.map(([score]) => score);
        const weights = items.map(([, weight]) => weight);
        const mean = Number(called(weighted, [[scores], [weights]]));
        expect(mean).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-12);
        expect(mean).toBeLessThanOrEqual(Math.max(...scores) + 1e-12);
        expect(called(weighted, [[scores], [weights.map((each) => each * factor)]])).toBeCloseTo(mean, 10);
        expect(called(weighted, [[scores.toReversed()], [weights.toReversed()]])).toBeCloseTo(mean, 10);
      }),
    );
  });
});

import fc from "fast-check";

import { rankIntervals as computed } from "../../src/core/methods/rank-intervals";
import { rankIntervals } from "../../src/functions/rank-intervals";
import { index } from "../core/methods/arbitraries";
import { called } from "./called";
import { figures } from "./figures";

const scores = [
  [0.9, 0.5, 0.2],
  [0.5, 0.88, 0.3],
  [0.4, 0.4, 0.9],
];
const weights = [[5, 3, 2]];

describe("RANK_INTERVALS", () => {
  it("looks at the ratios of weights only, however large they are", () => {
    const huge = [weights[0]?.map((weight) => weight * 3e307)];
    expect(called(rankIntervals, [scores, huge, null, 100])).toEqual(
      called(rankIntervals, [scores, weights, null, 100]),
    );
  });

  it("draws as the assessment does by default, and gives the chance of the first rank", () => {
    const drawn = computed(scores, [5, 3, 2], { spread: 0.25, draws: 1000, seed: 2021 }, 1);
    expect(figures(rankIntervals, [scores, weights])).toEqual(
      drawn.map((row) => [row?.median, row?.low, row?.high, row?.top]),
    );
    expect(called(rankIntervals, [scores, weights, "25%", 1000, 2021, 1])).toEqual(
      called(rankIntervals, [scores, weights]),
    );
  });

  it("is the same for a seed, moves with another, and takes weights down or across", () => {
    const seeded = (seed: number): unknown => called(rankIntervals, [scores, weights, 0.5, 100, seed]);
    expect(seeded(1)).toEqual(seeded(1));
    expect(seeded(1)).not.toEqual(seeded(2));
    expect(called(rankIntervals, [scores, [[5], [3], [2]]])).toEqual(called(rankIntervals, [scores, weights]));
  });

  it("gives the nominal rank alone where the spread is zero", () => {
    expect(called(rankIntervals, [scores, weights, 0, 10, 1, 2])).toEqual([
      [1, 1, 1, 1],
      [2, 2, 2, 1],
      [3, 3, 3, 0],
    ]);
  });

  it("takes the mean of the scores that are present, blank and the words alike", () => {
    const lacking = (word: unknown): unknown =>
      called(rankIntervals, [
        [
          [0.9, word],
          [0.5, 0.6],
          [0.8, 0.2],
        ],
        [[1, 1]],
      ]);
    expect(lacking("未评")).toEqual(lacking(null));
    expect(lacking("不适用")).toEqual(lacking(null));
    expect(lacking("未评")).toMatchObject([[1, 1, 1, 1], {}, {}]);
  });

  it("has no rank for a row without a score to use", () => {
    const none = { error: "#N/A", message: "“分数”第2行没有可用的分数。" };
    expect(
      called(rankIntervals, [
        [
          [0.9, 0.1],
          ["未评", null],
          [0.5, 0.1],
        ],
        [[1, 1]],
      ]),
    ).toEqual([
      [1, 1, 1, 1],
      [none, none, none, none],
      [2, 2, 2, 0],
    ]);
  });

  it("does not depend on the order of the rows, and sees shares in each place add up", () => {
    const row = fc.array(index, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.uniqueArray(row, { minLength: 2, maxLength: 5, selector: String }), (rows) => {
        const given = [weights, 0.5, 50, 7, rows.length];
        const found = figures(rankIntervals, [rows, ...given]);
        expect(figures(rankIntervals, [rows.toReversed(), ...given]).toReversed()).toEqual(found);
        expect(found.map((each) => each[3])).toEqual(rows.map(() => 1));
      }),
    );
  });

  it.each<[string, unknown[], string]>([
    ["a weight too few", [scores, [[1, 1]]], "“权重”应有 3 个值，现有 2 个。"],
    ["a missing weight", [scores, [[1, null, 1]]], "“权重”第1行第2列没有数值，此处不能缺数。"],
    ["a negative weight", [scores, [[1, -1, 1]]], "“权重”第1行第2列不应小于 0，现为“-1”。"],
    ["weights that are all zero", [scores, [[0, 0, 0]]], "“权重”不能全为零。"],
    ["a score that is no number", [[[1, "好"]], [[1, 1]]], "“分数”第1行第2列应为数值，现为“好”。"],
    ["a spread of 1", [scores, weights, 1], "“扰动幅度”应不小于 0 且小于 1，现为“1”。"],
    ["a negative spread", [scores, weights, -0.1], "“扰动幅度”不应小于 0，现为“-0.1”。"],
    ["no draws", [scores, weights, null, 0], "“抽样次数”应为 1 至 100000 的整数，现为“0”。"],
    ["draws by halves", [scores, weights, null, 1.5], "“抽样次数”应为 1 至 100000 的整数，现为“1.5”。"],
    ["too many draws", [scores, weights, null, 100_001], "“抽样次数”应为 1 至 100000 的整数，现为“100001”。"],
    ["a seed below zero", [scores, weights, null, null, -1], "“随机种子”应为 0 至 4294967295 的整数，现为“-1”。"],
    ["a place below the first", [scores, weights, null, null, null, 0], "“前几名”应为 1 至 1048576 的整数，现为“0”。"],
  ])("names %s", (_, args, message) => {
    expect(called(rankIntervals, args)).toEqual({ error: "#VALUE!", message });
  });

  it("refuses more ranks than Excel should wait for", () => {
    const rows = Array.from({ length: 101 }, (_, i) => [i]);
    expect(called(rankIntervals, [rows, 1, null, 100_000])).toEqual({
      error: "#VALUE!",
      message: "行数乘以“抽样次数”不得超过 10000000，现为 10100000。",
    });
  });

  it("passes an error on", () => {
    expect(called(rankIntervals, [[[{ error: "#N/A" }]], 1])).toEqual({ error: "#N/A", message: null });
  });
});

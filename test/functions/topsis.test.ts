import fc from "fast-check";

import { topsis } from "../../src/functions/topsis";
import extremes from "../published/topsis_3x2_extremes.json";
import tzeng from "../published/topsis_tzeng2011.json";
import { matrix } from "../core/methods/arbitraries";
import { expectAllPrinted } from "../core/methods/printed";
import { called } from "./called";
import { figures } from "./figures";

const X = [
  [2, 8],
  [5, 1],
  [3, 6],
];

describe("TOPSIS", () => {
  it.each([
    ["Tzeng and Huang", tzeng],
    ["mathmodels", extremes],
  ])("gives the closeness that %s print", (_, { input, expected, digits }) => {
    const directions = input.benefit.map((each) => (each === 1 ? 1 : -1));
    const found = figures(topsis, [input.X, [input.weights], [directions]]);
    expectAllPrinted(found.flat(), expected.closeness, digits);
  });

  it("weighs columns alike, all 正向, if nothing is said", () => {
    expectAllPrinted(figures(topsis, [X]).flat(), figures(topsis, [X, [[0.5, 0.5]], [["正向", "正向"]]]).flat(), 12);
  });

  it("takes weights and directions down or across, and one direction for all", () => {
    const found = called(topsis, [X, [[3, 1]], [["逆向", "逆向"]]]);
    expect(called(topsis, [X, [[3], [1]], [["-"], [-1]]])).toEqual(found);
    expect(called(topsis, [X, [[3, 1]], "negative"])).toEqual(found);
  });

  it("gives a column, whatever the order of the rows and the scale of the weights", () => {
    fc.assert(
      fc.property(matrix, (rows) => {
        const weights = [(rows[0] ?? []).map((_, j) => j + 1)];
        const result = called(topsis, [rows, weights]);
        fc.pre(Array.isArray(result));
        const found = figures(topsis, [rows, weights]).flat();
        expect(found).toHaveLength(rows.length);
        expectAllPrinted(figures(topsis, [rows.toReversed(), weights]).flat().toReversed(), found, 9);
        expectAllPrinted(figures(topsis, [rows, weights.map((row) => row.map((each) => each * 7))]).flat(), found, 9);
      }),
    );
  });

  it("has nothing to compare where no column of positive weight tells the rows apart", () => {
    const nothing = { error: "#N/A", message: "“矩阵”各行没有差别，无从比较。" };
    expect(
      called(topsis, [
        [
          [1, 2],
          [1, 2],
        ],
      ]),
    ).toEqual(nothing);
    expect(
      called(topsis, [
        [
          [1, 2],
          [5, 2],
        ],
        [[0, 1]],
      ]),
    ).toEqual(nothing);
    expect(called(topsis, [[[1, 2]]])).toEqual(nothing);
  });

  it.each<[string, unknown[], string]>([
    [
      "a missing value",
      [
        [
          [1, 2],
          ["未评", 3],
        ],
      ],
      "“矩阵”第2行第1列没有数值，此处不能缺数。",
    ],
    ["a weight too many", [X, [[1, 1, 1]]], "“权重”应有 2 个值，现有 3 个。"],
    ["a negative weight", [X, [[1, -1]]], "“权重”第1行第2列不应小于 0，现为“-1”。"],
    ["no weight at all", [X, [[0, 0]]], "“权重”不能全为零。"],
    [
      "a direction that is none",
      [X, null, [["正向", 0]]],
      "“方向”应为 1、+、正向、positive、-1、-、逆向、negative 之一，现为“0”。",
    ],
    ["directions too many", [X, null, [[1, 1, 1]]], "“方向”应有 2 个值，现有 3 个。"],
  ])("names %s", (_, args, message) => {
    expect(called(topsis, args)).toEqual({ error: "#VALUE!", message });
  });

  it("passes an error on", () => {
    expect(called(topsis, [X, [[1, { error: "#DIV/0!" }]]])).toEqual({ error: "#DIV/0!", message: null });
  });
});

import fc from "fast-check";

import { entropyWeights } from "../../src/functions/entropy-weights";
import published from "../published/entropy_4x2_mathmodels.json";
import { matrix } from "../core/methods/arbitraries";
import { expectAllPrinted } from "../core/methods/printed";
import { called } from "./called";
import { figures } from "./figures";

const X = published.input.X;

describe("ENTROPY_WEIGHTS", () => {
  it("gives the weights published with the R package mathmodels", () => {
    const found = figures(entropyWeights, [X, [published.input.direction], "minmax:0.002"]);
    expectAllPrinted(found[0] ?? null, published.expected.weights, published.digits);
  });

  it("scales onto 0–1 with all columns 正向, if nothing is said", () => {
    expect(called(entropyWeights, [X])).toEqual(called(entropyWeights, [X, 1, "minmax:0"]));
    expect(called(entropyWeights, [X])).not.toEqual(called(entropyWeights, [X, null, "minmax:0.1"]));
    expect(called(entropyWeights, [X])).not.toEqual(called(entropyWeights, [X, [[-1, 1]]]));
    expect(called(entropyWeights, [X, null, "极差：0.002"])).toEqual(called(entropyWeights, [X, null, "MINMAX:0.002"]));
  });

  it("takes raw figures whatever the directions, and 原值 columns as they are", () => {
    expect(called(entropyWeights, [X, [["+", "-"]], "raw"])).toEqual(called(entropyWeights, [X, null, "原值"]));
    expect(called(entropyWeights, [X, "原值", null])).toEqual(called(entropyWeights, [X, null, "raw"]));
  });

  it("gives a row, whatever the order of the rows; one direction holds for all columns, or one for each, down or across", () => {
    fc.assert(
      fc.property(matrix, (rows) => {
        const width = rows[0]?.length ?? 0;
        const found = figures(entropyWeights, [rows, "逆向"]);
        expect(found).toHaveLength(1);
        expectAllPrinted(figures(entropyWeights, [rows.toReversed(), "逆向"])[0] ?? null, found[0] ?? [], 9);
        const each = Array.from({ length: width }, () => "逆向");
        expect(figures(entropyWeights, [rows, [each]])).toEqual(found);
        expect(figures(entropyWeights, [rows, each.map((word) => [word])])).toEqual(found);
      }),
    );
  });

  it("names a cell that is missing, no number, or negative where it is not scaled", () => {
    expect(
      called(entropyWeights, [
        [
          [1, 2],
          [3, "未评"],
        ],
      ]),
    ).toEqual({
      error: "#VALUE!",
      message: "“矩阵”第2行第2列没有数值，此处不能缺数。",
    });
    expect(
      called(entropyWeights, [
        [
          [1, 2],
          [3, "多"],
        ],
      ]),
    ).toMatchObject({ message: "“矩阵”第2行第2列应为数值，现为“多”。" });
    expect(
      called(entropyWeights, [
        [
          [-1, 2],
          [3, -4],
        ],
        [[1, 0]],
      ]),
    ).toEqual({
      error: "#VALUE!",
      message: "“矩阵”第2行第2列不应小于 0，现为“-4”。",
    });
    expect(
      called(entropyWeights, [
        [
          [-1, 2],
          [3, -4],
        ],
        [[1, 0]],
        "raw",
      ]),
    ).toMatchObject({
      message: "“矩阵”第1行第1列不应小于 0，现为“-1”。",
    });
    expect(
      called(entropyWeights, [
        [
          [-1, 2],
          [3, -4],
        ],
      ]),
    ).toEqual([[0.5, 0.5]]);
  });

  it("names a scaling that cannot be", () => {
    expect(called(entropyWeights, [X, null, "minmax:0.5"])).toEqual({
      error: "#VALUE!",
      message: "“折算”应不小于 0 且小于 0.5，现为“minmax:0.5”。",
    });
    for (const scaling of ["minmax:", "minmax:-1", "minmax:少", "zscore", 0.002])
      expect(called(entropyWeights, [X, null, scaling])).toMatchObject({
        error: "#VALUE!",
        message: expect.stringContaining(`现为“${scaling}”`),
      });
  });

  it("has nothing to tell apart in a single row", () => {
    expect(called(entropyWeights, [[[1, 2]]])).toEqual({ error: "#N/A", message: "“矩阵”至少要有 2 行，现有 1 行。" });
    expect(
      called(entropyWeights, [
        [
          [3, 5],
          [3, 5],
        ],
      ]),
    ).toEqual([[0.5, 0.5]]);
  });

  it("counts directions and passes errors on", () => {
    expect(called(entropyWeights, [X, [[1, 1, 1]]])).toMatchObject({ message: "“方向”应有 2 个值，现有 3 个。" });
    expect(called(entropyWeights, [X, { error: "#NUM!" }])).toEqual({ error: "#NUM!", message: null });
  });
});

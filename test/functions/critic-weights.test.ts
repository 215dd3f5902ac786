import { criticWeights } from "../../src/functions/critic-weights";
import { normalise } from "../../src/functions/normalise";
import original from "../published/critic_diakoulaki1995.json";
import water from "../published/critic_water20x4.json";
import { expectAllPrinted } from "../core/methods/printed";
import { called } from "./called";
import { figures } from "./figures";

describe("CRITIC_WEIGHTS", () => {
  it("gives the weights of the original paper's example", () => {
    const found = figures(criticWeights, [original.input.X, [original.input.direction]]);
    expectAllPrinted(found[0] ?? null, original.expected.weights, original.digits);
  });

  it("gives the weights published for the water example, with NORMALISE for pH about 7 and nutrients of 10–20", () => {
    const column = (j: number): number[][] => water.input.X.map((row) => [row[j] ?? NaN]);
    const prepared = [
      column(0),
      figures(normalise, [column(1), "centred", null, 7]),
      column(2),
      figures(normalise, [column(3), "interval", null, 10, 20]),
    ];
    const X = water.input.X.map((_, i) => prepared.map((each) => each[i]?.[0] ?? NaN));
    const found = figures(criticWeights, [X, [["正向", "原值", "逆向", "原值"]]]);
    expectAllPrinted(found[0] ?? null, water.expected.weights, water.digits);
  });

  it("gives them too where every column was put onto 0–1 first", () => {
    const column = (j: number): number[][] => water.input.X.map((row) => [row[j] ?? NaN]);
    const prepared = [
      figures(normalise, [column(0), "minmax"]),
      figures(normalise, [column(1), "centred", null, 7]),
      figures(normalise, [column(2), "minmax", "逆向"]),
      figures(normalise, [column(3), "interval", null, 10, 20]),
    ];
    const X = water.input.X.map((_, i) => prepared.map((each) => each[i]?.[0] ?? NaN));
    for (const directions of [null, 1, [["正向", "正向", "正向", "正向"]]])
      expectAllPrinted(figures(criticWeights, [X, directions])[0] ?? null, water.expected.weights, water.digits);
  });

  it("gives a row, whatever the order of the rows", () => {
    const found = figures(criticWeights, [original.input.X]);
    expect(found).toHaveLength(1);
    expectAllPrinted(figures(criticWeights, [original.input.X.toReversed()])[0] ?? null, found[0] ?? [], 12);
  });

  it("reads numbers as ledgers write them", () => {
    expect(
      called(criticWeights, [
        [
          ["10件", "５"],
          ["20件", "5"],
        ],
      ]),
    ).toEqual([[1, 0]]);
  });

  it("names a cell that is missing, and needs two rows", () => {
    expect(
      called(criticWeights, [
        [
          [1, 2],
          [null, 3],
        ],
      ]),
    ).toEqual({
      error: "#VALUE!",
      message: "“矩阵”第2行第1列没有数值，此处不能缺数。",
    });
    expect(called(criticWeights, [[[1, 2]]])).toEqual({ error: "#N/A", message: "“矩阵”至少要有 2 行，现有 1 行。" });
  });

  it("names directions that do not fit, and passes errors on", () => {
    const X = [
      [1, 2],
      [3, 5],
    ];
    expect(called(criticWeights, [X, [["正向", "反向"]]])).toEqual({
      error: "#VALUE!",
      message: "“方向”应为 1、+、正向、positive、-1、-、逆向、negative、0、原值、given 之一，现为“反向”。",
    });
    expect(called(criticWeights, [X, [[1], [1], [1]]])).toMatchObject({ message: "“方向”应有 2 个值，现有 3 个。" });
    expect(
      called(criticWeights, [
        [
          [1, { error: "#N/A" }],
          [3, 5],
        ],
      ]),
    ).toEqual({ error: "#N/A", message: null });
  });
});

import { ahpWeights } from "../../src/functions/ahp-weights";
import consistent from "../published/ahp_consistent_3x3.json";
import geometric from "../published/ahp_geometric_mean_5x5.json";
import hierarchy from "../published/ahp_travel_5x3_hierarchy.json";
import travel from "../published/ahp_travel_three_methods.json";
import { expectAllPrinted, expectPrinted } from "../core/methods/printed";
import { called } from "./called";
import { figures } from "./figures";

const weights = (matrix: readonly (readonly unknown[])[], method: string | null = null): number[] =>
  figures(ahpWeights, [matrix, method]).flat();

describe("AHP_WEIGHTS", () => {
  it("gives the weights published for a consistent matrix, whatever the method", () => {
    for (const method of [null, "eigenvector", "geometric", "columns"])
      expectAllPrinted(weights(consistent.input.A, method), consistent.expected.weights, consistent.digits);
  });

  it("gives the weights published for each method", () => {
    const { eigen, column_mean, geometric: root } = travel.expected;
    expectAllPrinted(weights(travel.input.A), eigen.w, travel.digits);
    expectAllPrinted(weights(travel.input.A, "columns"), column_mean.w, travel.digits);
    expectAllPrinted(weights(travel.input.A, "geometric"), root.w, travel.digits);
    expectAllPrinted(weights(geometric.input.A, "根法"), geometric.expected.weights, geometric.digits);
  });

  it("gives the two levels published for the choice of a journey, and the totals by the caller", () => {
    const criteria = weights(hierarchy.input.A);
    expectAllPrinted(criteria, hierarchy.expected.weights, 8);
    const local = hierarchy.input.B.map((matrix) => weights(matrix));
    for (const [alternative, row] of hierarchy.expected.alt_local_weights.entries()) {
      const found = local.map((each) => each[alternative] ?? NaN);
      // Printed with seven significant digits: the coarsest of a row decides how many decimals all of it has.
      expectAllPrinted(found, row, 6);
      const total = found.reduce((sum, each, criterion) => sum + each * (criteria[criterion] ?? NaN), 0);
      expectPrinted(total, hierarchy.expected.alt_total[alternative] ?? NaN, 7);
    }
  });

  it.each([
    ["特征根法", "eigenvector"],
    ["特征向量法", "eigenvector"],
    ["根法", "geometric"],
    ["和法", "columns"],
  ])("takes %s for %s", (chinese, english) => {
    expect(called(ahpWeights, [travel.input.A, chinese])).toEqual(called(ahpWeights, [travel.input.A, english]));
  });

  it("reads judgements written as fractions, in full width too", () => {
    expect(
      called(ahpWeights, [
        [
          [1, "３"],
          ["1／3", 1],
        ],
      ]),
    ).toEqual([[0.75], [0.25]]);
  });

  it("gives a single criterion all the weight", () => {
    expect(called(ahpWeights, [1])).toBe(1);
  });

  it.each<[string, unknown[][], string]>([
    [
      "more columns than rows",
      [
        [1, 2, 3],
        [0.5, 1, 2],
      ],
      "“判断矩阵”的行数与列数应相同，现为 2 行 3 列。",
    ],
    [
      "a zero",
      [
        [1, 0],
        [2, 1],
      ],
      "“判断矩阵”第1行第2列应大于零，现为“0”。",
    ],
    [
      "a negative judgement",
      [
        [1, 2],
        ["-0.5", 1],
      ],
      "“判断矩阵”第2行第1列应大于零，现为“-0.5”。",
    ],
    [
      "a diagonal that is not 1",
      [
        [1, 2],
        [0.5, 3],
      ],
      "“判断矩阵”对角线上应为 1，第2行第2列现为“3”。",
    ],
    [
      "judgements that are not reciprocal",
      [
        [1, 3],
        [0.5, 1],
      ],
      "“判断矩阵”第1行第2列为“3”，第2行第1列为“0.5”，两者应互为倒数。",
    ],
    [
      "a blank",
      [
        [1, 3],
        [null, 1],
      ],
      "“判断矩阵”第2行第1列没有数值，此处不能缺数。",
    ],
    ["a row too short", [[1, 3], [1]], "“判断矩阵”第2行第2列没有数值，此处不能缺数。"],
    [
      "a word",
      [
        [1, "同等"],
        [1, 1],
      ],
      "“判断矩阵”第1行第2列应为数值，现为“同等”。",
    ],
  ])("names %s and where it stands", (_, matrix, message) => {
    expect(called(ahpWeights, [matrix])).toEqual({ error: "#VALUE!", message });
  });

  it("names a method that it does not know, and passes an error on", () => {
    expect(called(ahpWeights, [[[1]], "均值"])).toMatchObject({
      error: "#VALUE!",
      message: expect.stringContaining("均值"),
    });
    expect(called(ahpWeights, [[[{ error: "#REF!" }]]])).toMatchObject({ error: "#VALUE!" });
    expect(called(ahpWeights, [[[1]], { error: "#N/A" }])).toEqual({ error: "#N/A", message: null });
  });
});

import { ahpConsistency } from "../../src/functions/ahp-consistency";
import consistent from "../published/ahp_consistent_3x3.json";
import geometric from "../published/ahp_geometric_mean_5x5.json";
import hierarchy from "../published/ahp_travel_5x3_hierarchy.json";
import travel from "../published/ahp_travel_three_methods.json";
import { expectPrinted } from "../core/methods/printed";
import { called } from "./called";
import { figures } from "./figures";

/** λmax, CI and CR. */
const measured = (matrix: readonly (readonly unknown[])[], method: string | null = null): number[] =>
  figures(ahpConsistency, [matrix, method])[0] ?? [];

describe("AHP_CONSISTENCY", () => {
  it("gives λmax, CI and CR published for the choice of a journey", () => {
    const [lambdaMax, consistencyIndex, ratio] = measured(hierarchy.input.A);
    expectPrinted(lambdaMax, hierarchy.expected.lambda_max, 6);
    expectPrinted(consistencyIndex, hierarchy.expected.CI, 7);
    expectPrinted(ratio, hierarchy.expected.CR, 8);
    for (const [i, matrix] of hierarchy.input.B.entries())
      expectPrinted(measured(matrix)[2], hierarchy.expected.alt_CR[i] ?? NaN, 9);
  });

  it("gives the CR published for each method", () => {
    const { eigen, column_mean, geometric: root } = travel.expected;
    expectPrinted(measured(travel.input.A)[2], eigen.CR, 12);
    expectPrinted(measured(travel.input.A, "columns")[2], column_mean.CR, 12);
    expectPrinted(measured(travel.input.A, "geometric")[2], root.CR, 12);
    expectPrinted(measured(geometric.input.A, "geometric")[2], geometric.expected.CR, 3);
    expectPrinted(measured(consistent.input.A)[2], consistent.expected.CR, 12);
  });

  it("calls judgements 一致 below a CR of 0.1 and 不一致 from there on", () => {
    const verdict = (matrix: unknown): unknown => {
      const result = called(ahpConsistency, [matrix]);
      const row: unknown = Array.isArray(result) ? result[0] : result;
      return Array.isArray(row) ? row[3] : row;
    };
    expect(verdict(travel.input.A)).toBe("一致");
    expect(
      verdict([
        [1, 2, 5],
        ["1/2", 1, "1/2"],
        ["1/5", 2, 1],
      ]),
    ).toBe("不一致");
  });

  it("finds nothing to contradict in one or two criteria", () => {
    expect(called(ahpConsistency, [1])).toEqual([[1, 0, 0, "一致"]]);
    expect(
      called(ahpConsistency, [
        [
          [1, 8],
          [0.125, 1],
        ],
      ]),
    ).toEqual([[2, 0, 0, "一致"]]);
  });

  it("refuses more criteria than have a random index, and what is no matrix of judgements", () => {
    const ones = Array.from({ length: 16 }, () => Array.from({ length: 16 }, () => 1));
    expect(called(ahpConsistency, [ones])).toEqual({
      error: "#VALUE!",
      message: "“判断矩阵”最多 15 阶，现为 16 阶：更大的矩阵没有随机一致性指标。",
    });
    expect(
      called(ahpConsistency, [
        [
          [1, 3],
          [3, 1],
        ],
      ]),
    ).toEqual({
      error: "#VALUE!",
      message: "“判断矩阵”第1行第2列为“3”，第2行第1列为“3”，两者应互为倒数。",
    });
  });
});

import fc from "fast-check";

import {
  ahpConsistency,
  ahpWeights,
  type AhpConsistency,
  type AhpMethod,
  type ComparisonMatrix,
} from "../../../src/core/methods/ahp";
import consistentCase from "../../published/ahp_consistent_3x3.json";
import geometricCase from "../../published/ahp_geometric_mean_5x5.json";
import hierarchyCase from "../../published/ahp_travel_5x3_hierarchy.json";
import methodsCase from "../../published/ahp_travel_three_methods.json";
import { weight } from "./arbitraries";
import { expectAllPrinted, expectPrinted } from "./printed";

const methods = ["eigenvector", "geometric", "columns"] as const;

function weightsOf(matrix: ComparisonMatrix, method?: AhpMethod): readonly number[] {
  const result = ahpWeights(matrix, method);
  if (result.kind === "fault") throw new Error(`fault ${result.fault.code}`);
  return result.weights;
}

function consistencyOf(matrix: ComparisonMatrix, method?: AhpMethod): AhpConsistency {
  const result = ahpConsistency(matrix, method);
  if (result.kind === "fault") throw new Error(`fault ${result.fault.code}`);
  return result;
}

/** Comparisons of criteria with the given weights that never contradict each other. */
function consistentMatrix(weights: readonly number[]): number[][] {
  return weights.map((one) => weights.map((other) => one / other));
}

/** A reciprocal matrix from the entries above its diagonal, row by row. */
function reciprocal(size: number, upper: readonly number[]): number[][] {
  const entries = [...upper];
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => 1));
  for (let i = 0; i < size; i += 1) {
    for (let j = i + 1; j < size; j += 1) {
      const value = entries.shift() ?? 1;
      matrix[i]?.splice(j, 1, value);
      matrix[j]?.splice(i, 1, 1 / value);
    }
  }
  return matrix;
}

describe("ahpWeights", () => {
  it.each(methods)("by %s finds the weights of a fully consistent matrix", (method) => {
    expectAllPrinted(weightsOf(consistentCase.input.A, method), consistentCase.expected.weights, 15);
  });

  it("is the eigenvector published for the travel example, if no method is named", () => {
    expectAllPrinted(weightsOf(hierarchyCase.input.A), hierarchyCase.expected.weights, 8);
  });

  it("gives the local weights and, summed up, the totals published for the hierarchy", () => {
    const local = hierarchyCase.input.B.map((matrix) => weightsOf(matrix));
    const criteria = weightsOf(hierarchyCase.input.A);
    for (const [alternative, row] of hierarchyCase.expected.alt_local_weights.entries()) {
      const found = local.map((weights) => weights[alternative] ?? NaN);
      // Printed with seven significant digits: the coarsest of a row decides how many decimals all of it has.
      expectAllPrinted(found, row, 6);
      const total = found.reduce((sum, value, criterion) => sum + value * (criteria[criterion] ?? NaN), 0);
      expectPrinted(total, hierarchyCase.expected.alt_total[alternative] ?? NaN, 7);
    }
  });

  it("gives the published weights of each of the three methods on one matrix", () => {
    const { A } = methodsCase.input;
    const { eigen, column_mean, geometric } = methodsCase.expected;
    expectAllPrinted(weightsOf(A, "eigenvector"), eigen.w, 8);
    expectAllPrinted(weightsOf(A, "columns"), column_mean.w, 8);
    expectAllPrinted(weightsOf(A, "geometric"), geometric.w, 8);
  });

  it("gives the published geometric means of a five-by-five matrix", () => {
    expectAllPrinted(weightsOf(geometricCase.input.A, "geometric"), geometricCase.expected.weights, 4);
  });

  it("solves A·w = λmax·w to double precision, however inconsistent the matrix", () => {
    const scale = fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9, 1 / 2, 1 / 3, 1 / 4, 1 / 5, 1 / 6, 1 / 7, 1 / 8, 1 / 9);
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 7 }), fc.array(scale, { minLength: 21, maxLength: 21 }), (size, upper) => {
        const matrix = reciprocal(size, upper);
        const weights = weightsOf(matrix);
        const { lambdaMax } = consistencyOf(matrix);
        for (const [i, row] of matrix.entries()) {
          const product = row.reduce((sum, value, j) => sum + value * (weights[j] ?? NaN), 0);
          expect(Math.abs(product / ((weights[i] ?? NaN) * lambdaMax) - 1)).toBeLessThan(1e-13);
        }
        expect(lambdaMax).toBeGreaterThanOrEqual(size - 1e-9);
      }),
    );
  });

  it("recovers the weights behind consistent comparisons by every method", () => {
    fc.assert(
      fc.property(fc.array(weight, { minLength: 1, maxLength: 15 }), fc.constantFrom(...methods), (wanted, method) => {
        const total = wanted.reduce((sum, value) => sum + value, 0);
        const found = weightsOf(consistentMatrix(wanted), method);
        expectAllPrinted(
          found,
          wanted.map((value) => value / total),
          12,
        );
      }),
    );
  });

  it("does not depend on the order of the criteria", () => {
    const { A } = methodsCase.input;
    const turned = A.map((row) => row.toReversed()).toReversed();
    for (const method of methods) {
      expectAllPrinted(weightsOf(turned, method).toReversed(), weightsOf(A, method), 14);
    }
  });
});

describe("ahpConsistency", () => {
  it("is perfect for a fully consistent matrix", () => {
    const result = consistencyOf(consistentCase.input.A);
    expectPrinted(result.lambdaMax, 3, 14);
    expectPrinted(result.consistencyRatio, consistentCase.expected.CR, 14);
    expect(result.acceptable).toBe(true);
  });

  it("gives λmax, CI, CR and RI published for the travel example", () => {
    const result = consistencyOf(hierarchyCase.input.A);
    expectPrinted(result.lambdaMax, hierarchyCase.expected.lambda_max, 6);
    expectPrinted(result.consistencyIndex, hierarchyCase.expected.CI, 7);
    expectPrinted(result.consistencyRatio, hierarchyCase.expected.CR, 8);
    expect(result.randomIndex).toBe(hierarchyCase.input.RI_n5);
  });

  it("gives the CR published for each matrix of the hierarchy's second level", () => {
    const ratios = hierarchyCase.input.B.map((matrix) => consistencyOf(matrix).consistencyRatio);
    expectAllPrinted(ratios, hierarchyCase.expected.alt_CR, 9);
  });

  it("gives the CR published for each method", () => {
    const { A } = methodsCase.input;
    const { eigen, column_mean, geometric } = methodsCase.expected;
    expectPrinted(consistencyOf(A, "eigenvector").consistencyRatio, eigen.CR, 12);
    expectPrinted(consistencyOf(A, "columns").consistencyRatio, column_mean.CR, 12);
    expectPrinted(consistencyOf(A, "geometric").consistencyRatio, geometric.CR, 12);
    expectPrinted(
      consistencyOf(geometricCase.input.A, "geometric").consistencyRatio,
      geometricCase.expected.CR,
      geometricCase.digits - 1,
    );
  });

  it("warns from a CR of 0.1 on", () => {
    const contradictory = reciprocal(3, [9, 1 / 9, 9]);
    expect(consistencyOf(contradictory).consistencyRatio).toBeGreaterThan(1);
    expect(consistencyOf(contradictory).acceptable).toBe(false);
  });

  it("has nothing to contradict with one or two criteria", () => {
    expect(consistencyOf([[1]])).toMatchObject({ lambdaMax: 1, consistencyIndex: 0, consistencyRatio: 0 });
    expect(consistencyOf(reciprocal(2, [7]))).toMatchObject({ consistencyRatio: 0, acceptable: true });
  });

  it("knows no random index beyond fifteen criteria, where weights still exist", () => {
    const sixteen = consistentMatrix(Array.from({ length: 16 }, (_, i) => i + 1));
    expect(ahpConsistency(sixteen)).toEqual({ kind: "fault", fault: { code: "tooLarge" } });
    expect(ahpWeights(sixteen).kind).toBe("weights");
  });
});

describe("faults of a comparison matrix", () => {
  it.each<[string, number[][], object]>([
    ["no entry at all", [], { code: "empty" }],
    ["a row too short", [[1, 2], [0.5]], { code: "notSquare", row: 1 }],
    ["more columns than rows", [[1, 2, 3]], { code: "notSquare", row: 0 }],
    [
      "a zero",
      [
        [1, 0],
        [2, 1],
      ],
      { code: "notPositive", row: 0, column: 1 },
    ],
    [
      "a negative entry",
      [
        [1, 2],
        [-0.5, 1],
      ],
      { code: "notPositive", row: 1, column: 0 },
    ],
    [
      "an entry that is no number",
      [
        [1, NaN],
        [2, 1],
      ],
      { code: "notPositive", row: 0, column: 1 },
    ],
    [
      "a diagonal that is not 1",
      [
        [1, 2],
        [0.5, 2],
      ],
      { code: "diagonalNotOne", row: 1, column: 1 },
    ],
    [
      "entries that are not reciprocal",
      [
        [1, 3],
        [0.5, 1],
      ],
      { code: "notReciprocal", row: 0, column: 1 },
    ],
    [
      "the nearest wrong step of the scale",
      [
        [1, 9],
        [1 / 8, 1],
      ],
      { code: "notReciprocal", row: 0, column: 1 },
    ],
  ])("names %s and where it stands", (_, matrix, fault) => {
    expect(ahpWeights(matrix)).toEqual({ kind: "fault", fault });
    expect(ahpConsistency(matrix)).toEqual({ kind: "fault", fault });
  });

  it.each([3, 6, 7, 8, 9])("accepts one over %i typed with two decimals", (value) => {
    const typed = Math.round(100 / value) / 100;
    expect(
      ahpWeights([
        [1, value],
        [typed, 1],
      ]).kind,
    ).toBe("weights");
  });

  it("never gives a negative consistency index for entries typed with two decimals", () => {
    const matrix = [
      [1, 3, 3],
      [0.33, 1, 1],
      [0.33, 1, 1],
    ];
    expect(consistencyOf(matrix).lambdaMax).toBeLessThan(3);
    expect(consistencyOf(matrix).consistencyIndex).toBe(0);
  });
});

import fc from "fast-check";
import { coordination } from "../../src/functions/coordination";
import threeSystems from "../published/ccd_3system_mathmodels_wang2021.json";
import fourSystems from "../published/ccd_4system_standard.json";
import { expectPrinted } from "../core/methods/printed";
import { called } from "./called";

function column(result: unknown): readonly number[] {
  if (!Array.isArray(result)) throw new Error(`${JSON.stringify(result)} is no column.`);
  return result.flat().map(Number);
}

describe("COORDINATION", () => {
  it("gives the published degrees of a matrix, one per row", () => {
    const four = column(called(coordination, [fourSystems.input.U, [fourSystems.input.weights], "standard"]));
    expect(four).toHaveLength(fourSystems.expected.D.length);
    for (const [row, printed] of fourSystems.expected.D.entries()) expectPrinted(four[row], printed, 6);
    const three = column(called(coordination, [threeSystems.input.U, [threeSystems.input.weights], "wang2021"]));
    expect(three).toHaveLength(threeSystems.expected.D.length);
    for (const [row, printed] of threeSystems.expected.D.entries()) expectPrinted(three[row], printed, 3);
  });

  it("takes equal weights where none are given, and weights in a row or a column alike", () => {
    const indices = [[0.9, 0.4]];
    expect(called(coordination, [indices])).toBe(called(coordination, [indices, [[5, 5]]]));
    expect(called(coordination, [indices, [[3, 1]]])).toBe(called(coordination, [indices, [[3], [1]]]));
  });

  it("gives #N/A where an index is 未评, 不适用 or blank", () => {
    for (const missing of ["未评", "不适用", null])
      expect(called(coordination, [[[0.5, missing]]])).toMatchObject({ error: "#N/A" });
  });

  it("refuses weights that do not fit, are all zero or negative", () => {
    const indices = [[0.9, 0.4]];
    expect(called(coordination, [indices, [[1, 1, 1]]])).toEqual({
      error: "#VALUE!",
      message: "“权重”应有 2 个值，现有 3 个。",
    });
    expect(called(coordination, [indices, [[0, 0]]])).toMatchObject({ error: "#VALUE!" });
    expect(called(coordination, [indices, [[1, -1]]])).toMatchObject({ error: "#VALUE!" });
  });

  it("lies in [0, 1], and neither scaling the weights nor the order of the subsystems changes it", () => {
    const item = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.01, max: 9, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 2, maxLength: 5 }),
        fc.double({ min: 0.1, max: 9, noNaN: true }),
        (items, factor) => {
          const indices = items.map(([index]) => index);
          const weights = items.map(([, weight]) => weight);
          const degree = Number(called(coordination, [[indices], [weights]]));
          expect(degree).toBeGreaterThanOrEqual(0);
          expect(degree).toBeLessThanOrEqual(1);
          expect(called(coordination, [[indices], [weights.map((each) => each * factor)]])).toBeCloseTo(degree, 10);
          expect(called(coordination, [[indices.toReversed()], [weights.toReversed()]])).toBeCloseTo(degree, 10);
        },
      ),
    );
  });
});

import fc from "fast-check";
import { coupling } from "../../src/functions/coupling";
import threeSystems from "../published/ccd_3system_mathmodels_wang2021.json";
import fourSystems from "../published/ccd_4system_standard.json";
import { expectPrinted } from "../core/methods/printed";
import { called } from "./called";

/** The figures of a result that is one column. */
function column(result: unknown): readonly number[] {
  if (!Array.isArray(result)) throw new Error(`${JSON.stringify(result)} is no column.`);
  return result.flat().map(Number);
}

describe("COUPLING", () => {
  it("gives the published degrees of a matrix, one per row", () => {
    const four = column(called(coupling, [fourSystems.input.U, "standard"]));
    expect(four).toHaveLength(fourSystems.expected.C.length);
    for (const [row, printed] of fourSystems.expected.C.entries()) expectPrinted(four[row], printed, 6);
    const three = column(called(coupling, [threeSystems.input.U]));
    expect(three).toHaveLength(threeSystems.expected.C.length);
    for (const [row, printed] of threeSystems.expected.C.entries()) expectPrinted(three[row], printed, 3);
  });

  it("takes a column for one set, as it takes a row", () => {
    expect(called(coupling, [[[0.8], [0.6]]])).toBe(called(coupling, [[[0.8, 0.6]]]));
  });

  it("gives #N/A in the row with an index that is missing, and goes on with the others", () => {
    expect(
      called(coupling, [
        [
          [0.5, 0.5],
          [0.5, null],
        ],
      ]),
    ).toEqual([[1], [{ error: "#N/A", message: "“子系统指数”中有未评的值，无法计算。" }]]);
  });

  it("clamps indices within 1e-9 of [0, 1] and refuses others, naming the range without its tolerance", () => {
    expect(called(coupling, [[[1 + 5e-10, 1]]])).toBe(1);
    expect(called(coupling, [[[0.5, 1.01]]])).toEqual({
      error: "#VALUE!",
      message: "“子系统指数”第1行第2列应在 0 至 1 之间，现为“1.01”。",
    });
  });

  it("refuses a single index and an unknown formula", () => {
    expect(called(coupling, [0.5])).toMatchObject({ error: "#VALUE!" });
    expect(called(coupling, [[[0.5, 0.6]], "liao"])).toEqual({
      error: "#VALUE!",
      message: "“耦合公式”应为 wang2021、standard 之一，现为“liao”。",
    });
  });

  it("lies in [0, 1], is 1 for equal indices and does not depend on their order", () => {
    const index = fc.double({ min: 0, max: 1, noNaN: true });
    const formula = fc.constantFrom("wang2021", "standard");
    fc.assert(
      fc.property(fc.array(index, { minLength: 2, maxLength: 5 }), formula, (indices, by) => {
        const degree = Number(called(coupling, [[indices], by]));
        expect(degree).toBeGreaterThanOrEqual(0);
        expect(degree).toBeLessThanOrEqual(1);
        expect(called(coupling, [[indices.toReversed()], by])).toBeCloseTo(degree, 12);
        const [first = 0] = indices;
        expect(called(coupling, [[indices.map(() => first)], by])).toBeCloseTo(first === 0 ? 0 : 1, 12);
      }),
    );
  });
});

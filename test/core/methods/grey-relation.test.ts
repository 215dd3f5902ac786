import fc from "fast-check";

import { greyRelation } from "../../../src/core/methods/grey-relation";
import small from "../../published/gra_3x3.json";
import invest from "../../published/gra_invest_5x6.json";
import { figure } from "./arbitraries";
import { expectAllPrinted } from "./printed";

/** A column of the investment example divided by its first value. */
function initialValues(header: string): number[] {
  const column = invest.input.header.indexOf(header);
  const values = invest.input.X.map((row) => row[column] ?? NaN);
  return values.map((value) => value / (values[0] ?? NaN));
}

const comparison = fc.integer({ min: 1, max: 6 }).chain((length) => {
  const points = fc.array(figure, { minLength: length, maxLength: length });
  return fc.record({ reference: points, series: fc.array(points, { minLength: 1, maxLength: 5 }) });
});

describe("greyRelation", () => {
  it("gives the grades published with the R package mathmodels", () => {
    const { ref, cmp_columns, rho } = small.input;
    expectAllPrinted(greyRelation(ref, cmp_columns, rho), small.expected.r, small.digits);
  });

  it("gives the published grades of five investments with six incomes, on initial values", () => {
    const investments = ["x1", "x2", "x3", "x4", "x5"].map(initialValues);
    const byIncome = ["y1", "y2", "y3", "y4", "y5", "y6"].map((income) =>
      greyRelation(initialValues(income), investments, invest.input.rho),
    );
    for (const [i, printed] of invest.expected.R.entries()) {
      expectAllPrinted(
        byIncome.map((grades) => grades?.[i] ?? NaN),
        printed,
        invest.digits,
      );
    }
  });

  it("lies in (0, 1] and depends on the order of neither series nor points, nor on the unit of all", () => {
    fc.assert(
      fc.property(comparison, fc.constantFrom(0.1, 0.5, 1), fc.constantFrom(0.01, 1000), (data, rho, unit) => {
        const { reference, series } = data;
        const found = greyRelation(reference, series, rho) ?? [];
        expect(found).toHaveLength(series.length);
        for (const grade of found) {
          expect(grade).toBeGreaterThan(0);
          expect(grade).toBeLessThanOrEqual(1 + 1e-12);
        }
        expectAllPrinted(greyRelation(reference, series.toReversed(), rho)?.toReversed() ?? null, found, 9);
        const turned = series.map((one) => one.toReversed());
        expectAllPrinted(greyRelation(reference.toReversed(), turned, rho), found, 9);
        const converted = series.map((one) => one.map((value) => value * unit));
        expectAllPrinted(
          greyRelation(
            reference.map((value) => value * unit),
            converted,
            rho,
          ),
          found,
          6,
        );
      }),
    );
  });

  it("ties identical series", () => {
    fc.assert(
      fc.property(comparison, ({ reference, series }) => {
        const found = greyRelation(reference, [...series, ...series.slice(0, 1)]);
        expect(found?.at(-1)).toBe(found?.[0]);
      }),
    );
  });

  it("is 1 where no series differs from the reference", () => {
    expect(
      greyRelation(
        [1, 2],
        [
          [1, 2],
          [1, 2],
        ],
      ),
    ).toEqual([1, 1]);
  });

  it("compares the largest and the smallest numbers as it compares others", () => {
    const usual =
      greyRelation(
        [0, 1],
        [
          [1, 1],
          [-1, 0],
        ],
      ) ?? [];
    for (const size of [1e-320, 1e308]) {
      expectAllPrinted(
        greyRelation(
          [0, size],
          [
            [size, size],
            [-size, 0],
          ],
        ),
        usual,
        3,
      );
    }
  });

  it("is undefined for data or a ρ that do not fit", () => {
    expect(greyRelation([], [[]])).toBeNull();
    expect(greyRelation([1], [])).toBeNull();
    expect(greyRelation([1, 2], [[1]])).toBeNull();
    expect(greyRelation([NaN], [[1]])).toBeNull();
    expect(greyRelation([1], [[Infinity]])).toBeNull();
    expect(greyRelation([1], [[2]], 0)).toBeNull();
    expect(greyRelation([1], [[2]], 1.1)).toBeNull();
  });
});

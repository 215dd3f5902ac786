import { greyRelation } from "../../src/functions/grey-relation";
import small from "../published/gra_3x3.json";
import invest from "../published/gra_invest_5x6.json";
import { expectAllPrinted } from "../core/methods/printed";
import { called } from "./called";
import { figures } from "./figures";

/** A column of the investment example divided by its first value, as the caller prepares it. */
function initialValues(header: string): number[] {
  const column = invest.input.header.indexOf(header);
  const values = invest.input.X.map((row) => row[column] ?? NaN);
  return values.map((value) => value / (values[0] ?? NaN));
}

const down = (values: readonly unknown[]): unknown[][] => values.map((value) => [value]);

describe("GREY_RELATION", () => {
  it("gives the grades published with the R package mathmodels, ρ being 0.5 where left out", () => {
    const { ref, cmp_columns, rho } = small.input;
    expectAllPrinted(figures(greyRelation, [[ref], cmp_columns, rho]).flat(), small.expected.r, small.digits);
    expect(called(greyRelation, [[ref], cmp_columns])).toEqual(called(greyRelation, [[ref], cmp_columns, 0.5]));
  });

  it("gives the published grades of five investments with six incomes, on initial values", () => {
    const investments = ["x1", "x2", "x3", "x4", "x5"].map(initialValues);
    const byIncome = ["y1", "y2", "y3", "y4", "y5", "y6"].map((income) =>
      figures(greyRelation, [[initialValues(income)], investments, invest.input.rho]).flat(),
    );
    for (const [i, printed] of invest.expected.R.entries())
      expectAllPrinted(
        byIncome.map((grades) => grades[i] ?? NaN),
        printed,
        invest.digits,
      );
  });

  it("takes the reference down or across, and a single series too", () => {
    const series = [
      [1, 2, 4],
      [3, 3, 3],
    ];
    expect(called(greyRelation, [down([1, 2, 3]), series])).toEqual(called(greyRelation, [[[1, 2, 3]], series]));
    expect(called(greyRelation, [[[1, 2, 3]], down([1, 2, 4])])).toBe(called(greyRelation, [[[1, 2, 3]], [[1, 2, 4]]]));
  });

  it("reads numbers as ledgers write them", () => {
    expect(
      called(greyRelation, [
        [["10件", "二十件"]],
        [
          [10, 20],
          ["5", "２０"],
        ],
      ]),
    ).toEqual([[1], [2 / 3]]);
  });

  it("tells grades further apart the smaller ρ is", () => {
    const grade = (rho: number): number =>
      figures(greyRelation, [
        [[1, 2]],
        [
          [1, 2],
          [5, 1],
        ],
        rho,
      ])[1]?.[0] ?? NaN;
    expect(grade(0.1)).toBeLessThan(grade(0.5));
    expect(grade(0.5)).toBeLessThan(grade(1));
  });

  it.each<[string, unknown[], string]>([
    [
      "series of another length",
      [
        [[1, 2, 3]],
        [
          [1, 2],
          [3, 4],
        ],
      ],
      "“比较序列”的行列数与其他参数不符：应为 2×3，现为 2×2。",
    ],
    ["a missing point", [[[1, 2]], [[1, null]]], "“比较序列”第1行第2列没有数值，此处不能缺数。"],
    ["a missing point of the reference", [[[1, "无"]], [[1, 2]]], "“参考序列”第1行第2列没有数值，此处不能缺数。"],
    ["a ρ of zero", [[[1, 2]], [[1, 2]], 0], "“分辨系数”应大于零，现为“0”。"],
    ["a negative ρ", [[[1, 2]], [[1, 2]], -1], "“分辨系数”应在 0 至 1 之间，现为“-1”。"],
    ["a ρ above 1", [[[1, 2]], [[1, 2]], 2], "“分辨系数”应在 0 至 1 之间，现为“2”。"],
  ])("names %s", (_, args, message) => {
    expect(called(greyRelation, args)).toEqual({ error: "#VALUE!", message });
  });

  it("passes an error on", () => {
    expect(called(greyRelation, [[[1, { error: "#NUM!" }]], [[1, 2]]])).toEqual({ error: "#NUM!", message: null });
  });
});

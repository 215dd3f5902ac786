import { combineWeights } from "../../src/functions/combine-weights";
import means from "../published/aggregate_means_COINr.json";
import published from "../published/combine_weights.json";
import { expectAllPrinted, expectPrinted } from "../core/methods/printed";
import { called } from "./called";
import { figures } from "./figures";

const { w_subj, w_obj, alpha } = published.input;
const two = w_subj.map((weight, i) => [weight, w_obj[i]]);

const combined = (...given: readonly unknown[]): number[] => figures(combineWeights, given).flat();

describe("COMBINE_WEIGHTS", () => {
  it.each(["linear", "multiplicative", "geometric"] as const)(
    "gives the weights published for %s, where a single α counts in linear only",
    (method) => {
      expectAllPrinted(combined(two, method, alpha), published.expected[method], published.digits);
    },
  );

  it("weighs the sets in the geometric mean by one coefficient each, as COINr does", () => {
    // Beside a second indicator that every set gives 1, the ratio of the combined weights is the geometric mean itself.
    const sets = [means.input.x, means.input.x.map(() => 1)];
    for (const [i, importance] of means.input.w_gm.entries()) {
      const [first = NaN, second = NaN] = combined(sets, "geometric", [importance]);
      expectPrinted(first / second, means.expected.gm[i] ?? NaN, 14);
    }
  });

  it("is linear with equal shares, if nothing is said", () => {
    expect(called(combineWeights, [two])).toEqual(called(combineWeights, [two, "线性", 0.5]));
    expectAllPrinted(
      combined([
        [1, 3, 2],
        [1, 1, 2],
      ]),
      [7 / 12, 5 / 12].map((each, i) => (i === 0 ? each : 1 - 7 / 12)),
      12,
    );
  });

  it("takes one coefficient per set, down or across, and only their ratios", () => {
    const sets = [
      [1, 3, 2],
      [1, 1, 2],
    ];
    const found = combined(sets, "linear", [[0.2, 0.2, 0.1]]);
    expectAllPrinted(combined(sets, "linear", [[2], [2], [1]]), found, 12);
    expectAllPrinted(found, [0.6, 0.4], 12);
  });

  it("counts only ratios within a set, such as points of 100", () => {
    expectAllPrinted(
      combined(two.map(([subjective = NaN, objective]) => [subjective * 100, objective])),
      combined(two),
      12,
    );
  });

  it("gives one set back, whatever the α", () => {
    expect(combined([[1], [3]], null, 0.3)).toEqual([0.25, 0.75]);
  });

  it.each<[string, unknown[], string]>([
    [
      "a missing weight",
      [
        [
          [0.5, 1],
          [0.5, null],
        ],
      ],
      "“权重组”第2行第2列没有数值，此处不能缺数。",
    ],
    [
      "a negative weight",
      [
        [
          [0.5, 1],
          [0.5, -1],
        ],
      ],
      "“权重组”第2行第2列不应小于 0，现为“-1”。",
    ],
    [
      "a set that is all zero",
      [
        [
          [0.5, 0],
          [0.5, 0],
        ],
      ],
      "“权重组”不能全为零。",
    ],
    [
      "a zero that would be multiplied",
      [
        [
          [0.5, 1],
          [0.5, 0],
        ],
        "乘法",
      ],
      "“权重组”第2行第2列应大于零，现为“0”。",
    ],
    [
      "a zero in a geometric mean",
      [
        [
          [0.5, 1],
          [0.5, 0],
        ],
        "几何平均",
      ],
      "“权重组”第2行第2列应大于零，现为“0”。",
    ],
    ["an α above 1", [two, "linear", 1.5], "“α”应在 0 至 1 之间，现为“1.5”。"],
    ["a single α for three sets", [[[1, 1, 1]], "linear", 0.5], "“α”应有 3 个值，现有 1 个。"],
    ["an α too many", [two, "linear", [[1, 1, 1]]], "“α”应有 2 个值，现有 3 个。"],
    ["coefficients that are all zero", [two, "linear", [[0, 0]]], "“α”不能全为零。"],
  ])("names %s", (_, args, message) => {
    expect(called(combineWeights, args)).toEqual({ error: "#VALUE!", message });
  });

  it("adds a weight of zero", () => {
    expect(
      combined([
        [0.5, 1],
        [0.5, 0],
      ]),
    ).toEqual([0.75, 0.25]);
  });

  it("names a method that it does not know, and passes errors on", () => {
    expect(called(combineWeights, [two, "博弈"])).toMatchObject({
      error: "#VALUE!",
      message: expect.stringContaining("博弈"),
    });
    expect(called(combineWeights, [[[1, { error: "#DIV/0!" }]]])).toEqual({ error: "#DIV/0!", message: null });
  });
});

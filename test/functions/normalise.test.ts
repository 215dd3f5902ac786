import { normalise } from "../../src/functions/normalise";
import goalposts from "../published/goalposts_cap_COINr.json";
import published from "../published/normalise_mathmodels.json";
import { expectPrinted } from "../core/methods/printed";
import { called } from "./called";
import { figures } from "./figures";

const down = (values: readonly unknown[]): unknown[][] => values.map((value) => [value]);

/** The result for one column beside what is printed for it; what is missing is blank. */
function expectColumn(given: readonly unknown[], printed: readonly (number | null)[], decimals: number): void {
  const found = figures(normalise, given);
  expect(found).toHaveLength(printed.length);
  for (const [i, value] of printed.entries()) {
    if (value !== null) expectPrinted(found[i]?.[0], value, decimals);
  }
}

describe("NORMALISE", () => {
  it("gives the figures published with the R package mathmodels", () => {
    const x = down(published.input.x);
    const { expected, digits } = published;
    expectColumn([x, "z"], expected.zscore, digits);
    expectColumn([x, "minmax"], expected.minmax, digits);
    expectColumn([x, "minmax", "逆向", 0.002, 0.996], expected.minmax_neg_002_996, digits);
    expectColumn([down([6, 7, 8, 9]), "centred", null, 7], expected.centred_PH_6to9_at7, digits);
  });

  it("gives the capped goalposts published with COINr", () => {
    for (const [i, [x, lower, upper, , direction]] of goalposts.input.cases_x_lo_hi_scale_dir.entries()) {
      const found = figures(normalise, [x, "goalposts", direction, lower, upper]);
      expectPrinted(found[0]?.[0], goalposts.expected.y[i] ?? NaN, goalposts.digits);
    }
  });

  it("leaves blanks blank, passes 未评 and 不适用 on, and lets none of them into the scale", () => {
    expect(called(normalise, [down([2, null, "未评", "暂无", "不适用", 4]), "minmax"])).toEqual(
      down([0, "", "未评", "", "不适用", 1]),
    );
    expect(called(normalise, [down([null, "未评"]), "z"])).toEqual(down(["", "未评"]));
  });

  it("reads numbers as ledgers write them", () => {
    expect(called(normalise, [down(["10人", "２０", "三十"]), "minmax"])).toEqual(down([0, 0.5, 1]));
  });

  it("scales column by column, with directions, and limits for one or for all", () => {
    const matrix = [
      [1, 9, 0.3],
      [3, 5, 0.4],
    ];
    expect(called(normalise, [matrix, "minmax", [["正向", "逆向", "原值"]]])).toEqual([
      [0, 0, 0.3],
      [1, 1, 0.4],
    ]);
    expect(called(normalise, [matrix, "minmax", null, [[1, 2, null]], 10])).toEqual([
      [1, 10, 0],
      [10, 2, 10],
    ]);
    expect(called(normalise, [matrix, "interval", null, [[1], [0], [0]], [[2], [5], [1]]])).toEqual([
      [1, 0, 1],
      [0, 1, 1],
    ]);
  });

  it("takes a single row for one indicator, but goalposts for one per cell", () => {
    expect(called(normalise, [[[1, 2, 5]], "minmax"])).toEqual([[0, 0.25, 1]]);
    expect(called(normalise, [[[1, 2, 5]], "minmax", [[1, 1, 1]]])).toMatchObject({ error: "#VALUE!" });
    expect(called(normalise, [[[1, 2, 5]], "goalposts", [[1, 1, -1]], 0, [[10, 4, 10]]])).toEqual([[0.1, 0.5, 0.5]]);
  });

  it.each(["+", 1, "1", "正向", "POSITIVE", null, "＋"])("takes %p for more is better", (direction) => {
    expect(called(normalise, [down([2, 4, 10]), "minmax", direction])).toEqual(down([0, 0.25, 1]));
  });

  it.each(["-", -1, "-1", "−1", "逆向", "negative", "－"])("takes %p for less is better", (direction) => {
    expect(called(normalise, [down([2, 4, 10]), "minmax", direction])).toEqual(down([1, 0.75, 0]));
  });

  it.each(["原值", 0, "given"])("takes %p for a column that comes back as it is, blanks and words too", (direction) => {
    expect(called(normalise, [down([2, null, "未评"]), "goalposts", direction])).toEqual(down([2, "", "未评"]));
  });

  it.each([
    ["goalposts", null, 1, "“下限”不能为空。"],
    ["goalposts", 1, null, "“上限”不能为空。"],
    ["interval", 1, null, "“上限”不能为空。"],
    ["centred", null, 7, "“下限”不能为空。"],
    ["minmax", 2, 2, "上限应大于下限，现下限为 2，上限为 2。"],
    ["interval", 3, 2, "上限应大于下限，现下限为 3，上限为 2。"],
  ])("says of %s with limits %p and %p what is wrong", (method, lower, upper, message) => {
    expect(called(normalise, [down([1, 2]), method, null, lower, upper])).toEqual({ error: "#VALUE!", message });
  });

  it("names a method, direction, number or count that cannot be", () => {
    expect(called(normalise, [down([1]), "最大"])).toMatchObject({ message: expect.stringContaining("最大") });
    expect(called(normalise, [down([1]), "z", "上"])).toMatchObject({ message: expect.stringContaining("上") });
    expect(
      called(normalise, [
        [
          [1, 2],
          [3, "好"],
        ],
        "z",
      ]),
    ).toEqual({
      error: "#VALUE!",
      message: "“矩阵”第2行第2列应为数值，现为“好”。",
    });
    expect(
      called(normalise, [
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        "z",
        [[1, 1]],
      ]),
    ).toEqual({
      error: "#VALUE!",
      message: "“方向”应有 3 个值，现有 2 个。",
    });
    expect(
      called(normalise, [
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        "goalposts",
        null,
        [[1, 1]],
        5,
      ]),
    ).toMatchObject({
      message: "“下限”应有 3 个值，现有 2 个。",
    });
  });

  it("passes an error in its arguments on", () => {
    expect(called(normalise, [[[1], [{ error: "#DIV/0!" }]], "z"])).toEqual({ error: "#DIV/0!", message: null });
  });
});

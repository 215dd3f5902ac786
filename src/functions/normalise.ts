import type { Direction } from "../core/methods/normalise";
import { type Normalisation, normaliseColumn } from "../core/methods/normalise-column";
import { directionsOf, perColumn, threeDirections } from "./decision-matrix";
import { defineFunction } from "./declaration";
import { type Rows, type Score, choice, numbers, optional, scores } from "./parameters";
import { type Checked, type ResultCell, invalid, value } from "./values";

/** How figures are put on a common scale; `centred` has one best value in place of the interval. */
type Method = Normalisation["kind"] | "centred";

/** A limit of every column; `null` where it was left out. */
type Limits = readonly (number | null)[];

/** `NORMALISE`: figures on a common scale, column by column (methodology §11). */
export const normalise = defineFunction({
  name: "NORMALISE",
  description: {
    "zh-CN": "标准化：把各列数据按所选方法折算到可比的尺度。",
    "en-US": "Puts the columns of a matrix on a common scale, by the method named.",
  },
  parameters: {
    matrix: scores({
      label: { "zh-CN": "矩阵", "en-US": "matrix" },
      description: {
        "zh-CN": "每列一项指标；只有一行时为一项指标。缺数不参与计算。",
        "en-US": "A column per indicator; a single row is one indicator. What is missing plays no part.",
      },
    }),
    method: choice<Method>(
      {
        label: { "zh-CN": "方法", "en-US": "method" },
        description: {
          "zh-CN": "minmax 极差、z 标准分、goalposts 目标值、interval 最优区间、centred 最优值。",
          "en-US": "minmax, z, goalposts, interval (best interval) or centred (best value).",
        },
      },
      {
        minmax: "minmax",
        z: "z",
        goalposts: "goalposts",
        interval: "interval",
        centred: "centred",
        极差: "minmax",
        标准分: "z",
        目标值: "goalposts",
        最优区间: "interval",
        最优值: "centred",
      },
    ),
    directions: threeDirections,
    lower: optional(
      numbers({
        label: { "zh-CN": "下限", "en-US": "lower" },
        description: {
          "zh-CN": "一个或每列一个：minmax 为结果的最小值（省略为 0）；centred 为最优值；z 不用。",
          "en-US":
            "One for all or one per column: of minmax the least result (0), of centred the best value; z has none.",
        },
      }),
      [[null]],
    ),
    upper: optional(
      numbers({
        label: { "zh-CN": "上限", "en-US": "upper" },
        description: {
          "zh-CN": "一个或每列一个：minmax 为结果的最大值（省略为 1）；z、centred 不用。",
          "en-US": "One for all or one per column: of minmax the largest result (1); z and centred have none.",
        },
      }),
      [[null]],
    ),
  },
  result: { type: "any", dimension: "matrix" },
  gives: {
    "zh-CN": "与矩阵同形；空格仍为空，“未评”“不适用”原样返回。",
    "en-US": "Same shape as the matrix; blanks stay blank, 未评 and 不适用 are passed on.",
  },
  help: [
    {
      "zh-CN":
        "minmax：(x − 最小值) ÷ (最大值 − 最小值)，逆向为 (最大值 − x) ÷ (最大值 − 最小值)，再折算到下限至上限。z：(x − 平均值) ÷ 标准差（n − 1），逆向取负。goalposts：下限、上限为固定的目标值，同 ATTAIN，超出的截断。",
      "en-US":
        "minmax: (x − min) ÷ (max − min), for 逆向 (max − x) ÷ (max − min), then onto lower to upper. z: (x − mean) ÷ standard deviation (n − 1), for 逆向 with the sign turned. goalposts: fixed lower and upper goalposts, cut off outside, as ATTAIN does.",
    },
    {
      "zh-CN":
        "interval：在下限至上限之间为 1，之外为 1 − 距离 ÷ 最大距离；centred：1 − |x − 最优值| ÷ 最大距离。这两种方法不看正向、逆向。方向为“原值”的列不折算。",
      "en-US":
        "interval: 1 between lower and upper, outside 1 − distance ÷ largest distance; centred: 1 − |x − best| ÷ largest distance. These two do not look at 正向 and 逆向. A 原值 column comes back as it is.",
    },
    {
      "zh-CN": "各值相同的列：minmax 全为下限，z 全为 0；interval、centred 没有一个值偏离时全为 1。",
      "en-US":
        "A constant column gives its lower end by minmax and 0 by z; where no value lies off the best interval or value, all are 1.",
    },
  ],
  examples: [
    {
      arguments: [[[4], [1], [null], [5], [8]], "z", null, null, null],
      result: [[-0.1732051], [-1.2124356], [""], [0.1732051], [1.2124356]],
      digits: 7,
      source: "normalise_mathmodels",
    },
    {
      arguments: [[[4], [1], [null], [5], [8]], "minmax", "逆向", 0.002, 0.996],
      result: [[0.57], [0.996], [""], [0.428], [0.002]],
      digits: 7,
      source: "normalise_mathmodels",
    },
    {
      arguments: [[[6], [7], [8], [9]], "centred", null, 7, null],
      result: [[0.5], [1], [0.5], [0]],
      source: "normalise_mathmodels",
    },
    {
      arguments: [
        [
          [12, 45],
          ["未评", 90],
        ],
        "goalposts",
        [["正向", "逆向"]],
        [[0, 60]],
        [[30, 120]],
      ],
      result: [
        [0.4, 1],
        ["未评", 0.5],
      ],
    },
    { arguments: [[[1], [2]], "goalposts", null, 5, 5], result: { error: "#VALUE!" } },
  ],
  evaluate: ({ matrix, method, directions, lower, upper }) => {
    // A row has something to scale within only if it is one indicator; goalposts scale each of its cells alone.
    const oneIndicator = matrix.length === 1 && method !== "goalposts";
    const columns = oneIndicator ? matrix : transposed(matrix);
    const each = directionsOf(directions, columns.length);
    if (each.kind !== "value") return each;
    const lowers = perColumn(lower.flat(), columns.length, "lower");
    if (lowers.kind !== "value") return lowers;
    const uppers = perColumn(upper.flat(), columns.length, "upper");
    if (uppers.kind !== "value") return uppers;
    const results: (readonly ResultCell[])[] = [];
    for (const [j, column] of columns.entries()) {
      const scaled = scaledColumn(column, method, each.value[j] ?? "positive", lowers.value, uppers.value, j);
      if (scaled.kind !== "value") return scaled;
      results.push(scaled.value);
    }
    return oneIndicator ? results : transposed(results);
  },
});

function scaledColumn(
  column: readonly Score[],
  method: Method,
  direction: Direction,
  lowers: Limits,
  uppers: Limits,
  index: number,
): Checked<readonly ResultCell[]> {
  if (direction === "given") return value(column.map((score) => score ?? ""));
  const by = normalisation(method, lowers[index] ?? null, uppers[index] ?? null);
  if (by.kind !== "value") return by;
  const figures = column.map((score) => (typeof score === "number" ? score : null));
  const scaled = normaliseColumn(figures, by.value, direction);
  if (scaled !== null) return value(column.map((score, i) => scaled[i] ?? score ?? ""));
  const ends = by.value.kind === "z" ? {} : { lower: String(by.value.lower), upper: String(by.value.upper) };
  return invalid("goalpostsReversed", ends, "upper");
}

/** The method with its limits; `#VALUE!` where one is left out that the method needs. */
function normalisation(method: Method, lower: number | null, upper: number | null): Checked<Normalisation> {
  switch (method) {
    case "z":
      return value({ kind: "z" });
    case "minmax":
      return value({ kind: "minmax", lower: lower ?? 0, upper: upper ?? 1 });
    case "centred":
      return lower === null
        ? invalid("missingArgument", {}, "lower")
        : value({ kind: "interval", lower, upper: lower });
    case "goalposts":
    case "interval":
      if (lower === null) return invalid("missingArgument", {}, "lower");
      if (upper === null) return invalid("missingArgument", {}, "upper");
      return value({ kind: method, lower, upper });
  }
}

function transposed<T>(rows: Rows<T>): Rows<T> {
  return (rows[0] ?? []).map((_, j) => rows.flatMap((row) => row.slice(j, j + 1)));
}

import type { CellValue } from "../core/grid";
import { comparable, textOf } from "../core/ledger/text";
import type { Direction } from "../core/methods/normalise";
import type { Parameter } from "./declaration";
import { type ParameterTexts, type Rows, optional, table } from "./parameters";
import { type Checked, invalid, value } from "./values";

const POSITIVE_WORDS = ["1", "+", "正向", "positive"];
const NEGATIVE_WORDS = ["-1", "-", "逆向", "negative"];
const GIVEN_WORDS = ["0", "原值", "given"];
/** The sign that some programs write for a minus. */
const MINUS = /−/gu;

/** Directions as given: `null` where the argument was left out. */
type Directions<D extends Direction> = Parameter<readonly D[] | null>;

function directionsIn<D extends Direction>(
  texts: ParameterTexts,
  meanings: ReadonlyMap<string, D>,
  blank: D,
): Directions<D> {
  const cells = table(texts);
  const read = (cell: CellValue): D | null =>
    cell === null ? blank : (meanings.get(comparable(textOf(cell)).replace(MINUS, "-")) ?? null);
  const parameter: Directions<D> = {
    ...cells,
    read: (given) => {
      const found = cells.read(given);
      if (found.kind !== "value") return found;
      const directions: D[] = [];
      for (const cell of found.value.flat()) {
        const direction = read(cell);
        if (direction === null)
          return invalid("choiceUnknown", { text: textOf(cell), allowed: [...meanings.keys()].join(", ") });
        directions.push(direction);
      }
      return value(directions);
    },
  };
  return optional(parameter, null);
}

function meaning<D extends Direction>(words: readonly string[], direction: D): readonly (readonly [string, D])[] {
  return words.map((word) => [word, direction] as const);
}

const LABEL = { "zh-CN": "方向", "en-US": "directions" };

/** The parameter 方向 of functions that compare objects: 正向 or 逆向, one for all columns or one per column. */
export const twoDirections = directionsIn<"positive" | "negative">(
  {
    label: LABEL,
    description: {
      "zh-CN": "1 或“正向”、-1 或“逆向”，一个或每列一个；省略为正向。",
      "en-US": "1 or 正向, -1 or 逆向, one for all or one per column; 正向 where left out.",
    },
  },
  new Map([...meaning(POSITIVE_WORDS, "positive"), ...meaning(NEGATIVE_WORDS, "negative")]),
  "positive",
);

/** The parameter 方向 of functions that scale columns: as `twoDirections`, or 原值 for a column that is scaled already. */
export const threeDirections = directionsIn<Direction>(
  {
    label: LABEL,
    description: {
      "zh-CN": "1 或“正向”、-1 或“逆向”、0 或“原值”（不再折算），一个或每列一个；省略为正向。",
      "en-US": "1 or 正向, -1 or 逆向, 0 or 原值 (taken as it is), one for all or one per column; 正向 where left out.",
    },
  },
  new Map<string, Direction>([
    ...meaning(POSITIVE_WORDS, "positive"),
    ...meaning(NEGATIVE_WORDS, "negative"),
    ...meaning(GIVEN_WORDS, "given"),
  ]),
  "positive",
);

/** One value per column, where one for all may have been given; `#VALUE!` for any other number of them. */
export function perColumn<T>(values: readonly T[], columns: number, parameter: string): Checked<readonly T[]> {
  if (values.length === columns) return value(values);
  if (values.length !== 1) return invalid("countDiffers", { needed: columns, found: values.length }, parameter);
  return value(Array.from({ length: columns }, () => values).flat());
}

/** The directions of the columns; 正向 where none were given. */
export function directionsOf<D extends Direction>(
  directions: readonly (D | "positive")[] | null,
  columns: number,
): Checked<readonly (D | "positive")[]> {
  return perColumn(directions ?? ["positive" as const], columns, "directions");
}

/** One weight per column, not all zero; equal ones that sum to 1 where none were given. */
export function weightsOf(weights: Rows<number> | null, columns: number): Checked<readonly number[]> {
  const given = weights?.flat() ?? Array.from({ length: columns }, () => 1 / columns);
  if (given.length !== columns) return invalid("countDiffers", { needed: columns, found: given.length }, "weights");
  return given.some((weight) => weight > 0) ? value(given) : invalid("weightsZero", {}, "weights");
}

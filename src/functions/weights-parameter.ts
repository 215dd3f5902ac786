import { ofOrdinarySize } from "../core/methods/normalise";
import type { Parameter } from "./declaration";
import { type ParameterTexts, wholeNumbers } from "./parameters";
import { isVector } from "./shapes";
import { type Checked, invalid, value } from "./values";

/** A parameter of weights: a row or a column of numbers that are not negative and not all zero; only their ratios matter. */
export function weightsParameter(texts: ParameterTexts): Parameter<readonly number[]> {
  const reader = wholeNumbers(texts, { least: 0 });
  return {
    ...reader,
    read: (cells): Checked<readonly number[]> => {
      const read = reader.read(cells);
      if (read.kind !== "value") return read;
      const weights = read.value.flat();
      if (!isVector(read.value))
        return invalid("shapeDiffers", {
          needed: `1×${weights.length}`,
          found: `${read.value.length}×${read.value[0]?.length ?? 0}`,
        });
      return weights.every((weight) => weight === 0) ? invalid("weightsZero") : value(ofOrdinarySize(weights));
    },
  };
}

/** The weights if they are as many as `needed`, else `#VALUE!`; `key` is that of the parameter. */
export function asMany(weights: readonly number[], needed: number, key: string): Checked<readonly number[]> {
  return weights.length === needed ? value(weights) : invalid("countDiffers", { needed, found: weights.length }, key);
}

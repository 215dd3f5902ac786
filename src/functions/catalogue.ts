import { ahpConsistency } from "./ahp-consistency";
import { ahpWeights } from "./ahp-weights";
import { attain } from "./attain";
import { combineWeights } from "./combine-weights";
import { coordination } from "./coordination";
import { criticWeights } from "./critic-weights";
import type { WorksheetFunction } from "./declaration";
import { entropyWeights } from "./entropy-weights";
import { greyRelation } from "./grey-relation";
import { normalise } from "./normalise";
import { rankIntervals } from "./rank-intervals";
import { topsis } from "./topsis";

/** Every worksheet function, in the order in which the help lists them. */
export const FUNCTIONS: readonly WorksheetFunction[] = [
  attain,
  coordination,
  normalise,
  ahpWeights,
  ahpConsistency,
  entropyWeights,
  criticWeights,
  topsis,
  greyRelation,
  combineWeights,
  rankIntervals,
];

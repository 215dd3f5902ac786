import { ahpConsistency } from "./ahp-consistency";
import { ahpWeights } from "./ahp-weights";
import { attain } from "./attain";
import { band } from "./band";
import { combineWeights } from "./combine-weights";
import { coordination } from "./coordination";
import { coupling } from "./coupling";
import { coverage } from "./coverage";
import { criticWeights } from "./critic-weights";
import type { WorksheetFunction } from "./declaration";
import { entropyWeights } from "./entropy-weights";
import { evenness } from "./evenness";
import { fusion } from "./fusion";
import { fusionLevel } from "./fusion-level";
import { greyRelation } from "./grey-relation";
import { lag } from "./lag";
import { level } from "./level";
import { measures } from "./measures";
import { normalise } from "./normalise";
import { obstacles } from "./obstacles";
import { onTime } from "./on-time";
import { parseDate } from "./parse-date";
import { parseNumber } from "./parse-number";
import { period } from "./period";
import { rankIntervals } from "./rank-intervals";
import { ranks } from "./ranks";
import { syncShare } from "./sync-share";
import { topsis } from "./topsis";
import { weighted } from "./weighted";
import { withinDays } from "./within-days";

/** Every worksheet function, in the order in which the help lists them. */
export const FUNCTIONS: readonly WorksheetFunction[] = [
  attain,
  weighted,
  coupling,
  coordination,
  fusion,
  level,
  fusionLevel,
  band,
  obstacles,
  coverage,
  evenness,
  lag,
  syncShare,
  onTime,
  withinDays,
  normalise,
  ahpWeights,
  ahpConsistency,
  entropyWeights,
  criticWeights,
  topsis,
  greyRelation,
  combineWeights,
  ranks,
  rankIntervals,
  measures,
  parseDate,
  parseNumber,
  period,
];

import { attain } from "./attain";
import { coordination } from "./coordination";
import type { WorksheetFunction } from "./declaration";

/** Every worksheet function, in the order in which the help lists them. */
export const FUNCTIONS: readonly WorksheetFunction[] = [attain, coordination];

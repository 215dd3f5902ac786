import { mean, standardDeviation } from "../methods/statistics";
import type { BranchAssessment, UnitSummary } from "./assessment";
import { BANDS, COORDINATION_LEVELS, FUSION_LEVELS } from "./indices";

/** 单位汇总 (methodology §8): by 院 the branches per band and level, mean and spread of U, D, L and F; in order of appearance. */
export function unitSummaries(
  branches: readonly BranchAssessment[],
  subsystems: readonly string[],
): readonly UnitSummary[] {
  const units = [...new Set(branches.map(({ unit }) => unit))];
  return units.map((unit) => {
    const own = branches.filter((branch) => branch.unit === unit);
    const figure = (values: readonly (number | null)[]): UnitSummary["figures"][string] => {
      const known = values.filter((value) => value !== null);
      return { mean: mean(known), spread: standardDeviation(known), count: known.length };
    };
    return {
      unit,
      branches: own.length,
      bands: counts(
        BANDS,
        own.map(({ band }) => band),
      ),
      coordinationLevels: counts(
        COORDINATION_LEVELS,
        own.map(({ coordinationLevel }) => coordinationLevel),
      ),
      fusionLevels: counts(
        FUSION_LEVELS,
        own.map(({ fusionLevel }) => fusionLevel),
      ),
      figures: {
        ...Object.fromEntries(
          subsystems.map((name) => [name, figure(own.map((branch) => branch.subsystems[name]?.index ?? null))]),
        ),
        D: figure(own.map(({ coordination }) => coordination)),
        L: figure(own.map(({ linkage }) => linkage)),
        F: figure(own.map(({ fusion }) => fusion)),
      },
    };
  });
}

function counts(names: readonly string[], values: readonly (string | null)[]): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, values.filter((value) => value === name).length]));
}

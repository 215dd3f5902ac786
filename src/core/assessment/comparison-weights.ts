import { criticWeights } from "../methods/critic-weights";
import { entropyWeights } from "../methods/entropy-weights";
import type { Scheme } from "../scheme/scheme";
import type { Assessment } from "./assessment";
import type { BranchFigures } from "./indicators";

const FEWEST_BRANCHES = 2;

/**
 * Entropy and CRITIC weights beside the scheme's own, for comparison only (methodology §5): over the indicators that every
 * branch has a score for; `null` for the others and where there are fewer than two branches.
 */
export function comparisonWeights(scheme: Scheme, figures: readonly BranchFigures[]): Assessment["comparisonWeights"] {
  const total = scheme.indicators.reduce((sum, { line }) => sum + line.points, 0);
  const complete = scheme.indicators.filter(({ line }) => figures.every((branch) => branch[line.code]?.score != null));
  const matrix = figures.map((branch) => complete.map(({ line }) => branch[line.code]?.score ?? 0));
  const usable = figures.length >= FEWEST_BRANCHES && complete.length > 0;
  const entropy = usable ? entropyWeights(matrix) : null;
  const critic = usable ? criticWeights(matrix) : null;
  return Object.fromEntries(
    scheme.indicators.map((indicator) => {
      const at = complete.indexOf(indicator);
      return [
        indicator.line.code,
        { scheme: indicator.line.points / total, entropy: entropy?.[at] ?? null, critic: critic?.[at] ?? null },
      ];
    }),
  );
}

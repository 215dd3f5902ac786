import type { PastBranch } from "./past-result";

/** The name that tells a branch from the others of its result: its 支部, behind its 单位 where another branch has the same name. */
export function branchName(
  { branch, unit }: Pick<PastBranch, "branch" | "unit">,
  all: readonly Pick<PastBranch, "branch">[],
): string {
  const isShared = all.filter((other) => other.branch === branch).length > 1;
  return isShared && unit !== null ? `${unit}${branch}` : branch;
}

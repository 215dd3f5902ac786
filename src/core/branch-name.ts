/** A branch as a result names it; `unit` is `null` where it has none. */
interface Named {
  readonly branch: string;
  readonly unit: string | null;
}

/** The name that tells a branch from the others of its result: its 支部, behind its 单位 where another branch has the same name. */
export function branchName({ branch, unit }: Named, all: readonly Pick<Named, "branch">[]): string {
  const isShared = all.filter((other) => other.branch === branch).length > 1;
  return isShared && unit !== null ? `${unit}${branch}` : branch;
}

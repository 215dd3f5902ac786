import type { Issue } from "./issue";

/** Collects issues; the same code at the same place is told once, however many indicators meet it. */
export interface IssueList {
  readonly add: (issue: Issue) => void;
  readonly all: () => readonly Issue[];
}

/** An empty list. */
export function issueList(): IssueList {
  const issues: Issue[] = [];
  const seen = new Set<string>();
  return {
    add: (issue) => {
      const key =
        issue.place === null
          ? null
          : `${issue.code}\u0000${issue.place.sheet}\u0000${issue.place.cell}\u0000${String(issue.params["column"] ?? "")}`;
      if (key !== null && seen.has(key)) return;
      if (key !== null) seen.add(key);
      issues.push(issue);
    },
    all: () => issues,
  };
}

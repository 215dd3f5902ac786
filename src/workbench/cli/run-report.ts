/** What the add-in tells of a run in the setting `ronghe.run`. */
export interface RunReport {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly outcome: string | null;
  readonly because: string | null;
  readonly issues: readonly RunIssue[];
}

export interface RunIssue {
  readonly code: string;
  readonly severity: string;
  readonly sheet: string | null;
  readonly cell: string | null;
  readonly message: string;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function numberOf(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

function issueOf(value: unknown): RunIssue[] {
  if (!isRecord(value)) return [];
  return [
    {
      code: textOf(value.code),
      severity: textOf(value.severity),
      sheet: textOrNull(value.sheet),
      cell: textOrNull(value.cell),
      message: textOf(value.message),
    },
  ];
}

/** Reads a report from the text of the setting; null where there is none. */
export function parseRunReport(json: string | undefined): RunReport | null {
  if (json === undefined) return null;
  const value: unknown = JSON.parse(json);
  if (!isRecord(value)) return null;
  return {
    stage: textOf(value.stage),
    done: numberOf(value.done),
    total: numberOf(value.total),
    outcome: textOrNull(value.outcome),
    because: textOrNull(value.because),
    issues: Array.isArray(value.issues) ? value.issues.flatMap(issueOf) : [],
  };
}

/** Branches that exist in the period but have neither F nor 百分制, by the result that the add-in stored; namesakes with their 单位. */
export function unassessedBranches(result: unknown): string[] {
  if (!isRecord(result) || !Array.isArray(result.branches)) return [];
  const branches = result.branches.filter(isRecord);
  const incomplete = branches.filter(({ fusion, total, indicators }) => {
    const figures = isRecord(indicators) ? Object.values(indicators) : [];
    const exists = figures.some((figure) => isRecord(figure) && figure.status !== "not_applicable");
    return fusion === null && total === null && exists;
  });
  return incomplete.map(({ branch, unit }) => {
    const name = textOf(branch);
    const isShared = branches.filter((other) => other.branch === branch).length > 1;
    return isShared ? `${textOf(unit)}${name}` : name;
  });
}

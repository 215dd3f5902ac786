import { cellName } from "../grid";
import type { ReportModel } from "../report/report-model";
import type { SummaryFinding } from "./run-summary";

/** The cell of 问题诊断 in which a finding of a branch stands; `null` where the report has no such section. */
export function findingCell(
  report: ReportModel,
  { branch, unit, problem }: Pick<SummaryFinding, "branch" | "unit" | "problem">,
): string | null {
  const rows = report.tabs.find(({ key }) => key === "diagnosis")?.rows ?? [];
  const firstOf = (row: number) => rows[row]?.cells[0] ?? null;
  const isSection = (row: number, names: readonly string[] | null): boolean => {
    const cell = firstOf(row);
    return cell?.role === "section" && (names === null || names.includes(String(cell.value)));
  };
  // Branches of one name are told apart by their 单位.
  const headings = [[`${unit ?? ""}${branch}`], [branch]];
  for (const names of headings) {
    const start = rows.findIndex((_, row) => isSection(row, names));
    if (start < 0) continue;
    for (let row = start + 1; row < rows.length && !isSection(row, null); row++)
      if (firstOf(row)?.role === "label" && firstOf(row)?.value === problem) return cellName(row, 0);
  }
  return null;
}

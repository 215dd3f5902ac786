import type { ReportCell, ReportModel } from "../report/report-model";

/**
 * 代码 → 指标 of these codes, as the lists of 口径说明 in a report state them: the name stands to the right of the code. A code that the report
 * does not name is missing.
 */
export function indicatorNames(report: ReportModel, codes: ReadonlySet<string>): ReadonlyMap<string, string> {
  const text = (cell: ReportCell | null | undefined): string => (typeof cell?.value === "string" ? cell.value : "");
  const names = new Map<string, string>();
  for (const { cells } of report.tabs.find(({ key }) => key === "method")?.rows ?? []) {
    const [code, name] = [text(cells[0]), text(cells[1])];
    if (codes.has(code) && name !== "") names.set(code, name);
  }
  return names;
}

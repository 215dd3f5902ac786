import type { ReportModel } from "../report/report-model";

/**
 * The 可比指纹 of the run that wrote a report, which its 口径说明 states to the right of `label`; `null` where it does not. Two runs with one
 * and the same followed the same rules, be it up to another 截止日 or with ranks shown (methodology §D.27).
 */
export function rulesFingerprint(report: ReportModel, label: string): string | null {
  const rows = report.tabs.find(({ key }) => key === "method")?.rows ?? [];
  const cells = rows.find((row) => row.cells[0]?.value === label)?.cells ?? [];
  // The label may reach over several columns, which are null then.
  const value = cells.slice(1).find((cell) => cell != null)?.value;
  return typeof value === "string" && value !== "" ? value : null;
}

import type { ReportModel } from "../report/report-model";

/**
 * The 可比指纹 of the run that wrote a report, as 口径说明 states it to the right of `label`; `null` where the report does not say. Runs of one
 * 可比指纹 followed the same rules, be it up to another 截止日 or with ranks shown (methodology §D.27).
 */
export function rulesFingerprint(report: ReportModel | null, label: string): string | null {
  const rows = report?.tabs.find(({ key }) => key === "method")?.rows ?? [];
  const [, ...right] = rows.find(({ cells }) => cells[0]?.value === label)?.cells ?? [];
  const value = right.map((cell) => cell?.value).find((text) => typeof text === "string");
  return typeof value === "string" && value !== "" ? value : null;
}

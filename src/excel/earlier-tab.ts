import type { LeftTab, ReportModel } from "../core/report/report-model";

/** The tab of that key as the last report has it, or as a report before left it, with the looks it was written in; null where neither knows it. */
export function earlierTab(report: ReportModel | null, key: string): LeftTab | null {
  const tab = report?.tabs.find((one) => one.key === key);
  if (report !== null && tab !== undefined) return { tab, look: report.look };
  return report?.left?.find((one) => one.tab.key === key) ?? null;
}

import type { Assessment } from "../../../src/core/assessment/assessment";
import { USUAL_REPORT } from "../../../src/core/choices";
import { buildReport } from "../../../src/core/report/report";
import type { ReportCell, ReportModel, ReportTab } from "../../../src/core/report/report-model";
import type { TabKind } from "../../../src/core/report/tab-kinds";
import { workbookMessages } from "../../../src/i18n/workbook";
import { renderTab } from "../../support/render-report";

/** The report of an assessment, as values. */
export function reportOf(assessment: Assessment): ReportModel {
  return buildReport(assessment, {
    messages: workbookMessages,
    choices: USUAL_REPORT,
    generatedAt: "2021-12-31 09:00",
    version: "0.1.0",
    live: null,
  });
}

/** The tab of a kind; `null` where it is not made. */
export function tabOf(assessment: Assessment, kind: TabKind): ReportTab | null {
  return reportOf(assessment).tabs.find(({ key }) => key === kind) ?? null;
}

/** A tab as text for reading; empty where it is not made. */
export function textOf(assessment: Assessment, kind: TabKind): string {
  const tab = tabOf(assessment, kind);
  return tab === null ? "" : renderTab(tab);
}

/** The cells of a tab that are the clerk's to fill in. */
export function inputsOf(tab: ReportTab | null): string[] {
  const cells: (ReportCell | null)[] = (tab?.rows ?? []).flatMap(({ cells: own }) => own);
  return cells.flatMap((cell) => (cell?.input === undefined ? [] : [cell.input]));
}

import type { Assessment, FigureStatus, SchemeLine } from "../assessment/assessment";
import type { FigureFormat } from "./report-model";
import type { ReportMessages } from "./report-messages";

/** How a raw figure of a 计量 is shown. */
export function rawFormat(measure: string, value: number): FigureFormat {
  if (/^(次数|去重)/.test(measure)) return "count";
  if (/^(绝对)?时差/.test(measure)) return "days";
  if (/^(求和|均值|中位数)/.test(measure)) return Number.isInteger(value) ? "count" : { decimals: 2, percent: false };
  return "share";
}

/** The word in place of an indicator's missing figure: 未评 or 不适用. */
export function statusWord(status: FigureStatus, { words }: ReportMessages): string {
  return status === "not_applicable" ? words.notApplicable : words.unassessed;
}

/** Indicators in the order in which tabs show them: by subsystem, then as in the scheme. */
export function groupedScheme(assessment: Assessment): SchemeLine[] {
  return assessment.subsystems.flatMap((name) => assessment.scheme.filter(({ subsystem }) => subsystem === name));
}

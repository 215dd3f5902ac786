import { NO_CHOICES } from "../../../src/core/choices";
import { buildReport } from "../../../src/core/report/report";
import { rulesFingerprint } from "../../../src/core/summary/rules-fingerprint";
import { workbookMessages } from "../../../src/i18n/workbook";
import { representative } from "../report/sample";

describe("可比指纹 of a report", () => {
  const assessment = representative();
  const context = { messages: workbookMessages, choices: NO_CHOICES, generatedAt: "", version: "", live: null };
  const report = buildReport(assessment, context);
  const label = workbookMessages.method.labels.rules;

  it("is that of the run that wrote it", () => {
    expect(rulesFingerprint(report, label)).toBe(assessment.rulesFingerprint);
  });

  it("is not known where the report does not say it, or is not there", () => {
    expect(rulesFingerprint({ ...report, tabs: [] }, label)).toBeNull();
    expect(rulesFingerprint(report, "没有这一行")).toBeNull();
    expect(rulesFingerprint(null, label)).toBeNull();
  });
});

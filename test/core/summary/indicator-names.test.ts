import { NO_CHOICES } from "../../../src/core/choices";
import { buildReport } from "../../../src/core/report/report";
import { indicatorNames } from "../../../src/core/summary/indicator-names";
import { workbookMessages } from "../../../src/i18n/workbook";
import { representative } from "../report/sample";

describe("the names of indicators in a report", () => {
  const assessment = representative();
  const context = { messages: workbookMessages, choices: NO_CHOICES, generatedAt: "", version: "", live: null };
  const report = buildReport(assessment, context);
  const expected = new Map(assessment.scheme.map(({ code, name }) => [code, name]));

  it("are those of the run's scheme", () => {
    expect(indicatorNames(report, new Set(expected.keys()))).toEqual(expected);
  });

  it("are missing for a code that the report does not name", () => {
    expect(indicatorNames(report, new Set(["Z9"]))).toEqual(new Map());
    expect(indicatorNames({ ...report, tabs: [] }, new Set(expected.keys()))).toEqual(new Map());
  });
});

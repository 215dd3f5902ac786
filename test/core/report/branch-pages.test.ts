import { join } from "node:path";
import type { Assessment } from "../../../src/core/assessment/assessment";
import { BODY_SIZES, USUAL_REPORT, type ReportChoices } from "../../../src/core/choices";
import { buildReport } from "../../../src/core/report/report";
import type { ReportModel, ReportRow } from "../../../src/core/report/report-model";
import { run } from "../../../src/core/run";
import { workbookMessages } from "../../../src/i18n/workbook";
import { atOnce } from "../../../src/core/steps";
import { assessmentOf, branchOf, SCHEME } from "../../support/assessment";
import { readGrids } from "../../support/grids";

// The whole library is opened anew for each workbook; on a busy machine that takes longer than usual.
jest.setTimeout(240_000);

function assessed(file: string): Assessment {
  const outcome = atOnce(
    run(readGrids(join(__dirname, "../../..", file)), { period: "2021", asOf: null, formula: null }),
  );
  if (outcome.kind !== "assessed") throw new Error(`refused: ${outcome.because}`);
  return outcome.assessment;
}

function manyBranches(count: number): Assessment {
  const branches = Array.from({ length: count }, (_, index) =>
    branchOf({
      branch: `第${index + 1}支部`,
      scores: SCHEME.map((__, line) => ((index * 37 + line * 53) % 101) / 100),
    }),
  );
  return assessmentOf(branches);
}

function reportOf(assessment: Assessment, choices: Partial<ReportChoices>): ReportModel {
  return buildReport(assessment, {
    messages: workbookMessages,
    choices: { ...USUAL_REPORT, ...choices },
    generatedAt: "2021-12-31 09:00",
    version: "0.1.0",
    live: null,
  });
}

/** The rows of 支部评估表 with which its pages begin behind the first one of each tab, and how many pages there are. */
function pagesOf({ tabs }: ReportModel): { readonly pages: number; readonly begun: readonly ReportRow[] } {
  const own = tabs.filter(({ key }) => key.split("/")[0] === "branch");
  const begun = own.flatMap((tab) => tab.rows.filter(({ breakBefore }) => breakBefore === true));
  return { pages: own.length + begun.length, begun };
}

/** How many pages of 问题诊断 begin with a branch, and how many without one after the first of those. */
function diagnosisPages(assessment: Assessment, { tabs }: ReportModel) {
  const rows =
    tabs.find(({ key }) => key === "diagnosis")?.rows.filter(({ breakBefore }) => breakBefore === true) ?? [];
  const names = new Set(assessment.branches.flatMap(({ branch, unit }) => [branch, `${unit ?? ""}${branch}`]));
  const isBranch = ({ cells }: ReportRow) => cells[0]?.role === "section" && names.has(String(cells[0].value));
  const own = rows.slice(rows.findIndex(isBranch));
  return { begun: own.filter(isBranch).length, torn: own.filter((row) => !isBranch(row)).length };
}

describe.each([
  ["the sample workbook", () => assessed("assets/sample-2021.xlsx")],
  ["ledgers in disorder", () => assessed("test/cases/messy-2021.xlsx")],
  ["ledgers with little in them", () => assessed("test/cases/minimal-2021.xlsx")],
  ["sixty branches", () => manyBranches(60)],
])("支部评估表 and 问题诊断 of %s", (_, make) => {
  const assessment = make();

  it.each(BODY_SIZES)("are one page a branch in type of %d points, in one tab and in one each", (bodySize) => {
    const look = { ...USUAL_REPORT.look, bodySize };
    for (const branchPages of ["one", "each"] as const) {
      const report = reportOf(assessment, { look, branchPages });
      expect(pagesOf(report).pages).toBe(assessment.branches.length);
      expect(diagnosisPages(assessment, report)).toEqual({ begun: assessment.branches.length, torn: 0 });
    }
  });
});

it("takes a second page for a longer scheme, which begins with a whole block", () => {
  const scheme = Array.from({ length: 5 }, (_, copy) =>
    SCHEME.map((line) => ({ ...line, code: `${line.code}${copy}` })),
  );
  const long = scheme.flat();
  const branch = branchOf({ branch: "甲支部", scores: long.map((_, index) => (index % 5) / 5) }, long);
  const report = reportOf(assessmentOf([branch], { scheme: long }), {});
  const { pages, begun } = pagesOf(report);
  expect(pages).toBe(2);
  expect(begun.map(({ cells }) => cells[0]?.role)).toEqual(["header"]);
});

import { branchLabel } from "../../../src/core/report/branches";
import { assessmentOf, branchOf, SCHEME } from "../../support/assessment";

/** The names in lists and sentences of branches, each given as its name and 单位. */
function labels(...branches: readonly (readonly [branch: string, unit: string | null])[]): readonly string[] {
  const assessment = assessmentOf(
    branches.map(([branch, unit]) => branchOf({ branch, unit, scores: SCHEME.map(() => 0.5) })),
  );
  return assessment.branches.map((branch) => branchLabel(assessment, branch));
}

it("names a branch alone, and namesakes with their 单位 as it is called for short", () => {
  expect(
    labels(
      ["第一支部", "临江市人民检察院"],
      ["第一支部", "清河县人民检察院"],
      ["第二支部", "清河县人民检察院"],
      ["第一支部", null],
    ),
  ).toEqual(["临江市院第一支部", "清河县院第一支部", "第二支部", "第一支部"]);
});

it("writes 单位 in full where the short names would not tell them apart", () => {
  expect(labels(["甲支部", "清河县检察院"], ["甲支部", "清河县人民检察院"])).toEqual([
    "清河县检察院甲支部",
    "清河县人民检察院甲支部",
  ]);
});

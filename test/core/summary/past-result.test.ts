import { toResult } from "../../../src/core/result";
import { parseResult } from "../../../src/core/summary/past-result";
import { assess, book, branchOf } from "../../support/small-workbook";

const texts = { issue: ({ code }: { code: string }) => code, reason: ({ code }: { code: string }) => `原因 ${code}` };
const assessment = assess(
  book({
    活动台账: [
      { 支部: "甲支部", 日期: "2021-03-05", 类别: "党课" },
      { 支部: "甲支部", 日期: "不详", 类别: "党课" },
    ],
  }),
);
const text = JSON.stringify(toResult(assessment, texts));

describe("a stored result", () => {
  it("is read back as the run gave it", () => {
    const past = parseResult(text);
    const now = branchOf(assessment);
    expect(past).toMatchObject({ period: "2021", asOf: "2021-12-31" });
    expect(past?.schemeFingerprint).toBe(assessment.schemeFingerprint);
    expect(past?.branches).toMatchObject([
      { branch: "甲支部", band: now.band, total: now.total, fusion: now.fusion, coordination: now.coordination },
    ]);
    expect(past?.branches[0]?.problems).toEqual(now.findings.map(({ problem, level }) => ({ problem, level })));
    expect(past?.branches[0]?.indicators).toContainEqual({
      code: "B1",
      status: "unassessed",
      reason: "原因 tableMissing",
    });
    expect(past?.issues.map(({ code }) => code)).toEqual(assessment.issues.map(({ code }) => code));
  });

  it.each([
    ["no JSON", "{"],
    ["no record", "[]"],
    ["no branches", '{"period":"2021","asOf":"2021-12-31","schemeFingerprint":"x","issues":[]}'],
    ["a branch without a name", text.replace('"branch":"甲支部"', '"branch":7')],
    ["an issue without a code", text.replace(/"issues":\[\{"code":"\w+"/u, '"issues":[{"code":null')],
  ])("that is damaged is none: %s", (_, damaged) => {
    expect(parseResult(damaged)).toBeNull();
  });
});

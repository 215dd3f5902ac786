import type { PastResult } from "../../../src/core/summary/past-result";
import { changesBetween as compare } from "../../../src/core/summary/result-changes";
import { branchWith, issueAt, resultWith } from "./results";

const UNKNOWN = { before: null, now: null };
const changesBetween = (before: PastResult, now: PastResult) => compare(before, now, UNKNOWN);

const NOTHING = {
  period: null,
  schemeChanged: false,
  newBranches: [],
  goneBranches: [],
  branches: [],
  newIssues: [],
  solvedIssues: [],
};

describe("what changed since the last run", () => {
  it("is nothing where the same came out, though it was computed anew", () => {
    const again = resultWith({ branches: [branchWith({ fusion: 92 + 1e-12 })] });
    expect(changesBetween(resultWith(), again)).toEqual(NOTHING);
  });

  it("names the steps, figures and lights of a branch that differ", () => {
    const now = branchWith({
      band: "良好",
      total: 82.5,
      fusion: null,
      problems: [
        { problem: "两张皮", level: "红" },
        { problem: "慢一拍", level: "绿" },
      ],
    });
    expect(changesBetween(resultWith(), resultWith({ branches: [now] })).branches).toEqual([
      {
        name: "第一检察部党支部",
        words: [{ what: "band", before: "优秀", now: "良好" }],
        figures: [
          { what: "total", before: 95, now: 82.5 },
          { what: "fusion", before: 92, now: null },
        ],
        problems: [{ problem: "两张皮", before: "绿", now: "红" }],
      },
    ]);
  });

  it("names new and gone branches; the same name in another unit is another branch", () => {
    const before = resultWith({ branches: [branchWith({ unit: "甲县院" }), branchWith({ branch: "综合支部" })] });
    const now = resultWith({ branches: [branchWith({ branch: "综合支部" }), branchWith({ unit: "乙县院" })] });
    expect(changesBetween(before, now)).toEqual({
      ...NOTHING,
      newBranches: ["乙县院第一检察部党支部"],
      goneBranches: ["甲县院第一检察部党支部"],
    });
  });

  it("tells new and solved issues by code and place, whatever the language they were told in", () => {
    const before = resultWith({ issues: [issueAt("dateBlank", "B4"), issueAt("dateBlank", "B5")] });
    const issues = [{ ...issueAt("dateBlank", "B4"), message: "no date" }, issueAt("branchBlank", "A9")];
    const changes = changesBetween(before, resultWith({ issues }));
    expect(changes.newIssues).toEqual([issueAt("branchBlank", "A9")]);
    expect(changes.solvedIssues).toEqual([issueAt("dateBlank", "B5")]);
  });

  it("counts issues alike", () => {
    const twice = resultWith({ issues: [issueAt("a", "A1"), issueAt("a", "A1")] });
    const once = resultWith({ issues: [issueAt("a", "A1")] });
    expect(changesBetween(once, twice).newIssues).toHaveLength(1);
    expect(changesBetween(twice, once).solvedIssues).toHaveLength(1);
  });

  it("says where the scheme changed", () => {
    expect(changesBetween(resultWith(), resultWith({ schemeFingerprint: "other" }))).toEqual({
      ...NOTHING,
      schemeChanged: true,
    });
  });

  it.each<[string, string | null, string | null, boolean]>([
    ["tells no change of the scheme where only 截止日 or 显示名次 changed", "aaa", "aaa", false],
    ["tells the change of a rule", "aaa", "bbb", true],
    ["goes by the fingerprint of the results where that of the rules before is not known", null, "aaa", true],
    ["goes by the fingerprint of the results where that of the rules now is not known", "aaa", null, true],
  ])("%s", (_, before, now, schemeChanged) => {
    const other = resultWith({ schemeFingerprint: "other" });
    expect(compare(resultWith(), other, { before, now })).toEqual({ ...NOTHING, schemeChanged });
  });

  it("tells the change of a rule that the fingerprint of the results does not know", () => {
    expect(compare(resultWith(), resultWith(), { before: "aaa", now: "bbb" }).schemeChanged).toBe(true);
  });

  it("compares no branches of another period", () => {
    const now = resultWith({ period: "2022", branches: [], issues: [issueAt("a", "A1")] });
    expect(changesBetween(resultWith(), now)).toEqual({ ...NOTHING, period: { before: "2021", now: "2022" } });
  });
});

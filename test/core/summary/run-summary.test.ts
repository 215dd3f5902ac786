import { summarise } from "../../../src/core/summary/run-summary";
import { branchWith, issueAt, resultWith } from "./results";

describe("the summary of a run", () => {
  it("counts the branches of each band and level from the best down, 未评 last", () => {
    const none = { band: null, coordinationLevel: null, fusionLevel: null };
    const branches = [
      branchWith({ branch: "甲", ...none }),
      branchWith({ branch: "乙", band: "较差", coordinationLevel: "濒临失调", fusionLevel: "两张皮" }),
      branchWith({ branch: "丙" }),
      branchWith({ branch: "丁" }),
    ];
    const summary = summarise(resultWith({ branches }));
    expect(summary.branches).toBe(4);
    expect(summary.bands).toEqual([
      { name: "优秀", branches: 2 },
      { name: "较差", branches: 1 },
      { name: "未评", branches: 1 },
    ]);
    expect(summary.coordinationLevels.map(({ name }) => name)).toEqual(["优质协调", "濒临失调", "未评"]);
    expect(summary.fusionLevels.map(({ name }) => name)).toEqual(["深度融合", "两张皮", "未评"]);
  });

  it("lists red findings before yellow ones, and no others", () => {
    const problems = (...levels: readonly string[]) =>
      levels.map((level, index) => ({ problem: ["两张皮", "慢一拍", "老一套"][index] ?? "", level }));
    const branches = [
      branchWith({ branch: "甲", problems: problems("黄", "未评", "绿") }),
      branchWith({ branch: "乙", unit: "东川县院", problems: problems("绿", "红", "黄") }),
    ];
    expect(summarise(resultWith({ branches })).findings).toEqual([
      { branch: "乙", unit: "东川县院", name: "乙", problem: "慢一拍", level: "红" },
      { branch: "甲", unit: null, name: "甲", problem: "两张皮", level: "黄" },
      { branch: "乙", unit: "东川县院", name: "乙", problem: "老一套", level: "黄" },
    ]);
  });

  it("tells namesakes apart by their units, the others need none", () => {
    const problems = [{ problem: "两张皮", level: "红" }];
    const branches = [
      branchWith({ branch: "甲", unit: "东川县院", problems }),
      branchWith({ branch: "甲", unit: "西坪县院", problems }),
      branchWith({ branch: "乙", unit: "西坪县院", problems }),
    ];
    const { findings } = summarise(resultWith({ branches }));
    expect(findings.map(({ name }) => name)).toEqual(["东川县院甲", "西坪县院甲", "乙"]);
  });

  it("says what is 未评 for how many branches and why, the commonest reason first", () => {
    const indicators = (reason: string) => [
      { code: "B1", status: "unassessed", reason },
      { code: "B3", status: "not_applicable", reason: "不适用" },
      { code: "D1", status: "assessed", reason: null },
    ];
    const branches = ["缺列", "缺表", "缺表"].map((reason) => branchWith({ indicators: indicators(reason) }));
    expect(summarise(resultWith({ branches })).unassessed).toEqual([
      {
        code: "B1",
        branches: 3,
        reasons: [
          { text: "缺表", branches: 2 },
          { text: "缺列", branches: 1 },
        ],
      },
    ]);
  });

  it("counts the issues by severity", () => {
    const issues = [issueAt("a", "A1", "error"), issueAt("b", "A2"), issueAt("c", "A3", "info"), issueAt("b", "A4")];
    expect(summarise(resultWith({ issues })).issues).toEqual({ error: 1, warning: 2, info: 1 });
  });
});

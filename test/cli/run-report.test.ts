import { parseRunReport, unassessedBranches } from "../../src/workbench/cli/run-report";

describe("what the add-in tells of a run", () => {
  it("is read as it was left, and anything missing is blank", () => {
    const issue = { code: "periodGuessed", severity: "info", sheet: null, cell: null, message: "2021" };
    expect(
      parseRunReport(
        JSON.stringify({ stage: "end", done: 1, total: 2, outcome: "assessed", because: null, issues: [issue] }),
      ),
    ).toEqual({
      stage: "end",
      done: 1,
      total: 2,
      outcome: "assessed",
      because: null,
      issues: [issue],
    });
    expect(parseRunReport(`{"stage":"read"}`)).toMatchObject({ stage: "read", outcome: null, issues: [] });
    expect(parseRunReport(undefined)).toBeNull();
  });
});

describe("branches without any overall figure", () => {
  const branch = (name: string, fusion: number | null, total: number | null, status: string) => ({
    branch: name,
    fusion,
    total,
    indicators: { D1: { status }, B1: { status: "not_applicable" } },
  });

  it("count where they exist in the period", () => {
    const branches = [
      branch("甲", null, null, "unassessed"),
      branch("乙", null, 70, "unassessed"),
      branch("丙", 60, null, "assessed"),
      branch("丁（期内未成立）", null, null, "not_applicable"),
    ];
    expect(unassessedBranches({ branches })).toEqual(["甲"]);
  });

  it("are named with their unit where another has the same name", () => {
    const own = branch("甲", null, null, "unassessed");
    const branches = [
      { ...own, unit: "临江市人民检察院" },
      { ...own, unit: "清河县人民检察院" },
    ];
    expect(unassessedBranches({ branches })).toEqual(["临江市人民检察院甲", "清河县人民检察院甲"]);
  });
});

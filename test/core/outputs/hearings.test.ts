import type { BranchHearings } from "../../../src/core/assessment/assessment";
import { HEARING_KINDS } from "../../../src/core/outputs/hearings";
import { ROSTER, type Row, assess, book } from "../../support/small-workbook";

function hearingsOf(cases: readonly Row[]): BranchHearings | undefined {
  const rows = cases.map((row) => ({ 支部: "甲支部", 日期: "2021-03-01", 案件: "某案", ...row }));
  return assess(book({ 支部名册: ROSTER, 办案效果: rows })).outputs.hearings[0];
}

describe("听证 (methodology §8)", () => {
  test("counts hearings, and in how many of them each kind of participant took part", () => {
    const found = hearingsOf([
      { 听证: "是", 听证参加人: "人大代表2人、律师" },
      { 听证: "是", 听证参加人: "市政协委员王某；人民监督员" },
      { 听证: "√", 听证参加人: "人大代表、人大代表" },
      { 听证: "否", 听证参加人: null },
    ]);
    expect(found?.hearings).toMatchObject({ count: 3, evidence: { rows: 3 } });
    expect(HEARING_KINDS).toEqual(["人大代表", "政协委员", "律师", "人民监督员"]);
    expect(found?.kinds?.map(({ count }) => count)).toEqual([2, 1, 1, 1]);
    expect(found?.others).toBe(0);
  });

  test("tells a hearing by its participants too, and a zero is none", () => {
    const found = hearingsOf([
      { 听证: null, 听证参加人: "社区群众" },
      { 听证: 0, 听证参加人: null },
      { 听证: "1次", 听证参加人: null },
    ]);
    expect(found?.hearings.count).toBe(2);
    expect(found?.others).toBe(1);
  });

  test("does not take a 特约监督员 for a 人民监督员, but 监督员 alone", () => {
    const found = hearingsOf([
      { 听证: "是", 听证参加人: "特约监督员" },
      { 听证: "是", 听证参加人: "监督员" },
    ]);
    expect(found?.kinds?.[3]?.count).toBe(1);
    expect(found?.others).toBe(1);
  });

  test("says nothing of the participants where no column tells them", () => {
    const found = hearingsOf([{ 听证: "是" }]);
    expect(found?.hearings.count).toBe(1);
    expect(found?.kinds).toBeNull();
  });

  test("is 未评 without the columns and without the table", () => {
    expect(hearingsOf([{ 政治效果: "好" }])?.reason?.code).toBe("columnsMissing");
    expect(assess(book({ 支部名册: ROSTER })).outputs.hearings[0]?.reason?.code).toBe("tableMissing");
  });
});

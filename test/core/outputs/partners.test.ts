import type { PartnerMatrix } from "../../../src/core/assessment/assessment";
import { uncoveredPartners } from "../../../src/core/outputs/partners";
import { ROSTER, type Row, type Tables, assess, book } from "../../support/small-workbook";

const activity = (branch: string, day: string, rest: Row): Row => ({
  支部: branch,
  日期: day,
  类别: "联学联建",
  ...rest,
});

function matrixOf(activities: readonly Row[], tables: Tables = {}): PartnerMatrix {
  return assess(book({ 支部名册: ROSTER, 活动台账: activities, ...tables })).outputs.partners;
}

/** Partner × count and last day of a branch, by name. */
function rowOf({ partners, branches }: PartnerMatrix, branch: number): string[] {
  return (branches[branch]?.partners ?? []).map(
    ({ partner, count, last }) => `${partners[partner]?.name ?? ""} ${count} ${last ?? ""}`,
  );
}

describe("共建矩阵 (methodology §8)", () => {
  test("counts the activities of a branch with each partner, with the last day and the rows", () => {
    const matrix = matrixOf([
      activity("甲支部", "2021-03-01", { 共建单位: "花园社区党支部" }),
      activity("甲支部", "2021-05-02", { 共建单位: "花园社区党支部、市法院刑一庭" }),
      activity("乙支部", "2021-04-01", { 共建单位: "花园社区" }),
    ]);
    expect(rowOf(matrix, 0)).toEqual(["花园社区党支部 2 2021-05-02", "市法院刑一庭 1 2021-05-02"]);
    expect(rowOf(matrix, 1)).toEqual(["花园社区党支部 1 2021-04-01"]);
    expect(matrix.branches[0]?.activities).toMatchObject({ count: 2, evidence: { rows: 2 } });
    expect(matrix.branches[0]?.partners[0]?.evidence).toEqual({
      table: "活动台账",
      rows: 2,
      sheets: [{ sheet: "活动台账", runs: [2, 3] }],
    });
  });

  test("takes spellings that differ in width, spaces, punctuation, case and the ending 党支部 for one partner", () => {
    const matrix = matrixOf([
      activity("甲支部", "2021-03-01", { 共建单位: "ABC公司 党支部" }),
      activity("甲支部", "2021-03-02", { 共建单位: "ａｂｃ公司支部" }),
      activity("甲支部", "2021-03-03", { 共建单位: "“abc公司”党总支" }),
    ]);
    expect(rowOf(matrix, 0)).toEqual(["ABC公司 党支部 3 2021-03-03"]);
  });

  test("counts an activity of several branches for each, but once for the partner, and no branch as its own partner", () => {
    const matrix = matrixOf([
      activity("甲支部、乙支部", "2021-03-01", { 共建单位: "甲支部、乙支部、花园社区" }),
      activity("丙支部", "2021-03-01", { 共建单位: "丙党支部" }),
    ]);
    expect(rowOf(matrix, 0)).toEqual(["花园社区 1 2021-03-01", "乙支部 1 2021-03-01"]);
    expect(rowOf(matrix, 1)).toEqual(["花园社区 1 2021-03-01", "甲支部 1 2021-03-01"]);
    expect(rowOf(matrix, 2)).toEqual([]);
    expect(matrix.partners[0]).toMatchObject({ name: "花园社区", branches: 2, count: 1 });
  });

  test("puts the partners of most branches first, then those of most activities, then in order of appearance", () => {
    const matrix = matrixOf([
      activity("甲支部", "2021-01-01", { 共建单位: "一" }),
      activity("甲支部", "2021-01-02", { 共建单位: "二" }),
      activity("甲支部", "2021-01-03", { 共建单位: "三" }),
      activity("甲支部", "2021-01-04", { 共建单位: "三" }),
      activity("甲支部", "2021-01-05", { 共建单位: "四" }),
      activity("乙支部", "2021-01-06", { 共建单位: "四" }),
    ]);
    expect(matrix.partners.map(({ name }) => name)).toEqual(["四", "三", "一", "二"]);
  });

  test("passes over 空值 words and rows outside the window", () => {
    const matrix = matrixOf([
      activity("甲支部", "2021-01-01", { 共建单位: "无" }),
      activity("甲支部", "2021-01-02", { 共建单位: "花园社区、无" }),
      activity("甲支部", "2020-12-31", { 共建单位: "市法院" }),
    ]);
    expect(matrix.partners.map(({ name }) => name)).toEqual(["花园社区"]);
  });

  test("counts the 共建方向, with blank ones beside a filled 党建+ as 党建+, and leaves none without its zero", () => {
    const matrix = matrixOf([
      activity("甲支部", "2021-01-01", { 共建方向: "横向、内部", "党建+": null }),
      activity("甲支部", "2021-01-02", { 共建方向: null, "党建+": "送法" }),
      activity("甲支部", "2021-01-03", { 共建方向: "党建＋乡村振兴" }),
    ]);
    const counts = matrix.branches[0]?.directions.map(({ count }) => count);
    expect(matrix.directions).toEqual(["内部联建", "上下级对口", "横向交流", "党建+"]);
    expect(counts).toEqual([1, 0, 1, 2]);
  });

  test("names as uncovered the partners that two branches or more have and this one has not", () => {
    const matrix = matrixOf([
      activity("甲支部", "2021-01-01", { 共建单位: "花园社区、市法院" }),
      activity("乙支部", "2021-01-02", { 共建单位: "花园社区" }),
    ]);
    expect(uncoveredPartners(matrix, 2).map((index) => matrix.partners[index]?.name)).toEqual(["花园社区"]);
    expect(uncoveredPartners(matrix, 0)).toEqual([]);
  });

  test("does not name a branch as uncovered for itself", () => {
    const matrix = matrixOf([
      activity("甲支部", "2021-01-01", { 共建单位: "丙党支部、花园社区" }),
      activity("乙支部", "2021-01-02", { 共建单位: "丙支部、花园社区" }),
      activity("丙支部", "2021-01-03", { 共建单位: "市法院" }),
    ]);
    expect(uncoveredPartners(matrix, 2).map((index) => matrix.partners[index]?.name)).toEqual(["花园社区"]);
  });

  test("is 未评, not zero, where the ledger lacks the column or is missing", () => {
    const without = matrixOf([{ 支部: "甲支部", 日期: "2021-01-01", 类别: "党课" }]);
    expect(without.branches[0]?.reason).toEqual({
      code: "columnsMissing",
      params: { table: "活动台账", columns: "共建单位" },
    });
    expect(without.branches[0]?.directionReason?.code).toBe("columnsMissing");
    expect(uncoveredPartners(without, 0)).toEqual([]);
    const missing = assess(book({ 支部名册: ROSTER })).outputs.partners;
    expect(missing.branches.map(({ reason }) => reason?.code)).toEqual([
      "tableMissing",
      "tableMissing",
      "tableMissing",
    ]);
  });

  test("reads for a branch only the ranges that have the column", () => {
    const matrix = matrixOf([activity("甲支部", "2021-01-01", { 共建单位: "花园社区" })], {
      "活动台账#2": [{ 支部: "乙支部", 日期: "2021-01-01", 类别: "党课" }],
    });
    expect(matrix.branches.map(({ reason }) => reason?.code ?? null)).toEqual([null, "columnsMissing", null]);
    expect(matrix.branches[2]?.activities.count).toBe(0);
  });
});

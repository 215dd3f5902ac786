import fc from "fast-check";
import type { BranchPipeline } from "../../../src/core/assessment/assessment";
import { conversionsOf } from "../../../src/core/outputs/pipeline";
import { ROSTER, type Row, assess, book, cellsOf } from "../../support/small-workbook";

const assessed = (rows: readonly Row[]) =>
  assess(book({ 支部名册: ROSTER, 队伍梯队: rows.map((row) => ({ 支部: "甲支部", 期间: "2021", ...row })) }));

function pipelineOf(rows: readonly Row[]): BranchPipeline | undefined {
  return assessed(rows).outputs.pipelines[0];
}

describe("队伍梯队 (methodology §8)", () => {
  test("gives head counts and the share of each stage in the one before", () => {
    const found = pipelineOf([{ 干警: 25, 党员: 20, 骨干: 5, 先进: 2 }]);
    expect(found?.counts).toEqual([25, 20, 5, 2]);
    expect(found?.conversions).toEqual([0.8, 0.25, 0.4]);
    expect(found?.periods).toMatchObject([{ period: "2021", doubts: [], evidence: { rows: 1 } }]);
  });

  test("drops rows inside a longer 期间, averages those of the same, and keeps the others in their order (§C.6)", () => {
    const found = pipelineOf([
      { 期间: "2021Q4", 干警: 40 },
      { 期间: "2021H1", 干警: 10 },
      { 期间: "2021Q1", 干警: 99 },
      { 期间: "2021年上半年", 干警: 20 },
      { 期间: "2020", 干警: 99 },
    ]);
    expect(found?.periods.map(({ period, counts }) => [period, counts[0]])).toEqual([
      ["2021H1", 15],
      ["2021Q4", 40],
    ]);
    expect(found?.counts[0]).toBeCloseTo(70 / 3, 12);
  });

  test("has no share where a stage is missing or the one before is nobody", () => {
    const found = pipelineOf([{ 干警: 0, 党员: 0, 骨干: null, 先进: 2 }]);
    expect(found?.conversions).toEqual([null, null, null]);
    expect(found?.counts).toEqual([0, 0, null, 2]);
  });

  test("asks to check a stage larger than the one before, across one that is missing, too", () => {
    const found = pipelineOf([{ 干警: 25, 党员: 20, 骨干: 21, 先进: 3 }]);
    expect(found?.periods[0]?.doubts).toEqual([{ kind: "exceeds", stage: "骨干", of: "党员" }]);
    expect(pipelineOf([{ 干警: 25, 党员: 20, 骨干: null, 先进: 30 }])?.periods[0]?.doubts).toEqual([
      { kind: "exceeds", stage: "先进", of: "党员" },
    ]);
  });

  test("asks to check a head count that is negative, which is none, or not whole", () => {
    const found = pipelineOf([{ 干警: -3, 党员: 20.5 }]);
    expect(found?.counts.slice(0, 2)).toEqual([null, 20.5]);
    expect(found?.periods[0]?.doubts).toEqual([
      { kind: "noCount", stage: "干警" },
      { kind: "noCount", stage: "党员" },
    ]);
  });

  test("lists a cell that is no number", () => {
    expect(cellsOf(assessed([{ 干警: "若干", 党员: 3 }]), "numberUnreadable")).toEqual(["C2"]);
  });

  test("is 未评 without the table", () => {
    expect(assess(book({ 支部名册: ROSTER })).outputs.pipelines[0]?.reason?.code).toBe("tableMissing");
  });

  test("multiplying the shares gives the share of the last stage in the first", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 4, maxLength: 4 }), (counts) => {
        const whole = conversionsOf(counts).reduce<number>((product, share) => product * (share ?? Number.NaN), 1);
        expect(whole).toBeCloseTo((counts[3] ?? 0) / (counts[0] ?? 1), 9);
      }),
    );
  });
});

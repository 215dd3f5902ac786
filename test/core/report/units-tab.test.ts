import type { Assessment } from "../../../src/core/assessment/assessment";
import { assessmentOf, branchOf, SCHEME, type Score } from "../../support/assessment";
import { evaluate } from "../../support/plain-formula";
import { representative } from "./sample";
import { inputsOf, reportOf, tabOf, textOf } from "./tab-of";

/** Branches of two units in turn, so that no two neighbours share one. */
function scattered(pairs: number, score: (branch: number) => Score): Assessment {
  return assessmentOf(
    Array.from({ length: 2 * pairs }, (_, index) =>
      branchOf({
        branch: `第${index + 1}支部`,
        unit: index % 2 === 0 ? "甲院" : "乙院",
        scores: SCHEME.map(() => score(index)),
      }),
    ),
  );
}

function formulasOf(assessment: Assessment): string[] {
  return (tabOf(assessment, "units")?.rows ?? []).flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell?.formula === undefined ? [] : [cell.formula])),
  );
}

describe("单位汇总", () => {
  test("counts, averages and spreads by formulas over the rows of each unit in 指标得分", () => {
    const text = textOf(representative(), "units");
    expect(text).toMatch(/临江市人民检察院 \| 2 \| 1 \{=COUNTIF\('指标得分'!M\d+:M\d+,"深度融合"\)\}/u);
    expect(text).toMatch(/=AVERAGE\('指标得分'!L\d+:L\d+\)/u);
    expect(text).toMatch(/=STDEV\.S\('指标得分'!L\d+:L\d+\)/u);
  });

  test("takes the branches of a unit wherever they stand", () => {
    const assessment = scattered(4, (index) => (index + 1) / 10);
    const model = reportOf(assessment);
    const tab = model.tabs.find(({ key }) => key === "units");
    const figures = (tab?.rows ?? []).flatMap(({ cells }) => cells.filter((cell) => cell?.formula !== undefined));
    expect(figures.length).toBeGreaterThan(40);
    for (const cell of figures)
      expect(evaluate(cell?.formula ?? "", model, "单位汇总")).toBeCloseTo(Number(cell?.value), 9);
  });

  test("stands as values where a unit's rows are too scattered for a formula", () => {
    const formulas = formulasOf(scattered(61, () => 0.8));
    expect(formulas.filter((formula) => formula.includes("指标得分"))).toEqual([]);
    expect(formulasOf(scattered(60, () => 0.8)).some((formula) => formula.includes("指标得分"))).toBe(true);
  });

  test("leaves units without a mean out of the chart and says in a sentence what it shows", () => {
    const tab = tabOf(
      scattered(2, (index) => (index % 2 === 0 ? 0.9 : "未评")),
      "units",
    );
    expect(tab?.charts.find(({ name }) => name === "fusion")?.categories.rowCount).toBe(1);
    expect(
      textOf(
        scattered(2, (index) => (index % 2 === 0 ? 0.9 : "未评")),
        "units",
      ),
    ).toContain("1个单位的融合指数平均值为");
  });

  test("draws no chart and says so where no branch has an F", () => {
    const nothing = scattered(2, () => "未评");
    expect(tabOf(nothing, "units")?.charts).toEqual([]);
    expect(textOf(nothing, "units")).toContain("没有支部算出融合指数，不作图");
  });

  test("keeps the figures of the chart off the paper and has a place for the clerk's words", () => {
    const tab = tabOf(representative(), "units");
    expect(tab?.printed?.last).toBeLessThan((tab?.rows.length ?? 0) - 1);
    expect(inputsOf(tab)).toEqual(["remark"]);
  });
});

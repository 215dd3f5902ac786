import { assess, book, type Row } from "../../support/small-workbook";
import { evaluate } from "../../support/plain-formula";
import { representative } from "./sample";
import { inputsOf, reportOf, tabOf, textOf } from "./tab-of";

function pipelines(rows: readonly Row[], branches = ["甲支部", "乙支部"]) {
  return assess(book({ 支部名册: branches.map((branch) => ({ 支部: branch })), 队伍梯队: rows }));
}

describe("队伍梯队", () => {
  test("gives the counts of every branch and 期间 and the shares as formulas over them", () => {
    const text = textOf(representative(), "pipeline");
    expect(text).toMatch(/第一支部 \| 2021年 \| 25 \| 20 \| 6 \| 3 \| 80\.0% \{=D(\d+)\/C\1\} \| 30\.0%/u);
    expect(text).toMatch(/第二支部 \| 2021年上半年 \| 18 \| 12 \| 4 \| 1/u);
    expect(text).toMatch(/第三支部 \| 2021年 \| 16 \| 10 \| 12 \| 未评 [^\n]*队伍梯队1行 →队伍梯队!A5/u);
  });

  test("adds up the branches, by formulas where each has one line, and draws the sums", () => {
    const assessment = pipelines([
      { 支部: "甲支部", 期间: "2021", 干警: 20, 党员: 10, 骨干: 5, 先进: null },
      { 支部: "乙支部", 期间: "2021", 干警: 10, 党员: null, 骨干: 1, 先进: null },
    ]);
    const model = reportOf(assessment);
    const tab = model.tabs.find(({ key }) => key === "pipeline");
    const total = tab?.rows.find(({ cells }) => cells[0]?.value === "合计")?.cells ?? [];
    expect(total.slice(2, 9).map((cell) => cell?.value)).toEqual([30, 10, 6, "未评", 0.5, 0.5, "未评"]);
    for (const cell of total.slice(2, 5))
      expect(evaluate(cell?.formula ?? "", model, "队伍梯队分析")).toBe(cell?.value);
    expect(tab?.charts).toMatchObject([{ kind: "bar", categories: { rowCount: 3 } }]);
    expect(textOf(assessment, "pipeline")).toContain(
      "2个支部合计，干警30人，党员10人（为干警的50.0%），骨干6人（为党员的50.0%）",
    );
  });

  test("adds the mean of a branch with several 期间, which no formula over the lines gives", () => {
    const text = textOf(representative(), "pipeline");
    expect(text).toMatch(/合计 \| 3个支部 \| 59\.5 \| 43 \| 22\.5 \| 4\.5 \| 72\.3%/u);
  });

  test("lists what contradicts, with the rows and a place for what was found", () => {
    const text = textOf(representative(), "pipeline");
    expect(text).toMatch(/第三支部 \| 2021年 \| 骨干人数多于党员人数，请核实 [^\n]*队伍梯队!A5/u);
    expect(inputsOf(tabOf(representative(), "pipeline"))).toContain(
      "note:doubt:清河县人民检察院:第三支部:2021:exceeds:骨干",
    );
    expect(textOf(pipelines([{ 支部: "甲支部", 期间: "2021", 干警: 9, 党员: 8 }]), "pipeline")).toContain(
      "没有相互矛盾的人数",
    );
  });

  test("says why a branch has no counts, and is not made where none has any", () => {
    expect(textOf(pipelines([{ 支部: "甲支部", 期间: "2021", 干警: 9 }]), "pipeline")).toContain(
      "未评：“队伍梯队”表在评估期内没有可用的行",
    );
    expect(tabOf(pipelines([{ 支部: "甲支部", 期间: "2020", 干警: 9 }]), "pipeline")).toBeNull();
  });

  test("draws nothing where no count can be read", () => {
    const tab = tabOf(pipelines([{ 支部: "甲支部", 期间: "2021", 干警: "若干" }]), "pipeline");
    expect(tab?.charts).toEqual([]);
  });
});

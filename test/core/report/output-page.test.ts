import { USUAL_REPORT } from "../../../src/core/choices";
import { buildReport } from "../../../src/core/report/report";
import { workbookMessages } from "../../../src/i18n/workbook";
import { assess, book, type Row } from "../../support/small-workbook";

/** Names of the places for remarks on the first branch, beside which `others` are assessed. */
function remarkNames(others: readonly Row[]): readonly string[] {
  const branches = [{ 单位: "清河县人民检察院", 支部: "第一支部" }, ...others];
  const assessment = assess(
    book({
      支部名册: branches,
      活动台账: branches.map((branch) => ({
        ...branch,
        日期: 44_290,
        类别: "党课",
        共建方向: "横向交流",
        共建单位: "街道",
      })),
      办案效果: branches.map((branch) => ({ ...branch, 日期: 44_290, 类型: "公开听证" })),
      荣誉成果: branches.map((branch) => ({ ...branch, 日期: 44_350, 名称: "先进", 级别: "市级" })),
      队伍梯队: branches.map((branch) => ({ ...branch, 期间: 2021, 干警: 5, 党员: 9, 骨干: 2, 先进: 1 })),
    }),
  );
  const { tabs } = buildReport(assessment, {
    messages: workbookMessages,
    choices: USUAL_REPORT,
    generatedAt: "2021-12-31 09:00",
    version: "0.1.0",
    live: null,
  });
  const names = tabs
    .filter(({ key }) => ["partners", "brands", "pipeline"].includes(key))
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.input ?? [])));
  return names.filter((name) => name.includes("清河县人民检察院:第一支部"));
}

it("names the remarks on a branch alike, whether or not another 单位 has a branch of the same name", () => {
  const alone = remarkNames([{ 单位: "清河县人民检察院", 支部: "第二支部" }]);
  expect(alone.length).toBeGreaterThanOrEqual(5);
  expect(remarkNames([{ 单位: "东川县人民检察院", 支部: "第一支部" }])).toEqual(alone);
});

import type { Assessment } from "../../../src/core/assessment/assessment";
import { BODY_SIZES, USUAL_REPORT } from "../../../src/core/choices";
import { HEADING_ROWS } from "../../../src/core/report/heading";
import { buildReport } from "../../../src/core/report/report";
import type { ReportTab } from "../../../src/core/report/report-model";
import { workbookMessages } from "../../../src/i18n/workbook";
import { assess, book, type Row } from "../../support/small-workbook";

jest.setTimeout(120_000);

/** Branches of which each has partners, a brand without activities, honours, and head counts of four quarters. */
function assessed(count: number): Assessment {
  const branches = Array.from({ length: count }, (_, index) => `第${index + 1}支部`);
  const each = (rows: (branch: string, index: number) => readonly Row[]) => branches.flatMap(rows);
  return assess(
    book(
      {
        支部名册: each((支部, index) => [{ 支部, 党员数: 9 + (index % 4), 支部品牌: `品牌${index}` }]),
        活动台账: each((支部, index) =>
          [44_250, 44_290, 44_400].map((日期, of) => ({
            支部,
            日期,
            类别: of === index % 3 ? "党课" : "主题党日",
            业务结合点: index % 2 === 0 ? "公开听证" : null,
            共建方向: "横向交流",
            共建单位: `共建单位${(index + of) % 13}`,
          })),
        ),
        业务指标: each((支部, index) => [
          { 支部, 期间: 2021, 指标: "办结率", 数值: (index % 10) / 10, 下限: 0, 上限: 1 },
        ]),
        荣誉成果: each((支部) => [{ 支部, 日期: 44_350, 名称: "先进", 授予单位: "市院", 级别: "市级" }]),
        队伍梯队: each((支部, index) =>
          ["2021Q1", "2021Q2", "2021Q3", "2021Q4"].map((期间) => ({
            ...{ 支部, 期间, 干警: 20 + (index % 7), 党员: 12, 骨干: 5, 先进: index % 3 },
          })),
        ),
      },
      [
        { 代码: "D1", 子系统: "党建", 计量: "次数", 条件: "类别=党课", 上限: 2 },
        { 代码: "B1", 子系统: "业务", 数据表: "业务指标", 计量: "达成" },
        { 代码: "R1", 计量: "占比(业务结合点非空)" },
      ],
    ),
  );
}

/** Where a page of a tab begins that has neither headings on every page nor a form a page. */
function bareBeginnings({ key, name, rows, titleRows }: ReportTab): string[] {
  if (key === "branch" || (titleRows?.last ?? 0) > HEADING_ROWS.subtitle) return [];
  return rows.flatMap(({ cells, breakBefore }, row) => {
    const role = cells[0]?.role ?? "blank";
    return breakBefore === true && !["section", "header", "note", "blank"].includes(role) ? [`${name} ${row + 1}`] : [];
  });
}

describe.each([7, 23, 41])("the printed pages of %d branches", (count) => {
  const assessment = assessed(count);

  it.each(BODY_SIZES)(
    "begin with no line and no sum of a table in type of %d points: its headings stand above",
    (bodySize) => {
      const { tabs } = buildReport(assessment, {
        messages: workbookMessages,
        choices: { ...USUAL_REPORT, look: { ...USUAL_REPORT.look, bodySize } },
        generatedAt: "2021-12-31 09:00",
        version: "0.1.0",
        live: null,
      });
      expect(tabs.map(({ key }) => key)).toEqual(expect.arrayContaining(["partners", "brands", "pipeline"]));
      expect(tabs.flatMap(bareBeginnings)).toEqual([]);
    },
  );
});

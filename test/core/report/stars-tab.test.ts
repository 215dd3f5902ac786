import { USUAL_REPORT } from "../../../src/core/choices";
import { buildReport } from "../../../src/core/report/report";
import type { ReportTab } from "../../../src/core/report/report-model";
import { workbookMessages } from "../../../src/i18n/workbook";
import { assessmentOf, branchOf, SCHEME } from "../../support/assessment";
import { renderTab } from "../../support/render-report";
import { representative } from "./sample";

function starsOf(assessment: ReturnType<typeof representative>): ReportTab | undefined {
  return buildReport(assessment, {
    messages: workbookMessages,
    choices: USUAL_REPORT,
    generatedAt: "2021-12-31 09:00",
    version: "0.1.0",
    live: null,
  }).tabs.find(({ key }) => key === "stars");
}

describe("月度与季度之星", () => {
  test("names the first-placed of each 期间 with a link to the post, and what to check in 星级记录", () => {
    const tab = starsOf(representative());
    const text = tab === undefined ? "" : renderTab(tab);
    expect(text).toContain("2021年4月 | 每月之星 | 李四 →先锋岗!A3 | 第一支部 | 3 | 7");
    expect(text).toContain("孙七 →星级记录!B4 | 先锋岗中没有该人本期记录，请核实");
    expect(text).toContain("本期有候选人而没有星级记录，请核实");
  });

  test("has a place for a remark beside every star and every check, each with a name of its own", () => {
    const { stars, starChecks, ...rest } = representative();
    const tab = starsOf({ ...rest, stars: [...stars, ...stars], starChecks });
    const names = (tab?.rows ?? []).flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell?.input === undefined ? [] : [cell.input])),
    );
    expect(names).toHaveLength(2 * stars.length + starChecks.length);
    expect(new Set(names).size).toBe(names.length);
    expect(names[0]).toBe("note:2021-04:每月之星:第一支部:李四");
  });

  test("is not made where there is neither a star nor anything to check", () => {
    expect(starsOf(assessmentOf([branchOf({ branch: "甲支部", scores: SCHEME.map(() => 1) })]))).toBeUndefined();
  });

  test("says so where only the one or the other exists", () => {
    const whole = representative();
    const one = starsOf({ ...whole, stars: [] });
    const other = starsOf({ ...whole, starChecks: [] });
    expect(one === undefined ? "" : renderTab(one)).toContain("没有三项标准齐备的先锋岗记录");
    expect(other === undefined ? "" : renderTab(other)).toContain("星级记录没有需要核对的事项");
  });
});

import type { CellValue, WorkbookGrids } from "../../src/core/grid";
import { isoOf } from "../../src/core/calendar";
import { type ChosenPeriod, choosePeriod } from "../../src/core/period";
import { periodName } from "../../src/core/ledger/read-period";
import { workbookRanges } from "../../src/core/ledger/workbook-ranges";
import { atOnce } from "../../src/core/steps";
import { WORDS, rosterSheet, sheetOf, workbookOf } from "../support/grid-builder";

const choose = (grids: WorkbookGrids, named: string | null): ChosenPeriod => {
  const { ranges } = atOnce(workbookRanges(grids, WORDS));
  return atOnce(choosePeriod(named, { ranges, date1904: grids.date1904, words: WORDS }));
};

const activities = (...dates: readonly CellValue[]): ReturnType<typeof sheetOf> =>
  sheetOf("台账", [["支部", "日期", "类别"], ...dates.map((date) => ["甲支部", date, "党课"])]);
const chosen = (sheets: readonly ReturnType<typeof sheetOf>[], date1904 = false): string => {
  const period = choose(workbookOf(sheets, { date1904 }), null);
  return period.kind === "chosen" ? periodName(period.days, isoOf) : period.because;
};

describe("the period of a run (methodology §3)", () => {
  it("is the one named", () => {
    const period = choose(workbookOf([]), "2021年二季度");
    expect(period.kind === "chosen" ? periodName(period.days, isoOf) : "").toBe("2021Q2");
    expect(period.issues).toEqual([]);
  });

  it.each(["", "去年", "2021Q5"])("is refused where %p is named", (text) => {
    expect(choose(workbookOf([activities(44300)]), text)).toMatchObject({
      kind: "refused",
      because: "period",
      issues: [{ code: "periodUnreadable", params: { text } }],
    });
  });

  it("is otherwise the year that holds most rows, and says so", () => {
    const book = workbookOf([activities(44300, "2020.5.1", 20210301)]);
    expect(choose(book, null)).toMatchObject({
      kind: "chosen",
      issues: [{ code: "periodGuessed", params: { period: "2021" } }],
    });
    expect(chosen([activities(44300, "2020.5.1", "2020年6月")])).toBe("2020");
  });

  it("is the earlier of two years with as many", () => {
    expect(chosen([activities(44300, "2020.5.1")])).toBe("2020");
  });

  it("hears every dated table: 期限 or the deployment of tasks, 期间 within one year", () => {
    const tasks = sheetOf("任务清单", [
      ["任务", "支部", "期限", "业务部署日"],
      ["甲", "甲支部", "2020.5.1", 44300],
      ["乙", "甲支部", "无", "2020.6.1"],
    ]);
    const posts = sheetOf("先锋岗", [
      ["姓名", "支部", "重大案件", "期间"],
      ["张三", "甲支部", 1, "2020Q3"],
      ["张三", "甲支部", 1, "2020-12-01~2021-01-31"],
    ]);
    expect(chosen([activities(44300, 44301), tasks])).toBe("2020");
    expect(chosen([activities(44300, 44301), tasks, posts])).toBe("2020");
    expect(chosen([activities(44300, 44301), posts])).toBe("2021");
  });

  it("does not hear dates that name no year, nor anything outside the ledgers", () => {
    const plan = sheetOf("计划", [
      ["日期", "备注"],
      ["2019.1.1", "a"],
      ["2019.1.2", "b"],
    ]);
    expect(chosen([activities(44300, "5月1日", "六月"), plan])).toBe("2021");
  });

  it("hears ledgers whose branch is named by the sheet", () => {
    const own = sheetOf("甲支部", [
      ["日期", "类别", "主题"],
      ["2020.1.1", "党课", "课"],
      ["2020.1.2", "党课", "课"],
    ]);
    expect(chosen([rosterSheet(["甲支部"]), activities(44300), own])).toBe("2020");
  });

  it("follows the date system of the workbook", () => {
    expect(chosen([activities(44197 - 1462)], true)).toBe("2021");
  });

  it("is refused where there is nothing to read", () => {
    expect(chosen([])).toBe("nothing");
  });

  it.each([[[rosterSheet(["甲支部"])]], [[activities("待定", null)]]])(
    "is asked for where no date of the ledgers names its year",
    (sheets) => {
      expect(chosen(sheets)).toBe("period");
    },
  );
});

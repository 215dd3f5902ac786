import { messages } from "../../../src/i18n";
import { ROSTER, type Row, type Tables, assess, book } from "../../support/small-workbook";

const { issues: TEXTS } = messages("zh-CN");
const act = (date: string, rest: Row = {}): Row => ({ 支部: "甲支部", 日期: date, 类别: "党课", ...rest });
const days = (count: number, rest: Row = {}): Row[] =>
  Array.from({ length: count }, (_, index) =>
    act(`2021-03-${String(index + 1).padStart(2, "0")}`, { 主题: `题${index}`, ...rest }),
  );

/** Place and Chinese message of the issues of one code. */
function listed(code: string, tables: Tables, roster: readonly Row[] = ROSTER): string[] {
  return assess(book({ 支部名册: roster, ...tables })).issues.flatMap((issue) => {
    const own = Object.entries(TEXTS).find(([key]) => key === issue.code);
    return issue.code === code && own !== undefined
      ? [`${issue.place?.sheet ?? ""}!${issue.place?.cell ?? ""} ${own[1](issue.params)}`]
      : [];
  });
}

describe("数据核验 (methodology §8)", () => {
  test("rows outside the window are counted per table, at its header", () => {
    expect(
      listed("rowsOutside", { 活动台账: [act("2020-01-01"), act("2022-01-01"), act("2021-01-01"), act("适时")] }),
    ).toEqual(["活动台账!A1 活动台账有2行不在评估期内，未计入"]);
  });

  test("duplicate rows: equal but for how branch and day are written, and still counted", () => {
    const rows = [
      act("2021-03-01", { 主题: "甲" }),
      act("2021-03-01", { 主题: "乙" }),
      act("2021年3月1日", { 支部: "甲党支部", 主题: "甲" }),
      act("2021-03-02", { 主题: "甲" }),
    ];
    expect(listed("duplicateRow", { 活动台账: rows })).toEqual([
      "活动台账!A4 活动台账此行与活动台账!A2所在行内容相同，两行均已计入",
    ]);
  });

  test("duplicates are found on a day with many rows, and across sheets", () => {
    const rows = Array.from({ length: 30 }, (_, index) => act("2021-03-01", { 主题: `题${index}` }));
    expect(
      listed("duplicateRow", {
        活动台账: [...rows, act("2021-03-01", { 主题: "题29" }), act("2021-03-01", { 主题: "题3" })],
      }),
    ).toHaveLength(2);
    expect(listed("duplicateRow", { 活动台账: rows.slice(0, 3), "活动台账#2": rows.slice(2, 5) })).toEqual([
      "活动台账#2!A2 活动台账此行与活动台账!A4所在行内容相同，两行均已计入",
    ]);
  });

  test("rows of 期间 that begin on the same day are no duplicates", () => {
    const row = (period: string): Row => ({ 支部: "甲支部", 期间: period, 干警: 10 });
    expect(listed("duplicateRow", { 队伍梯队: [row("2021"), row("2021Q1"), row("2021年")] })).toEqual([
      "队伍梯队!A4 队伍梯队此行与队伍梯队!A2所在行内容相同，两行均已计入",
    ]);
  });

  test("each unknown category once, with its first cell; synonyms and 空值 are known", () => {
    const rows = [
      act("2021-03-01", { 类别: "读书会、党课" }),
      act("2021-03-02", { 类别: "读书会" }),
      act("2021-03-03", { 类别: "上党课" }),
      act("2021-03-04", { 类别: "无" }),
    ];
    expect(listed("categoryUnknown", { 活动台账: rows })).toEqual(["活动台账!C2 “类别”中的“读书会”不在规定类别内"]);
    expect(
      listed("categoryUnknown", { 宣传: [{ 支部: "甲支部", 日期: "2021-03-01", 标题: "t", 主题类型: "其他" }] }),
    ).toEqual(["宣传!D2 “主题类型”中的“其他”不在规定类别内"]);
  });

  test("entries bunched in the last ten days of ten or more", () => {
    const late = (count: number): Row[] =>
      Array.from({ length: count }, (_, index) => act("2021-12-22", { 主题: `末${index}` }));
    expect(listed("bunched", { 活动台账: [...days(7), ...late(3)] })).toEqual([
      "活动台账!B9 “甲支部”有30%的记录集中在期末最后10天",
    ]);
    expect(listed("bunched", { 活动台账: [...days(8), ...late(3)] })).toEqual([]);
    expect(listed("bunched", { 活动台账: [...days(6), ...late(3)] })).toEqual([]);
  });

  test("实到 above 应到, whatever the scheme asks; full attendance throughout ten or more", () => {
    expect(listed("partAboveWhole", { 活动台账: [act("2021-03-01", { 应到: 10, 实到: 11 })] })).toEqual([
      "活动台账!E2 实到11大于应到10，按应到计",
    ]);
    expect(listed("fullAttendance", { 活动台账: days(10, { 应到: 10, 实到: "10人" }) })).toEqual([
      "活动台账!F2 “甲支部”有应到、实到人数的10次活动全部满员",
    ]);
    expect(listed("fullAttendance", { 活动台账: days(9, { 应到: 10, 实到: 10 }) })).toEqual([]);
    expect(
      listed("fullAttendance", {
        活动台账: [...days(10, { 应到: 10, 实到: 10 }), act("2021-05-01", { 应到: 10, 实到: 9 })],
      }),
    ).toEqual([]);
  });

  test("a long text in rows of different branches; not a set phrase, not one row that names several branches", () => {
    const text = "围绕服务保障黄河流域生态保护和高质量发展，与河长办建立线索移送和联合巡查机制，办结公益诉讼案件";
    const same = (value: string): string[] =>
      listed("sameText", {
        活动台账: [act("2021-03-01", { 成效: value }), act("2021-03-01", { 支部: "乙支部", 成效: value })],
      });
    expect(same(text)).toEqual([
      `活动台账!D2 多个支部的“成效”文字相同：“${[...text].slice(0, 30).join("")}…”（甲支部、乙支部）`.replace(
        "，与",
        ",与",
      ),
    ]);
    expect(same("形成工作清单1份，明确事项9项")).toEqual([]);
    expect(
      listed("sameText", {
        活动台账: [act("2021-03-01", { 支部: "甲支部、乙支部", 成效: text }), act("2021-03-08", { 成效: text })],
      }),
    ).toEqual([]);
  });

  test("该支部无台账: one line for each branch, with all its tables; namesakes are told apart", () => {
    const roster = [
      { 支部: "甲支部", 单位: "市院" },
      { 支部: "甲支部", 单位: "县院" },
      { 支部: "丙支部", 单位: "县院", 撤销日期: "2020-01-01" },
    ];
    const tables = { 活动台账: [act("2019-01-01", { 单位: "县院" })], 宣传: [] };
    expect(listed("noLedger", tables, roster)).toEqual([
      "支部名册!A2 “市院甲支部”在活动台账、宣传中没有任何记录",
      "支部名册!A3 “县院甲支部”在宣传中没有任何记录",
    ]);
  });

  test("a 共建方向 that follows from 党建+ is listed once with the number of rows", () => {
    const rows = [
      act("2021-03-01", { 共建方向: null, "党建+": "乡村振兴" }),
      act("2021-03-02", { 共建方向: "内部", "党建+": "送法" }),
      act("2021-03-03", { 共建方向: "无", "党建+": "送法" }),
    ];
    expect(listed("derivedDirection", { 活动台账: rows })).toEqual([
      "活动台账!E2 有2行填写了“党建+”而未填共建方向，已归入党建+",
    ]);
  });
});

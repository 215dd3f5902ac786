import type { CellValue } from "../../../src/core/grid";
import { readBook, rosterSheet, sheetOf } from "../../support/grid-builder";

const HEADER = ["支部", "日期", "类别", "主题"];
const row = (name: CellValue, topic: CellValue = "课"): CellValue[] => [name, 44300, "党课", topic];
const topics = (rows: readonly (readonly CellValue[])[], merges: readonly string[] = []): unknown[] =>
  readBook([sheetOf("台账", [HEADER, ...rows], { merges })])
    .rows("活动台账")
    .map(({ cells }) => cells[3]);

describe("where a plain table ends (methodology §2, rows; §C.3)", () => {
  it("does not end at wholly blank rows", () => {
    expect(topics([row("甲", 1), [], ["  "], [], row("甲", 2)])).toEqual([1, 2]);
  });

  it.each([
    "注：以上为全年",
    "注1以上为全年",
    "备注:以上为全年",
    "说明：略",
    "填表人：张三",
    "制 表：李四",
    "审核人签字：王五",
    "统计时间：2021年",
    "统计2021年",
    "联系电话：123",
    "注①",
  ])("ends at %p", (text) => {
    expect(topics([row("甲", 1), [text, "x", "y", "z"], row("甲", 2)])).toEqual([1]);
  });

  it.each(["注意事项", "说明情况", "统计工作部署会议：略", "审核", "联系"])("does not end at %p", (text) => {
    expect(topics([row("甲", 1), row(text, 2), row("甲", 3)])).toEqual([1, 2, 3]);
  });

  it("asks the first non-blank cell, wherever it stands, and no other", () => {
    expect(topics([row("甲", 1), [null, " ", "注：略", "x"], row("甲", 2)])).toEqual([1]);
    expect(topics([row("甲", 1), ["甲", 44300, "党课", "注：略"], row("甲", 2)])).toEqual([1, "注：略", 2]);
  });

  it("lists rows that stand below the end", () => {
    const { cells } = readBook([sheetOf("台账", [HEADER, row("甲"), ["注：略"], row("甲"), row("甲")])]);
    expect(cells("rowsAfterEnd")).toEqual(["A4"]);
  });

  it("does not list totals, examples and closing notes there: they are read by nobody anyway", () => {
    const end = [row("示例：甲"), ["合计", 3, "x", "y"], ["制表：略", "2021年12月", null, null]];
    expect(readBook([sheetOf("台账", [HEADER, row("甲"), ...end])]).cells("rowsAfterEnd")).toEqual([]);
  });

  it("ends at the next header, also of the same table", () => {
    const rows = readBook([sheetOf("台账", [HEADER, row("甲"), HEADER, row("乙")])]).rows("活动台账");
    expect(rows.map(({ range }) => range.firstRow)).toEqual([0, 2]);
  });
});

describe("rows that are no data (methodology §2, rows; §C.3)", () => {
  it("skips a row with a single non-blank cell in a table of three or more columns", () => {
    expect(topics([row("甲", 1), ["第二季度"], row("甲", 2), [null, null, null, "小结"]])).toEqual([1, 2]);
  });

  it("counts a merged range as one cell", () => {
    expect(topics([row("甲", 1), ["第二季度", null, null, null], row("甲", 2)], ["A3:D3"])).toEqual([1, 2]);
  });

  it("keeps a row of which all but one cell are merged with the rows above", () => {
    expect(topics([row("甲", 1), [null, null, null, 2]], ["A2:A3", "B2:B3", "C2:C3"])).toEqual([1, 2]);
  });

  it("takes a row without any cell of its own for blank, merged or not", () => {
    expect(topics([row("甲", 1), [], row("甲", 2)], ["A2:A3", "B2:B3", "C2:C3", "D2:D3"])).toEqual([1, 2]);
  });

  it("keeps single cells in a table of two columns", () => {
    const { rows } = readBook([sheetOf("任务清单", [["任务", "支部"], ["甲", "一支部"], ["乙"]])]);
    expect(rows("任务清单")).toHaveLength(2);
  });

  it("counts 空值 words as cells: blank here is physically empty", () => {
    expect(topics([["甲", "/", null, null]])).toEqual([null]);
  });

  it("keeps a lone 支部 in a roster, and only there", () => {
    const roster = sheetOf("支部名册", [
      ["支部", "支部书记", "党员数"],
      ["一支部"],
      [null, "张三"],
      ["二支部", "李四", 3],
    ]);
    expect(readBook([roster]).branches).toEqual(["一支部", "二支部"]);
  });

  it.each(["合计", "小计", "总计", "共计", "累计", "平均", "合 计"])("skips a row that begins with %p", (word) => {
    expect(topics([row("甲", 1), [word, 2, 3, 4], [null, word, 3, 4]])).toEqual([1]);
  });

  it("skips a row whose 支部 cell is a total or ends in one", () => {
    const sheet = sheetOf("台账", [
      ["序号", ...HEADER],
      [1, ...row("甲", 1)],
      [2, ...row("小计", 2)],
      [3, ...row("一支部小计", 3)],
      [4, ...row("全院合计", 4)],
    ]);
    expect(readBook([sheet]).rows("活动台账")).toHaveLength(1);
  });

  it.each(["示例", "示例：第×支部", "例：第一支部", "例:第一支部"])("skips the example %p", (text) => {
    expect(topics([row(text, 1), row("甲", 2)])).toEqual([2]);
  });

  it("lists how many rows it skipped, by kind", () => {
    const { issues } = readBook([sheetOf("台账", [HEADER, row("示例"), ["一季度"], ["合计", 1, 2, 3], row("甲")])]);
    expect(issues.find(({ code }) => code === "rowsSkipped")?.params).toEqual({
      table: "活动台账",
      notes: 1,
      totals: 1,
      examples: 1,
    });
  });

  it("counts as read what is left", () => {
    const book = readBook([sheetOf("台账", [HEADER, row("示例"), [], row("甲"), row("乙"), ["合计", 1, 2, 3]])]);
    expect(book.ledger.tables["活动台账"]?.read).toBe(2);
  });
});

describe("filling down (methodology §2, rows)", () => {
  const roster = rosterSheet(["甲支部", "乙支部"]);
  const named = (rows: readonly (readonly CellValue[])[]): readonly string[] =>
    readBook([roster, sheetOf("台账", [HEADER, ...rows])]).named("活动台账");

  it("gives a blank 支部 the value above it, across blank rows and notes", () => {
    expect(named([row("甲支部"), row(null), [], row(" "), ["二季度"], row("/"), row("乙支部"), row(null)])).toEqual([
      "甲支部",
      "甲支部",
      "甲支部",
      "甲支部",
      "乙支部",
      "乙支部",
    ]);
  });

  it("starts anew after a totals row", () => {
    expect(named([row("甲支部"), ["小计", 1, 2, 3], row(null)])).toEqual(["甲支部", ""]);
  });

  it("does not reach from one range into the next", () => {
    expect(named([row("甲支部"), HEADER, row(null)])).toEqual(["甲支部", ""]);
  });

  it("does not take values from examples and notes", () => {
    expect(named([row("示例支部"), row(null)])).toEqual([""]);
    expect(named([["甲支部"], row(null)])).toEqual([""]);
  });

  it("lists each run once, with the cell it begins in", () => {
    const { issues, cells } = readBook([
      roster,
      sheetOf("台账", [HEADER, row("甲支部"), row(null), row(null), row("乙支部"), row(null)]),
    ]);
    expect(cells("filledDown")).toEqual(["A3", "A6"]);
    expect(issues.filter(({ code }) => code === "filledDown").map(({ params }) => params["rows"])).toEqual([2, 1]);
  });

  it("fills no other column", () => {
    const rows = [row("甲支部", "课"), ["甲支部", 44301, null, null]];
    expect(readBook([roster, sheetOf("台账", [HEADER, ...rows])]).rows("活动台账")[1]?.cells).toEqual([
      "甲支部",
      44301,
      null,
      null,
    ]);
  });

  it("gives the cells of a merged range its value without listing them", () => {
    const sheet = sheetOf("台账", [HEADER, row("甲支部"), row(null)], { merges: ["A2:A3"] });
    const book = readBook([roster, sheet]);
    expect(book.named("活动台账")).toEqual(["甲支部", "甲支部"]);
    expect(book.codes).not.toContain("filledDown");
  });

  it("fills 单位 as well, in rosters too, where 支部 does not fill", () => {
    const book = readBook([
      sheetOf("支部名册", [
        ["支部", "单位", "党员数"],
        ["甲支部", "东院", 3],
        ["甲二支部", null, 3],
        [null, "西院", 3],
        ["乙支部", null, 3],
        ["合计", null, 12],
        ["丙支部", null, 3],
      ]),
    ]);
    expect(book.ledger.branches.map(({ name, unit }) => [name, unit])).toEqual([
      ["甲支部", "东院"],
      ["甲二支部", "东院"],
      ["乙支部", "西院"],
      ["丙支部", ""],
    ]);
    expect(book.codes).toContain("rosterNameMissing");
  });
});

import type { CellValue, SheetGrid } from "../../../src/core/grid";
import { headerForm } from "../../../src/core/ledger/text";
import { readBook, rosterSheet, sheetOf } from "../../support/grid-builder";

const tablesOf = (...sheets: SheetGrid[]): string[] => Object.keys(readBook(sheets).ledger.tables);

describe("the normal form of a header (methodology §2, recognition; §C.11)", () => {
  it.each([
    ["支部", "支部"],
    [" 支 部\n名 称 ", "支部名称"],
    ["★支部", "支部"],
    ["活动类别★", "活动类别"],
    ["*日期", "日期"],
    ["＃日期：", "日期"],
    ["主题、", "主题"],
    ["应到（人）", "应到"],
    ["应到(人)[必填]", "应到"],
    ["应到【必填】〔数〕", "应到"],
    ["应到（含（列席））", "应到"],
    ["党建+（项目）", "党建+"],
    ["党建＋", "党建+"],
    ["（支部）", "支部"],
    ["★【支部】", "支部"],
  ])("of %p is %p", (text, form) => {
    expect(headerForm(text)).toBe(form);
  });

  it("takes nothing else away", () => {
    expect(headerForm("支部-1")).toBe("支部-1");
    expect(headerForm("第1支部")).toBe("第1支部");
  });
});

describe("where a header may lie (methodology §2, recognition)", () => {
  const header = ["支部", "日期", "类别"];
  const row = ["一支部", 44300, "党课"];

  it("counts the columns of both rows of a header: a single cell below is a note (§2, rows)", () => {
    const sheet = sheetOf("台账", [
      ["支部", "", "", "佩戴人数"],
      ["", "检查日期", "抽查人数", ""],
      ["一支部", 44302, 10, 9],
      ["办公室"],
    ]);
    expect(readBook([rosterSheet(["一支部"]), sheet]).ledger.tables["亮身份抽查"]?.rows).toHaveLength(1);
    expect(readBook([rosterSheet(["一支部"]), sheet]).ledger.tables["亮身份抽查"]?.read).toBe(1);
  });

  it("does not join a data row to the header below it for a word of another table (§C.11)", () => {
    const checks = ["支部", "检查日期", "抽查人数", "佩戴人数"];
    const sheet = sheetOf("台账", [
      ["支部", "日期", "主题", "载体", "类别"],
      ["一支部", 44300, "学习", "", "党课"],
      ["一支部", 44301, "研究", "", "支委会"],
      checks,
      ["一支部", 44302, 10, 9],
    ]);
    const { ledger } = readBook([rosterSheet(["一支部"]), sheet]);
    expect(ledger.tables["活动台账"]?.rows).toHaveLength(2);
    expect(ledger.tables["亮身份抽查"]?.rows).toHaveLength(1);
  });

  it("finds it below title rows and away from A1", () => {
    const sheet = sheetOf("台账", [["2021年台账"], [], header, row], { at: "C4" });
    const { rows } = readBook([sheet]);
    expect(rows("活动台账").map((one) => one.row)).toEqual([6]);
  });

  it("finds aliases as well as canonical names", () => {
    const { rows } = readBook([
      sheetOf("台账", [
        ["党支部名称", "活动时间", "会议类型", "实到人数"],
        [...row, 5],
      ]),
    ]);
    expect(rows("活动台账")[0]?.range.columns).toEqual({ 支部: 0, 日期: 1, 类别: 2, 实到: 3 });
  });

  it("reads a header whose bracketed part is long", () => {
    const long = `日期（${"请按实际开展日期填写".repeat(6)}）`;
    expect(readBook([sheetOf("台账", [["支部", long, "类别"], row])]).rows("活动台账")).toHaveLength(1);
  });

  it("reads two header rows with merged cells: upper and lower together, the lower, the upper", () => {
    const sheet = sheetOf(
      "任务",
      [
        ["任务", "支部", "党建", null, "业务", null, "期限"],
        [null, null, "部署日", "落实日", "部署日", "落实日", null],
        ["甲", "一支部", 1, 2, 3, 4, 44300],
      ],
      { merges: ["A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:G2"] },
    );
    const [row] = readBook([sheet]).rows("任务清单");
    expect(row?.range.columns).toEqual({
      任务: 0,
      支部: 1,
      党建部署日: 2,
      党建落实日: 3,
      业务部署日: 4,
      业务落实日: 5,
      期限: 6,
    });
    expect(row?.row).toBe(2);
  });

  it("does not take the first data row for a second header row where that adds no column", () => {
    const sheet = sheetOf("台账", [header, ["一支部", 44300, "支委会"], ["一支部", 44301, "支委会"]]);
    expect(readBook([sheet]).rows("活动台账")).toHaveLength(2);
  });

  it("does not count cells merged from above for the lower row alone", () => {
    const sheet = sheetOf(
      "台账",
      [
        ["支部", "日期", "类别", "参加人数", null],
        [null, null, null, "应到", "实到"],
        ["一支部", 44300, "党课", 5, 5],
      ],
      { merges: ["A1:A2", "B1:B2", "C1:C2", "D1:E1"] },
    );
    const [row] = readBook([sheet]).rows("活动台账");
    expect(row?.range.columns).toEqual({ 支部: 0, 日期: 1, 类别: 2, 应到: 3, 实到: 4 });
    expect(readBook([sheet]).rows("活动台账")).toHaveLength(1);
  });

  it("does not take a line of labels above a header for its upper row", () => {
    const sheet = sheetOf("台账", [
      ["单位：", "天中市人民检察院", null, "部门：", "办公室"],
      ["序号", "支部", "日期", "类别", "主题"],
      [1, "一支部", 44300, "党课", "课"],
    ]);
    expect(readBook([sheet]).rows("活动台账")[0]?.range.columns).toEqual({ 支部: 1, 日期: 2, 类别: 3, 主题: 4 });
  });

  it("takes an upper text that spreads over unknown lower ones", () => {
    const sheet = sheetOf(
      "台账",
      [
        ["支部", "日期", null, "类别"],
        [null, "起", "止", null],
        ["一支部", 44300, 44301, "党课"],
      ],
      { merges: ["A1:A2", "B1:C1", "D1:D2"] },
    );
    expect(readBook([sheet]).rows("活动台账")[0]?.range.columns).toEqual({ 支部: 0, 日期: 1, 类别: 3 });
  });

  it("takes a line of a form, label and value side by side, for titles and not for a roster", () => {
    const sheet = sheetOf("6", [
      ["支部：", "一支部", null, "书记：", "张三"],
      ["序号", "日期", "类别", "主题"],
      [1, 44300, "党课", "课"],
    ]);
    const book = readBook([rosterSheet(["一支部", "二支部"]), sheet]);
    expect(book.named("活动台账")).toEqual(["一支部"]);
    expect(book.codes).not.toContain("rosterRepeated");
  });

  it("ends a roster at a header below it whose branch a title names", () => {
    const sheet = sheetOf("x", [
      ["序号", "支部", "党员数"],
      [1, "一支部", 5],
      ["一支部台账"],
      ["日期", "类别", "主题"],
      [44300, "党课", "课"],
    ]);
    const book = readBook([sheet]);
    expect(book.branches).toEqual(["一支部"]);
    expect(book.named("活动台账")).toEqual(["一支部"]);
  });

  it("reads several tables on one sheet, and several ranges as one table in sheet order", () => {
    const sheet = sheetOf("台账", [
      header,
      row,
      [],
      ["任务", "支部", "期限"],
      ["甲", "一支部", 44300],
      [],
      header,
      row,
      row,
    ]);
    const { rows } = readBook([sheet, sheetOf("又一份", [header, row])]);
    expect(rows("任务清单")).toHaveLength(1);
    expect(rows("活动台账").map((one) => `${one.range.sheet}${one.row}`)).toEqual([
      "台账1",
      "台账7",
      "台账8",
      "又一份1",
    ]);
  });

  it("lists a sheet that holds no table", () => {
    const { codes, ledger } = readBook([sheetOf("说明", [["本表由机关党委填写", "甲"]])]);
    expect(codes).toEqual(["sheetNotRead"]);
    expect(ledger.tables).toEqual({});
  });

  it("never reads the tabs of settings", () => {
    expect(
      readBook([sheetOf("参数（2021）", [header, row]), sheetOf("评分标准", [header, row])]).ledger.tables,
    ).toEqual({});
  });

  it("keeps a table that has a header and no row", () => {
    expect(readBook([sheetOf("台账", [header])]).ledger.tables["活动台账"]?.read).toBe(0);
  });
});

describe("which table a header belongs to (methodology §2, recognition; §C.12)", () => {
  it.each<[string, readonly string[], string]>([
    ["支部名册", ["支部", "支部书记"], "支部名册"],
    ["x", ["支部", "党员数"], "支部名册"],
    ["活动台账", ["支部", "日期", "类别"], "活动台账"],
    ["业务指标", ["支部", "期间", "指标", "数值", "下限", "上限"], "业务指标"],
    ["任务清单", ["任务", "支部"], "任务清单"],
    ["x", ["支部", "日期", "案号"], "办案效果"],
    ["x", ["支部", "日期", "来信收到日"], "办案效果"],
    ["x", ["支部", "日期", "存在问题"], "监督整改"],
    ["x", ["姓名", "支部", "实践活动"], "先锋岗"],
    ["x", ["期间", "姓名", "支部"], "星级记录"],
    ["x", ["支部", "日期", "抽查人数", "佩戴人数"], "亮身份抽查"],
    ["x", ["日期", "支部", "荣誉名称"], "荣誉成果"],
    ["x", ["日期", "支部", "稿件标题"], "宣传"],
    ["x", ["支部", "期间", "骨干"], "队伍梯队"],
    ["x", ["支部", "日期", "类型"], "加减分"],
    ["x", ["支部", "期间", "代码"], "自评复核"],
  ])("on a sheet named %p the columns %p are %s", (name, columns, table) => {
    const rows = [columns, columns.map((column) => (column === "日期" ? 44300 : "甲"))];
    expect(Object.keys(readBook([sheetOf(name, rows)]).ledger.tables)).toEqual([table]);
  });

  it.each([
    ["支部", "日期"],
    ["支部", "期间", "姓名2"],
    ["任务", "期限"],
    ["日期", "类别"],
    ["支部", "单位"],
    ["支部", "类型"],
  ])("lacks a needed column with %p, %p", (...columns) => {
    expect(readBook([sheetOf("x", [columns, columns])]).ledger.tables).toEqual({});
  });

  it.each(["支部名册", "2021年支部名册（定稿）", "branches", "Branches 2021"])(
    "lets 单位 or 类型 suffice on a sheet named %p",
    (name) => {
      for (const column of ["单位", "类型"])
        expect(
          readBook([
            sheetOf(name, [
              ["支部", column],
              ["一支部", "甲"],
            ]),
          ]).branches,
        ).toEqual(["一支部"]);
    },
  );

  const both = ["支部", "日期", "名称", "标题", "主题类型"];

  it("prefers the table that the sheet's name contains, whatever the number of columns", () => {
    expect(tablesOf(sheetOf("荣誉成果登记", [both, ["一支部", 44300, "甲", "乙", "融合"]]))).toEqual(["荣誉成果"]);
    expect(tablesOf(sheetOf("HONOURS", [both, ["一支部", 44300, "甲", "乙", "融合"]]))).toEqual(["荣誉成果"]);
  });

  it("prefers the name of the Excel table to the name of the sheet", () => {
    const tables = [{ name: "宣传2021", area: "A1:E2" }];
    expect(tablesOf(sheetOf("荣誉成果", [both, ["一支部", 44300, "甲", "乙", "融合"]], { tables }))).toEqual(["宣传"]);
  });

  it("prefers the longest of several names", () => {
    const columns = ["任务", "支部", "日期", "类别", "期限"];
    const row = ["甲", "一支部", 44300, "党课", 44300];
    expect(tablesOf(sheetOf("任务清单Tasks活动台账Activities", [columns, row]))).toEqual(["活动台账"]);
  });

  it("without a name takes the table with more recognised columns, then the order of the tables", () => {
    expect(tablesOf(sheetOf("x", [both, ["一支部", 44300, "甲", "乙", "融合"]]))).toEqual(["宣传"]);
    expect(tablesOf(sheetOf("x", [both.slice(0, 4), ["一支部", 44300, "甲", "乙"]]))).toEqual(["荣誉成果"]);
  });

  it("does not follow a name whose table lacks a needed column", () => {
    expect(
      tablesOf(
        sheetOf("宣传", [
          ["支部", "日期", "类别"],
          ["一支部", 44300, "党课"],
        ]),
      ),
    ).toEqual(["活动台账"]);
  });
});

describe("two columns for one field (§C.11)", () => {
  const read = (header: readonly string[]): { columns: unknown; repeated: readonly string[] } => {
    const { rows, cells } = readBook([sheetOf("x", [header, ["一支部", 44300, "党课", "乙", "丙"]])]);
    return { columns: rows("活动台账")[0]?.range.columns, repeated: cells("columnRepeated") };
  };

  it("takes the exact name, wherever it stands, and lists the other", () => {
    expect(read(["支部", "日期", "类别", "活动主题", "主题"])).toEqual({
      columns: { 支部: 0, 日期: 1, 类别: 2, 主题: 4 },
      repeated: ["D1"],
    });
  });

  it("takes the leftmost of aliases, and of equal names", () => {
    expect(read(["支部", "日期", "类别", "活动主题", "活动内容"]).columns).toMatchObject({ 主题: 3 });
    expect(read(["支部", "日期", "类别", "主题", "主题"])).toMatchObject({ columns: { 主题: 3 }, repeated: ["E1"] });
  });

  it("does not list a merged header that spreads over columns", () => {
    const sheet = sheetOf(
      "x",
      [
        ["支部", "日期", "类别", "主题", null],
        ["一支部", 44300, "党课", "乙", "丙"],
      ],
      { merges: ["D1:E1"] },
    );
    expect(readBook([sheet]).codes).not.toContain("columnRepeated");
  });
});

describe("Excel tables (methodology §2; §C.11)", () => {
  const header: CellValue[] = ["支部", "日期", "类别"];
  const row: CellValue[] = ["一支部", 44300, "党课"];

  it("leave out the totals row, and nothing ends them before their end", () => {
    const sheet = sheetOf("x", [header, row, ["说明：甲", 44300, "党课"], [], row, ["一支部", 3, "汇总"]], {
      tables: [{ name: "表1", area: "A1:C6", totals: true }],
    });
    expect(
      readBook([sheet])
        .rows("活动台账")
        .map((one) => one.row),
    ).toEqual([1, 2, 4]);
  });

  it("leave the cells around them to be read as a plain sheet", () => {
    const sheet = sheetOf(
      "x",
      [
        [...header, null, "任务", "支部", "期限"],
        [...row, null, "甲", "一支部", 44300],
        [null, null, null, null, "乙", "一支部", 44300],
      ],
      { tables: [{ name: "表1", area: "A1:C2" }] },
    );
    const { rows } = readBook([sheet]);
    expect(rows("活动台账")).toHaveLength(1);
    expect(rows("任务清单").map((one) => one.cells[4])).toEqual(["甲", "乙"]);
  });

  it("take only the title lines below the table above them", () => {
    const sheet = sheetOf(
      "x",
      [
        ["一支部台账"],
        ["日期", "类别", "主题"],
        [44300, "党课", "甲"],
        ["二支部台账"],
        ["日期", "类别", "主题"],
        [44300, "党课", "乙"],
      ],
      {
        tables: [
          { name: "表1", area: "A2:C3" },
          { name: "表2", area: "A5:C6" },
        ],
      },
    );
    expect(readBook([rosterSheet(["第一支部", "一支部", "二支部"]), sheet]).named("活动台账")).toEqual([
      "一支部",
      "二支部",
    ]);
  });

  it("are searched inside where a title was made their header row", () => {
    const sheet = sheetOf("x", [["2021年台账", "列1", "列2"], header, row], {
      tables: [{ name: "表1", area: "A1:C3" }],
    });
    expect(readBook([sheet]).rows("活动台账")).toHaveLength(1);
  });
});

import { parseMapping } from "../../../src/core/ledger/mapping";
import { readBook, sheetOf, workbookOf } from "../../support/grid-builder";

const stored = (...ranges: readonly unknown[]): string => JSON.stringify({ version: 1, ranges });
const COLUMNS = { 支部: "党组织", 日期: "何时", 类别: "何种形式" };
const ACTIVITIES = { sheet: "x", table: "活动台账", columns: COLUMNS };

describe("the stored column mapping (methodology §2, recognition)", () => {
  const rows = [
    ["序号", "党组织", "何时", "何种形式"],
    [1, "甲支部", 44300, "党课"],
  ];

  it("finds a header that holds no known word, wherever its columns stand", () => {
    const book = workbookOf([sheetOf("x", [["标题"], ...rows])], { mapping: stored(ACTIVITIES) });
    const [row] = readBook(book).rows("活动台账");
    expect(row?.range.columns).toEqual({ 支部: 1, 日期: 2, 类别: 3 });
    expect(row?.row).toBe(2);
  });

  it("wins over what the header would be taken for, and over its other columns", () => {
    const header = ["支部", "日期", "类别", "主题", "活动内容"];
    const book = workbookOf([sheetOf("x", [header, ["甲支部", 44300, "党课", "乙", "丙"]])], {
      mapping: stored({ sheet: "x", table: "宣传", columns: { 支部: "支部", 日期: "日期", 标题: "活动内容" } }),
    });
    const { ledger, rows: read } = readBook(book);
    expect(Object.keys(ledger.tables)).toEqual(["宣传"]);
    expect(read("宣传")[0]?.range.columns).toEqual({ 支部: 0, 日期: 1, 标题: 4 });
  });

  it("concerns its own sheet only", () => {
    const book = workbookOf([sheetOf("y", rows)], { mapping: stored(ACTIVITIES) });
    expect(readBook(book).codes).toEqual(["sheetNotRead", "mappingStale"]);
  });

  it.each([
    [
      { 任务: "事项名", 支部: "党组织", 党建部署日: "党建布置" },
      { 任务: 0, 支部: 1, 党建部署日: 2 },
    ],
    [
      { 任务: "事项名", 支部: "党组织", 党建部署日: "布置" },
      { 任务: 0, 支部: 1, 党建部署日: 2 },
    ],
  ])("names a column of a two-row header by both texts joined or by one of them: %p", (columns, places) => {
    const sheet = sheetOf(
      "x",
      [
        ["事项名", "党组织", "党建", "业务"],
        [null, null, "布置", "布置"],
        ["甲", "甲支部", 44300, 44301],
      ],
      { merges: ["A1:A2", "B1:B2"] },
    );
    const { rows: read } = readBook(
      workbookOf([sheet], { mapping: stored({ sheet: "x", table: "任务清单", columns }) }),
    );
    expect(read("任务清单").map(({ row, range }) => [row, range.columns])).toEqual([[2, places]]);
  });

  it("knows a header of two rows by its merged cells", () => {
    const sheet = sheetOf(
      "x",
      [
        ["事项名", "党组织", "党建"],
        [null, null, "布置"],
        ["甲", "甲支部", 44300],
      ],
      { merges: ["A1:A2", "B1:B2"] },
    );
    const mapping = stored({ sheet: "x", table: "任务清单", columns: { 任务: "事项名", 支部: "党组织" } });
    expect(
      readBook(workbookOf([sheet], { mapping }))
        .rows("任务清单")
        .map(({ row }) => row),
    ).toEqual([2]);
  });

  it("works for Excel tables", () => {
    const sheet = sheetOf("x", rows, { tables: [{ name: "表1", area: "A1:D2" }] });
    expect(readBook(workbookOf([sheet], { mapping: stored(ACTIVITIES) })).rows("活动台账")).toHaveLength(1);
  });

  it("can say that a range is no ledger, and its rows belong to no other", () => {
    const sheet = sheetOf("x", [
      ["支部", "日期", "类别", "主题"],
      ["甲支部", 44300, "党课", "乙"],
      ["支部", "日期", "类别", "预算"],
      ["甲支部", 44300, "党课", 5],
    ]);
    const mapping = stored({ sheet: "x", table: null, columns: { 支部: "支部", 金额: "预算" } });
    expect(
      readBook(workbookOf([sheet], { mapping }))
        .rows("活动台账")
        .map(({ row }) => row),
    ).toEqual([1]);
  });

  it("is listed as stale where its header is no longer there, and the sheet is read as it stands", () => {
    const sheet = sheetOf("x", [
      ["支部", "日期", "类别"],
      ["甲支部", 44300, "党课"],
    ]);
    const book = readBook(workbookOf([sheet], { mapping: stored(ACTIVITIES) }));
    expect(book.codes).toEqual(["mappingStale"]);
    expect(book.rows("活动台账")).toHaveLength(1);
  });

  it.each<[string, string, readonly (readonly string[])[], string, string]>([
    ["the one that was renamed, at its header", "x", [["报表"], ["", "党组织", "哪天", "何种形式"]], "何时", "B2"],
    ["those that the row with most of them lacks", "x", [["何时", "党组织"], [], ["何种形式"]], "何种形式", "A1"],
    [
      "those that two rows lack together",
      "x",
      [
        ["党组织", ""],
        ["", "何种形式"],
      ],
      "何时",
      "A1",
    ],
    ["all where none is there", "x", [["甲", "乙"]], "党组织、何时、何种形式", "A1"],
    ["all where the sheet is gone", "y", [["党组织", "何时"]], "党组织、何时、何种形式", "A1"],
  ])("is listed with the headers that are lost: %s", (_, name, header, columns, cell) => {
    const { issues } = readBook(workbookOf([sheetOf(name, header)], { mapping: stored(ACTIVITIES) }));
    expect(issues.filter(({ code }) => code === "mappingStale")).toEqual([
      {
        code: "mappingStale",
        severity: "warning",
        place: { sheet: "x", cell },
        params: { table: "活动台账", columns },
      },
    ]);
  });

  it.each([
    "{",
    "[]",
    '{"version":2,"ranges":[]}',
    stored({ sheet: "x", table: "不存在", columns: COLUMNS }),
    stored({ sheet: "x", table: "宣传", columns: {} }),
    stored({ sheet: "x", table: "宣传", columns: { 支部: 3 } }),
  ])("is listed and passed over where it is not of its form: %s", (mapping) => {
    expect(parseMapping(mapping)).toBeNull();
    const sheet = sheetOf("x", [
      ["支部", "日期", "类别"],
      ["甲支部", 44300, "党课"],
    ]);
    expect(readBook(workbookOf([sheet], { mapping })).codes).toEqual(["mappingUnreadable"]);
  });

  it("is no matter where nothing is stored", () => {
    expect(readBook(workbookOf([sheetOf("x", [])], { mapping: " " })).codes).toEqual([]);
  });
});

import { nameInTitle } from "../../../src/core/ledger/found-branches";
import { activitiesOf, readBook, sheetOf } from "../../support/grid-builder";

describe("branches without a roster (methodology §2, branches; §C.5)", () => {
  it("are the distinct keys, named by their first spelling", () => {
    const book = readBook([activitiesOf(["第一检察部党支部", "办公室", "第1检察部", "办公室党支部"])]);
    expect(book.branches).toEqual(["第一检察部党支部", "办公室"]);
    expect(book.ledger.hasRoster).toBe(false);
    expect(book.rows("活动台账").map(({ branches }) => branches)).toEqual([[0], [1], [0], [1]]);
  });

  it("stand in the order of the tables, then of the sheets", () => {
    const tasks = sheetOf("任务清单", [
      ["任务", "支部", "期限"],
      ["甲", "丙支部", 44300],
      ["乙", "甲支部", 44300],
    ]);
    expect(readBook([tasks, activitiesOf(["乙支部"]), activitiesOf(["甲支部"])]).branches).toEqual([
      "乙支部",
      "甲支部",
      "丙支部",
    ]);
  });

  it("are told apart by the unit named in 单位 or in front of the name", () => {
    const sheet = sheetOf("活动台账", [
      ["支部", "日期", "类别", "单位"],
      ["办公室", 44300, "党课", "东川县院"],
      ["办公室", 44300, "党课", "西坪县人民检察院"],
      ["东川县检察院办公室党支部", 44300, "党课", "本院"],
    ]);
    const book = readBook([sheet]);
    expect(book.rows("活动台账").map(({ branches }) => branches)).toEqual([[0], [1], [0]]);
  });

  it("join the bare name to the one unit that is named, and leave it open between several", () => {
    expect(readBook([activitiesOf(["办公室", "东川县检察院办公室"])]).branches).toEqual(["办公室"]);
    const open = readBook([activitiesOf(["办公室", "东川县检察院办公室", "西坪县检察院办公室"])]);
    expect(open.branches).toEqual(["东川县检察院办公室", "西坪县检察院办公室"]);
    expect(open.cells("branchUnresolved")).toEqual(["A2"]);
  });

  it("take 市院 for the one unit that is a 市, and apart from a 县", () => {
    expect(readBook([activitiesOf(["市院办公室", "天中市检察院办公室"])]).branches).toEqual(["市院办公室"]);
    expect(readBook([activitiesOf(["市院办公室", "东川县检察院办公室"])]).branches).toHaveLength(2);
  });

  it("count a cell that names several for each", () => {
    const book = readBook([activitiesOf(["甲支部、乙支部", "乙"])]);
    expect(book.rows("活动台账").map(({ branches }) => branches)).toEqual([[0, 1], [1]]);
  });
});

describe("branches named by titles and sheet names alone (§C.7)", () => {
  const sheet = (name: string, title: string | null): ReturnType<typeof sheetOf> =>
    sheetOf(name, [[title], ["日期", "类别", "主题"], [44300, "党课", "甲"]]);

  it("become branches", () => {
    const book = readBook([
      sheet("1", "第一检察部党支部2021年活动台账"),
      sheet("办公室党支部", null),
      sheet("3", "中共天中市人民检察院第一检察部支部委员会"),
    ]);
    expect(book.branches).toEqual(["第一检察部党支部", "办公室党支部"]);
    expect(book.rows("活动台账").map(({ branches }) => branches)).toEqual([[0], [1], [0]]);
  });

  it("join those that 支部 cells name", () => {
    const book = readBook([sheet("1", "第1检察部党支部台账"), activitiesOf(["办公室", "第一检察部"])]);
    expect(book.branches).toEqual(["第1检察部党支部", "办公室"]);
    expect(book.rows("活动台账").map(({ branches }) => branches)).toEqual([[0], [1], [0]]);
  });

  it.each([
    ["第一检察部党支部2021年第二季度活动台账", "第一检察部党支部"],
    ["2021年度第一检察部党支部台账", "第一检察部党支部"],
    ["支部名称：办公室党支部", "办公室党支部"],
    ["离退休（一）支部台账", "离退休一支部"],
    ["机关党总支", "机关党总支"],
    ["第一检察部党支部（第1检察部支部）", "第一检察部党支部"],
  ])("in %p is %p", (text, name) => {
    expect(nameInTitle(text)).toBe(name);
  });

  it.each(["2021年度党支部活动台账", "各党支部情况", "甲支部、乙支部台账", "第一检察部", ""])(
    "is none in %p",
    (text) => {
      expect(nameInTitle(text)).toBeNull();
    },
  );

  it("leave a sheet unread whose name holds no run that ends in 支部", () => {
    expect(readBook([sheet("第一检察部", null)]).codes).toEqual(["sheetNotRead"]);
  });
});

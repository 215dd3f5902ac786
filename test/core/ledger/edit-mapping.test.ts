import {
  type EditedMapping,
  ignoring,
  mappingText,
  withColumn,
  withoutRange,
} from "../../../src/core/ledger/edit-mapping";
import { type MappedRange, parseMapping } from "../../../src/core/ledger/mapping";
import { readBook, sheetOf, workbookOf } from "../../support/grid-builder";

const column = (header: string, field: string | null, mappable = true) => ({ header, field, mappable });
const RANGE = {
  sheet: "活动",
  table: "活动台账",
  columns: [column("支部", "支部"), column("何时", null), column("类别", "类别"), column("主题", "主题")],
};

const changed = (edited: EditedMapping): readonly MappedRange[] => {
  if (edited.kind === "refused") throw new Error(edited.why);
  return edited.mapped;
};

describe("confirming a column", () => {
  it("keeps the other columns as they are read now", () => {
    expect(changed(withColumn([], RANGE, "日期", "何时"))).toEqual([
      { sheet: "活动", table: "活动台账", columns: { 支部: "支部", 类别: "类别", 主题: "主题", 日期: "何时" } },
    ]);
  });

  it("makes the range readable: what was no ledger is one", () => {
    const sheet = sheetOf("活动", [
      ["支部", "何时", "类别", "主题"],
      ["甲支部", 44260, "党课", "学党史"],
    ]);
    expect(readBook([sheet]).rows("活动台账")).toHaveLength(0);
    const mapping = mappingText(changed(withColumn([], RANGE, "日期", "何时")));
    expect(readBook(workbookOf([sheet], { mapping })).rows("活动台账")).toMatchObject([{ day: 44260 }]);
  });

  it("takes a header away from the field that had it, and a field from its header", () => {
    const taken = changed(withColumn([], RANGE, "成效", "主题"));
    expect(taken[0]?.columns).toEqual({ 支部: "支部", 类别: "类别", 成效: "主题" });
    const moved = changed(withColumn([], RANGE, "支部", "主题"));
    expect(moved[0]?.columns).toEqual({ 类别: "类别", 支部: "主题" });
  });

  it("clears a field", () => {
    expect(changed(withColumn([], RANGE, "主题", null))[0]?.columns).toEqual({ 支部: "支部", 类别: "类别" });
  });

  it("replaces what was confirmed of the range before and leaves other ranges alone", () => {
    const other = { sheet: "任务", table: "任务清单", columns: { 任务: "事" } };
    const before = changed(withColumn([other], RANGE, "日期", "何时"));
    const after = changed(withColumn(before, RANGE, "日期", null));
    expect(after).toHaveLength(2);
    expect(after[0]).toEqual(other);
    expect(after[1]?.columns).not.toHaveProperty("日期");
  });

  it.each([
    ["tableUnknown", { ...RANGE, table: "别的" }, "日期", "何时"],
    ["fieldUnknown", RANGE, "年龄", "何时"],
    ["headerUnknown", RANGE, "日期", "没有这一列"],
    ["headerRepeated", { ...RANGE, columns: [column("人", null, false), column("人", null, false)] }, "支部", "人"],
  ])("is refused: %s", (why, range, field, header) => {
    expect(withColumn([], range, field, header)).toEqual({ kind: "refused", why });
  });

  it("says that a range is no ledger once its last field is cleared", () => {
    const range = { ...RANGE, columns: [column("支部", "支部"), column("何时", null)] };
    expect(changed(withColumn([], range, "支部", null))).toMatchObject([{ sheet: "活动", table: null }]);
  });
});

describe("a range that is no ledger", () => {
  it("is not read, and is found again by its headers to take that back", () => {
    const sheet = sheetOf("活动", [
      ["支部", "日期", "类别"],
      ["甲支部", 44260, "党课"],
    ]);
    const range = {
      sheet: "活动",
      table: "活动台账",
      columns: [column("支部", "支部"), column("日期", "日期"), column("类别", "类别")],
    };
    const mapped = changed(ignoring([], range));
    expect(readBook(workbookOf([sheet], { mapping: mappingText(mapped) })).rows("活动台账")).toHaveLength(0);
    expect(withoutRange(mapped, range)).toEqual([]);
  });
});

describe("the stored text", () => {
  it("is read back as it was", () => {
    const mapped = changed(withColumn([], RANGE, "日期", "何时"));
    expect(parseMapping(mappingText(mapped) ?? "")).toEqual(mapped);
  });

  it("is none where nothing is confirmed", () => {
    expect(mappingText([])).toBeNull();
  });
});

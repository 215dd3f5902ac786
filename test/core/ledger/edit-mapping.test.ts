import fc from "fast-check";
import {
  type EditedMapping,
  ignoring,
  mappingText,
  withColumn,
  withoutRange,
} from "../../../src/core/ledger/edit-mapping";
import { type MappedRange, parseMapping } from "../../../src/core/ledger/mapping";
import { look } from "../../../src/core/look/look";
import { atOnce } from "../../../src/core/steps";
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

describe("what was confirmed of a range whose headers were renamed", () => {
  const stale = { sheet: "活动", table: "活动台账", columns: { 支部: "支部", 日期: "几时", 类别: "类别" } };
  const other = { sheet: "活动", table: "活动台账", columns: { 支部: "支部", 日期: "何时", 成效: "结果" } };
  const lost = { ...RANGE, stale: [stale] };

  it.each([
    ["forgotten", withoutRange([stale, other], lost)],
    ["no ledger", changed(ignoring([stale, other], lost)).slice(0, 1)],
    ["confirmed anew", changed(withColumn([stale, other], lost, "日期", "何时")).slice(0, 1)],
  ])("goes once the range is %s; what serves another range of the sheet stays", (_, left) => {
    expect(left).toEqual([other]);
  });

  it("stays as long as nobody knows that it is found no more", () => {
    expect(withoutRange([stale], RANGE)).toEqual([stale]);
  });

  it.each([
    ["of another table goes where half of its headers are those of the range", "宣传", { 支部: "支部", 标题: "稿" }, 0],
    ["of another table stays where fewer are", "宣传", { 支部: "支部", 标题: "稿", 日期: "几时" }, 1],
    ["of the same table goes whatever its headers were", "活动台账", { 日期: "几时" }, 0],
  ])("%s", (_, table, columns, left) => {
    const entry = { sheet: "活动", table, columns };
    expect(withoutRange([entry], { ...RANGE, stale: [entry] })).toHaveLength(left);
  });

  const HEADERS = ["支部", "日期", "类别", "主题", "成效", "主持人"];
  const OPTIONS = { period: "2021", asOf: null, formula: null };
  const lookAt = (sheets: readonly ReturnType<typeof sheetOf>[], mapped: readonly MappedRange[]) =>
    atOnce(look(workbookOf(sheets, { mapping: mappingText(mapped) }), OPTIONS));
  const staleOf = (sheets: Parameters<typeof lookAt>[0], mapped: readonly MappedRange[]) =>
    lookAt(sheets, mapped).problems.filter(({ code }) => code === "mappingStale");
  /** Headers of a range and of one below it, which of the first are renamed, whether the sheet is too, and what the clerk does then. */
  const renamings = fc.record({
    headers: fc.shuffledSubarray(HEADERS, { minLength: 4 }),
    below: fc.shuffledSubarray(HEADERS, { minLength: 4 }),
    renamed: fc.subarray(HEADERS, { minLength: 1, maxLength: 3 }),
    sheet: fc.constantFrom("活动", "活动（新）"),
    isAlone: fc.boolean(),
    act: fc.constantFrom("confirm" as const, "forget" as const),
  });

  it("is told no more once the range, recognised or a candidate, is confirmed or forgotten, and the range below keeps its own", () => {
    const told = new Set<string>();
    fc.assert(
      fc.property(renamings, ({ headers, below, renamed, sheet, isAlone, act }) => {
        const data = (row: readonly string[]) => row.map((header) => (header === "日期" ? 44260 : `${header}甲`));
        const asRead = (row: readonly string[], headerOf: (field: string) => string) =>
          Object.fromEntries(row.map((field) => [field, headerOf(field)]));
        const first = { sheet: "活动", table: "活动台账", columns: asRead(headers, (field) => field) };
        const second = { sheet, table: "活动台账", columns: asRead(below, (field) => `${field}二`) };
        const upper = headers.map((header) => (renamed.includes(header) ? `${header}栏` : header));
        const lower = [[], Object.values(second.columns), data(below)];
        const now = [sheetOf(sheet, [upper, data(headers), ...(isAlone ? [] : lower)])];
        const mapped = isAlone ? [first] : [first, second];
        const seen = lookAt(now, mapped);
        const ranges = seen.tables.flatMap((table) => table.ranges).filter(({ confirmed }) => !confirmed);
        const [range] = [...ranges, ...seen.candidates];
        fc.pre(range !== undefined && staleOf(now, mapped).length > 0);
        told.add(`${act} ${"confirmed" in range ? "recognised" : "candidate"}`);
        const named = { ...range, table: range.table ?? "活动台账" };
        const [column] = range.columns;
        const left =
          act === "forget"
            ? withoutRange(mapped, named)
            : changed(withColumn(mapped, named, "支部", column?.header ?? null));
        expect(staleOf(now, left)).toEqual([]);
        if (!isAlone) expect(left).toContainEqual(second);
      }),
    );
    expect([...told].sort()).toEqual([
      "confirm candidate",
      "confirm recognised",
      "forget candidate",
      "forget recognised",
    ]);
  });
});

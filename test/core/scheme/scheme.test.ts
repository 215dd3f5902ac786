import { isBuiltInIndicator } from "../../../src/core/scheme/default-scheme";
import type { CellValue } from "../../../src/core/grid";
import { DEFAULT_SCHEME } from "../../../src/core/scheme/default-scheme";
import { readScheme } from "../../../src/core/scheme/scheme";
import { sheetOf, workbookOf } from "../../support/grid-builder";

const HEADER = [
  "代码",
  "指标",
  "子系统",
  "数据表",
  "计量",
  "条件",
  "适用",
  "下限",
  "上限",
  "方向",
  "折算",
  "分值",
  "说明",
];
const GOOD: Readonly<Record<string, CellValue>> = {
  代码: "X1",
  指标: "党课次数",
  子系统: "党建",
  数据表: "活动台账",
  计量: "次数",
  条件: "类别=党课",
  适用: "支委会=有",
  下限: 0,
  上限: 4,
  方向: "逆向",
  折算: "是",
  分值: 5,
  说明: "自设",
};
const row = (change: Readonly<Record<string, CellValue>> = {}): CellValue[] =>
  HEADER.map((field) => ({ ...GOOD, ...change })[field] ?? null);
const read = (...rows: readonly (readonly CellValue[])[]): ReturnType<typeof readScheme> =>
  readScheme(workbookOf([sheetOf("评分标准", [HEADER, ...rows])]));
const faults = (...rows: readonly (readonly CellValue[])[]): unknown[] => {
  const scheme = read(...rows);
  return scheme.kind === "refused" ? scheme.issues.map(({ code, place }) => [code, place?.cell ?? null]) : [];
};

describe("the built-in scheme (methodology §4)", () => {
  const scheme = readScheme(workbookOf([]));

  it("holds where the workbook brings none", () => {
    expect(scheme).toMatchObject({ kind: "read", issues: [], scheme: { source: "built-in" } });
    const codes = scheme.kind === "read" ? scheme.scheme.indicators.map(({ line }) => line.code) : [];
    expect(codes).toEqual(DEFAULT_SCHEME.map(([code]) => code));
  });

  it("gives 党建 40, 业务 30 and 融合 30 of 100 points", () => {
    const points = new Map<string, number>();
    if (scheme.kind === "read")
      for (const { line } of scheme.scheme.indicators)
        points.set(line.subsystem, (points.get(line.subsystem) ?? 0) + line.points);
    expect([...points]).toEqual([
      ["党建", 40],
      ["业务", 30],
      ["融合", 30],
    ]);
  });

  it("holds, with a warning, where 评分标准 is an empty tab", () => {
    const empty = readScheme(workbookOf([sheetOf("评分标准", [[" "]])]));
    expect(empty).toMatchObject({ kind: "read", scheme: { source: "built-in" }, issues: [{ code: "schemeEmpty" }] });
  });
});

describe("the workbook's scheme (methodology §4)", () => {
  it("is read row by row", () => {
    const scheme = read(row());
    expect(scheme.kind === "read" ? scheme.scheme.indicators[0]?.line : null).toEqual({
      code: "X1",
      name: "党课次数",
      subsystem: "党建",
      table: "活动台账",
      measure: "次数",
      condition: "类别=党课",
      applies: "支委会=有",
      lower: 0,
      upper: 4,
      reversed: true,
      prorated: true,
      points: 5,
      note: "自设",
    });
  });

  it("lets 方向, 折算, 条件, 适用, 指标 and 说明 be blank", () => {
    const scheme = read(row({ 方向: null, 折算: null, 条件: null, 适用: null, 指标: null, 说明: null }));
    expect(scheme.kind === "read" ? scheme.scheme.indicators[0]?.line : null).toMatchObject({
      name: "X1",
      reversed: false,
      prorated: false,
      condition: "",
      applies: "",
    });
  });

  it("keeps subsystems in order of first appearance", () => {
    const scheme = read(row(), row({ 代码: "X2", 子系统: "廉政" }), row({ 代码: "X3" }));
    expect(scheme.kind === "read" ? scheme.scheme.subsystems : []).toEqual(["党建", "廉政"]);
  });

  it("is found below title rows, on a sheet with a remark in its name, in any order of columns", () => {
    const sheet = sheetOf("评分标准（2021）", [["本院评分标准"], [], [...HEADER].reverse(), row().reverse()]);
    expect(readScheme(workbookOf([sheet]))).toMatchObject({ kind: "read", scheme: { source: "workbook" } });
  });

  it("takes the value of a merged cell for its whole range", () => {
    const sheet = sheetOf("评分标准", [HEADER, row(), row({ 代码: "X2", 子系统: null })], { merges: ["C2:C3"] });
    expect(readScheme(workbookOf([sheet]))).toMatchObject({ kind: "read", scheme: { subsystems: ["党建"] } });
  });

  it("leaves totals and notes out", () => {
    const scheme = read(
      row(),
      ["合计", null, null, null, null, null, null, null, null, null, null, 5],
      ["注：分值可改"],
    );
    expect(scheme.kind === "read" ? scheme.scheme.indicators : []).toHaveLength(1);
  });

  it("reads numbers written as text, and percentages", () => {
    const scheme = read(row({ 下限: "60%", 上限: "９５％", 分值: "5分" }));
    expect(scheme.kind === "read" ? scheme.scheme.indicators[0]?.line : null).toMatchObject({
      lower: 0.6,
      upper: 0.95,
      points: 5,
    });
  });

  it("lets an indicator have no points as long as another has some", () => {
    expect(faults(row(), row({ 代码: "X2", 分值: 0 }))).toEqual([]);
  });
});

describe("a scheme that cannot be read is refused as a whole (methodology §4)", () => {
  it.each<[string, Readonly<Record<string, CellValue>>, string, string]>([
    ["an unknown 计量", { 计量: "个数" }, "schemeMeasureUnknown", "E2"],
    ["a 计量 with wrong arguments", { 计量: "求和" }, "schemeMeasureArguments", "E2"],
    ["a 计量 that names no column", { 计量: "求和(金额)" }, "schemeMeasureColumn", "E2"],
    ["a 计量 of another table", { 计量: "达成" }, "schemeMeasureTable", "D2"],
    ["a bad condition inside 占比", { 计量: "占比(类别)" }, "schemeConditionWrong", "E2"],
    ["a bad 条件", { 条件: "类别 党课" }, "schemeConditionWrong", "F2"],
    ["a bad 适用", { 适用: "类别=党课" }, "schemeConditionWrong", "G2"],
    ["an unreadable 下限", { 下限: "低" }, "schemeNumberUnreadable", "H2"],
    ["a blank 上限", { 上限: null }, "schemeNumberUnreadable", "I2"],
    ["上限 equal to 下限", { 下限: 4 }, "schemeBoundsWrong", "I2"],
    ["上限 below 下限", { 上限: -1 }, "schemeBoundsWrong", "I2"],
    ["an unknown 方向", { 方向: "反向" }, "schemeDirectionUnknown", "J2"],
    ["an unknown 折算", { 折算: "按月" }, "schemeProratedUnknown", "K2"],
    ["an unreadable 分值", { 分值: "五分左右" }, "schemeNumberUnreadable", "L2"],
    ["a negative 分值", { 分值: -5 }, "schemePointsNegative", "L2"],
    ["a missing 代码", { 代码: null }, "schemeCodeMissing", "A2"],
    ["a missing 子系统", { 子系统: " " }, "schemeSubsystemMissing", "C2"],
    ["an unknown 数据表", { 数据表: "会议台账" }, "schemeTableUnknown", "D2"],
    ["a roster as 数据表", { 数据表: "支部名册" }, "schemeTableUnknown", "D2"],
  ])("for %s, with the cell", (_, change, code, cell) => {
    expect(faults(row(change), row({ 代码: "X2" }))).toEqual([[code, cell]]);
  });

  it("for a repeated 代码, however it is spelled", () => {
    expect(faults(row(), row({ 代码: " Ｘ1" }))).toEqual([["schemeCodeRepeated", "A3"]]);
  });

  it("where no indicator has points", () => {
    expect(faults(row({ 分值: 0 }), row({ 代码: "X2", 分值: 0 }))).toEqual([["schemePointsZero", "A1"]]);
  });

  it("where columns are missing, all of which it names", () => {
    const scheme = readScheme(
      workbookOf([sheetOf("评分标准", [["代码", "指标", "子系统", "数据表", "下限", "上限"]])]),
    );
    expect(scheme).toMatchObject({
      kind: "refused",
      issues: [{ code: "schemeColumnMissing", params: { columns: "计量、分值" } }],
    });
  });

  it("naming every fault at once", () => {
    expect(faults(row({ 计量: "个数", 分值: -1 }), row({ 代码: "X2", 上限: 0 }), row({ 条件: "x" }))).toEqual([
      ["schemePointsNegative", "L2"],
      ["schemeMeasureUnknown", "E2"],
      ["schemeBoundsWrong", "I3"],
      ["schemeCodeRepeated", "A4"],
      ["schemeConditionWrong", "F4"],
    ]);
  });

  it("saying what stands there and what is allowed", () => {
    const scheme = read(row({ 数据表: "会议台账" }));
    expect(scheme.issues[0]?.params).toMatchObject({ code: "X1", found: "会议台账" });
    expect(String(scheme.issues[0]?.params["allowed"])).toContain("活动台账、业务指标");
  });

  it("giving the position inside a condition", () => {
    expect(read(row({ 条件: "类别=党课 且 参加=3" })).issues[0]?.params).toEqual({
      code: "X1",
      field: "条件",
      why: "columnUnknown",
      position: 9,
      found: "参加",
    });
  });
});

describe("what the product says about a built-in 代码 (methodology §7)", () => {
  it("holds for an indicator of that 代码, 数据表 and 计量 only", () => {
    const own = { code: "D9", table: "活动台账", measure: "次数" };
    expect(isBuiltInIndicator(own)).toBe(true);
    expect(isBuiltInIndicator({ ...own, measure: "覆盖月" })).toBe(false);
    expect(isBuiltInIndicator({ ...own, table: "宣传" })).toBe(false);
    expect(isBuiltInIndicator({ ...own, code: "D99" })).toBe(false);
  });
});

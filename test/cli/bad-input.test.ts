import { existsSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { assessHere } from "../support/command";
import { type Rows, writeWorkbook } from "../support/workbook-file";

const folder = mkdtempSync(path.join(os.tmpdir(), "ronghe-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

const ROSTER: Rows = [
  ["支部", "支部书记", "党员数", "支委会", "党小组数"],
  ["第一检察部党支部", "甲", 10, "有", 2],
  ["第二检察部党支部", "乙", 12, "有", 1],
];
const ACTIVITIES: Rows = [
  ["支部", "日期", "类别", "主题", "应到", "实到"],
  ["第一检察部党支部", 44300, "主题党日", "学习", 10, 9],
  ["第二检察部党支部", 44320, "党课", "讲课", 12, 12],
];
const HEADER = ["代码", "指标", "子系统", "数据表", "计量", "条件", "适用", "下限", "上限", "方向", "折算", "分值"];
const GOOD = ["D1", "主题党日", "党建", "活动台账", "覆盖月", "类别=主题党日", "", 0, 1, "正向", "否", 5];

/** A good row with one cell of another content. */
function row(field: string, value: string | number): (string | number)[] {
  return GOOD.map((cell, index) => (HEADER[index] === field ? value : cell));
}

async function assessed(sheets: Readonly<Record<string, Rows>>, locale: string) {
  const input = path.join(folder, `in${++count}.xlsx`);
  const output = path.join(folder, `out${count}.xlsx`);
  writeWorkbook(input, sheets);
  const end = await assessHere([input, "--period", "2021", "-o", output, "--json", "-", "--locale", locale]);
  return { ...end, written: existsSync(output) };
}

describe("a scheme that cannot be read is refused as a whole, with the cell", () => {
  it.each<readonly [name: string, rows: Rows, cell: string, chinese: string, english: string]>([
    ["an unknown 计量", [row("计量", "平方根(应到)")], "E2", "平方根", "平方根"],
    ["a 条件 with an unknown column", [row("条件", "类型=主题党日")], "F2", "类型", "类型"],
    ["a 条件 without an operator", [row("条件", "类别 主题党日")], "F2", "类别 主题党日", "类别 主题党日"],
    ["a negative 分值", [row("分值", -1)], "L2", "-1", "-1"],
    ["分值 that are all zero", [row("分值", 0)], "A1", "分值", "points"],
    ["下限 equal to 上限", [row("上限", 0)], "I2", "上限", "upper goalpost"],
    ["a repeated 代码", [GOOD, GOOD], "A3", "D1", "D1"],
  ])("%s", async (_, rows, cell, chinese, english) => {
    const sheets = { 支部名册: ROSTER, 活动台账: ACTIVITIES, 评分标准: [HEADER, ...rows] };
    for (const [locale, text] of [
      ["zh-CN", chinese],
      ["en-US", english],
    ] as const) {
      const { code, said, written } = await assessed(sheets, locale);
      expect([code, written]).toEqual([2, false]);
      expect(said).toContain(`评分标准!${cell}`);
      expect(said).toContain(text);
    }
  });
});

describe("a ledger with faults is assessed, and the faults are listed with their cells", () => {
  const sheets: Readonly<Record<string, Rows>> = {
    支部名册: [...ROSTER, ["第一检察部支部", "丙", 9, "有", 1]],
    名册二: [
      ["支部", "支部书记", "党员数"],
      ["第三检察部党支部", "丁", 8],
    ],
    活动台账: [
      ...ACTIVITIES,
      ["#N/A", 44300, "党课", "无支部", 5, 5],
      ["不存在的支部", 44300, "党课", "支部不明", 5, 5],
      ["第一检察部党支部", "去年冬天", "党课", "日期不明", 5, 5],
      ["第一检察部党支部", 44310, "健步走", "类别不明", "若干", 5],
      ["第一检察部党支部", 44311, "党课", "人数超出", 5, 8],
    ],
    办案效果: [
      ["支部", "日期", "案件"],
      ["第一检察部党支部", 44300, "一号案"],
    ],
    参数: [
      ["参数", "值"],
      ["同步窗口", "很久"],
      ["不认识的参数", 1],
    ],
  };

  it("in both languages", async () => {
    const codes: string[][] = [];
    for (const locale of ["zh-CN", "en-US"]) {
      const { code, printed, written } = await assessed(sheets, locale);
      expect(written).toBe(true);
      expect(code).toBeLessThanOrEqual(1);
      const issues: readonly unknown[] = Object(JSON.parse(printed)).issues;
      const listed = issues.map((issue) => {
        const { code: kind, sheet, cell, message } = Object(issue);
        expect(String(message).length).toBeGreaterThan(4);
        return `${kind} ${sheet}!${cell}`;
      });
      codes.push(listed);
    }
    expect(codes[0]).toEqual(codes[1]);
    expect(codes[0]).toEqual(
      expect.arrayContaining([
        "rosterDuplicate 支部名册!A4",
        "rosterRepeated 名册二!A1",
        "errorValue 活动台账!A4",
        "branchUnresolved 活动台账!A5",
        "dateUnreadable 活动台账!B6",
        "categoryUnknown 活动台账!C7",
        "numberUnreadable 活动台账!E7",
        "partAboveWhole 活动台账!F8",
        "parameterUnusable 参数!B2",
        "parameterUnknown 参数!B3",
      ]),
    );
  });
});

import { writeFileSync } from "node:fs";
import path from "node:path";
import { runChosen } from "../../src/commands/run-chosen";
import { NO_CHOICES } from "../../src/core/choices";
import { save } from "../../src/workbench/files/save";
import { openOffice } from "../excel/opened";
import { ODD_NAMES } from "../support/odd-names";
import { type Rows, workbookOf } from "../support/workbook-file";
import { differentFormulas, formulaCount, opened } from "./opened";
import { convert, scratchFolder } from "./soffice";

jest.setTimeout(240_000);

const UNITS = ["=甲检察院", "'乙'院"];
const SILENT = "没有台账的支部";
const BRANCHES = UNITS.flatMap((unit) => ODD_NAMES.map((branch) => [unit, branch] as const));

/** Branches of odd names, each in both units, and one that no ledger knows: under this scheme all of it is 未评. */
const LEDGERS: Readonly<Record<string, Rows>> = {
  支部名册: [
    ["单位", "支部", "支部书记", "党员数"],
    ...BRANCHES.map(([unit, name]) => [unit, name, name, 10]),
    [UNITS[0] ?? "", SILENT, "=HYPERLINK(1)", 10],
  ],
  活动台账: [
    ["单位", "支部", "日期", "类别", "主题", "业务结合点", "共建方向", "共建单位"],
    ...BRANCHES.flatMap(([unit, name], index) => [
      [unit, name, 44_290, "党课", name, name, "横向交流", name],
      [unit, name, 44_320, "主题党日", name, index % 3 === 0 ? null : name, "横向交流", name],
      [unit, name, 44_350, index % 2 === 0 ? "党课" : "集中学习", name, null, null, null],
    ]),
  ],
  业务指标: [
    ["单位", "支部", "期间", "指标", "数值", "下限", "上限"],
    ...BRANCHES.map(([unit, name], index) => [unit, name, 2021, name, 0.5 + (index % 11) / 20, 0.5, 1]),
  ],
  荣誉成果: [
    ["单位", "日期", "支部", "名称", "授予单位", "级别"],
    ...BRANCHES.map(([unit, name]) => [unit, 44_350, name, name, name, "省"]),
  ],
  加减分: [
    ["单位", "支部", "日期", "类型", "分值", "理由", "依据", "审批人"],
    ...BRANCHES.map(([unit, name]) => [unit, name, 44_350, "加分", 1, name, name, name]),
  ],
  评分标准: [
    ["代码", "指标", "子系统", "数据表", "计量", "条件", "下限", "上限", "分值"],
    ["D1", "=党课", "党建", "活动台账", "占比(类别=党课)", "", 0, 1, 4],
    ["B1", '"达成"', "业务", "业务指标", "达成", "", 0, 1, 5],
    ["R1", "结合[率]", "融合", "活动台账", "占比(业务结合点非空)", "", 0, 1, 6],
  ],
};

it("recalculates every plain formula over names of every kind, namesakes and a branch that is 未评 to the value that was written", async () => {
  const office = await openOffice(workbookOf(LEDGERS));
  const watch = { onProgress: () => undefined, signal: null };
  const choices = { ...NO_CHOICES, period: "2021", branchPages: "each", history: true } as const;
  const run = await runChosen(choices, "zh-CN", watch);
  await office.host.settle();
  const folder = scratchFolder();
  const file = path.join(folder, "odd.xlsx");
  writeFileSync(file, save(office.host.toDocument()));
  office.close();

  if (run.kind !== "assessed") throw new Error(JSON.stringify(run));
  const { tabs, summary } = run.overview;
  expect(tabs.filter(({ key }) => key.startsWith("branch"))).toHaveLength(BRANCHES.length + 1);
  expect(summary.unassessed.map(({ code, branches }) => [code, branches])).toEqual(
    expect.arrayContaining(["D1", "B1", "R1"].map((code) => [code, 1])),
  );
  const written = opened(file);
  expect(formulaCount(written)).toBeGreaterThan(BRANCHES.length * 20);
  expect(differentFormulas(written, opened(convert(file, "xlsx", folder)))).toEqual([]);
});

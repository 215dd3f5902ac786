import type { ICellData } from "@univerjs/core";
import { runChosen } from "../../src/commands/run-chosen";
import { NO_CHOICES } from "../../src/core/choices";
import { save } from "../../src/workbench/files/save";
import { openOffice } from "../excel/opened";
import { brokenRules, HAS_OPEN_XML_SDK, schemaErrors } from "../support/excel-rules";
import { ODD_NAMES } from "../support/odd-names";
import { type Rows, workbookOf } from "../support/workbook-file";

// Two runs with a tab each branch, and their file looked through; on a busy machine that takes longer than usual.
jest.setTimeout(240_000);

/** Every text of the ledgers is such a name. */
const LEDGERS: Readonly<Record<string, Rows>> = {
  支部名册: [["支部", "支部书记", "党员数", "支部品牌"], ...ODD_NAMES.map((name) => [name, name, 10, name])],
  活动台账: [
    ["支部", "日期", "类别", "主题", "业务结合点", "共建方向", "共建单位"],
    ...ODD_NAMES.map((name) => [name, 44_290, "主题党日", name, name, "横向交流", name]),
  ],
  业务指标: [
    ["支部", "期间", "指标", "数值", "下限", "上限"],
    ...ODD_NAMES.map((name) => [name, 2021, name, 0.8, 0.5, 1]),
  ],
  荣誉成果: [
    ["日期", "支部", "名称", "授予单位", "级别"],
    ...ODD_NAMES.map((name) => [44_350, name, name, name, "省"]),
  ],
  加减分: [
    ["支部", "日期", "类型", "分值", "理由", "依据", "审批人"],
    ...ODD_NAMES.map((name) => [name, 44_350, "加分", 1, name, name, name]),
  ],
};

it("names of every kind stay texts, first and again, in a file that Excel takes, with a tab each branch in official type", async () => {
  const office = await openOffice(workbookOf(LEDGERS));
  const choices = {
    ...NO_CHOICES,
    period: "2021",
    branchPages: "each",
    history: true,
    look: { fonts: "official", bodySize: 14 },
  } as const;
  for (let run = 0; run < 2; run += 1) {
    const watch = { onProgress: () => undefined, signal: new AbortController().signal };
    expect((await runChosen(choices, "zh-CN", watch)).kind).toBe("assessed");
  }
  await office.host.settle();
  const document = office.host.toDocument();
  const sheets = document.snapshot.sheetOrder.map((id) => document.snapshot.sheets[id]);
  const cells = sheets.flatMap((sheet) =>
    Object.values(sheet?.cellData ?? {}).flatMap((line) => Object.values<ICellData>(line)),
  );
  const formulas = cells.flatMap((cell) => (typeof cell.f === "string" && cell.f !== "" ? [cell] : []));
  const bytes = save(document);
  office.close();

  expect(sheets.filter((sheet) => /(?:评估表|…)$/u.test(String(sheet?.name)))).toHaveLength(ODD_NAMES.length);
  for (const name of ODD_NAMES) expect(cells.filter(({ v, f }) => v === name && f === undefined)).not.toEqual([]);
  // A formula of a tab refers to another cell and finds a figure or a text there.
  expect(formulas.filter(({ f }) => ODD_NAMES.includes(String(f)))).toEqual([]);
  expect(
    formulas.filter(({ v }) => /^#(?:REF!|NAME\?|VALUE!|N\/A|DIV\/0!|NUM!|NULL!|SPILL!)$/u.test(String(v))),
  ).toEqual([]);
  expect(brokenRules(bytes)).toEqual([]);
  if (HAS_OPEN_XML_SDK) expect(schemaErrors(bytes)).toEqual([]);
});

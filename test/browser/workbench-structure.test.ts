/** Rows and columns inserted and deleted by the grid's own menus, and taken back by its own undo. */
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { save } from "../../src/workbench/files/save";
import { workbookOf } from "../support/workbook-file";
import { eventually } from "./pane-support";
import { useWorkbench, type Workbench } from "./workbench";

const workbench = useWorkbench();

/** The entry holds a field for how many: its word is before it. */
const beforeItsField = { position: { x: 5, y: 8 } };

/** 名册 with a total of its figures below. */
function opened(): Promise<Workbench> {
  const document = workbookOf({
    名册: [
      ["支部", "人数"],
      ["甲", 10],
      ["乙", 20],
      ["丙", 30],
      ["合计", null],
    ],
  });
  const sheet = document.snapshot.sheets[document.snapshot.sheetOrder[0] ?? ""];
  if (!sheet?.cellData) throw new Error("a sheet is missing");
  sheet.cellData[4] = { ...sheet.cellData[4], 1: { f: "=SUM(B2:B4)", v: 60, t: 2 } };
  const file = path.join(tmpdir(), `ronghe-${process.pid}-合计.xlsx`);
  writeFileSync(file, save(document));
  return workbench.open({ file });
}

const column = async (bench: Workbench, across: number, rows: number) =>
  Promise.all(Array.from({ length: rows }, (_, row) => bench.value("名册", row, across)));

test("a row is inserted by its header's menu; formulas follow, and a figure typed there counts", async () => {
  const bench = await opened();
  const { page } = bench;
  await bench.headerMenu("row", 2);
  await page.getByText("在上方插入").click(beforeItsField);
  await eventually(async () =>
    expect(await column(bench, 0, 6)).toEqual(["支部", "甲", undefined, "乙", "丙", "合计"]),
  );
  await page.getByText("未保存").waitFor();
  await bench.goTo("名册", "B3");
  await page.keyboard.type("5");
  await page.keyboard.press("Enter");
  await eventually(async () => expect(await bench.value("名册", 5, 1)).toBe(65));
  await bench.screenshot("workbench-row-inserted");
});

test("a deleted row is brought back by the grid's own undo, and goes again by redo", async () => {
  const bench = await opened();
  const { page } = bench;
  await bench.headerMenu("row", 1);
  await page.getByText("删除选中行").click();
  await eventually(async () => expect(await column(bench, 1, 4)).toEqual(["人数", 20, 30, 50]));
  await bench.goTo("名册", "A1");
  await page.keyboard.press("Control+z");
  await eventually(async () => expect(await column(bench, 1, 5)).toEqual(["人数", 10, 20, 30, 60]));
  await page.keyboard.press("Control+y");
  await eventually(async () => expect(await column(bench, 1, 4)).toEqual(["人数", 20, 30, 50]));
});

test("edits before and after a structural one are taken back in their order", async () => {
  const bench = await opened();
  const { page } = bench;
  const type = async (cell: string, text: string) => {
    await bench.goTo("名册", cell);
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  };
  await type("B4", "31");
  await eventually(async () => expect(await bench.value("名册", 3, 1)).toBe(31));
  await bench.headerMenu("column", 0);
  await page.getByText("在左侧插入").click(beforeItsField);
  await eventually(async () => expect(await column(bench, 2, 5)).toEqual(["人数", 10, 20, 31, 61]));
  await type("C4", "32");
  await eventually(async () => expect(await bench.value("名册", 4, 2)).toBe(62));
  await page.keyboard.press("Control+z");
  await eventually(async () => expect(await bench.value("名册", 3, 2)).toBe(31));
  await page.keyboard.press("Control+z");
  await eventually(async () => expect(await column(bench, 1, 5)).toEqual(["人数", 10, 20, 31, 61]));
  await page.keyboard.press("Control+z");
  await eventually(async () => expect(await column(bench, 1, 5)).toEqual(["人数", 10, 20, 30, 60]));
});

test("the pane hears of a deleted row, and the result of the assessment is no longer fresh", async () => {
  const bench = await workbench.open({ query: "?sample=minimal" });
  const { page, pane } = bench;
  await bench.press("一键评估");
  await pane.getByRole("button", { name: "更新评估" }).waitFor();
  await bench.goTo("活动台账", "A1");
  await bench.headerMenu("row", 4);
  await page.getByText("删除选中行").click();
  await pane.getByText("工作簿已改动，评估结果可能不是最新。").waitFor();
});

test("the headings of a table are not deleted alone: the page says why, and nothing happens", async () => {
  const bench = await workbench.open();
  const { page } = bench;
  await bench.goTo("支部名册", "A1");
  const before = await bench.value("支部名册", 0, 0);
  await bench.headerMenu("row", 0);
  await page.getByText("删除选中行").click();
  await page.getByRole("status").getByText("标题行").waitFor();
  expect(await bench.value("支部名册", 0, 0)).toBe(before);
});

test("the menus offer nothing that would be refused", async () => {
  const bench = await opened();
  const { page } = bench;
  await bench.goTo("名册", "A2");
  await page.locator("canvas[id^='univer-sheet-main-canvas']").click({ button: "right", position: { x: 80, y: 50 } });
  await page.getByText("插入", { exact: true }).hover();
  await page.getByText("在左侧插入").waitFor();
  const inserting = await page.locator("body").innerText();
  await page.getByRole("button", { name: "删除" }).last().hover();
  await page.getByText("删除选中列").waitFor();
  const deleting = await page.locator("body").innerText();
  expect(inserting).toContain("在上方插入");
  expect(deleting).toContain("删除选中行");
  // The menus stand last on the page.
  const menus = [inserting, deleting].map((text) => text.slice(text.lastIndexOf("选择性复制"))).join("\n");
  expect(menus).toContain("冻结");
  expect(menus).not.toMatch(/[左右上下]移|数据验证|条件格式|保护/u);
});

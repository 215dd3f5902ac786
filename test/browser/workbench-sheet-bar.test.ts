/** The row of tabs below the grid: the sheet in front is in sight, and a protected structure is left alone. */
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { save } from "../../src/workbench/files/save";
import { workbookOf } from "../support/workbook-file";
import { eventually } from "./pane-support";
import { useWorkbench, type Workbench } from "./workbench";

const workbench = useWorkbench();

const tab = ({ page }: Workbench, name: string) =>
  page.locator("[data-u-comp='slide-tab-item']").filter({ hasText: new RegExp(`^${name}$`, "u") });

/** Whether a tab stands within the bar as a whole. */
const isInSight = (bench: Workbench, name: string) =>
  tab(bench, name).evaluate((item) => {
    const bar = item.closest("[data-u-comp='slide-tab-bar']")?.getBoundingClientRect();
    const own = item.getBoundingClientRect();
    return bar !== undefined && own.left >= bar.left - 1 && own.right <= bar.right + 1;
  });

/** A workbook of 甲 and 乙 whose structure is protected, opened. */
async function opened(): Promise<Workbench> {
  const parts = unzipSync(save(workbookOf({ 甲: [["一"]], 乙: [["二"]] })));
  const main = strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array());
  parts["xl/workbook.xml"] = strToU8(main.replace("<sheets>", '<workbookProtection lockStructure="1"/><sheets>'));
  const file = path.join(tmpdir(), `ronghe-${process.pid}-受保护.xlsx`);
  writeFileSync(file, zipSync(parts));
  const bench = await workbench.open({ query: "?sample=minimal" });
  await bench.choose(file);
  await bench.page.waitForFunction(() => window.ronghe?.host.book.sheetNamed("甲") !== undefined);
  await bench.opened();
  return bench;
}

const word = ({ page }: Workbench) => page.getByRole("status").getByText("工作簿的结构受保护");
const dismiss = ({ page }: Workbench) => page.getByRole("button", { name: "关闭提示", exact: true }).first().click();

test("the tab that the add-in brings to the front is in sight, from either end of the bar", async () => {
  const bench = await workbench.open({ size: { width: 1000, height: 700 } });
  const go = (name: string) => bench.pane.getByRole("button", { name, exact: true }).click();
  await bench.press("一键评估");
  await eventually(async () => expect(await isInSight(bench, "融合总览")).toBe(true));
  await go("口径说明");
  await eventually(async () => expect(await isInSight(bench, "口径说明")).toBe(true));
  expect(await isInSight(bench, "融合总览")).toBe(false);
  await go("融合总览");
  await eventually(async () => expect(await isInSight(bench, "融合总览")).toBe(true));
  expect(await isInSight(bench, "口径说明")).toBe(false);
});

test("where the structure is protected the menu of a tab does nothing, and the page says why", async () => {
  const bench = await opened();
  const { page } = bench;
  for (const entry of ["删除", "复制", "重命名", "隐藏"]) {
    await tab(bench, "乙").click({ button: "right" });
    await page.getByText(entry, { exact: true }).last().click();
    await word(bench).waitFor();
    expect(await bench.sheets()).toEqual(["甲", "乙"]);
    await dismiss(bench);
  }
});

test("a name typed onto a tab does not count there, and goes from it", async () => {
  const bench = await opened();
  const { page } = bench;
  await tab(bench, "甲").dblclick();
  await page.keyboard.type("丙");
  await page.keyboard.press("Enter");
  await word(bench).waitFor();
  await tab(bench, "甲").waitFor();
  expect(await bench.sheets()).toEqual(["甲", "乙"]);
});

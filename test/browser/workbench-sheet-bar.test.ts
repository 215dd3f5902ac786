/** The row of tabs below the grid: a protected structure is left alone. */
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { save } from "../../src/workbench/files/save";
import { workbookOf } from "../support/workbook-file";
import { useWorkbench, type Workbench } from "./workbench";

const workbench = useWorkbench();

const tab = ({ page }: Workbench, name: string) =>
  page.locator("[data-u-comp='slide-tab-item']").filter({ hasText: new RegExp(`^${name}$`, "u") });

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

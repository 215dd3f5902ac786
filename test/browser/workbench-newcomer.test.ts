import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { open } from "../../src/workbench/files/open";
import { useWorkbench } from "./workbench";

const workbench = useWorkbench();

/** Reads again and again until what is read is as wanted: the grid takes over what is typed a moment later. Gives what was read last. */
async function eventually(read: () => Promise<unknown>, isWanted: (value: unknown) => boolean): Promise<unknown> {
  const patience = performance.now() + 10_000;
  for (;;) {
    const value = await read();
    if (isWanted(value) || performance.now() > patience) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const tabs = ["融合总览", "指标得分", "问题诊断", "先进支部评选", "数据核验", "口径说明"];

test("a newcomer sees the sample, the ribbon and the pane, and that this is not Excel", async () => {
  const bench = await workbench.open();
  await expect(bench.page.getByText("不是 Excel").isVisible()).resolves.toBe(true);
  await expect(bench.page.getByRole("button", { name: "一键评估" }).isEnabled()).resolves.toBe(true);
  expect(await bench.sheets()).toContain("活动台账");
  await bench.page.locator("canvas").first().waitFor();
  await bench.screenshot("workbench-zh-light");
});

test("一键评估 adds the tabs, shows the first, draws its charts; saved and opened again everything is there", async () => {
  const bench = await workbench.open({ size: { width: 1900, height: 1400 } });
  await bench.press("一键评估");
  expect(await bench.sheets()).toEqual(expect.arrayContaining(tabs));
  await bench.page.locator("[aria-selected=true]").getByText("融合总览").waitFor();
  await bench.page.getByRole("img", { name: /各支部U党建与U业务/ }).waitFor();
  // In front of the cells, where a person sees it.
  const isInFront = () =>
    bench.page
      .locator(".chart")
      .first()
      .evaluate((chart) => {
        if (!(chart instanceof HTMLElement)) return false;
        chart.style.pointerEvents = "auto";
        const { x, y } = chart.getBoundingClientRect();
        return chart.contains(document.elementFromPoint(x + 20, y + 5));
      });
  expect(await isInFront()).toBe(true);
  await bench.page.getByText("未保存").waitFor();
  await bench.screenshot("workbench-assessed");
  const figure = await bench.value("融合总览", 7, 10);
  expect(typeof figure).toBe("number");

  const file = await bench.saved();
  await expect(bench.page.getByText("未保存").count()).resolves.toBe(0);
  const opened = open(readFileSync(file));
  if (opened.kind === "failed") throw new Error(opened.failure);
  const { snapshot, sheets } = opened.document;
  const overview = snapshot.sheetOrder.find((id) => snapshot.sheets[id]?.name === "融合总览") ?? "";
  expect(snapshot.sheets[overview]?.cellData?.[7]?.[10]?.v).toBe(figure);
  expect(sheets[overview]?.charts.length).toBeGreaterThan(1);

  await bench.choose(file);
  await bench.page.waitForFunction(
    (name) => document.querySelector("select")?.textContent.includes(name) === true,
    path.basename(file),
  );
  await bench.opened();
  expect(await bench.sheets()).toEqual(expect.arrayContaining(tabs));
  expect(await bench.value("融合总览", 7, 10)).toBe(figure);
});

test("a formula typed in a new sheet is completed with its help, computed by the pane, and follows its cells", async () => {
  const bench = await workbench.open({ query: "?sample=minimal" });
  const { page } = bench;
  const before = await bench.sheets();
  await page.locator("[data-u-comp='sheet-bar-append-button']").first().click();
  await page.waitForFunction((count) => (window.ronghe?.host.book.sheetIds().length ?? 0) > count, before.length);
  const sheet = (await bench.sheets()).find((name) => !before.includes(name)) ?? "";
  await bench.goTo(sheet, "B2");
  for (const figure of ["0.9", "0.4", "0.6"]) {
    await page.keyboard.type(figure);
    await page.keyboard.press("Tab");
  }
  await bench.goTo(sheet, "E2");
  await page.keyboard.type("=RONGHE.COORD");
  await page.getByText("协调度 D").first().waitFor();
  await bench.screenshot("workbench-completion");
  await page.keyboard.type("INATION(B2:D2)");
  // As long as the list of names is open, Enter chooses from it.
  await page.getByText("协调度 D").first().waitFor({ state: "hidden" });
  await page.keyboard.press("Enter");
  const result = () => bench.value(sheet, 1, 4);
  const degree = await eventually(result, (value) => typeof value === "number");
  expect(typeof degree).toBe("number");
  await bench.goTo(sheet, "C2");
  await page.keyboard.type("0.9");
  await page.keyboard.press("Enter");
  expect(await eventually(result, (value) => Number(value) > Number(degree))).toBeGreaterThan(Number(degree));
  // The grid's own undo takes the person's last edit back, and the result with it.
  await page.keyboard.press("Control+z");
  expect(await eventually(result, (value) => value === degree)).toBe(degree);
  expect(await bench.value(sheet, 1, 2)).toBe(0.4);
});

test("in live tabs the degree D follows an 实到 that is changed in the ledger", async () => {
  const bench = await workbench.open();
  const { page } = bench;
  const { pane } = bench;
  await pane.getByRole("button", { name: "开始" }).click();
  await pane.getByRole("radio", { name: /以公式写入/ }).check();
  await pane.getByRole("button", { name: "生成评估", exact: true }).click();
  await page.locator("[aria-selected=true]").getByText("融合总览").waitFor();
  const degrees = () => Promise.all(Array.from({ length: 12 }, (_, branch) => bench.value("融合总览", 7 + branch, 7)));
  const before = await degrees();
  expect(before.every((degree) => typeof degree === "number")).toBe(true);
  const header = await page.evaluate(() => {
    const book = window.ronghe?.host.book;
    const id = book?.sheetNamed("活动台账");
    const cells = id === undefined ? {} : (book?.engine.cells(id)[0] ?? {});
    return Object.entries(cells).map(([column, cell]) => [Number(column), String(cell?.v)] as const);
  });
  const column = header.find(([, name]) => name === "实到")?.[0] ?? -1;
  expect(column).toBeGreaterThan(-1);
  for (let row = 2; row <= 8; row += 1) {
    await bench.goTo("活动台账", `${String.fromCharCode(65 + column)}${row}`);
    await page.keyboard.type("0");
    await page.keyboard.press("Enter");
  }
  const calculated = (now: unknown) => Array.isArray(now) && now.every((degree) => typeof degree === "number");
  const after = await eventually(degrees, (now) => calculated(now) && JSON.stringify(now) !== JSON.stringify(before));
  expect(after).toHaveLength(12);
  expect(calculated(after)).toBe(true);
  expect(after).not.toEqual(before);
});

test("another sample is opened; a file that is none is refused, says why, and leaves the open one alone", async () => {
  const bench = await workbench.open({ query: "?sample=minimal" });
  const { page } = bench;
  await page.getByLabel("选择样例").selectOption("messy");
  await page.waitForFunction(() => window.ronghe?.host.book.sheetNamed("支部名册") === undefined);
  await bench.opened();
  const sheets = await bench.sheets();
  const broken = path.join(tmpdir(), `ronghe-${process.pid}-坏.xlsx`);
  writeFileSync(broken, "这不是工作簿");
  await bench.choose(broken);
  await page.getByRole("alert").getByText("不是 Excel 工作簿").waitFor();
  expect(await bench.sheets()).toEqual(sheets);
});

test("changes that are not saved are not thrown away unasked", async () => {
  const bench = await workbench.open({ query: "?sample=minimal" });
  const { page } = bench;
  await bench.goTo("支部名册", "F2");
  await page.keyboard.type("99");
  await page.keyboard.press("Enter");
  await page.getByText("未保存").waitFor();
  let asked = "";
  page.once("dialog", (dialog) => {
    asked = dialog.message();
    void dialog.dismiss();
  });
  await page.getByLabel("选择样例").selectOption("messy");
  expect(asked).toContain("尚未保存");
  expect(await bench.value("支部名册", 1, 5)).toBe(99);
});

test("what the add-in wrote is taken back as one step, and brought back as one", async () => {
  const bench = await workbench.open({ query: "?sample=minimal" });
  const before = await bench.sheets();
  const undo = bench.page.getByRole("button", { name: "撤销写入" });
  await expect(undo.isDisabled()).resolves.toBe(true);
  await bench.press("一键评估");
  const after = await bench.sheets();
  expect(after.length).toBeGreaterThan(before.length);
  await undo.click();
  await bench.page.waitForFunction((count) => window.ronghe?.host.book.sheetIds().length === count, before.length);
  expect(await bench.sheets()).toEqual(before);
  await bench.opened();
  const redo = bench.page.getByRole("button", { name: "重做写入" });
  await redo.click();
  await bench.page.waitForFunction((count) => window.ronghe?.host.book.sheetIds().length === count, after.length);
  expect(await bench.sheets()).toEqual(after);
  await expect(redo.isDisabled()).resolves.toBe(true);
  await expect(undo.isEnabled()).resolves.toBe(true);
});

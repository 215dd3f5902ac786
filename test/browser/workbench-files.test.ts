/** Files at the workbench: the untidy sample with a column mapped by hand, a file that is dropped, broken ones, and what is saved. */
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { open } from "../../src/workbench/files/open";
import { LEDGERS } from "../commands/ledgers";
import { writeWorkbook } from "../support/workbook-file";
import { eventually } from "./pane-support";
import { useWorkbench } from "./workbench";

const workbench = useWorkbench();
const scratch = (name: string) => path.join(tmpdir(), `ronghe-${process.pid}-${name}`);

test("the untidy sample is opened, a column is mapped in the pane, and the run reads it so", async () => {
  const bench = await workbench.open();
  const { page, pane } = bench;
  await page.getByLabel("选择样例").selectOption("messy");
  await page.waitForFunction(() => window.ronghe?.host.book.sheetNamed("2021年活动台账（汇总）") !== undefined);
  await bench.opened();
  await pane.getByRole("button", { name: "开始" }).click();
  await pane.getByText("找到7类台账，8个支部").waitFor();
  await pane.getByText("各类台账", { exact: true }).click();
  const opener = pane.getByRole("button", { name: "2021年活动台账（汇总）的列对应" });
  await opener.click();
  const points = pane.getByLabel("J 融合点");
  expect(await points.inputValue()).toBe("业务结合点");
  await pane.getByLabel("Q 成效").selectOption("业务结合点");
  expect(await points.inputValue()).toBe("");
  await pane.getByRole("button", { name: "确认", exact: true }).click();
  await opener.waitFor();
  await pane.getByRole("button", { name: "生成评估", exact: true }).click();
  await pane.getByRole("heading", { name: "2021年评估结果" }).waitFor({ timeout: 60_000 });

  const file = await bench.saved();
  const opened = open(readFileSync(file));
  if (opened.kind === "failed") throw new Error(opened.failure);
  expect(opened.document.settings["ronghe.mapping"]).toContain("成效");
  // The column that holds the field 成效 by itself is read as another now.
  const notes = Object.values(opened.document.snapshot.sheets).find(({ name }) => name === "口径说明");
  expect(JSON.stringify(notes?.cellData)).toMatch(/“2021年活动台账（汇总）”缺[^；"]*成效/u);
});

test("a file that is dropped is opened", async () => {
  const bench = await workbench.open();
  const file = scratch("台账.xlsx");
  writeWorkbook(file, LEDGERS);
  await bench.drop(file);
  await bench.page.waitForFunction(
    (name) => document.querySelector("select")?.textContent.includes(name) === true,
    path.basename(file),
  );
  await bench.opened();
  expect(await bench.sheets()).toEqual(Object.keys(LEDGERS));
  await bench.pane.getByRole("button", { name: "开始" }).click();
  await bench.pane.getByText("2个支部").waitFor();
});

test("a broken workbook that is dropped is refused with its reason, and the open one stays", async () => {
  const bench = await workbench.open({ query: "?sample=minimal" });
  const sheets = await bench.sheets();
  const whole = readFileSync(path.join(__dirname, "../../assets/sample-2021.xlsx"));
  const broken = scratch("半截.xlsx");
  writeFileSync(broken, whole.subarray(0, whole.length / 2));
  await bench.drop(broken);
  await bench.page.getByRole("alert").getByText("半截.xlsx").waitFor();
  expect(await bench.sheets()).toEqual(sheets);
  await bench.page.getByRole("button", { name: "关闭提示" }).click();
  await expect(bench.page.getByRole("alert").count()).resolves.toBe(0);
});

test("a workbook is closed while the add-in still waits for answers, and nothing comes of them", async () => {
  const bench = await workbench.open({ query: "?sample=minimal&latency=400" });
  const file = scratch("再开.xlsx");
  writeWorkbook(file, LEDGERS);
  await bench.choose(file);
  await bench.page.waitForFunction(() => window.ronghe?.host.book.sheetNamed("业务指标") === undefined);
  await bench.opened();
  await bench.page.waitForFunction(() => (window.ronghe?.host.requestCount() ?? 0) > 0);
  expect(await bench.sheets()).toEqual(Object.keys(LEDGERS));
});

test("新建评估工作簿 on the ribbon adds the templates, and 帮助 opens the pane's help", async () => {
  const bench = await workbench.open({ query: "?sample=minimal" });
  const before = await bench.sheets();
  await bench.press("新建评估工作簿");
  expect(await bench.sheets()).toEqual(expect.arrayContaining([...before, "先锋岗", "自评复核"]));
  await bench.pane.getByText("已有同名工作表").waitFor();
  await bench.page.getByRole("button", { name: "关闭任务窗格" }).click();
  await bench.press("帮助");
  await bench.pane.getByRole("heading", { name: "计算方法" }).waitFor();
  await eventually(async () =>
    expect(await bench.page.getByRole("region", { name: "任务窗格" }).isVisible()).toBe(true),
  );
});

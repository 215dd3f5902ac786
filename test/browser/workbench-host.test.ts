import { eventually } from "./pane-support";
import { useWorkbench } from "./workbench";

const workbench = useWorkbench();

test("the web transport serves the same pane over https", async () => {
  const bench = await workbench.open({ secure: true, query: "?transport=web&sample=minimal" });
  await bench.press("一键评估");
  expect(await bench.sheets()).toContain("融合总览");
});

test("the key combinations of the add-in call its commands, with the grid in front", async () => {
  const bench = await workbench.open({ query: "?sample=minimal" });
  const { page, pane } = bench;
  const region = page.getByRole("region", { name: "任务窗格" });
  await page.getByRole("button", { name: "关闭任务窗格" }).click();
  await region.waitFor({ state: "hidden" });
  await page.keyboard.press("Control+Shift+Alt+H");
  await region.waitFor();
  await pane.getByRole("heading", { name: "帮助" }).waitFor();
  await page.keyboard.press("Control+Shift+Alt+A");
  await eventually(async () => expect(await bench.sheets()).toContain("融合总览"));
});

test("requests are listed with what they do, how large they are and how long they take", async () => {
  const bench = await workbench.open({ query: "?sample=minimal&trace=1" });
  const rows = bench.page.getByRole("region", { name: "请求" }).getByRole("row");
  await rows.nth(3).waitFor();
  expect((await rows.allInnerTexts()).join("\n")).toMatch(/worksheets\.load\(id, name, visibility\)[\s\S]*B[\s\S]*\d/u);
});

test("a request that is made to fail reaches the add-in, and the workbook is as before", async () => {
  const bench = await workbench.open({ query: "?sample=minimal&host=1" });
  const sheets = await bench.sheets();
  await bench.page.getByLabel("第几次").fill("3");
  await bench.page.getByRole("button", { name: "令请求失败" }).click();
  await bench.page.getByText("第 3 次请求将失败").waitFor();
  await bench.press("一键评估");
  expect(await bench.sheets()).toEqual(sheets);
  await expect(bench.page.getByText("第 3 次请求将失败").count()).resolves.toBe(0);
});

test("a protected workbook is not written to", async () => {
  const bench = await workbench.open({ query: "?sample=minimal&protected=1" });
  const sheets = await bench.sheets();
  await bench.press("一键评估");
  expect(await bench.sheets()).toEqual(sheets);
});

test("language and look change with the workbook open, and nothing in it is lost", async () => {
  const bench = await workbench.open({ query: "?sample=minimal&host=1" });
  const { page } = bench;
  await bench.goTo("支部名册", "F2");
  await page.keyboard.type("99");
  await page.keyboard.press("Enter");
  await page.getByLabel("语言").selectOption("en-US");
  await page.getByRole("button", { name: "Assess", exact: true }).waitFor();
  await bench.opened();
  await page.getByLabel("Look").selectOption("dark");
  await page.waitForFunction(() => document.documentElement.dataset["theme"] === "dark");
  await bench.opened();
  expect(await bench.value("支部名册", 1, 5)).toBe(99);
  expect(new URL(page.url()).search).toBe("?sample=minimal&language=en-US&theme=dark&host=1");
  await bench.screenshot("workbench-en-dark");
});

test("in a narrow window the pane stands below the grid", async () => {
  const bench = await workbench.open({ size: { width: 480, height: 900 } });
  const [grid, pane] = await Promise.all([
    bench.page.getByRole("region", { name: "表格" }).boundingBox(),
    bench.page.getByRole("region", { name: "任务窗格" }).boundingBox(),
  ]);
  expect(pane?.y).toBeGreaterThanOrEqual((grid?.y ?? 0) + (grid?.height ?? 0) - 1);
  await bench.screenshot("workbench-narrow");
});

test("a file named at the start is opened first", async () => {
  const bench = await workbench.open({ file: "assets/samples/minimal-2021.xlsx" });
  await bench.page.getByRole("option", { name: "minimal-2021.xlsx" }).waitFor({ state: "attached" });
});

/** What a clerk does in the wrong order, too early or by mistake. */
import { emptyDocument } from "../workbench/office";
import { useBrowser } from "./pane";
import { assessed, choices, eventually, hasFocus, introduced, ledgers } from "./pane-support";

const browser = useBrowser();

test("a period that cannot be read keeps from assessing until another is chosen: desktop, zh-CN", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { transport: "desktop" });
  const { frame } = pane;
  await frame.getByLabel("评估期间").selectOption({ label: "自定义" });
  await frame.getByLabel("自定义").fill("去年");
  const button = frame.getByRole("button", { name: "生成评估", description: "期间无法识别，请按示例填写" });
  await button.waitFor();
  await button.click({ force: true });
  expect(await pane.axe()).toEqual([]);
  expect(await frame.getByRole("heading", { name: /评估结果$/u }).count()).toBe(0);
  expect(choices(pane).period).toBeNull();

  await frame.getByLabel("自定义").fill("2021年第二季度");
  await frame.getByLabel("自定义").press("Enter");
  await eventually(() => expect(choices(pane).period).toBe("2021年第二季度"));
  await assessed(pane, "生成评估", /^2021年第二季度评估结果$/u);
});

test("what is chosen while the workbook is being read stays chosen: web, zh-CN", async () => {
  const pane = await browser.openPane(introduced(ledgers()));
  const { frame, host } = pane;
  await frame.getByText("找到2类台账，2个支部").waitFor();
  host.faults.latency = 300;
  await frame.getByLabel("评估期间").selectOption({ label: "2021年第一季度" });
  await frame.getByRole("switch", { name: "显示名次" }).click();
  await frame.getByText("评估期间：2021年第一季度", { exact: true }).waitFor();
  host.faults.latency = 0;
  expect(await frame.getByRole("switch", { name: "显示名次" }).isChecked()).toBe(true);
  expect(choices(pane)).toMatchObject({ period: "2021Q1", showRanks: true });
});

test("what is changed during a run makes its result old, and the steps are read anew: desktop, en-US", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { transport: "desktop", locale: "en-US" });
  const { frame, host } = pane;
  await frame.getByText("2 kinds of ledger, 2 branches").waitFor();
  host.faults.latency = 200;
  await frame.getByRole("button", { name: "Assess", exact: true }).click();
  await frame
    .getByText(/^Writing the tabs/u)
    .first()
    .waitFor();
  pane.type("活动台账!B3", "不详");
  await frame.getByRole("heading", { name: /^Assessment of/u }).waitFor();
  host.faults.latency = 0;
  await frame.getByText("The workbook has changed; the result may be out of date.").waitFor();
  await frame.getByRole("button", { name: "Back to the steps" }).click();
  await frame
    .getByText(/不详.*cannot be read as a date/u)
    .first()
    .waitFor();
  expect(await frame.getByText("The workbook has changed").count()).toBe(0);
});

test("required columns that nobody reads are told before they are confirmed, and what was confirmed after: desktop, zh-CN", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { transport: "desktop" });
  const { frame } = pane;
  await frame.getByRole("button", { name: "活动台账的列对应" }).click();
  await frame.getByRole("heading", { name: "列对应：活动台账" }).waitFor();
  const columns = frame.getByRole("listitem").getByRole("combobox");
  await columns.first().selectOption({ label: "不读取" });
  await frame.getByText(/^必需的列尚未对应：支部/u).waitFor();
  await columns.first().press("Escape");
  const opener = frame.getByRole("button", { name: "活动台账的列对应" });
  await eventually(async () => expect(await opener.evaluate(hasFocus)).toBe(true));

  await opener.click();
  await frame.getByLabel("台账类别").selectOption({ label: "不是台账" });
  await frame.getByRole("button", { name: "确认" }).click();
  await frame.getByText("“活动台账”已确认不是台账，不再读取。").waitFor();
});

test("empty ledgers are not assessed, and a failure is over once its cause is gone: desktop, zh-CN", async () => {
  const pane = await browser.openPane(introduced(emptyDocument("Sheet1")), { transport: "desktop" });
  const { frame } = pane;
  await frame.getByRole("button", { name: "新建评估工作簿" }).first().click();
  await frame
    .getByText(/^台账中未填写支部/u)
    .first()
    .waitFor();
  // What had the focus is gone: the reading goes on at what came of it.
  expect(await frame.getByText(/^已新建工作表/u).count()).toBe(1);
  expect(await frame.evaluate(() => document.activeElement?.id)).toBe("notice");
  await frame.getByRole("button", { name: "生成评估", description: /^台账中未填写支部/u }).waitFor();
  await pane.page.keyboard.press("Escape");
  expect(await frame.getByText(/^已新建工作表/u).count()).toBe(0);
});

test("the ribbon's run tells what changed since the one before, and that nothing is to be frozen is no failure: web, zh-CN", async () => {
  const pane = await browser.openPane(introduced(ledgers()));
  const { frame } = pane;
  await frame.getByText("找到2类台账，2个支部").waitFor();
  await pane.press("assess");
  await frame.getByText("本工作簿首次评估，没有上次结果可比").waitFor();
  pane.type("活动台账!B3", "不详");
  await frame.getByText("工作簿已改动，评估结果可能不是最新。").waitFor();
  await pane.press("assess");
  await frame.getByText(/^新增核验事项/u).waitFor();
  expect(await frame.getByText("工作簿已改动").count()).toBe(0);
  await pane.press("freeze");
  await frame.getByText(/^没有以公式写入的评估表/u).waitFor();
  expect(await frame.getByText("未完成").count()).toBe(0);
});

test("a closing day typed in part leaves the one before, Enter takes it over, and emptied it is none: desktop, zh-CN", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { transport: "desktop" });
  const { frame } = pane;
  const day = frame.getByLabel("截止日");
  await day.fill("2021-06-30");
  await day.press("Enter");
  await eventually(() => expect(choices(pane).asOf).toBe("2021-06-30"));
  const { keyboard } = pane.page;
  await day.focus();
  await keyboard.press("Delete");
  expect(await day.inputValue()).toBe("");
  await frame.getByLabel("评估期间").focus();
  expect(await day.inputValue()).toBe("2021-06-30");
  expect(choices(pane).asOf).toBe("2021-06-30");
  await day.focus();
  for (const key of ["Delete", "ArrowRight", "Delete", "ArrowRight", "Delete"]) await keyboard.press(key);
  await frame.getByLabel("评估期间").focus();
  await eventually(() => expect(choices(pane).asOf).toBeNull());
});

test("what is closed or emptied gives the focus back to where it was before: desktop, zh-CN", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { transport: "desktop" });
  const { frame } = pane;
  const period = frame.getByLabel("评估期间");
  await period.focus();
  await period.selectOption({ label: "自定义" });
  const own = frame.getByLabel("自定义");
  await own.fill("2021H1");
  await own.press("Enter");
  await eventually(() => expect(choices(pane).period).toBe("2021H1"));
  await own.fill("");
  await own.press("Enter");
  await own.waitFor({ state: "detached" });
  await eventually(async () => expect(await period.evaluate(hasFocus)).toBe(true));

  await assessed(pane, "生成评估", /评估结果$/u);
  await frame.getByRole("button", { name: "发送到任务清单" }).click();
  await frame.getByRole("button", { name: "发送", exact: true }).click();
  await frame.getByText(/^已在“任务清单”写入/u).waitFor();
  const dismiss = frame.getByRole("button", { name: "关闭提示" });
  await dismiss.focus();
  await dismiss.press("Escape");
  await dismiss.waitFor({ state: "detached" });
  const send = frame.getByRole("button", { name: "发送到任务清单" });
  await eventually(async () => expect(await send.evaluate(hasFocus)).toBe(true));

  // That it is done is said once, not again with each look.
  await frame.getByRole("button", { name: "返回评估步骤" }).click();
  await period.selectOption({ label: "2021年第二季度" });
  await frame.getByText("评估期间：2021年第二季度", { exact: true }).waitFor();
  expect(await frame.getByText(/^评估完成/u).count()).toBe(0);
});

test("a run that fails while the help is read says so, and who comes back from the help later is where she was: desktop, zh-CN", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { transport: "desktop" });
  const { frame, host } = pane;
  await frame.getByText("找到2类台账，2个支部").waitFor();
  host.faults.latency = 300;
  host.faults.failure = { request: 4, code: "GeneralException", after: false };
  await frame.getByRole("button", { name: "生成评估" }).click();
  const help = frame.getByRole("button", { name: "帮助" });
  await help.click();
  const failed = frame.getByRole("alert").filter({ hasText: "评估未完成" });
  await failed.waitFor();
  host.faults.latency = 0;
  const isInSight = (element: Element) => element.getBoundingClientRect().bottom < window.innerHeight;
  await eventually(async () => expect(await failed.evaluate(isInSight)).toBe(true));

  await help.click();
  await frame.getByRole("heading", { name: "帮助" }).press("Escape");
  await failed.waitFor();
  await eventually(async () => expect(await help.evaluate(hasFocus)).toBe(true));
});

test("the column that has the focus is not behind the warning and the buttons: desktop, zh-CN", async () => {
  const size = { width: 320, height: 500 };
  const pane = await browser.openPane(introduced(ledgers()), { transport: "desktop", size });
  const { frame } = pane;
  await frame.getByRole("button", { name: "活动台账的列对应" }).click();
  const columns = frame.getByRole("listitem").getByRole("combobox");
  await columns.first().selectOption({ label: "不读取" });
  const warning = frame.getByText(/^必需的列尚未对应：支部/u);
  await warning.waitFor();
  await columns.nth(-2).focus();
  await pane.page.keyboard.press("Tab");
  expect(await columns.last().evaluate(hasFocus)).toBe(true);
  const edge = await warning.evaluate((element) => element.getBoundingClientRect().top);
  expect(await columns.last().evaluate((element) => element.getBoundingClientRect().bottom)).toBeLessThan(edge);
});

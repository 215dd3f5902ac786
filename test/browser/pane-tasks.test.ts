/** 发送到任务清单, and 删除评估表 where 历史记录 alone is left, as a clerk meets them in the pane. */
import { useBrowser } from "./pane";
import { assessed, eventually, hasFocus, held, introduced, ledgers, sheets } from "./pane-support";

const browser = useBrowser();

test("tasks are sent once, after a question, from the result; sent again, nothing is new: desktop, zh-CN", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { transport: "desktop" });
  const { frame } = pane;
  await assessed(pane, "生成评估", /^2021年评估结果/u);
  expect(sheets(pane)).not.toContain("任务清单");

  // Asked and not wanted: nothing happens, and the focus is where it was.
  const send = frame.getByRole("button", { name: "发送到任务清单" });
  const before = await held(pane);
  await send.click();
  const question = frame.getByRole("group", { name: "发送到任务清单" });
  await question.getByText(/^将新建工作表“任务清单”，写入\d+项任务。$/u).waitFor();
  expect(await pane.axe()).toEqual([]);
  await question.getByRole("button", { name: "取消" }).click();
  expect(await send.evaluate(hasFocus)).toBe(true);
  expect(await held(pane)).toEqual(before);

  await send.click();
  await question.getByRole("button", { name: "发送", exact: true }).click();
  await frame.getByText(/^已在“任务清单”写入\d+项任务。$/u).waitFor();
  expect(sheets(pane)).toContain("任务清单");
  const sent = await held(pane);
  expect(sent.cells["任务清单"]).not.toEqual([]);

  // The same offer stands among the other actions.
  await frame.getByRole("button", { name: "返回评估步骤" }).click();
  await frame.getByText("其他操作").click();
  await send.click();
  await question.getByText(/^没有新的任务：\d+项均已在任务清单中。$/u).waitFor();
  expect(await question.getByRole("button", { name: "发送", exact: true }).count()).toBe(0);
  await question.getByRole("button", { name: "取消" }).click();
  expect((await held(pane)).cells).toEqual(sent.cells);
});

test("what was sent is read as a ledger: web, en-US", async () => {
  const pane = await browser.openPane(introduced(ledgers()), { locale: "en-US" });
  const { frame } = pane;
  await assessed(pane, "Assess", /^Assessment of 2021/u);
  await frame.getByRole("button", { name: /^Send to/u }).click();
  await frame.getByRole("button", { name: "Send", exact: true }).click();
  await frame.getByText(/tasks were entered on “任务清单”\.$/u).waitFor();
  await frame.getByRole("button", { name: "Back to the steps" }).click();
  await frame.getByText("3 kinds of ledger, 2 branches").waitFor();
});

test("no tasks are offered to be sent where 整改任务 was not made: web, zh-CN", async () => {
  const document = introduced(ledgers());
  const pane = await browser.openPane({
    ...document,
    settings: { "ronghe.choices": JSON.stringify({ introduced: true, omittedTabs: ["tasks"] }) },
  });
  await assessed(pane, "生成评估", /^2021年评估结果/u);
  expect(sheets(pane)).not.toContain("整改任务");
  expect(await pane.frame.getByRole("button", { name: "发送到任务清单" }).count()).toBe(0);
});

test("where 历史记录 alone is left, it can still be removed, with every trace only: desktop, zh-CN", async () => {
  const document = introduced(ledgers());
  const pane = await browser.openPane(
    {
      ...document,
      settings: { "ronghe.choices": JSON.stringify({ introduced: true, history: true }) },
    },
    { transport: "desktop" },
  );
  const { frame } = pane;
  const before = sheets(pane);
  const remove = frame.getByRole("button", { name: "删除评估表" });
  const sure = frame.getByRole("button", { name: "删除", exact: true });
  await frame.getByText("其他操作").click();
  expect(await remove.count()).toBe(0);
  await assessed(pane, "生成评估", /^2021年评估结果/u);
  await frame.getByRole("button", { name: "返回评估步骤" }).click();
  await frame.getByText("其他操作").click();
  await remove.click();
  await sure.click();
  await frame.getByText(/^已删除：融合总览/u).waitFor();
  expect(sheets(pane)).toEqual([...before, "历史记录"]);

  await frame.getByRole("button", { name: "生成评估", exact: true }).waitFor();
  await remove.click();
  expect(await sure.getAttribute("aria-disabled")).toBe("true");
  await frame.getByRole("checkbox", { name: /历史记录/u }).check();
  await sure.click();
  await frame.getByText("已删除：历史记录").waitFor();
  expect(sheets(pane)).toEqual(before);
  await eventually(async () => expect(await remove.count()).toBe(0));
});

/** The pane by keyboard alone, in every look and at every width. */
import { useBrowser, type Pane } from "./pane";
import { assessed, eventually, hasFocus, introduced, ledgers } from "./pane-support";

const browser = useBrowser();

/** The name of what has the focus. */
const focused = ({ frame }: Pane) =>
  frame.evaluate(
    () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent.trim() ?? "",
  );

/** Presses Tab until something of that name has the focus. */
async function tabTo(pane: Pane, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused(pane)) === name) return;
    await pane.page.keyboard.press("Tab");
  }
  throw new Error(`${name} cannot be reached by Tab.`);
}

test("the whole way without a mouse", async () => {
  const pane = await browser.openPane(ledgers(), { transport: "desktop" });
  const { frame, page } = pane;
  await frame.getByRole("button", { name: "开始" }).waitFor();
  await tabTo(pane, "开始");
  await page.keyboard.press("Enter");
  await frame.getByText("找到2类台账，2个支部").waitFor();
  expect(await frame.getByRole("heading", { name: "台账" }).evaluate(hasFocus)).toBe(true);

  // Going elsewhere and back: to the view's heading, then to what opened it.
  await page.keyboard.press("Shift+Tab");
  expect(await focused(pane)).toBe("帮助");
  await page.keyboard.press("Enter");
  await eventually(async () => expect(await focused(pane)).toBe("帮助"));
  expect(await frame.getByRole("heading", { name: "帮助" }).evaluate(hasFocus)).toBe(true);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  expect(await focused(pane)).toBe("返回");
  await page.keyboard.press("Enter");
  expect(await frame.getByRole("button", { name: "帮助" }).evaluate(hasFocus)).toBe(true);

  // A change of the period keeps the focus where it is.
  await frame.getByLabel("评估期间").focus();
  await page.keyboard.press("ArrowDown");
  await frame.getByText("评估期间：2021年", { exact: true }).waitFor();
  expect(await frame.getByLabel("评估期间").evaluate(hasFocus)).toBe(true);

  await tabTo(pane, "生成评估");
  await page.keyboard.press("Enter");
  const heading = frame.getByRole("heading", { name: "2021年评估结果" });
  await heading.waitFor();
  expect(await heading.evaluate(hasFocus)).toBe(true);
  await tabTo(pane, "口径说明");
  await page.keyboard.press("Enter");
  await eventually(() => expect(pane.selection()).toBe("口径说明!A1"));
  await tabTo(pane, "返回评估步骤");
  await page.keyboard.press("Enter");
  expect(await frame.getByRole("heading", { name: "台账" }).evaluate(hasFocus)).toBe(true);
});

/** What is wider than the pane, by its text. */
const tooWide = ({ frame }: Pane) =>
  frame.evaluate(() => {
    const main = document.querySelector("main");
    const wide = [document.documentElement, main].some((one) => one !== null && one.scrollWidth > one.clientWidth);
    if (!wide || main === null) return [];
    const right = main.clientWidth;
    return [...document.querySelectorAll("*")]
      .filter((one) => one.getBoundingClientRect().right > right + 1)
      .map((one) => `${one.tagName} ${one.textContent.slice(0, 40)}`);
  });

const looks = [
  { name: "light", colorScheme: "light", forcedColors: "none", ground: "rgb(255, 255, 255)" },
  { name: "dark", colorScheme: "dark", forcedColors: "none", ground: "rgb(41, 41, 41)" },
  { name: "high contrast", colorScheme: "dark", forcedColors: "active", ground: "rgb(0, 0, 0)" },
] as const;

/** Changes the look and waits until the pane has it: it hears of the change, draws anew, and its colours pass over by transitions. */
async function change({ page, frame }: Pane, { ground, colorScheme, forcedColors }: (typeof looks)[number]) {
  await page.emulateMedia({ colorScheme, forcedColors });
  await frame.waitForFunction((colour) => {
    const provider = document.querySelector(".fui-FluentProvider");
    const isUnderWay = document.getAnimations().some((animation) => animation instanceof CSSTransition);
    return provider !== null && getComputedStyle(provider).backgroundColor === colour && !isUnderWay;
  }, ground);
}

/** Looks at a state in every theme, at 320 pixels and there at 200 %. */
async function lookAt(pane: Pane, state: string): Promise<void> {
  await pane.frame.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
  for (const look of looks) {
    await change(pane, look);
    expect([state, look.name, await pane.axe()]).toEqual([state, look.name, []]);
  }
  for (const width of [320, 160]) {
    await pane.page.setViewportSize({ width, height: width * 2 });
    expect([state, width, await tooWide(pane)]).toEqual([state, width, []]);
  }
  await pane.page.setViewportSize({ width: 350, height: 700 });
}

const languages = [
  {
    locale: "zh-CN",
    words: {
      start: "开始",
      found: "2个支部",
      assess: "生成评估",
      result: /评估结果$/u,
      back: "返回评估步骤",
      columns: "活动台账的列对应",
      tabs: "评估表选项",
      settings: "设置",
      help: "帮助",
      send: "发送到任务清单",
      remove: "删除评估表",
      cancel: "取消",
      cancelled: "已取消，工作簿保持原样。",
      failed: "评估未完成，请按下列提示处理。",
    },
  },
  {
    locale: "en-US",
    words: {
      start: "Start",
      found: "2 branches",
      assess: "Assess",
      result: /^Assessment/u,
      back: "Back to the steps",
      columns: "Columns of 活动台账",
      tabs: "Assessment tabs",
      settings: "Settings",
      help: "Help",
      send: "Send to 任务清单 (tasks)",
      remove: "Remove assessment tabs",
      cancel: "Cancel",
      cancelled: "Cancelled. The workbook is as it was.",
      failed: "The assessment was not completed. Please see below.",
    },
  },
] as const;

describe.each(languages)(
  "every state is readable, in every theme, narrow and enlarged: $locale",
  ({ locale, words }) => {
    test("introduction, steps, columns, assessment tabs", async () => {
      const pane = await browser.openPane(ledgers(), { locale });
      const { frame } = pane;
      const start = frame.getByRole("button", { name: words.start });
      await start.waitFor();
      await lookAt(pane, "introduction");
      await start.click();
      await frame.getByText(words.found).waitFor();
      await lookAt(pane, "steps");
      await frame.getByRole("button", { name: words.columns }).click();
      await frame.getByRole("heading", { name: /活动台账/u }).waitFor();
      await lookAt(pane, "columns");
      await frame.locator("header").getByRole("button").first().click();
      await frame.getByRole("button", { name: words.tabs }).click();
      await frame.getByRole("heading", { name: words.tabs }).waitFor();
      await lookAt(pane, "assessment tabs");
    });

    test("settings, help", async () => {
      const pane = await browser.openPane(introduced(ledgers()), { locale });
      const { frame } = pane;
      await frame.getByText(words.found).waitFor();
      for (const view of [words.settings, words.help]) {
        await frame.getByRole("button", { name: view }).click();
        await frame.getByRole("heading", { name: view }).waitFor();
        await lookAt(pane, view);
      }
    });

    test("result, what is asked before tasks are sent and tabs removed", async () => {
      const pane = await browser.openPane(introduced(ledgers()), { locale });
      const { frame } = pane;
      await assessed(pane, words.assess, words.result);
      await frame.getByRole("button", { name: words.send }).click();
      const question = frame.getByRole("group", { name: words.send });
      await question.waitFor();
      await lookAt(pane, "result with the question about tasks");
      await question.getByRole("button", { name: words.cancel }).click();
      await frame.getByRole("button", { name: words.back }).click();
      await frame.locator("summary").last().click();
      await frame.getByRole("button", { name: words.remove }).click();
      await frame.getByRole("group", { name: words.remove }).waitFor();
      await lookAt(pane, "steps with the question about removal");
    });

    test("a run under way, cancelled, failed", async () => {
      const pane = await browser.openPane(introduced(ledgers()), { locale });
      const { frame, host } = pane;
      const assess = frame.getByRole("button", { name: words.assess, exact: true });
      await frame.getByText(words.found).waitFor();
      // Excel waits for the end of cell editing as long as anybody looks.
      host.faults.cellEditing = true;
      await assess.click();
      const cancel = frame.getByRole("button", { name: words.cancel });
      await cancel.waitFor();
      await lookAt(pane, "under way");
      await cancel.click();
      host.faults.cellEditing = false;
      await frame.getByText(words.cancelled).waitFor();
      await lookAt(pane, "cancelled");
      host.faults.isProtected = true;
      await assess.click();
      await frame.getByText(words.failed).waitFor();
      await lookAt(pane, "failed");
    });
  },
);

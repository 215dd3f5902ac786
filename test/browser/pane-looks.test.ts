/** The pane by keyboard alone, in every look and at every width. */
import { useBrowser, type Pane } from "./pane";
import { assessed, eventually, hasFocus, ledgers } from "./pane-support";

const browser = useBrowser();

// Every state in every look, on a busy machine.
jest.setTimeout(240_000);

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
  await frame.getByText("找到 2 类台账，2 个支部").waitFor();
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
  await frame.getByText("评估期间 2021年", { exact: true }).waitFor();
  expect(await frame.getByLabel("评估期间").evaluate(hasFocus)).toBe(true);

  await tabTo(pane, "生成评估");
  await page.keyboard.press("Enter");
  const heading = frame.getByRole("heading", { name: "2021年 评估结果" });
  await heading.waitFor();
  expect(await heading.evaluate(hasFocus)).toBe(true);
  await tabTo(pane, "口径说明");
  await page.keyboard.press("Enter");
  await eventually(() => expect(pane.selection()).toBe("口径说明!A1"));
  await tabTo(pane, "返回步骤");
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
  { name: "light", colorScheme: "light", forcedColors: "none" },
  { name: "dark", colorScheme: "dark", forcedColors: "none" },
  { name: "high contrast", colorScheme: "dark", forcedColors: "active" },
] as const;

/** Looks at a state in some themes, at 320 pixels and there at 200 %. */
async function lookIn(themes: readonly (typeof looks)[number][], pane: Pane, state: string): Promise<void> {
  await pane.frame.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
  for (const { name, ...media } of themes) {
    await pane.page.emulateMedia(media);
    expect([state, name, await pane.axe()]).toEqual([state, name, []]);
  }
  for (const width of [320, 160]) {
    await pane.page.setViewportSize({ width, height: width * 2 });
    expect([state, width, await tooWide(pane)]).toEqual([state, width, []]);
  }
  await pane.page.setViewportSize({ width: 350, height: 700 });
}

test.each([
  [
    "zh-CN",
    ["开始", "2 个支部", "生成评估", /评估结果$/u, "返回步骤", "活动台账 的列对应", "评估表选项", "设置", "帮助"],
  ],
  [
    "en-US",
    [
      "Start",
      "2 branches",
      "Assess",
      /^Assessment/u,
      "Back to the steps",
      "Columns of 活动台账",
      "Assessment tabs",
      "Settings",
      "Help",
    ],
  ],
] as const)("every state is readable, in every theme, narrow and enlarged: %s", async (locale, words) => {
  // Colours do not depend on the language, widths do.
  const lookAt = lookIn.bind(null, locale === "zh-CN" ? looks : looks.slice(0, 1));
  const [start, found, assess, result, back, columns, tabs, settings, help] = words;
  const pane = await browser.openPane(ledgers(), { locale });
  const { frame } = pane;
  await frame.getByRole("button", { name: start }).waitFor();
  await lookAt(pane, "introduction");
  await frame.getByRole("button", { name: start }).click();
  await frame.getByText(found).waitFor();
  await lookAt(pane, "steps");
  await assessed(pane, assess, result);
  await lookAt(pane, "result");
  await frame.getByRole("button", { name: back }).click();
  await frame.getByRole("button", { name: columns }).click();
  await frame.getByRole("heading", { name: /活动台账/u }).waitFor();
  await lookAt(pane, "columns");
  await frame.locator("header").getByRole("button").first().click();
  await frame.getByRole("button", { name: tabs }).click();
  await frame.getByRole("heading", { name: tabs }).waitFor();
  await lookAt(pane, tabs);
  for (const view of [settings, help]) {
    await frame.getByRole("button", { name: view }).click();
    await frame.getByRole("heading", { name: view }).waitFor();
    await lookAt(pane, view);
  }
});

/** The manuals' pictures of the pane. `UPDATE_DOCS=1 npx jest test/browser/pane-pictures` takes them anew: look at each. */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { palettePng, pngSize } from "./palette-png";
import { type Pane, useBrowser } from "./pane";
import { assessed, introduced } from "./pane-support";
import { workbook } from "./workbooks";

const browser = useBrowser();
const docs = path.join(__dirname, "../../docs");
const images = path.join(docs, "images");
/** Twice the pixels that the pane has. */
const size = { width: 720, height: 1520 };

const languages = [
  {
    locale: "zh-CN",
    manual: "manual.zh-CN.md",
    suffix: "",
    words: {
      found: "找到7类台账，8个支部",
      dates: "不能读作日期",
      columns: "2021年活动台账（汇总）的列对应",
      back: "返回",
      period: "期间与标准",
      tabs: "评估表选项",
      assess: "生成评估",
      result: /评估结果$/u,
    },
  },
  {
    locale: "en-US",
    manual: "manual.en.md",
    suffix: "-en",
    words: {
      found: "7 kinds of ledger, 8 branches",
      dates: "cannot be read as a date",
      columns: "Columns of 2021年活动台账（汇总）",
      back: "Back",
      period: "Period and scheme",
      tabs: "Assessment tabs",
      assess: "Assess",
      result: /^Assessment of/u,
    },
  },
] as const;

/** Takes a picture of the pane, `height` of its pixels high. */
async function picture({ page, frame }: Pane, name: string, height = 760): Promise<void> {
  await page.setViewportSize({ width: 360, height });
  // Nothing is chosen or pointed at.
  await page.mouse.move(0, 0);
  await frame.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : 0));
  writeFileSync(path.join(images, `${name}.png`), palettePng(await page.screenshot()));
}

const take = process.env["UPDATE_DOCS"] === "1" ? test : test.skip;

take.each(languages)("the pictures are taken: $locale", async ({ locale, suffix, words }) => {
  const pane = await browser.openPane(introduced(workbook("test/cases/messy-2021.xlsx")), { locale, size, zoom: 2 });
  const { frame } = pane;
  await frame.getByText(words.found).waitFor();
  await frame.getByText(words.dates).first().click();
  await picture(pane, `pane-ledgers${suffix}`);

  await frame.locator("summary").first().click();
  await frame.getByRole("button", { name: words.columns }).click();
  await frame.getByRole("heading", { name: /2021年活动台账（汇总）/u }).waitFor();
  await picture(pane, `pane-columns${suffix}`);
  await frame.locator("header").getByRole("button", { name: words.back }).click();

  await frame.getByRole("region", { name: words.period }).evaluate((step) => step.scrollIntoView({ block: "start" }));
  await picture(pane, `pane-period${suffix}`);

  await frame.getByRole("button", { name: words.tabs }).click();
  await frame.getByRole("heading", { name: words.tabs, level: 2 }).waitFor();
  await picture(pane, `pane-tabs${suffix}`, 1060);
  await frame.locator("header").getByRole("button", { name: words.back }).click();

  await assessed(pane, words.assess, words.result);
  await picture(pane, `pane-result${suffix}`, 1180);
});

test.each(languages)("the manual shows every picture of its language, and no other: $locale", ({ manual, suffix }) => {
  const shown = [...readFileSync(path.join(docs, manual), "utf8").matchAll(/images\/(pane-[\w-]+)\.png/gu)];
  const names = shown.map(([, name = ""]) => name).sort();
  const taken = readdirSync(images).flatMap((file) => /^(pane-.*)\.png$/u.exec(file)?.[1] ?? []);
  expect(names).toEqual(taken.filter((name) => name.endsWith("-en") === (suffix === "-en")).sort());
  for (const name of names) expect(pngSize(readFileSync(path.join(images, `${name}.png`))).width).toBe(size.width);
});

import { emptyDocument } from "../workbench/office";
import { useBrowser } from "./pane";

const browser = useBrowser();

test("what must not happen on a page is seen", async () => {
  const pane = await browser.openPane(emptyDocument());
  await pane.frame.evaluate(async () => {
    console.error("一个错误");
    setTimeout(() => {
      throw new Error("抛出的错误");
    }, 0);
    document.body.setAttribute("style", "color: red");
    document.body.insertAdjacentHTML(
      "beforeend",
      '<img src="missing.png" alt=""><img src="https://example.invalid/a.png" alt="">',
    );
    await fetch("missing.json").catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
  });
  const problems = pane.takeProblems().join("\n");
  expect(problems).toContain("一个错误");
  expect(problems).toContain("抛出的错误");
  expect(problems).toContain("content security policy: style-src-attr");
  expect(problems).toContain("content security policy: img-src https://example.invalid");
  expect(problems).toContain("404 https://addin.test/missing.json");
});

test("a request that leaves for another origin is refused and seen", async () => {
  const pane = await browser.openPane(emptyDocument(), { transport: "desktop" });
  await pane.page.goto("https://example.invalid/").catch(() => undefined);
  expect(pane.externalRequests).toEqual(["https://example.invalid/"]);
  expect(pane.takeProblems().join()).toContain("request to another origin");
});

test.each(["web", "desktop"] as const)("what the host does not know is seen in the %s transport", async (transport) => {
  const pane = await browser.openPane(emptyDocument(), { transport });
  await pane.frame.evaluate(
    () => new Promise((resolve) => Office.context.document.getSelectedDataAsync(Office.CoercionType.Text, resolve)),
  );
  expect(pane.takeProblems().join()).toContain("does not know");
});

test("members that the stand-in lacks are seen", async () => {
  const pane = await browser.openPane(emptyDocument());
  await pane.frame.evaluate(() =>
    Excel.run((context) => {
      context.workbook.worksheets.getActiveWorksheet().shapes.load("items/name");
      return context.sync();
    }).catch(() => undefined),
  );
  expect(pane.takeProblems().join()).toContain("Worksheet.shapes");
});

test.each(["web", "desktop"] as const)(
  "axe finds what is wrong in the pane, in the %s transport",
  async (transport) => {
    const pane = await browser.openPane(emptyDocument(), { transport });
    await pane.frame.evaluate(() => document.body.insertAdjacentHTML("beforeend", "<button></button>"));
    expect((await pane.axe()).join()).toContain("button-name");
  },
);

test("a theme is Excel's colours on the desktop, and what the browser prefers in both transports", async () => {
  const told = () => ({
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
    forced: matchMedia("(forced-colors: active)").matches,
    width: innerWidth,
    pixels: devicePixelRatio,
  });
  const dark = await browser.openPane(emptyDocument(), { theme: "dark", size: { width: 320, height: 600 }, zoom: 2 });
  expect(await dark.frame.evaluate(told)).toEqual({ dark: true, forced: false, width: 160, pixels: 2 });
  const contrast = await browser.openPane(emptyDocument(), { transport: "desktop", theme: "high-contrast" });
  expect(await contrast.frame.evaluate(told)).toMatchObject({ forced: true, width: 350 });
  expect(await contrast.frame.evaluate(() => Office.context.officeTheme.bodyBackgroundColor)).toBe("#000000");
});

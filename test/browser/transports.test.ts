import type { ICellData, IWorksheetData } from "@univerjs/core";
import type { WorkbookDocument } from "../../src/workbench/files/document";
import { createHost } from "../../src/workbench/host";
import { installedMemberTables } from "../../src/workbench/transport/member-tables";
import { openPage } from "../../src/workbench/transport/page";
import { addInFolder } from "./connect";
import { useBrowser } from "./pane";
import { emptyDocument } from "../workbench/office";
import { workbook } from "./workbooks";

const browser = useBrowser();

const everywhere = [
  ["web", "zh-CN"],
  ["web", "en-US"],
  ["desktop", "zh-CN"],
  ["desktop", "en-US"],
] as const;

test.each(everywhere)("office.js becomes ready in the %s transport in %s", async (transport, locale) => {
  const pane = await browser.openPane(workbook(), { transport, locale });
  const told = await pane.frame.evaluate(() => ({
    language: Office.context.displayLanguage,
    platform: String(Office.context.platform),
    theme: String(Reflect.get(Object(Reflect.get(Office.context, "officeTheme")), "bodyBackgroundColor")),
  }));
  expect(told).toEqual(
    transport === "web"
      ? { language: locale, platform: "OfficeOnline", theme: "undefined" }
      : { language: locale, platform: "PC", theme: "#e6e6e6" },
  );
});

/** What stands in a sheet, cell by cell, but for the minute at which the report was made. */
function cells(sheet: Partial<IWorksheetData> | undefined): readonly string[] {
  return Object.entries(sheet?.cellData ?? {}).flatMap(([row, columns]: readonly [string, Record<string, ICellData>]) =>
    Object.entries(columns).map(([column, { v, f }]) =>
      `${row}:${column} ${String(v)} ${f ?? ""}`.replace(/\d{4}-\d\d-\d\d \d\d:\d\d/u, "minute"),
    ),
  );
}

function tabs({ snapshot }: WorkbookDocument) {
  return snapshot.sheetOrder.map((id) => [snapshot.sheets[id]?.name, cells(snapshot.sheets[id])]);
}

describe("一键评估 on the sample", () => {
  let headless: ReturnType<typeof tabs>;
  beforeAll(async () => {
    const host = createHost(workbook(), { tables: installedMemberTables(), locale: "zh-CN" });
    const page = await openPage({ host, distFolder: addInFolder, pagePath: "taskpane.html" });
    const ready: unknown = page.window.eval("Office.onReady()");
    await ready;
    await page.invokeCommand("assess");
    await host.settle();
    headless = tabs(host.toDocument());
    page.close();
    host.dispose();
  });

  test.each([
    ["web", "zh-CN"],
    ["desktop", "en-US"],
  ] as const)("makes the tabs that it makes without a browser: %s, %s", async (transport, locale) => {
    const document = workbook();
    const sheetsBefore = document.snapshot.sheetOrder.length;
    const pane = await browser.openPane(document, { transport, locale });
    await pane.press("assess");
    await pane.host.settle();
    const assessed = pane.host.toDocument();
    expect(assessed.snapshot.sheetOrder.length).toBe(sheetsBefore + 13);
    expect(tabs(assessed)).toEqual(headless);
    expect(assessed.customXml.map(({ namespace }) => namespace)).toContain("urn:ronghe:assessment:1");
  });
});

test("a command that the page does not know is an error in either transport", async () => {
  for (const transport of ["web", "desktop"] as const) {
    const pane = await browser.openPane(workbook(), { transport });
    await expect(pane.press("没有")).rejects.toThrow("does not know");
  }
});

test("the page says something before office.js has arrived", async () => {
  const pane = await browser.openPane(workbook(), { blocked: /office\.js$/, untilReady: false });
  await expect(pane.frame.locator("body").innerText()).resolves.toMatch(/\p{Script=Han}/u);
  expect(pane.takeProblems().join()).toContain("ERR_FAILED");
});

test("settings that the page saves are the workbook's, and those of the workbook the page's", async () => {
  for (const transport of ["web", "desktop"] as const) {
    const document = emptyDocument();
    document.settings = { before: '"是"' };
    const pane = await browser.openPane(document, { transport });
    const found = await pane.frame.evaluate(
      () =>
        new Promise((resolve) => {
          const { settings } = Office.context.document;
          settings.set("after", ["否"]);
          settings.saveAsync(() => resolve(settings.get("before")));
        }),
    );
    expect(found).toBe("是");
    expect(pane.host.settings.all()).toEqual({ before: '"是"', after: '["否"]' });
  }
});

test.each(everywhere)("worksheet functions are computed in the page: %s, %s", async (transport, locale) => {
  const pane = await browser.openPane(emptyDocument(), { transport, locale });
  const read = await pane.frame.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:A3");
      range.formulas = [["=RONGHE.ATTAIN(5,0,10)"], ["=RONGHE.ATTAIN(A1,0,1)"], ["=RONGHE.ATTAIN(5,10,0)"]];
      await context.sync();
      for (;;) {
        range.load("values");
        await context.sync();
        if (!range.values.flat().includes("#BUSY!")) return range.values.flat().map(String);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }),
  );
  expect(read).toEqual(["0.5", "0.5", "#VALUE!"]);
  expect(pane.host.errorMessage("Sheet1", 2, 0)).toMatch(locale === "zh-CN" ? /下限/u : /^[\x20-\x7e]+$/u);
});

test("what the page selects is selected, and what the clerk types is there for the page", async () => {
  const pane = await browser.openPane(emptyDocument("名册", "台账"));
  pane.type("台账!C3", "办案");
  const read = await pane.frame.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("台账").getRange("C3");
      range.load("values");
      range.select();
      await context.sync();
      return String(range.values);
    }),
  );
  expect([read, pane.selection()]).toEqual(["办案", "台账!C3"]);
});

test.each(["web", "desktop"] as const)("a page that is loaded again works as before: %s", async (transport) => {
  const pane = await browser.openPane(emptyDocument("台账"), { transport });
  await pane.reload();
  pane.type("台账!A1", 1);
  await expect(pane.press("没有")).rejects.toThrow("does not know");
});

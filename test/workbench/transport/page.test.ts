import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createHost, type Host } from "../../../src/workbench/host";
import { installedMemberTables, officeJsFolder } from "../../../src/workbench/transport/member-tables";
import { openPage, type Page, type PageOptions } from "../../../src/workbench/transport/page";
import { emptyDocument } from "../office";

const script = `
  window.order.push("page");
  Office.onReady(function () {
    Office.actions.associate("写入", function (event) {
      Excel.run(function (context) {
        context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [[new Date().getFullYear() + Math.random()]];
        return context.sync();
      }).then(function () {
        var settings = Office.context.document.settings;
        settings.set("ronghe.run", { period: settings.get("ronghe.options").period, stage: "done" });
        settings.saveAsync(function () { event.completed(); });
      });
    });
    document.title = Office.context.displayLanguage;
  });
`;

let folder: string;
let host: Host;
let page: Page | undefined;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "page-"));
  symlinkSync(path.join(officeJsFolder(process.cwd()), "dist"), path.join(folder, "officejs"));
  writeFileSync(path.join(folder, "page.js"), script);
  writeFileSync(
    path.join(folder, "page.html"),
    '<!doctype html><html><head><script>window.order = ["inline"];</script><script src="officejs/office.js"></script><script src="page.js"></script></head><body></body></html>',
  );
});
afterEach(() => {
  page?.close();
  page = undefined;
  host.dispose();
  rmSync(folder, { recursive: true });
});

async function open(more: Partial<PageOptions> = {}): Promise<Page> {
  const document = emptyDocument("Sheet1");
  document.settings = { "ronghe.options": '{"period":"2021"}' };
  host = createHost(document, { tables: installedMemberTables(), locale: "zh-CN" });
  page = await openPage({ distFolder: folder, pagePath: "page.html", host, ...more });
  return page;
}

/** Waits until the page has told the host that its commands are registered. */
async function ready(opened: Page): Promise<void> {
  while (opened.window.document.title === "") await new Promise((resolve) => setTimeout(resolve, 5));
}

test("a built page runs with the genuine library, its ribbon command too", async () => {
  const opened = await open({ clock: () => Date.UTC(2021, 5, 1), random: () => 0.25 });
  await ready(opened);
  expect(opened.window.document.title).toBe("zh-CN");
  const changes: unknown[] = [];
  host.settings.onChange((settings) => changes.push(settings["ronghe.run"]));
  await opened.invokeCommand("写入");
  expect(host.toDocument().snapshot.sheets["sheet1"]?.cellData?.[0]?.[0]?.v).toBe(2021.25);
  expect(host.settings.all()).toMatchObject({ "ronghe.run": '{"period":"2021","stage":"done"}' });
  expect(changes).toEqual(['{"period":"2021","stage":"done"}']);
});

test("a command that the page does not know is an error", async () => {
  const opened = await open();
  await ready(opened);
  await expect(opened.invokeCommand("没有")).rejects.toThrow("does not know");
});

test("a command before the page listens is an error", async () => {
  const opened = await open({ html: "<!doctype html><title>空</title>" });
  await expect(opened.invokeCommand("写入")).rejects.toThrow("not registered");
});

test("scripts run in the order of their tags, inline ones too", async () => {
  const opened = await open();
  expect(opened.window.eval("window.order.join()")).toBe("inline,page");
});

test("a script that the folder does not hold is an error, not a silent gap", async () => {
  await expect(open({ html: '<script src="missing.js"></script>' })).rejects.toThrow("missing.js");
});

test("nothing outside the folder is served", async () => {
  writeFileSync(path.join(tmpdir(), "outside.js"), "");
  await expect(open({ html: '<script src="%2e%2e/outside.js"></script>' })).rejects.toThrow("outside.js");
});

test("the page's clock answers every way of asking for the present, and leaves other dates alone", async () => {
  const { window } = await open({ html: "<!doctype html><title>钟</title>", clock: () => 86_400_000 });
  expect(
    window.eval(
      "[Date.now(), new Date().getTime(), new Date(5).getTime(), new Date() instanceof Date, typeof Date()].join()",
    ),
  ).toBe("86400000,86400000,5,true,string");
});

test("what a page writes to its console is reported", async () => {
  const said: string[] = [];
  await open({
    html: '<script>console.warn("当心", 1)</script>',
    onConsole: (level, text) => said.push(`${level}: ${text}`),
  });
  expect(said).toEqual(["warn: 当心 1"]);
});

/**
 * The workbench in a real browser, served as `npm start` serves it. A test looks at the page as a person does, and at the open workbook
 * through `window.ronghe`.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium, type Browser, type FrameLocator, type Page } from "playwright-core";
import { serve, type Serving } from "../../src/workbench/server/serve";
import { workbenchAnswer } from "../../src/workbench/server/workbench-site";
import { isRecord, textFrom } from "../../src/workbench/wire/json";
import { axeFindings } from "./axe";

const root = path.join(__dirname, "../..");

/** How to open the workbench. */
interface OpenOptions {
  /** The query of the address, e.g. `?language=en-US`. */
  readonly query?: string;
  /** A workbook that the server is started with: in the repository, or a whole path. It is opened first. */
  readonly file?: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** True: over https, as the web transport needs it. */
  readonly secure?: boolean;
}

/** The open page. The test fails where {@link Workbench.problems} are left. */
export interface Workbench {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** Errors on the console or thrown, violations of the content security policy, missing files, requests to another origin. */
  readonly problems: readonly string[];
  readonly takeProblems: () => readonly string[];
  /** Presses a button of the ribbon and waits until its command is completed. */
  readonly press: (name: string) => Promise<void>;
  /** Brings a sheet to the front and goes to a cell, as a person does with the name box. */
  readonly goTo: (sheet: string, cell: string) => Promise<void>;
  /** Opens the menu of a row or a column of the sheet in front, by its header. */
  readonly headerMenu: (axis: "row" | "column", index: number) => Promise<void>;
  /** What a cell holds, as `values` gives it; waits for results. */
  readonly value: (sheet: string, row: number, column: number) => Promise<unknown>;
  /** Names of all sheets. */
  readonly sheets: () => Promise<readonly string[]>;
  /** What a cell shows, as the grid draws it. */
  readonly shown: (sheet: string, row: number, column: number) => Promise<unknown>;
  /** Opens a file by the button. */
  readonly choose: (file: string) => Promise<void>;
  /** Lets a file fall onto the page. */
  readonly drop: (file: string) => Promise<void>;
  /** Saves as a person does; gives where the file lies. */
  readonly saved: () => Promise<string>;
  /** What axe finds wrong on the page, the pane in it and the grid's own parts aside: `rule: target`. */
  readonly axe: () => Promise<readonly string[]>;
  /** Waits until a workbook is open. */
  readonly opened: () => Promise<void>;
  readonly screenshot: (name: string) => Promise<void>;
}

async function launch(): Promise<Browser> {
  const setUp: unknown = JSON.parse(process.env["RONGHE_BROWSER"] ?? "{}");
  const found = isRecord(setUp) ? setUp["launch"] : undefined;
  if (!isRecord(found)) throw new Error(isRecord(setUp) ? textFrom(setUp["trouble"]) : "There is no browser.");
  const args = Array.isArray(found["args"]) ? found["args"].map(String) : [];
  const additions = isRecord(found["env"]) ? found["env"] : {};
  const env = Object.fromEntries(
    Object.entries({ ...process.env, ...additions }).map(([name, value]) => [name, textFrom(value)]),
  );
  return chromium.launch({ executablePath: textFrom(found["executablePath"]), args, env });
}

const secureOrigin = "https://workbench.test";

async function openWorkbench(browser: Browser, servers: Serving[], options: OpenOptions): Promise<Workbench> {
  const { query = "", size = { width: 1500, height: 900 }, secure = false } = options;
  const folders = { root, file: options.file === undefined ? null : path.resolve(root, options.file) };
  const answer = (method: string, target: string) => workbenchAnswer(folders, method, target);
  const serving = await serve(answer, 0, "localhost");
  servers.push(serving);
  const origin = secure ? secureOrigin : `http://localhost:${serving.port}`;
  const context = await browser.newContext({ viewport: size, acceptDownloads: true, reducedMotion: "reduce" });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`thrown: ${error.stack ?? error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
  });
  await page.route(
    (url) => url.protocol.startsWith("http"),
    async (route) => {
      const request = route.request();
      const url = new URL(request.url());
      if (url.origin !== origin) {
        problems.push(`request to another origin: ${url.href}`);
        await route.abort();
      } else if (secure) {
        const { status, headers, body } = answer(request.method(), url.pathname + url.search);
        await route.fulfill({ status, headers: { ...headers }, body: Buffer.from(body) });
      } else await route.continue();
    },
  );
  const opened = async () => {
    await page.waitForFunction(() => window.ronghe !== undefined);
    // The ribbon listens once office.js is ready in the pane.
    await page.frameLocator("iframe").locator("button").first().waitFor();
  };
  await page.goto(`${origin}/${query}`);
  await opened();
  const activate = (sheet: string) =>
    page.locator("[data-u-comp='slide-tab-item']").getByText(sheet, { exact: true }).click();
  return {
    page,
    pane: page.frameLocator("iframe"),
    problems,
    takeProblems: () => problems.splice(0),
    press: async (name) => {
      const button = page.getByRole("button", { name, exact: true });
      await button.click();
      await button.isEnabled();
      await page.waitForFunction(() => document.querySelector(".ribbon button:disabled") === null, null, {
        timeout: 60_000,
      });
    },
    goTo: async (sheet, cell) => {
      await activate(sheet);
      const box = page.locator("[data-u-comp='defined-name'] input").first();
      await box.fill(cell);
      await box.press("Enter");
    },
    headerMenu: async (axis, index) => {
      /** The middle of the line; headers are 46 wide and 20 high. */
      const middle = await page.evaluate(
        ([line, at]) => {
          const shown = window.ronghe?.host.book.engine.workbook.getActiveSheet();
          const size = (one: number) => (line === "row" ? shown?.getRowHeight(one) : shown?.getColumnWidth(one)) ?? 0;
          const before = Array.from({ length: at }, (_, one) => size(one)).reduce((sum, one) => sum + one, 0);
          return before + size(at) / 2;
        },
        [axis, index] as const,
      );
      await page.locator("canvas[id^='univer-sheet-main-canvas']").click({
        button: "right",
        position: axis === "row" ? { x: 20, y: 20 + middle } : { x: 46 + middle, y: 10 },
      });
    },
    value: (sheet, row, column) =>
      page.evaluate(
        async ([name, at, across]) => {
          const host = window.ronghe?.host;
          if (host === undefined) return undefined;
          await host.settle();
          const id = host.book.sheetNamed(name);
          return id === undefined ? undefined : host.book.engine.cells(id)[at]?.[across]?.v;
        },
        [sheet, row, column] as const,
      ),
    shown: (sheet, row, column) =>
      page.evaluate(
        ([name, at, across]) => {
          const book = window.ronghe?.host.book;
          const id = book?.sheetNamed(name);
          return id === undefined ? undefined : book?.engine.workbook.getSheetBySheetId(id)?.getCell(at, across)?.v;
        },
        [sheet, row, column] as const,
      ),
    choose: (file) => page.locator("input[type=file]").setInputFiles(file),
    drop: async (file) => {
      const dropped = await page.evaluateHandle(
        ([name, text]) => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], name));
          return transfer;
        },
        [path.basename(file), readFileSync(file).toString("base64")] as const,
      );
      await page.dispatchEvent(".workbench", "dragover", { dataTransfer: dropped });
      await page.locator(".drop").waitFor();
      await page.dispatchEvent(".workbench", "drop", { dataTransfer: dropped });
    },
    saved: async () => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: /^(?:保存|Save)$/ }).click(),
      ]);
      const file = path.join(tmpdir(), `ronghe-${process.pid}-${download.suggestedFilename()}`);
      await download.saveAs(file);
      return file;
    },
    axe: () => axeFindings(page.mainFrame(), [".grid", "iframe"]),
    sheets: () =>
      page.evaluate(() => {
        const book = window.ronghe?.host.book;
        return book === undefined ? [] : book.sheetIds().map((id) => book.engine.sheet(id).name);
      }),
    opened,
    screenshot: async (name) => {
      const folder = path.join(__dirname, "screenshots");
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: path.join(folder, `${name}.png`) });
    },
  };
}

/** Starts a browser for the test file; what a test opens is closed after it, and the test fails where problems were seen that it did not take. */
export function useWorkbench(): { readonly open: (options?: OpenOptions) => Promise<Workbench> } {
  let browser: Browser | undefined;
  const servers: Serving[] = [];
  const open: Workbench[] = [];
  beforeAll(async () => {
    browser = await launch();
  });
  afterEach(async () => {
    const all = open.splice(0);
    await Promise.all(all.map(({ page }) => page.context().close()));
    await Promise.all(servers.splice(0).map(({ close }) => close()));
    expect(all.flatMap(({ problems }) => problems)).toEqual([]);
  });
  afterAll(() => browser?.close());
  return {
    open: async (options = {}) => {
      if (browser === undefined) throw new Error("Open the workbench inside of tests.");
      const workbench = await openWorkbench(browser, servers, options);
      open.push(workbench);
      return workbench;
    },
  };
}

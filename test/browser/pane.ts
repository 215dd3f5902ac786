/**
 * The built add-in in a real browser, with the genuine office.js, on the Excel stand-in. How to write a test: README.md.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { chromium, type Browser, type Frame, type Page } from "playwright-core";
import type { WorkbookDocument } from "../../src/workbench/files/document";
import { boxAddress } from "../../src/workbench/files/address";
import { createHost, type Host, type HostOptions } from "../../src/workbench/host";
import { serveFolder, type StaticServer } from "../../src/workbench/server/static-server";
import { officeColours } from "../../src/workbench/transport/desktop-channel";
import { installedMemberTables } from "../../src/workbench/transport/member-tables";
import { isRecord, textFrom } from "../../src/workbench/wire/json";
import { axeFindings } from "./axe";
import { addInFolder, connect, type Transport } from "./connect";
import { builtFunctions } from "./workbooks";

/** A look of the page: Excel's colours on the desktop, and the preferences that the browser states in both transports. */
export type Theme = "light" | "dark" | "high-contrast";

/** How to open the pane; whatever is left out is as a clerk's Excel has it. */
export interface PaneOptions {
  /** `web` unless told otherwise. */
  readonly transport?: Transport;
  /** Language of Excel; `zh-CN` unless told otherwise. */
  readonly locale?: "zh-CN" | "en-US";
  readonly theme?: Theme;
  /** Size of the pane in pixels of the screen; 350 × 700 unless told otherwise. */
  readonly size?: { readonly width: number; readonly height: number };
  /** 2 is the browser's zoom of 200 %. */
  readonly zoom?: number;
  /** The page of the add-in; `taskpane.html` unless told otherwise. */
  readonly address?: string;
  /** Requests for these addresses fail. */
  readonly blocked?: RegExp;
  /** False: does not wait for office.js to become ready. */
  readonly untilReady?: boolean;
  /** More for the stand-in: requirement sets, payload limit … */
  readonly host?: Partial<Omit<HostOptions, "tables" | "locale">>;
}

/** An open pane. It is closed after the test, which fails where {@link Pane.problems} are left. */
export interface Pane {
  readonly page: Page;
  /** The frame of the add-in: look for its elements here. */
  readonly frame: Frame;
  readonly host: Host;
  /** Loads the page again and waits until office.js is ready. */
  readonly reload: () => Promise<void>;
  /** Presses the ribbon button of a function and waits until its command is completed. */
  readonly press: (functionName: string) => Promise<void>;
  /** Addresses asked for, in order. */
  readonly requests: readonly string[];
  /** Those among them that lead to another origin; they are refused. */
  readonly externalRequests: readonly string[];
  /**
   * What must not happen in any session: errors on the console or thrown, violations of the content security policy, files that
   * are missing, requests to another origin, messages that the host does not know, members that the stand-in lacks, defects of the
   * stand-in.
   */
  readonly problems: readonly string[];
  /** Gives the problems so far and forgets them: for tests that provoke some. */
  readonly takeProblems: () => readonly string[];
  /** Types into a cell, `活动台账!D5`, as the clerk does beside the pane. */
  readonly type: (cell: string, value: string | number | boolean) => void;
  /** What the clerk sees selected: `加减分!G4`, or `加减分!A1:B2`. */
  readonly selection: () => string;
  /** What axe finds wrong on the page: `rule: target`. */
  readonly axe: () => Promise<readonly string[]>;
  /** Takes a picture into test/browser/screenshots/<name>.png. */
  readonly screenshot: (name: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const lacking = /"Error":\{"Code":"(?:NotImplemented|ApiNotFound)".{0,300}/;

/** The browser of a test file. */
interface TestBrowser {
  readonly openPane: (document: WorkbookDocument, options?: PaneOptions) => Promise<Pane>;
}

async function launchBrowser(): Promise<Browser> {
  const setUp: unknown = JSON.parse(process.env["RONGHE_BROWSER"] ?? "{}");
  const launch = isRecord(setUp) ? setUp["launch"] : undefined;
  if (!isRecord(launch)) throw new Error(isRecord(setUp) ? textFrom(setUp["trouble"]) : "There is no browser.");
  const args = Array.isArray(launch["args"]) ? launch["args"].map(String) : [];
  const additions = isRecord(launch["env"]) ? launch["env"] : {};
  return chromium.launch({ executablePath: textFrom(launch["executablePath"]), args, env: environment(additions) });
}

function environment(additions: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...process.env, ...additions }).map(([name, value]) => [name, textFrom(value)]),
  );
}

/** Tells of all that a page does and must not do. */
async function watch(page: Page, requests: string[], tellProblem: (problem: string) => void): Promise<void> {
  page.on("request", (request) => requests.push(request.url()));
  page.on("response", (response) => {
    if (response.status() >= 400) tellProblem(`${response.status()} ${response.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") tellProblem(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => tellProblem(`thrown: ${error.stack ?? error.message}`));
  await page.exposeFunction("rongheViolation", (text: string) => tellProblem(`content security policy: ${text}`));
  await page.addInitScript(() => {
    window.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      const tell: unknown = Reflect.get(window, "rongheViolation");
      if (typeof tell === "function") tell(`${violatedDirective} ${blockedURI} in ${sourceFile}`);
    });
  });
}

/**
 * Waits until office.js in the frame is ready. Asked again and again, because the library may not have arrived yet, and the page
 * may be loaded once more meanwhile.
 */
async function officeReady(frame: Frame): Promise<void> {
  const patience = performance.now() + 60_000;
  while (performance.now() < patience) {
    const isReady = await frame.evaluate(askOffice).catch((error: unknown) => {
      if (String(error).includes("context was destroyed")) return false;
      throw error;
    });
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("office.js did not become ready.");
}

/** Runs in the page: true once Office.onReady has called back. */
function askOffice(): boolean {
  const office: unknown = Reflect.get(window, "Office");
  const onReady: unknown = typeof office === "object" && office !== null ? Reflect.get(office, "onReady") : undefined;
  if (typeof onReady !== "function") return false;
  if (Reflect.get(window, "rongheReady") === undefined) {
    Reflect.set(window, "rongheReady", false);
    onReady(() => Reflect.set(window, "rongheReady", true));
  }
  return Reflect.get(window, "rongheReady") === true;
}

function selectedCells({ book }: Host): string {
  const { sheetId, box } = book.selection;
  return `${book.toDocument().snapshot.sheets[sheetId]?.name ?? ""}!${boxAddress(box)}`;
}

/** Presses a button as a clerk can: once the page listens to the ribbon, which it does soon after office.js is ready. */
async function pressWhenListening(press: (functionName: string) => Promise<void>, functionName: string): Promise<void> {
  const patience = performance.now() + 10_000;
  for (;;) {
    try {
      await press(functionName);
      return;
    } catch (error) {
      const isEarly = error instanceof Error && error.message.includes("has not registered");
      if (!isEarly || performance.now() > patience) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function openPane(
  browser: Browser,
  server: StaticServer,
  document: WorkbookDocument,
  options: PaneOptions,
): Promise<Pane> {
  const { transport = "web", locale = "zh-CN", theme = "light", zoom = 1, address = "taskpane.html" } = options;
  const { width, height } = options.size ?? { width: 350, height: 700 };
  const requests: string[] = [];
  const problems: string[] = [];
  const externalRequests: string[] = [];
  let isOpen = true;
  const tellProblem = (problem: string): void => void (isOpen ? problems.push(problem) : 0);

  const host = createHost(document, {
    tables: installedMemberTables(),
    locale,
    functions: builtFunctions(),
    onDefect: (error) => tellProblem(`defect of the stand-in: ${error instanceof Error ? error.stack : String(error)}`),
    ...options.host,
  });
  host.book.isPaneShown = true;
  const watched: Host = {
    ...host,
    execute: async (request) => {
      const response = await host.execute(request);
      const found = response.kind === "answered" ? lacking.exec(response.body) : null;
      if (found !== null) tellProblem(`the stand-in lacks what the page asked for: ${found[0]}`);
      return response;
    },
  };
  const context = await browser.newContext({
    locale,
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: zoom,
    colorScheme: theme === "light" ? "light" : "dark",
    forcedColors: theme === "high-contrast" ? "active" : "none",
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  const close = async () => {
    isOpen = false;
    await context.close();
    host.dispose();
  };
  try {
    await watch(page, requests, tellProblem);
    const origins = ["https://addin.test", server.origin];
    await page.route(
      (url) => url.protocol.startsWith("http") && !origins.includes(url.origin),
      (route) => {
        externalRequests.push(route.request().url());
        tellProblem(`request to another origin: ${route.request().url()}`);
        return route.abort();
      },
    );
    const connected = await connect(transport, {
      page,
      host: watched,
      address,
      colours: officeColours[theme],
      server,
      tellProblem,
      blocked: options.blocked ?? null,
    });
    const { frame } = connected;
    if (options.untilReady !== false) await officeReady(frame);
    return {
      page,
      frame,
      host,
      reload: async () => {
        await frame.goto(frame.url());
        await officeReady(frame);
      },
      press: (functionName) => pressWhenListening(connected.invokeCommand, functionName),
      requests,
      externalRequests,
      problems,
      takeProblems: () => problems.splice(0),
      type: (cell, value) => host.type(cell, value),
      selection: () => selectedCells(host),
      axe: () => axeFindings(frame),
      screenshot: async (name) => {
        const folder = path.join(__dirname, "screenshots");
        mkdirSync(folder, { recursive: true });
        await page.screenshot({ path: path.join(folder, `${name}.png`) });
      },
      close,
    };
  } catch (error) {
    await close();
    throw new Error(`The pane did not open. ${problems.join("\n")}`, { cause: error });
  }
}

/**
 * Starts a browser for the test file. Every pane that a test opens is closed after it, and the test fails where problems were
 * seen that it did not take.
 */
export function useBrowser(): TestBrowser {
  let browser: Browser | undefined;
  let server: StaticServer | undefined;
  const panes: Pane[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
    server = await serveFolder(addInFolder);
  });
  afterEach(async () => {
    const opened = panes.splice(0);
    await Promise.all(opened.map(({ close }) => close()));
    expect(opened.flatMap(({ problems }) => problems)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    openPane: async (document, options = {}) => {
      if (browser === undefined || server === undefined) throw new Error("Open panes inside of tests.");
      const pane = await openPane(browser, server, document, options);
      panes.push(pane);
      return pane;
    },
  };
}

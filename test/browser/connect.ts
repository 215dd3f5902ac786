import path from "node:path";
import type { Frame, Page } from "playwright-core";
import type { Host } from "../../src/workbench/host";
import { staticAnswer } from "../../src/workbench/server/static-files";
import type { StaticServer } from "../../src/workbench/server/static-server";
import { createDesktopChannel, desktopStart, type OfficeColours } from "../../src/workbench/transport/desktop-channel";
import { installDesktopExternal } from "../../src/workbench/transport/desktop-external";
import { createWebChannel, windowName } from "../../src/workbench/transport/web-channel";

/** The folder of the built add-in. */
export const addInFolder = path.join(__dirname, "../../dist/addin");

/** How a page reaches the host: as in Excel on the web, in a frame; or as in Excel on Windows, by itself. */
export type Transport = "web" | "desktop";

/** What opening a page needs to know, and whom to tell of what must not happen. */
export interface Connection {
  readonly page: Page;
  readonly host: Host;
  /** The page of the add-in with its query, e.g. `taskpane.html`. */
  readonly address: string;
  readonly colours: OfficeColours;
  readonly server: StaticServer;
  /** Requests for these addresses fail. */
  readonly blocked: RegExp | null;
  readonly tellProblem: (problem: string) => void;
}

/** An open page of the add-in. */
export interface Connected {
  /** The frame that holds the add-in: the page itself, or the one inside the host's page. */
  readonly frame: Frame;
  readonly origin: string;
  readonly invokeCommand: (functionName: string) => Promise<void>;
}

/** The made-up origin of Excel on the web and of the add-in: the library accepts a host of its own name only, over https. */
const webOrigin = "https://addin.test";

/** The answer of the host to what it does not know, in either transport. */
const unknownOnTheWeb = /"_errorCode":-2\b|"Error":5003\b/;
const unknownMethod = 5003;

let conversations = 0;

/** Excel's page around the frame: it passes on what the frame says. */
function hostPage(name: string, address: string): string {
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="UTF-8" />
    <title>Excel</title>
    <link rel="icon" href="data:," />
    <style>html, body { margin: 0; height: 100% } iframe { display: block; width: 100%; height: 100%; border: 0 }</style>
  </head>
  <body>
    <script>
      const frame = document.createElement("iframe");
      frame.title = "融合评估";
      frame.name = ${JSON.stringify(name).replaceAll("<", "\\u003c")};
      frame.src = ${JSON.stringify(`/${address}`)};
      addEventListener("message", (event) => {
        if (event.source === frame.contentWindow && typeof event.data === "string") window.rongheSend(event.data);
      });
      document.body.append(frame);
    </script>
  </body>
</html>`;
}

/** Hands words to the page one after another; a page that is gone, or making way for the next, needs none. */
function poster(page: Page, tellProblem: (problem: string) => void, hand: (word: string) => Promise<unknown>) {
  return (word: string): void => {
    hand(word).catch((error: unknown) => {
      if (page.isClosed() || String(error).includes("context was destroyed")) return;
      tellProblem(`the page did not take a message: ${String(error)}`);
    });
  };
}

/** Lets some requests fail; routes that come last are asked first. */
async function block({ page, blocked }: Connection): Promise<void> {
  if (blocked !== null) await page.route(blocked, (route) => route.abort());
}

async function connectWeb(connection: Connection): Promise<Connected> {
  const { page, host, address, tellProblem } = connection;
  conversations += 1;
  const conversation = { id: `browser${process.pid}-${conversations}`, origin: webOrigin };
  const post = poster(page, tellProblem, (text) =>
    page.evaluate(([message, origin]) => window.frames[0]?.postMessage(message, origin), [text, webOrigin] as const),
  );
  const channel = createWebChannel(host, conversation, (text) => {
    if (unknownOnTheWeb.test(text.slice(0, 2000))) tellProblem(`the host does not know what the page asked: ${text}`);
    post(text);
  });
  await page.exposeFunction("rongheSend", channel.receive);
  await page.route(`${webOrigin}/**`, async (route) => {
    const request = route.request();
    const { pathname } = new URL(request.url());
    const { status, headers, body } =
      pathname === "/excel"
        ? {
            status: 200,
            headers: { "content-type": "text/html" },
            body: hostPage(windowName(conversation, host.locale), address),
          }
        : staticAnswer(addInFolder, request.method(), pathname);
    await route.fulfill({ status, headers: { ...headers }, body: typeof body === "string" ? body : Buffer.from(body) });
  });
  await block(connection);
  await page.goto(`${webOrigin}/excel`, { waitUntil: "load" });
  const frame = page.frames().find((one) => one.parentFrame() !== null);
  if (frame === undefined) throw new Error("Excel's page holds no frame.");
  return { frame, origin: webOrigin, invokeCommand: channel.invokeCommand };
}

async function connectDesktop(connection: Connection): Promise<Connected> {
  const { page, host, address, colours, server, tellProblem } = connection;
  conversations += 1;
  const post = poster(page, tellProblem, (word) =>
    page.evaluate((text) => {
      const receive: unknown = Reflect.get(window, "rongheReceive");
      if (typeof receive === "function") receive(JSON.parse(text));
    }, word),
  );
  const channel = createDesktopChannel(host, `browser${process.pid}-${conversations}`, (word) => {
    if (word.kind === "answer" && word.values[0] === unknownMethod)
      tellProblem("the host does not know what the page asked");
    post(JSON.stringify(word));
  });
  await page.exposeFunction("rongheSend", channel.receive);
  await page.addInitScript({
    content: `window.rongheReceive = (${installDesktopExternal.toString()})(window, ${JSON.stringify(desktopStart(host, colours))}, (text) => void window.rongheSend(text));`,
  });
  await block(connection);
  await page.goto(`${server.origin}/${address}`, { waitUntil: "load" });
  return { frame: page.mainFrame(), origin: server.origin, invokeCommand: channel.invokeCommand };
}

/** Opens the page of the add-in in a transport. */
export function connect(transport: Transport, connection: Connection): Promise<Connected> {
  return transport === "web" ? connectWeb(connection) : connectDesktop(connection);
}

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { Script } from "node:vm";
import { JSDOM, VirtualConsole, type DOMWindow } from "jsdom";
import type { Host } from "../host";
import { createDesktopChannel, desktopStart, type DesktopChannel } from "./desktop-channel";
import { installDesktopExternal } from "./desktop-external";
import { createWebChannel, windowName, type WebChannel } from "./web-channel";

/** How to open a page of the add-in without a browser. */
export interface PageOptions {
  /** The folder that the page's origin serves: the built add-in. */
  readonly distFolder: string;
  /** The page within it, e.g. `shared-runtime.html`. */
  readonly pagePath: string;
  readonly host: Host;
  /** Which Excel the page finds itself in: that of the web, unless told otherwise, or that of Windows. */
  readonly transport?: "web" | "desktop";
  /** The page's text, where it is not to be read from the folder. */
  readonly html?: string;
  /** The page's clock: milliseconds since 1970; the machine's own where left out. */
  readonly clock?: () => number;
  /** The page's `Math.random`; the engine's own where left out. */
  readonly random?: () => number;
  /** What the page writes to its console, and what goes wrong in it. Left out: errors go to the standard error output. */
  readonly onConsole?: (level: string, text: string) => void;
}

/** An open page. */
export interface Page {
  readonly window: DOMWindow;
  /** Presses a ribbon button and waits for its command to complete. */
  readonly invokeCommand: WebChannel["invokeCommand"];
  readonly close: () => void;
}

/** The made-up origin of the add-in; the library accepts a host of the same name only. */
const origin = "https://ronghe.workbench.invalid";

/** Compiled scripts by file, shared by all pages of the process: the library alone is 1.3 MB. */
const compiled = new Map<string, Script>();

function scriptOf(file: string): Script {
  const known = compiled.get(file);
  if (known !== undefined) return known;
  const script = new Script(readFileSync(file, "utf8"), { filename: file });
  compiled.set(file, script);
  return script;
}

let conversations = 0;

/** Opens a page and runs its scripts in the order of their tags; resolves when all of them have run. */
export async function openPage(options: PageOptions): Promise<Page> {
  const { host } = options;
  const folder = path.resolve(options.distFolder);
  const fileOf = (url: string): string | null => {
    const parsed = new URL(url, `${origin}/${options.pagePath}`);
    if (parsed.origin !== origin) return null;
    const file = path.join(folder, decodeURIComponent(parsed.pathname));
    return file.startsWith(folder) && existsSync(file) ? file : null;
  };
  const report =
    options.onConsole ?? ((level, text) => (level === "error" ? process.stderr.write(`${text}\n`) : undefined));

  const virtualConsole = new VirtualConsole();
  for (const level of ["error", "warn", "info", "log"] as const) {
    virtualConsole.on(level, (...parts: readonly unknown[]) => report(level, parts.map(String).join(" ")));
  }
  virtualConsole.on("jsdomError", (error) => {
    // jsdom reports what it cannot do, such as scrolling; a page without a screen does not miss it.
    if (!error.message.startsWith("Not implemented")) report("error", error.stack ?? error.message);
  });

  const html = options.html ?? readFileSync(path.join(folder, options.pagePath), "utf8");
  const dom = new JSDOM(html, {
    url: `${origin}/${options.pagePath}`,
    runScripts: "outside-only",
    pretendToBeVisual: true,
    virtualConsole,
  });
  const { window } = dom;
  const realm = dom.getInternalVMContext();
  let isOpen = true;

  if (options.clock !== undefined) setClock(window, options.clock);
  if (options.random !== undefined) Object.defineProperty(window.Math, "random", { value: options.random });

  const later: Later = (deliver) => {
    setImmediate(() => {
      if (isOpen) deliver();
    });
  };
  // Every browser has them; jsdom leaves them out, and those of Node would outlive the page.
  Object.defineProperty(window, "MessageChannel", { value: messageChannel(later) });
  const join = options.transport === "desktop" ? joinDesktop : joinWeb;
  const channel = join(window, host, later);

  const run = (file: string) => {
    scriptOf(file).runInContext(realm);
  };
  serveAppendedScripts(window, fileOf, run);
  for (const script of window.document.querySelectorAll("script")) {
    const type = script.getAttribute("type") ?? "";
    if (type !== "" && type !== "text/javascript" && type !== "module") continue;
    if (!script.hasAttribute("src")) {
      new Script(script.textContent).runInContext(realm);
      continue;
    }
    const file = fileOf(script.src);
    if (file === null) throw new Error(`The page asks for ${script.src}, which is not in ${folder}.`);
    Object.defineProperty(window.document, "currentScript", { value: script, configurable: true });
    run(file);
    Object.defineProperty(window.document, "currentScript", { value: null, configurable: true });
  }
  window.document.dispatchEvent(new window.Event("DOMContentLoaded"));
  window.dispatchEvent(new window.Event("load"));
  // Let what the scripts queued begin before the caller goes on.
  await new Promise((resolve) => setImmediate(resolve));

  return {
    window,
    invokeCommand: channel.invokeCommand,
    close: () => {
      isOpen = false;
      channel.close();
      window.close();
    },
  };
}

/** Hands something to the page once what runs now has ended, unless the page is closed by then. */
type Later = (deliver: () => void) => void;

/** One end of a channel of the page with itself. */
interface Port {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  readonly postMessage: (data: unknown) => void;
  readonly close: () => void;
}

/** The page's `MessageChannel`: what is posted at one end arrives at the other, while the page is open. */
function messageChannel(later: Later): new () => { readonly port1: Port; readonly port2: Port } {
  const port = (other: () => Port): Port => {
    const own: Port = {
      onmessage: null,
      postMessage: (data) => later(() => other().onmessage?.({ data })),
      close: () => {
        own.onmessage = null;
      },
    };
    return own;
  };
  return class {
    readonly port1: Port = port(() => this.port2);
    readonly port2: Port = port(() => this.port1);
  };
}

function pageId(): string {
  conversations += 1;
  return `conversation${process.pid}-${conversations}`;
}

/** Joins a window to the host as the page around it does in Excel on the web. */
function joinWeb(window: DOMWindow, host: Host, later: Later): WebChannel {
  const conversation = { id: pageId(), origin };
  window.name = windowName(conversation, host.locale);
  // jsdom has no document.domain, which the library compares with the host's name.
  Object.defineProperty(window.document, "domain", { value: new URL(origin).hostname });
  const channel = createWebChannel(host, conversation, (text) =>
    later(() => window.dispatchEvent(new window.MessageEvent("message", { data: text, origin }))),
  );
  // The library prefers the window that opened the page over the frame around it.
  Object.defineProperty(window, "opener", {
    value: { postMessage: (text: string) => channel.receive(text) },
    configurable: true,
  });
  return channel;
}

/** Joins a window to the host as Excel on Windows does. */
function joinDesktop(window: DOMWindow, host: Host, later: Later): DesktopChannel {
  const channel = createDesktopChannel(host, pageId(), (word) => later(() => hand(word)));
  const hand = installDesktopExternal(window, desktopStart(host), channel.receive);
  return channel;
}

/** Script tags that a running script appends (the library loads its own parts so) are served from the same folder. */
function serveAppendedScripts(
  window: DOMWindow,
  fileOf: (url: string) => string | null,
  run: (file: string) => void,
): void {
  const insert = <N extends Node>(node: N, original: (node: N) => N): N => {
    if (!(node instanceof window.HTMLScriptElement) || !node.hasAttribute("src")) return original(node);
    const script: HTMLScriptElement = node;
    original(node);
    const file = fileOf(script.src);
    setImmediate(() => {
      if (file === null) {
        script.dispatchEvent(new window.Event("error"));
        return;
      }
      run(file);
      script.dispatchEvent(new window.Event("load"));
    });
    return node;
  };
  for (const parent of [window.document.head, window.document.body, window.document.documentElement]) {
    const append = parent.appendChild.bind(parent);
    const before = parent.insertBefore.bind(parent);
    parent.appendChild = (node) => insert(node, append);
    parent.insertBefore = (node, child) => insert(node, (one) => before(one, child));
  }
}

/** Gives the page's `Date` another source of the present moment. */
function setClock(window: DOMWindow, now: () => number): void {
  const PageDate = window.Date;
  const clocked = new Proxy(PageDate, {
    construct: (target, args: unknown[]) => {
      const made: unknown = Reflect.construct(target, args.length === 0 ? [now()] : args);
      if (!(made instanceof PageDate)) throw new TypeError("Not a date.");
      return made;
    },
    apply: (target) => new target(now()).toString(),
    get: (target, key): unknown => (key === "now" ? now : Reflect.get(target, key)),
  });
  Object.defineProperty(window, "Date", { value: clocked, configurable: true, writable: true });
}

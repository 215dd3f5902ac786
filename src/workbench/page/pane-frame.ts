import type { Host } from "../host";
import { createDesktopChannel, desktopStart, officeColours } from "../transport/desktop-channel";
import type { DesktopStart, DesktopWord } from "../transport/desktop-external";
import { createWebChannel, windowName } from "../transport/web-channel";
import type { Theme, Transport } from "./options";

/** Sets up `window.external` in the pane: `send` takes what the pane asks, what is given back takes the host's words. */
export type ExternalInstaller = (start: DesktopStart, send: (text: string) => void) => (word: DesktopWord) => void;

declare global {
  interface Window {
    /** Where the pane hands over its installer, in the page around it. */
    rongheExternal?: (install: ExternalInstaller) => void;
  }
}

/** The add-in's pane in its frame. */
export interface PaneFrame {
  readonly element: HTMLIFrameElement;
  /** Presses the ribbon button of a function; resolves when the command is completed. */
  readonly invokeCommand: (functionName: string) => Promise<void>;
  readonly close: () => void;
}

/** What the pane is opened with. */
export interface PaneOptions {
  readonly host: Host;
  readonly transport: Transport;
  readonly theme: Theme;
  /** Address of the add-in's page. */
  readonly address: string;
  readonly title: string;
}

/** Names each conversation, because the library remembers the last one for the whole tab of the browser. */
const newConversation = () => `workbench-${crypto.getRandomValues(new Uint32Array(2)).join("-")}`;

function webFrame({ host, address }: PaneOptions, element: HTMLIFrameElement): Omit<PaneFrame, "element"> {
  const conversation = { id: newConversation(), origin: location.origin };
  const channel = createWebChannel(host, conversation, (text) =>
    element.contentWindow?.postMessage(text, location.origin),
  );
  const listen = ({ source, data }: MessageEvent<unknown>) => {
    if (source === element.contentWindow && typeof data === "string") channel.receive(data);
  };
  addEventListener("message", listen);
  element.name = windowName(conversation, host.locale);
  element.src = address;
  return {
    invokeCommand: channel.invokeCommand,
    close: () => {
      removeEventListener("message", listen);
      channel.close();
    },
  };
}

function desktopFrame({ host, address, theme }: PaneOptions, element: HTMLIFrameElement): Omit<PaneFrame, "element"> {
  let hand: ((word: DesktopWord) => void) | null = null;
  const channel = createDesktopChannel(host, newConversation(), (word) => hand?.(word));
  const installed = (install: ExternalInstaller) => {
    // A call of Excel on Windows is answered later, never within it.
    hand = install(desktopStart(host, officeColours[theme]), (text) => queueMicrotask(() => channel.receive(text)));
  };
  window.rongheExternal = installed;
  element.src = `${address}?host=desktop`;
  return {
    invokeCommand: channel.invokeCommand,
    close: () => {
      hand = null;
      if (window.rongheExternal === installed) delete window.rongheExternal;
      channel.close();
    },
  };
}

/** Opens the add-in's page in a frame inside `parent`. */
export function openPaneFrame(parent: HTMLElement, options: PaneOptions): PaneFrame {
  const element = document.createElement("iframe");
  element.title = options.title;
  const frame = options.transport === "web" ? webFrame(options, element) : desktopFrame(options, element);
  parent.append(element);
  return {
    element,
    invokeCommand: frame.invokeCommand,
    close: () => {
      frame.close();
      element.remove();
    },
  };
}

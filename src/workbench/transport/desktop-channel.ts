import type { Host } from "../host";
import { isRecord, textFrom } from "../wire/json";
import { appContext } from "./app-context";
import type { DesktopStart, DesktopWord } from "./desktop-external";
import { executeMethod } from "./execute-method";
import { messageEntries } from "./message-entries";
import { createRibbonCommands } from "./ribbon-commands";

/** Colours of Excel's interface: background and text of the window and of its controls, as `#rrggbb`. */
export interface OfficeColours {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

/** Excel's looks; `light` is its own, where none is chosen. */
export const officeColours = {
  light: {
    bodyBackgroundColor: "#e6e6e6",
    bodyForegroundColor: "#262626",
    controlBackgroundColor: "#ffffff",
    controlForegroundColor: "#262626",
  },
  dark: {
    bodyBackgroundColor: "#262626",
    bodyForegroundColor: "#ffffff",
    controlBackgroundColor: "#363636",
    controlForegroundColor: "#ffffff",
  },
  "high-contrast": {
    bodyBackgroundColor: "#000000",
    bodyForegroundColor: "#ffffff",
    controlBackgroundColor: "#000000",
    controlForegroundColor: "#ffffff",
  },
} as const;

/** The host's end of the conversation with a page in Excel on Windows. */
export interface DesktopChannel {
  /** Takes what the page asks, as JSON text. */
  readonly receive: (text: string) => void;
  /** Presses the ribbon button of a function; resolves and rejects as on the web. */
  readonly invokeCommand: (functionName: string) => Promise<void>;
  /** Tells the host that the page is gone: it computes no functions any more. */
  readonly close: () => void;
}

/** The host's events, by their numbers. */
const eventIds = { richApiMessage: 33, appCommandInvoked: 39 } as const;
const richApi = 93;

/** What a page in Excel on Windows finds when it starts. */
export function desktopStart(host: Host, colours: OfficeColours = officeColours.light): DesktopStart {
  const context = appContext(host);
  const textOf = (name: string) => textFrom(context[name]);
  const theme = {
    bodyBackgroundColor: colourNumber(colours.bodyBackgroundColor),
    bodyForegroundColor: colourNumber(colours.bodyForegroundColor),
    controlBackgroundColor: colourNumber(colours.controlBackgroundColor),
    controlForegroundColor: colourNumber(colours.controlForegroundColor),
  };
  return {
    // Flags: 1 shared runtime, 2 custom functions.
    hostInfo: ["Excel", "Win32", "16.01", host.locale, "workbench", "", "disableLogging", "3"].join("|"),
    context: {
      GetAppType: 1,
      GetSolutionRef: textOf("_id"),
      GetAppVersionMajor: 16,
      GetAppVersionMinor: 1,
      GetAppUILocale: host.locale,
      GetAppDataLocale: host.locale,
      GetDocUrl: "C:\\workbench\\workbook.xlsx",
      GetAppCapabilities: 0,
      GetActivationMode: 2,
      GetControlIntegrationLevel: 1,
      GetSolutionToken: "",
      GetCorrelationId: textOf("_correlationId"),
      GetInstanceId: textOf("_appInstanceId"),
      GetTouchEnabled: false,
      GetCommerceAllowed: false,
      GetSupportedMatrix: textOf("_requirementMatrix"),
      GetHostCustomMessage: "",
      GetHostFullVersion: textOf("_hostFullVersion"),
      GetInitialDisplayMode: 2,
      GetOfficeThemeInfo: JSON.stringify(theme),
    },
    settings: { ...host.settings.all() },
  };
}

/** A colour as Excel on Windows states it: one number, red in the highest byte. */
function colourNumber(colour: string): number {
  return Number.parseInt(colour.slice(1), 16);
}

/** Answers a page over the calls of Excel on Windows; `post` hands a word to the page. */
export function createDesktopChannel(host: Host, pageId: string, post: (word: DesktopWord) => void): DesktopChannel {
  const registered = new Set<number>();
  const commands = createRibbonCommands(pageId);

  let isOwnChange = false;
  const stopSettings = host.settings.onChange((settings) => {
    if (!isOwnChange) post({ kind: "settings", settings });
  });

  const stopMessages = host.onMessage((messages) =>
    post({ kind: "event", event: eventIds.richApiMessage, payload: messageEntries(messages) }),
  );

  const answer = (call: number, ...values: readonly unknown[]) => post({ kind: "answer", call, values });
  const execute = async (call: number, method: unknown, parameters: unknown) => {
    const data: unknown = method === richApi && Array.isArray(parameters) ? parameters[0] : parameters;
    const reply = await executeMethod(host, { DdaMethod: { DispatchId: method }, ArrayData: data }, commands.completed);
    if (reply.error !== 0 || reply.data === undefined) answer(call, reply.error);
    else answer(call, 0, reply.data);
  };

  return {
    receive: (text) => {
      const asked: unknown = JSON.parse(text);
      if (!isRecord(asked)) return;
      const call = Number(asked["call"]);
      const event = Number(asked["event"]);
      switch (asked["kind"]) {
        case "execute":
          void execute(call, asked["method"], asked["parameters"]);
          return;
        case "register":
          registered.add(event);
          answer(call, 0);
          return;
        case "unregister":
          registered.delete(event);
          answer(call, 0);
          return;
        case "saveSettings": {
          const settings = isRecord(asked["settings"]) ? asked["settings"] : {};
          // The page has them already; told late of a change before its last it would take back the last.
          isOwnChange = true;
          host.settings.replace(
            Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, textFrom(value)])),
          );
          isOwnChange = false;
          return;
        }
      }
    },
    invokeCommand: (functionName) => {
      if (!registered.has(eventIds.appCommandInvoked))
        return Promise.reject(new Error("The page has not registered for ribbon commands."));
      return commands.start(functionName, (...payload) =>
        post({ kind: "event", event: eventIds.appCommandInvoked, payload }),
      );
    },
    close: () => {
      stopSettings();
      stopMessages();
    },
  };
}

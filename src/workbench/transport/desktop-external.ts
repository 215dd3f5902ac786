/** What Excel on the desktop answers at once, without asking further: plain data, so that it can be handed into a browser. */
export interface DesktopStart {
  /** The host's name, version, language and flags, as `GetHostInfo` gives them. */
  readonly hostInfo: string;
  /** What the getters of the context give, by the getter's name. */
  readonly context: Readonly<Record<string, string | number | boolean>>;
  /** Document settings: name → JSON text. */
  readonly settings: Readonly<Record<string, string>>;
}

/** What the page asks of the host. A call is answered by a word of the same number. */
export type DesktopCall =
  | { readonly kind: "execute"; readonly call: number; readonly method: number; readonly parameters: unknown }
  | { readonly kind: "register" | "unregister"; readonly call: number; readonly event: number }
  | { readonly kind: "saveSettings"; readonly settings: Readonly<Record<string, string>> };

/** What the host says to the page: the answer to a call, an event, or that the document's settings are others now. */
export type DesktopWord =
  | { readonly kind: "answer"; readonly call: number; readonly values: readonly unknown[] }
  | { readonly kind: "event"; readonly event: number; readonly payload: readonly unknown[] }
  | { readonly kind: "settings"; readonly settings: Readonly<Record<string, string>> };

type Answer = (values: unknown) => void;
type Handler = (event: number, payload: unknown) => void;

/**
 * Gives the page the `window.external` that Excel on Windows gives it, before office.js looks for it. `send` takes what the page asks
 * as JSON of a {@link DesktopCall}; the function that is given back takes what the host says.
 *
 * The function stands for itself, because a browser is handed its text.
 */
export function installDesktopExternal(
  page: object,
  start: DesktopStart,
  send: (text: string) => void,
): (word: DesktopWord) => void {
  const answers = new Map<number, Answer>();
  const handlers = new Map<number, Handler>();
  let settings = start.settings;
  let calls = 0;

  // Lists reach the library as the SafeArrays of COM.
  const safeArray = (items: readonly unknown[]) => ({
    toArray: () => [...items],
    dimensions: () => 1,
    getItem: (index: number) => items[index],
    lbound: () => 0,
    ubound: () => items.length - 1,
  });
  const tell = (call: DesktopCall) => send(JSON.stringify(call));
  const ask = (callback: Answer): number => {
    calls += 1;
    answers.set(calls, callback);
    return calls;
  };
  const settingsObject = {
    Read: (keys: string[], values: string[]) => {
      for (const [key, value] of Object.entries(settings)) {
        keys.push(key);
        values.push(value);
      }
    },
    Write: (keys: readonly string[], values: readonly string[]) => {
      settings = Object.fromEntries(keys.map((key, index) => [key, values[index] ?? ""]));
      tell({ kind: "saveSettings", settings });
    },
  };
  const getters = Object.entries(start.context).map(([name, value]) => [name, () => value] as const);
  const context = { ...Object.fromEntries(getters), GetSettings: () => settingsObject };
  const external = {
    GetHostInfo: () => start.hostInfo,
    GetContext: () => context,
    GetLoggingAllowed: () => false,
    Execute: (method: number, parameters: unknown, callback: Answer) =>
      tell({ kind: "execute", call: ask(callback), method, parameters }),
    RegisterEvent: (event: number, _target: string, handler: Handler, callback: Answer) => {
      handlers.set(event, handler);
      tell({ kind: "register", call: ask(callback), event });
    },
    UnregisterEvent: (event: number, _target: string, callback: Answer) => {
      handlers.delete(event);
      tell({ kind: "unregister", call: ask(callback), event });
    },
  };
  Object.defineProperty(page, "external", { value: external, configurable: true });

  return (word) => {
    switch (word.kind) {
      case "answer": {
        const answer = answers.get(word.call);
        answers.delete(word.call);
        answer?.(safeArray(word.values.map((value) => (Array.isArray(value) ? safeArray(value) : value))));
        return;
      }
      case "event":
        // The entries of an event stay plain lists: the library takes a pair of SafeArrays for a table.
        handlers.get(word.event)?.(word.event, safeArray(word.payload));
        return;
      case "settings":
        settings = word.settings;
    }
  };
}

import type { Host } from "../host";
import { isRecord, textFrom } from "../wire/json";
import { appContext } from "./app-context";
import { executeMethod } from "./execute-method";
import { messageEntries } from "./message-entries";
import { createRibbonCommands } from "./ribbon-commands";

/** One conversation between Excel on the web and a page: its name and the origin that the host speaks from. */
export interface Conversation {
  readonly id: string;
  readonly origin: string;
}

/** The host's end of the conversation. */
export interface WebChannel {
  /** Takes a message of the page, as JSON text. */
  readonly receive: (text: string) => void;
  /**
   * Presses the ribbon button of a function. Resolves when the page reports completion; rejects where the page has not
   * registered for commands or does not know the function.
   */
  readonly invokeCommand: (functionName: string) => Promise<void>;
  /** Tells the host that the page is gone: it computes no functions any more. */
  readonly close: () => void;
}

const request = 0;
const response = 1;
const register = 1;
const unregister = 2;
const unknownAction = -2;

/** What the page's window is called: how the library finds its host when it starts. Flags: 1 shared runtime, 2 custom functions. */
export function windowName(conversation: Conversation, locale: string): string {
  return JSON.stringify({
    baseFrameName: "workbench",
    hostInfo: ["Excel", "Web", "16.00", locale, "workbench", "", "disableLogging", "3"].join("$"),
    xdmInfo: [conversation.id, "ronghe", conversation.origin].join("|"),
    serializerVersion: 1,
    flights: "[]",
  });
}

/** Answers a page over the message protocol of Excel on the web; `post` hands a message's text to the page. */
export function createWebChannel(host: Host, conversation: Conversation, post: (text: string) => void): WebChannel {
  const events = new Map<string, unknown>();
  const commands = createRibbonCommands(conversation.id);

  const send = (message: Readonly<Record<string, unknown>>) =>
    post(
      JSON.stringify({
        _conversationId: conversation.id,
        _origin: conversation.origin,
        _serializerVersion: 1,
        ...message,
      }),
    );
  const respond = (to: Readonly<Record<string, unknown>>, data: unknown, errorCode = 0) =>
    send({
      _messageType: response,
      _responseType: 0,
      _actionName: to["_actionName"],
      _correlationId: to["_correlationId"],
      _errorCode: errorCode,
      _data: data,
    });

  const raise = (event: string, data: unknown) =>
    send({
      _messageType: response,
      _responseType: 1,
      _actionName: event,
      _correlationId: events.get(event),
      _errorCode: 0,
      _data: data,
    });
  const close = host.onMessage((messages) => raise("richApiMessage", { ArrayData: messageEntries(messages) }));

  const execute = async (message: Readonly<Record<string, unknown>>) => {
    const call = message["_data"];
    const reply = await executeMethod(host, isRecord(call) ? call : {}, commands.completed);
    respond(message, {
      Version: 1,
      Error: reply.error,
      ...(reply.data === undefined ? {} : { Data: reply.data }),
      ...(reply.settings === undefined ? {} : { Settings: reply.settings }),
    });
  };

  return {
    receive: (text) => {
      const message: unknown = JSON.parse(text);
      if (!isRecord(message) || message["_messageType"] !== request) return;
      const action = textFrom(message["_actionName"]);
      if (message["_actionType"] === register) {
        events.set(action, message["_correlationId"]);
        respond(message, { Version: 1, Error: 0 });
        return;
      }
      if (message["_actionType"] === unregister) {
        events.delete(action);
        respond(message, { Version: 1, Error: 0 });
        return;
      }
      switch (action) {
        case "ContextActivationManager_getAppContextAsync":
          // The first question of a page: one that is loaded again has not registered for anything yet.
          events.clear();
          respond(message, appContext(host));
          return;
        case "ContextActivationManager_notifyHost":
          respond(message, null);
          return;
        case "executeMethod":
          void execute(message);
          return;
        default:
          respond(message, null, unknownAction);
      }
    },
    invokeCommand: (functionName) => {
      if (!events.has("appCommandInvoked"))
        return Promise.reject(new Error("The page has not registered for ribbon commands."));
      return commands.start(functionName, (...data) => raise("appCommandInvoked", data));
    },
    close,
  };
}

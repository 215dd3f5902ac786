import type { Host } from "../host";
import { isRecord, listFrom, textFrom } from "../wire/json";

/** The methods of the host that the library calls, by their numbers. */
const dispatchIds = { refreshSettings: 75, saveSettings: 76, richApi: 93, commandCompleted: 94 } as const;

const unknownMethod = 5003;

/** What `executeMethod` of either transport gives back. */
export interface MethodReply {
  readonly error: number;
  readonly data?: readonly unknown[];
  readonly settings?: readonly (readonly [string, string])[];
}

/** Told when a ribbon command that the host invoked is over. */
export type CommandListener = (completion: unknown) => void;

function settingsFrom(value: unknown): Record<string, string> {
  const settings: Record<string, string> = {};
  for (const pair of listFrom(value)) {
    const [key, text] = listFrom(pair);
    if (typeof key === "string") settings[key] = textFrom(text);
  }
  return settings;
}

/** Reads the settings out of a save request: pairs on the web, an object of texts from elsewhere. */
function savedSettings(request: Readonly<Record<string, unknown>>): Record<string, string> {
  const method = request["DdaSettingsMethod"];
  const properties = isRecord(method) ? method["Properties"] : undefined;
  if (!isRecord(properties)) return settingsFrom(properties);
  return Object.fromEntries(Object.entries(properties).map(([key, text]) => [key, textFrom(text)]));
}

/** Carries out one call of the library on the host. */
export async function executeMethod(
  host: Host,
  request: Readonly<Record<string, unknown>>,
  onCommandCompleted: CommandListener,
): Promise<MethodReply> {
  const method = request["DdaMethod"];
  switch (isRecord(method) ? method["DispatchId"] : undefined) {
    case dispatchIds.richApi: {
      const parts = listFrom(request["ArrayData"]);
      const response = await host.execute({ body: textFrom(parts[4], "{}"), flags: Number(parts[6]) });
      return response.kind === "refused" ? { error: response.code } : { error: 0, data: [200, [], response.body] };
    }
    case dispatchIds.saveSettings:
      host.settings.replace(savedSettings(request));
      return { error: 0 };
    case dispatchIds.refreshSettings:
      return { error: 0, settings: Object.entries(host.settings.all()) };
    case dispatchIds.commandCompleted:
      onCommandCompleted(request);
      return { error: 0 };
    default:
      return { error: unknownMethod };
  }
}

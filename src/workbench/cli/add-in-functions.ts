import { readFileSync } from "node:fs";
import path from "node:path";
import type { HostOptions } from "../host";
import type { RibbonCommand } from "./manifest";

/** The worksheet functions of a built add-in, as its manifest describes them; undefined where it has none. */
export function addInFunctions(
  { functions }: Pick<RibbonCommand, "functions">,
  addInFolder: string,
): HostOptions["functions"] {
  if (functions === null) return undefined;
  // The metadata lie beside the manifest, wherever both are served.
  const file = path.join(addInFolder, path.posix.basename(new URL(functions.metadataUrl).pathname));
  const metadata: unknown = JSON.parse(readFileSync(file, "utf8"));
  return { namespace: functions.namespace, metadata };
}

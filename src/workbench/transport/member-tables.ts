import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isRecord } from "../wire/json";
import { parseMemberTables, type MemberTables } from "../wire/member-tables";

/** Goes up when the tables are read differently, so that what was kept before is not used. */
const revision = 3;

let known: MemberTables | undefined;

function isTables(value: unknown): value is MemberTables {
  return isRecord(value) && isRecord(value["Range"]);
}

/** The folder of the installed library: in the given folder's `node_modules`, or in that of a folder above. */
export function officeJsFolder(from: string): string {
  const folder = path.join(from, "node_modules/@microsoft/office-js");
  if (existsSync(folder)) return folder;
  const above = path.dirname(from);
  if (above === from) throw new Error("@microsoft/office-js is not installed.");
  return officeJsFolder(above);
}

/**
 * The member tables of the `@microsoft/office-js` installed for a folder: read from its debug build once, then kept among
 * the caches of `node_modules` under the version of the package.
 */
export function installedMemberTables(from: string = process.cwd()): MemberTables {
  if (known !== undefined) return known;
  const library = officeJsFolder(from);
  const manifest: unknown = JSON.parse(readFileSync(path.join(library, "package.json"), "utf8"));
  const version = isRecord(manifest) ? String(manifest["version"]) : "unknown";
  const cacheFolder = path.join(library, "../../.cache/ronghe");
  const cacheFile = path.join(cacheFolder, `member-tables-${version}-${revision}.json`);
  if (existsSync(cacheFile)) {
    const cached: unknown = JSON.parse(readFileSync(cacheFile, "utf8"));
    if (isTables(cached)) return (known = cached);
  }
  known = parseMemberTables(readFileSync(path.join(library, "dist/excel-web-16.00.debug.js"), "utf8"));
  mkdirSync(cacheFolder, { recursive: true });
  // Written aside and moved: another process may be reading.
  const aside = `${cacheFile}.${process.pid}`;
  writeFileSync(aside, JSON.stringify(known));
  renameSync(aside, cacheFile);
  return known;
}

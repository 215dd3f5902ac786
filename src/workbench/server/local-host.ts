import type { StaticAnswer } from "./static-files";

const localNames: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "::1"]);

/** True for the names and addresses under which a machine means itself. */
export const isLocal = (host: string): boolean =>
  localNames.has(host.toLowerCase()) || /^127(?:\.\d{1,3}){3}$/.test(host);

/** The name in a header Host, without its port and brackets. */
const nameOf = (header: string): string =>
  /^\[([^\]]*)\](?::\d+)?$|^([^:]*)(?::\d+)?$/.exec(header)?.slice(1).find(Boolean) ?? "";

/**
 * Whether a request may be answered by a server that listens on `host`. One that listens on this machine only answers requests that name this
 * machine: a page elsewhere whose name was made to point here (DNS rebinding) would read the user's workbook otherwise. `header` is the request's Host.
 */
export function isAllowedHost(header: string, host: string): boolean {
  return !isLocal(host) || isLocal(nameOf(header));
}

/** The answer to a request for another host: 421, without content. */
export function misdirected(): StaticAnswer {
  return {
    status: 421,
    headers: { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" },
    body: new TextEncoder().encode("421"),
  };
}

import { readFileSync, statSync } from "node:fs";
import path from "node:path";

/** What goes back for a request. */
export interface StaticAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xml": "application/xml; charset=utf-8",
};

/**
 * What every answer carries. Not among them, on purpose: `X-Frame-Options` and `frame-ancestors`, because Excel on the web frames
 * the pane; `Cross-Origin-Opener-Policy`, because it parts the pane from its dialogs. The content security policy stands in the
 * pages themselves.
 */
const commonHeaders: Readonly<Record<string, string>> = {
  // A script under a wrong type is a script that runs by guess.
  "x-content-type-options": "nosniff",
  // Addresses on an intranet are nobody else's business.
  "referrer-policy": "no-referrer",
};

/** A name that changes with the content, such as `taskpane.46a64dbc.js`. */
const hashedName = /\.[0-9a-f]{8,}\.\w+$/;

function refusal(status: number, headers: Readonly<Record<string, string>> = {}): StaticAnswer {
  return {
    status,
    headers: { ...commonHeaders, "content-type": "text/plain; charset=utf-8", ...headers },
    body: new TextEncoder().encode(String(status)),
  };
}

/** The file that a request names; null where it names none within the folder. */
function fileOf(folder: string, pathname: string): string | null {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    // A malformed escape names no file.
    return null;
  }
  if (name.includes("\0")) return null;
  const root = path.resolve(folder);
  const file = path.join(root, name);
  if (!file.startsWith(root + path.sep)) return null;
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : null;
}

/**
 * Answers a request for a file of the built add-in as a production server should: 200 with the file and its headers, 404 where
 * the folder holds no such file (nothing outside it is ever read, no folder is listed), 405 for anything but GET and HEAD.
 * `pathname` is the path of the address, still escaped.
 */
export function staticAnswer(folder: string, method: string, pathname: string): StaticAnswer {
  if (method !== "GET" && method !== "HEAD") return refusal(405, { allow: "GET, HEAD" });
  const file = fileOf(folder, pathname);
  if (file === null) return refusal(404);
  const extension = path.extname(file).toLowerCase();
  return {
    status: 200,
    headers: {
      ...commonHeaders,
      "content-type": contentTypes[extension] ?? "application/octet-stream",
      // What has a lasting name may be asked for once; everything else is asked for again, so that an update is seen.
      "cache-control": hashedName.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
      // Excel on the web fetches the description of the worksheet functions from its own origin.
      ...(extension === ".json" ? { "access-control-allow-origin": "*" } : {}),
    },
    body: method === "HEAD" ? new Uint8Array() : readFileSync(file),
  };
}

import path from "node:path";
import { installedMemberTables } from "../transport/member-tables";
import { staticAnswer, type StaticAnswer } from "./static-files";

/** Where the workbench finds what it serves. */
export interface WorkbenchFolders {
  /** The project's folder; `dist` is built there. */
  readonly root: string;
  /** A workbook of the user to open first; null for the sample. */
  readonly file: string | null;
}

/** The sample workbooks by the names under which the page asks for them. */
const samples: Readonly<Record<string, string>> = {
  "/samples/clean.xlsx": "assets/sample-2021.xlsx",
  "/samples/messy.xlsx": "assets/samples/messy-2021.xlsx",
  "/samples/branches.xlsx": "assets/samples/one-sheet-per-branch-2021Q2.xlsx",
  "/samples/minimal.xlsx": "assets/samples/minimal-2021.xlsx",
};

const addIn = "/addin/";

/**
 * Answers a request of the workbench: its page at `/`, the built add-in under `/addin/`, sample workbooks under `/samples/`, the members of
 * the Excel library at `/member-tables.json`, and at `/file` the user's workbook, whose name is at `/start.json`. `target` is the path with
 * its query. A page of the add-in that is asked for with `?host=desktop` is given the script that stands for Excel on Windows.
 */
export function workbenchAnswer({ root, file }: WorkbenchFolders, method: string, target: string): StaticAnswer {
  const { pathname, searchParams } = new URL(target, "http://localhost");
  const within = (folder: string, name: string) => staticAnswer(path.join(root, folder), method, name);
  const sample = Object.hasOwn(samples, pathname) ? samples[pathname] : undefined;
  if (sample !== undefined) return within(".", `/${sample}`);
  if (pathname === "/member-tables.json") return json(installedMemberTables(root));
  if (pathname === "/start.json") return json({ file: file === null ? null : path.basename(file) });
  if (pathname === "/file" && file !== null)
    return staticAnswer(path.dirname(file), method, `/${encodeURIComponent(path.basename(file))}`);
  if (!pathname.startsWith(addIn)) return within("dist/page", pathname === "/" ? "/index.html" : pathname);
  const answer = within("dist/addin", pathname.slice(addIn.length - 1));
  return searchParams.get("host") === "desktop" ? withExternal(answer) : answer;
}

function json(value: unknown): StaticAnswer {
  return {
    status: 200,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-cache",
      "x-content-type-options": "nosniff",
    },
    body: new TextEncoder().encode(JSON.stringify(value)),
  };
}

/** The page with `external.js` before its first script: Excel on Windows has `window.external` there before any script runs. */
function withExternal(answer: StaticAnswer): StaticAnswer {
  const text = new TextDecoder().decode(answer.body);
  const body = text.replace("<script", '<script src="/external.js"></script>\n    <script');
  return { ...answer, body: new TextEncoder().encode(body) };
}

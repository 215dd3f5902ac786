import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { staticAnswer } from "../../../src/workbench/server/static-files";
import { serveFolder } from "../../../src/workbench/server/static-server";

let parent: string;
let folder: string;

beforeAll(() => {
  parent = mkdtempSync(path.join(tmpdir(), "static-"));
  folder = path.join(parent, "site");
  mkdirSync(path.join(folder, "中文"), { recursive: true });
  mkdirSync(path.join(parent, "site-beside"));
  writeFileSync(path.join(parent, "secret.txt"), "secret");
  writeFileSync(path.join(parent, "site-beside/secret.txt"), "secret");
  for (const name of [
    "taskpane.html",
    "pane.46a64dbc.js",
    "functions.json",
    "icon.png",
    "中文/说明.html",
    "unknown.xyz",
  ])
    writeFileSync(path.join(folder, name), name);
});
afterAll(() => rmSync(parent, { recursive: true }));

const answer = (pathname: string, method = "GET") => staticAnswer(folder, method, pathname);
const text = (body: Uint8Array) => new TextDecoder().decode(body);

test.each([
  ["/taskpane.html", "text/html; charset=utf-8"],
  ["/pane.46a64dbc.js", "text/javascript; charset=utf-8"],
  ["/functions.json", "application/json; charset=utf-8"],
  ["/icon.png", "image/png"],
  ["/%E4%B8%AD%E6%96%87/%E8%AF%B4%E6%98%8E.html", "text/html; charset=utf-8"],
  ["/unknown.xyz", "application/octet-stream"],
])("%s is served as %s", (pathname, type) => {
  const { status, headers, body } = answer(pathname);
  expect([status, headers["content-type"]]).toEqual([200, type]);
  expect(text(body)).toBe(decodeURIComponent(pathname).slice(1));
});

test("HEAD gives the headers of GET without the file", () => {
  const { body, ...rest } = answer("/taskpane.html", "HEAD");
  const { body: _file, ...expected } = answer("/taskpane.html");
  expect(rest).toEqual(expected);
  expect(body).toHaveLength(0);
});

test("what Excel needs is not forbidden: the pane may be framed, dialogs stay joined to it", () => {
  const names = Object.keys(answer("/taskpane.html").headers);
  for (const name of ["x-frame-options", "cross-origin-opener-policy", "content-security-policy"])
    expect(names).not.toContain(name);
});

test("types are not guessed and addresses not passed on, for refusals too", () => {
  for (const pathname of ["/taskpane.html", "/nothing"])
    expect(answer(pathname).headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
});

test("only names that change with the content are kept for long, so that an update is seen", () => {
  expect(answer("/pane.46a64dbc.js").headers["cache-control"]).toContain("immutable");
  for (const pathname of ["/taskpane.html", "/functions.json", "/icon.png"])
    expect(answer(pathname).headers["cache-control"]).toBe("no-cache");
});

test("the description of the functions may be read from Excel's own origin, the pages may not", () => {
  expect(answer("/functions.json").headers["access-control-allow-origin"]).toBe("*");
  expect(answer("/taskpane.html").headers).not.toHaveProperty("access-control-allow-origin");
});

test.each([
  "/nothing.html",
  "/",
  "/%E4%B8%AD%E6%96%87",
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/%2e%2e%2fsecret.txt",
  "/中文/../../secret.txt",
  "/../site-beside/secret.txt",
  "/taskpane.html%00.js",
  "/%E4%B8",
])("%s is no file of the folder", (pathname) => {
  expect(answer(pathname)).toMatchObject({ status: 404 });
  expect(text(answer(pathname).body)).toBe("404");
});

test("nothing can be sent", () => {
  expect(answer("/taskpane.html", "POST")).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
});

test("the server answers with these answers, on this machine alone, until it is closed", async () => {
  const server = await serveFolder(folder);
  const response = await fetch(`${server.origin}/taskpane.html?locale=zh-CN`);
  expect(await response.text()).toBe("taskpane.html");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect((await fetch(`${server.origin}/%2e%2e%2fsecret.txt`)).status).toBe(404);
  expect((await fetch(`${server.origin}/taskpane.html`, { method: "DELETE" })).status).toBe(405);
  await expect(serveFolder(folder, Number(new URL(server.origin).port))).rejects.toMatchObject({ code: "EADDRINUSE" });
  await server.close();
  await expect(fetch(`${server.origin}/taskpane.html`)).rejects.toThrow();
});

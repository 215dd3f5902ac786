import path from "node:path";
import { serve } from "../../../src/workbench/server/serve";
import { parseStart } from "../../../src/workbench/server/start-options";
import { workbenchAnswer } from "../../../src/workbench/server/workbench-site";

const root = path.join(__dirname, "../../..");
const text = (body: Uint8Array) => new TextDecoder().decode(body);

test("without arguments the workbench listens on this machine, at port 3000, and opens a browser", () => {
  expect(parseStart([])).toEqual({
    kind: "start",
    options: { port: 3000, host: "localhost", file: null, opensBrowser: true },
  });
});

test("port, host, file and no browser can be asked for", () => {
  expect(parseStart(["--port", "8080", "--host", "0.0.0.0", "--file", "a.xlsx", "--no-open"])).toEqual({
    kind: "start",
    options: { port: 8080, host: "0.0.0.0", file: "a.xlsx", opensBrowser: false },
  });
  expect(parseStart(["-h"])).toEqual({ kind: "help" });
});

test.each([[["--port", "x"]], [["--port", "70000"]], [["--what"]], [["a.xlsx"]]])(
  "what cannot be used is said: %j",
  (args) => {
    expect(parseStart(args).kind).toBe("wrong");
  },
);

test("where a port is taken the next one is used, and said", async () => {
  const answer = () => ({ status: 200, headers: {}, body: new TextEncoder().encode("ja") });
  const first = await serve(answer, 0, "localhost");
  const second = await serve(answer, first.port, "localhost").catch(async (error: unknown) => {
    await first.close();
    throw error;
  });
  try {
    expect(second.taken[0]).toBe(first.port);
    expect(second.port).toBeGreaterThan(first.port);
    expect(await (await fetch(`http://localhost:${second.port}/`)).text()).toBe("ja");
  } finally {
    await first.close();
    await second.close();
  }
});

describe("the site of the workbench", () => {
  const site = { root, file: null };

  test.each(["clean", "messy", "branches", "minimal"])("has the sample %s", (name) => {
    const { status, body } = workbenchAnswer(site, "GET", `/samples/${name}.xlsx`);
    expect(status).toBe(200);
    expect(text(body.subarray(0, 2))).toBe("PK");
  });

  test("has no other file of the project", () => {
    for (const target of [
      "/samples/none.xlsx",
      "/package.json",
      "/addin/../../package.json",
      "/file",
      "/samples/../package.json",
    ])
      expect(workbenchAnswer(site, "GET", target).status).toBe(404);
  });

  test("tells the page of the user's file, and hands over that one only", () => {
    const file = path.join(root, "assets/samples/minimal-2021.xlsx");
    expect(JSON.parse(text(workbenchAnswer(site, "GET", "/start.json").body))).toEqual({ file: null });
    expect(JSON.parse(text(workbenchAnswer({ root, file }, "GET", "/start.json").body))).toEqual({
      file: "minimal-2021.xlsx",
    });
    expect(workbenchAnswer({ root, file }, "GET", "/file").status).toBe(200);
  });
});

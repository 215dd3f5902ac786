import { get } from "node:http";
import path from "node:path";
import { isAllowedHost } from "../../../src/workbench/server/local-host";
import { serve } from "../../../src/workbench/server/serve";
import { main } from "../../../src/workbench/server/start";
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

test.each([
  ["localhost:3000", "localhost", true],
  ["127.0.0.1", "localhost", true],
  ["[::1]:3000", "127.0.0.1", true],
  ["evil.example:3000", "localhost", false],
  ["localhost.evil.example", "localhost", false],
  ["127.0.0.1.evil.example", "::1", false],
  ["", "localhost", false],
  ["bench.example", "0.0.0.0", true],
])("a request for %j to a server on %s is answered: %j", (header, host, isAnswered) => {
  expect(isAllowedHost(header, host)).toBe(isAnswered);
});

/** Starts the workbench as `npm start` does, and gives what it said once it listens, and what it answers to a request for another host. */
async function started(args: readonly string[]): Promise<{ readonly said: string; readonly status: number }> {
  let said = "";
  const write = jest.spyOn(process.stdout, "write").mockImplementation((text) => {
    said += String(text);
    return true;
  });
  const ending = main([...args, "--no-open", "--port", "0"], root, root);
  try {
    while (!said.includes("Ctrl-C")) await new Promise((resolve) => setTimeout(resolve, 10));
    const port = Number(/:(\d+)\//.exec(said)?.[1]);
    const status = await new Promise<number>((resolve, reject) => {
      get({ port, host: "127.0.0.1", path: "/start.json", headers: { host: "evil.example" } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      }).on("error", reject);
    });
    return { said, status };
  } finally {
    write.mockRestore();
    process.emit("SIGTERM");
    await ending;
  }
}

test("on this machine only, a request for another host is not answered, and there is nothing to warn of", async () => {
  const { said, status } = await started(["--host", "127.0.0.1"]);
  expect(status).toBe(421);
  expect(said).not.toContain("Note");
});

test("where others can reach it, the workbench says so plainly", async () => {
  const { said, status } = await started(["--host", "0.0.0.0"]);
  expect(said).toContain("others on the network can open this page");
  expect(status).toBe(200);
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

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { FUNCTIONS } from "../../src/functions/catalogue";
import { addInFunctions } from "../../src/workbench/cli/add-in-functions";
import { functionCall, printedResult } from "../../src/workbench/cli/function-call";
import { ribbonCommand } from "../../src/workbench/cli/manifest";
import { createHost } from "../../src/workbench/host";
import { newWorkbook } from "../../src/workbench/objects/new-workbook";
import { installedMemberTables } from "../../src/workbench/transport/member-tables";
import { openPage } from "../../src/workbench/transport/page";
import { called } from "../functions/called";

// Building comes first where sources are newer than the build.
jest.setTimeout(300_000);

const built = path.join(__dirname, "../../dist/addin");

function fn(...args: readonly string[]) {
  const script = path.join(__dirname, "../../scripts/fn.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

test("the command prints what a function gives", () => {
  expect(fn("RANKS", "[[[90],[80],[90]]]")).toMatchObject({ status: 0, stdout: "[[1],[3],[1]]\n" });
});

test("the command prints an error with its sentence, in the language asked for, and says so to the shell", () => {
  const inChinese = fn("ATTAIN", '[5,"下限",10]');
  const inEnglish = fn("--locale", "en-US", "ronghe.attain", '[5,"下限",10]');
  expect([inChinese.status, inEnglish.status]).toEqual([1, 1]);
  expect(JSON.parse(inChinese.stdout)).toEqual({ error: "#VALUE!", message: expect.stringMatching(/[一-龥]/) });
  expect(JSON.parse(inEnglish.stdout)).toEqual({ error: "#VALUE!", message: expect.stringMatching(/[a-z]{3}/) });
});

test.each([
  ["an unknown function", ["NOPE", "[]"], "NOPE"],
  ["arguments that are no JSON", ["RANKS", "[1,"], "JSON"],
  ["too many arguments", ["FUSION", "[1,1,1,1]"], "FUSION"],
])("%s cannot be called: nothing is printed", (_, args, said) => {
  const { status, stdout, stderr } = fn(...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain(said);
});

test("through metadata, runtime and page every example of every function gives what its code gives", async () => {
  const command = ribbonCommand(readFileSync(path.join(built, "manifest.xml"), "utf8"));
  const functions = command === null ? undefined : addInFunctions(command, built);
  if (command === null || functions === undefined) throw new Error("The build has no functions.");
  const host = createHost(newWorkbook("Sheet1"), { tables: installedMemberTables(), locale: "zh-CN", functions });
  const page = await openPage({ host, distFolder: built, pagePath: path.basename(new URL(command.pageUrl).pathname) });
  const examples = FUNCTIONS.flatMap((one) => one.examples.map(({ arguments: args }) => ({ one, args })));
  const results = await Promise.all(
    examples.map(async ({ one, args }) => {
      const call = functionCall([one.name, JSON.stringify(args)]);
      if ("wrong" in call) throw new Error(call.wrong);
      const result = await host.callFunction(call.name, call.given);
      return result === null ? null : JSON.parse(printedResult(result).json);
    }),
  );
  page.close();
  host.dispose();
  const shown = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll(',"message":null', ""));
  expect(results).toEqual(examples.map(({ one, args }) => shown(called(one, args))));
});

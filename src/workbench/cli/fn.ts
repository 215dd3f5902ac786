import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { readFunctionTable } from "../functions/metadata";
import { createHost } from "../host";
import { newWorkbook } from "../objects/new-workbook";
import { installedMemberTables } from "../transport/member-tables";
import { openPage } from "../transport/page";
import { addInFunctions } from "./add-in-functions";
import { processConsole, type Console } from "./console";
import { functionCall, printedResult } from "./function-call";
import { ribbonCommand } from "./manifest";

/** How the command ends: the function gave a value; it gave an error; it could not be called. */
const EXIT = { value: 0, error: 1, unusable: 2 } as const;

/** Calls one worksheet function of the built add-in, by its metadata and in its own page, and prints what it gives. */
async function callFunction(args: readonly string[], addInFolder: string, console: Console): Promise<number> {
  const unusable = (why: string): number => {
    console.say(why);
    return EXIT.unusable;
  };
  const call = functionCall(args);
  if ("wrong" in call) return unusable(call.wrong);
  const manifest = path.join(addInFolder, "manifest.xml");
  const command = existsSync(manifest) ? ribbonCommand(readFileSync(manifest, "utf8")) : null;
  const functions = command === null ? undefined : addInFunctions(command, addInFolder);
  if (command === null || functions === undefined) return unusable("加载项尚未构建 The add-in is not built.");
  const { namespace, byName } = readFunctionTable(functions.namespace, functions.metadata);
  const upper = call.name.toUpperCase();
  const name = upper.startsWith(`${namespace}.`) ? upper.slice(namespace.length + 1) : upper;
  const parameters = byName.get(name)?.parameters;
  if (parameters === undefined) return unusable(`没有这个函数 No such function: ${call.name}`);
  if (call.given.length > parameters.length && parameters.at(-1)?.isRepeating !== true)
    return unusable(`${name}: 参数最多 ${parameters.length} 个 At most ${parameters.length} arguments.`);

  const tables = installedMemberTables(addInFolder);
  const host = createHost(newWorkbook("Sheet1"), { tables, locale: call.locale, functions });
  const page = await openPage({
    host,
    distFolder: addInFolder,
    pagePath: path.posix.basename(new URL(command.pageUrl).pathname),
    onConsole: (level, text) => {
      if (level === "error") console.say(text);
    },
  });
  try {
    const result = await host.callFunction(name, call.given);
    if (result === null) throw new Error(`${name} is in the metadata and not in the host.`);
    const { json, failed } = printedResult(result);
    await console.print(`${json}\n`);
    return failed ? EXIT.error : EXIT.value;
  } finally {
    page.close();
    host.dispose();
  }
}

const console = processConsole(process.stdout, process.stderr);

callFunction(process.argv.slice(2), path.join(__dirname, "../addin"), console).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exit(EXIT.unusable);
  },
);

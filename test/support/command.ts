import { spawnSync } from "node:child_process";
import path from "node:path";
import { parseArguments } from "../../src/workbench/cli/arguments";
import { assessFile } from "../../src/workbench/cli/assess-file";
import { freezeFile } from "../../src/workbench/cli/freeze-file";
import type { Console } from "../../src/workbench/cli/console";

/** How a call of the command ended. */
export interface CommandEnd {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const script = path.join(__dirname, "../../scripts/assess.mjs");

/** Calls `npm run assess` with these arguments (without npm), building first where sources are newer than the build. */
export function assess(args: readonly string[], environment: Readonly<Record<string, string>> = {}): CommandEnd {
  const { npm_lifecycle_event: _lifecycle, ...inherited } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: "utf8",
    env: { ...inherited, ...environment },
    maxBuffer: 256 * 1024 * 1024,
  });
  return { code: status, stdout, stderr };
}

const built = path.join(__dirname, "../../dist/addin");

/** Runs the command in this process, which is quicker; gives the exit code, what it said and what it printed. */
export async function assessHere(
  args: readonly string[],
  addInFolder: string = built,
): Promise<{ readonly code: number; readonly said: string; readonly printed: string }> {
  const said: string[] = [];
  const printed: string[] = [];
  const console: Console = {
    say: (text) => said.push(text),
    progress: () => undefined,
    print: (text) => Promise.resolve(void printed.push(text)),
  };
  const parsed = parseArguments(args);
  if (parsed.kind !== "call") throw new Error(parsed.kind);
  const carryOut = parsed.call.freeze ? freezeFile : assessFile;
  const code = await carryOut(parsed.call, { console, addInFolder, moment: null });
  return { code, said: said.join("\n"), printed: printed.join("") };
}

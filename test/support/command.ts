import { spawnSync } from "node:child_process";
import path from "node:path";

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

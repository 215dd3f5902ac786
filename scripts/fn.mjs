/**
 * Evaluates one worksheet function from the command line, in the add-in as it is built: builds first where sources are newer
 * than the build.
 *
 *     npm run --silent fn -- NAME 'JSON array of arguments'
 */
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const script = (name) => fileURLToPath(new URL(name, import.meta.url));

const built = spawnSync(process.execPath, [script("build.mjs"), "--if-needed"], { stdio: ["ignore", 2, 2] }).status;
if (built === 0) {
  const child = spawn(process.execPath, [script("../dist/workbench/fn.cjs"), ...process.argv.slice(2)], {
    stdio: "inherit",
  });
  child.on("exit", (code) => {
    process.exitCode = code ?? 2;
  });
} else process.exitCode = 2;

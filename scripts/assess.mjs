/**
 * Assesses a workbook from the command line: builds first where sources are newer than the build, then runs it.
 *
 *     npm run --silent assess -- IN.xlsx [--period P] [-o OUT.xlsx] …     (--help for all options)
 */
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const script = (name) => fileURLToPath(new URL(name, import.meta.url));

/** npm runs scripts in the project's folder; paths mean the folder from which npm was called. */
const folder = process.env.npm_lifecycle_event === "assess" ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd();

/** A large workbook (100,000 rows) takes up to a gigabyte; Node's own limit is lower on small machines. */
const heap = "--max-old-space-size=3072";

function assess() {
  const child = spawn(process.execPath, [heap, script("../dist/workbench/assess.cjs"), ...process.argv.slice(2)], {
    cwd: folder,
    stdio: "inherit",
  });
  // The terminal sends Ctrl-C to both; the child decides how to end.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? (signal === "SIGINT" ? 130 : 1);
  });
}

const built = spawnSync(process.execPath, [script("build.mjs"), "--if-needed"], { stdio: ["ignore", 2, 2] }).status;
if (built === 0) assess();
else process.exitCode = 2;

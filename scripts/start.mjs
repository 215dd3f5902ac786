/**
 * Opens the workbench, a page on this machine that shows the add-in beside a spreadsheet, without Excel: builds first where sources are
 * newer than the build.
 *
 *     npm start -- [--port N] [--host NAME] [--file X.xlsx] [--no-open]
 */
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const script = (name) => fileURLToPath(new URL(name, import.meta.url));

/** npm runs scripts in the project's folder; paths mean the folder from which npm was called. */
const folder = process.env.npm_lifecycle_event === "start" ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd();

const built = spawnSync(process.execPath, [script("build.mjs"), "--if-needed"], { stdio: ["ignore", 2, 2] }).status;
if (built === 0) {
  const { main } = createRequire(import.meta.url)("../dist/workbench/start.cjs");
  process.exitCode = await main(process.argv.slice(2), script(".."), folder);
} else {
  process.exitCode = 2;
}

/**
 * Builds the add-in's pages into dist/addin and the command line into dist/workbench, and notes when the build began, so
 * that it can be told later whether sources are newer.
 *
 *     node scripts/build.mjs            the production build
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { root, stamp } from "./sources.mjs";

const began = new Date();
const webpack = fileURLToPath(new URL("../node_modules/webpack/bin/webpack.js", import.meta.url));
// What webpack says is for people: standard output may belong to the data of a command that had to build first.
const { status } = spawnSync(process.execPath, [webpack, "--mode", "production"], {
  cwd: root,
  stdio: ["ignore", 2, 2],
});
if (status === 0) {
  mkdirSync(new URL(".", stamp), { recursive: true });
  writeFileSync(stamp, "");
  utimesSync(stamp, began, began);
}
process.exitCode = status ?? 1;

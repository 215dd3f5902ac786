/**
 * Builds the add-in's pages into dist/addin and the command line into dist/workbench, and notes when the build began, so
 * that it can be told later whether sources are newer. One build at a time: a second one waits.
 *
 *     node scripts/build.mjs                 the production build
 *     node scripts/build.mjs --if-needed     only where sources are newer than the last one
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isOutOfDate, root, stamp } from "./sources.mjs";

const lock = fileURLToPath(new URL(".building", stamp));
/** A lock older than this was left behind by a build that was killed. */
const forgotten = 120_000;

/** Takes the lock; false where another build holds it. */
function takeLock() {
  mkdirSync(new URL(".", stamp), { recursive: true });
  try {
    mkdirSync(lock);
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (age > forgotten) rmSync(lock, { recursive: true, force: true });
  return false;
}

function build() {
  const began = new Date();
  const webpack = fileURLToPath(new URL("../node_modules/webpack/bin/webpack.js", import.meta.url));
  // What webpack says is for people: standard output may belong to the data of a command that had to build first.
  const { status } = spawnSync(process.execPath, [webpack, "--mode", "production"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) return status ?? 1;
  writeFileSync(stamp, "");
  utimesSync(stamp, began, began);
  return 0;
}

if (!process.argv.includes("--if-needed") || isOutOfDate()) {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  while (!takeLock()) Atomics.wait(sleeper, 0, 0, 200);
  try {
    // Whoever held the lock may have built what is needed.
    process.exitCode = process.argv.includes("--if-needed") && !isOutOfDate() ? 0 : build();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/**
 * Builds the add-in's files into dist/addin, the source maps of the product into dist/maps and the command line into dist/workbench,
 * and notes when the build began and what for, so that it can be told later whether it serves. One build at a time: a second one waits.
 *
 *     node scripts/build.mjs                           the production build; its manifest names no address that exists
 *         --env host=https://addin.example.org/ronghe  the address at which dist/addin will be served
 *         --env officejs=local|cdn|cdn-cn              where the page loads office.js from: beside it (default) or a network
 *         --mode development                           another name, id and namespace, for https://localhost:3000
 *         --if-needed                                  only where sources are newer than the last build
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import settings from "./build-settings.cjs";
import { builtFor, isOutOfDate, root, stamp } from "./sources.mjs";

const { buildSettings, manifestFor } = settings;
const require = createRequire(import.meta.url);
const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
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

/** What was asked for: `{ ifNeeded, env, mode }`. */
function options() {
  const { values } = parseArgs({
    options: {
      env: { type: "string", multiple: true, default: [] },
      mode: { type: "string", default: "production" },
      "if-needed": { type: "boolean", default: false },
    },
  });
  const env = Object.fromEntries(
    values.env.map((pair) => {
      const [name, ...rest] = pair.split("=");
      if (!["host", "officejs"].includes(name)) throw new Error(`--env knows host and officejs; it is "${name}".`);
      return [name, rest.join("=")];
    }),
  );
  return { ifNeeded: values["if-needed"], env, mode: values.mode };
}

/** Where the printed figures come from, by the name that examples give them. */
function citations() {
  const folder = file("test/published");
  return Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => [name.slice(0, -".json".length), JSON.parse(readFileSync(`${folder}/${name}`, "utf8")).source]),
  );
}

/** Writes what is made of the declarations of the functions, and the manifest. */
function writeTexts(made) {
  const { siteFiles } = require(file("dist/describe/functions.cjs"));
  const files = {
    ...siteFiles(made.host, citations()),
    "manifest.xml": manifestFor(readFileSync(file("manifest.xml"), "utf8"), made),
  };
  mkdirSync(file("dist/addin/help"), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(file(`dist/addin/${path}`), text);
}

function build({ env, mode }) {
  const made = buildSettings(env, mode);
  const began = new Date();
  const webpack = file("node_modules/webpack/bin/webpack.js");
  const given = Object.entries(env).flatMap(([name, value]) => ["--env", `${name}=${value}`]);
  rmSync(stamp, { force: true });
  // Webpack cleans only the folders of what it builds.
  rmSync(file("dist/maps"), { recursive: true, force: true });
  // What webpack says is for people: standard output may belong to the data of a command that had to build first.
  const { status } = spawnSync(process.execPath, [webpack, "--mode", mode, ...given], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) return status ?? 1;
  writeTexts(made);
  if (!made.hasHost)
    console.error(`dist/addin/manifest.xml names ${made.host}; for use in Excel, build with --env host=https://…`);
  writeFileSync(stamp, JSON.stringify({ env, mode }));
  utimesSync(stamp, began, began);
  return 0;
}

/** Builds what was asked for; where only something is needed that is up to date, what was built last serves, or is built again. */
function run() {
  const { ifNeeded, ...asked } = options();
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  if (ifNeeded && !isOutOfDate()) return 0;
  while (!takeLock()) Atomics.wait(sleeper, 0, 0, 200);
  try {
    // Whoever held the lock may have built what is needed.
    if (ifNeeded && !isOutOfDate()) return 0;
    return build(ifNeeded ? (builtFor() ?? asked) : asked);
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

try {
  process.exitCode = run();
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}

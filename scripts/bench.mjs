// Measures a large workbook: the computation stage by stage, and the whole command with its peak memory; the writing of the tabs; and
// worksheet functions; and how long the pane is held at a time in the browser.
// Run: npm run bench [-- WORKBOOK.xlsx]   Without a workbook it makes one of 60 branches and 100,000 activities.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { transformFileSync } from "@swc/core";
import { benchFunctions } from "./bench-functions.mjs";
import { benchTabs } from "./bench-tabs.mjs";
import { largeWorkbook } from "./fixtures/large.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const cache = path.join(root, "node_modules", ".cache", "bench");
const RUNS = 3;
/** Rows of each table of a workbook in which the tabs are what takes the time. */
const FEW_ROWS = 300;

/** The sources as CommonJS, so that stages can be timed one by one in this process. */
function transpiled() {
  for (const folder of ["src/core", "src/functions", "src/i18n", "src/workbench", "test/support"]) {
    for (const entry of readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith(".ts")) continue;
      const source = path.join(entry.parentPath, entry.name);
      const target = path.join(cache, path.relative(root, source)).replace(/\.ts$/u, ".js");
      mkdirSync(path.dirname(target), { recursive: true });
      const { code } = transformFileSync(source, {
        jsc: { target: "es2022", parser: { syntax: "typescript" } },
        module: { type: "commonjs" },
      });
      writeFileSync(target, code);
    }
  }
  const load = createRequire(path.join(cache, "bench.cjs"));
  return {
    ...load("./test/support/grids.js"),
    ...load("./src/core/run.js"),
    ...load("./src/functions/answer.js"),
    ...load("./src/functions/coordination.js"),
    ...load("./src/functions/measures.js"),
    ...load("./src/core/scheme/default-scheme.js"),
    ...load("./src/core/scheme/scheme.js"),
    ...load("./src/workbench/cli/add-in-functions.js"),
    ...load("./src/workbench/cli/manifest.js"),
    ...load("./src/workbench/files/open.js"),
    ...load("./src/workbench/files/save.js"),
    ...load("./src/workbench/host.js"),
    ...load("./src/workbench/transport/member-tables.js"),
    ...load("./src/workbench/transport/page.js"),
  };
}

/** Milliseconds of each stage of one run. */
function stages(run, grids) {
  const times = new Map();
  const steps = run(grids, { period: "2021", asOf: null, formula: null });
  let last = performance.now();
  for (let step = steps.next(); !step.done; step = steps.next()) {
    const now = performance.now();
    times.set(step.value.stage, (times.get(step.value.stage) ?? 0) + now - last);
    last = now;
  }
  return times;
}

function shown(milliseconds) {
  return `${milliseconds.toFixed(0).padStart(7)} ms`;
}

function bench(workbook, { readGrids, run }) {
  console.log(`${path.basename(workbook)}; Node ${process.version}; ${cpus().length} × ${cpus()[0]?.model ?? "?"}`);
  const grids = readGrids(workbook);
  const runs = Array.from({ length: RUNS }, () => stages(run, grids));
  const best = runs.reduce((a, b) => (total(a) <= total(b) ? a : b));
  console.log(`computation, best of ${RUNS}:`);
  for (const [stage, time] of best) console.log(`  ${stage.padEnd(10)}${shown(time)}`);
  console.log(`  ${"total".padEnd(10)}${shown(total(best))}`);
}

function total(times) {
  return [...times.values()].reduce((sum, time) => sum + time, 0);
}

/**
 * The whole command in a process of its own; the preloaded line prints its peak memory. The tabs are written between the line that says
 * so and the next; what is to be looked at is said in between.
 */
async function command(workbook, out) {
  const peak = path.join(cache, "peak.cjs");
  writeFileSync(
    peak,
    `process.on("exit", () => console.error("peak " + Math.round(process.resourceUsage().maxRSS / 1024)));`,
  );
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [
      "--require",
      peak,
      path.join(root, "dist/workbench/assess.cjs"),
      workbook,
      "--period",
      "2021",
      "--force",
      "-o",
      out,
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const said = [];
  for await (const line of createInterface({ input: child.stderr })) said.push({ line, at: performance.now() });
  const status = child.exitCode ?? (await new Promise((resolve) => child.once("exit", resolve)));
  const memory = said.map(({ line }) => /^peak (\d+)/u.exec(line)?.[1]).find((found) => found !== undefined) ?? "?";
  const at = said.findIndex(({ line }) => line === "写评估表");
  const writing = (said[at + 1]?.at ?? NaN) - (said[at]?.at ?? NaN);
  console.log(
    `command: ${shown(said.at(-1).at - start)}, tabs${shown(writing)}, peak ${memory} MB, exit code ${status}`,
  );
}

/** The pane in the browser, which needs what the tests in the browser need. */
function pane() {
  console.log("the pane in the browser, longest tasks of the page, processor time:");
  const { status } = spawnSync(
    process.execPath,
    [path.join(root, "node_modules/jest/bin/jest.js"), "--config", "jest.bench.config.js"],
    { cwd: root, stdio: "inherit" },
  );
  if (status !== 0) throw new Error("The pane could not be measured.");
}

mkdirSync(cache, { recursive: true });
const given = process.argv[2];
const workbook = given ?? path.join(cache, "large-100k.xlsx");
if (given === undefined && !existsSync(workbook)) writeFileSync(workbook, largeWorkbook());
if (!existsSync(workbook) || readFileSync(workbook).length === 0) throw new Error(`${workbook} is missing`);
const modules = transpiled();
bench(workbook, modules);
await benchTabs(modules, path.join(root, "dist/addin"), {
  [`60 branches, ${FEW_ROWS} rows a table`]: largeWorkbook(FEW_ROWS),
  [path.basename(workbook)]: readFileSync(workbook),
});
await benchFunctions(modules);
const out = path.join(cache, "out.xlsx");
await command(workbook, out);
console.log("and again, over the tabs of the first run:");
await command(out, path.join(cache, "again.xlsx"));
// What it does is made for the workbook of this bench.
if (given === undefined) pane();

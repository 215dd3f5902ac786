/**
 * Runs the project's checks and says at the end, in one line, how many passed and failed. A quality step counts as one
 * test. A step that fails does not stop the others.
 *
 *     node scripts/test.mjs                 everything that needs nothing but Node
 *     node scripts/test.mjs --libreoffice   the checks that need LibreOffice
 */
import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const reportFile = fileURLToPath(new URL("../node_modules/.cache/jest-report.json", import.meta.url));

const qualitySteps = [
  { name: "build", script: "scripts/build.mjs", args: ["--if-needed"] },
  { name: "type check", script: "node_modules/typescript/bin/tsc", args: ["--noEmit", "-p", "."] },
  { name: "lint", script: "node_modules/eslint/bin/eslint.js", args: ["--max-warnings", "0", "."] },
  { name: "format", script: "node_modules/prettier/bin/prettier.cjs", args: ["--check", "--log-level", "warn", "."] },
  {
    name: "edges between folders",
    script: "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
    args: ["--config", ".dependency-cruiser.cjs", "src"],
  },
  { name: "unused code and dependencies", script: "node_modules/knip/bin/knip.js", args: [] },
];

function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/** Runs one quality step quietly; its output is shown only where it fails. */
function runQualityStep({ name, script, args }) {
  const start = performance.now();
  const options = { cwd: root, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
      const passed = error === null;
      console.log(`${passed ? "✓" : "✗"} ${name} (${seconds(start)})`);
      if (!passed) console.log([stdout, stderr, error.message].filter(Boolean).join("\n").trimEnd());
      resolve({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 });
    });
  });
}

/** Runs the build, which the others may read, then the other steps side by side. */
async function runQualitySteps() {
  const [build, ...others] = qualitySteps;
  return [await runQualityStep(build), ...(await Promise.all(others.map(runQualityStep)))];
}

/**
 * Runs jest and counts from its report. A file that could not run counts as one failure; no test at all, or a report
 * that is missing, is a failure too.
 */
function runJest(args) {
  const start = performance.now();
  mkdirSync(new URL("../node_modules/.cache/", import.meta.url), { recursive: true });
  rmSync(reportFile, { force: true });
  const { status } = spawnSync(
    process.execPath,
    ["node_modules/jest/bin/jest.js", ...args, "--json", `--outputFile=${reportFile}`],
    { cwd: root, stdio: ["ignore", "ignore", "inherit"] },
  );
  const report = readReport();
  const passed = report?.numPassedTests ?? 0;
  const counted = report === null ? 0 : report.numFailedTests + report.numRuntimeErrorTestSuites;
  const failed = counted === 0 && (status !== 0 || passed === 0) ? 1 : counted;
  console.log(`${failed === 0 ? "✓" : "✗"} tests: ${passed} passed, ${failed} failed (${seconds(start)})`);
  return { passed, failed };
}

function readReport() {
  try {
    return JSON.parse(readFileSync(reportFile, "utf8"));
  } catch (error) {
    console.log(`jest left no report: ${error.message}`);
    return null;
  }
}

function runLibreOffice() {
  if (spawnSync("soffice", ["--version"], { stdio: "ignore" }).error) {
    console.log(
      "✗ LibreOffice is missing: the command soffice was not found. Install it (Debian: apt-get install libreoffice-calc fonts-noto-cjk poppler-utils) and run this again.",
    );
    return [{ passed: 0, failed: 1 }];
  }
  return [runJest(["--config", "jest.libreoffice.config.js"])];
}

const results = process.argv.includes("--libreoffice") ? runLibreOffice() : [...(await runQualitySteps()), runJest([])];
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

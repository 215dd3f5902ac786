// Measures the writing of the tabs: the built add-in on the stand-in, both in this process; on a workbook, and again over the tabs of the
// first run.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const RUNS = 3;
/** Settings by which the add-in is told what to do and tells what it does. */
const OPTIONS = "ronghe.options";
const RUN = "ronghe.run";

/** Milliseconds in a hundredth of a second, in which Linux counts the time of threads. */
const TICK = 10;

/** Milliseconds of processor time since the process began, of all threads (those that compile and collect garbage too) and of the one that runs the programs. */
function processorTime() {
  const { user, system } = process.cpuUsage();
  const file = `/proc/self/task/${process.pid}/stat`;
  if (!existsSync(file)) throw new Error("The time of threads is told by Linux only.");
  const stat = readFileSync(file, "utf8");
  const [utime, stime] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13)
    .map(Number);
  return { all: (user + system) / 1000, main: (utime + stime) * TICK };
}

/**
 * One run of 一键评估 on a workbook: the workbook afterwards, and the processor time from the moment that the add-in begins to write until
 * every formula has its value.
 */
async function pressed(modules, addIn, bytes) {
  const { addInFunctions, createHost, installedMemberTables, open, openPage, ribbonCommand, save } = modules;
  const command = ribbonCommand(readFileSync(path.join(addIn, "manifest.xml"), "utf8"));
  const { document } = open(bytes, { addIn: command.addIn.id });
  document.addIn ??= command.addIn;
  const options = { period: "2021", asOf: null, formula: null, formulas: "values", locale: "zh-CN" };
  document.settings = { ...document.settings, [OPTIONS]: JSON.stringify(options) };
  const functions = addInFunctions(command, addIn);
  const host = createHost(document, { tables: installedMemberTables(addIn), locale: "zh-CN", functions });
  let began = null;
  let outcome = null;
  host.settings.onChange((settings) => {
    const run = JSON.parse(settings[RUN] ?? "{}");
    outcome = run.outcome ?? null;
    if (run.stage === "write" && began === null) began = processorTime();
  });
  const page = await openPage({
    host,
    distFolder: addIn,
    pagePath: path.posix.basename(new URL(command.pageUrl).pathname),
  });
  await page.window.eval("Office.onReady()");
  const requests = host.requestCount();
  await page.invokeCommand(command.functionName);
  await host.settle();
  const ended = processorTime();
  if (outcome !== "assessed") throw new Error(`The run ended with ${outcome}.`);
  const written = {
    all: ended.all - began.all,
    main: ended.main - began.main,
    requests: host.requestCount() - requests,
    bytes: save(host.toDocument()),
  };
  page.close();
  host.dispose();
  return written;
}

/** The best of several runs on the same bytes. */
async function best(modules, addIn, bytes) {
  let found = await pressed(modules, addIn, bytes);
  for (let run = 1; run < RUNS; run++) {
    const now = await pressed(modules, addIn, bytes);
    if (now.main < found.main) found = now;
  }
  return found;
}

function shown({ main, all, requests }) {
  return `${main} ms (${all.toFixed(0)} ms with the threads that compile and collect), ${requests} requests of the whole run`;
}

/** Prints what writing the tabs costs on each of the workbooks, given by what is said of them. */
export async function benchTabs(modules, addIn, workbooks) {
  console.log(`writing the tabs, processor time, best of ${RUNS} runs in one process:`);
  for (const [label, bytes] of Object.entries(workbooks)) {
    const first = await best(modules, addIn, bytes);
    const again = await best(modules, addIn, first.bytes);
    console.log(`  ${label}: ${shown(first)}; over these tabs again ${shown(again)}`);
  }
}

// Measures worksheet functions as Excel calls them, without Excel: processor time per cell, and how many times that of a plain loop
// over the same columns.
import { Bench } from "tinybench";
import { largeSheets } from "./fixtures/large.mjs";

const CELLS = 10_000;
const TABLE = "活动台账";
/** Columns of the ledger: twelve, 单位 to 转化状态. */
const WIDTH = 12;
/** Indicators beside those of the built-in scheme, to make 23 of one table. */
const MORE = [
  ["次数"],
  ["次数", "类别=联学联建"],
  ["覆盖月"],
  ["求和(实到)"],
  ["均值(实到)"],
  ["中位数(应到)"],
  ["去重(主持人)"],
  ["去重(主题)"],
  ["均衡度(类别)"],
  ["均衡度(载体)"],
  ["占比(主持人=@支部书记)"],
];

/** Milliseconds of processor time: what else a shared machine does does not count, the threads of the garbage collector do. */
function processorTime() {
  return process.cpuUsage().user / 1000;
}

/** Best and median processor time of a task. */
async function timed(name, task) {
  const bench = new Bench({ now: processorTime, time: 2000, warmupIterations: 2, warmupTime: 0, iterations: 5 });
  bench.add(name, task);
  const [{ result }] = await bench.run();
  if (result.error !== undefined) throw result.error;
  return { best: result.latency.min, median: result.latency.p50 };
}

/** Short tasks run many times as one: the clock of processor time ticks in milliseconds. */
async function timedOnce(name, task, times) {
  const all = await timed(name, () => {
    for (let time = 0; time < times; time++) task();
  });
  return { best: all.best / times, median: all.median / times };
}

/** Prints what a task costs beside a plain loop; `times` says how often each runs in one measurement. */
async function compare(label, cells, [task, times], [loop, loops]) {
  const own = await timedOnce(label, task, times);
  const plain = await timedOnce(`${label}, plain loop`, loop, loops);
  console.log(
    `  ${label}: ${own.best.toFixed(1)} ms (median ${own.median.toFixed(1)}), ${((own.best * 1000) / cells).toFixed(1)} µs per cell, ` +
      `${(own.best / plain.best).toFixed(0)} × a plain loop (${plain.best.toFixed(2)} ms)`,
  );
}

/** 10,000 cells of COORDINATION over two indices each, and the formula written straight down. */
async function coordinationCells({ answer, coordination }) {
  const party = Array.from({ length: CELLS }, (_, row) => ((row * 7919) % 997) / 996);
  const business = Array.from({ length: CELLS }, (_, row) => ((row * 104_729) % 991) / 990);
  let sink = 0;
  const cells = () => {
    for (let row = 0; row < CELLS; row++)
      sink += answer(coordination, [[[party[row], business[row]]], null, null], "zh-CN", String).value[0][0];
  };
  const plain = () => {
    for (let row = 0; row < CELLS; row++) {
      const [a, b] = [party[row], business[row]];
      const most = Math.max(a, b);
      const coupling = most === 0 ? 0 : Math.sqrt((1 - Math.abs(a - b)) * (Math.min(a, b) / most));
      sink += Math.sqrt((coupling * (a + b)) / 2);
    }
  };
  await compare(`${CELLS} cells of COORDINATION`, CELLS, [cells, 10], [plain, 1000]);
  if (!Number.isFinite(sink)) throw new Error("COORDINATION gave no number");
}

/** The columns that an indicator names. */
function columnsNamed([, , , , measure, condition], header) {
  return header.flatMap((name, column) => (`${measure} ${condition}`.includes(name) ? [column] : []));
}

/** One MEASURES of 23 indicators for 60 branches over 100,000 × 12 cells. */
async function measuresCell({ answer, measures, DEFAULT_SCHEME, SCHEME_FIELDS }) {
  // As it comes from Excel: through JSON, so that equal texts are different strings.
  const ledger = JSON.parse(JSON.stringify(largeSheets[TABLE].map((row) => row.slice(0, WIDTH))));
  const roster = largeSheets["支部名册"];
  const [header, ...rows] = ledger;
  const built = DEFAULT_SCHEME.filter((line) => line[3] === TABLE && line[0] !== "D10");
  const own = MORE.map(([measure, condition = ""], index) => {
    const code = `E${index + 1}`;
    return [code, code, "党建", TABLE, measure, condition, "", 0, 1, "正向", "否", 1];
  });
  const scheme = [...built, ...own];
  const branches = roster.slice(1).map(([unit, name]) => [name, unit]);
  const given = [TABLE, ledger, [[...SCHEME_FIELDS], ...scheme], branches, 2021, roster, null];
  const numbers = new Map(branches.map(([name, unit], index) => [unit + name, index]));
  const visits = scheme.map((line) => columnsNamed(line, header));
  const plain = () => {
    const branchOf = rows.map(([unit, name]) => numbers.get(unit + name) ?? 0);
    return visits.map((columns) => {
      const counts = new Int32Array(branches.length);
      for (let row = 0; row < rows.length; row++) {
        const cells = rows[row];
        let filled = cells[2] >= 44_197 && cells[2] <= 44_561;
        for (const column of columns) filled = filled && cells[column] !== null && cells[column] !== "";
        if (filled) counts[branchOf[row]]++;
      }
      return counts;
    });
  };
  const { value } = answer(measures, given, "zh-CN", String);
  if (value.flat().some((cell) => typeof cell !== "number")) throw new Error("MEASURES gave no figures");
  await compare(
    `one MEASURES over ${rows.length} × ${WIDTH} for ${value.length} branches × ${value[0].length} indicators`,
    value.length * value[0].length,
    [() => answer(measures, given, "zh-CN", String), 1],
    [plain, 5],
  );
}

/** Prints both; `modules` holds the functions, their caller and the built-in scheme. */
export async function benchFunctions(modules) {
  console.log("worksheet functions, processor time, best of five runs and more:");
  await coordinationCells(modules);
  await measuresCell(modules);
}

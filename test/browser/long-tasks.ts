import { isRecord, textFrom } from "../../src/workbench/wire/json";
import type { Pane } from "./pane";

/** A task of the page's thread: milliseconds by the clock and of the processor, and what took part in it. */
export interface LongTask {
  readonly clock: number;
  readonly processor: number;
  /** Milliseconds by the clock that the browser collected garbage meanwhile. */
  readonly garbage: number;
  /** How much of it was seen in functions of the page's own files, 0–1: the rest is the browser's and the stand-in's. */
  readonly own: number;
  /** The functions that were seen most often, `name file:line`. */
  readonly functions: readonly string[];
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur: number;
  readonly tdur: number;
  readonly id: string;
  readonly args: unknown;
}

const CATEGORIES = [
  "toplevel",
  "devtools.timeline",
  "disabled-by-default-devtools.timeline",
  "disabled-by-default-v8.cpu_profiler",
  "disabled-by-default-v8.gc",
];
const TASK = "RunTask";
const COLLECTIONS = ["MajorGC", "MinorGC"];

/** Runs `work` while the browser traces, and gives the page's tasks of more than `least` milliseconds of processor time, longest first. */
export async function longTasks(pane: Pane, least: number, work: () => Promise<void>): Promise<readonly LongTask[]> {
  const browser = pane.page.context().browser();
  if (browser === null) throw new Error("The page has no browser.");
  await browser.startTracing(pane.page, { categories: CATEGORIES });
  await work();
  const trace: unknown = JSON.parse((await browser.stopTracing()).toString("utf8"));
  const found = isRecord(trace) && Array.isArray(trace["traceEvents"]) ? trace["traceEvents"] : [];
  return tasksOf(found.map(eventOf), least);
}

function eventOf(value: unknown): TraceEvent {
  const event = isRecord(value) ? value : {};
  const number = (key: string): number => Number(event[key] ?? 0);
  return {
    name: String(event["name"]),
    ph: String(event["ph"]),
    pid: number("pid"),
    tid: number("tid"),
    ts: number("ts"),
    dur: number("dur"),
    tdur: number("tdur"),
    id: String(event["id"]),
    args: event["args"],
  };
}

function tasksOf(events: readonly TraceEvent[], least: number): readonly LongTask[] {
  const thread = pageThread(events);
  const own = events.filter(({ pid, tid }) => pid === thread?.pid && tid === thread.tid);
  const samples = samplesOf(events, thread?.pid ?? 0);
  const collections = own.filter(({ name, ph }) => ph === "X" && COLLECTIONS.includes(name));
  return own
    .filter(({ name, ph, tdur }) => ph === "X" && name === TASK && tdur / 1000 > least)
    .sort((a, b) => b.tdur - a.tdur)
    .map(({ ts, dur, tdur }) => {
      const during = <T extends { readonly ts: number }>(all: readonly T[]): readonly T[] =>
        all.filter((one) => one.ts >= ts && one.ts <= ts + dur);
      const seen = during(samples);
      return {
        clock: dur / 1000,
        processor: tdur / 1000,
        garbage: during(collections).reduce((sum, one) => sum + one.dur / 1000, 0),
        own: seen.filter(({ file }) => file.endsWith(".js")).length / Math.max(1, seen.length),
        functions: mostFrequent(seen.map(({ name, file, line }) => `${name} ${file}:${line}`)).slice(0, 6),
      };
    });
}

/** The thread that runs the scripts of the page: the one that called most functions. */
function pageThread(events: readonly TraceEvent[]): TraceEvent | undefined {
  const calls = new Map<string, { readonly event: TraceEvent; readonly count: number }>();
  for (const event of events) {
    if (event.name !== "FunctionCall") continue;
    const key = `${event.pid}:${event.tid}`;
    calls.set(key, { event, count: (calls.get(key)?.count ?? 0) + 1 });
  }
  return [...calls.values()].sort((a, b) => b.count - a.count)[0]?.event;
}

interface Sample {
  readonly ts: number;
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

/** The samples of the profiler in a process. */
function samplesOf(events: readonly TraceEvent[], pid: number): readonly Sample[] {
  const nodes = new Map<string, Omit<Sample, "ts">>();
  const starts = new Map<string, number>();
  const samples: Sample[] = [];
  const inside = (value: unknown, ...path: readonly string[]): unknown =>
    path.reduce((at: unknown, key) => (isRecord(at) ? at[key] : undefined), value);
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  for (const event of events) {
    if (event.pid !== pid) continue;
    if (event.name === "Profile") starts.set(event.id, Number(inside(event.args, "data", "startTime")));
    if (event.name !== "ProfileChunk") continue;
    for (const node of list(inside(event.args, "data", "cpuProfile", "nodes"))) {
      const frame = inside(node, "callFrame");
      nodes.set(`${event.id}:${String(inside(node, "id"))}`, {
        name: textFrom(inside(frame, "functionName")),
        file: textFrom(inside(frame, "url")).replace(/^.*\//u, ""),
        line: Number(inside(frame, "lineNumber") ?? -1) + 1,
      });
    }
    let at = starts.get(event.id) ?? 0;
    const deltas = list(inside(event.args, "data", "timeDeltas"));
    for (const [index, id] of list(inside(event.args, "data", "cpuProfile", "samples")).entries()) {
      at += Number(deltas[index] ?? 0);
      const node = nodes.get(`${event.id}:${String(id)}`);
      if (node !== undefined && node.name !== "(idle)") samples.push({ ts: at, ...node });
    }
    starts.set(event.id, at);
  }
  return samples;
}

/** Different texts, the most frequent first, with their share in percent. */
function mostFrequent(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([text, count]) => `${text === "" ? "–" : text} ${Math.round((100 * count) / texts.length)} %`);
}

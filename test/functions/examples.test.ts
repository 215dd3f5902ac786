import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { FUNCTIONS } from "../../src/functions/catalogue";
import type { Example } from "../../src/functions/declaration";
import { called } from "./called";

const published = readdirSync(path.join(__dirname, "../published"))
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -".json".length));

/** How far a figure may lie from what is written to so many significant digits. */
function tolerance(written: number, digits: number): number {
  const leading = written === 0 ? 0 : Math.floor(Math.log10(Math.abs(written))) + 1;
  return 0.5 * 10 ** (leading - digits) * (1 + 1e-6);
}

function expectShown(actual: unknown, written: unknown, digits: number): void {
  if (Array.isArray(written)) {
    if (!Array.isArray(actual)) throw new Error(`${JSON.stringify(actual)} is no matrix.`);
    expect(actual).toHaveLength(written.length);
    for (const [index, each] of written.entries()) expectShown(actual[index], each, digits);
  } else if (typeof written === "number") {
    expect(typeof actual === "number" ? Math.abs(actual - written) : actual).toBeLessThanOrEqual(
      tolerance(written, digits),
    );
  } else if (typeof written === "object") {
    expect(actual).toMatchObject({ ...written });
  } else {
    expect(actual).toBe(written);
  }
}

/** What an example is called in the list of tests. */
function title(example: Example): string {
  const text = JSON.stringify(example.arguments).slice(1, -1);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

describe.each(FUNCTIONS.map((fn) => [fn.name, fn] as const))("%s", (_, fn) => {
  it("has two to five examples", () => {
    expect(fn.examples.length).toBeGreaterThanOrEqual(2);
    expect(fn.examples.length).toBeLessThanOrEqual(5);
  });

  it.each(fn.examples.map((example) => [title(example), example] as const))(
    "(%s) gives what is written",
    (__, example) => {
      expect(example.arguments.length).toBeLessThanOrEqual(fn.parameters.length);
      expectShown(called(fn, example.arguments), example.result, example.digits ?? 12);
    },
  );
});

describe("published figures", () => {
  const used = FUNCTIONS.flatMap((fn) => fn.examples.flatMap(({ source }) => source ?? []));

  it("that examples repeat exist", () => {
    expect(used.filter((name) => !published.includes(name))).toEqual([]);
  });

  it("are all repeated, by an example of a function or by a test that prepares the data first", () => {
    const folders = ["../functions", "../core"].map((folder) => path.join(__dirname, folder));
    const tests = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.name.endsWith(".test.ts"))
        .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8")),
    );
    const unused = published.filter(
      (name) => !used.includes(name) && !tests.some((text) => text.includes(`published/${name}.json`)),
    );
    expect(unused).toEqual([]);
  });
});
